// Rules about names and arguments: what is misspelled, not called, of an older PyTorch, or used twice.

import { prefix } from "../backward.js"
import { OPTIMIZERS } from "../names.js"

const COMMON = ["params", "lr", "weight_decay", "maximize", "foreach", "capturable", "differentiable", "fused"]
const ARGUMENTS = {
  SGD: ["momentum", "dampening", "nesterov"], Adam: ["betas", "eps", "amsgrad", "decoupled_weight_decay"], AdamW: ["betas", "eps", "amsgrad"],
  RMSprop: ["alpha", "eps", "centered", "momentum"], Adagrad: ["lr_decay", "initial_accumulator_value", "eps"], Adadelta: ["rho", "eps"],
  NAdam: ["betas", "eps", "momentum_decay", "decoupled_weight_decay"], RAdam: ["betas", "eps", "decoupled_weight_decay"], Adamax: ["betas", "eps"],
  LBFGS: ["max_iter", "max_eval", "tolerance_grad", "tolerance_change", "history_size", "line_search_fn"], ASGD: ["lambd", "alpha", "t0"], Rprop: ["etas", "step_sizes"],
}
const torchOptimizer = call => OPTIMIZERS.has(call.last) && /^torch\.optim\.\w+$/.test(call.path)
const takesParameters = call => torchOptimizer(call) || /^clip_grad_(norm|value)_?$/.test(call.last)
const at = ({ from, to }) => ({ from, to })

// Optimizers get `model` or `model.parameters` instead of `model.parameters()`.
function parameters(view, find) {
  const takes = view.calls.filter(call => takesParameters(call) && call.node.args.length)
  return takes.flatMap(call => find(call, call.node.args[0], call.args[0]))
}

// A generator that is walked through twice, the second time by an optimizer or by clipping: that one finds it empty.
function reused(view) {
  const found = []
  const surely = (node, first, fn) => node?.t === "name" || node?.t === "attribute" && (first.fn === fn || first.fn?.name === "__init__") // of two methods, perhaps one is called
  for (const { call, value, conds, fn } of view.facts.filter(fact => fact.kind === "walked" && fact.call && takesParameters(fact.call))) {
    const node = call.node.args[0], first = view.facts.find(fact => fact.kind === "walked" && fact.value === value)
    if (surely(node, first, fn) && first.from !== call.node.from && prefix(first.conds, conds)) found.push({ call, first, value, node })
  }
  return found
}

// Options that stand in param_groups, and nowhere else; is there one group only?
const OPTIONS = ["lr", "momentum", "weight_decay"]
const oneGroup = ({ node, args }) => args[0]?.kind === "params" || node.args[0]?.t === "list" && node.args[0].items.every(one => one.t === "name")

// `model.parameters`, not `config.parameters`: its object is a model, or what an unknown call made.
const isModel = value => value?.partOf !== undefined || value?.from?.kind === "model" || Boolean(value?.from?.call)
const METHODS_OF_A_MODULE = ["parameters", "named_parameters"]

export const RULES = [
  {
    id: "misspelled-argument",
    grade: "error",
    find: view => [
      ...view.calls.filter(torchOptimizer).filter(call => ARGUMENTS[call.last]).flatMap(call => call.named.filter(one => ![...COMMON, ...ARGUMENTS[call.last]].includes(one.name)).map(one => ({
        from: one.node.from, to: one.node.to, words: { argument: one.name, instead: nearest(one.name, [...COMMON, ...ARGUMENTS[call.last]]) }, edits: rename(view, one, [...COMMON, ...ARGUMENTS[call.last]]),
      }))),
      ...view.calls.flatMap(call => call.named.filter(one => one.name === "require_grad" || one.name === "requires_gradient").map(one => ({ from: one.node.from, to: one.node.to, words: { argument: one.name, instead: "requires_grad" }, edits: view.replace(one.node.at, "requires_grad") }))),
      ...view.facts.filter(fact => fact.kind === "attribute" && ["require_grad", "requires_gradient", "required_grad"].includes(fact.name)).map(({ node, name }) => ({ from: node.from, to: node.to, words: { argument: name, instead: "requires_grad" }, edits: view.replace(node.at, "requires_grad") })),
      ...view.calls.flatMap(call => (call.last === "backward" ? call.named.filter(one => one.name === "retain_variables").map(one => ({ from: one.node.from, to: one.node.to, words: { argument: one.name, instead: "retain_graph" }, edits: view.replace(one.node.at, "retain_graph") })) : [])),
    ],
  },
  {
    id: "lr-attribute",
    grade: "error",
    find: view => view.facts.filter(fact => fact.kind === "attribute" && fact.object.kind === "optimizer" && OPTIONS.includes(fact.name) && fact.object.made && !fact.object.mixed && [...fact.object.classes].every(one => OPTIMIZERS.has(one))).map(({ node, name, object }) => ({
      from: node.from, to: node.to, words: { optimizer: view.slice(node.object), option: name },
      edits: oneGroup(object.call) ? view.replace(node, `${view.slice(node.object)}.param_groups[0]["${name}"]`) : null,
    })),
  },
  {
    id: "parameters-not-called",
    grade: "error",
    find: view => parameters(view, (_call, node, value) => (node.t === "attribute" && METHODS_OF_A_MODULE.includes(node.name) && isModel(value) ? [{ from: node.from, to: node.to, words: { model: view.slice(node.object) }, edits: [{ from: node.to, to: node.to, insert: "()" }] }] : [])),
  },
  {
    id: "model-instead-of-parameters",
    grade: "error",
    find: view => parameters(view, (_call, node, value) => (node.t === "name" && value?.kind === "model" && value.made ? [{ from: node.from, to: node.to, words: { model: node.id }, edits: [{ from: node.to, to: node.to, insert: ".parameters()" }] }] : [])),
  },
  {
    id: "generator-twice",
    grade: "error",
    find: view => reused(view).map(({ call, first, value, node }) => ({
      from: node.from, to: node.to, also: [at(first), at(value.node)], words: { name: view.slice(node), function: call.last },
      edits: value.node.t === "call" ? [{ from: value.node.from, to: value.node.from, insert: "list(" }, { from: value.node.to, to: value.node.to, insert: ")" }] : null,
    })),
  },
  {
    id: "softmax-twice",
    grade: "likely",
    find: view => view.facts.filter(fact => fact.kind === "squashed").map(({ node, at: soft }) => ({ from: node.from, to: node.to, also: [at(soft)] })),
  },
  {
    id: "lbfgs-closure",
    grade: "error",
    find: view => view.of("step").filter(event => event.value?.made && !event.value.mixed && event.value.classes.size === 1 && event.value.classes.has("LBFGS") && (!event.closure || event.nothing)).map(({ from, to, value }) => ({ from, to, also: [at(value.node)] })),
  },
  {
    id: "variable",
    grade: "hint",
    find: view => view.calls.filter(call => call.path === "torch.autograd.Variable" && !call.named.length).slice(0, 1).map(({ node }) => ({ from: node.from, to: node.to, edits: node.args.length === 1 ? view.replace(node, view.slice(node.args[0])) : null })),
  },
  {
    id: "volatile",
    grade: "likely",
    find: view => view.calls.filter(call => call.last === "Variable").flatMap(call => call.named.filter(one => one.name === "volatile").map(one => ({ from: one.node.from, to: one.node.to }))),
  },
  {
    id: "adam-weight-decay",
    grade: "hint",
    find: view => view.calls.filter(call => call.last === "Adam" && torchOptimizer(call) && !call.named.some(one => one.name === "decoupled_weight_decay")).flatMap(call => call.named.filter(one => one.name === "weight_decay" && one.value.number >= 0.01).map(one => ({
      from: one.node.from, to: one.node.to, edits: call.node.callee.t === "attribute" ? view.replace(call.node.callee.at, "AdamW") : null,
    }))),
  },
]

function distance(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_one, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1))
    row = next
  }
  return row[b.length]
}
const ALIASES = { learning_rate: "lr", l_rate: "lr", decay: "weight_decay", wd: "weight_decay", beta: "betas", epsilon: "eps", l2: "weight_decay" }
function nearest(name, known) {
  if (ALIASES[name] && known.includes(ALIASES[name])) return ALIASES[name]
  const best = known.map(one => [distance(name, one), one]).sort((a, b) => a[0] - b[0])[0]
  return best[0] <= 2 ? best[1] : known.filter(one => !COMMON.includes(one) || ["lr", "weight_decay"].includes(one)).join(", ")
}
function rename(view, one, known) {
  const to = nearest(one.name, known)
  return known.includes(to) ? view.replace(one.node.at, to) : null
}
