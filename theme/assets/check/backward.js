// backward(): which graphs it goes through, which of them an earlier one has freed, and in which iteration that was.

import { UNKNOWN } from "./values.js"

export function backward(reader, call, of, rest = {}) {
  const { node, named } = call
  const keeps = named.some(one => ["retain_graph", "create_graph", "retain_variables"].includes(one.name) && one.value.flag !== false) || call.args[call.object === of ? 1 : 2]?.flag
  const place = reader.here.loops.at(-1)
  // The result of an unknown function: the same value twice is the same graph twice.
  if (of?.kind === "unknown" && of.call && !of.roots || of?.kind === "tensor" && !of.roots.size && of.graph !== false && !of.plain && !of.leaf && !of.either && of.node) of.roots = new Map([[{ node: of.call ?? of.node, loops: of.loops ?? [], freed: [], vague: true }, true]])
  for (const [root, sure] of of?.roots ?? []) {
    const freed = sure && root.freed.find(one => prefix(one.conds, reader.here.conds))
    if (freed) {
      const same = freed.loops.every((loop, index) => loop === reader.here.loops[index]) && freed.loops.length === reader.here.loops.length
      const born = root.loops.at(-1), carried = born && place && root.loops.some(loop => reader.here.loops.some(now => now.node === loop.node && now !== loop && now.pass !== loop.pass))
      const how = same && sure === true ? "twice" : carried ? "carried" : !same && root.loops.length < reader.here.loops.length && sure === true ? "outside" : null
      if (how) reader.event("again", node, { how, root, value: of, first: freed.node })
    }
    if (!keeps && sure) root.freed.push({ conds: reader.here.conds, loops: reader.here.loops, node })
  }
  if (of?.kind === "tensor") { of.backed = true; for (const one of [of, ...(of.either ?? []), of.whole].filter(Boolean)) one.backed = true }
  reader.event("backward", node, { value: of, scaled: of?.scaled, keeps, ...rest, key: call.object ? reader.key(call.callee.object) : "" })
  return UNKNOWN
}

/** Is every branch of `before` also one of `now`: was what stands there surely met before? */
export const prefix = (before, now) => before.every((cond, index) => now[index] && now[index].from === cond.from && now[index].index === cond.index)
