// The parse tree of @lezer/python as plain objects: its statements, each with its place {from, to}; parts.js makes their expressions.

import { SKIP, children, expressions } from "./parts.js"

// What is Python all the same: `1.`, and a bare `yield`.
const isPython = error => error.parent.name.startsWith("Yield") || error.parent.name === "MemberExpression" && error.parent.firstChild.name === "Number"

/** Return {body: [statement], broken: [from]} of a tree of `text`; `broken` holds the places that are not Python. */
export function read(tree, text) {
  const broken = []
  const { call, cut, expression, make, parameters, parts, starred } = expressions(text)

  const block = node => (node ? children(node).flatMap(statements) : [])
  const statements = node => {
    if (node.type.isError) return []
    if (node.name === "StatementGroup") return children(node).flatMap(statements)
    const one = statement(node)
    return one ? [one] : []
  }

  // The expressions between commas of a statement, as one: a tuple if there are several.
  const joined = (node, kids) => {
    const items = starred(kids)
    return items.length === 1 && !kids.some(kid => kid.name === ",") ? items[0] : make(node, "tuple", { items, from: kids[0]?.from ?? node.from, to: kids.at(-1)?.to ?? node.to })
  }

  function statement(node) {
    const kids = children(node)
    switch (node.name) {
      case "AssignStatement": return assignment(node, kids)
      case "UpdateStatement": {
        const at = kids.findIndex(kid => kid.name === "UpdateOp")
        return make(node, "update", { target: joined(node, kids.slice(0, at)), op: cut(kids[at]), value: joined(node, kids.slice(at + 1)) })
      }
      case "ExpressionStatement": return make(node, "expression", { value: joined(node, kids) })
      case "ReturnStatement": return make(node, "return", { value: kids.length > 1 ? joined(node, kids.slice(1)) : null })
      case "YieldStatement": case "AssertStatement": case "DeleteStatement": case "PrintStatement": return make(node, "other", { parts: parts(node) })
      case "RaiseStatement": return make(node, "raise", { parts: parts(node) })
      case "BreakStatement": return make(node, "break")
      case "ContinueStatement": return make(node, "continue")
      case "ImportStatement": return make(node, "import", { names: imports(kids) })
      case "IfStatement": return branches(node, kids)
      case "WhileStatement": return make(node, "while", { test: expression(kids[1] ?? node), body: block(kids.find(kid => kid.name === "Body")), head: head(node), otherwise: after(kids, "else") })
      case "ForStatement": return loop(node, kids)
      case "TryStatement": return attempt(node, kids)
      case "WithStatement": return context(node, kids)
      case "FunctionDefinition": return definition(node, kids, [])
      case "ClassDefinition": return type(node, kids)
      case "DecoratedStatement": {
        const decorators = node.getChildren("Decorator").map(decorator)
        const inner = node.getChild("FunctionDefinition"), made = inner ? definition(inner, children(inner), decorators) : null
        const other = node.getChild("ClassDefinition")
        return made ?? (other ? type(other, children(other)) : null)
      }
      case "MatchStatement": return make(node, "if", { arms: node.getChildren("MatchClause").map(arm => ({ test: null, body: block(arm.getChild("Body")) })), otherwise: [] })
      case "PassStatement": case "ScopeStatement": case "TypeDefinition": return make(node, "other", { parts: [] })
      default: return node.name.endsWith("Statement") ? make(node, "other", { parts: parts(node) }) : null
    }
  }

  function decorator(node) {
    const names = node.getChildren("VariableName").map(cut)
    let value = make(node, "name", { id: names[0] ?? "" })
    for (const name of names.slice(1)) value = make(node, "attribute", { object: value, name, at: node })
    return node.getChild("ArgList") ? call(node, value, node.getChild("ArgList")) : value
  }

  function assignment(node, kids) {
    const sides = [[]]
    for (const kid of kids) {
      if (kid.name === "AssignOp") sides.push([])
      else if (kid.name !== "TypeDef" && !kid.type.isError) sides.at(-1).push(kid)
    }
    const known = sides.filter(side => side.length)
    if (known.length < 2) return make(node, "other", { parts: [] })
    return make(node, "assign", { targets: known.slice(0, -1).map(side => joined(node, side)), value: joined(node, known.at(-1)) })
  }

  const head = node => ({ from: node.from, to: node.getChild("Body")?.from ?? node.to })
  const after = (kids, word) => { const at = kids.findIndex(kid => kid.name === word); return at < 0 ? [] : block(kids[at + 1]) }

  function branches(node, kids) {
    const arms = []
    for (const [index, kid] of kids.entries()) {
      if (kid.name !== "if" && kid.name !== "elif") continue
      const test = kids[index + 1]?.name === "Body" || !kids[index + 1] ? null : expression(kids[index + 1])
      arms.push({ test, body: block(kids.slice(index).find(one => one.name === "Body")) })
    }
    return make(node, "if", { arms, otherwise: after(kids, "else") })
  }

  function loop(node, kids) {
    const start = kids.findIndex(kid => kid.name === "for"), middle = kids.findIndex(kid => kid.name === "in"), end = kids.findIndex(kid => kid.name === "Body")
    if (middle < 0 || end < 0) return make(node, "other", { parts: [] })
    return make(node, "for", {
      target: joined(node, kids.slice(start + 1, middle)), iter: joined(node, kids.slice(middle + 1, end)), body: block(kids[end]), head: head(node), otherwise: after(kids, "else"),
    })
  }

  function attempt(node, kids) {
    const handlers = []
    for (const [index, kid] of kids.entries()) if (kid.name === "except") handlers.push(block(kids.slice(index).find(one => one.name === "Body")))
    return make(node, "try", { body: after(kids, "try"), handlers, otherwise: after(kids, "else"), finally: after(kids, "finally") })
  }

  function context(node, kids) {
    const items = [], end = kids.findIndex(kid => kid.name === "Body")
    for (let index = 0; index < end; index++) {
      const kid = kids[index]
      if (SKIP.has(kid.name) || ["with", "async", "as"].includes(kid.name) || kids[index - 1]?.name === "as") continue
      items.push({ value: expression(kid), as: kids[index + 1]?.name === "as" ? expression(kids[index + 2]) : null })
    }
    const flat = items.flatMap(item => (item.value.t === "tuple" && !item.as ? item.value.items.map(value => ({ value, as: null })) : [item]))
    return make(node, "with", { items: flat, body: block(kids[end]), head: head(node) })
  }

  function definition(node, kids, decorators) {
    const name = node.getChild("VariableName")
    return make(node, "def", { name: name ? cut(name) : "", params: parameters(node.getChild("ParamList")), body: block(node.getChild("Body")), decorators, head: head(node) })
  }

  function type(node) {
    const name = node.getChild("VariableName"), list = node.getChild("ArgList")
    const bases = list ? call(list, make(list, "name", { id: "" }), list).args : []
    return make(node, "class", { name: name ? cut(name) : "", bases, body: block(node.getChild("Body")) })
  }

  function imports(kids) {
    const names = [], from = kids[0]?.name === "from"
    const at = kids.findIndex(kid => kid.name === "import")
    const source = from ? kids.slice(1, at).map(cut).join("") : ""
    let dotted = []
    const push = alias => { if (dotted.length) names.push({ path: [source, ...dotted].filter(Boolean).join("."), name: alias ?? (from ? dotted.at(-1) : dotted[0]), whole: Boolean(alias) || from }); dotted = [] }
    for (let index = at + 1; index < kids.length; index++) {
      const kid = kids[index]
      if (kid.name === "as") { push(kids[index + 1] ? cut(kids[index + 1]) : undefined); index++ }
      else if (kid.name === "VariableName") dotted.push(cut(kid))
      else if (kid.name === ",") push()
    }
    push()
    return names
  }

  const body = block(tree.topNode)
  tree.iterate({ enter: node => { if (node.type.isError && !isPython(node.node)) broken.push(node.from) } })
  return { body, broken: [...new Set(broken)].sort((a, b) => a - b) }
}
