// The index of a language, opened: words, and the sections where they stand (see fieldguide/search/index.py).

import { alike, mistyped, squeeze } from "./alike.js"
import { unpacked } from "./packed.js"
import { isHan, sound, words } from "./words.js"

const WEIGHT = [0.3, 1, 1.25, 2.2] // of a word in code only, in the text (or learners' words for it), there often, in the heading

// What a Turkish verb adds in questions, after a vowel that changes: sıfırlıyoruz, dondurduğum, unutursam beside sıfırlamak, dondurmak, unutmak;
// and what a noun may add at most: gradyanlarımızın.
const TURKISH = /(?:(?:[iu]yor|[dt][iu]g[iu]|[aeiu]rs[ae])[a-z]*|l[ae]r[iu]m[iu]z[a-z]*)$/

export class Index {
  constructor(data) {
    this.data = data
    this.pages = data.pages.map(([url]) => url)
    this.sections = data.pages.flatMap(([url, list], page) => Array.from({ length: list.length / 2 }, (_, n) => ({ page, url, anchor: list[2 * n], title: list[2 * n + 1], isFirst: !n })))
    const stops = data.stops.split(" ")
    this.apart = new RegExp(stops.filter(isHan).join("|") || "$^", "g")
    this.stops = new Set(stops)
    this.whole = new Map() // a stop word → where it stands in names: [name, number of the word]
    this.terms = data.terms.map(([names, others, avoid, url, anchor]) => ({ label: names[0], english: others[0] ?? names[0], anchor, url, ...this.named({ names, others, avoid }) }))
    this.postings = unpacked(data)
    const named = this.terms.flatMap(({ names, others, avoid }) => [names, others, avoid].flat(2))
    this.all = [...this.postings.keys(), ...new Set(named.filter(word => !this.postings.has(word)))]
    this.known = new Map()
  }

  // The words of the names of a term, with stop words and without. Of others than the guide's own, one word is no name: “zero out” is not “zero”, nor “not a number” a number.
  named(term) {
    const parts = (name, kind) => {
      const found = this.split(name, true), [all, telling] = [found, this.telling(found)].map(list => list.map(({ word }) => word))
      if (all.length === telling.length) return [telling]
      all.forEach((word, n) => this.isStop(word) && this.whole.set(word, [...(this.whole.get(word) ?? []), [all, n]]))
      return kind !== "names" && telling.length === 1 ? [all] : [all, telling]
    }
    return Object.fromEntries(Object.entries(term).map(([kind, list]) => [kind, list.flatMap(name => parts(name, kind)).filter(name => name.length)]))
  }

  /** Return the words of a text that say something, or all if none does; `all` keeps every one of them. */
  split(text, all) {
    const some = words(text.replace(this.apart, stop => " ".repeat(stop.length))), found = some.length ? some : words(text)
    return all ? found : this.telling(found)
  }

  /** Return those of the words that say something, or all if none does. A stop word in a name of a term does, with other stop words between: “which is the optimizer”. */
  telling(found) {
    const isLike = (word, one) => one?.word === word || (!this.isStop(word) && alike(one?.word ?? "", word) > 0.62)
    const follow = (name, at, step) => name.every(word => {
      do at += step
      while (found[at] && !isLike(word, found[at]) && this.isStop(found[at].word))
      return isLike(word, found[at])
    })
    const isNamed = ({ word }, at) => this.whole.get(word)?.some(([name, n]) => follow(name.slice(n + 1), at, 1) && follow(name.slice(0, n).reverse(), at, -1))
    const telling = found.filter((one, at) => !this.isStop(one.word) || isNamed(one, at))
    return telling.length ? telling : found
  }

  /** Return a word of a query (see `split`); in Devanagari, if it is not known and sounds like a name of a term. */
  spelled(one) {
    if (!/^[a-z]{3,}$/.test(one.word) || this.isStop(one.word) || [...this.similar(one.word)].some(([known, share]) => share > 0.85 && this.postings.has(known))) return one
    this.sounds ??= new Map(this.terms.flatMap(({ names, others, avoid }) => [names, others, avoid].flat(2)).flatMap(word => (/^[अ-ह]/.test(word) && !this.isStop(word) ? [[sound(word), word]] : [])))
    return { ...one, word: this.sounds.get(sound(one.word)) ?? one.word }
  }

  /** Return the words that are this one but for their underscores. */
  joined(word) {
    if (!this.squeezed) {
      this.squeezed = new Map()
      for (const known of this.postings.keys()) this.squeezed.set(squeeze(known), [...(this.squeezed.get(squeeze(known)) ?? []), known])
    }
    return this.squeezed.get(word) ?? []
  }

  /** Say whether a word says nothing: a stop word, a single Chinese character. */
  isStop(word) {
    return this.stops.has(word) || (isHan(word) && word.length === 1)
  }

  /** Return known word → how alike, of a word: its forms; if there is none, words from which it is one letter away. */
  similar(word) {
    if (!this.known.has(word)) {
      const by = like => {
        const found = []
        for (const known of this.all) {
          const share = like(word, known)
          if (share) found.push([known, share]) // a list of all words, made and thrown away, would take longer than the question
        }
        return found
      }
      const han = known => (known.includes(word) ? 0.6 : 0)
      let found = isHan(word) ? by((a, b) => (a === b ? 1 : a.length === 1 ? han(b) : 0)) : by(alike)
      const stem = word.replace(TURKISH, "")
      if (stem !== word && stem.length > 3 && !found.some(([, share]) => share === 1)) found = [...found, ...by((_, known) => alike(stem, known))]
      if (!isHan(word) && !found.some(([, share]) => share > 0.85)) found = [...found, ...by(mistyped)]
      if (word.includes("_") && found.some(([known]) => known === word)) found = found.filter(([known]) => known.includes("_")) // a name that is known is no word
      this.known.set(word, new Map(found.sort((a, b) => a[1] - b[1]))) // of two, the higher one
    }
    return this.known.get(word)
  }

  /** Return section → weight of what stands there of a word and its forms, but for those that are `others` asked for. */
  places(word, others = new Set()) {
    const found = new Map()
    for (const [known, share] of this.similar(word)) {
      if (known !== word && others.has(known)) continue
      for (const place of this.postings.get(known) ?? []) found.set(place >> 2, Math.max(found.get(place >> 2) ?? 0, share * WEIGHT[place & 3]))
    }
    return found
  }
}
