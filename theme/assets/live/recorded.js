// What a page shows for a code block: its code as the reader would run it, its recorded output and figure.

const NOTE = / *# \(\d+\)!$/gm

/** Return the code of a block without the marks of its annotations. */
export function codeOf(block) {
  const copy = block.querySelector("pre code").cloneNode(true)
  for (const mark of copy.querySelectorAll(".md-annotation, .md-code__nav, .fg-over, .fg-marks")) mark.remove()
  return copy.textContent.replace(NOTE, "").replace(/[ \t]+$/gm, "").replace(/\n*$/, "\n")
}

/** Return output (text) and figure (element) that follow a block, and the element after which a result goes. */
export function recordedOf(block) {
  const all = [...document.querySelectorAll(".fg-code, .fg-output, .fg-figure")].filter(element => !element.closest(".fg-run"))
  const isFigure = other => other.matches(".fg-figure")
  const folded = block.closest("details.example") // then the figure stands before its code
  const [before, rest] = [all.slice(0, all.indexOf(block)), all.slice(all.indexOf(block) + 1)]
  const next = rest.findIndex(other => other.matches(".fg-code"))
  const own = rest.slice(0, next < 0 ? rest.length : next)
  let place = block
  while (place.nextElementSibling?.matches(".fg-code + ol, .fg-output")) place = place.nextElementSibling
  return {
    output: own.find(other => other.matches(".fg-output"))?.querySelector("code").textContent ?? "",
    figure: folded ? before.findLast(isFigure) : own.find(isFigure),
    place,
  }
}
