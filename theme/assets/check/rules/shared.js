// Questions that several rules ask.

import { overlaps } from "../flow.js"

/** Can the parameters that an event names belong to this optimizer? */
export function touchesOptimizer(event, opt) {
  if (event.key?.startsWith(`${opt.name}.param_groups`)) return true
  if (!event.models?.length || !opt.of?.size) return true
  return event.models.some(name => name === "*" || [...opt.of].some(one => overlaps(name, one)))
}

/** Does an event stand under an `if i % k` of its own loop? */
export const inWindow = event => Boolean(event.window) && event.conds.some(cond => cond.from === event.window.from && cond.depth >= event.loops.length)

/** Can two events be met on one way: are they not in different branches of one `if`? */
export const together = (a, b) => !a.conds.some(cond => b.conds.some(other => other.from === cond.from && other.index !== cond.index))

/** Every node of the tree of an expression or a list of statements, with the node above it. */
export function* nodes(one, above = null) {
  if (Array.isArray(one)) for (const item of one) yield* nodes(item, above)
  else if (one && typeof one === "object" && one.t) {
    yield [one, above]
    for (const [key, inner] of Object.entries(one)) if (key !== "at" && key !== "outer") yield* nodes(inner, one)
  } else if (one && typeof one === "object") for (const inner of Object.values(one)) if (inner && typeof inner === "object") yield* nodes(inner, above)
}
