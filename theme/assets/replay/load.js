// What the player and the changes need: texts, styles, a recording, small elements.

const here = name => new URL(name, import.meta.url)
const json = async url => {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`)
  return answer.json()
}

let texts
/** Load texts (of the page's language) and styles once. */
export function texted(lang) {
  return (texts ??= Promise.all([json(here(`texts-${lang}.json`)), styled()]).then(([words]) => words))
}

function styled() {
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: here("replay.css") })
  const loaded = new Promise(resolve => (link.onload = link.onerror = resolve))
  document.head.append(link)
  return loaded
}

/** Load `kind` ("trace" or "changes") of the snippet that a code block shows; `version` names its content. */
export const recording = (code, kind, version) => json(here(`../../snippets/${code.dataset.ref.split(":")[0]}.${kind}.json?${version}`))

/** Return a new element. */
export function element(name, content = {}, ...children) {
  const made = Object.assign(document.createElement(name), content)
  made.append(...children)
  return made
}

/** Put values into a text with {placeholders}. */
export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_whole, name) => values[name])

/** Toggle what `open` makes for a code block: open() returns an element with a close() of its own. */
export function toggler(open) {
  const shown = new Map()
  return async (code, button, lang) => {
    if (shown.has(code)) {
      const made = await shown.get(code)
      shown.delete(code)
      made?.close()
      button.ariaExpanded = "false"
      return
    }
    for (const other of code.querySelectorAll('.fg-try [aria-expanded="true"]')) other.click()
    button.ariaExpanded = "true"
    const close = () => {
      if (button.ariaExpanded === "true") button.click()
      button.focus()
    }
    shown.set(code, texted(lang).then(words => open(code, words, close)).catch(error => {
      button.ariaExpanded = "false"
      shown.delete(code)
      console.error(error)
    }))
    await shown.get(code)
  }
}
