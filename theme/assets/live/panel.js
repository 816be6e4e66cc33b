// What a run has shown: its state, its output and its figure, below what was recorded. Output is text and nothing else.
import { difference } from "./diff.js"
import { picture } from "./figure.js"

const MARKS = { "+": "ins", "-": "del" }

function element(name, content = {}, ...children) {
  const made = Object.assign(document.createElement(name), content)
  made.append(...children)
  return made
}

export class Panel {
  /** Put an empty panel after `recorded.place`; `file` is the name that tracebacks show. */
  constructor({ words, recorded, file, label }) {
    Object.assign(this, { words, recorded, file })
    this.status = element("div", { className: "fg-run__status", role: "status" })
    this.output = element("code")
    this.pre = element("pre", { tabIndex: 0, hidden: true }, this.output)
    this.drawn = element("figure", { className: "fg-figure", hidden: true })
    const title = element("p", { className: "fg-run__title", textContent: label })
    this.root = element("div", { className: "fg-run", role: "group", ariaLabel: label }, title, this.status, this.pre, this.drawn)
    recorded.place.after(this.root)
  }

  begin() {
    this.root.querySelector(".fg-run__step")?.remove()
    this.own?.close()
    this.output.replaceChildren()
    this.drawn.replaceChildren()
    this.pre.hidden = this.drawn.hidden = true
    this.root.dataset.state = "running"
  }

  /** Ask before something large is loaded. */
  ask(text, label, agree) {
    const button = element("button", { type: "button", className: "md-button", textContent: label, onclick: agree })
    this.root.dataset.state = "asking"
    this.status.replaceChildren(element("p", { textContent: text }), button)
    button.focus()
  }

  on({ wait, loading, start, text }) {
    if (loading) this.say(this.words.loading)
    if (wait !== undefined) this.say(wait ? this.words.waiting.replace("{number}", wait) : this.words.next)
    if (start) this.say(this.words.running)
    if (!text) return
    this.pre.hidden = false
    this.output.append(text)
  }

  /** Show the last event; return { line, message } if the code raised an error. */
  finish({ end, failed }) {
    const { words } = this
    if (failed) return this.close("failed", [words[failed]])
    const error = end.problem?.kind === "status" ? this.error(end.output) : undefined
    const differs = end.same === false && end.problem?.kind !== "stopped"
    const lines = differs ? difference(this.recorded.output, end.output) : []
    const isMarked = lines.some(([mark]) => mark !== " ")
    this.output.replaceChildren(...(isMarked ? lines.map(marked) : [end.output]))
    this.pre.hidden = !end.output && !isMarked
    if (end.figure) this.draw(end)
    this.close(end.problem ? "problem" : end.same ? "same" : "different", [
      end.problem && this.problem(end.problem, error),
      end.same ? words.same : isMarked ? words.different : differs && !end.problem && words.other_figure,
      /^EOFError/m.test(end.output) && words.input,
      !end.output && !end.figure && !end.problem && words.nothing,
    ])
    return error
  }

  close(state, texts) {
    this.root.dataset.state = state
    this.say(...texts)
  }

  say(...texts) {
    this.status.replaceChildren(...texts.filter(Boolean).map(textContent => element("p", { textContent })))
  }

  /** Offer something to do with the result. */
  offer(label, action) {
    this.status.after(element("button", { type: "button", className: "fg-run__step", textContent: label, onclick: ({ target }) => (target.remove(), action()) }))
  }

  problem({ kind, number }, error) {
    if (error) return this.words.error_line.replace("{number}", error.line)
    if (kind === "status" && number === 1) return this.words.error
    return this.words[kind].replace("{number}", number)
  }

  /** Find the last line of the reader's own code in a traceback. */
  error(output) {
    const places = [...output.matchAll(/^ *File "([^"]+)", line (\d+)/gm)].filter(([, file]) => file === this.file)
    return places.length ? { line: Number(places.at(-1)[2]), message: output.trimEnd().split("\n").at(-1) } : undefined
  }

  draw({ figure, same }) {
    const recorded = this.recorded.figure
    const alt = (same && recorded?.querySelector("svg").ariaLabel) || this.words.figure
    this.drawn.replaceChildren(picture(figure, alt, JSON.parse(recorded?.dataset.labels ?? "{}")))
    this.drawn.hidden = false
  }
}

function marked([mark, line]) {
  const text = `${mark === "-" ? "−" : mark} ${line}\n`
  return mark === " " ? text : element(MARKS[mark], { textContent: text })
}
