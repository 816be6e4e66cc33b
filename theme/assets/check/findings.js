// Check a training loop: text in, findings out. No DOM, no CodeMirror: a worker, the page and node use the same function.

import { build } from "./model.js"
import { View } from "./view.js"
import { read } from "./syntax.js"
import { RULES } from "./rules/index.js"

export const MAX_LINES = 5000

/** Return {findings: [{rule, grade, from, to, also, words, edits}], state, seen, broken}; `parser` is that of @lezer/python. */
export function check(text, parser) {
  try { return checked(text, parser) } catch { return { state: "failed", findings: [], lines: text.split("\n").length } }
}

function checked(text, parser) {
  const lines = text.split("\n").length
  if (lines > MAX_LINES) return { state: "long", findings: [], lines, most: MAX_LINES }
  if (isNotebook(text)) return { state: "notebook", findings: [], lines }
  const source = plain(text)
  const tree = read(parser.parse(source), source)
  const view = new View(build(tree, source))
  const findings = view.foreign ? [] : RULES.flatMap(rule => rule.find(view).map(found => ({ rule: rule.id, grade: rule.grade, link: rule.link, also: [], words: {}, edits: null, ...found })))
  return { state: view.foreign ? "nothing" : stateOf(view, source), findings: sorted(once(findings)), seen: view.counts(), broken: tree.broken, lines }
}

// What a notebook allows and Python does not: lines that begin with % or !. Blanks keep every place.
const plain = text => text.replaceAll("\r", " ").replaceAll(/^([ \t]*)([%!].*)$/gm, (_all, space, rest) => space + "pass".padEnd(rest.length).slice(0, rest.length))

function isNotebook(text) {
  if (!text.trimStart().startsWith("{")) return false
  try { return Array.isArray(JSON.parse(text).cells) } catch { return text.includes('"cells"') && text.includes('"cell_type"') }
}

function stateOf(view, source) {
  if (!source.trim()) return "empty"
  if (view.broken.length > source.split("\n").length / 3) return "other"
  return view.counts().steps + view.counts().backwards ? "read" : "nothing"
}

function once(findings) {
  const seen = new Set()
  return findings.filter(({ rule, from }) => !seen.has(`${rule}@${from}`) && seen.add(`${rule}@${from}`))
}

const sorted = findings => findings.sort((a, b) => a.from - b.from || a.to - b.to)
