// The editor in the place of a code block; loaded at the first Edit, with CodeMirror.
import { pythonEditor } from "../code-editor.js"
import { keymap, setDiagnostics } from "../editor/codemirror.js"

/** Hide `pre` and open an editor there. Returns { text, mark, focus, close }; mark({ line, message }) shows an error, mark() none. */
export function openEditor(pre, { code, firstLine, label, help, run, onChange }) {
  const holder = Object.assign(document.createElement("div"), { className: "fg-editor" })
  pre.before(holder)
  pre.hidden = true
  const keys = keymap.of([{ key: "Mod-Enter", run: () => (run(), true) }])
  const view = pythonEditor(holder, { code, firstLine, label, help, onChange, extensions: keys })
  return {
    text: () => view.state.doc.toString(),
    focus: () => view.focus(),
    mark(error) {
      const number = error ? error.line - firstLine + 1 : 0
      const isHere = number >= 1 && number <= view.state.doc.lines
      const { from, to } = isHere ? view.state.doc.line(number) : {}
      view.dispatch(setDiagnostics(view.state, isHere ? [{ from, to, severity: "error", message: error.message }] : []))
    },
    close() {
      view.destroy()
      holder.remove()
      pre.hidden = false
    },
  }
}
