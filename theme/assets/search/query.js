// What a query asks: its words, the terms among them, and for each of these spans how well each section answers it.

import { alike } from "./alike.js"
import { isHan, typed } from "./words.js"

const OTHER = 0.8 // what another name of a term counts
const PAIR = 0.65 // what a pair of Chinese characters counts, because a word has several of them
const MISTYPED = 0.7 // how like a Chinese term is to one with one wrong character
const NAME = 1.6 // what a name from code counts, beside words

/** Return {spans: [{from, to, term, avoided}], tokens}: terms of the guide, names joined or taken apart, and single words; longest first, none twice. */
export function understand(query, index) {
  const all = index.split(typed(query, index.data.traditional), true).map(one => index.spelled(one)), tokens = index.telling(all)
  const taken = new Set(), spans = []
  const take = (from, to, more) => {
    for (let n = from; n < to; n++) taken.add(n)
    spans.push({ from, to, words: tokens.slice(from, to).map(({ word }) => word), isName: tokens.slice(from, to).some(({ isName }) => isName), ...more })
  }
  const isFree = (from, to) => !Array.from({ length: to - from }, (_, n) => from + n).some(n => taken.has(n))
  for (const found of named(tokens, index)) if (isFree(found.from, found.to)) take(found.from, found.to, found)
  tokens.forEach((_, n) => isFree(n, n + 1) && take(n, n + 1, {}))
  return { spans, joined: joined(all, index), tokens, all, text: query }
}

// Every term that the words name, in any form: the names that cover most come first, then the guide's own words before others.
function named(tokens, index) {
  const found = []
  for (const term of index.terms) {
    for (const [rank, kind] of ["names", "others", "avoid"].entries()) {
      for (const name of term[kind]) {
        for (let from = 0; from + name.length <= tokens.length; from++) {
          const shares = name.map((word, n) => share(tokens[from + n].word, word, index))
          if (shares.includes(0)) {
            if (kind === "avoid" || !oneCharacterOff(tokens, from, name, shares, index)) continue
            shares.fill(MISTYPED)
          } else if (kind === "avoid" && name.some((word, n) => !alike(tokens[from + n].word, word))) continue // what is said of a word is no guess
          found.push({ from, to: from + name.length, term, avoided: rank === 2, length: name.join("").length, likeness: Math.min(...shares) - rank / 20 })
        }
      }
    }
  }
  return found.sort((a, b) => b.to - b.from - (a.to - a.from) || b.likeness - a.likeness || b.length - a.length)
}

// A Chinese term with one wrong character: 反像传播. Of the pairs, those with that character stand nowhere, the others are right.
function oneCharacterOff(tokens, from, name, shares, index) {
  const run = tokens.slice(from, from + name.length), text = words => words[0] + words.slice(1).map(word => word.at(-1)).join("")
  if (name.length < 2 || !name.every(isHan) || run.some(({ start }, n) => n && start !== run[n - 1].start + 1)) return false
  const [typed, known] = [text(run.map(({ word }) => word)), text(name)], off = [...typed].findIndex((one, n) => one !== known[n])
  if (typed.slice(off + 1) !== known.slice(off + 1) || !shares.some(Boolean)) return false
  const around = [from + off - 1, from + off].map(n => tokens[n]).filter(one => one && [run[0].start + off - 1, run[0].start + off].includes(one.start))
  return around.every(({ word }) => !index.places(word).size)
}

/** Return how well a word stands for one of a name, or 0. A part of an identifier does not name a term, nor does an identifier of which the term is a part. */
export function share(word, known, index) {
  if (word === known) return 1
  const like = index.similar(word).get(known) ?? 0
  return like > (word.includes("_") ? 0.74 : 0.62) && (like > 0.96 || word.includes("_") === known.includes("_")) ? like : 0
}

// Neighbours that are one name in the guide: zero grad, clip grad norm, warm up.
function joined(tokens, index) {
  const found = []
  for (let from = 0; from < tokens.length; from++) {
    for (let to = from + 2; to <= Math.min(from + 4, tokens.length); to++) {
      const one = tokens.slice(from, to).map(({ word }) => word).join("")
      found.push(...index.joined(one))
    }
  }
  return found
}

/** Return [{values: section → 0 … about 2, weight}] of the spans and joined names of a query; a span of which nothing is known is left out. */
export function answers({ spans, joined, tokens }, index) {
  const typed = new Set(tokens.map(({ word }) => word)) // Adam beside AdamW is Adam alone
  const ways = span => [[span.words, 1], ...(span.term ? [...span.term.names, ...span.term.others].map(name => [name, OTHER]) : [])]
  const isWord = ({ words }) => words.length === 1 && !isHan(words[0])
  const asked = spans.map(span => ({ span, ...best(ways(span).map(([words, share]) => way(words, share, index, typed)), span.isName ? NAME : 1, isWord(span)) }))
  const names = joined.map(word => way([word], 1, index))
  return { asked: asked.filter(one => one.weight), names: names.filter(one => one.weight) }
}

function way(name, share, index, typed) {
  const telling = name.filter(word => !index.isStop(word)), words = telling.length ? telling : name
  const parts = words.map(word => ({ places: index.places(word, typed), share: isHan(word) ? PAIR : 1 })).map(({ places, share }) => ({ places, weight: places.size ? share * rarity(places.size, index) : 0 }))
  const weight = parts.reduce((sum, part) => sum + part.weight, 0), values = new Map(), known = parts.filter(part => part.weight).length / parts.length
  const counts = share * (share === 1 ? 1 : known) // of another name, a part says less
  for (const part of parts) for (const [section, value] of part.places) values.set(section, (values.get(section) ?? 0) + (value * counts * part.weight) / weight)
  return { weight: known === 1 ? weight : weight / 2, values }
}

const rarity = (sections, index) => Math.log(1 + index.sections.length / sections)

function best(ways, share, isWord) {
  const values = new Map()
  for (const way of ways) for (const [section, value] of way.values) values.set(section, Math.max(values.get(section) ?? 0, value))
  const [typed, ...others] = ways.map(way => way.weight) // other names count as what was typed, if that is known: no more than the term, if it is one foreign word
  return { weight: share * (typed ? Math.min(typed, (isWord && others[0]) || typed) : Math.max(0, ...others)), values }
}
