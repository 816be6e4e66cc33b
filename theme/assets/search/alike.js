// How alike two words are, from 0 to 1: other endings, parts of identifiers, one letter wrong.

const ENDING = 6 // letters that a word may have after what it shares with another
const SHORT = 5 // letters of a word in which another letter makes another word

/** Return a name without its underscores. */
export const squeeze = word => (word.includes("_") ? word.replaceAll("_", "") : word)

const once = word => word.replace(/(.)\1+/g, "$1")

// flask is not flash; of Hindi vowel signs, the end of a word may have another
function another(a, b) {
  if (a.length !== b.length || a.length > SHORT) return false
  const differ = [...a].filter((letter, n) => letter !== b[n])
  return differ.length === 1 && /\p{L}/u.test(differ[0])
}

/** Return how alike two words are by their form: the same, another ending, a part of an identifier. */
export function alike(word, known) {
  if (word === known) return 1
  if (word[0] !== known[0] && !known.includes("_")) return 0 // nearly all
  const a = squeeze(word), b = squeeze(known)
  if (a === b) return 0.97
  if (known.includes("_") && `_${known}_`.includes(`_${word}_`)) return 0.5 + 0.3 * (a.length / b.length)
  let same = 0
  while (same < a.length && a[same] === b[same]) same++
  const shortest = Math.min(a.length, b.length), longest = Math.max(a.length, b.length)
  if (same < 3 || longest - same > (same < 4 && a < "~" ? 2 : ENDING) || shortest - same > 3) return 0 // docker has nothing of doc
  const share = same / longest
  if (same === shortest) return share < 0.34 ? 0 : 0.45 + 0.5 * share // only an ending more, or less
  return share < 0.62 || same < 4 || another(a, b) ? 0 : 0.85 * share
}

/** Say whether one letter more, less, another or two exchanged make one word of the other. */
export function oneOff(a, b) {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false
  let from = 0
  while (from < a.length && a[from] === b[from]) from++
  let ends = 0
  while (ends < Math.min(a.length, b.length) - from && a.at(-1 - ends) === b.at(-1 - ends)) ends++
  const [left, right] = [a.slice(from, a.length - ends), b.slice(from, b.length - ends)]
  return (left.length < 2 && right.length < 2) || (left.length === 2 && left[0] === right[1] && left[1] === right[0])
}

/** Return how alike two words are if one was mistyped: 0, or less than what `alike` says of the right word. */
export function mistyped(word, known) {
  if (word.length < 4 || known.length < 4) return 0
  const a = squeeze(word), b = squeeze(known)
  if (a[0] === b[0] && Math.abs(a.length - b.length) < 3 && once(a) === once(b)) return 0.9 // autograadd
  if (oneOff(a, b)) return another(a, b) ? 0 : 0.75
  for (const length of [a.length - 1, a.length, a.length + 1]) if (a.length > 4 && length < b.length && length > b.length - ENDING && oneOff(a, b.slice(0, length))) return 0.55
  return 0
}
