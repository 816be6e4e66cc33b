// Rules about the order of forward, backward() and step(), and about graphs that a backward() has freed.

import { all } from "../view.js"
import { SCHEDULERS, isState } from "../names.js"
import { nodes, together } from "./shared.js"
import { mine } from "./zeroing.js"

const again = (view, how, find) => view.of("again").filter(event => event.how === how && sure(view, event)).map(find).filter(Boolean)
// In every way in which this backward() is reached, not only in one.
const sure = (view, event) => view.contexts(event).length >= view.contexts({ ...event, kind: "backward" }).length
const names = event => [...(event.value.deps ?? [])]

// An optimizer whose gradients a training loop zeroes, and that nothing ever steps. Whatever else is done with it or with gradients keeps this silent.
const QUIET = ["zero_grad", "param_groups", "state_dict", "load_state_dict"]
function idle(view) {
  if (view.of("opaque").some(one => one.all) || view.of("step").some(one => one.manual)) return []
  const idle = view.optimizers.filter(opt => opt.value && !view.of("step", "scalerstep").some(one => mine(one, opt))).flatMap(opt => {
    const zero = view.of("zero").find(one => mine(one, opt) && one.loops.length && view.of("backward").some(back => back.loops.at(-1) === one.loops.at(-1)))
    return zero ? [{ zero, opt }] : []
  })
  const all = idle.length ? [...nodes(view.tree.body)] : []
  if (all.some(([one]) => one.t === "attribute" && one.name === "grad")) return []
  return idle.filter(({ opt }) => !all.some(([one, above]) => (one.t === "name" || one.t === "attribute") && view.slice(one) === opt.name && !(
    above?.t === "attribute" && QUIET.includes(above.name) || above?.t === "assign" && above.targets.includes(one) || above?.t === "call" && SCHEDULERS.has(above.callee.name ?? above.callee.id))))
}

export const RULES = [
  {
    id: "step-before-backward",
    grade: "error",
    find: view => view.gradients("step", "scalerstep").flatMap(({ event, states }) =>
      [...states].filter(([opt, reached]) => mine(event, opt) && all(reached, ["clean", "before"])).flatMap(([opt]) => {
        const back = view.of("backward").find(one => together(one, event) && one.loops.at(-1) === event.loops.at(-1) && (one.fn !== event.fn || one.from > event.from) && (event.loops.length || one.fn === event.fn && event.fn))
        return back ? [{ from: event.from, to: event.to, also: [{ from: back.from, to: back.to }], words: { optimizer: opt.name }, edits: event.kind === "step" && !event.manual ? view.move(event, back, "after") : null }] : []
      })),
  },
  {
    id: "never-stepped",
    grade: "likely",
    find: view => idle(view).map(({ zero, opt }) => ({ from: zero.from, to: zero.to, also: [{ from: opt.value.node.from, to: opt.value.node.to }], words: { optimizer: opt.name } })),
  },
  {
    id: "forward-outside-loop",
    grade: "error",
    find: view => again(view, "outside", event => {
      const loop = event.loops.at(-1)
      if (!view.of("step", "scalerstep").some(step => step.loops.includes(loop))) return null
      return { from: event.root.node.from, to: event.root.node.to, also: [{ from: event.from, to: event.to }] }
    }),
  },
  {
    id: "backward-twice",
    grade: "error",
    find: view => again(view, "twice", event => ({ from: event.from, to: event.to, also: [event.first].map(({ from, to }) => ({ from, to })), edits: keep(view, event) })),
  },
  {
    id: "carried-state",
    grade: "error",
    find: view => again(view, "carried", event => {
      const { node } = event.root
      return names(event).some(isState) || isStateful(view, node) || summed(view, event) ? { from: node.from, to: node.to, also: [{ from: event.from, to: event.to }], words: { name: carried(view, node) || summed(view, event) || names(event)[0] } } : null
    }),
  },
]

// The first backward() keeps the graph; only where both stand in one block, one after the other.
function keep(view, event) {
  const first = view.of("backward").find(one => one.from === event.first.from)
  if (!first?.node.list || first.value === event.value || first.block !== event.block || first.node.args.length || first.node.named.length) return null
  return [{ from: first.node.list.from + 1, to: first.node.list.from + 1, insert: "retain_graph=True" }]
}

// A local name that takes itself up again in each iteration: total = total + loss.
const summed = (view, event) => names(event).find(name => !name.includes(".") && view.facts.some(fact => fact.target === name && event.loops.includes(fact.loops.at(-1)) && (fact.kind === "set" && fact.own || fact.kind === "update")))

const isStateful = (view, node) => Boolean(carried(view, node))
function carried(_view, node) {
  for (const arg of node.args ?? []) {
    const id = arg.id ?? arg.name ?? arg.items?.[0]?.id
    if (id && isState(id)) return id
  }
  return ""
}
