// Rules about learning rate schedulers: after the optimizer, once for what they count, with what they ask for.

import { mentions } from "../assignments.js"
import { together } from "./shared.js"
import { PER_BATCH, PER_EPOCH, isEpochs, isMetric } from "../names.js"

const only = (value, names) => value.classes?.size > 0 && !value.mixed && [...value.classes].every(name => names.has?.(name) ?? names.includes(name))
const at = ({ from, to }) => ({ from, to })
const steps = view => view.of("step", "scalerstep").filter(event => !event.manual)
const innermost = (view, event) => steps(view).find(step => step.loops.at(-1) === event.loops.at(-1))

// The number that a scheduler was built with says what it counts: T_max=epochs.
const argument = (node, position, name) => node?.named?.find(one => one.name === name)?.value ?? node?.args?.[position]
const word = node => (node ? (node.id ?? node.name ?? "") : "")
const small = (node, limit) => node?.t === "number" && node.value <= limit
function countsEpochs(value) {
  const node = value.node, name = [...value.classes][0]
  if (name === "CosineAnnealingLR") { const max = argument(node, 1, "T_max"); return isEpochs(word(max)) || small(max, 200) }
  if (name === "StepLR") { const size = argument(node, 1, "step_size"); return isEpochs(word(size)) || small(size, 60) }
  if (name === "MultiStepLR") { const marks = argument(node, 1, "milestones"); return marks?.t === "list" && marks.items.length > 0 && marks.items.every(one => small(one, 300)) }
  if (name === "ExponentialLR") { const gamma = argument(node, 1, "gamma"); return gamma?.t === "number" && gamma.value <= 0.99 }
  return false
}

const batches = loop => loop?.t === "for" && !(loop.iter.t === "call" && loop.iter.callee.id === "range")

export const RULES = [
  {
    id: "scheduler-first",
    grade: "likely",
    find: view => view.flows.flatMap(flow => flow.filter(event => event.kind === "schedule" && event.args.length === 0 && event.loops.length && view.always(event)).flatMap(event => {
      const loop = event.loops.at(-1), here = flow.indexOf(event)
      const mine = flow.map((one, index) => [one, index]).filter(([one]) => ["step", "scalerstep"].includes(one.kind) && !one.manual && one.loops.includes(loop) && (!event.value.of || one.opts.includes(event.value.of)))
      const opaque = flow.some(one => one.kind === "opaque" && one.loops.includes(loop) && (one.all || one.opts?.length))
      if (!mine.length || opaque || mine.some(([, index]) => index < here) || (event.value.vague && mine[0][0].loops.at(-1) !== loop)) return []
      const [step] = mine[0]
      return [{ from: event.from, to: event.to, also: [at(step)], words: { scheduler: event.scheds[0] }, edits: step.kind === "step" ? view.move(event, step, "after") : null }]
    })),
  },
  {
    id: "scheduler-per-batch",
    grade: "likely",
    find: view => view.of("schedule").filter(event => only(event.value, PER_EPOCH) && event.loops.length >= 2 && !event.args.length && innermost(view, event) && batches(event.loops.at(-1)) && !event.window && view.always(event) && event.value.depth <= event.loops.length - 2 && countsEpochs(event.value)).map(event => ({
      from: event.from, to: event.to, also: event.value.node ? [at(event.value.node)] : [], words: { scheduler: event.scheds[0], class: [...event.value.classes][0] }, edits: outdent(view, event),
    })),
  },
  {
    id: "scheduler-per-epoch",
    grade: "likely",
    find: view => view.of("schedule").filter(event => only(event.value, PER_BATCH) && event.loops.length && !innermost(view, event) && perBatch(event.value) && steps(view).some(step => step.loops.length > event.loops.length && step.loops.includes(event.loops.at(-1)))).map(event => ({
      from: event.from, to: event.to, also: event.value.node ? [at(event.value.node)] : [], words: { scheduler: event.scheds[0], class: [...event.value.classes][0] },
    })),
  },
  {
    id: "scheduler-of-old-optimizer",
    grade: "error",
    find: view => view.of("schedule").flatMap(event => {
      const [name] = event.scheds, opt = event.value.of, built = view.facts.filter(fact => fact.kind === "set" && fact.target === name)
      if (!opt || !event.value.made || event.value.mixed || event.scheds.length > 1 || built.length !== 1) return []
      const builds = view.of("build").filter(one => one.opt === opt && one.fn === built[0].fn && one.value.made)
      const later = builds.find(one => one.from > built[0].from && together(one, built[0]) && !mentions(one.value.node, opt) && (one.from < event.from || one.loops.some(loop => event.loops.includes(loop))))
      return later && builds.some(one => one.from < built[0].from) && later.loops.length >= built[0].loops.length ? [{ from: event.from, to: event.to, also: [at(built[0]), at(later)], words: { scheduler: name, optimizer: opt } }] : []
    }),
  },
  {
    id: "plateau-no-value",
    grade: "error",
    find: view => view.of("schedule").filter(event => only(event.value, ["ReduceLROnPlateau"]) && !event.args.length).map(event => ({ from: event.from, to: event.to, also: event.value.node ? [at(event.value.node)] : [], words: { scheduler: event.scheds[0] } })),
  },
  {
    id: "value-to-other",
    grade: "error",
    find: view => view.of("schedule").filter(event => event.args.length === 1 && event.value.classes?.size && !event.value.mixed && [...event.value.classes].every(name => PER_EPOCH.has(name) || ["OneCycleLR", "LambdaLR", "LinearLR"].includes(name)) && isMetric(word(event.nodes[0]))).map(event => ({
      from: event.from, to: event.to, also: event.value.node ? [at(event.value.node)] : [], words: { scheduler: event.scheds[0], class: [...event.value.classes][0], value: view.slice(event.nodes[0]) },
      edits: view.replace(event.node, `${event.scheds[0]}.step()`),
    })),
  },
]

// OneCycleLR(…, epochs=…, steps_per_epoch=…) or total_steps from the length of a loader: it counts batches.
function perBatch(value) {
  const node = value.node
  const total = argument(node, 2, "total_steps"), per = argument(node, 4, "steps_per_epoch")
  if (per) return !(per.t === "number" && per.value === 1)
  return total?.t === "binary"
}

// Move the line out of the inner loop, behind it.
function outdent(view, event) {
  const loop = event.loops.at(-1), line = view.line(event.stmt)
  if (!line || event.stmt !== event.block.at(-1) || loop.body !== event.block || !view.line) return null
  const start = view.text.lastIndexOf("\n", loop.from - 1) + 1, space = view.text.slice(start, loop.from)
  return space.trim() ? null : [{ from: line.from, to: line.to, insert: `${space}${line.text.trimStart()}` }]
}
