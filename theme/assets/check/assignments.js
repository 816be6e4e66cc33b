// Names: what an assignment binds, and what it does besides.

import { guess, isLabel } from "./names.js"
import { Statements } from "./statements.js"
import { UNKNOWN, value } from "./values.js"

export class Assignments extends Statements {
  key(expr) {
    if (expr.t === "name") return expr.id
    if (expr.t === "attribute") return `${this.key(expr.object)}.${expr.name}`
    if (expr.t === "call") return this.key(expr.callee) + "()"
    return this.text.slice(expr.from, expr.to).replaceAll(/\s+/g, "")
  }

  get(key) {
    if (key.startsWith("self.") && this.here.frame.fields) return this.here.frame.fields.get(key)
    for (let frame = this.here.frame; frame; frame = frame.parent) if (frame.env.has(key)) return frame.env.get(key)
  }

  /** All parameters of these models need no gradient (or some do again): what a frozen model computes has a graph only if its input has one. */
  freeze(model, names, frozen) {
    const whole = name => name.split(".").map((_part, at, all) => this.get(all.slice(0, at + 1).join(".")))
    const concerned = [model, ...[...names].flatMap(name => (frozen ? [this.get(name)] : whole(name)))]
    for (const one of concerned) if (one?.kind === "model") one.frozen = frozen && !this.here.conds.length
  }

  set(key, result) {
    if (key.startsWith("self.") && this.here.frame.fields) this.here.frame.fields.set(key, result)
    else this.here.frame.env.set(key, result)
  }

  named(result, key) {
    if (!result || result === UNKNOWN || result.name || ["none", "function", "class", "import"].includes(result.kind)) return result
    result.name = key
    return result
  }

  assign(target, result, expr) {
    if (target.t === "tuple" || target.t === "list") {
      const items = result.kind === "list" && result.items.length === target.items.length && !result.items.some(one => one.starred) ? result.items : null
      target.items.forEach((item, index) => this.assign(item.t === "star" ? item.value : item, items ? items[index] : part(result, index), expr))
      return
    }
    const key = this.key(target), old = this.get(key)
    if (target.t === "attribute") {
      const object = this.eval(target.object)
      this.fact("attribute", target, { object, name: target.name, value: result, key })
      this.attribute(target, object, result, key)
      if (target.name === "grad" && /self\.grad$/.test(key)) return
    }
    if (target.t === "subscript") { this.eval(target.object); for (const one of target.index) this.eval(one) }
    if (result.kind === "unknown" && !result.name && result !== UNKNOWN) result.name = key
    let kept = result
    if (result.kind === "unknown" && (result.call || expr?.t === "call") && guess(key) !== "unknown") kept = this.assumed(key, { call: result.call ?? expr }) // build_optimizer(…)
    kept = ["optimizer", "scheduler", "scaler", "model"].includes(kept.kind) && !kept.assumed && kept.made ? { ...kept, name: key } : this.named(kept, key)
    if (kept.kind === "model" && kept.made) {
      kept.name = key
      this.event("rebind", this.here.stmt, { model: key, first: !old, wraps: mentions(expr, key), alias: result.name === key, made: kept.node, expr })
    }
    if (kept.kind === "model" && old?.kind === "model" && expr?.t === "call" && /(^|\.)(torch\.load|deepcopy)$/.test(this.dotted(expr.callee) ?? "") && !mentions(expr, key)) this.event("rebind", this.here.stmt, { model: key, first: false, wraps: false, expr })
    if (kept.kind === "optimizer") { this.seen.optimizers.add(key); if (kept.made) this.event("build", kept.node, { opt: key, value: kept }) }
    if (kept.kind === "scheduler") this.seen.schedulers.add(key)
    if (kept.kind === "optimizer" && !kept.made && expr?.callee?.name !== "optimizers") this.event(kept.call ? "build" : "opaque", this.here.stmt, kept.call ? { opt: key, value: kept } : { opts: [key] }) // another one under this name; self.optimizers() of Lightning gives the same one
    if (kept.kind === "scaler") { this.seen.scalers.add(key); this.event("build", this.here.stmt, { scaler: key, value: kept }) }
    if (kept.kind === "tensor") kept.deps = new Set([...kept.deps, key])
    this.fact("set", target, { target: key, own: mentions(expr, key) })
    this.set(key, kept)
  }

  // What an assignment to an attribute does: p.grad = None, p.requires_grad = False, loss.requires_grad = True, model.fc = nn.Linear(…).
  attribute(target, object, result, key) {
    if (target.name === "grad") this.event("zero", this.here.stmt, { models: ["*"], by: "grad" })
    if (target.name === "requires_grad") {
      if (object.kind === "tensor" && object.cut && result.flag === true) Object.assign(object, { fake: this.here.stmt })
      if (result.flag === false) this.event("freeze", this.here.stmt, { key: this.key(target.object), object })
      this.freeze(null, object.param?.of ?? [], result.flag === false)
    }
    if (target.name === "data" && this.isGrad(this.here.stmt.value ?? target)) this.event("step", this.here.stmt, { manual: true, opts: ["manual"] })
    if (object.kind === "model") object.frozen = false // a layer that may learn
    if (object.kind === "model" && ["model", "unknown"].includes(result.kind) && result.layer && !this.keepsLayer(key)) this.event("replace", this.here.stmt, { model: object.name, key, part: `${object.name}.${target.name}`, layer: result })
  }

  // `model.fc = nn.Sequential(nn.Dropout(), model.fc)`: the layer stays, inside another.
  keepsLayer(key) { return (this.here.stmt.value?.args ?? []).some(arg => this.key(arg.t === "star" ? arg.value : arg) === key) }

  assignEach(target, iter, expr) {
    if (iter?.kind === "list" && iter.items.length && iter.items.every(one => one.kind === iter.items[0].kind && ["optimizer", "scheduler", "model"].includes(one.kind)) && target.t === "name")
      return this.set(target.id, { ...iter.items[0], many: iter.items.map(one => one.name), name: target.id })
    const data = value("unknown", { data: true })
    const from = iter?.kind === "params" ? value("unknown", { param: iter }) : iter?.kind === "instance" || iter?.kind === "list" && iter.items.length ? value("unknown") : data
    if (target.t === "tuple" && expr.t === "call" && this.dotted(expr.callee) === "enumerate" && target.items.length === 2) {
      this.assign(target.items[0], value("number", { index: iter }), expr)
      return this.assignEach(target.items[1], data, { t: "other", parts: [] })
    }
    if (target.t === "tuple") { for (const item of target.items) this.assignEach(item, from.param ? iter : data, { t: "other", parts: [] }); return }
    this.assign(target, expr.t === "call" && this.dotted(expr.callee) === "range" ? value("number") : { ...from, name: "" }, expr)
  }

  assumed(key, from) {
    const kind = guess(key)
    if (kind === "unknown") return from ?? value("unknown", { name: key, data: isLabel(key.split(".").at(-1)), free: true })
    const rest = kind === "optimizer" || kind === "scheduler" ? { classes: new Set(), of: null, vague: true } : {}
    return value(kind, { ...rest, name: key, assumed: true, call: from?.call })
  }
}

function part(result, index) {
  if (result.kind === "tensor") {
    const roots = new Map([...result.roots.keys()].map(root => [root, root.tuple === "twice" ? false : "part"]))
    return { ...result, name: "", roots, deps: new Set(), part: index, isLoss: result.isLoss && index === 0 ? result.isLoss : undefined }
  }
  return result.kind === "unknown" ? value("unknown", { data: result.data, call: result.call }) : value("unknown")
}

/** Does an expression name this? */
export function mentions(expr, key) {
  if (!expr || typeof expr !== "object") return false
  if (expr.t === "name" && expr.id === key) return true
  if (expr.t === "attribute" && key.endsWith(`.${expr.name}`)) return true
  return Object.values(expr).some(one => (Array.isArray(one) ? one.some(item => mentions(item?.value ?? item, key)) : one?.t ? mentions(one, key) : false))
}
