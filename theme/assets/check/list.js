// The list of findings under the editor: what is wrong, where it is shown, and its repair.

import { difference, repaired } from "./repair.js"

export const element = (tag, props = {}, ...children) => {
  const made = Object.assign(document.createElement(tag), props)
  made.append(...children)
  return made
}

/** Return a sentence with its `code` in code font and its {words} filled in. */
export function sentence(text, words = {}) {
  const filled = text.replaceAll(/\{(\w+)\}/g, (all, name) => words[name] ?? all)
  return filled.split("`").map((part, index) => (index % 2 ? element("code", { textContent: part }) : part))
}

// An unzipped copy has files, not folders that a server opens.
const address = url => (location.protocol === "file:" ? url.replace("/#", "/index.html#") : url)

/** Return the list item of a finding. `go` shows its place in the editor, `apply` gets its edits. */
export function item(found, { text, line, texts, root, go, apply }) {
  const { text: says, run, more } = texts.rules[found.rule]
  const place = element("button", { type: "button", className: "fg-check__line", textContent: texts.line.replace("{line}", line) })
  place.addEventListener("click", go)
  const made = element("li", { className: `fg-check__item fg-check__item--${found.grade}` },
    element("p", {}, place, " ", element("strong", { textContent: texts[found.grade] }), " ", ...sentence(says, found.words)),
    element("p", { className: "fg-check__links" }, element("a", { href: root + address(run), textContent: texts.run }), element("a", { href: root + address(more), textContent: texts.more })))
  if (found.edits) made.append(...repair(found, text, texts, apply))
  return made
}

function repair(found, text, texts, apply) {
  const lines = difference(text, repaired(text, found.edits))
  const diff = element("pre", { className: "fg-check__diff", hidden: true, tabIndex: 0 },
    ...lines.map(({ kind, text: line }) => element({ old: "del", new: "ins", same: "span" }[kind], { textContent: `${{ old: "-", new: "+", same: " " }[kind]} ${line}\n` })))
  const show = element("button", { type: "button", className: "fg-button", textContent: texts.repair, ariaExpanded: "false" })
  const use = element("button", { type: "button", className: "fg-button", textContent: texts.apply, hidden: true })
  show.addEventListener("click", () => {
    diff.hidden = use.hidden = !diff.hidden
    show.ariaExpanded = String(!diff.hidden)
    show.textContent = diff.hidden ? texts.repair : texts.hide
  })
  use.addEventListener("click", () => apply(found.edits))
  return [element("p", { className: "fg-check__repair" }, show, use), diff]
}
