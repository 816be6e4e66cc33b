// The search box: opens with a click, "/" or Ctrl+K. What it finds is the work of find.js, which is loaded when the box opens.

const dialog = document.querySelector(".fg-search")
const [input, count, list] = ["input", ".fg-search__count", ".fg-search__results"].map(name => dialog.querySelector(name))
const texts = dialog.dataset
const root = new URL(texts.base, location)
const SECTIONS = 3 // shown of each page

let find // the promise of the function that finds
function load() {
  find ??= import("./find.js").then(({ finder }) => finder(root))
  return find
}

function open() {
  if (dialog.open) return
  dialog.showModal()
  input.select()
  load().catch(() => {}) // while the reader types; show() tells what went wrong
}

// ---------- Showing ----------

function element(name, content, ...children) {
  const made = Object.assign(document.createElement(name), content)
  made.append(...children)
  return made
}

// Pagefind's excerpts are HTML: the page's text, escaped, with <mark> around what was found.
function link(url, title, excerpt) {
  return element("a", { href: url }, element("strong", { textContent: title }), ...(excerpt ? [element("span", { innerHTML: excerpt })] : []))
}

const weight = section => section.weighted_locations.reduce((sum, location) => sum + location.balanced_score, 0)

function entry(page) {
  const sections = page.sub_results
    .filter(section => section.url.includes("#") && section.title !== page.meta.title)
    .sort((a, b) => weight(b) - weight(a))
    .slice(0, SECTIONS)
    .map(section => element("li", {}, link(section.url, section.title, section.excerpt)))
  if (!sections.length) return element("li", {}, link(page.url, page.meta.title, page.excerpt))
  return element("li", {}, link(page.url, page.meta.title), element("ul", {}, ...sections))
}

function say(query, number, isForeign) {
  const pages = number === 1 ? texts.one : texts.many.replace("{count}", number)
  count.textContent = !number ? texts.none.replace("{query}", query) : isForeign ? `${texts.english}: ${pages}` : pages
}

let wanted, running
async function show() {
  wanted = input.value.trim()
  if (running) return // one search at a time: Pagefind's indexes do not bear two
  running = true
  dialog.ariaBusy = "true"
  for (let query; query !== wanted; ) {
    query = wanted
    try {
      const found = query ? await (await load())(query) : { pages: [] }
      if (query !== wanted) continue // more was typed meanwhile
      list.lang = found.language ?? ""
      list.replaceChildren(...found.pages.map(entry))
      if (query) say(query, found.number, found.language !== document.documentElement.lang)
      else count.textContent = ""
    } catch (error) {
      console.error(error)
      find = undefined
      count.textContent = texts.failed
    }
  }
  running = false
  dialog.ariaBusy = "false"
}

// ---------- Listening ----------

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
  if (document.activeElement !== input) return // the button: the dialog closes
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
