// From what each section answers to the best pages, each with its best sections.

import { answers, share, understand } from "./query.js"

const SHOWN = 10, SECTIONS = 3
// What counts for a section: the title of its page; neighbours that are one name; that it teaches what is asked, or a part of that, or one word of many;
// how much is left where it answers a part of the words only.
const HEADING = 2.2, MOST = 0.6, CONTEXT = 0.4, NEIGHBOURS = 0.6, WHOLE = 3, TAUGHT = 0.4, PART = 0.7
// Pages that name everything and explain little, entries of the error index, exercises, rules of the loop checker, which other pages teach.
const LESS = [[/(?:^|\/)glossary\/#/, 0.5], [/(?:^|\/)(?:errors|verification)\/#/, 0.6], [/(?:^|\/)errors\/.+#/, 0.8], [/#ex-/, 0.65], [/(?:^|\/)check\//, 0.9]]

/** Return {pages: [{url, title, sections: [{anchor, title, score}]}], words, says, missing, unknown, english} for a query in an opened index. */
export function search(query, index) {
  const understood = understand(query, index)
  const { asked, names } = answers(understood, index)
  const total = asked.reduce((sum, one) => sum + one.weight, 0)
  const scores = new Map(), covered = new Map()
  const add = (map, section, value) => map.set(section, (map.get(section) ?? 0) + value)
  for (const { values, weight } of asked) {
    for (const [section, value] of context(values, index)) {
      add(scores, section, value * weight)
      add(covered, section, Math.min(1, value) * weight)
    }
  }
  for (const { values, weight } of names) for (const [section, value] of values) if (scores.has(section)) add(scores, section, NEIGHBOURS * value * weight)
  for (const { span, weight } of asked) {
    const taught = home(span.term?.url, index)
    if (taught < 0) continue // no page, or none in this language
    covered.set(taught, Math.max(covered.get(taught) ?? 0, weight))
    add(scores, taught, weight * (TAUGHT * (1 + covered.get(taught) / total) + (WHOLE - 2 * TAUGHT) * (weight / total) ** 4))
  }
  const named = entitled(understood, asked, index)
  for (const [section, share] of named) add(scores, section, total * share ** 2)
  for (const [section, score] of scores) scores.set(section, score * (PART + ((1 - PART) * (covered.get(section) ?? 0)) / total))
  return { pages: pages(scores, named, index), words: matched(understood, index), says: said(understood), missing: missing(understood, asked, index), unknown: asked.length < understood.spans.length, english: inEnglish(understood) }
}

// The section that teaches a term, or -1; the URL of a page means its first one.
const home = (url, index) => index.sections.findLastIndex(one => url?.startsWith(one.url) && (url === `${one.url}#${one.anchor}` || (one.isFirst && url === one.url)))

// Section → how much of its name was typed: its address (no_grad, gradient penalty), or most of its heading, in any order.
function entitled({ spans, tokens, all }, asked, index) {
  const names = [all, tokens, ...spans.filter(({ isName }) => isName).map(({ from, to }) => tokens.slice(from, to))]
  const addresses = new Set(names.map(name => name.map(({ word }) => word.replaceAll("_", "-")).join("-").replace(/-lr$/, "")))
  const found = new Map()
  index.sections.forEach(({ anchor }, section) => addresses.has(anchor.startsWith("e-") ? anchor.slice(2) : anchor) && found.set(section, 1))
  const typed = new Set(tokens.map(({ word }) => word))
  for (const section of new Set(asked.flatMap(({ values }) => [...values].flatMap(([section, value]) => (value < HEADING ? [] : [section]))))) {
    const one = index.sections[section], heading = (one.heading ??= new Set(index.split(one.title).map(({ word }) => word)))
    const both = [...heading].filter(word => typed.has(word)).length, share = both / (heading.size + typed.size - both)
    if (share >= (asked.length > 1 ? MOST : 1)) found.set(section, Math.max(share, found.get(section) ?? 0))
  }
  return found
}

// The words of a page's title say what its sections are about.
function context(values, index) {
  const whole = new Map(values)
  const titles = new Map()
  for (const [section, value] of values) if (index.sections[section].isFirst && value > 1.25) titles.set(index.sections[section].page, value)
  if (titles.size) index.sections.forEach(({ page }, section) => titles.has(page) && whole.set(section, (values.get(section) ?? 0) + CONTEXT * titles.get(page)))
  return whole
}

const less = section => (section.less ??= LESS.find(([where]) => where.test(`${section.url}#${section.anchor}`))?.[1] ?? 1)

function pages(scores, named, index) {
  const found = new Map()
  for (const [number, score] of scores) {
    const section = index.sections[number]
    const page = found.get(section.page) ?? { url: section.url, title: index.data.pages[section.page][1][1], sections: [] }
    page.sections.push({ anchor: section.isFirst ? "" : section.anchor, title: section.title, score: score * (section.isFirst && named.get(number) === 1 ? 1 : less(section)) })
    found.set(section.page, page)
  }
  for (const page of found.values()) {
    page.sections.sort((a, b) => b.score - a.score)
    page.score = page.sections.slice(0, SECTIONS).reduce((sum, { score }, n) => sum + score * [1, 0.3, 0.15][n], 0)
    page.sections = page.sections.filter(({ score }, n) => n < SECTIONS && score > page.sections[0].score / 2)
  }
  const ranked = [...found.values()].sort((a, b) => b.score - a.score)
  return ranked.filter(({ score }, n) => n < SHOWN && score > ranked[0].score / 5)
}

// The query for the English index: terms by their English names.
const inEnglish = ({ spans }) => spans.map(({ words, term }) => term?.english ?? words.join(" ")).join(" ")

// What the excerpts mark, as lists of sets of folded words: each word that was typed, and whole names of its term, in all their forms.
function matched({ spans }, index) {
  const forms = (word, isForm) => new Set([...index.similar(word)].filter(([known, like]) => isForm(known, like)).map(([known]) => known))
  const typed = spans.flatMap(({ words }) => words).map(word => [forms(word, (_, like) => like > 0.5)])
  return [...typed, ...spans.flatMap(({ term }) => (term ? [...term.names, ...term.others] : [])).map(name => name.map(word => forms(word, known => share(word, known, index))))]
}

// Words that the guide does not use, with the term that it uses.
function said({ spans, tokens, text }) {
  return spans.filter(({ avoided }) => avoided).map(({ from, to, term }) => ({ typed: text.slice(tokens[from].start, tokens[to - 1].end), term: term.label }))
}

// What was typed of which nothing is known; of "why" and "the" nothing is said. A pair of Chinese characters beside a known one is no word, and neighbours are one.
function missing({ spans, tokens, text }, asked, index) {
  const places = spans.map(span => ({ start: tokens[span.from].start, end: tokens[span.to - 1].end, isKnown: asked.some(one => one.span === span) || span.words.every(word => index.isStop(word)) }))
  const known = places.filter(({ isKnown }) => isKnown), found = []
  for (const { start, end, isKnown } of places.sort((a, b) => a.start - b.start)) {
    if (isKnown || known.some(one => start < one.end && one.start < end)) continue
    if (found.length && start < found.at(-1)[1]) found.at(-1)[1] = end
    else found.push([start, end])
  }
  return [...new Set(found.map(([start, end]) => text.slice(start, end)))]
}
