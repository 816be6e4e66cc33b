// What a call does to the model: it makes an optimizer, runs a model, calls backward(), steps …; each of these becomes an event.

import { guess, isEvaluation, isHarmless, isLossClass } from "./names.js"
import { library, optimizer } from "./library.js"
import { ANY, METHODS } from "./methods.js"
import { inside, namesOf, tensor, value } from "./values.js"

/** Evaluate a call: its parts, the function of the text that it names, or what PyTorch's function of that name does. */
export function called(reader, node) {
  const { callee } = node
  const method = callee.t === "attribute" ? callee.name : null
  const object = method ? reader.eval(callee.object) : null
  const own = method ? attribute(reader, callee, method) : reader.eval(callee)
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

// self.decoder(x): an attribute that is called as a model, a loss or a scaler.
function attribute(reader, callee, method) {
  const key = reader.key(callee), known = reader.get(key)
  if (known) return ["model", "lossfn", "scaler", "class"].includes(known.kind) ? known : null
  const kind = guess(method)
  return key === `self.${method}` && ["model", "lossfn"].includes(kind) && !reader.here.frame.cls?.methods.has(method) ? reader.assumed(key) : null
}

// ---- functions and classes of the text

function followed(reader, call) {
  const { object, own, method, args, named } = call
  if (own?.kind === "function") return reader.inline(own, own.cls, args, named)
  if (own?.kind === "class" || object?.kind === "class" && !method) return instance(reader, own, call)
  if (own) return
  const cls = object?.kind === "instance" ? object.cls : object?.name === "self" && object.kind === "model" ? reader.here.frame.cls : null
  if (!cls) return
  const fn = cls.methods.get(method)
  if (fn) return reader.inline(fn, object, args, named)
  if (object.kind === "instance" && cls.bases.length && cls.bases.some(base => base !== "object") && !isHarmless(method)) return void reader.event("opaque", call.node, { all: true })
}

function instance(reader, cls, call) {
  if (cls.isModule) return value("model", { name: "", made: true, node: call.node, squashes: squashes(reader, cls) })
  const init = cls.methods.get("__init__")
  if (cls.bases.some(base => /Optimizer$/.test(base))) return optimizer(reader, call)
  if (cls.bases.some(base => /LRScheduler$/.test(base))) return value("scheduler", { classes: new Set([cls.name]), of: call.args[0]?.name, made: true, node: call.node })
  if (isLossClass(cls.name)) return value("lossfn", { name: "" })
  cls.begun = []
  if (init) reader.inline(init, value("instance", { cls }), call.args, call.named)
  return value("instance", { cls })
}

// The softmax that every way through forward() ends with.
function squashes(reader, cls) {
  const ends = [], last = new Map()
  const walk = body => { for (const one of body ?? []) {
    if (one.t === "assign" && one.targets[0].t === "name") last.set(one.targets[0].id, one.value)
    if (one.t === "return") ends.push(one.value?.t === "name" ? last.get(one.value.id) : one.value)
    for (const inner of [one.body, one.otherwise, ...(one.arms ?? []).map(arm => arm.body)]) if (one.t !== "def") walk(inner)
  } }
  walk(cls.methods.get("forward")?.node.body)
  const layers = new Map((cls.methods.get("__init__")?.node.body ?? []).filter(one => one.t === "assign" && one.value.t === "call").map(one => [reader.key(one.targets[0]), one.value]))
  const isSoftmax = one => one?.t === "call" && (/(^|\.)softmax$/.test(reader.key(one.callee)) || isLayer(layers.get(reader.key(one.callee))))
  const isLayer = one => Boolean(one) && (/(^|\.)Softmax$/.test(reader.key(one.callee)) || /(^|\.)Sequential$/.test(reader.key(one.callee)) && one.args.at(-1)?.t === "call" && isLayer(one.args.at(-1)))
  return ends.length && ends.every(isSoftmax) ? ends[0] : undefined
}

// ---- a function that nothing is known about

function unknown(reader, { node, args, named, last, object, own, method }) {
  const parts = [...args, ...named.map(one => one.value)].flatMap(inside)
  const name = last ?? ""
  const optimizers = parts.filter(one => one.kind === "optimizer"), given = parts.filter(one => one.kind === "model")
  if (method === "item" || method === "detach") return tensor({ graph: false, cut: method, cutAt: node })
  if (method === "numpy") return value("unknown", { data: true })
  if (["sum", "stack", "cat"].includes(name)) for (const one of parts) if (one.kind === "list" && one.name) reader.fact("summed", node, { target: one.name })
  if (!isHarmless(name)) {
    if (optimizers.length) reader.event("opaque", node, { opts: optimizers.flatMap(namesOf), models: given.map(one => one.name) })
    else if (given.length && own?.kind !== "import") reader.event("opaque", node, { models: given.map(one => one.name), evaluation: isEvaluation(name) })
  }
  if (object?.data && !parts.length) return value("unknown", { data: true })
  if (guess(name) === "lossfn" || /(^|_)loss$/i.test(name)) return tensor({ isLoss: true, node, models: new Set(parts.flatMap(one => [...(one.models ?? [])])) })
  return value("unknown", { call: node, loops: reader.here.loops })
}
