// Rules about graphs that are kept, cut or lost: losses in lists, item(), detach(), .data, torch.tensor(loss), no_grad.

const at = ({ from, to }) => ({ from, to })
const parts = value => (value ? [value, ...(value.either ?? [])] : [])
const hasGraph = value => value?.kind === "tensor" && (value.graph === true || value.backed) && value.graph !== false && !value.cut && (value.isLoss || value.backed)

// Names whose value a backward() uses, or that are summed where a backward() can follow: there the graph is wanted.
function wanted(view) {
  const used = new Set(view.of("backward").flatMap(event => parts(event.value).flatMap(value => [...(value.deps ?? [])])))
  const followed = fact => view.of("backward").some(event => event.loops.every(loop => fact.loops.includes(loop)))
  for (const fact of view.facts) if (fact.kind === "summed" && followed(fact)) used.add(fact.target)
  return used
}

function kept(view) {
  const used = wanted(view)
  const inner = fact => fact.loops.at(-1)
  const trained = fact => view.of("backward").some(event => event.loops.length && fact.loops.includes(event.loops.at(-1))) && view.of("step", "scalerstep").some(event => event.loops.includes(inner(fact)))
  // Set back together with each step: kept for one window of accumulation only.
  const reset = fact => view.facts.some(other => other.kind === "set" && other.target === fact.target && other.window && view.of("step", "scalerstep").some(step => step.window?.from === other.window.from))
  // A name of a function ends with its call: only a loop inside the function can add to it again and again.
  const lasts = ({ fn, target, loops }) => !fn || target.includes(".") || fn.from < loops.at(-1).from && loops.at(-1).to <= fn.to
  return view.facts.filter(fact => fact.grad === "on" && fact.loops.length && !used.has(fact.target) && trained(fact) && !reset(fact)).filter(fact =>
    (fact.kind === "append" && hasGraph(fact.added)) || (fact.kind === "update" && fact.op === "+=" && lasts(fact) && hasGraph(fact.added) && fact.old?.kind !== "unknown" && !/\./.test(fact.target.replace(/^self\./, ""))))
}

const cuts = (view, kinds) => view.of("backward").filter(event => view.contexts(event).every(one => one.value?.kind === "tensor" && kinds.includes(one.value.cut)))
const itself = event => event.value.cutAt ?? event.node

export const RULES = [
  {
    id: "loss-kept",
    grade: "likely",
    find: view => kept(view).map(({ from, to, target, expr }) => ({ from, to: Math.max(to, expr.to), words: { name: target }, edits: expr.t === "name" ? [{ from: expr.to, to: expr.to, insert: ".item()" }] : null })),
  },
  {
    id: "item-backward",
    grade: "error",
    find: view => cuts(view, ["item"]).map(event => ({ from: itself(event).from, to: itself(event).to, also: [at(event)], edits: uncall(view, event) })),
  },
  {
    id: "index-of-a-number",
    grade: "error",
    find: view => view.facts.filter(fact => fact.kind === "data-index").map(({ node, from, to }) => ({ from, to, words: { loss: view.slice(node.object.object) }, edits: [{ from: node.object.object.to, to, insert: ".item()" }] })),
  },
  {
    id: "new-tensor-from-loss",
    grade: "error",
    find: view => cuts(view, ["tensor"]).map(event => ({ from: itself(event).from, to: itself(event).to, also: [at(event)], edits: unwrap(view, event) })),
  },
  {
    id: "cut-graph",
    grade: "error",
    find: view => cuts(view, ["data", "detach"]).filter(event => event.value.graph === false || event.value.fake).map(event => ({
      from: itself(event).from, to: itself(event).to, also: [at(event)], words: { how: event.value.cut === "data" ? ".data" : "detach()" }, edits: uncut(view, event),
    })),
  },
  {
    id: "no-grad-forward",
    grade: "error",
    find: view => cuts(view, ["no_grad"]).filter(event => !view.facts.some(fact => fact.kind === "renewed" && fact.loops.some(loop => event.loops.includes(loop)))).map(event => ({ from: event.from, to: event.to, also: event.value.cutAt ? [at(event.value.cutAt)] : event.value.node ? [at(event.value.node)] : [] })),
  },
  {
    id: "data-attribute",
    grade: "hint",
    find: view => [
      ...view.facts.filter(fact => fact.kind === "update" && fact.node.t === "attribute" && fact.node.name === "data" && fact.grad !== "off" && between(view, fact)),
    ].slice(0, 1).map(({ from, to }) => ({ from, to })),
  },
]

// Between a forward pass and the backward() that needs the old value.
const between = (view, fact) => {
  const backs = view.of("backward").filter(event => event.block === fact.block)
  return backs.length > 0 && backs.every(event => event.from > fact.from)
}

// loss.item().backward(): without the item(); `loss = f(…).item()`: likewise.
function uncall(view, event) {
  const node = itself(event)
  return node.t === "call" && node.callee.t === "attribute" && node.callee.name === "item" ? [{ from: node.callee.object.to, to: node.to, insert: "" }] : null
}
function unwrap(view, event) {
  const node = itself(event)
  return node.t === "call" && node.args.length === 1 && node.args[0].t !== "list" && !event.value.number ? view.replace(node, view.slice(node.args[0])) : null
}
function uncut(view, event) {
  const node = itself(event)
  if (node.t === "attribute") return [{ from: node.object.outer?.to ?? node.object.to, to: node.to, insert: "" }]
  return node.t === "call" && node.callee.t === "attribute" ? [{ from: node.callee.object.to, to: node.to, insert: "" }] : null
}
