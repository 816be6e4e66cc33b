// The parse tree of @lezer/python as plain objects: expressions and statements, each with its place {from, to}.

const SKIP = new Set(["(", ")", "[", "]", "{", "}", ",", ":", ".", "=", "AssignOp", "Comment", "@", "At", ";"])

const children = node => {
  const found = []
  for (let child = node.firstChild; child; child = child.nextSibling) if (child.name !== "Comment") found.push(child)
  return found
}

// What is Python all the same: `1.`, and a bare `yield`.
const isPython = error => error.parent.name.startsWith("Yield") || error.parent.name === "MemberExpression" && error.parent.firstChild.name === "Number"

/** Return {body: [statement], broken: [from]} of a tree of `text`; `broken` holds the places that are not Python. */
export function read(tree, text) {
  const broken = []
  const cut = node => text.slice(node.from, node.to)
  const make = (node, t, rest) => ({ t, from: node.from, to: node.to, ...rest })
  const parts = node => children(node).filter(child => !SKIP.has(child.name) && !child.type.isError).map(expression)

  function expression(node) {
    const kids = children(node)
    switch (node.name) {
      case "VariableName": return make(node, "name", { id: cut(node) })
      case "Number": return make(node, "number", { value: Number(cut(node).replaceAll("_", "")) })
      case "Boolean": return make(node, "constant", { value: cut(node) === "True" })
      case "None": return make(node, "constant", { value: null })
      case "String": return make(node, "string", { value: cut(node).replace(/^[a-zA-Z]*("""|'''|"|')|("""|'''|"|')$/g, "") })
      case "FormatString": return make(node, "format", { parts: kids.filter(kid => kid.name === "FormatReplacement").flatMap(parts) })
      case "ParenthesizedExpression": return { ...(parts(node)[0] ?? make(node, "other", { parts: [] })), outer: { from: node.from, to: node.to } }
      case "TupleExpression": return make(node, "tuple", { items: parts(node) })
      case "ArrayExpression": case "SetExpression": return make(node, "list", { items: starred(kids) })
      case "DictionaryExpression": return make(node, "dict", { parts: parts(node) })
      case "CallExpression": return call(node, expression(node.firstChild), node.getChild("ArgList"))
      case "MemberExpression": return member(node, kids)
      case "UnaryExpression": return make(node, "unary", { op: cut(kids[0]), value: expression(kids.at(-1)) })
      case "BinaryExpression": {
        const op = kids.slice(1, -1).map(cut).join(" ")
        return make(node, "binary", { op, left: expression(kids[0]), right: expression(kids.at(-1)) })
      }
      case "ConditionalExpression": return make(node, "choice", { yes: expression(kids[0]), test: expression(kids[2] ?? kids[0]), no: expression(kids.at(-1)) })
      case "NamedExpression": return make(node, "walrus", { target: expression(kids[0]), value: expression(kids.at(-1)) })
      case "AwaitExpression": return expression(kids.at(-1))
      case "LambdaExpression": return make(node, "lambda", { params: parameters(node.getChild("ParamList")), value: expression(kids.at(-1)) })
      case "ComprehensionExpression": case "ArrayComprehensionExpression": case "SetComprehensionExpression": case "DictionaryComprehensionExpression":
        return comprehension(node, kids)
      default: return make(node, "other", { parts: parts(node) })
    }
  }

  function starred(kids) {
    const items = []
    for (const [index, kid] of kids.entries()) {
      if (SKIP.has(kid.name) || kid.type.isError || kid.name === "*") continue
      items.push(kids[index - 1]?.name === "*" ? make(kid, "star", { value: expression(kid) }) : expression(kid))
    }
    return items
  }

  function comprehension(node, kids) {
    const start = kids.findIndex(kid => kid.name === "for")
    const fors = []
    for (let index = Math.max(start, 0); index < kids.length; index++) {
      if (kids[index].name !== "for") continue
      const middle = kids.findIndex((kid, at) => at > index && kid.name === "in")
      if (middle < 0) break
      fors.push({ targets: kids.slice(index + 1, middle).filter(kid => !SKIP.has(kid.name)).map(expression), iter: expression(kids[middle + 1]) })
    }
    const values = kids.slice(0, Math.max(start, 0)).filter(kid => !SKIP.has(kid.name)).map(expression)
    return make(node, "comprehension", { values, fors, lazy: ["ComprehensionExpression", "ArgList"].includes(node.name) })
  }

  function member(node, kids) {
    const object = expression(kids[0]), name = node.getChild("PropertyName")
    if (!name && kids[0].name === "Number") return object // `1.`: Lezer wants a digit after the point
    if (name) return make(node, "attribute", { object, name: cut(name), at: { from: name.from, to: name.to } })
    return make(node, "subscript", { object, index: kids.slice(1).filter(kid => !SKIP.has(kid.name) && !kid.type.isError).map(expression) })
  }

  function call(node, callee, list) {
    const args = [], named = []
    let spread = false
    const kids = list ? children(list) : []
    for (let index = 0; index < kids.length; index++) {
      const kid = kids[index], next = kids[index + 1]
      if (kid.name === "*" || kid.name === "**") spread = true
      if (kid.name === "for") { // f(x for x in y): the argument is a comprehension
        args.length = 0
        args.push(comprehension(list, kids))
        break
      }
      if (SKIP.has(kid.name) || kid.type.isError || kid.name === "*" || kid.name === "**") continue
      if (kid.name === "VariableName" && next?.name === "AssignOp") {
        const value = kids[index + 2] && !SKIP.has(kids[index + 2].name) ? expression(kids[index + 2]) : make(kid, "other", { parts: [] })
        named.push({ name: cut(kid), at: { from: kid.from, to: kid.to }, value, from: kid.from, to: value.to })
        index += 2
      } else args.push(["*", "**"].includes(kids[index - 1]?.name) ? make(kid, "star", { value: expression(kid), op: kids[index - 1].name }) : expression(kid))
    }
    return make(node, "call", { callee, args, named, spread, list: list ? { from: list.from, to: list.to } : null })
  }

  function parameters(list) {
    const found = []
    const kids = list ? children(list) : []
    for (const [index, kid] of kids.entries()) {
      if (kid.name !== "VariableName" || ["=", "AssignOp"].includes(kids[index - 1]?.name)) continue
      let equals = index + 1
      if (kids[equals]?.name === "TypeDef") equals++
      const value = kids[equals]?.name === "AssignOp" && kids[equals + 1] ? expression(kids[equals + 1]) : null
      found.push({ name: cut(kid), value, star: ["*", "**"].includes(kids[index - 1]?.name) })
    }
    return found
  }

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
