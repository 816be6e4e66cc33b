// The model of a text: statements are followed in order, along every way, and what they do becomes events in a tree of loops and branches.
// Nothing is run. A name holds a value (values.js); a call says what it does (calls.js); functions of the text are followed where they are called.

import { called } from "./calls.js"
import { USUAL, guess, isLabel } from "./names.js"
import { UNKNOWN, combine, inside, join, tensor, value } from "./values.js"

const STEPS = 60000 // expressions; a longer text is read in part, and rules about its loops stay silent
const DEPTH = 5 // functions inside functions

/** Return {entries, calls, facts, partial, seen} of what syntax.read gave. */
export function build(tree, text) {
  const reader = new Reader(tree, text)
  reader.all()
  return { entries: reader.entries, calls: reader.calls, facts: reader.facts, seen: reader.seen, partial: reader.steps > STEPS, broken: tree.broken, text, tree }
}

export class Reader {
  constructor(tree, text) {
    Object.assign(this, { tree, text, entries: [], calls: [], facts: [], steps: 0, quiet: 0, stack: [], made: new Map(), inlined: new Set(), classes: new Map() })
    this.seen = { loops: new Set(), optimizers: new Set(), schedulers: new Set(), scalers: new Set() }
    this.module = { env: new Map(), parent: null, fn: null, cls: null }
    this.here = { loops: [], conds: [], grad: "on", window: null, stmt: null, block: null, frame: this.module, loose: false }
    this.seq = []
  }

  // ---- entries: the module, then every function that nothing in the text calls

  all() {
    this.hoist(this.tree.body, this.module)
    this.enter("module", () => this.block(this.tree.body))
    const waiting = [...this.made.values()].filter(fn => fn.kind === "function" && fn.node.t === "def")
    const called = new Set(this.calls.map(call => call.last))
    for (const again of [false, true]) {
      for (const fn of waiting) {
        if (this.inlined.has(fn.node) || fn.frame !== this.module && !fn.cls) continue
        if (!again && this.text.split(fn.node.name).length > 2 && (called.has(fn.node.name) || this.mentioned(fn.node.name, fn.node))) continue
        if (fn.cls && fn.node.name === "forward") continue
        this.enter(fn.node.name, () => this.inline(fn, null, [], []))
      }
    }
  }

  mentioned(name, node) {
    this.uses ??= counts(this.tree.body)
    return (this.uses.get(name) ?? 0) > 0 && name !== "__init__" && node.name === name
  }

  hoist(body, frame, cls = null) {
    for (const one of body) {
      if (one.t === "def") {
        const fn = this.function(one, frame, cls)
        if (cls) cls.methods.set(one.name, fn)
        else frame.env.set(one.name, fn)
      }
      if (one.t === "class") this.class(one, frame)
      if (one.t === "if") for (const arm of one.arms) this.hoist(arm.body, frame, cls)
    }
  }

  function(node, frame, cls) {
    if (!this.made.has(node)) this.made.set(node, value("function", { node, frame, cls, name: node.name }))
    return this.made.get(node)
  }

  class(node, frame) {
    if (this.made.has(node)) return this.made.get(node)
    const cls = value("class", { node, name: node.name, methods: new Map(), fields: new Map(), bases: node.bases.map(base => this.dotted(base) ?? "?") })
    cls.isModule = cls.bases.some(base => /Module$|nn\.(Sequential|\w+)$/.test(base) || this.classes.get(base)?.isModule)
    this.made.set(node, cls)
    this.classes.set(node.name, cls)
    frame.env.set(node.name, cls)
    this.hoist(node.body, frame, cls)
    return cls
  }

  enter(name, run) {
    const kept = { seq: this.seq, here: this.here }
    this.seq = []
    this.here = { ...this.here, loops: [], conds: [], grad: "on", window: null, frame: this.module }
    run()
    if (this.steps <= STEPS) this.entries.push({ name, seq: this.seq })
    Object.assign(this, kept)
  }

  // ---- statements

  with(change, run) {
    const kept = this.here
    this.here = { ...kept, ...change }
    const result = run()
    this.here = kept
    return result
  }

  into(run) {
    const kept = this.seq, seq = (this.seq = [])
    run()
    this.seq = kept
    return seq
  }

  block(body) {
    for (const stmt of body) {
      if (this.steps > STEPS) return
      this.here = { ...this.here, stmt, block: body }
      this[`do_${stmt.t}`]?.(stmt) ?? undefined
    }
  }

  do_expression({ value: expr }) {
    if (expr.t === "attribute") this.fact("bare", expr, { object: this.eval(expr.object), method: expr.name })
    else this.eval(expr)
  }
  do_other({ parts }) { for (const part of parts) this.eval(part) }
  do_raise({ parts }) { for (const part of parts) this.eval(part); this.seq.push({ type: "jump", how: "raise" }) }
  do_break() { this.seq.push({ type: "jump", how: "break" }) }
  do_continue() { this.seq.push({ type: "jump", how: "continue" }) }
  do_import({ names }) { for (const { path, name, whole } of names) this.here.frame.env.set(name, value("import", { path: whole ? path : name })) }
  do_def(node) { this.here.frame.env.set(node.name, this.function(node, this.here.frame, null)) }
  do_class(node) { this.class(node, this.here.frame) }

  do_return({ value: expr }) {
    const result = expr ? this.eval(expr) : value("none")
    this.here.frame.returns?.push(result)
    this.seq.push({ type: "jump", how: "return" })
  }

  do_assign({ targets, value: expr }) {
    const result = this.eval(expr)
    for (const target of targets) this.assign(target, result, expr)
  }

  do_update({ target, op, value: expr }) {
    const old = this.eval(target), added = this.eval(expr), key = this.key(target)
    this.fact("update", target, { target: key, op, old, added, expr, stmt: this.here.stmt })
    const change = { op, key, node: this.here.stmt, old, added }
    if (/\.grad$/.test(key) || /\.grad\b/.test(key)) this.fact("grad-change", target, change)
    if (op === "-=" && this.isGrad(expr)) this.event("step", this.here.stmt, { manual: true, opts: ["manual"] })
    if (target.t === "attribute" && target.name === "data" || old?.leaf || this.here.grad === "off") return // in place: what it was it stays
    const result = combine([old, added], this.here.grad, { node: this.here.stmt })
    if (op === "/=" && result.kind === "tensor") Object.assign(result, { divided: true, by: this.key(expr) })
    result.deps.add(key)
    if (["tensor", "number"].includes(old?.kind) && (old.graph || added.kind === "tensor")) this.set(key, this.named(result, key))
  }

  // Does an expression read a gradient: `lr * w.grad`?
  isGrad(expr) {
    if (expr.t === "attribute") return expr.name === "grad" || this.isGrad(expr.object)
    if (expr.t === "binary") return this.isGrad(expr.left) || this.isGrad(expr.right)
    if (expr.t === "call") return this.isGrad(expr.callee) || expr.args.some(arg => this.isGrad(arg))
    return false
  }

  do_if({ arms, otherwise, from }) {
    const before = this.here.frame.env, ends = [], seqs = []
    const all = [...arms, { test: null, body: otherwise, last: true }]
    for (const [index, arm] of all.entries()) {
      if (arm.test) this.eval(arm.test)
      this.here.frame.env = new Map(before)
      const window = arm.test && remainder(arm.test) ? { test: arm.test, from } : this.here.window
      const seq = this.into(() => this.with({ conds: [...this.here.conds, { from, index, test: arm.test, depth: this.here.loops.length }], window }, () => {
        if (arm.test) this.narrow(arm.test)
        this.block(arm.body)
      }))
      seqs.push(seq)
      if (!leaves(seq)) ends.push(this.here.frame.env)
    }
    this.here.frame.env = ends.length ? ends.reduce(merged) : before
    if (seqs.some(seq => seq.length)) this.seq.push({ type: "branch", arms: seqs })
  }

  // `if scaler is None` and the like teach nothing that rules need; `isinstance(scheduler, ReduceLROnPlateau)` does.
  narrow(test) {
    if (test.t !== "call" || this.dotted(test.callee) !== "isinstance" || test.args.length < 2) return
    const known = this.get(this.key(test.args[0])), path = this.dotted(test.args[1]) ?? ""
    if (known?.kind === "scheduler") this.here.frame.env.set(this.key(test.args[0]), { ...known, classes: new Set([path.split(".").at(-1)]), mixed: false })
  }

  do_for(stmt) {
    const iter = this.eval(stmt.iter)
    this.loop(stmt, () => this.assignEach(stmt.target, iter, stmt.iter), iter)
  }

  do_while(stmt) {
    this.loop(stmt, () => this.eval(stmt.test), null)
  }

  loop(stmt, head, iter) {
    this.seen.loops.add(stmt.from)
    const frame = this.here.frame, before = new Map(frame.env)
    const once = ["break", "return", "raise"].includes(stmt.body.at(-1)?.t)
    let seq = []
    for (const pass of once ? [2] : [1, 2]) {
      const place = { node: stmt, pass, iter }
      if (pass === 1) this.quiet++
      seq = this.into(() => this.with({ loops: [...this.here.loops, place] }, () => {
        head()
        this.block(stmt.body)
      }))
      if (pass === 1) this.quiet--
      if (stmt.t === "while") frame.env = merged(frame.env, before)
    }
    this.seq.push({ type: "loop", node: stmt, body: seq, once, iter })
    this.block(stmt.otherwise)
  }

  do_try({ body, handlers, otherwise, finally: last, from }) {
    const before = new Map(this.here.frame.env)
    const cond = index => [...this.here.conds, { from, index, test: null, depth: this.here.loops.length }]
    const main = this.into(() => this.with({ conds: cond("try") }, () => { this.block(body); this.block(otherwise) }))
    const ends = leaves(main) ? [] : [this.here.frame.env]
    const arms = handlers.map((handler, index) => {
      this.here.frame.env = new Map(before)
      const seq = this.into(() => this.with({ conds: cond(index) }, () => this.block(handler)))
      if (!leaves(seq)) ends.push(this.here.frame.env)
      return seq
    })
    this.here.frame.env = ends.length ? ends.reduce(merged) : before
    this.seq.push({ type: "try", body: main, handlers: arms })
    this.block(last)
  }

  do_with({ items, body }) {
    const change = {}
    for (const { value: expr, as } of items) {
      const result = this.eval(expr), path = expr.t === "call" ? (this.dotted(expr.callee) ?? "") : ""
      const grad = gradMode(path, expr)
      if (grad) change.grad = grad
      if (path.endsWith(".accumulate") || path.endsWith(".no_sync")) change.loose = true
      if (path.endsWith("scale_loss") && as && expr.args?.length) this.assign(as, { ...this.eval(expr.args[0]), scaled: "apex" }, expr)
      else if (as) this.assign(as, result, expr)
    }
    this.with(change, () => this.block(body))
  }

  // ---- names

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
      this.event("rebind", this.here.stmt, { model: key, first: !old, wraps: mentions(expr, key), expr })
    }
    if (kept.kind === "optimizer") { this.seen.optimizers.add(key); if (kept.made) this.event("build", kept.node, { opt: key, value: kept }) }
    if (kept.kind === "scheduler") this.seen.schedulers.add(key)
    if (kept.kind === "optimizer" && !kept.made) this.event(kept.call ? "build" : "opaque", this.here.stmt, kept.call ? { opt: key, value: kept } : { opts: [key] }) // another one under this name
    if (kept.kind === "scaler") { this.seen.scalers.add(key); this.event("build", this.here.stmt, { scaler: key, value: kept }) }
    if (kept.kind === "tensor") kept.deps = new Set([...kept.deps, key])
    this.fact("set", target, { target: key })
    this.set(key, kept)
  }

  // What an assignment to an attribute does: p.grad = None, p.requires_grad = False, loss.requires_grad = True, model.fc = nn.Linear(…).
  attribute(target, object, result, key) {
    if (target.name === "grad") this.event("zero", this.here.stmt, { models: ["*"], by: "grad" })
    if (target.name === "requires_grad") {
      if (object.kind === "tensor" && object.cut && result.flag === true) Object.assign(object, { fake: this.here.stmt })
      if (result.flag === false) this.event("freeze", this.here.stmt, { key: this.key(target.object), object })
    }
    if (target.name === "data" && this.isGrad(this.here.stmt.value ?? target)) this.event("step", this.here.stmt, { manual: true, opts: ["manual"] })
    if (object.kind === "model" && ["model", "unknown"].includes(result.kind) && result.layer) this.event("replace", this.here.stmt, { model: object.name, key, layer: result })
  }

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

  // ---- expressions

  eval(expr) {
    this.steps++
    if (this.steps > STEPS) return UNKNOWN
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
    if (["+", "-"].includes(expr.op)) made.sum = true
    if (["**", "@"].includes(expr.op) && made.graph) this.root(made, expr)
    return made
  }

  see_comprehension(expr) {
    for (const { targets, iter } of expr.fors) { const of = this.eval(iter); for (const target of targets) this.assignEach(target, of, iter) }
    const found = expr.values.map(one => this.eval(one))
    const params = expr.fors.map(({ iter }) => this.eval(iter)).find(one => one.kind === "params")
    if (params && found.some(one => one.param)) return value("params", { of: params.of, lazy: expr.lazy, node: expr })
    return value("list", { items: [], each: found[0], lazy: expr.lazy })
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

  // ---- what is kept

  event(kind, node, rest = {}) {
    const { loops, conds, grad, window, stmt, block, loose, frame } = this.here
    const made = { type: "event", kind, node, from: node.from, to: node.to, loops: loops.map(loop => loop.node), conds, grad, window, stmt, block, loose, fn: frame.fn, ...rest }
    this.seq.push(made)
    return made
  }

  fact(kind, node, rest = {}) {
    if (this.quiet) return
    const { loops, conds, grad, window, stmt, block, frame } = this.here
    this.facts.push({ kind, node, from: node.from, to: node.to, loops: loops.map(loop => loop.node), conds, grad, window, stmt, block, fn: frame.fn, ...rest })
  }

  /** Follow a function of the text with these arguments; return what it gives back. */
  inline(fn, self, args, named) {
    const { node } = fn
    if (this.stack.includes(node) || this.stack.length >= DEPTH) { if (trains(node)) this.event("opaque", node, { all: true }); return UNKNOWN }
    this.inlined.add(node)
    const frame = { env: new Map(), parent: fn.frame, fn: node, cls: fn.cls, fields: fn.cls ? fn.cls.fields : fn.frame?.fields, returns: [] }
    const free = args.length === 0 && named.length === 0 && self === null
    const params = fn.cls && node.params?.[0]?.name === "self" ? node.params.slice(1) : (node.params ?? [])
    if (fn.cls) frame.env.set("self", fn.cls.isModule ? value("model", { name: "self" }) : value("instance", { cls: fn.cls, name: "self" }))
    if (fn.cls?.methods.has("__init__") && node.name !== "__init__" && !fn.cls.begun) {
      fn.cls.begun = true
      this.into(() => this.inline(fn.cls.methods.get("__init__"), fn, [], []))
    }
    params.forEach((param, index) => {
      const given = named.find(one => one.name === param.name)?.value ?? args[index]
      if (given && !param.star) frame.env.set(param.name, given)
      else if (!free && param.value) frame.env.set(param.name, this.eval(param.value))
    })
    const grad = (node.decorators ?? []).map(one => gradMode(this.dotted(one.t === "call" ? one.callee : one) ?? "", one)).find(Boolean)
    this.stack.push(node)
    const body = this.into(() => this.with({ frame, ...(grad ? { grad } : {}) }, () => {
      if (node.t === "lambda") frame.returns.push(this.eval(node.value))
      else this.block(node.body)
    }))
    this.stack.pop()
    if (body.length) this.seq.push({ type: "call", body })
    return frame.returns.length ? frame.returns.reduce((a, b) => join(a, b)) : value("none")
  }
}

const merged = (a, b) => {
  if (a === b) return a
  const all = new Map()
  for (const key of new Set([...a.keys(), ...b.keys()])) all.set(key, join(a.get(key), b.get(key)))
  return all
}

// Does a sequence always end in a jump?
const leaves = seq => {
  const last = seq.at(-1)
  return last?.type === "jump" || (last?.type === "branch" && last.arms.every(leaves))
}

const remainder = test => test.t === "binary" && (test.op === "%" || remainder(test.left) || remainder(test.right)) || test.t === "unary" && remainder(test.value)

function part(result, index) {
  if (result.kind === "tensor") {
    const roots = new Map([...result.roots.keys()].map(root => [root, root.tuple === "twice" ? false : "part"]))
    return { ...result, name: "", roots, deps: new Set(), part: index, isLoss: result.isLoss && index === 0 ? result.isLoss : undefined }
  }
  return result.kind === "unknown" ? value("unknown", { data: result.data, call: result.call }) : value("unknown")
}

export function gradMode(path, expr) {
  const last = path.split(".").at(-1)
  if (last === "no_grad" || last === "inference_mode") return expr.args?.[0]?.value === false ? "on" : "off"
  if (last === "enable_grad") return "on"
  if (last !== "set_grad_enabled") return null
  const flag = expr.args?.[0] ?? expr.named?.[0]?.value
  return flag?.t === "constant" ? (flag.value ? "on" : "off") : "maybe"
}

function mentions(expr, key) {
  if (!expr || typeof expr !== "object") return false
  if (expr.t === "name" && expr.id === key) return true
  if (expr.t === "attribute" && key.endsWith(`.${expr.name}`)) return true
  return Object.values(expr).some(one => (Array.isArray(one) ? one.some(item => mentions(item?.value ?? item, key)) : one?.t ? mentions(one, key) : false))
}

// Does a function call anything that an optimizer, a scaler or a model's mode could notice?
const ACTS = ["backward", "step", "zero_grad", "train", "eval", "unscale_", "update"]
function trains(node) {
  if (!TRAINS.has(node)) TRAINS.set(node, ACTS.some(name => counts(node.t === "lambda" ? [node.value] : node.body).has(name)))
  return TRAINS.get(node)
}
const TRAINS = new WeakMap()

// How often each name is called in a text, by any road.
function counts(body) {
  const found = new Map()
  const walk = one => {
    if (!one || typeof one !== "object") return
    if (Array.isArray(one)) return one.forEach(walk)
    if (one.t === "call") { const name = one.callee.name ?? one.callee.id; found.set(name, (found.get(name) ?? 0) + 1) }
    for (const [key, inner] of Object.entries(one)) if (key !== "at") walk(inner)
  }
  walk(body)
  return found
}

export { inside }
