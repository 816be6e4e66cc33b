// What search found, as elements of the dialog.

import { excerpt } from "./excerpt.js"

/** Return a new element with properties and children. */
export function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties)
  made.append(...children)
  return made
}

/** Return the list items of what was found: the entries of a message first. `at(url)` completes a URL; `text(url)` promises {anchor: words} of a page. */
export function items(found, at, text) {
  const entry = ({ url, title, text }) => element("li", { className: "fg-search__entry" }, element("a", { href: at(url) }, element("strong", { textContent: title }), element("code", { textContent: text })))
  return [...found.entries.map(entry), ...found.pages.map(page => item(page, found.words, at, text))]
}

// A page: its best section with an excerpt, which comes when its words are there; below, other sections.
function item({ url, title, sections: [best, ...others] }, words, at, text) {
  const shown = element("span", {})
  text(url).then(page => shown.append(...marked(page, best.anchor, words)), () => shown.remove())
  const place = best.anchor ? [element("small", { textContent: title })] : []
  const first = element("a", { href: at(url, best.anchor) }, ...place, element("strong", { textContent: best.title }), shown)
  const rest = others.map(section => element("li", {}, element("a", { href: at(url, section.anchor) }, element("strong", { textContent: section.title }))))
  return element("li", {}, first, ...(rest.length ? [element("ul", {}, ...rest)] : []))
}

function marked(page, anchor, words) {
  const prose = anchor ? page[anchor] : Object.values(page)[0]
  return excerpt(prose ?? "", words).map(([part, isAsked]) => (isAsked ? element("mark", { textContent: part }) : part))
}

/** Return the words of the glossary that look like what was typed, as links in a list item. */
export function nearTerms(near, at, label, language) {
  const links = near.map(({ label: term, anchor }) => element("a", { href: at(language === "en" ? "glossary/" : `${language}/glossary/`, anchor), textContent: term }))
  return element("li", { className: "fg-search__near" }, element("p", { textContent: label }), ...links)
}
