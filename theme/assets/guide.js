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
