// Statements: what each kind does to the names and to the tree of events.

import { combine, join, value } from "./values.js"

export class Statements {
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
      if (this.isFull()) return
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
  do_import({ names }) { for (const { path, name, whole } of names) { this.imports.add(path); this.here.frame.env.set(name, value("import", { path: whole ? path : name })) } }
  do_def(node) { this.here.frame.env.set(node.name, this.function(node, this.here.frame, null)) }
  do_class(node) { this.class(node, this.here.frame) }

  do_return({ value: expr }) {
    const result = expr ? this.eval(expr) : value("none")
    this.here.frame.returns?.push(result)
    this.seq.push({ type: "jump", how: "return" })
  }

  do_assign({ targets, value: expr }) {
    const sum = targets.length === 1 && this.sum(targets[0], expr), old = sum && this.get(this.key(targets[0]))
    const result = this.eval(expr)
    if (sum) this.fact("update", targets[0], { target: this.key(targets[0]), op: "+=", old, added: this.get(this.key(sum)), expr: sum })
    if (this.renews(targets, expr)) this.fact("renewed", targets[0], { target: targets[0].id, stmt: this.here.stmt, expr })
    for (const target of targets) this.assign(target, result, expr)
  }

  // `w = w - lr * w.grad`: another tensor under the name of a weight.
  renews([target, ...more], expr) {
    if (more.length || target.t !== "name" || expr.t !== "binary" || expr.op !== "-" || expr.left.id !== target.id || !this.isGrad(expr.right)) return false
    const old = this.get(target.id)
    return old?.kind === "tensor" && (old.leaf || old.plain)
  }

  // The other name in `total = total + loss`.
  sum(target, expr) {
    if (expr.t !== "binary" || expr.op !== "+" || target.t !== "name") return null
    const [own, other] = expr.left.id === target.id ? [expr.left, expr.right] : [expr.right, expr.left]
    return own.t === "name" && own.id === target.id && other.t === "name" ? other : null
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
      if (arm.last && !arm.body.length) { seqs.push([]); ends.push(before); continue }
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
    this.walk(iter, stmt.iter)
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
      if (path.endsWith(".accumulate") || path.endsWith(".no_sync")) change.loose = path.split(".").at(-1)
      if (path.endsWith("scale_loss") && as && expr.args?.length) this.assign(as, { ...this.eval(expr.args[0]), scaled: "apex" }, expr)
      else if (as) this.assign(as, result, expr)
    }
    this.with(change, () => this.block(body))
  }
}

const merged = (a, b) => {
  if (a === b) return a
  const all = new Map(a)
  for (const [key, one] of b) if (a.get(key) !== one) all.set(key, join(a.get(key), one))
  for (const [key, one] of a) if (!b.has(key)) all.set(key, join(one, undefined))
  return all
}

// Does a sequence always end in a jump?
const leaves = seq => {
  const last = seq.at(-1)
  return last?.type === "jump" || (last?.type === "branch" && last.arms.every(leaves))
}

const remainder = test => test.t === "binary" && (test.op === "%" || remainder(test.left) || remainder(test.right)) || test.t === "unary" && remainder(test.value)

export function gradMode(path, expr) {
  const last = path.split(".").at(-1)
  if (last === "no_grad" || last === "inference_mode") return expr.args?.[0]?.value === false ? "on" : "off"
  if (last === "enable_grad") return "on"
  if (last !== "set_grad_enabled") return null
  const flag = expr.args?.[0] ?? expr.named?.[0]?.value
  return flag?.t === "constant" ? (flag.value ? "on" : "off") : "maybe"
}
