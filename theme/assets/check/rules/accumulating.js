// Rules about gradient accumulation: the division, the last window, a loss that is a sum.

import { touchesOptimizer } from "./shared.js"

// Steps inside `if (i + 1) % k == 0:` whose backward() stands in the same loop, outside that `if`.
function windows(view) {
  return view.of("step", "scalerstep").filter(step => step.window && !step.loose && step.loops.length && !view.of("backward").some(back => back.window?.from === step.window.from)).flatMap(step => {
    const loop = step.loops.at(-1)
    const backs = view.of("backward").filter(back => back.loops.at(-1) === loop && !back.window && back.value?.kind === "tensor" && !back.engine && !back.loose)
    const size = divisor(step.window.test)
    return backs.length === 1 && size ? [{ step, back: backs[0], loop, size }] : []
  })
}

// The k of `… % k == 0`.
function divisor(test) {
  if (test.t !== "binary") return null
  if (test.op === "%") return test.right
  return divisor(test.left) ?? divisor(test.right)
}

const divides = (value, seen = new Set()) => Boolean(value && !seen.has(value) && seen.add(value) && (value.divided || value.either?.some(one => divides(one, seen))))
const one = node => node.t === "number" && node.value === 1
const at = ({ from, to }) => ({ from, to })
// Is the number of batches a thing that a text can leave open: `enumerate(loader)`?
const counted = loop => loop.t === "for" && loop.iter.t === "call" && loop.iter.callee.id === "enumerate" && ["name", "attribute"].includes(loop.iter.args[0]?.t)
const exact = test => test.t === "binary" && test.op === "==" && test.left.t === "binary" && test.left.op === "%" && test.right.t === "number"

// Is an event met in every iteration of the loop that has a step() only in some?
const everyPart = (view, event, loop) => event.loops.at(-1) === loop && view.always(event) && !event.loose
const concerned = (view, zero, step) => zero.opts?.some(one => step.opts.includes(one)) || zero.models?.length && view.optimizers.some(opt => step.opts.includes(opt.name) && touchesOptimizer(zero, opt))

// Take a line out of its block and put it before or after step().
function into(view, event, step, where) {
  const line = view.line(event.stmt), put = step.kind === "step" && event.fn === step.fn && event.stmt.t === "expression" && line && view[where](step.stmt, line.text.trim())
  return put ? [{ from: line.from, to: line.to, insert: "" }, ...put].sort((a, b) => a.from - b.from) : null
}

export const RULES = [
  {
    id: "no-division",
    grade: "likely",
    find: view => windows(view).filter(({ back, size }) => back.value.isLoss && (back.value.fnName || back.value.isLoss) && !divides(back.value) && !divides(back.value.whole) && back.value.reduction !== "sum" && !one(size) && !view.facts.some(fact => fact.kind === "grad-change")).filter(({ back }) => certain(back.value)).map(({ step, back, size }) => ({
      from: back.from, to: back.to, also: [at(step.window.test)], words: { size: view.slice(size) },
      edits: !back.scaled && back.key && view.slice(back.node.callee.object) === back.key ? view.replace(back.node.callee.object, `(${back.key} / ${view.slice(size)})`) : null,
    })),
  },
  {
    id: "last-window",
    grade: "hint",
    find: view => windows(view).filter(({ step, loop }) => (exact(step.window.test) && counted(loop) || uneven(step, loop)) && !view.of("step", "scalerstep").some(other => other !== step && other.opts?.some(opt => step.opts.includes(opt)) && !other.loops.includes(loop) && other.from > loop.from)).map(({ step, size }) => ({
      from: step.window.test.from, to: step.window.test.to, words: { size: view.slice(size) }, edits: withLast(view, step),
    })),
  },
  {
    id: "zero-in-every-part",
    grade: "likely",
    find: view => windows(view).flatMap(({ step, loop }) => {
      const zeros = view.of("zero").filter(zero => zero.loops.includes(loop) && concerned(view, zero, step))
      if (zeros.length !== 1 || !everyPart(view, zeros[0], loop) || view.facts.some(fact => fact.kind === "grad-change")) return []
      return [{ from: zeros[0].from, to: zeros[0].to, also: [at(step)], words: { optimizer: step.opts[0] }, edits: into(view, zeros[0], step, "insertAfter") }]
    }),
  },
  {
    id: "clip-in-every-part",
    grade: "likely",
    find: view => [
      ...windows(view).flatMap(({ step, loop }) => {
        const opt = view.optimizers.find(one => step.opts?.includes(one.name))
        return view.of("clip").filter(clip => opt && everyPart(view, clip, loop) && touchesOptimizer(clip, opt)).map(clip => ({ from: clip.from, to: clip.to, also: [at(step)], edits: into(view, clip, step, "insertBefore") }))
      }),
      ...view.of("clip").filter(clip => clip.loose === "no_sync").map(({ from, to }) => ({ from, to })),
    ],
  },
  {
    id: "division-of-sum",
    grade: "likely",
    find: view => windows(view).filter(({ back, size }) => (back.value.reduction ?? back.value.either?.[0]?.reduction) === "sum" && back.value.by === view.slice(size)).map(({ back, size, step }) => ({
      from: back.from, to: back.to, also: [at(step.window.test)], words: { size: view.slice(size) },
    })),
  },
]

// The loss is made in sight: a loss function's value, not the result of an unknown function.
const known = value => [...value.roots.keys()].some(root => !root.vague)
const certain = value => Boolean(value.fnName) || known(value) || (value.either ?? []).some(known) || value.whole && certain(value.whole)

// range(10) with a window of 4: both numbers are in the text.
function uneven(step, loop) {
  const size = divisor(step.window.test), iter = loop.t === "for" ? loop.iter : null
  return exact(step.window.test) && size.t === "number" && iter?.t === "call" && iter.callee.id === "range" && iter.args.length === 1 && iter.args[0].t === "number" && iter.args[0].value % size.value !== 0
}

// `(i + 1) % 4 == 0` becomes `(i + 1) % 4 == 0 or i + 1 == len(loader)`.
function withLast(view, step) {
  const { test } = step.window, loop = step.loops.at(-1), sum = test.left.left
  if (sum.t !== "binary" || sum.op !== "+" || !one(sum.right)) return null
  const total = loop.iter.callee.id === "enumerate" ? `len(${view.slice(loop.iter.args[0])})` : view.slice(loop.iter.args[0])
  return loop.iter.callee.id === "enumerate" && loop.iter.args[0].t === "call" ? null : [{ from: test.to, to: test.to, insert: ` or ${view.slice(sum)} == ${total}` }]
}
