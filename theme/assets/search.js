// The search box: opens with a click, "/" or Ctrl+K. What it finds is the work of search/find.js, which is loaded when the box opens.

const dialog = document.querySelector(".fg-search")
const [input, count, list] = ["input", ".fg-search__count", ".fg-search__results"].map(name => dialog.querySelector(name))
const texts = dialog.dataset
const root = new URL(texts.base, location)

// What finds, and what it imports: all is asked for at once, with the index.
const PARTS = ["find", "show", "load", "alike", "excerpt", "index", "messages", "packed", "query", "rank", "words"]
const preload = (name, more) => document.head.append(Object.assign(document.createElement("link"), { href: new URL(`assets/search/${name}.js`, root), ...more }))

let loaded // the promise of what finds and what shows
function load() {
  if (loaded) return loaded
  if (location.protocol !== "file:") { // a disk lets nothing be asked for ahead
    preload(texts.language, { rel: "preload", as: "script" })
    PARTS.forEach(name => preload(name, { rel: "modulepreload" }))
  }
  loaded = Promise.all([import("./search/find.js").then(({ finder }) => finder(root, texts.language)), import("./search/show.js")])
  loaded.catch(() => (loaded = undefined))
  return loaded
}

function open() {
  if (dialog.open) return
  load().catch(() => {}) // while the dialog opens and the reader types; show() tells what went wrong
  dialog.showModal()
  input.select()
}

// ---------- Showing ----------

// From a disk no link leads to a folder.
const index = location.protocol === "file:" ? "index.html" : ""
function at(address, anchor = "") {
  const url = new URL(address, root)
  url.pathname += url.pathname.endsWith("/") ? index : ""
  if (anchor) url.hash = anchor
  return url.href
}
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name])

function said(query, { pages, entries, isMessage, says, missing }) {
  const number = pages.length + entries.length
  const found = !number ? fill(texts.none, { query }) : isMessage && !entries.length ? texts.noEntry : number === 1 ? texts.one : fill(texts.many, { count: number })
  const unmatched = number && !isMessage && missing.length ? [fill(texts.noMatch, { words: missing.join(texts.language === "zh" ? "、" : ", ") })] : []
  return [...says.map(one => fill(texts.says, one)), ...unmatched, found].join(" ")
}

async function show() {
  const query = input.value.trim(), isOld = () => query !== input.value.trim()
  try {
    const [finds, shows] = await load()
    if (isOld()) return // more was typed meanwhile
    const found = query && finds.find(query)
    count.textContent = query ? said(query, found) : ""
    list.replaceChildren(...(query ? shows.items(found, at, url => finds.text(url, texts.language)) : []))
    if (query && found.near.length) list.append(shows.nearTerms(found.near, at, texts.near, texts.language))
    if (query && texts.language !== "en") await english(found, finds, shows, isOld)
    dialog.ariaBusy = "false"
  } catch (error) {
    console.error(error)
    count.textContent = texts.failed
    dialog.ariaBusy = "false"
  }
}

// English pages come after the reader's own: at once where a word is not known, else on demand.
async function english(found, finds, shows, isOld) {
  const head = shows.element("li", { className: "fg-search__english" })
  list.append(head)
  const more = async () => {
    const foreign = await finds.english(found.english)
    if (isOld()) return
    if (!foreign.pages.length) return head.remove()
    head.replaceChildren(shows.element("p", { textContent: texts.english }), shows.element("ol", { lang: "en" }, ...shows.items({ ...foreign, entries: [] }, at, url => finds.text(url, "en"))))
  }
  if (found.pages.length && !found.unknown) head.append(shows.element("button", { type: "button", textContent: texts.englishToo, onclick: more }))
  else await more()
}

// ---------- Listening ----------

let pause
input.addEventListener("input", () => {
  dialog.ariaBusy = "true"
  clearTimeout(pause)
  pause = setTimeout(show, list.childElementCount ? 60 : 0) // the first result comes at once
})

// Of pasted lines, the message counts: the one that the guide explains, or the last.
input.addEventListener("paste", async event => {
  const text = event.clipboardData.getData("text")
  if (!text.trim().includes("\n")) return
  event.preventDefault()
  const [finds] = await load()
  input.value = finds.message(text)
  show()
})

dialog.querySelector("form").addEventListener("submit", event => {
  if (document.activeElement !== input) return // the button: the dialog closes
  event.preventDefault()
  list.querySelector("a")?.click()
})

dialog.addEventListener("keydown", event => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (!step) return
  const stops = [input, ...list.querySelectorAll("a, button")]
  stops.at((stops.indexOf(document.activeElement) + step) % stops.length).focus()
  event.preventDefault()
})

dialog.addEventListener("click", event => {
  if (event.target === dialog || event.target.closest("a")) dialog.close() // beside the box, or a result
})

document.querySelector(".fg-search-open").addEventListener("click", open)
document.addEventListener("keydown", event => {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]")
  const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey
  if (!slash && !(event.key === "k" && (event.ctrlKey || event.metaKey))) return
  event.preventDefault()
  open()
})
