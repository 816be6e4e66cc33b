// Where the page is served by `make serve`, the code of a run is run by PyTorch, and its lines are compared with the figure's numbers.

import { start } from "../live/session.js"

const CLOSE = 2e-6 // both sides are rounded to six decimals

/** Run `code` on the server; return its output (text) and whether every line has the θ of `records`. Rejects if the server does not answer. */
export async function runCode(settings, code, records) {
  const { end } = await start(settings, { ref: "", code }, () => {}).done
  if (!end) throw new Error("no answer")
  const lines = end.output.trim().split("\n").map(line => line.split(" ").slice(1).map(Number))
  const near = (one, other) => (Number.isFinite(one) && Number.isFinite(other) ? Math.abs(one - other) <= CLOSE * Math.max(1, Math.abs(other)) : Number.isFinite(one) === Number.isFinite(other))
  const same = lines.length === records.length - 1 && lines.every((theta, i) => theta.length === 2 && theta.every((value, k) => near(value, records[i + 1].theta[k])))
  return { output: end.output, same }
}
