// A code block that runs and can be edited. A run is always a fresh Python from the snippet's first line to the end of this block.
import { Panel } from "./panel.js"
import { codeOf, recordedOf } from "./recorded.js"
import { start as startOnServer } from "./session.js"

const blocks = new Map()
let isAgreed // to load Python into this browser

// What this tab keeps of an edit. A reader may forbid it.
function kept(name) {
  try {
    return sessionStorage.getItem(name)
  } catch {}
}

function keep(name, text) {
  try {
    if (text === null) sessionStorage.removeItem(name)
    else sessionStorage.setItem(name, text)
  } catch {}
}

/** Return the Block of a code element, made at the first call. */
export function blockOf(code, settings) {
  if (!blocks.has(code)) blocks.set(code, new Block(code, settings))
  return blocks.get(code)
}

class Block {
  constructor(code, settings) {
    const { ref, line } = code.dataset
    const name = ref.split(":")[0]
    Object.assign(this, { code, settings, words: settings.words, ref, firstLine: Number(line), file: `${name.split("/")[1]}.py` })
    this.name = `${name}.py`
    this.draft = `fg-draft:${ref}`
    this.pre = code.querySelector("pre")
    this.bar = code.querySelector(".fg-bar")
    this.buttons = { run: code.querySelector(".fg-do-run"), edit: code.querySelector(".fg-do-edit") }
    for (const action of ["stop", "reset"]) {
      const button = Object.assign(document.createElement("button"), { type: "button", className: `fg-do-${action}`, hidden: true })
      button.textContent = this.words[action]
      button.addEventListener("click", () => this[action]())
      this.buttons[action] = button
    }
    this.buttons.run.after(this.buttons.stop)
    this.bar.append(this.buttons.reset)
    addEventListener("pagehide", () => this.session?.leave())
  }

  async run() {
    const before = this.session
    before?.leave() // a second click starts again
    const { words } = this
    this.panel ??= new Panel({ words, recorded: recordedOf(this.code), file: this.file, label: words.result.replace("{name}", this.name) })
    const { browser } = this.settings
    if (browser && !isAgreed) {
      this.panel.ask(words.load.replace("{name}", browser.wheel).replace("{number}", browser.megabytes), words.load_run, () => {
        isAgreed = true
        this.run()
      })
      return
    }
    const start = browser ? (await import("./browser.js")).start : startOnServer
    this.panel.begin()
    this.editor?.mark()
    const code = this.editor?.text()
    const session = start(this.settings, { ref: this.ref, code }, event => session === this.session && this.panel.on(event))
    this.session = session
    this.buttons.stop.hidden = false
    const last = await session.done
    if (session !== this.session) return
    this.session = undefined
    if (document.activeElement === this.buttons.stop) this.buttons.run.focus()
    this.buttons.stop.hidden = true
    const error = this.panel.finish(last)
    this.panel.root.scrollIntoView({ block: "nearest" })
    if (error) this.editor?.mark(error)
    const isWhole = last.end && [undefined, "status"].includes(last.end.problem?.kind)
    if (isWhole && code !== undefined && !browser) this.panel.offer(words.steps, () => this.step(code))
  }

  /** Run the reader's code once more, followed step by step, and open the player on it. */
  async step(code) {
    const { words, panel } = this
    const session = (this.session = startOnServer(this.settings, { ref: this.ref, code, trace: true }, () => {}))
    panel.say(words.running)
    this.buttons.stop.hidden = false
    const last = await session.done
    if (session !== this.session) return
    this.session = undefined
    this.buttons.stop.hidden = true
    panel.finish(last)
    if (!last.end?.steps?.length) return panel.say(last.end ? words.no_steps : words[last.failed])
    const { openPlayer } = await import("./steps.js")
    panel.own = await openPlayer(panel.status, { code, steps: last.end.steps, ref: this.ref, name: this.name, firstLine: this.firstLine, title: words.steps })
  }

  stop() {
    this.session?.stop()
  }

  async edit() {
    if (this.editor) return
    const { openEditor } = await import("./edit.js")
    this.code.querySelector('.fg-try [aria-expanded="true"]')?.click() // what belongs to the recorded code
    this.editor ??= openEditor(this.pre, {
      code: kept(this.draft) ?? codeOf(this.code),
      firstLine: this.firstLine,
      label: this.words.editor.replace("{name}", this.name),
      help: this.words.editor_help,
      run: () => this.run(),
      onChange: text => keep(this.draft, text),
    })
    this.buttons.edit.hidden = true
    this.buttons.reset.hidden = false
    this.editor.focus()
  }

  /** Back to the page as it was. */
  reset() {
    this.session?.leave()
    this.session = undefined
    keep(this.draft, null)
    this.editor.close()
    this.panel?.root.remove()
    this.editor = this.panel = undefined
    this.buttons.stop.hidden = this.buttons.reset.hidden = true
    this.buttons.edit.hidden = false
    this.buttons.edit.focus()
  }
}
