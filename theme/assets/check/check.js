// Check a file from a terminal: node theme/assets/check/check.js train.py. Exit status 1 if an error was found, 2 if it could not be read.

import { readFileSync } from "node:fs"
import { parser } from "../editor/python-parser.js"
import { check } from "./findings.js"

const paths = process.argv.slice(2).filter(word => !word.startsWith("--")), asData = process.argv.includes("--json")
if (!paths.length) {
  console.error("usage: node check.js [--json] FILE.py …")
  process.exit(2)
}

const SAID = {
  long: "not checked: more than 5000 lines", notebook: "not checked: the file of a notebook; check its code", other: "not checked: not Python",
  failed: "not checked: the checker itself failed; please report it",
}
let worst = 0
const data = {}
for (const path of paths) {
  let text
  try { text = readFileSync(path, "utf8") } catch (error) { console.error(`${path}: cannot be read: ${error.code ?? error.message}`); worst = 2; continue }
  const result = check(text, parser)
  const line = at => text.slice(0, at).split("\n").length
  data[path] = result.findings.map(found => ({ line: line(found.from), rule: found.rule, grade: found.grade, also: found.also.map(one => line(one.from)), ...(process.argv.includes("--edits") ? { edits: found.edits, from: found.from, to: found.to } : {}) }))
  if (SAID[result.state]) console.error(`${path}: ${SAID[result.state]}`)
  if (result.state === "failed") worst = 2
  if (!asData) for (const found of data[path]) console.log(`${path}:${found.line}: ${found.grade}: ${found.rule}`)
  if (data[path].some(found => found.grade === "error")) worst = Math.max(worst, 1)
}
if (asData) console.log(JSON.stringify(data, null, 1))
process.exitCode = worst
