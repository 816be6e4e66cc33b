// The lines of a code block on the page: their text, and where they stand.

/** Return the code element's text nodes, without those of annotations. */
function texts(code) {
  const walker = document.createTreeWalker(code, NodeFilter.SHOW_TEXT, node => (node.parentElement.closest(".md-annotation, .fg-over") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT))
  const nodes = []
  while (walker.nextNode()) nodes.push(walker.currentNode)
  return nodes
}

export class Lines {
  constructor(block) {
    this.code = block.querySelector("pre > code")
    this.nodes = texts(this.code)
    this.lines = this.nodes.map(node => node.data).join("").replace(/\n$/, "").split("\n")
  }

  /** Return the place (text node, offset) of a column of a line, both from 0; between two nodes that of the second if a part starts there. */
  place(line, column, starts = false) {
    let offset = this.lines.slice(0, line).reduce((sum, text) => sum + text.length + 1, 0) + column
    for (const node of this.nodes) {
      if (offset < node.length || (offset === node.length && !starts)) return [node, offset]
      offset -= node.length
    }
    return [this.nodes.at(-1), this.nodes.at(-1).length]
  }

  /** Return the box of a part of the code, in the coordinates of the code element. */
  box(line, from, to, last = line) {
    const range = document.createRange()
    range.setStart(...this.place(line, from, true))
    range.setEnd(...this.place(last, to))
    const [box, home] = [range.getBoundingClientRect(), this.code.getBoundingClientRect()]
    return {
      left: box.left - home.left + this.code.scrollLeft - this.code.clientLeft,
      top: box.top - home.top + this.code.scrollTop - this.code.clientTop,
      width: box.width,
      height: box.height,
      extra: (parseFloat(getComputedStyle(this.code).lineHeight) - (range.getClientRects()[0]?.height ?? box.height)) / 2, // to each neighbouring line
    }
  }

  indent(line) {
    return this.lines[line].search(/\S|$/)
  }

  /** Lay an empty element over lines: a mark, no text, so that copied code stays code. */
  mark(className, from, to = from) {
    const over = Object.assign(document.createElement("span"), { className: `fg-over ${className}` })
    const box = this.box(from, 0, this.lines[to].length, to)
    over.style.cssText = `top:${box.top - box.extra}px;height:${box.height + 2 * box.extra}px`
    this.code.append(over)
    return over
  }
}

/** Return a function from a line of the file to a line of the block (from 0), or undefined if the block does not show it. */
export function shownLines(block, count, markers) {
  const [ref, first] = [block.dataset.ref, Number(block.dataset.line)]
  const between = ref.includes(":") ? [] : markers
  return line => {
    if (markers.includes(line)) return undefined
    const place = line - first - between.filter(marker => marker < line).length
    return place >= 0 && place < count ? place : undefined
  }
}
