// The box of the glossary: it leaves the terms that have a word that begins as typed, in any language or as learners call them.

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
  const terms = [...list.querySelectorAll("dt")].map(term => ({ parts: [term, term.nextElementSibling], text: fold(`${term.textContent} / ${term.dataset.called}`) }))
  return { parts: [link.parentElement, heading, list], terms }
})
const all = letters.flatMap(({ terms }) => terms).length

// Chinese is written without gaps, so there a word can begin anywhere.
function begins(text, typed) {
  for (let at = text.indexOf(typed); at >= 0; at = text.indexOf(typed, at + 1)) {
    if (isHan(typed) || !INSIDE.test(text[at - 1] ?? "")) return true
  }
  return false
}

function show() {
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
  told.textContent = !typed.length ? "" : count ? box.dataset.left.replace("{count}", count).replace("{all}", all) : box.dataset.none
}

function clear() {
  input.value = ""
  show()
}

input.addEventListener("input", event => event.isComposing || show())
input.addEventListener("compositionend", show)
input.addEventListener("keydown", event => event.key === "Escape" && !event.isComposing && clear())

// Who goes to a term that is not left, sees all again.
addEventListener("hashchange", () => {
  const target = document.getElementById(location.hash.slice(1))
  if (!target?.closest("dl [hidden], dl[hidden], h2[hidden]")) return
  clear()
  target.scrollIntoView()
})

box.hidden = false
if (input.value) show()
