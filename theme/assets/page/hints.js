// Titles of links, terms and buttons, shown by pointer and by keyboard, and legible: the browser's own show neither to both.

const tip = Object.assign(document.createElement("div"), { className: "fg-tip", id: "fg-tip", role: "tooltip", popover: "manual" })
document.body.append(tip)

let owner, pause

function show(element) {
  if (owner === element) return clearTimeout(pause)
  hide()
  owner = element
  tip.textContent = element.title
  tip.lang = element.closest("[lang]").lang
  element.dataset.title = element.title
  element.removeAttribute("title") // or the browser would show it too
  element.setAttribute("aria-describedby", tip.id)
  tip.showPopover()
  const box = element.getClientRects()[0]
  const below = box.bottom + 6 + tip.offsetHeight < innerHeight
  const left = box.left + box.width / 2 - tip.offsetWidth / 2
  tip.style.left = `${scrollX + Math.max(12, Math.min(left, document.documentElement.clientWidth - 12 - tip.offsetWidth))}px`
  tip.style.top = `${scrollY + (below ? box.bottom + 6 : box.top - 6 - tip.offsetHeight)}px`
}

function hide() {
  clearTimeout(pause)
  if (!owner) return
  owner.title = owner.dataset.title
  owner.removeAttribute("aria-describedby")
  owner = undefined
  tip.hidePopover()
}

const titled = event => event.target.closest?.(".md-content [title], .md-content [data-title]")
const isSame = node => node instanceof Element && (tip.contains(node) || owner?.contains(node))
document.addEventListener("pointerover", event => {
  if (event.pointerType === "touch") return
  if (isSame(event.target)) return clearTimeout(pause)
  const element = titled(event)
  if (element?.title) show(element)
})
document.addEventListener("pointerout", event => {
  if (owner && isSame(event.target) && !isSame(event.relatedTarget)) pause = setTimeout(hide, 250) // time to reach the hint itself
})
document.addEventListener("focusin", event => event.target.title && event.target.matches(":focus-visible") && titled(event) && show(event.target))
document.addEventListener("focusout", event => isSame(event.target) && hide())
document.addEventListener("keydown", event => event.key === "Escape" && hide())
