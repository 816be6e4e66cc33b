// What PyTorch's functions and classes give: optimizers, schedulers, scalers, losses, tensors.

import { backward } from "./backward.js"
import { OPTIMIZERS, OTHER_OPTIMIZERS, SCHEDULERS, guess, isLossClass, isLossFunction } from "./names.js"
import { UNKNOWN, combine, inside, namesOf, tensor, value } from "./values.js"

const given = (call, position, name) => call.named.find(one => one.name === name)?.value ?? call.args[position]
const isClass = path => /^[A-Z][A-Za-z0-9]*[a-z0-9]|^[A-Z]+$/.test(path)

export function library(reader, call) {
  const { path, last, node, args, named, own, object, method } = call
  if (own?.assumed && isClass(path)) return isLossClass(last) ? value("lossfn", { name: "" }) : guess(last) === "model" ? value("model", { name: "", made: true, node }) : UNKNOWN
  if (own?.kind === "model" || (object?.kind === "model" && ["forward", "module", "generate", "encode", "decode"].includes(method))) return run(reader, call)
  if (own?.kind === "lossfn") return loss(reader, call)
  if (["optimizer", "scheduler"].includes(own?.kind)) return // build_optimizer(…)
  if (own?.kind === "scaler") { reader.event("opaque", node, { all: true }); return UNKNOWN } // a scaler that does everything in one call
  if (OPTIMIZERS.has(last) && (path.includes("optim") || own?.kind === "import")) return optimizer(reader, call)
  if (OTHER_OPTIMIZERS.has(last)) return optimizer(reader, call)
  if (SCHEDULERS.has(last) || /^get_\w*schedule\w*$/.test(last)) return value("scheduler", { classes: new Set([last]), of: given(call, 0, "optimizer")?.name ?? null, made: true, node, name: "", depth: reader.here.loops.length })
  if (last === "GradScaler") return named.some(one => one.name === "enabled" && one.value.flag === false) ? value("off") : value("scaler", { made: true, node, name: "" })
  if (/^clip_grad_(norm|value)_?$/.test(last)) return clip(reader, call, given(call, 0, "parameters"))
  if (path.startsWith("torch.nn.") && isLossClass(last)) return value("lossfn", { reduction: named.find(one => one.name === "reduction")?.value.text, made: true, name: "", takes: last })
  if (isLossFunction(last)) return loss(reader, call)
  if (path === "torch.tensor" || path === "torch.as_tensor" || path === "torch.FloatTensor" || path === "torch.Tensor" || path === "torch.autograd.Variable") return leaf(reader, call)
  if (path === "torch.autograd.backward") return backward(reader, call, args[0])
  if (path === "torch.autograd.grad") return value("unknown")
  if (path.startsWith("torch.nn.") && /^[A-Z]/.test(last) && last !== "DataParallel" && !path.includes("parallel")) return value(last === "Parameter" ? "unknown" : "model", { made: true, layer: true, node, name: "", leaf: true, squashes: last === "Softmax" ? node : last === "Sequential" ? args.at(-1)?.squashes : undefined })
  if (["DataParallel", "DistributedDataParallel", "compile", "convert_sync_batchnorm"].includes(last) && args[0]?.kind === "model") return { ...args[0], made: false }
  if (/^(torch|torch\.nn\.functional|torch\.special)\.softmax$/.test(path)) return { ...operation(reader, call), squashed: node }
  if (["list", "tuple", "sorted", "enumerate"].includes(path)) reader.walk(args[0], node)
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
  const lost = inside(first).find(one => one.kind === "tensor" && (one.graph || one.isLoss && (one.graph !== false || keeps) || keeps && one.cut === "item"))
  const vague = ["unknown", "tensor"].includes(first?.kind) && first.graph !== false && !first.leaf && /loss|objective/i.test(first.name)
  const kept = inside(first).find(one => one.kind === "list" && one.name)
  if (kept) reader.fact("summed", node, { target: kept.name })
  return lost || vague ? tensor({ graph: keeps, cut: "tensor", cutAt: node, fake: keeps ? node : undefined, number: lost?.cut === "item", deps: lost?.deps ?? new Set(), models: lost?.models ?? new Set() }) : tensor({ graph: keeps, leaf: keeps })
}

export function optimizer(reader, call) {
  reader.walk(given(call, 0, "params"), call.node, call)
  const params = inside(given(call, 0, "params")).filter(one => one.kind === "params" || one.kind === "model")
  const vague = inside(given(call, 0, "params")).some(one => one.kind === "unknown")
  const of = new Set(params.flatMap(one => [...(one.of ?? [one.name])]))
  return value("optimizer", { classes: new Set([call.last]), of: of.size && !vague ? of : null, made: true, node: call.node, call, name: "", params })
}

export function run(reader, { node, args, named, own, object }) {
  const model = own?.kind === "model" ? own : object
  const parts = [...args, ...named.map(one => one.value)]
  const made = combine([...parts.flatMap(inside).filter(one => one.kind !== "unknown"), value("number")], reader.here.grad, { node, squashed: model.squashes })
  const still = model.frozen && !parts.flatMap(inside).some(one => one.graph === true)
  if (reader.here.grad === "on") made.graph = still ? undefined : true
  else Object.assign(made, reader.here.grad === "off" ? { graph: false, cut: "no_grad", cutAt: node } : { graph: undefined })
  if (reader.here.grad === "on") made.cut = null
  for (const name of namesOf(model)) made.models.add(name)
  if (made.graph) reader.root(made, node)
  reader.event("forward", node, { models: namesOf(model), value: made, args: parts, model })
  return made
}

export function loss(reader, { node, args, named, own, last, path }) {
  const parts = args.flatMap(inside).map((one, index) => (index > 0 && one.kind === "unknown" ? { ...one, data: true } : one))
  const known = parts.some(one => one.kind === "tensor" && (one.graph !== undefined || one.cut))
  const made = combine(known ? parts : [...parts, UNKNOWN], reader.here.grad, { node, isLoss: true })
  const reduction = named.find(one => one.name === "reduction")?.value.text ?? own?.reduction
  if (reduction) made.reduction = reduction
  if (args[0]?.squashed && (own?.takes === "CrossEntropyLoss" || path === "torch.nn.functional.cross_entropy")) reader.fact("squashed", node, { at: args[0].squashed })
  made.fnName = last
  if (made.graph !== false && !parts.some(one => one.kind === "tensor" && one.leaf)) reader.root(made, node)
  return made
}

export function clip(reader, call, params) {
  const { node, last } = call
  reader.walk(params, node, call)
  const of = inside(params).flatMap(one => (one.kind === "params" || one.kind === "model" ? [...(one.of ?? [one.name])] : []))
  const key = node.args[0] ? reader.key(node.args[0]) : ""
  reader.event("clip", node, { models: of, key, last, stmtValue: reader.here.stmt, owner: call.object })
  return value("number", { norm: node })
}
