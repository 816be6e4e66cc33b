// A Python editor in the look of the guide: for Edit under a snippet, and for pages that read code.
import {
  EditorState, EditorView, HighlightStyle, LanguageSupport, bracketMatching, defaultKeymap, drawSelection, highlightActiveLine,
  highlightSpecialChars, history, historyKeymap, indentOnInput, indentUnit, indentWithTab, keymap, lineNumbers, pythonLanguage,
  syntaxHighlighting, tags,
} from "./editor/codemirror.js"

const colour = name => ({ color: `var(--md-code-hl-${name}-color)` })
const colours = HighlightStyle.define([
  { tag: tags.comment, ...colour("comment") },
  { tag: [tags.keyword, tags.operatorKeyword, tags.self], ...colour("keyword") },
  { tag: [tags.string, tags.special(tags.string)], ...colour("string") },
  { tag: [tags.number], ...colour("number") },
  { tag: [tags.bool, tags.null], ...colour("constant") },
  { tag: [tags.function(tags.definition(tags.variableName)), tags.definition(tags.className)], ...colour("function") },
  { tag: [tags.operator, tags.derefOperator], ...colour("operator") },
  { tag: [tags.punctuation, tags.bracket], ...colour("punctuation") },
  { tag: tags.invalid, textDecoration: "underline wavy var(--fg-warm)" },
])

const look = EditorView.theme({
  "&": { color: "var(--md-code-fg-color)", backgroundColor: "var(--md-code-bg-color)", border: "1px solid var(--fg-line)" },
  "&.cm-focused": { outline: "2px solid var(--fg-warm)", outlineOffset: "1px" },
  ".cm-scroller": { fontFamily: "var(--fg-mono)", lineHeight: "1.55" },
  ".cm-content": { caretColor: "var(--fg-ink)" },
  ".cm-gutters": { color: "var(--fg-soft)", backgroundColor: "transparent", border: "0" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "color-mix(in srgb, var(--fg-link) 7%, transparent)" },
  ".cm-cursor": { borderLeftColor: "var(--fg-ink)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "color-mix(in srgb, var(--fg-link) 25%, transparent)",
  },
  ".cm-matchingBracket": { backgroundColor: "color-mix(in srgb, var(--fg-link) 22%, transparent)" },
})

/**
 * Put an editor into `parent` and return its EditorView.
 * `label` names it for screen readers, `firstLine` is the number of its first line, `help` says how to leave it by keyboard (Escape, then Tab), `onChange` gets the text at each change,
 * `extensions` come first, so that their keys win.
 */
export function pythonEditor(parent, { code, label, firstLine = 1, help = "", onChange, extensions = [] }) {
  const state = EditorState.create({
    doc: code,
    extensions: [
      extensions,
      lineNumbers({ formatNumber: number => String(number + firstLine - 1) }), highlightSpecialChars(), history(), drawSelection(), indentUnit.of("    "), indentOnInput(), bracketMatching(),
      highlightActiveLine(), new LanguageSupport(pythonLanguage), syntaxHighlighting(colours), look,
      keymap.of([indentWithTab, ...defaultKeymap, ...historyKeymap]),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ tabindex: "0", "aria-label": label, "aria-description": help, spellcheck: "false" }),
      EditorView.updateListener.of(update => update.docChanged && onChange?.(update.state.doc.toString())),
    ],
  })
  return new EditorView({ state, parent })
}
