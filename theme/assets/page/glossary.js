// The box of the glossary: it leaves the terms that have a word that begins as typed, in any language or as learners call them.

import { load } from "../search/load.js"
import { fold, isHan } from "../search/words.js"

const box = document.querySelector(".fg-find")
const [input, told] = ["input", "[role=status]"].map(name => box.querySelector(name))
const row = document.querySelector(".fg-letters")
const side = document.querySelector(".md-sidebar--secondary")
const PART = /[\u3400-\u9fff]+|(?:(?![\u3400-\u9fff])[\p{L}\p{M}\p{N}_])+/gu
const INSIDE = /[\p{L}\p{M}\p{N}]/u

const letters = [...row.querySelectorAll("a")].map(link => {
  const heading = document.querySelector(link.hash)
  const list = heading.nextElementSibling
  const terms = [...list.querySelectorAll("dt")].map(term => ({ parts: [term, term.nextElementSibling], text: fold(term.textContent), anchor: term.querySelector("[id]").id }))
  return { parts: [link.parentElement, heading, list], terms }
})
const all = letters.flatMap(({ terms }) => terms)

const { base, language } = document.querySelector("dialog.fg-search").dataset
let named // the promise of what else learners call the terms, which is asked for when the reader comes to the box
function names() {
  named ??= load(new URL(base, location), `${language}-called`).then(
    called => all.forEach(term => (term.text += fold(` / ${called[term.anchor]}`))),
    () => {}, // what the page shows can be found
  )
  return named
}

// Chinese is written without gaps, so there a word can begin anywhere.
function begins(text, typed) {
  for (let at = text.indexOf(typed); at >= 0; at = text.indexOf(typed, at + 1)) {
    if (isHan(typed) || !INSIDE.test(text[at - 1] ?? "")) return true
  }
  return false
}

async function show() {
  await names()
  const typed = fold(input.value.normalize("NFKC")).match(PART) ?? []
  let count = 0
  for (const { parts, terms } of letters) {
    const left = terms.filter(({ parts, text }) => {
      const isLeft = typed.every(word => begins(text, word))
      for (const part of parts) part.hidden = !isLeft
      return isLeft
    }).length
    for (const part of parts) part.hidden = !left
    count += left
  }
  row.hidden = !count
  side.style.visibility = typed.length ? "hidden" : "" // its letters are those of all terms
  told.textContent = !typed.length ? "" : count ? box.dataset.left.replace("{count}", count).replace("{all}", all.length) : box.dataset.none
}

function clear() {
  input.value = ""
  return show()
}

input.addEventListener("focus", names)
input.addEventListener("input", event => event.isComposing || show())
input.addEventListener("compositionend", show)
input.addEventListener("keydown", event => event.key === "Escape" && !event.isComposing && clear())

// Who goes to a term that is not left, sees all again.
addEventListener("hashchange", async () => {
  const target = document.getElementById(location.hash.slice(1))
  if (!target?.closest("dl [hidden], dl[hidden], h2[hidden]")) return
  await clear()
  target.scrollIntoView()
})

box.hidden = false
if (input.value) show()
