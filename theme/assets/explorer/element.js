// Elements: element("p", { className: "a" }, "text", child); attributes with a dash or unknown to the element are set as attributes.

/** Return a new HTML element. */
export function element(name, properties = {}, ...children) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(properties)) key in made ? (made[key] = value) : made.setAttribute(key, value)
  made.append(...children)
  return made
}

/** Return a new SVG element. */
export function svg(name, attributes = {}, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...children)
  return made
}

/** Give `node` the attribute unless it has it: what did not change is not drawn again. */
export function set(node, name, value) {
  if (node.getAttribute(name) !== String(value)) node.setAttribute(name, value)
}

/** Write `text` into `node` unless it stands there: what did not change is not laid out again. */
export function write(node, text) {
  if (node.textContent !== text) node.textContent = text
}

/** Replace {name} in a text. */
export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole)
