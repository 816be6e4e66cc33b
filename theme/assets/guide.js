// Small things on every page.

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
const marked = new Set((localStorage.getItem("fg-read") ?? "").split("\n").filter(Boolean))

function showRead() {
  const button = kept.querySelector("button")
  button.textContent = marked.has(button.dataset.path) ? button.dataset.read : button.dataset.unread
  for (const item of document.querySelectorAll(".fg-here [data-page]")) item.classList.toggle("fg-was-read", marked.has(item.dataset.page))
}

kept?.querySelector("button").addEventListener("click", ({ target: { dataset } }) => {
  if (!marked.delete(dataset.path)) marked.add(dataset.path)
  if (marked.size) localStorage.setItem("fg-read", [...marked].join("\n"))
  else localStorage.removeItem("fg-read")
  showRead()
})
if (kept) {
  kept.hidden = false
  showRead()
}

// The door to search on the home page.
document.querySelector(".fg-ask")?.addEventListener("click", () => document.querySelector(".fg-search-open").click())

// Material adds bars of buttons and marks of annotations to code, but no names for screen readers.
const page = document.querySelector(".fg-page")

new MutationObserver(() => {
  for (const bar of page.querySelectorAll("nav.md-code__nav:not([role])")) bar.setAttribute("role", "none")
  for (const mark of page.querySelectorAll(".md-annotation__index:not([aria-label])")) {
    mark.ariaLabel = page.dataset.note.replace("{number}", mark.firstElementChild.dataset.mdAnnotationId)
  }
}).observe(page, { childList: true, subtree: true })
