// The model of a text: statements are followed in order, along every way, and what they do becomes events in a tree of loops and branches.
// Nothing is run. A name holds a value (values.js); a call says what it does (calls.js); functions of the text are followed where they are called.

import { Expressions } from "./expressions.js"
import { flat } from "./flow.js"
import { counts } from "./parts.js"
import { gradMode } from "./statements.js"
import { UNKNOWN, join, value } from "./values.js"

const STEPS = 60000 // expressions; a longer text is read in part, and rules about its loops stay silent
const DEPTH = 5 // functions inside functions

/** Return {entries, calls, facts, partial, seen} of what syntax.read gave. */
export function build(tree, text) {
  const reader = new Reader(tree, text)
  reader.all()
  return { entries: reader.entries, calls: reader.calls, facts: reader.facts, seen: reader.seen, partial: reader.isFull(), imports: reader.imports, broken: tree.broken, text, tree }
}

export class Reader extends Expressions {
  constructor(tree, text) {
    super()
    Object.assign(this, { tree, text, entries: [], calls: [], facts: [], steps: 0, quiet: 0, stack: [], made: new Map(), inlined: new Set(), classes: new Map(), imports: new Set() })
    this.seen = { loops: new Set(), optimizers: new Set(), schedulers: new Set(), scalers: new Set() }
    this.module = { env: new Map(), parent: null, fn: null, cls: null }
    this.here = { loops: [], conds: [], grad: "on", window: null, stmt: null, block: null, frame: this.module, loose: false }
    this.seq = []
  }

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
        this.enter(fn.node.name, () => this.uncalled(fn))
      }
    }
    // What a function makes and hands to something unknown: `Engine(train_step)`.
    for (const fn of this.made.values()) if (fn.kind === "function" && !fn.cls && !this.inlined.has(fn.node)) this.enter(fn.node.name, () => this.inline(fn, null, [], []))
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
    if (!this.isFull()) this.entries.push({ name, seq: this.seq })
    Object.assign(this, kept)
  }

  /** Read a function that nothing in the text calls; a method as the first one of a new object, after what `__init__` does. */
  uncalled(fn) {
    const init = fn.cls?.methods.get("__init__")
    if (init) {
      fn.cls.begun ??= this.into(() => this.inline(init, fn.cls, [], []))
      this.seq.push(...fn.cls.begun)
    }
    if (isStep(fn) || init && init !== fn && this.isBatch(fn)) this.everyBatch(fn)
    else if (init !== fn) this.inline(fn, null, [], [])
  }

  // Is a method called for each batch? It calls backward() and step(), outside of loops, for optimizers that `__init__` makes,
  // and leaves nothing that belongs to a step to another method.
  isBatch(fn) {
    const built = flat(fn.cls.begun).flatMap(event => event.opt ?? [])
    if (!built.length || !fn.cls.bases.every(base => base === "object" || /Module$/.test(base))) return false
    const fields = new Map(fn.cls.fields), read = this.steps
    this.quiet++
    const seq = this.into(() => this.inline(fn, null, [], []))
    this.quiet--
    this.steps = read // a first look, which leaves nothing behind
    fn.cls.fields = fields
    const has = (...kinds) => flat(seq).filter(event => kinds.includes(event.kind)), steps = has("step", "scalerstep")
    const left = ([kind, wanted, how]) => has(kind).length && !has(wanted).length && how.test(this.text)
    return steps.length && has("backward").length && ![...steps, ...has("backward")].some(event => event.loops.length) && !has("build", "rebind", "replace").length &&
      steps.every(step => step.opts.every(opt => built.includes(opt))) && !STEP.some(left)
  }

  /** Lightning calls training_step() for each batch, and backward() on what it returns if it called none itself. */
  everyBatch(fn) {
    const { from, to, head } = fn.node
    const fields = isStep(fn) ? null : new Map(fn.cls.fields)
    this.loop({ t: "while", from, to, head, body: [], otherwise: [] }, () => {
      if (fields) fn.cls.fields = new Map(fields) // between two calls, others may have set them
      const given = this.inline(fn, null, [], []), loss = given.keys?.get("loss") ?? given
      if (loss.kind === "tensor" && !flat(this.seq).some(event => event.kind === "backward")) this.event("backward", fn.node, { value: loss, engine: true, key: "" })
    })
  }

  isFull() { return this.steps > STEPS }

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

  /** Something goes through all of a generator of parameters: a loop, `list()`, or a `call` that takes parameters. */
  walk(of, node, call = null) { if (of?.kind === "params" && of.lazy) this.fact("walked", node, { value: of, call }) }

  /** Follow a function of the text with these arguments; return what it gives back. */
  inline(fn, self, args, named) {
    const { node } = fn
    if (this.stack.includes(node) || this.stack.length >= DEPTH) { if (trains(node)) this.event("opaque", node, { all: true }); return UNKNOWN }
    this.inlined.add(node)
    const frame = { env: new Map(), parent: fn.frame, fn: node, cls: fn.cls, fields: fn.cls ? fn.cls.fields : fn.frame?.fields, returns: [] }
    const free = args.length === 0 && named.length === 0 && self === null
    const params = fn.cls && node.params?.[0]?.name === "self" ? node.params.slice(1) : (node.params ?? [])
    if (fn.cls) frame.env.set("self", fn.cls.isModule ? value("model", { name: "self" }) : value("instance", { cls: fn.cls, name: "self" }))
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

// What belongs to an event, and how the text would say that it stands elsewhere.
const ZERO = /zero_|\.grad\b/
const STEP = [["step", "zero", ZERO], ["scalerstep", "zero", ZERO], ["scalerstep", "update", /\.update\(/], ["eval", "train", /\.train\(/]]
const isStep = ({ node, cls }) => node.name === "training_step" && Boolean(cls?.bases.some(base => /LightningModule$/.test(base)))

// Does a function call anything that an optimizer, a scaler or a model's mode could notice?
const ACTS = ["backward", "step", "zero_grad", "train", "eval", "unscale_", "update"]
function trains(node) {
  if (!TRAINS.has(node)) TRAINS.set(node, ACTS.some(name => counts(node.t === "lambda" ? [node.value] : node.body).has(name)))
  return TRAINS.get(node)
}
const TRAINS = new WeakMap()
