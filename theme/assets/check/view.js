// What rules ask: the events of a text with the states in which they are met, its calls and facts, and edits that repair a line.

import { GRADIENTS, SCALING, annotate, flat, keyOf, modes, overlaps } from "./flow.js"

const OTHERS = new Set(["jax", "mindspore", "mxnet", "paddle", "tensorflow", "tinygrad"])

export class View {
  constructor(model) {
    Object.assign(this, model)
    this.flows = this.entries.map(entry => flat(entry.seq))
    const met = Map.groupBy ? Map.groupBy(this.flows.flat(), keyOf) : grouped(this.flows.flat(), keyOf)
    this.contexts = event => met.get(keyOf(event)) ?? [event]
    this.events = [...met.values()].map(events => events.at(-1))
    const imported = [...this.imports].map(path => path.split(".")[0])
    this.foreign = !imported.includes("torch") && imported.some(name => OTHERS.has(name))
    if (this.partial) this.flows = this.events = this.entries = []
    this.optimizers = this.known()
    this.scalers = new Set(this.of("scalerstep", "unscale", "update").map(event => event.scaler))
    this.trained = new Set(this.of("backward").flatMap(event => event.loops))
  }

  /** Events of these kinds, each once. */
  of(...kinds) { return this.events.filter(event => kinds.includes(event.kind)) }

  // Every optimizer with its models: {name, of, classes, value}.
  known() {
    const found = new Map()
    for (const event of this.of("build").filter(one => one.opt)) found.set(event.opt, { name: event.opt, of: join(found.get(event.opt)?.of, event.value.of, found.has(event.opt)), classes: new Set([...(found.get(event.opt)?.classes ?? []), ...event.value.classes]), value: event.value })
    for (const event of this.of("zero", "step", "scalerstep", "unscale")) for (const name of event.opts ?? []) if (!found.has(name)) found.set(name, { name, of: null, classes: new Set() })
    return [...found.values()]
  }

  // ---- states

  gradients(...kinds) { return this.met((this.gradientStates ??= annotate(this.entries, GRADIENTS, this.optimizers)), kinds) }
  scaling(...kinds) { return this.scalers.size ? this.met((this.scalingStates ??= annotate(this.entries, SCALING, this.optimizers)), kinds) : [] }
  modes(...kinds) {
    this.modeStates ??= annotate(this.entries, modes(this.trained), [...new Set(this.of("forward").flatMap(event => event.models))])
    return this.met(this.modeStates, kinds)
  }
  met(states, kinds) { return [...states.values()].filter(({ event }) => kinds.includes(event.kind)) }

  /** Does the innermost loop of an event hold an event of this kind? */
  near(event, ...kinds) {
    const loop = event.loops.at(-1)
    return this.of(...kinds).filter(other => (loop ? other.loops.includes(loop) : other.fn === event.fn))
  }

  /** Stand both under the same `if`s inside their loop, as far as the first is under any? */
  under(event, other) {
    const inside = event.conds.filter(cond => cond.depth >= event.loops.length && cond.test)
    return inside.every(cond => other.conds.some(one => one.index === cond.index && (one.from === cond.from || one.test && this.slice(one.test) === this.slice(cond.test))))
  }

  /** Is the event met in every iteration of its innermost loop: under no `if` inside it? */
  always(event) { return !event.conds.some(cond => cond.depth >= event.loops.length) }

  counts() {
    const steps = this.of("step", "scalerstep")
    return { loops: this.seen.loops.size, optimizers: this.optimizers.length, schedulers: this.seen.schedulers.size, scalers: this.scalers.size, steps: steps.length, backwards: this.of("backward").length }
  }

  // ---- edits: [{from, to, insert}], or null where the repair is not certain

  slice(node) { return this.text.slice(node.from, node.to) }
  line(stmt) {
    const from = this.text.lastIndexOf("\n", stmt.from - 1) + 1, end = this.text.indexOf("\n", stmt.to)
    const to = end < 0 ? this.text.length : end + 1
    const alone = !this.text.slice(from, stmt.from).trim() && /^\s*(#.*)?$/.test(this.text.slice(stmt.to, to))
    return alone ? { from, to, text: this.text.slice(from, to).replace(/\n?$/, "\n"), space: this.text.slice(from, stmt.from) } : null
  }
  replace(node, insert) { return [{ from: node.from, to: node.to, insert }] }
  remove(stmt) { const line = this.line(stmt); return line && [{ from: line.from, to: line.to, insert: "" }] }
  insertBefore(stmt, code) { const line = this.line(stmt); return line && [{ from: line.from, to: line.from, insert: `${line.space}${code}\n` }] }
  insertAfter(stmt, code) {
    const line = this.line(stmt)
    return line && [{ from: line.to, to: line.to, insert: `${this.text[line.to - 1] === "\n" ? "" : "\n"}${line.space}${code}\n` }]
  }
  /** Move the line of one statement before (or after) the line of another of the same block. */
  move(event, other, where) {
    if (event.block !== other.block || event.stmt === other.stmt) return null
    const line = this.line(event.stmt), target = this.line(other.stmt)
    if (!line || !target) return null
    const at = where === "before" ? target.from : target.to
    const insert = where === "after" && this.text[at - 1] !== "\n" ? `\n${line.text}` : line.text
    return [{ from: line.from, to: line.to, insert: "" }, { from: at, to: at, insert }].sort((a, b) => a.from - b.from)
  }

  sameModels(a, b) { return !a?.size || !b?.size || [...a].some(one => [...b].some(other => overlaps(one, other))) }
}

function grouped(list, key) {
  const found = new Map()
  for (const one of list) found.set(key(one), [...(found.get(key(one)) ?? []), one])
  return found
}

const join = (before, now, known) => (known ? (before && now ? new Set([...before, ...now]) : null) : now)

/** The phase of a state, without the place after its colon, and that place. */
export const phase = state => state.split(":")[0]
export const place = state => Number(state.split(":")[1])

/** Are all states that say something (all but `neutral`) of these phases? */
export function all(states, phases, neutral = ["init"]) {
  const said = [...states].filter(state => !neutral.includes(phase(state)))
  return said.length > 0 && said.every(state => phases.includes(phase(state)))
}
