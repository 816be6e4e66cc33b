// Questions that several rules ask.

import { overlaps } from "../flow.js"

/** Can the parameters that an event names belong to this optimizer? */
export function touchesOptimizer(event, opt) {
  if (event.key?.startsWith(`${opt.name}.param_groups`)) return true
  if (!event.models?.length || !opt.of?.size) return true
  return event.models.some(name => name === "*" || [...opt.of].some(one => overlaps(name, one)))
}

/** Can two events be met on one way: are they not in different branches of one `if`? */
export const together = (a, b) => !a.conds.some(cond => b.conds.some(other => other.from === cond.from && other.index !== cond.index))
