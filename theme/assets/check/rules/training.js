// Rules about the optimizer's parameters and about train() and eval().

import { all, place } from "../view.js"
import { mentions } from "../assignments.js"
import { overlaps } from "../flow.js"
import { isEpochs, isHeldOut } from "../names.js"
import { nodes, together } from "./shared.js"
import { mine } from "./zeroing.js"

const at = ({ from, to }) => ({ from, to })
const within = (names, of) => [...names].some(name => [...of].some(one => overlaps(name, one)))

// In each way of reading: an optimizer was built, then its model (or a layer of it) is another one, and the optimizer is used.
function outdated(view) {
  const found = []
  for (const flow of view.flows) {
    for (const [index, event] of flow.entries()) {
      if (event.kind !== "rebind" && event.kind !== "replace") continue
      if (event.kind === "rebind" && (event.wraps || event.first)) continue
      const built = flow.findLast?.((one, before) => before < index && one.kind === "build" && one.value.of && within([event.part ?? event.key ?? event.model], one.value.of))
      if (!built || built.conds.length || event.alias && built.value.params.some(one => one.made === event.made)) continue // a function returned both
      const later = flow.slice(index)
      const same = one => one.kind === "build" && one.value.call === built.value.call // under another name: returned by a function
      const rebuilt = later.some(one => (one.kind === "build" && one.opt === built.opt && !same(one)) || one.kind === "group" || one.kind === "opaque")
      const names = flow.filter(same).map(one => one.opt)
      const steps = one => ["step", "scalerstep"].includes(one.kind) && one.opts.some(opt => names.includes(opt)), ends = ["break", "return", "raise"].includes(event.block.at(-1)?.t)
      const used = later.find(steps) ?? flow.find(one => steps(one) && !ends && event.loops.some(loop => one.loops.includes(loop) && !built.loops.includes(loop))) // in the next iteration
      if (used && !rebuilt && event.loops.every(loop => !built.loops.includes(loop) || used.loops.includes(loop))) found.push({ event, built, used })
    }
  }
  return found
}

// Two optimizers get the parameters of one model and step in one loop, and a model that backward() goes through is in no optimizer.
function doubled(view) {
  if (view.optimizers.some(opt => !opt.of) || view.of("freeze", "group", "replace").length) return []
  const given = opt => opt.value?.call?.node.args[0], steps = opt => view.of("step", "scalerstep").filter(one => mine(one, opt))
  const all = view.optimizers.filter(opt => given(opt)?.t === "call" && given(opt).callee.name === "parameters")
  return all.flatMap((opt, index) => all.slice(0, index).filter(one => one.value.call !== opt.value.call && view.slice(given(one)) === view.slice(given(opt))).flatMap(other => {
    const step = steps(opt).find(one => one.loops.length && steps(other).some(before => before.loops.at(-1) === one.loops.at(-1) && together(before, one)))
    const runs = name => view.of("forward").some(one => one.grad === "on" && one.models.includes(name) && one.loops.includes(step.loops.at(-1)))
    const left = step && view.of("backward").filter(one => one.loops.includes(step.loops.at(-1))).flatMap(one => [...(one.value?.models ?? [])]).find(name => runs(name) && !view.optimizers.some(one => within([name], one.of)))
    return left ? [{ opt, other, left, node: given(opt), before: given(other) }] : []
  }))
}

// Layers frozen in the loop that trains them, while old gradients or zeros stay in .grad.
function frozen(view) {
  return view.of("freeze").filter(event => event.loops.length).flatMap(event => {
    const loop = event.loops.find(one => view.of("step").some(step => step.loops.includes(one)))
    const zero = view.of("zero").find(one => one.keep && one.loops.includes(loop))
    const opt = zero && view.optimizers.find(one => zero.opts?.includes(one.name))
    const moving = opt?.value && (opt.classes.has("Adam") || opt.classes.has("AdamW") || opt.value.call.named.some(one => ["momentum", "weight_decay"].includes(one.name)))
    return loop && moving ? [{ event, zero, opt }] : []
  })
}

// Loops that run a model in eval mode, record graphs, and never call backward().
function recorded(view) {
  return view.modes("forward").filter(({ event, states }) => event.grad === "on" && event.loops.length && !view.trained.has(event.loops.at(-1)) && [...states].some(([name, reached]) => event.models.includes(name) && all(reached, ["eval", "evaluated"], [])))
    .filter(({ event }) => !view.of("freeze").length && !view.calls.some(call => call.path === "torch.autograd.grad" || call.last === "requires_grad_" || call.last === "enable_grad") && (event.fn ? true : !view.of("opaque").some(one => one.all && one.loops.includes(event.loops.at(-1)))))
}

// A layer that eval() switches, in the expression that makes a model or in the classes that it names.
const SWITCHED = /^(Alpha|FeatureAlpha)?Dropout[123]?d?$|^(Sync|Lazy)?BatchNorm[123]?d?$/
function switched(view, made, seen = new Set()) {
  for (const [{ t, callee }] of nodes(made)) {
    const name = t === "call" && (callee.name ?? callee.id)
    if (SWITCHED.test(name)) return name
    const cls = name && view.tree.body.find(one => one.t === "class" && one.name === name && !seen.has(one))
    const found = cls && switched(view, cls.body, seen.add(cls))
    if (found) return found
  }
}

// A trained model is measured under no_grad(), and nothing in the text switches any model to eval mode.
function neverEval(view) {
  const switches = ({ method, object, node }) => method === "eval" || method === "train" && object.kind !== "instance" && node.args.length + node.named.length
  if (view.calls.some(switches) || view.facts.some(fact => fact.kind === "attribute" && fact.name === "training")) return []
  const trained = new Set(view.of("backward").flatMap(event => [...(event.value?.models ?? [])]))
  const left = event => view.of("opaque").some(one => one.all || one.models?.some(name => event.models.includes(name)))
  return view.of("forward").filter(event => event.grad === "off" && event.models.some(name => trained.has(name)) && !left(event) && measures(event) && !repeats(view, event)).flatMap(event => {
    const layer = switched(view, event.model?.node)
    return layer ? [{ event, layer }] : []
  })
}

// Does a name at this forward pass say so: of its function, its loop, or what the model is given?
function measures({ fn, node, loops }) {
  const loop = loops.at(-1), named = [...nodes([loop?.target, loop?.iter, node.args].filter(Boolean))]
  return [fn?.name ?? "", ...named.map(([one]) => one.id ?? one.name ?? "")].some(isHeldOut)
}

// Is one input given many times: `[net(x) for _ in range(100)]`? Then the dropout may be wanted, to see how much the results differ.
function repeats(view, event) {
  const counts = iter => iter?.t === "call" && iter.callee.id === "range"
  const around = ([one]) => one.t === "comprehension" && one.from <= event.from && event.to <= one.to
  return event.loops.some(loop => counts(loop.iter) && !view.trained.has(loop)) || [...nodes(view.tree.body)].filter(around).some(([one]) => one.fors.some(({ iter }) => counts(iter)))
}

// Only where train() follows in each epoch does eval() leave the training as it is.
function evaluated(view, { loops, node, models: [model] }) {
  const loop = loops.at(-1), back = view.of("train").some(one => one.models.includes(model) && view.always(one) && one.loops.some(each => loops.slice(0, -1).includes(each)))
  const name = view.slice(node.callee)
  return back && loop.t === "for" && /^(self\.)?\w+$/.test(name) ? before(view, loop, `${name}.eval()`) : null
}

// An optimizer with a memory that is built anew in each epoch (or iteration), for a model that stays the same.
function rebuilt(view) {
  return view.of("build").filter(event => event.opt && event.value.made && event.value.of?.size && event.loops.length && view.always(event) && remembers(event.value)).filter(event => {
    const loop = event.loops.at(-1), within = one => one.loops.includes(loop), [node] = [event.value.node]
    const uses = view.of("step", "scalerstep").filter(one => one.opts?.includes(event.opt) && within(one))
    const epochs = [...nodes(loop.target ?? null)].some(([one]) => one.t === "name" && isEpochs(one.id))
    const changed = view.facts.filter(fact => within(fact) && ["set", "update", "attribute"].includes(fact.kind))
    const fresh = view.calls.some(call => call.loops.includes(loop) && ["load_state_dict", "apply", "reset_parameters", "requires_grad_", "load"].includes(call.last)) || view.of("freeze", "rebind", "replace").some(within)
    return uses.length && (epochs || uses.every(one => one.loops.at(-1) === loop)) && !fresh && !changed.some(fact => fact.target !== event.opt && mentions(node, fact.target ?? fact.key ?? "") || fact.name === "requires_grad")
  })
}
const remembers = ({ classes, call }) => [...classes].every(name => name !== "LBFGS" && (name !== "SGD" || call.named.some(one => one.name === "momentum" && one.value.number !== 0)))

// `w = w - lr * w.grad`, and nothing says afterwards that the new tensor is a weight.
function renewed(view) {
  return view.facts.filter(fact => fact.kind === "renewed" && fact.loops.length && !view.calls.some(call => ["requires_grad_", "detach", "detach_", "retain_grad", "clone"].includes(call.last) && call.node.callee.object?.id === fact.target && call.loops.includes(fact.loops.at(-1))) &&
    !view.facts.some(other => other.kind === "attribute" && other.name === "requires_grad" && other.key?.startsWith(`${fact.target}.`) && other.loops.includes(fact.loops.at(-1))))
}

export const RULES = [
  {
    id: "optimizer-before-model",
    grade: "error",
    find: view => outdated(view).map(({ event, built }) => ({ from: event.from, to: event.to, also: [at(built)], words: { optimizer: built.opt, model: event.key ?? event.model }, edits: null })),
  },
  {
    id: "same-parameters-twice",
    grade: "likely",
    find: view => doubled(view).map(({ opt, other, left, node, before }) => ({ from: node.from, to: node.to, also: [at(before)], words: { optimizer: opt.name, other: other.name, model: view.slice(node.callee.object), left } })),
  },
  {
    id: "optimizer-in-loop",
    grade: "likely",
    find: view => rebuilt(view).map(event => ({ from: event.from, to: event.to, words: { optimizer: event.opt } })),
  },
  {
    id: "new-weight",
    grade: "error",
    find: view => renewed(view).map(({ from, stmt, target, expr, grad }) => ({ from, to: stmt.to, words: { weight: target }, edits: grad === "off" ? view.replace(stmt, `${target} -= ${view.slice(expr.right)}`) : null })),
  },
  {
    id: "frozen-keeps-moving",
    grade: "likely",
    find: view => frozen(view).map(({ event, zero, opt }) => ({ from: event.from, to: event.to, also: [at(zero)], words: { optimizer: opt.name }, edits: view.replace(zero.node, `${opt.name}.zero_grad()`) })),
  },
  {
    id: "no-train-after-eval",
    grade: "likely",
    find: view => view.modes("backward").flatMap(({ event, states }) => {
      const names = event.value?.models ?? new Set()
      const bad = [...states].find(([name, reached]) => names.has(name) && all(reached, ["evaluated"], ["init", "begun"]) && view.optimizers.some(opt => !opt.of || within([name], opt.of)))
      if (!bad) return []
      const start = view.of("eval").find(one => [...bad[1]].some(state => place(state) === one.from))
      const loop = event.loops.find(one => start?.loops.includes(one))
      const inner = event.loops.at(-1), head = inner && inner !== loop ? inner : null
      return start && loop ? [{ from: start.from, to: start.to, also: [at(event)], words: { model: bad[0] }, edits: head && loop?.body.includes(head) ? view.insertBefore({ ...head, to: head.head.to }, `${bad[0]}.train()`) ?? before(view, head, `${bad[0]}.train()`) : null }] : []
    }),
  },
  {
    id: "no-eval",
    grade: "likely",
    find: view => neverEval(view).slice(0, 1).map(({ event, layer }) => ({ from: event.from, to: event.to, words: { model: view.slice(event.node.callee), layer }, edits: evaluated(view, event) })),
  },
  {
    id: "eval-without-no-grad",
    grade: "hint",
    find: view => recorded(view).slice(0, 1).map(({ event }) => ({ from: event.from, to: event.to, words: { model: event.models[0] } })),
  },
]

// A new line before a loop.
function before(view, loop, code) {
  const start = view.text.lastIndexOf("\n", loop.from - 1) + 1, space = view.text.slice(start, loop.from)
  return space.trim() ? null : [{ from: start, to: start, insert: `${space}${code}\n` }]
}
