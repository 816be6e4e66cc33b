// Asks for the findings of a text: in a worker; where there is none (an offline copy), in the page itself.

const PATIENCE = 5000 // milliseconds; then the worker is stopped and the text counts as too slow

/** Return the function text → Promise of the findings; a newer question makes older ones answer null. */
export function asker() {
  let worker = start(), last = 0, timer
  const waiting = new Map()
  return text => new Promise(resolve => {
    const id = ++last
    for (const [old, answer] of waiting) { answer(null); waiting.delete(old) }
    if (!worker) return void here(text).then(resolve)
    waiting.set(id, resolve)
    worker.onmessage = ({ data }) => { clearTimeout(timer); waiting.get(data.id)?.(data.result); waiting.delete(data.id) }
    worker.onerror = () => { clearTimeout(timer); worker = null; waiting.delete(id); here(text).then(resolve) }
    clearTimeout(timer)
    timer = setTimeout(() => { worker.terminate(); worker = start(); waiting.delete(id); resolve({ state: "slow", findings: [] }) }, PATIENCE)
    worker.postMessage({ id, text })
  })
}

function start() {
  try { return new Worker(new URL("worker.js", import.meta.url), { type: "module" }) } catch { return null }
}

async function here(text) {
  const [{ parser }, { check }] = await Promise.all([import("../editor/python-parser.js"), import("./findings.js")])
  return check(text, parser)
}
