// The expressions of the parse tree of @lezer/python as plain objects, each with its place {from, to}.

export const SKIP = new Set(["(", ")", "[", "]", "{", "}", ",", ":", ".", "=", "AssignOp", "Comment", "@", "At", ";"])

export const children = node => {
  const found = []
  for (let child = node.firstChild; child; child = child.nextSibling) if (child.name !== "Comment") found.push(child)
  return found
}

/** Return what makes expressions of nodes of a tree of `text`, and the small functions that statements share. */
export function expressions(text) {
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

  return { call, cut, expression, make, parameters, parts, starred }
}

/** How often each name is called in statements or expressions, by any road. */
export function counts(body) {
  const found = new Map()
  const walk = one => {
    if (!one || typeof one !== "object") return
    if (Array.isArray(one)) return one.forEach(walk)
    const name = one.t === "call" && (one.callee.name ?? one.callee.id)
    if (name) found.set(name, (found.get(name) ?? 0) + 1)
    for (const [key, inner] of Object.entries(one)) if (key !== "at") walk(inner)
  }
  walk(body)
  return found
}
