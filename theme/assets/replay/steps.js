// From a recording to what is shown: pure functions over rows [line, text, changes, more]; see fieldguide/recorded/replay.py.

const scope = name => name.slice(0, name.lastIndexOf("/") + 1)

/** Return the state after each row: Map from name to text. */
export function states(rows) {
  let state = new Map()
  return rows.map(([, , changes, more]) => {
    const path = more.in ? `${more.in}/` : ""
    state = new Map([...state].filter(([name]) => path.startsWith(scope(name)) && !(more.call && scope(name) === path)))
    for (const [name, text] of Object.entries(changes)) text === null ? state.delete(name) : state.set(name, text)
    return state
  })
}

/** Return the rows of a section (of all, without a name), and the state before them. */
export function part(rows, all, section) {
  const start = section ? rows.findIndex(([, , , more]) => more.start === section) : -1
  const end = section ? rows.findIndex(([, , , more]) => more.end === section) : rows.length
  return { from: start + 1, to: end, before: start > 0 ? all[start - 1] : new Map() }
}

/**
 * Return the steps that a block shows: { line, to, text, state, changed (Set of names), path, caller, loops, more }.
 * `shown(line)` gives the line in the block; what happens in lines that it does not show belongs to the next step.
 */
export function steps(rows, section, shown, indent) {
  const all = states(rows)
  const { from, to, before } = part(rows, all, section)
  const found = []
  let [previous, text] = [before, ""]
  for (let index = from; index < to; index++) {
    const [line, printed, , more] = rows[index]
    text += printed
    if (more.start || more.end || shown(line) === undefined) continue
    const state = all[index]
    const path = more.in ? `${more.in}/` : ""
    const changed = new Set([...state.keys()].filter(name => state.get(name) !== previous.get(name)))
    for (const name of previous.keys()) if (!state.has(name) && path.startsWith(scope(name))) changed.add(name)
    found.push({ line: shown(line), to: shown(more.to ?? line) ?? shown(line), text, state, before: previous, changed, path, caller: caller(rows, index, to, shown), more })
    previous = state
    text = ""
  }
  if (found.length) found.at(-1).text += text
  loops(found, indent)
  return { steps: found, before }
}

// The statement that made the call is the next row outside it.
function caller(rows, index, to, shown) {
  const path = rows[index][3].in
  if (!path) return undefined
  const outside = path.slice(0, Math.max(path.lastIndexOf("/"), 0))
  const row = rows.slice(index, to).find(([, , , more]) => (more.in ?? "") === outside)
  return row && shown(row[0])
}

// Which iteration of which loops a step belongs to: a loop's body is what is indented more than its head.
function loops(found, indent) {
  const running = new Map()
  for (const step of found) {
    const own = running.get(step.path) ?? []
    if (step.more.call) own.length = 0
    while (own.length && step.line !== own.at(-1).line && (indent(step.line) <= indent(own.at(-1).line) || step.line < own.at(-1).line)) own.pop()
    const top = own.at(-1)
    if (step.more.n === 1 && top?.line === step.line) own.pop()
    if (step.more.n && own.at(-1)?.line !== step.line) own.push({ line: step.line, total: 0 })
    if (step.more.n) Object.assign(own.at(-1), { n: step.more.n, total: step.more.n })
    running.set(step.path, own)
    step.loops = own.map(loop => ({ loop, n: loop.n }))
  }
}

/** Return the next step after `index` (or before it, with -1) at which `name` changes, or undefined. */
export function nextChange(found, index, name, direction = 1) {
  for (let place = index + direction; place >= 0 && place < found.length; place += direction) if (found[place].changed.has(name)) return place
  return undefined
}

const TAG = /^(.*?)(?:\.(requires_grad|grad_fn|dtype|training)| (is))$/

/** Return the rows of the table of values: { name, scope, text, tags, changed, gone }; `watch` (names) keeps only those. */
export function table(step, watch) {
  const rows = new Map()
  const row = name => rows.get(name) ?? rows.set(name, { name, scope: scope(name), text: undefined, old: undefined, tags: [], changed: false }).get(name)
  const named = name => row(name.match(TAG)?.[1] ?? name)
  for (const [name, text] of step.state) {
    const tag = name.match(TAG)
    if (tag && (tag[3] || tag[2])) named(name).tags.push({ text: label(tag[2] ?? tag[3], text), changed: step.changed.has(name) })
    else row(name).text = text
  }
  for (const name of step.changed) {
    named(name).changed = true
    if (!TAG.test(name)) row(name).old = step.before.get(name)
  }
  const found = [...rows.values()].filter(({ text, tags, changed }) => text !== undefined || tags.length || changed)
  return watch ? found.filter(({ name, scope: prefix }) => watch.some(wanted => name === wanted || name.slice(prefix.length) === wanted)) : found
}

const label = (kind, text) => ({ requires_grad: "requires_grad", grad_fn: `grad_fn=${text}`, dtype: text, training: "eval()", is: `is ${text}` })[kind]

/** Say whether an answer is what the run shows: equal as text, or number by number. */
export function same(answer, text) {
  const plain = value => value.replace(/\s+/g, "").replace(/^tensor\((.*?)(,\w+=.*)?\)$/i, "$1").replace(/^\[([^[\],]*)\]$/, "$1").toLowerCase()
  const [one, other] = [plain(answer), plain(text)]
  const number = /-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/g
  const [mine, theirs] = [one.match(number) ?? [], other.match(number) ?? []]
  const near = (a, b) => Math.abs(a - b) <= 5e-4 * Math.max(1, Math.abs(b))
  return one === other || (one.replace(number, "N") === other.replace(number, "N") && mine.length === theirs.length && mine.every((value, place) => near(Number(value), Number(theirs[place]))))
}
