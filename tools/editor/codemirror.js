// What the guide uses of CodeMirror; its own setup stands in theme/assets/code-editor.js. After a change: make editor.
export { defaultKeymap, history, historyKeymap, indentWithTab, redo, undo } from "@codemirror/commands"
export { pythonLanguage } from "@codemirror/lang-python"
export {
  HighlightStyle, LanguageSupport, bracketMatching, ensureSyntaxTree, indentOnInput, indentUnit, syntaxHighlighting, syntaxTree,
} from "@codemirror/language"
export {
  diagnosticCount, forEachDiagnostic, forceLinting, lintGutter, lintKeymap, linter, nextDiagnostic, openLintPanel, previousDiagnostic, setDiagnostics,
} from "@codemirror/lint"
export { Annotation, Compartment, EditorSelection, EditorState, RangeSetBuilder, StateEffect, StateField, Transaction } from "@codemirror/state"
export {
  Decoration, EditorView, GutterMarker, ViewPlugin, WidgetType, drawSelection, gutter, highlightActiveLine, highlightSpecialChars, hoverTooltip,
  keymap, lineNumbers, placeholder,
} from "@codemirror/view"
export { tags } from "@lezer/highlight"
