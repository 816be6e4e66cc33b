// Code on every page: notes open at their marks, and a button copies what it shows.

const page = document.querySelector(".fg-page")
const { note: noteName, copy: copyName, copied } = page.dataset

function element(name, content, ...children) {
  const node = Object.assign(document.createElement(name), content)
  node.append(...children)
  return node
}

// ---------- Notes: the numbered list below a block, which the stylesheet hides, becomes marks in its comments. ----------

let made = 0
/** Return the mark of a note. Its bubble is in the page only while it is open: what reads the code finds code. */
function note(number, item) {
  const bubble = element("div", { className: "md-tooltip", id: `fg-note-${++made}` })
  bubble.append(element("div", { className: "md-tooltip__inner md-typeset" }, ...[...item.cloneNode(true).childNodes]))
  const mark = element("button", { type: "button", className: "md-annotation__index", ariaLabel: noteName.replace("{number}", number), ariaExpanded: "false" })
  const whole = element("span", { className: "md-annotation" }, mark)
  mark.append(element("span", {}))
  mark.firstChild.dataset.mdAnnotationId = number

  function open() {
    const home = whole.offsetParent.getBoundingClientRect(), own = whole.getBoundingClientRect()
    let below = own.bottom // and below the marks of the next lines, which stay in reach
    for (const other of whole.closest("code").querySelectorAll(".md-annotation")) {
      const { top, bottom } = other.getBoundingClientRect()
      if (top > own.top && top < below + own.height / 2) below = bottom
    }
    const place = { "--md-tooltip-x": whole.offsetLeft + whole.offsetWidth / 2, "--md-tooltip-y": whole.offsetTop + below - own.top, "--md-tooltip-0": -home.x }
    for (const [name, value] of Object.entries(place)) whole.style.setProperty(name, `${value}px`)
    whole.append(bubble)
    requestAnimationFrame(() => bubble.classList.add("md-tooltip--active"))
    mark.ariaExpanded = "true"
    mark.setAttribute("aria-describedby", bubble.id)
  }
  function close() {
    bubble.classList.remove("md-tooltip--active")
    bubble.remove()
    mark.ariaExpanded = "false"
    mark.removeAttribute("aria-describedby")
  }
  let wasOpen // before the press of the pointer, which gives focus
  mark.addEventListener("mousedown", () => (wasOpen = bubble.isConnected))
  mark.addEventListener("click", event => {
    if (event.detail ? wasOpen : bubble.isConnected) return close()
    if (document.activeElement !== mark) mark.focus() // Safari
    if (!bubble.isConnected) open()
  })
  mark.addEventListener("focus", () => bubble.isConnected || open())
  whole.addEventListener("focusout", event => whole.contains(event.relatedTarget) || close())
  whole.addEventListener("keydown", event => event.key === "Escape" && close())
  return whole
}

for (const list of page.querySelectorAll(".fg-code + ol")) {
  for (const comment of list.previousElementSibling.querySelectorAll(":is(.c, .c1)")) {
    const [, number] = comment.textContent.match(/\((\d+)\)!/) ?? []
    const item = number && list.children[number - 1]
    if (!item) continue
    comment.replaceChildren(note(number, item))
  }
}

// ---------- Copying ----------

const toast = document.querySelector(".md-dialog")
toast.setAttribute("role", "status")

async function copy(code) {
  const clean = code.cloneNode(true)
  for (const extra of clean.querySelectorAll(".md-annotation, .fg-over")) extra.remove()
  await navigator.clipboard.writeText(clean.textContent.replace(/[ \t]+$/gm, "").trimEnd())
  toast.firstElementChild.textContent = copied
  toast.classList.add("md-dialog--active")
  setTimeout(() => {
    toast.classList.remove("md-dialog--active")
    toast.firstElementChild.textContent = ""
  }, 2000)
}

for (const code of page.querySelectorAll(".highlight > pre > code")) {
  if (!navigator.clipboard) break // without https there is none
  const button = element("button", { type: "button", className: "md-code__button", title: copyName, ariaLabel: copyName, onclick: () => copy(code) })
  button.dataset.mdType = "copy"
  code.before(element("div", { className: "md-code__nav" }, button))
}
