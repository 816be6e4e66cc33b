// Small things on every page.

// What this browser keeps for the guide. A reader may forbid it.
function stored(name) {
  try {
    return localStorage[name]
  } catch {}
}

function store(name, value) {
  try {
    if (value) localStorage[name] = value
    else localStorage.removeItem(name)
  } catch {}
}

// The language menu: keep the reader's #section, and close like any menu.
const menu = document.querySelector(".fg-menu")

menu?.addEventListener("toggle", () => {
  for (const link of menu.querySelectorAll("a")) link.hash = location.hash
})

document.addEventListener("click", event => {
  if (!menu?.contains(event.target)) menu?.removeAttribute("open")
})

document.addEventListener("keydown", event => {
  if (event.key !== "Escape" || !menu?.open) return
  menu.open = false
  menu.querySelector("summary").focus()
})

// Which pages of a chapter were read: kept only if the reader says so, only in this browser.
const kept = document.querySelector(".fg-kept")
const marked = new Set((stored("fg-read") ?? "").split("\n").filter(Boolean))

function showRead() {
  const button = kept.querySelector("button")
  button.textContent = marked.has(button.dataset.path) ? button.dataset.read : button.dataset.unread
  for (const item of document.querySelectorAll(".fg-here [data-page]")) item.classList.toggle("fg-was-read", marked.has(item.dataset.page))
}

kept?.querySelector("button").addEventListener("click", ({ target: { dataset } }) => {
  if (!marked.delete(dataset.path)) marked.add(dataset.path)
  store("fg-read", [...marked].join("\n"))
  showRead()
})
if (kept) {
  kept.hidden = false
  showRead()
}

// The door to search on the home page.
document.querySelector(".fg-ask")?.addEventListener("click", () => document.querySelector(".fg-search-open").click())

// Light or dark: what the reader chose, else what the system says, also when it changes its mind.
const dark = matchMedia("(prefers-color-scheme: dark)")

function paint(scheme) {
  document.body.dataset.mdColorScheme = scheme
  document.documentElement.style.colorScheme = scheme === "slate" ? "dark" : "light"
  document.querySelector("meta[name=theme-color]").content = getComputedStyle(document.body).backgroundColor
}

for (const button of document.querySelectorAll(".fg-scheme button")) {
  button.addEventListener("click", () => {
    paint(button.value)
    document.querySelector(`.fg-scheme button:not([value=${button.value}])`).focus()
    store("fg-scheme", button.value)
  })
}
dark.addEventListener("change", () => stored("fg-scheme") ?? paint(dark.matches ? "slate" : "default"))
paint(document.body.dataset.mdColorScheme)

// The pages before and after, by one key, as before; not while the reader types.
document.addEventListener("keydown", event => {
  const page = { p: "prev", ",": "prev", n: "next", ".": "next" }[event.key]
  if (!page || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, dialog, [contenteditable]")) return
  const to = document.querySelector(`link[rel=${page}]`)?.href
  if (to) location.href = to
})

// A formula, or the data of a figure, that is wider than the page can be scrolled by keyboard, which is told what formula it has reached.
const widths = new ResizeObserver(entries => {
  for (const { target } of entries) {
    const asks = target.matches("table") ? { tabindex: 0 } : { tabindex: 0, role: "group", "aria-label": document.querySelector(".fg-page").dataset.formula }
    for (const [name, value] of Object.entries(asks)) target.scrollWidth > target.clientWidth ? target.setAttribute(name, value) : target.removeAttribute(name)
  }
})
for (const wide of document.querySelectorAll(".fg-formula, .fg-data table")) widths.observe(wide)

// What is far below was left out of the first view (first.html says when): now it is laid out, a few blocks at a time, so that the page has its true length.
const blocks = [...document.querySelectorAll(".top .fg-page > *")]
const soon = self.requestIdleCallback ?? setTimeout
function layOut(count) {
  for (const block of blocks.splice(0, count)) block.style.contentVisibility = "visible"
}
function bitByBit() {
  layOut(2)
  if (blocks.length) requestAnimationFrame(() => soon(bitByBit)) // each in a frame of its own
}
addEventListener("load", () => soon(bitByBit))
addEventListener("click", () => layOut(blocks.length), { capture: true, once: true }) // a link to a section finds it where it stays

// What was read can be read again without a network: ../sw.js. Over https only, so not under `make serve`.
if (location.protocol === "https:") navigator.serviceWorker?.register(new URL("../sw.js", import.meta.url)).catch(() => {})
