// The numbers of the runs at one iteration, and of all iterations, as tables; what a screen reader hears instead of the picture.

import { element, fill, write } from "./element.js"

const STATE = ["buffer", "mean", "square", "largest", "sum"]

/** Six significant digits; a text for what is not finite. */
export const digits = (value, texts) => (Number.isFinite(value) ? String(Number(value.toPrecision(6))) : texts.diverged)
const list = (values, texts) => values.map(value => digits(value, texts)).join(", ")

/** Return the rows [name, text] of one record. */
export function rows(record, run, texts) {
  const found = [
    ["θ", list(record.theta, texts)],
    [texts.loss, digits(record.loss, texts)],
    [".grad", record.gradient ? list(record.gradient, texts) : "None"],
  ]
  if (run.clip !== "none") found.push([texts.used, record.used ? list(record.used, texts) : "–"])
  if (run.clip === "norm") found.push([texts.factor, record.used ? digits(record.factor, texts) : "–"])
  found.push(["lr", record.lr === undefined ? texts.no_step : digits(record.lr, texts)])
  for (const name of STATE) if (record.state[name]) found.push([texts[`state_${name}`], list(record.state[name], texts)])
  return found
}

const cells = (name, values) => element("tr", {}, ...values.map(value => element(name, { textContent: value })))

/**
 * Return {node, show(records, runs, names)}: the table of the current iteration, a row for each quantity, a column for each run.
 * Its cells stay and only their texts change: making a table anew in each frame costs a frame.
 */
export function current(texts) {
  const node = element("table")
  let made, found

  function build(keys, names) {
    const heads = names.map((name, number) => element("th", { scope: "col", className: `fg-run-${number}`, textContent: name }))
    const body = keys.map(key => element("tr", {}, element("th", { scope: "row", textContent: key }), ...names.map(() => element("td"))))
    node.replaceChildren(element("thead", {}, element("tr", {}, element("td"), ...heads)), element("tbody", {}, ...body))
    found = [...node.querySelectorAll("tbody td")]
  }

  function show(records, runs, names) {
    const columns = records.map((record, number) => Object.fromEntries(rows(record, runs[number], texts)))
    const keys = [...new Set(columns.flatMap(Object.keys))], wanted = [...keys, ...names].join()
    if (wanted !== made) build(keys, names)
    made = wanted
    keys.forEach((key, row) => columns.forEach((column, number) => write(found[row * columns.length + number], column[key] ?? "–")))
  }
  return { node, show }
}

/** Return the table of all iterations of one run. */
export function all(records, run, name, texts) {
  const keys = [...new Set(records.flatMap(record => rows(record, run, texts).map(([key]) => key)))]
  const body = records.map((record, number) => {
    const own = Object.fromEntries(rows(record, run, texts))
    return cells("td", [number, ...keys.map(key => own[key] ?? "–")])
  })
  return element("table", {}, element("caption", { textContent: name }), element("thead", {}, cells("th", [texts.iteration, ...keys])), element("tbody", {}, ...body))
}

/** Return one sentence for the live region. */
export const spoken = (at, records, names, texts) =>
  [fill(texts.at, { i: at }), ...records.map((record, number) => `${names[number]}: θ ${list(record.theta, texts)}`)].join("; ")
