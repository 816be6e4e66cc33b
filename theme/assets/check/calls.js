// What a call does to the model: it makes an optimizer, runs a model, calls backward(), steps …; each of these becomes an event.

import { OPTIMIZERS, OTHER_OPTIMIZERS, SCHEDULERS, guess, isEvaluation, isHarmless, isLossClass, isLossFunction } from "./names.js"
import { UNKNOWN, combine, inside, tensor, value } from "./values.js"

/** Evaluate a call: its parts, the function of the text that it names, or what PyTorch's function of that name does. */
export function called(reader, node) {
  const { callee } = node
  const method = callee.t === "attribute" ? callee.name : null
  const object = method ? reader.eval(callee.object) : null
  const own = method ? null : reader.eval(callee)
  const args = node.args.map(arg => reader.eval(arg))
  const named = node.named.map(arg => ({ name: arg.name, value: reader.eval(arg.value), node: arg }))
  const path = reader.dotted(callee) ?? ""
  const last = method ?? path.split(".").at(-1)
  const call = { node, callee, method, object, own, args, named, path, last, loops: reader.here.loops.map(loop => loop.node), window: reader.here.window, stmt: reader.here.stmt, fn: reader.here.frame.fn }
  if (!reader.quiet) reader.calls.push(call)
  return (
    followed(reader, call) ??
    (object && object.kind !== "import" ? METHODS[object.kind]?.[method]?.(reader, call) ?? ANY[method]?.(reader, call) : null) ??
    library(reader, call) ??
    unknown(reader, call)
  )
}

const given = (call, position, name) => call.named.find(one => one.name === name)?.value ?? call.args[position]

// ---- functions and classes of the text

function followed(reader, call) {
  const { object, own, method, args, named } = call
  if (own?.kind === "function") return reader.inline(own, own.cls, args, named)
  if (own?.kind === "class" || object?.kind === "class" && !method) return instance(reader, own, call)
  const cls = object?.kind === "instance" ? object.cls : object?.name === "self" && object.kind === "model" ? reader.here.frame.cls : null
  if (!cls) return
  const fn = cls.methods.get(method)
  if (fn) return reader.inline(fn, object, args, named)
  if (object.kind === "instance" && cls.bases.length && cls.bases.some(base => base !== "object") && !isHarmless(method)) return void reader.event("opaque", call.node, { all: true })
}

function instance(reader, cls, call) {
  if (cls.isModule) return value("model", { name: "", made: true, node: call.node })
  const init = cls.methods.get("__init__")
  if (cls.bases.some(base => /Optimizer$/.test(base))) return optimizer(reader, call)
  if (cls.bases.some(base => /LRScheduler$/.test(base))) return value("scheduler", { classes: new Set([cls.name]), of: call.args[0]?.name, made: true, node: call.node })
  if (isLossClass(cls.name)) return value("lossfn", { name: "" })
  cls.begun = true
  if (init) reader.inline(init, value("instance", { cls }), call.args, call.named)
  return value("instance", { cls })
}

// ---- methods by kind of object

const opts = object => object.many ?? [object.name]
// The optimizer that a scaler is given, by its name where it is not known.
const givenTo = (reader, node, opt) => (!opt ? [] : opt.kind === "optimizer" ? opts(opt) : [reader.key(node.args[0])])
const models = object => object.many ?? [object.name]
const self = (_reader, { object }) => object

const METHODS = {
  optimizer: {
    zero_grad: (reader, { node, object, named, args }) => { reader.event("zero", node, { opts: opts(object), keep: (named[0]?.value ?? args[0])?.flag === false, by: "optimizer" }); return UNKNOWN },
    step(reader, { node, object, args, named }) {
      const closure = args[0] ?? named[0]?.value
      if (closure?.kind === "function") reader.inline(closure, null, [], [])
      else if (closure && closure.kind !== "number" && closure.kind !== "none") reader.event("opaque", node, { all: true }) // a step() of its own kind
      for (const opt of opts(object)) reader.seen.optimizers.add(opt)
      reader.event("step", node, { opts: opts(object), closure: Boolean(closure) })
      return UNKNOWN
    },
    backward: (reader, call) => backward(reader, call, call.args[0]),
    add_param_group: (reader, { node, object }) => { reader.event("group", node, { opts: opts(object) }); return UNKNOWN },
    ...Object.fromEntries(["state_dict", "load_state_dict", "train", "eval"].map(name => [name, () => UNKNOWN])),
  },
  scheduler: {
    step(reader, { node, object, args, named }) {
      reader.event("schedule", node, { scheds: opts(object), value: object, args: [...args, ...named.map(one => one.value)], nodes: [...node.args, ...node.named.map(one => one.value)] })
      return UNKNOWN
    },
  },
  scaler: {
    scale: (reader, { args }) => (args[0]?.kind === "tensor" ? { ...args[0], scaled: true, name: "", whole: args[0] } : tensor({ graph: args[0]?.graph, scaled: true, whole: args[0] })),
    step(reader, { node, object, args }) {
      const opt = args[0]
      reader.event("scalerstep", node, { scaler: object.name, opts: givenTo(reader, node, opt) })
      for (const one of opt?.kind === "optimizer" ? opts(opt) : []) reader.seen.optimizers.add(one)
      return UNKNOWN
    },
    unscale_: (reader, { node, object, args }) => { reader.event("unscale", node, { scaler: object.name, opts: givenTo(reader, node, args[0]) }); return UNKNOWN },
    update: (reader, { node, object }) => { reader.event("update", node, { scaler: object.name }); return UNKNOWN },
  },
  model: {
    zero_grad: (reader, { node, object }) => { reader.event("zero", node, { models: object.name === "self" ? ["*"] : models(object), by: "model" }); return UNKNOWN },
    train(reader, { node, object, args }) {
      const flag = args[0]
      reader.event(flag?.flag === false ? "eval" : flag && flag.flag === undefined ? "mode" : "train", node, { models: models(object) })
      return object
    },
    eval: (reader, { node, object }) => { reader.event("eval", node, { models: models(object) }); return object },
    parameters: (_reader, { node, object }) => value("params", { of: new Set(models(object)), lazy: true, node }),
    named_parameters: (_reader, { node, object }) => value("params", { of: new Set(models(object)), lazy: true, pairs: true, node }),
    requires_grad_(reader, { node, object, args }) { if (args[0]?.flag === false) reader.event("freeze", node, { key: object.name, object, models: models(object) }); return object },
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
const ANY = {
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
  requires_grad_(reader, { node, object, args }) { if (args[0]?.flag === false) reader.event("freeze", node, { key: reader.key(node.callee.object), object }); return object },
  ...Object.fromEntries(["add_", "sub_", "addcdiv_"].map(name => [name, (reader, call) => {
    if (call.node.args.some(arg => reader.isGrad(arg)) || call.args.some(arg => arg?.kind === "gradient")) reader.event("step", call.node, { manual: true, opts: ["manual"] })
    return combine([call.object, ...call.args], reader.here.grad)
  }])),
}
for (const name of ["add_", "sub_", "backward", "requires_grad_"]) METHODS.tensor[name] ??= ANY[name]

const isClass = path => /^[A-Z][A-Za-z0-9]*[a-z0-9]|^[A-Z]+$/.test(path)
const guessLoss = (one, node, reader) => one?.kind === "tensor" || /loss|err/i.test(node ? reader.key(node) : "")

// ---- PyTorch's functions

function library(reader, call) {
  const { path, last, node, args, named, own, object, method } = call
  if (own?.assumed && isClass(path)) return isLossClass(last) ? value("lossfn", { name: "" }) : guess(last) === "model" ? value("model", { name: "", made: true, node }) : UNKNOWN
  if (own?.kind === "model" || (object?.kind === "model" && !METHODS.model[method] && method !== null && ["forward", "module", "generate", "encode", "decode"].includes(method))) return run(reader, call)
  if (own?.kind === "lossfn") return loss(reader, call)
  if (["optimizer", "scheduler"].includes(own?.kind)) return unknown(reader, call)
  if (own?.kind === "scaler") { reader.event("opaque", node, { all: true }); return UNKNOWN } // a scaler that does everything in one call
  if (OPTIMIZERS.has(last) && (path.includes("optim") || own?.kind === "import")) return optimizer(reader, call)
  if (OTHER_OPTIMIZERS.has(last)) return optimizer(reader, call)
  if (SCHEDULERS.has(last) || /^get_\w*schedule\w*$/.test(last)) return value("scheduler", { classes: new Set([last]), of: args[0]?.name ?? null, made: true, node, name: "" })
  if (last === "GradScaler") return named.some(one => one.name === "enabled" && one.value.flag === false) ? value("off") : value("scaler", { made: true, node, name: "" })
  if (/^clip_grad_(norm|value)_?$/.test(last)) return clip(reader, call, given(call, 0, "parameters"))
  if (path.startsWith("torch.nn.") && isLossClass(last)) return value("lossfn", { reduction: named.find(one => one.name === "reduction")?.value.text, made: true, name: "" })
  if (isLossFunction(last)) return loss(reader, call)
  if (path === "torch.tensor" || path === "torch.as_tensor" || path === "torch.FloatTensor" || path === "torch.Tensor" || path === "torch.autograd.Variable") return leaf(reader, call)
  if (path === "torch.autograd.backward") return backward(reader, call, args[0])
  if (path === "torch.autograd.grad") return value("unknown")
  if (path.startsWith("torch.nn.") && /^[A-Z]/.test(last) && last !== "DataParallel" && !path.includes("parallel")) return value(last === "Parameter" ? "unknown" : "model", { made: true, layer: true, node, name: "", leaf: true })
  if (["DataParallel", "DistributedDataParallel", "compile", "convert_sync_batchnorm"].includes(last) && args[0]?.kind === "model") return { ...args[0], made: false }
  if (["list", "tuple"].includes(last) && args[0]) return args[0].kind === "params" ? { ...args[0], lazy: false } : args[0]
  if (["filter", "chain", "sorted", "reversed"].includes(last)) {
    const params = args.find(one => one?.kind === "params")
    if (params) return { ...params, of: new Set(args.flatMap(one => [...(one?.of ?? [])])), lazy: last !== "sorted", node }
  }
  if (last === "prepare" && args.length > 1) { args.filter(one => one.kind === "optimizer").forEach(one => { one.loose = true }); return value("list", { items: args.map(one => ({ ...one })) }) }
  if (last === "initialize" && args.length > 1) return value("list", { items: args.slice(0, 2) })
  if (["float", "int", "round"].includes(path)) return tensor({ graph: false, cut: args[0]?.graph ? "item" : null, cutAt: node })
  if (last === "set_grad_enabled") { const flag = args[0]?.flag; reader.here.grad = flag === undefined ? "maybe" : flag ? "on" : "off"; return UNKNOWN }
  if (path === "torch.sum" || path === "sum" || path.startsWith("torch.") && /^[a-z]/.test(last) || object?.kind === "tensor") return operation(reader, call)
}

function operation(reader, { path, last, node, object, args, named }) {
  if (named.some(one => one.name === "requires_grad" && one.value.flag)) return tensor({ graph: true, leaf: true, node })
  if (["no_grad", "enable_grad", "inference_mode", "manual_seed", "save", "load", "device", "autocast", "zeros", "ones", "randn", "rand", "zeros_like", "ones_like", "randint", "arange", "full", "empty", "randperm"].includes(last))
    return last.startsWith("zeros") || last.startsWith("ones") || last.startsWith("rand") || last === "full" ? tensor({ graph: false }) : value("unknown")
  const parts = [object?.kind === "import" ? null : object, ...args.flatMap(inside)].filter(Boolean)
  for (const one of parts) if (one.kind === "list" && one.name) reader.fact("summed", node, { target: one.name })
  const made = combine(parts, reader.here.grad, { node })
  if (path.startsWith("torch.") && !object) return made
  made.isLoss = parts.some(one => one.isLoss) || undefined
  if (last === "mean" && parts.some(one => one.isLoss || one.graph)) made.isLoss = true
  return made
}

function leaf(reader, { path, node, args, named }) {
  const keeps = named.find(one => one.name === "requires_grad")?.value.flag === true
  const first = args[0], volatile = named.find(one => one.name === "volatile")
  if (path === "torch.autograd.Variable" && !keeps) return first?.kind === "tensor" && !volatile ? { ...first, name: "" } : value("unknown", { data: true })
  const lost = inside(first).find(one => one.kind === "tensor" && (one.graph || one.isLoss && one.graph !== false))
  const vague = ["unknown", "tensor"].includes(first?.kind) && first.graph !== false && !first.leaf && /loss|objective/i.test(first.name)
  const kept = inside(first).find(one => one.kind === "list" && one.name)
  if (kept) reader.fact("summed", node, { target: kept.name })
  return lost || vague ? tensor({ graph: keeps, cut: "tensor", cutAt: node, fake: keeps ? node : undefined, deps: lost?.deps ?? new Set(), models: lost?.models ?? new Set() }) : tensor({ graph: keeps, leaf: keeps })
}

function optimizer(reader, call) {
  const params = inside(given(call, 0, "params")).filter(one => one.kind === "params" || one.kind === "model")
  const vague = inside(given(call, 0, "params")).some(one => one.kind === "unknown")
  const of = new Set(params.flatMap(one => [...(one.of ?? [one.name])]))
  return value("optimizer", { classes: new Set([call.last]), of: of.size && !vague ? of : null, made: true, node: call.node, call, name: "", params })
}

function run(reader, { node, args, named, own, object }) {
  const model = own?.kind === "model" ? own : object
  const parts = [...args, ...named.map(one => one.value)]
  const made = combine([...parts.flatMap(inside).filter(one => one.kind !== "unknown"), value("number")], reader.here.grad, { node })
  if (reader.here.grad === "on") made.graph = true
  else Object.assign(made, reader.here.grad === "off" ? { graph: false, cut: "no_grad", cutAt: node } : { graph: undefined })
  if (reader.here.grad === "on") made.cut = null
  for (const name of models(model)) made.models.add(name)
  if (made.graph) reader.root(made, node)
  reader.event("forward", node, { models: models(model), value: made, args: parts })
  return made
}

function loss(reader, { node, args, named, own, last }) {
  const parts = args.flatMap(inside).map((one, index) => (index > 0 && one.kind === "unknown" ? { ...one, data: true } : one))
  const known = parts.some(one => one.kind === "tensor" && (one.graph !== undefined || one.cut))
  const made = combine(known ? parts : [...parts, UNKNOWN], reader.here.grad, { node, isLoss: true })
  const reduction = named.find(one => one.name === "reduction")?.value.text ?? own?.reduction
  if (reduction) made.reduction = reduction
  made.fnName = last
  if (made.graph !== false && !parts.some(one => one.kind === "tensor" && one.leaf)) reader.root(made, node)
  return made
}

function clip(reader, call, params) {
  const { node, last } = call
  const of = inside(params).flatMap(one => (one.kind === "params" || one.kind === "model" ? [...(one.of ?? [one.name])] : []))
  const key = node.args[0] ? reader.key(node.args[0]) : ""
  reader.event("clip", node, { models: of, key, last, stmtValue: reader.here.stmt, owner: call.object })
  return value("number", { norm: node })
}

function backward(reader, call, of, rest = {}) {
  const { node, named } = call
  const keeps = named.some(one => ["retain_graph", "create_graph", "retain_variables"].includes(one.name) && one.value.flag !== false) || call.args[call.object === of ? 1 : 2]?.flag
  const place = reader.here.loops.at(-1)
  // The result of an unknown function: the same value twice is the same graph twice.
  if (of?.kind === "unknown" && of.call && !of.roots || of?.kind === "tensor" && !of.roots.size && of.graph !== false && !of.plain && !of.leaf && !of.either && of.node) of.roots = new Map([[{ node: of.call ?? of.node, loops: of.loops ?? [], freed: [], vague: true }, true]])
  for (const [root, sure] of of?.roots ?? []) {
    const freed = sure && root.freed.find(one => prefix(one.conds, reader.here.conds))
    if (freed) {
      const same = freed.loops.every((loop, index) => loop === reader.here.loops[index]) && freed.loops.length === reader.here.loops.length
      const born = root.loops.at(-1), carried = born && place && root.loops.some(loop => reader.here.loops.some(now => now.node === loop.node && now !== loop && now.pass !== loop.pass))
      const how = same && sure === true ? "twice" : carried ? "carried" : !same && root.loops.length < reader.here.loops.length && sure === true ? "outside" : null
      if (how) reader.event("again", node, { how, root, value: of, first: freed.node })
    }
    if (!keeps && sure) root.freed.push({ conds: reader.here.conds, loops: reader.here.loops, node })
  }
  if (of?.kind === "tensor") { of.backed = true; for (const one of [of, ...(of.either ?? []), of.whole].filter(Boolean)) one.backed = true }
  reader.event("backward", node, { value: of, scaled: of?.scaled, keeps, ...rest, key: call.object ? reader.key(call.callee.object) : "" })
  return UNKNOWN
}

const prefix = (before, now) => before.every((cond, index) => now[index] && now[index].from === cond.from && now[index].index === cond.index)

// ---- a function that nothing is known about

function unknown(reader, { node, args, named, last, object, own, method }) {
  const parts = [...args, ...named.map(one => one.value)].flatMap(inside)
  const name = last ?? ""
  const optimizers = parts.filter(one => one.kind === "optimizer"), given = parts.filter(one => one.kind === "model")
  if (method === "item" || method === "detach") return tensor({ graph: false, cut: method, cutAt: node })
  if (method === "numpy") return value("unknown", { data: true })
  if (["sum", "stack", "cat"].includes(name)) for (const one of parts) if (one.kind === "list" && one.name) reader.fact("summed", node, { target: one.name })
  if (!isHarmless(name)) {
    if (optimizers.length) reader.event("opaque", node, { opts: optimizers.flatMap(opts), models: given.map(one => one.name) })
    else if (given.length && own?.kind !== "import") reader.event("opaque", node, { models: given.map(one => one.name), evaluation: isEvaluation(name) })
  }
  if (object?.data && !parts.length) return value("unknown", { data: true })
  if (guess(name) === "lossfn" || /(^|_)loss$/i.test(name)) return tensor({ isLoss: true, node, models: new Set(parts.flatMap(one => [...(one.models ?? [])])) })
  return value("unknown", { call: node, loops: reader.here.loops })
}
