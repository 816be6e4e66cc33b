// Which lines two texts share. Pure.

const LONGEST = 400 // lines of a text that are compared one by one

/** Return [mark, line] for every line: " " in both, "+" only in `run`, "-" only in `recorded`. */
export function difference(recorded, run) {
  const [a, b] = [recorded, run].map(text => (text ? text.replace(/\n$/, "").split("\n") : []))
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const same = lines => lines.map(line => [" ", line])
  return [...same(a.slice(0, start)), ...middle(a.slice(start, a.length - end), b.slice(start, b.length - end)), ...same(end ? a.slice(-end) : [])]
}

// The longest common subsequence, by the usual table.
function middle(a, b) {
  if (a.length > LONGEST || b.length > LONGEST) return [...a.map(line => ["-", line]), ...b.map(line => ["+", line])]
  const length = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      length[i][j] = a[i] === b[j] ? length[i + 1][j + 1] + 1 : Math.max(length[i + 1][j], length[i][j + 1])
    }
  }
  const lines = []
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    if (i < a.length && j < b.length && a[i] === b[j]) lines.push([" ", a[i++], j++])
    else if (i < a.length && (j === b.length || length[i + 1][j] >= length[i][j + 1])) lines.push(["-", a[i++]])
    else lines.push(["+", b[j++]])
  }
  return lines
}
