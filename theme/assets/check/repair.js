// Repairs: edits of a text, and what they change, line by line.

/** Return the text with the edits [{from, to, insert}] made. */
export function repaired(text, edits) {
  const parts = []
  let at = 0
  for (const { from, to, insert } of [...edits].sort((a, b) => a.from - b.from || a.to - b.to)) {
    parts.push(text.slice(at, from), insert)
    at = to
  }
  return parts.join("") + text.slice(at)
}

/** Return the changed lines with up to two lines around them: [{kind: "same" | "old" | "new", text}]. */
export function difference(before, after, around = 2) {
  const a = before.split("\n"), b = after.split("\n")
  let start = 0, end = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const old = a.slice(start, a.length - end), now = b.slice(start, b.length - end)
  const same = lines => lines.map(text => ({ kind: "same", text }))
  return [...same(a.slice(Math.max(0, start - around), start)), ...middle(old, now), ...same(a.slice(a.length - end, a.length - end + around))]
}

// The longest common lines stay; the others are old or new.
function middle(a, b) {
  const long = Array.from({ length: a.length + 1 }, () => new Array(b.length + 1).fill(0))
  for (let i = a.length - 1; i >= 0; i--) for (let j = b.length - 1; j >= 0; j--) long[i][j] = a[i] === b[j] ? long[i + 1][j + 1] + 1 : Math.max(long[i + 1][j], long[i][j + 1])
  const found = []
  let i = 0, j = 0
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) found.push({ kind: "same", text: a[i++] }, ), j++
    else if (i < a.length && (j === b.length || long[i + 1][j] >= long[i][j + 1])) found.push({ kind: "old", text: a[i++] })
    else found.push({ kind: "new", text: b[j++] })
  }
  return found
}
