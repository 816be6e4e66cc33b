// What a method does, by the kind of its object; and by its name alone where the object is not known.

import { backward } from "./backward.js"
import { clip, loss, run } from "./library.js"
import { guess } from "./names.js"
import { UNKNOWN, combine, namesOf, tensor, value } from "./values.js"

// The optimizer that a scaler is given, by its name where it is not known.
const givenTo = (reader, node, opt) => (!opt ? [] : opt.kind === "optimizer" ? namesOf(opt) : [reader.key(node.args[0])])
const self = (_reader, { object }) => object

export const METHODS = {
  optimizer: {
    zero_grad: (reader, { node, object, named, args }) => { reader.event("zero", node, { opts: namesOf(object), keep: (named[0]?.value ?? args[0])?.flag === false, by: "optimizer" }); return UNKNOWN },
    step(reader, { node, object, args, named }) {
      const closure = args[0] ?? named[0]?.value
      const given = closure?.kind === "function" ? reader.inline(closure, null, [], []) : null
      if (closure && !given && closure.kind !== "none") reader.event("opaque", node, { all: true }) // a step() of its own kind
      for (const opt of namesOf(object)) reader.seen.optimizers.add(opt)
      reader.event("step", node, { opts: namesOf(object), closure: Boolean(closure), nothing: given?.kind === "none", value: object })
      return UNKNOWN
    },
    backward: (reader, call) => backward(reader, call, call.args[0]),
    add_param_group: (reader, { node, object }) => { reader.event("group", node, { opts: namesOf(object) }); return UNKNOWN },
    ...Object.fromEntries(["state_dict", "load_state_dict", "train", "eval"].map(name => [name, () => UNKNOWN])),
  },
  scheduler: {
    step(reader, { node, object, args, named }) {
      reader.event("schedule", node, { scheds: namesOf(object), value: object, args: [...args, ...named.map(one => one.value)], nodes: [...node.args, ...node.named.map(one => one.value)] })
      return UNKNOWN
    },
  },
  scaler: {
    scale: (reader, { args }) => (args[0]?.kind === "tensor" ? { ...args[0], scaled: true, name: "", whole: args[0] } : tensor({ graph: args[0]?.graph, scaled: true, whole: args[0] })),
    step(reader, { node, object, args }) {
      const opt = args[0]
      reader.event("scalerstep", node, { scaler: object.name, opts: givenTo(reader, node, opt) })
      for (const one of opt?.kind === "optimizer" ? namesOf(opt) : []) reader.seen.optimizers.add(one)
      return UNKNOWN
    },
    unscale_: (reader, { node, object, args }) => { reader.event("unscale", node, { scaler: object.name, opts: givenTo(reader, node, args[0]) }); return UNKNOWN },
    update: (reader, { node, object }) => { reader.event("update", node, { scaler: object.name }); return UNKNOWN },
  },
  model: {
    zero_grad: (reader, { node, object }) => { reader.event("zero", node, { models: object.name === "self" ? ["*"] : namesOf(object), by: "model" }); return UNKNOWN },
    train(reader, { node, object, args }) {
      const flag = args[0]
      reader.event(flag?.flag === false ? "eval" : flag && flag.flag === undefined ? "mode" : "train", node, { models: namesOf(object) })
      return object
    },
    eval: (reader, { node, object }) => { reader.event("eval", node, { models: namesOf(object) }); return object },
    parameters: (_reader, { node, object }) => value("params", { of: new Set(namesOf(object)), made: object.node, lazy: true, node }),
    named_parameters: (_reader, { node, object }) => value("params", { of: new Set(namesOf(object)), made: object.node, lazy: true, pairs: true, node }),
    requires_grad_(reader, { node, object, args }) {
      if (args[0]?.flag === false) reader.event("freeze", node, { key: object.name, object, models: namesOf(object) })
      reader.freeze(object, [object.name], args[0]?.flag === false)
      return object
    },
    forward: (reader, call) => run(reader, call),
    backward: (reader, call) => backward(reader, call, call.args[0], { engine: true }),
    step: (reader, { node }) => { reader.event("opaque", node, { all: true }); return UNKNOWN }, // an engine such as DeepSpeed's
    ...Object.fromEntries(["to", "cuda", "cpu", "half", "float", "double", "bfloat16", "apply", "compile"].map(name => [name, self])),
    add_module(reader, { node, object, args }) { if (args[1]) reader.event("replace", node, { model: object.name, key: object.name, layer: args[1] }); return UNKNOWN },
  },
  lossfn: { to: self, cuda: self, forward: (reader, call) => loss(reader, call) },
  tensor: {
    backward: (reader, call) => backward(reader, call, call.object),
    item: (_reader, { node, object }) => (object.cut === "no_grad" ? value("number") : tensor({ graph: false, cut: "item", cutAt: node })),
    tolist: () => value("number"),
    numpy: () => value("unknown", { data: true }),
    softmax: (reader, { node, object }) => ({ ...combine([object], reader.here.grad, { node }), squashed: node }),
    detach: (_reader, { node, object }) => ({ ...object, graph: false, cut: object.graph === false ? object.cut : "detach", cutAt: node, roots: new Map(), name: "", deps: new Set() }),
    detach_: (_reader, { object }) => Object.assign(object, { graph: false, cut: "detach", roots: new Map() }),
    requires_grad_(reader, { node, object, args }) {
      if (args[0]?.flag === false) reader.event("freeze", node, { key: reader.key(node.callee.object), object })
      if (args[0]?.flag === false) return object
      if (object.isLoss) object.fake = node // a loss that lost its graph; a gradient now ends here
      else Object.assign(object, { graph: true, leaf: true, cut: null })
      return object
    },
    size: () => value("unknown", { data: true }), dim: () => value("number"), numel: () => value("number"), argmax: () => value("unknown", { data: true }),
    ...Object.fromEntries(["eq", "ge", "gt", "le", "lt", "ne"].map(name => [name, () => value("unknown", { data: true })])),
    ...Object.fromEntries(["cpu", "cuda", "to", "clone", "float", "double", "half", "squeeze", "unsqueeze", "view", "reshape", "contiguous"].map(name => [name, (_reader, { object }) => ({ ...object, name: "" })])),
    div_: (reader, { object, node }) => Object.assign(object, { divided: true, by: node.args[0] && reader.key(node.args[0]) }),
    div: (reader, { object, node }) => ({ ...object, divided: true, by: node.args[0] && reader.key(node.args[0]), name: "" }),
  },
  list: {
    append(reader, { node, object, args }) {
      const key = reader.key(node.callee.object)
      reader.fact("append", node, { target: key, added: args[0], expr: node.args[0] })
      if (args[0] && ["optimizer", "model", "scheduler"].includes(args[0].kind)) object.items?.push(args[0])
      if (args[0]?.kind === "gradient" && object.kind === "list") object.each = args[0]
      return UNKNOWN
    },
  },
  gradient: {
    zero_: (reader, { node }) => { reader.event("zero", node, { models: ["*"], by: "grad" }); return UNKNOWN },
    fill_: (reader, { node, args }) => { if (args[0]?.number === 0) reader.event("zero", node, { models: ["*"], by: "grad" }); return UNKNOWN },
    ...Object.fromEntries(["div_", "mul_"].map(name => [name, (reader, { node }) => { reader.fact("grad-change", node, {}); return UNKNOWN }])),
    detach_: (_reader, { object }) => object, detach: (_reader, { object }) => object, clone: () => UNKNOWN,
  },
}
METHODS.gradient.data = METHODS.gradient.zero_

// Methods whose name says enough where the object is not known.
export const ANY = {
  backward(reader, call) {
    const { object, args } = call
    return args.length && object.kind !== "tensor" && guessLoss(args[0], call.node.args[0], reader) ? backward(reader, call, args[0], { engine: true }) : backward(reader, call, object)
  },
  manual_backward: (reader, call) => backward(reader, call, call.args[0], { engine: true }),
  zero_grad(reader, { node, object }) {
    const key = reader.key(node.callee.object)
    if (guess(key) === "optimizer" || object.kind === "unknown" && guess(key) === "unknown") reader.seen.optimizers.add(key)
    reader.event("zero", node, { opts: [key], models: guess(key) === "optimizer" ? [] : ["*"], by: "optimizer" })
    return UNKNOWN
  },
  clip_grad_norm_: (reader, call) => clip(reader, call, call.args[0]),
  clip_grad_value_: (reader, call) => clip(reader, call, call.args[0]),
  append: METHODS.list.append,
  requires_grad_(reader, { node, object, args }) {
    if (args[0]?.flag === false) reader.event("freeze", node, { key: reader.key(node.callee.object), object })
    reader.freeze(null, object.param?.of ?? [], args[0]?.flag === false)
    return object
  },
  ...Object.fromEntries(["add_", "sub_", "addcdiv_"].map(name => [name, (reader, call) => {
    if (call.node.args.some(arg => reader.isGrad(arg)) || call.args.some(arg => arg?.kind === "gradient")) reader.event("step", call.node, { manual: true, opts: ["manual"] })
    return combine([call.object, ...call.args], reader.here.grad)
  }])),
}
for (const name of ["add_", "sub_", "backward", "requires_grad_"]) METHODS.tensor[name] ??= ANY[name]

const guessLoss = (one, node, reader) => one?.kind === "tensor" || /loss|err/i.test(node ? reader.key(node) : "")
