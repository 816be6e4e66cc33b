// Rules about zero_grad(): where the gradients of the last iteration are cleared.

import { all, place } from "../view.js"
import { inWindow } from "./shared.js"

const NEUTRAL = ["init", "fresh0", "used", "old"]

// Steps that use gradients of earlier iterations, with the backward() that added to them.
function stale(view) {
  return view.gradients("step", "scalerstep").flatMap(({ event, states }) => {
    const found = [...states].filter(([opt, reached]) => mine(event, opt) && all(reached, ["dirty"], NEUTRAL))
    const judged = [...states].filter(([opt]) => mine(event, opt))
    if (!found.length || found.length < judged.length || !event.loops.length || event.loose) return []
    return found.map(([opt, reached]) => ({ event, opt, back: view.of("backward").find(one => view.under(one, event) && [...reached].some(state => place(state) === one.from)) }))
  }).filter(({ back }) => back)
}

const mine = (event, opt) => event.opts?.includes(opt.name)
const zeroes = (view, opt) => view.of("zero").filter(event => event.opts?.includes(opt.name) || event.models?.length && (event.models.includes("*") || !opt.of || view.sameModels(new Set(event.models), opt.of)))
const clear = event => (event.manual ? "" : `${event.opts[0]}.zero_grad()`)

function missing(view, which) {
  return stale(view).filter(one => kind(view, one) === which).map(({ event, opt, back }) => ({
    from: back.from, to: back.to, also: [event, ...zeroes(view, opt)].map(({ from, to }) => ({ from, to })),
    words: { optimizer: opt.name, others: others(view, event, opt).map(one => one.name).join(", ") },
    edits: event.manual || event.opts.length > 1 || event.fn !== back.fn || back.conds.length > event.conds.length ? null : repaired(view, event, opt, back, which),
  }))
}

function repaired(view, event, opt, back, which) {
  if (event.window) return view.insertAfter(event.kind === "scalerstep" ? last(view, event) : event.stmt, clear(event))
  const outside = zeroes(view, opt)
  const put = view.insertBefore(back.stmt, clear(event))
  if (which !== "zero-outside-loop") return put
  const gone = outside.length === 1 && outside[0].block.length > 1 ? view.remove(outside[0].stmt) : null
  return put && gone && [...gone, ...put].sort((a, b) => a.from - b.from)
}

// After scaler.step() comes scaler.update(), then zero_grad().
const last = (view, event) => view.of("update").find(one => one.block === event.block)?.stmt ?? event.stmt

const others = (view, event, opt) => view.optimizers.filter(one => one.name !== opt.name && near(view, event, one).length)
const near = (view, event, opt) => zeroes(view, opt).filter(zero => zero.loops.includes(event.loops.at(-1)))

function kind(view, { event, opt }) {
  if (event.manual) return "no-zero-grad"
  if (near(view, event, opt).some(zero => view.always(zero))) return "no-zero-between-steps"
  if (others(view, event, opt).some(one => view.of("step", "scalerstep").some(step => mine(step, one) && step.loops.at(-1) === event.loops.at(-1)))) return "two-optimizers-one-zero"
  return zeroes(view, opt).length ? "zero-outside-loop" : "no-zero-grad"
}

// Has another optimizer stepped with these gradients before they are zeroed? Then the zeros are meant: this one only moves by its own rule.
function usedByAnother(view, opt, zero) {
  return view.flows.some(flow => {
    const end = flow.indexOf(zero), start = flow.slice(0, Math.max(end, 0)).findLastIndex(event => event.kind === "backward")
    return end > 0 && flow.slice(start, end).some(event => event.kind === "step" && !mine(event, opt))
  })
}

// step() in every iteration, zero_grad() only where `i % k` says so.
function seldom(view) {
  return view.of("step", "scalerstep").filter(step => !step.manual && !step.loose && step.loops.length && step.opts.length === 1 && view.always(step)).flatMap(step => {
    const loop = step.loops.at(-1), opt = view.optimizers.find(one => mine(step, one))
    const zeros = opt ? zeroes(view, opt).filter(zero => zero.loops.includes(loop)) : []
    const every = view.of("backward").some(back => back.loops.at(-1) === loop && view.always(back) && !back.loose)
    return every && zeros.length && zeros.every(zero => zero.loops.at(-1) === loop && inWindow(zero)) ? [{ step, zero: zeros[0] }] : []
  })
}

const METHODS = ["zero_grad", "backward", "step", "update", "train", "eval", "zero_"]

export const RULES = [
  { id: "no-zero-grad", grade: "error", find: view => missing(view, "no-zero-grad") },
  { id: "zero-outside-loop", grade: "error", find: view => missing(view, "zero-outside-loop") },
  { id: "two-optimizers-one-zero", grade: "error", find: view => missing(view, "two-optimizers-one-zero") },
  { id: "no-zero-between-steps", grade: "error", find: view => missing(view, "no-zero-between-steps") },
  {
    id: "zero-every-kth",
    grade: "likely",
    find: view => seldom(view).map(({ step, zero }) => ({ from: zero.from, to: zero.to, also: [{ from: step.from, to: step.to }], words: { optimizer: step.opts[0] } })),
  },
  {
    id: "zero-between",
    grade: "error",
    find: view => view.gradients("step", "scalerstep").flatMap(({ event, states }) =>
      [...states].filter(([opt, reached]) => mine(event, opt) && all(reached, ["thrown"])).flatMap(([opt, reached]) => {
        const zero = view.of("zero").find(one => [...reached].some(state => place(state) === one.from))
        if (!zero || zero.by === "grad" && !event.manual || usedByAnother(view, opt, zero)) return []
        const back = view.of("backward").find(one => one.block === zero.block)
        return [{ from: zero.from, to: zero.to, also: [{ from: event.from, to: event.to }], words: { optimizer: opt.name }, edits: back ? view.move(zero, back, "before") : null }]
      })),
  },
  {
    id: "not-called",
    grade: "error",
    find: view => view.facts.filter(fact => fact.kind === "bare" && METHODS.includes(fact.method) && fact.object.kind !== "unknown").map(({ node, from, to, method }) => ({
      from, to, words: { method }, edits: view.replace(node, `${view.slice(node)}()`),
    })),
  },
]

export { mine }
