// Search, on Pagefind (https://pagefind.app): an index for each language, made when the site is built.
// Nothing is loaded until the box is opened. Pagefind picks the index by <html lang>, stems, folds accents and parts Chinese into words.
// Added here: English terms on translated pages, Turkish typed without ı, error messages with other numbers in them, and English pages
// where the reader's language has nothing.

const dialog = document.querySelector(".fg-search")
const [input, count, list] = ["input", ".fg-search__count", ".fg-search__results"].map(name => dialog.querySelector(name))
const texts = dialog.dataset
const root = new URL(texts.base, location)
const language = document.documentElement.lang
const PAGES = 12, SECTIONS = 3 // results; sections shown of each
const LONG = 5 // from so many words on, a query may be an error message

// ---------- Finding: functions that take an index and a query ----------

let loading
function load() {
  loading ??= Promise.all([
    import(new URL("pagefind/pagefind.js", root)),
    fetch(new URL("assets/synonyms.json", root)).then(answer => answer.json()),
  ]).then(([pagefind, synonyms]) => ({
    own: index(pagefind, language),
    english: language === "en" ? null : index(pagefind, "en"),
    groups: synonyms[language.slice(0, 2)] ?? [],
  }))
  return loading
}

// Pagefind can be told a language only through <html lang>, which it reads in this call. It loads nothing before the first search.
function index(pagefind, wanted) {
  document.documentElement.lang = wanted
  const instance = pagefind.createInstance({ baseUrl: root.pathname, excerptLength: 24 })
  document.documentElement.lang = language
  return instance
}

// Small letters without accents, ı as i; of equal length, so that places in the folded text are places in the text.
const fold = text => [...text.toLocaleLowerCase(language)].map(c => c.normalize("NFD").replace(/^([a-z])\p{M}+$/u, "$1").replace("ı", "i")).join("")
const words = query => [...new Set(query.match(/[\p{L}\p{M}\p{N}_]{2,}/gu) ?? [])].slice(0, 24)

// The query; the query with each term that it holds (with any ending) exchanged for its other names; for Turkish also with ı for i.
function variants(query, groups) {
  const found = new Set([query]), text = ` ${query.toLocaleLowerCase(language)}`, folded = fold(text)
  for (const group of groups) {
    for (const name of group) {
      const start = folded.indexOf((/\p{Script=Han}/u.test(name) ? "" : " ") + fold(name))
      if (start < 0) continue
      const [before, after] = [text.slice(0, start), text.slice(start + 1 + name.length).replace(/^[\p{L}\p{M}]+/u, "")]
      for (const other of group) found.add(`${before} ${other}${after}`.trim())
      break
    }
  }
  if (language === "tr" && text.includes("i")) found.add(text.trim().replaceAll("i", "ı"))
  return [...found].slice(0, 8)
}

async function any(index, queries) {
  const best = new Map()
  for (const [place, query] of queries.entries()) {
    for (const result of (await index.search(query)).results) {
      const score = result.score * (place ? 0.6 : 1) // what was typed comes before what it means
      if (!(best.get(result.id)?.score >= score)) best.set(result.id, { score, result })
    }
  }
  return [...best.values()].sort((a, b) => b.score - a.score).map(entry => entry.result)
}

// For messages: the page that holds most of the words, rare words counting more, and the other pages with the same ones.
async function most(index, query) {
  const points = new Map(), holders = new Map()
  for (const word of words(query)) {
    const ids = (await index.search(word)).results.map(result => result.id)
    for (const id of ids) points.set(id, (points.get(id) ?? 0) + 1 / ids.length)
    holders.set(word, ids)
  }
  const [best] = [...points].sort((a, b) => b[1] - a[1])[0] ?? []
  const shared = [...holders.keys()].filter(word => holders.get(word).includes(best))
  if (shared.length < 0.6 * holders.size) return []
  const { results } = await index.search(shared.join(" "))
  return results.sort((a, b) => (b.id === best) - (a.id === best))
}

async function find(index, query, groups) {
  const found = await any(index, variants(query, groups))
  return found.length || words(query).length < LONG ? found : most(index, query)
}

// ---------- Showing ----------

function element(name, content = {}, ...children) {
  const made = Object.assign(document.createElement(name), content)
  made.append(...children)
  return made
}

const link = (url, title, excerpt) =>
  element("a", { href: url }, element("strong", { textContent: title }), ...(excerpt ? [element("span", { innerHTML: excerpt })] : []))

function entry(page) {
  const sections = page.sub_results
    .filter(section => section.url.includes("#") && section.title !== page.meta.title)
    .sort((a, b) => b.locations.length - a.locations.length)
    .slice(0, SECTIONS)
  const inner = sections.map(section => element("li", {}, link(section.url, section.title, section.excerpt)))
  return element("li", {}, link(page.url, page.meta.title, inner.length ? "" : page.excerpt), ...(inner.length ? [element("ul", {}, ...inner)] : []))
}

let latest = 0
async function show() {
  const query = input.value.trim(), mine = ++latest
  if (!query) {
    count.textContent = ""
    return list.replaceChildren()
  }
  try {
    const { own, english, groups } = await load()
    let found = await find(own, query, groups)
    const foreign = !found.length && english
    if (foreign) found = await find(english, query, [])
    const pages = await Promise.all(found.slice(0, PAGES).map(result => result.data()))
    if (mine !== latest) return // another letter was typed meanwhile
    list.lang = foreign ? "en" : language
    list.replaceChildren(...pages.map(entry))
    const number = found.length === 1 ? texts.one : texts.many.replace("{count}", found.length)
    count.textContent = !found.length ? texts.none.replace("{query}", query) : foreign ? `${texts.english}: ${number}` : number
  } catch (error) {
    console.error(error)
    loading = undefined
    count.textContent = texts.failed
  }
}

// ---------- The box ----------

function open() {
  if (dialog.open) return
  dialog.showModal()
  input.select()
  load().catch(() => {}) // while the reader types
}

let pause
input.addEventListener("input", () => {
  clearTimeout(pause)
  pause = setTimeout(show, 120)
})

// Of a pasted traceback the last line says what happened.
input.addEventListener("paste", event => {
  const lines = event.clipboardData.getData("text").split("\n").map(line => line.trim()).filter(Boolean)
  if (lines.length < 2) return
  event.preventDefault()
  input.value = lines.findLast(line => /^[\w.]+(Error|Exception|Warning)\b/.test(line)) ?? lines.at(-1)
  show()
})

dialog.querySelector("form").addEventListener("submit", event => {
  if (event.submitter?.value === "close" && document.activeElement !== input) return // the dialog closes
  event.preventDefault()
  list.querySelector("a")?.click()
})

dialog.addEventListener("keydown", event => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (!step) return
  const stops = [input, ...list.querySelectorAll("a")]
  stops.at((stops.indexOf(document.activeElement) + step) % stops.length).focus()
  event.preventDefault()
})

dialog.addEventListener("click", event => {
  if (event.target === dialog || event.target.closest("a")) dialog.close()
})

document.querySelector(".fg-search-open").addEventListener("click", open)
document.addEventListener("keydown", event => {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]")
  const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey
  if (!slash && !(event.key === "k" && (event.ctrlKey || event.metaKey))) return
  event.preventDefault()
  open()
})
