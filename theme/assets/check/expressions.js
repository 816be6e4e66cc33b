// Expressions: the value of each kind.

import { Assignments } from "./assignments.js"
import { called } from "./calls.js"
import { USUAL, guess } from "./names.js"
import { counts } from "./parts.js"
import { UNKNOWN, combine, join, value } from "./values.js"

export class Expressions extends Assignments {
  eval(expr) {
    this.steps++
    if (this.isFull()) return UNKNOWN
    return this[`see_${expr.t}`]?.(expr) ?? UNKNOWN
  }

  see_name(expr) {
    const known = this.get(expr.id)
    if (known) return known
    if (USUAL[expr.id]) return value("import", { path: USUAL[expr.id] })
    const made = this.assumed(expr.id)
    this.here.frame.env.set(expr.id, made)
    return made
  }

  see_attribute(expr) {
    const object = this.eval(expr.object), key = this.key(expr), known = this.get(key)
    if (known && !(object.kind === "tensor")) return known
    if (object.kind === "import") return value("import", { path: `${object.path}.${expr.name}` })
    if (object.kind === "instance") return object.cls.fields.get(`self.${expr.name}`) ?? UNKNOWN
    if (["data"].includes(expr.name)) {
      this.fact("data", expr, { object })
      if (object.kind === "tensor") return { ...object, graph: false, cut: object.graph || object.isLoss || object.models.size ? "data" : object.cut, cutAt: expr, roots: new Map(), name: "" }
      return object
    }
    if (expr.name === "grad") return value("gradient", { of: object })
    if (object.kind === "tensor") return ["loss", "logits", "T", "mT", "real", "last_hidden_state", "out", "sample"].includes(expr.name) ? { ...object, name: "" } : value("unknown")
    if (object.kind === "model" && guess(key) === "unknown") return value("model", { name: key, partOf: object.name })
    const made = this.assumed(key, value("unknown", { name: key, data: object.data, from: object }))
    if (made.kind !== "unknown") this.set(key, made)
    return made
  }

  see_subscript(expr) {
    const object = this.eval(expr.object)
    for (const one of expr.index) this.eval(one)
    const known = this.get(this.key(expr))
    if (known) return known
    const at = expr.index[0]
    if (object.kind === "list" && at?.t === "number" && object.items[at.value]) return object.items[at.value]
    if (object.kind === "tensor" && expr.object.t === "attribute" && expr.object.name === "data" && at?.t === "number" && (object.isLoss || /loss/i.test(this.key(expr.object)))) this.fact("data-index", expr)
    if (object.kind === "tensor") return { ...object, name: "", tuple: true }
    if (object.kind === "dict" && at?.t === "string" && object.keys?.get(at.value)) return object.keys.get(at.value)
    if (["optimizer", "scheduler", "model"].includes(object.kind)) return { ...object, name: this.key(expr), many: undefined, of: null }
    return value("unknown", { data: object.data })
  }

  see_number(expr) { return value("number", { number: expr.value }) }
  see_constant(expr) { return expr.value === null ? value("none") : value("number", { flag: expr.value }) }
  see_string(expr) { return value("text", { text: expr.value }) }
  see_format(expr) { for (const part of expr.parts) this.eval(part); return value("text") }
  see_tuple(expr) { return value("list", { items: expr.items.map(item => this.eval(item)), node: expr }) }
  see_list(expr) { return this.see_tuple(expr) }
  see_star(expr) { return { ...this.eval(expr.value), starred: true } }
  see_dict(expr) {
    const items = expr.parts.map(part => this.eval(part)), keys = new Map()
    for (let index = 0; index + 1 < items.length; index += 2) if (items[index].kind === "text" && items[index].text !== undefined) keys.set(items[index].text, items[index + 1])
    return value("dict", { items, keys })
  }
  see_unary(expr) { const of = this.eval(expr.value); return of.kind === "tensor" ? combine([of], this.here.grad, { node: expr, isLoss: of.isLoss }) : value("number", of.number === undefined ? {} : { number: -of.number }) }
  see_choice(expr) { this.eval(expr.test); return join(this.eval(expr.yes), this.eval(expr.no)) }
  see_walrus(expr) { const of = this.eval(expr.value); this.assign(expr.target, of, expr.value); return of }
  see_lambda(expr) { return value("function", { node: expr, frame: this.here.frame, name: "lambda" }) }
  see_other(expr) { for (const part of expr.parts ?? []) this.eval(part); return value("unknown") }

  see_binary(expr) {
    const left = this.eval(expr.left), right = this.eval(expr.right)
    if (["list", "params"].includes(left.kind) && ["list", "params"].includes(right.kind)) return value("list", { items: [left, right] })
    if (left.kind !== "tensor" && right.kind !== "tensor") return left.data || right.data ? value("unknown", { data: true }) : left.kind === "number" && right.kind === "number" ? value("number") : value("unknown")
    if (/^(and|or|not|in|is)|[<>!=]=?/.test(expr.op)) return value("number")
    const made = combine([left, right], this.here.grad, { node: expr })
    made.isLoss = Boolean(left.isLoss || right.isLoss)
    for (const key of ["reduction", "fnName"]) made[key] = left[key] ?? right[key]
    if (expr.op === "/") Object.assign(made, { divided: true, by: this.key(expr.right) })
    if (expr.op === "*" && [expr.left, expr.right].some(one => one.t === "binary" && one.op === "/" || one.t === "number" && one.value < 1)) made.divided = true
    if (expr.op === "*" && ![left, right].some(one => one.kind === "number")) made.divided = true // weighted in its own way: by tokens, by samples
    if (["**", "@"].includes(expr.op) && made.graph) this.root(made, expr)
    return made
  }

  see_comprehension(expr) {
    for (const { targets, iter } of expr.fors) { const of = this.eval(iter); this.walk(of, iter); for (const target of targets) this.assignEach(target, of, iter) }
    let found = []
    const each = () => { found = expr.values.map(one => this.eval(one)) }
    if (this.trainsEach(expr)) this.loop({ t: "while", from: expr.from, to: expr.to, head: expr, body: [], otherwise: [] }, each)
    else each()
    const params = expr.fors.map(({ iter }) => this.eval(iter)).find(one => one.kind === "params")
    if (params && found.some(one => one.param)) return value("params", { of: params.of, lazy: expr.lazy, node: expr })
    return value("list", { items: [], each: found[0], lazy: expr.lazy })
  }

  // `[self.train_step(batch) for batch in loader]` is a loop: a function of the text that calls backward().
  trainsEach({ values }) {
    const known = name => this.here.frame.cls?.methods.get(name) ?? this.get(name)
    return [...counts(values).keys()].map(known).some(fn => fn?.kind === "function" && counts(fn.node.body ?? [fn.node.value]).has("backward"))
  }

  see_call(expr) { return called(this, expr) }

  // A graph that begins here and that backward() frees.
  root(made, node, tuple = false) {
    const root = { node, loops: this.here.loops, tuple, freed: [] }
    made.roots.set(root, true)
  }

  /** Return "torch.optim.SGD" for what names it in the text, through imports and usual names; null if it is no dotted name. */
  dotted(expr) {
    if (expr.t === "attribute") { const of = this.dotted(expr.object); return of && `${of}.${expr.name}` }
    if (expr.t !== "name") return null
    const known = this.get(expr.id)
    return known?.kind === "import" ? known.path : known ? expr.id : (USUAL[expr.id] ?? expr.id)
  }
}
