// Where the reader is: the sidebars follow, the header names the page, a button leads back to its top.

const bar = document.querySelector(".md-header")
const title = document.querySelector(".md-header__title")
const heading = document.querySelector(".md-content h1")
const top = document.querySelector(".md-top")
const links = [...document.querySelectorAll(".md-sidebar--secondary .md-nav__link[href^='#']")]
const sections = links.map(link => document.getElementById(decodeURIComponent(link.hash.slice(1))))

/** Bring a link of a sidebar into the middle of what is seen of the sidebar. */
function follow(link) {
  const box = link?.closest(".md-sidebar__scrollwrap")
  if (!box) return
  const [place, seen] = [link.getBoundingClientRect(), box.getBoundingClientRect()]
  if (place.top < seen.top || place.bottom > seen.bottom) box.scrollTop += place.top - seen.top - seen.height / 2
}

let before = scrollY
let now // the number of sections that begin above the reader's eye
function look() {
  const eye = bar.offsetHeight + 32
  const atEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 1
  const above = atEnd && scrollY ? sections.length : sections.filter(section => section && section.getBoundingClientRect().top < eye).length
  if (above !== now) {
    links.forEach((link, index) => {
      link.classList.toggle("md-nav__link--passed", index < above)
      link.classList.toggle("md-nav__link--active", index === above - 1)
    })
    if (now !== undefined || above) follow(links[above - 1])
    now = above
  }
  title.classList.toggle("md-header__title--active", heading?.getBoundingClientRect().bottom < bar.offsetHeight)
  const isShown = scrollY < before && scrollY > 100
  if (scrollY !== before) {
    top.hidden = !isShown
    top.tabIndex = isShown ? 0 : -1
  }
  before = scrollY
}

let waits
addEventListener("scroll", () => (waits ??= requestAnimationFrame(() => ((waits = undefined), look()))), { passive: true })
requestAnimationFrame(() => {
  look()
  follow(document.querySelector(".md-sidebar--primary .md-nav__link--active[href]"))
})

top.addEventListener("click", () => {
  scrollTo({ top: 0 })
  top.blur()
})

// A link to something inside a folded part opens it; one to a section of this page closes the drawer.
const drawer = document.getElementById("__drawer")
function reveal() {
  const folded = document.getElementById(decodeURIComponent(location.hash.slice(1)))?.closest("details:not([open])")
  if (folded) folded.open = true
  folded?.scrollIntoView()
  if (drawer.checked) drawer.click()
}
addEventListener("hashchange", reveal)
reveal()

// In a narrow window the menu is a drawer. Its label becomes a button for the keyboard; Escape closes it. The page's own chapter
// can be closed in it, by Enter too; it says whether it is open.
const side = document.querySelector(".md-sidebar--primary")
const label = bar.querySelector("[for=__drawer]")
const opener = Object.assign(document.createElement("button"), { type: "button", className: `${label.className} fg-drawer`, ariaExpanded: "false" })
opener.ariaLabel = side.querySelector("nav").ariaLabel
opener.append(...label.childNodes)
label.replaceWith(opener)
opener.addEventListener("click", event => {
  drawer.click()
  if (!event.detail) side.querySelector("a").focus() // by the keyboard
})
drawer.addEventListener("change", () => (opener.ariaExpanded = drawer.checked))
for (const back of side.querySelectorAll(".md-nav__title[for^=__nav]")) back.tabIndex = 0
side.addEventListener("keydown", event => {
  if (event.key === "Enter" && event.target.matches("label")) event.target.click()
})
addEventListener("keydown", event => {
  if (event.key === "Escape" && drawer.checked) {
    drawer.click()
    opener.focus()
  }
})
side.addEventListener("change", event => {
  event.target.parentElement.querySelector("nav")?.setAttribute("aria-expanded", event.target.checked)
})
