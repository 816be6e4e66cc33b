// What search finds: an entry of the error index, pages of the reader's language, then English ones; where there is nothing, near terms.

import { oneOff } from "./alike.js"
import { Index } from "./index.js"
import { load } from "./load.js"
import { explained, messagesIn } from "./messages.js"
import { search } from "./rank.js"
import { fold } from "./words.js"

const LIKE = 0.4 // share of pairs of letters that a term near the query has in common with it

/** Return the functions {find(query), english(query), message(lines), text(page, language)} for a language of the site at `root` (URL). */
export async function finder(root, language) {
  const index = new Index(await load(root, language))
  let foreign
  const english = async query => find(query, (foreign ??= new Index(await load(root, "en"))))
  const message = lines => messagesIn(lines).find(one => explained(one, index.data.errors).length) ?? messagesIn(lines)[0] ?? lines.replace(/\s+/g, " ").trim()
  return { find: query => find(query, index), english, message, text: (url, of) => load(root, `${of}/${(of === "en" ? url : url.slice(of.length + 1)).slice(0, -1) || "index"}`) }
}

/** Return {entries, isMessage, pages, says, missing, words, near} for a query. */
export function find(query, index) {
  const messages = messagesIn(query), entries = told(explained(query, index.data.errors), index)
  const found = search(messages[0] ?? query, index)
  const isNew = (url, { anchor }) => !entries.some(entry => entry.url === `${url}#${anchor}`) // an entry is not named again below
  const pages = found.pages.map(page => ({ ...page, sections: page.sections.filter(section => isNew(page.url, section)) })).filter(page => page.sections.length)
  return { ...found, pages, entries, isMessage: messages.length > 0, near: found.pages.length ? [] : near(query, index) }
}

// An entry names a section by its number, or, where the language does not have it, by English title and URL. A section is named once.
function told(entries, index) {
  const all = entries.map(([text, place, url]) => {
    const section = index.sections[place]
    return { text, title: section?.title ?? place, url: section ? `${section.url}#${section.anchor}` : url }
  })
  return all.filter(({ url }, n) => all.findIndex(one => one.url === url) === n).slice(0, 3)
}

// The terms of the glossary that look like the query, if any does: by pairs of letters that they share.
function near(query, index) {
  const pairs = text => new Set(Array.from({ length: Math.max(0, fold(text).length - 1) }, (_, n) => fold(text).slice(n, n + 2)))
  const asked = pairs(query)
  const score = name => {
    const own = pairs(name), both = [...own].filter(pair => asked.has(pair)).length
    return (2 * both) / (own.size + asked.size || 1) + (oneOff(fold(query), fold(name)) ? 1 : 0)
  }
  const scored = index.terms.map(({ label, anchor }) => ({ label, anchor, score: score(label) }))
  return scored.filter(({ score }) => score > LIKE).sort((a, b) => b.score - a.score).slice(0, 5)
}
