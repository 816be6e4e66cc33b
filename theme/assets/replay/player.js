// Step through a recorded run: the line that ran, what it printed, what it changed.
import { element, fill, recording, toggler } from "./load.js"
import { Lines, shownLines } from "./lines.js"
import { question } from "./predict.js"
import { nextChange, steps } from "./steps.js"
import { Values } from "./values.js"

const PACE = 1100 // ms that a step is shown while the replay plays

export const toggle = toggler(async (code, words, close) => {
  const { steps: rows } = await recording(code, "trace", code.dataset.replay)
  return new Player(code, rows, words, close)
})

/** What the author of a page says about a replay: { watch, start, says, ask }. */
function notes(code) {
  const ours = [...document.querySelectorAll("script.fg-says")].filter(({ dataset }) => dataset.ref === code.dataset.ref)
  const next = ours.find(script => code.compareDocumentPosition(script) & Node.DOCUMENT_POSITION_FOLLOWING)
  return next ? JSON.parse(next.textContent) : {}
}

export class Player {
  /** Open a player in a code block; `rows` is a recording (of the page, or of the reader's own run), `close` is called by its button. */
  constructor(block, rows, words, close) {
    Object.assign(this, { block, words, notes: notes(block) })
    this.lines = new Lines(block)
    const section = block.dataset.ref.split(":")[1]
    const markers = rows.filter(([, , , more]) => more.start || more.end).map(([line]) => line)
    const shown = shownLines(block, this.lines.lines.length, markers)
    Object.assign(this, steps(rows, section, shown, line => this.lines.indent(line)))
    this.index = (this.notes.start ?? 1) - 1
    this.build(close)
    block.classList.add("fg-replaying")
    block.append(this.root)
    this.resized = new ResizeObserver(() => this.mark())
    this.resized.observe(block)
    if ("plays" in block.dataset) return this.begin() // nobody asked for it yet: it takes no focus and asks nothing
    const ask = this.notes.ask ?? (block.previousElementSibling?.matches(".question") ? undefined : null)
    this.ask = question(this, ask)
    if (this.ask) this.root.prepend(this.ask)
    else this.go(this.index)
    this.slider.focus({ preventScroll: true })
    this.root.scrollIntoView({ block: "nearest" })
  }

  begin() {
    delete this.block.dataset.plays
    this.ask = undefined
    this.go(this.index)
    this.play()
  }

  /** Play from here to the end, or pause. While it plays, screen readers are not told each step. */
  play() {
    if (this.timer) return this.pause()
    if (this.index === this.steps.length - 1) this.go(0)
    this.timer = setInterval(() => {
      const before = this.index
      this.go(before + 1)
      if (this.index === before || this.index === this.steps.length - 1) this.pause()
    }, PACE)
    this.status.ariaLive = "off"
    this.playing()
  }

  pause() {
    clearInterval(this.timer)
    this.timer = undefined
    this.status.ariaLive = "polite"
    this.playing()
  }

  playing() {
    this.player.textContent = this.timer ? "❚❚" : "▶"
    this.player.ariaLabel = this.player.title = this.timer ? this.words.pause : this.words.play
  }

  build(close) {
    const { words } = this
    const button = (text, label, action) => element("button", { type: "button", textContent: text, ariaLabel: label, title: label, onclick: action })
    this.previous = button("‹", words.previous, () => this.go(this.index - 1))
    this.next = button("›", words.next, () => this.go(this.index + 1))
    this.player = element("button", { type: "button", onclick: () => this.play() })
    this.slider = element("input", { type: "range", min: 1, max: this.steps.length, value: 1, ariaLabel: words.slider })
    this.slider.addEventListener("input", () => this.go(this.slider.valueAsNumber - 1))
    this.count = element("span", { className: "fg-replay__count" })
    this.follow = element("button", { type: "button", className: "fg-replay__follow", hidden: true, onclick: () => this.jump() })
    this.status = element("p", { className: "fg-replay__status", role: "status" })
    this.said = element("p", { className: "fg-replay__said" })
    this.printed = element("code")
    this.output = element("pre", { className: "fg-replay__output", tabIndex: 0, role: "group", ariaLabel: words.printed, hidden: true }, this.printed)
    this.values = new Values(this)
    const bar = element("div", { className: "fg-replay__bar" }, this.player, this.previous, this.slider, this.next, this.count)
    bar.append(button("×", words.close, close), this.follow, this.status)
    this.root = element("div", { className: "fg-replay", role: "group", ariaLabel: words.title }, bar, this.said, this.values.root, this.output)
    this.root.addEventListener("keydown", event => this.key(event))
    for (const kind of ["pointerdown", "keydown"]) {
      this.root.addEventListener(kind, ({ target }) => this.timer && target !== this.player && this.pause())
    }
    this.playing()
  }

  key(event) {
    if (event.target.matches("input") || event.altKey || event.ctrlKey || event.metaKey) return
    const move = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (!move || event.target.closest("pre")) return
    event.preventDefault()
    this.go(this.index + move)
  }

  /** Show a step. */
  go(index) {
    if (this.ask?.isOpen && index > this.ask.until) index = this.ask.until
    this.index = Math.min(Math.max(index, 0), this.steps.length - 1)
    const step = this.steps[this.index]
    const focused = document.activeElement
    this.slider.value = this.index + 1
    this.slider.ariaValueText = fill(this.words.count, { step: this.index + 1, steps: this.steps.length })
    this.count.textContent = `${this.index + 1} / ${this.steps.length}`
    this.previous.disabled = this.index === 0
    this.next.disabled = this.index === this.steps.length - 1
    if (focused?.disabled) this.slider.focus({ preventScroll: true })
    this.mark()
    this.values.show(step, this.notes.watch)
    this.printed.textContent = this.steps.slice(0, this.index + 1).map(({ text }) => text).join("")
    this.output.hidden = !this.printed.textContent
    this.output.classList.toggle("fg-replay__output--new", Boolean(step.text))
    this.output.scrollTop = this.output.scrollHeight
    this.status.textContent = this.sentence(step)
    this.say(this.notes.says?.[this.index + 1])
    this.ask?.reached(this.index)
    this.following()
  }

  /** Mark the line that ran, and the line that called it. */
  mark() {
    for (const old of this.block.querySelectorAll(".fg-now, .fg-caller")) old.remove()
    const step = this.steps[this.index]
    if (step.caller !== undefined && step.caller !== step.line) this.lines.mark("fg-caller", step.caller)
    const now = this.lines.mark("fg-now", step.line, step.to)
    const code = this.lines.code
    if (code.scrollHeight > code.clientHeight + now.offsetHeight) code.scrollTop = now.offsetTop - code.clientHeight / 2
  }

  sentence(step) {
    const { words } = this
    const parts = []
    const where = step.loops.map(({ loop, n }) => fill(words.iteration, { n, total: loop.total }))
    if (step.more.cut) parts.push(fill(words.cut, { first: step.more.cut[0], last: step.more.cut[1] }))
    else parts.push([fill(words.line, { line: step.line + 1 }), ...where].join(" · "))
    if (step.more.call) parts.push(fill(words.call, { name: step.path.split("/").at(-2) }))
    if (step.more.error) parts.push(fill(words.error, { error: step.more.error }))
    if (step.more.calls) parts.push(fill(words.calls, { count: step.more.calls }))
    const changes = this.values.changes()
    if (changes.length && !step.more.cut) parts.push(changes.slice(0, 3).join(", ") + (changes.length > 3 ? " …" : ""))
    else if (!step.text && !step.more.cut && !step.more.call && !step.more.error) parts.push(words.nothing)
    if (this.values.rows.some(({ text }) => text?.includes("?"))) parts.push(words.unknown)
    return parts.join(" · ")
  }

  /** Show the author's sentence: text with code between backticks. */
  say(text = "") {
    const parts = text.split("`").map((part, place) => (place % 2 ? element("code", { textContent: part }) : part))
    this.said.replaceChildren(...parts)
    this.said.hidden = !text
  }

  /** Follow a value: its button goes to the next change. */
  choose(name) {
    this.followed = this.followed === name ? undefined : name
    this.following()
    this.values.show(this.steps[this.index], this.notes.watch)
  }

  following() {
    const name = this.followed
    this.follow.hidden = !name
    if (!name) return
    const next = nextChange(this.steps, this.index, name)
    this.follow.textContent = fill(next === undefined ? this.words.no_change : this.words.next_change, { name: name.slice(name.lastIndexOf("/") + 1) })
    this.follow.disabled = next === undefined
  }

  jump() {
    const next = nextChange(this.steps, this.index, this.followed)
    if (next !== undefined) this.go(next)
  }

  close() {
    clearInterval(this.timer)
    this.resized.disconnect()
    for (const old of this.block.querySelectorAll(".fg-now, .fg-caller")) old.remove()
    this.block.classList.remove("fg-replaying")
    this.root.remove()
  }
}
