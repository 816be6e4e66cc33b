// The part of a section's text that has most of the words asked for.

import { isHan, words } from "./words.js"

const LENGTH = 170, HAN_LENGTH = 80 // characters

/** Return the excerpt as a list of [text, is it asked for]; `asked` has names, each a list of sets of folded words. */
export function excerpt(text, asked) {
  const length = isHan(text.match(/\p{L}(?=\p{L})/u)?.[0] ?? "") ? HAN_LENGTH : LENGTH
  const all = words(text)
  const isNext = n => !/[.。।]/.test(text.slice(all[n - 1].end, all[n].start)) // a sentence ends a name
  const hits = all.flatMap((_, n) => asked.filter(name => name.every((forms, m) => forms.has(all[n + m]?.word) && (!m || isNext(n + m)))).flatMap(name => all.slice(n, n + name.length)))
  const inside = from => hits.filter(({ start, end }) => start >= from && end <= from + length)
  const most = hits.map(({ start }) => ({ start, number: new Set(inside(start).map(({ word }) => word)).size })).sort((a, b) => b.number - a.number || a.start - b.start)[0]
  let from = Math.max(0, (most?.start ?? 0) - 30)
  while (from > 0 && /[^\s，。；：！？、]/.test(text[from - 1]) && from > (most?.start ?? 0) - 45) from--
  let to = Math.min(text.length, from + length)
  while (to < text.length && /[\p{L}\p{M}\p{N}_]/u.test(text[to]) && !/[\u3400-\u9fff]/.test(text[to])) to++
  const parts = [[from ? "… " : "", false]]
  let at = from
  for (const { start, end } of hits) {
    if (end <= at || start < from || end > to) continue
    parts.push([text.slice(at, Math.max(at, start)), false], [text.slice(Math.max(at, start), end), true])
    at = end
  }
  return [...parts, [text.slice(at, to) + (to < text.length ? " …" : ""), false]].filter(([part]) => part)
}
