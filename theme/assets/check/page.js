// The page “Check my loop”: the code block of .fg-check becomes an editor; findings stand in the margin, under the code and as a list.

import { pythonEditor } from "../code-editor.js"
import { EditorView, keymap, lintGutter, nextDiagnostic, previousDiagnostic, setDiagnostics } from "../editor/codemirror.js"
import { asker } from "./ask.js"
import { element, item, sentence } from "./list.js"

const PAUSE = 300 // milliseconds without a key until the text is checked
const SEVERITY = { error: "error", likely: "warning", hint: "info" }

/** Turn `root` into the checker; `texts` in the page's language, `home` the address of the language's first page. */
export function checker(root, texts, home) {
  const shown = root.querySelector("pre code, .fg-code code"), example = shown.textContent.replaceAll(/ {2}# \(\d+\)!$/gm, "").replace(/\n*$/, "\n")
  const ask = asker()
  const status = element("p", { className: "fg-check__status", role: "status" })
  const list = element("ol", { className: "fg-check__list", ariaLabel: texts.list })
  const place = element("div", { className: "fg-check__editor" })
  const restore = element("button", { type: "button", className: "fg-button", textContent: texts.restore })
  const empty = element("button", { type: "button", className: "fg-button", textContent: texts.empty_editor })
  root.replaceChildren(
    element("p", { className: "fg-check__private", textContent: texts.private }), place,
    element("p", { className: "fg-check__buttons" }, empty, restore), status, list)

  let timer
  const editor = pythonEditor(place, {
    code: example, label: texts.label, help: texts.help,
    onChange: () => { clearTimeout(timer); timer = setTimeout(look, PAUSE) },
    extensions: [lintGutter(), keymap.of([{ key: "F8", run: nextDiagnostic }, { key: "Shift-F8", run: previousDiagnostic }]), EditorView.lineWrapping],
  })
  const write = (changes, said) => { editor.dispatch({ changes, userEvent: "input.paste" }); editor.focus(); clearTimeout(timer); look(said) }
  const all = insert => write({ from: 0, to: editor.state.doc.length, insert })
  restore.addEventListener("click", () => all(example))
  empty.addEventListener("click", () => all(""))
  look()

  async function look(said = "") {
    const text = editor.state.doc.toString(), result = await ask(text)
    if (!result || text !== editor.state.doc.toString()) return
    const { findings } = result
    mark(findings)
    list.replaceChildren(...findings.map(found => item(found, {
      text, texts, root: home, line: editor.state.doc.lineAt(found.from).number,
      go: () => { editor.dispatch({ selection: { anchor: found.from, head: found.to }, scrollIntoView: true }); editor.focus() },
      apply: edits => write(edits, texts.applied),
    })))
    status.replaceChildren(...[...(said ? [said, " "] : []), ...summary(result)])
  }

  function mark(findings) {
    const size = editor.state.doc.length
    const marks = findings.map(found => ({
      from: Math.min(found.from, size), to: Math.min(found.to, size), severity: SEVERITY[found.grade],
      message: sentence(texts.rules[found.rule].text, found.words).map(part => part.textContent ?? part).join(""),
    }))
    editor.dispatch(setDiagnostics(editor.state, marks))
  }

  // One sentence on what was found, or on what was read.
  function summary({ state, findings, seen, broken = [], lines, most }) {
    const unread = broken.length ? [" ", ...sentence(texts.unread, { line: editor.state.doc.lineAt(Math.min(broken[0], editor.state.doc.length)).number })] : []
    if (["long", "notebook", "empty", "other", "slow", "failed"].includes(state)) return sentence(texts[state], { lines, most })
    if (findings.length) {
      const count = grade => findings.filter(found => found.grade === grade).length
      return [...sentence(texts.found, { error: count("error"), likely: count("likely"), hint: count("hint") }), ...unread]
    }
    return [...(state === "nothing" ? sentence(texts.nothing) : sentence(texts.clear, { ...seen, rules: Object.keys(texts.rules).length })), ...unread]
  }
}

const data = document.querySelector(".fg-check-texts")
if (data) for (const root of document.querySelectorAll(".fg-check")) checker(root, JSON.parse(data.textContent), data.dataset.root)
