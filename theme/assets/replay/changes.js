// Change one thing: what PyTorch printed when exactly that was changed, run beforehand. Nothing is computed here.
import { difference } from "../live/diff.js"
import { Lines, shownLines } from "./lines.js"
import { element, fill, recording, toggler } from "./load.js"

const ENDLESS = 4 // seconds; SECONDS in fieldguide/recorded/changed.py

export const toggle = toggler(async (code, words, close) => new Changes(code, await recording(code, "changes", code.dataset.changes), words, close))

/** Return the part of an output that a section printed; of one that ended early, what is there. */
export function printed(output, section) {
  if (!section) return output.replace(/^# --8<-- \[.*\]\n/gm, "")
  const start = `# --8<-- [start:${section}]\n`
  return output.includes(start) ? output.split(start)[1].split(`# --8<-- [end:${section}]\n`)[0] : output.replace(/^# --8<-- \[.*\]\n/gm, "")
}

class Changes {
  constructor(block, found, words, close) {
    Object.assign(this, { block, found, words })
    this.section = block.dataset.ref.split(":")[1]
    this.lines = new Lines(block)
    this.places = this.group(shownLines(block, this.lines.lines.length, found.markers))
    const count = [...this.places.values()].reduce((sum, place) => sum + place.changes.length, 0)
    const intro = element("p", { textContent: fill(words.changes_count, { count }) })
    this.choice = element("div", { className: "fg-changes__choice" })
    this.status = element("p", { className: "fg-changes__status", role: "status" })
    this.output = element("code")
    this.pre = element("pre", { className: "fg-replay__output", tabIndex: 0, hidden: true }, this.output)
    const bar = element("button", { type: "button", className: "fg-changes__close", textContent: "×", ariaLabel: words.close, title: words.close, onclick: close })
    this.root = element("div", { className: "fg-changes", role: "group", ariaLabel: words.changes_title }, bar, intro, this.choice, this.status, this.pre)
    block.append(this.root)
    block.classList.add("fg-changing")
    this.marks = element("span", { className: "fg-marks" })
    this.lines.code.append(this.marks)
    this.resized = new ResizeObserver(() => this.mark())
    this.resized.observe(block)
    this.mark()
    this.root.scrollIntoView({ block: "nearest" })
    this.marks.querySelector("button")?.focus({ preventScroll: true })
  }

  /** Group the changes of this block by place: a part of a line, or a statement. */
  group(shown) {
    const places = new Map()
    for (const change of this.found.changes) {
      const [kind, line, column, last, end] = change
      const at = shown(line)
      if (at === undefined || shown(last) === undefined) continue
      const isStatement = kind === "remove" || kind === "swap"
      const key = isStatement ? `${at}` : `${at}:${column}`
      const place = places.get(key) ?? { at, last: shown(last), column, end, isStatement, changes: [] }
      if (kind !== "swap") Object.assign(place, { last: shown(last), end })
      place.changes.push(change)
      places.set(key, place)
    }
    return places
  }

  /** Lay a button over each place; statements get theirs at the start of the line. */
  mark() {
    const focused = [...this.marks.children].indexOf(document.activeElement)
    const buttons = [...this.places.values()].map(place => {
      const { at, last, column, end, isStatement } = place
      const button = element("button", { type: "button", className: isStatement ? "fg-place fg-place--line" : "fg-place", ariaLabel: this.name(place), ariaPressed: String(this.place === place), onclick: () => this.choose(place) })
      const box = isStatement ? this.lines.box(at, 0, 1) : this.lines.box(at, column, last === at ? end : this.lines.lines[at].length)
      button.style.cssText = `top:${box.top - box.extra}px;height:${box.height + 2 * box.extra}px` + (isStatement ? "" : `;left:${box.left - 2}px;width:${box.width + 4}px`) // as high as lines allow
      return button
    })
    this.marks.replaceChildren(...buttons)
    if (focused >= 0) buttons[focused]?.focus({ preventScroll: true })
  }

  old({ at, last, column, end, isStatement }) {
    const text = this.lines.lines[at]
    const whole = isStatement ? text.trim() : text.slice(column, last === at ? end : undefined)
    return whole.replace(/ *#.*$/, "") + (last > at && isStatement ? " …" : "")
  }

  name(place) {
    return fill(this.words.place, { line: place.at + 1, old: this.old(place) })
  }

  /** Show what can be done at a place. */
  choose(place) {
    this.place = place
    const buttons = place.changes.map(change => element("button", { type: "button", textContent: this.label(change, place), ariaPressed: "false", onclick: ({ target }) => this.show(change, target) }))
    this.choice.replaceChildren(element("span", { textContent: this.name(place) }), ...buttons)
    this.status.textContent = ""
    this.pre.hidden = true
    this.mark()
    buttons[0].focus({ preventScroll: true })
    if (buttons.length === 1) buttons[0].click()
    this.root.scrollIntoView({ block: "nearest" })
  }

  label([kind, , , , , text], place) {
    if (kind === "remove") return this.words.remove
    if (kind === "swap") return this.words.swap
    return `${this.old(place)} → ${text}`
  }

  show(change, button) {
    for (const other of this.choice.querySelectorAll("button")) other.ariaPressed = String(other === button)
    const { words, found } = this
    const recorded = printed(found.output, this.section)
    const [text, problem] = change[6] < 0 ? [found.output, ""] : found.results[change[6]]
    const now = printed(text, this.section)
    const said = [
      problem === "endless" && fill(words.endless, { seconds: ENDLESS }),
      problem === "error" && words.fails,
      now === recorded ? !problem && words.same : now ? words.different : words.silent,
      change[7] && words.figure,
    ]
    this.status.textContent = said.filter(Boolean).join(" ")
    const lines = difference(recorded, now)
    const isMarked = lines.some(([mark]) => mark !== " ")
    this.output.replaceChildren(...lines.flatMap(([mark, line]) => (isMarked ? [element(mark === "+" ? "ins" : mark === "-" ? "del" : "span", { textContent: `${mark === "-" ? "−" : mark} ${line}` }), "\n"] : [`${line}\n`])))
    this.pre.hidden = !recorded && !now
  }

  close() {
    this.resized.disconnect()
    this.marks.remove()
    this.block.classList.remove("fg-changing")
    this.root.remove()
  }
}
