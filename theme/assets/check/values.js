// Values that the reader of the code keeps for names: plain objects with a `kind`; how two ways of a branch become one.

export const value = (kind, rest = {}) => ({ kind, name: "", ...rest })
export const UNKNOWN = Object.freeze(value("unknown")) // one for all: never written to

/** A tensor. graph: true, false or undefined (not known). cut: what took its graph away. roots: graphs that a backward() frees. */
export const tensor = rest => value("tensor", { graph: undefined, cut: null, roots: new Map(), models: new Set(), deps: new Set(), parts: 0, ...rest })

const SAME = ["graph", "cut", "scaled", "divided", "isLoss", "fake", "reduction", "cutAt", "leaf"]
const union = (a, b) => new Set([...(a ?? []), ...(b ?? [])])

/** Return the value of a name after a branch that leaves `a` on one way and `b` on the other. */
export function join(a, b) {
  if (a === b) return a
  if (!a || a.kind === "none") return b && loosen(b)
  if (!b || b.kind === "none") return loosen(a)
  if (a.kind === "tensor" && b.kind === "tensor") {
    const made = tensor({ name: a.name || b.name, node: b.node, models: union(a.models, b.models), deps: union(a.deps, b.deps), either: [a, b] })
    for (const key of SAME) made[key] = a[key] === b[key] ? a[key] : undefined
    if (a.scaled !== b.scaled) made.scaled = "maybe"
    for (const [root, sure] of [...a.roots, ...b.roots]) made.roots.set(root, Boolean(sure && a.roots.get(root) && b.roots.get(root)))
    return made
  }
  if (a.kind !== b.kind) return a.kind === "unknown" ? { ...loosen(b), mixed: true } : { ...loosen(a), mixed: true, graph: undefined, cut: null }
  if (a.kind === "optimizer" || a.kind === "scheduler") {
    return { ...b, classes: union(a.classes, b.classes), of: a.of && b.of ? union(a.of, b.of) : null, name: b.name || a.name, mixed: a.call !== b.call }
  }
  return b
}

// A value that is there on one way only: what was sure of it no longer is.
function loosen(one) {
  if (one.kind !== "tensor") return one
  return { ...one, either: [one], roots: new Map([...one.roots.keys()].map(root => [root, false])) }
}

/** Return the tensor that an operation on `values` gives. `grad` is "on", "off" or "maybe". */
export function combine(values, grad, rest = {}) {
  const tensors = values.filter(one => one?.kind === "tensor")
  const vague = values.some(one => one && ["unknown", "list", "dict", "instance"].includes(one.kind) && !one.data)
  const cut = tensors.find(one => one.cut && one.graph === false)
  const made = tensor({ plain: tensors.some(one => one.leaf || one.plain), loops: rest.loops, ...rest })
  for (const one of tensors) {
    made.models = union(made.models, one.models)
    made.deps = union(made.deps, one.deps)
    made.parts = Math.max(made.parts, one.parts ?? 0)
    for (const [root, sure] of one.roots) made.roots.set(root, sure || (made.roots.get(root) ?? false))
    for (const key of ["scaled", "divided", "summed"]) made[key] ||= one[key]
  }
  if (grad === "off") Object.assign(made, { graph: false, cut: tensors.some(one => one.graph) || rest.isLoss ? "no_grad" : (cut?.cut ?? null), cutAt: cut?.cutAt, roots: new Map() })
  else if (tensors.some(one => one.graph === true)) made.graph = grad === "on" ? true : undefined
  else if (vague || tensors.some(one => one.graph === undefined)) made.graph = undefined
  else Object.assign(made, { graph: false, cut: cut?.cut ?? null, cutAt: cut?.cutAt })
  return made
}

/** All values inside lists and dictionaries. */
export const inside = one => (one?.items ? [one, ...one.items.flatMap(inside)] : one ? [one] : [])

/** The names that a value stands for: all of a list of optimizers or models, or its own. */
export const namesOf = object => object.many ?? [object.name]
