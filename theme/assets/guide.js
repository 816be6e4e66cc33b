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
