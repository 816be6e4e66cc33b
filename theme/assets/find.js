// What search finds, on Pagefind (https://pagefind.app): an index for each language, made when the site is built.
// Pagefind itself takes words apart (Chinese too), folds accents and knows endings. Added here: English terms on translated pages,
// Turkish typed without ı, pasted error messages, the page that teaches a term, English pages where the reader's language has nothing.

const LONG = 4 // from so many words on, a query may be an error message
const SHOWN = 12 // pages

const language = document.documentElement.lang
const words = query => [...new Set(query.match(/[\p{L}\p{M}\p{N}_]{2,}/gu) ?? [])].slice(0, 24)
// Small letters without accents, ı as i; as long as the text, so that places in one are places in the other.
const fold = text => [...text.toLocaleLowerCase(language)].map(c => c.normalize("NFD").replace(/^([a-z])\p{M}+$/u, "$1").replace("ı", "i")).join("")
const isHan = text => /\p{Script=Han}/u.test(text)

/** Return the function query → {pages, number, language} for the site at `root` (URL). */
export async function finder(root) {
  const pagefind = await import(new URL("pagefind/pagefind.js", root))
  const { terms, errors } = await (await fetch(new URL(`assets/search-${language.slice(0, 2)}.json`, root))).json()
  const own = index(pagefind, language, { baseUrl: root.pathname })
  let english
  return async query => {
    const found = await look(own, query, terms)
    const entries = explained(query, errors, root)
    found.pages.unshift(...entries)
    found.number += entries.length
    if (found.number || language === "en") return { ...found, language }
    // Not in Pagefind's worker: its memory holds the program of one language.
    english ??= index(pagefind, "en", { baseUrl: root.pathname, noWorker: true })
    return { ...(await look(english, query, [])), language: "en" }
  }
}

// Pagefind learns the language from <html lang> only, in this call.
function index(pagefind, wanted, options) {
  document.documentElement.lang = wanted
  const instance = pagefind.createInstance({ excerptLength: 24, ranking: { termSimilarity: 3 }, ...options })
  document.documentElement.lang = language
  return instance
}

async function look(index, query, terms) {
  const queries = variants(query, terms)
  const found = await any(index, queries)
  const pages = await Promise.all(found.slice(0, SHOWN).map(results => firstNear(results, queries)))
  const near = pages.filter(Boolean)
  const taught = home(fold(query.trim()), terms), teaches = page => page.url.endsWith(`/${taught}`)
  if (taught) {
    for (const [result] of found.slice(SHOWN)) {
      if (near.some(teaches)) break
      near.push(await result.data())
    }
    near.sort((a, b) => teaches(b) - teaches(a)).splice(SHOWN)
  }
  return { pages: near, number: near.length && found.length - pages.length + near.length }
}

// The query; the query with each term that it holds (with any ending) exchanged for its other names; in Turkish also with ı for i.
function variants(query, terms) {
  const found = new Set([query]), text = ` ${query.toLocaleLowerCase(language)}`, folded = fold(text)
  for (const { names } of terms) {
    for (const name of names) {
      const key = isHan(name) ? fold(name) : ` ${fold(name)}` // Chinese words do not begin after a space
      const start = folded.indexOf(key)
      if (start < 0) continue
      const before = text.slice(0, start), after = text.slice(start + key.length).replace(isHan(name) ? "" : /^[\p{L}\p{M}]+/u, "")
      for (const other of names) found.add(`${before} ${other}${after}`.trim())
      break
    }
  }
  if (language === "tr" && text.includes("i")) found.add(text.trim().replaceAll("i", "ı"))
  return [...found].slice(0, 8)
}

// The page that teaches the term that the query is; else, one that the query begins with, up to an ending; else, one that has it as a word.
function home(query, terms) {
  const isShort = (longer, part) => longer.startsWith(part) && longer.length - part.length < 5
  const ways = [
    name => name === query,
    name => !isHan(name) && isShort(query, name),
    name => (isHan(query) ? query.length > 1 && name.endsWith(query) : query.length > 4 && name.split(/[ -]/).some(word => isShort(word, query))),
  ]
  for (const way of ways) {
    const found = terms.find(term => term.page && term.names.some(name => way(fold(name))))
    if (found) return found.page
  }
}

// The entries of the error index whose message has most words in common with the query, rare words counting more; numbers may differ.
function explained(query, errors, root) {
  const asked = new Set(words(fold(query)))
  if (asked.size < LONG) return []
  const messages = errors.map(error => ({ ...error, words: new Set(words(fold(error.text))) }))
  const weight = word => 1 / (1 + messages.filter(message => message.words.has(word)).length)
  const sum = list => [...list].reduce((total, word) => total + weight(word), 0)
  return messages
    .map(message => ({ ...message, score: (2 * sum([...asked].filter(word => message.words.has(word)))) / (sum(asked) + sum(message.words)) }))
    .filter(message => message.score > 0.5)
    .sort((a, b) => b.score - a.score)
    .slice(0, 3)
    .map(({ text, title, url }) => ({ url: new URL(url, root).pathname + new URL(url, root).hash, meta: { title }, excerpt: escape(text), sub_results: [] }))
}

const escape = text => text.replace(/[&<]/g, mark => (mark === "&" ? "&amp;" : "&lt;"))

// Return for each page its results (of one or more of the queries), best page first.
async function any(index, queries) {
  const pages = new Map()
  for (const query of queries) {
    for (const result of (await index.search(query)).results) {
      const { score, results } = pages.get(result.id) ?? { score: 0, results: [] }
      pages.set(result.id, { score: score + result.score, results: [...results, result] })
    }
  }
  return [...pages.values()].sort((a, b) => b.score - a.score).map(page => page.results)
}

// Where no word begins like one of the query, Pagefind shortens it until some does. Such results are left out.
async function firstNear(results, queries) {
  const beginnings = queries.flatMap(words).map(word => fold(word).slice(0, 4))
  for (const result of results) {
    const page = await result.data()
    const excerpts = [page, ...page.sub_results].map(part => part.excerpt).join(" ")
    const marked = [...excerpts.matchAll(/<mark>(.*?)<\/mark>/g)].map(match => fold(match[1].trim()))
    const fits = (mark, begin) => mark.includes(begin) || (begin.startsWith(mark) && (mark.length > 2 || isHan(mark)))
    if (marked.some(mark => beginnings.some(begin => fits(mark, begin)))) return page
  }
}
