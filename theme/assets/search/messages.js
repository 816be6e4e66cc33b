// Error messages: what a reader pasted, without what stands around a message, against the messages that the guide explains.

const START = new RegExp(`(?<![A-Za-z])((?:[a-z_]\\w*\\.)*(?:[A-Z]\\w*)?(?:Error|Exception|Warning)): `, "g")
const AROUND = /(?:During handling of the above exception|The above exception was the direct cause|Traceback \(most recent call last\)|\s*warnings\.warn\(|\[rank\d+\]:).*/s
const SAME = 0.8 // of the words' weight, on both sides

/** Return the messages in a text, the last one first: of a traceback, of a log, or nothing if it is none. */
export function messagesIn(text) {
  const starts = [...text.matchAll(START)]
  if (!starts.length) return /Traceback \(most recent call last\)/.test(text) ? [text.trim().split("\n").at(-1).trim()] : []
  const cut = starts.map((start, n) => text.slice(start.index, starts[n + 1]?.index).replace(AROUND, "").replace(/\s+/g, " ").trim())
  return cut.reverse()
}

/** Return the entries that explain the text, best first: only those of that message, but for its numbers; of several messages, of the last that has one. */
export function explained(text, errors) {
  const candidates = (messagesIn(text).length ? messagesIn(text) : [text]).map(parts).filter(asked => new Set(asked).size > 3)
  if (!candidates.length) return []
  const list = errors.map(entry => ({ entry, words: parts(entry[0]) }))
  const count = new Map()
  for (const { words } of list) for (const word of new Set(words)) count.set(word, (count.get(word) ?? 0) + 1)
  const weight = word => (word === "#" ? 0 : Math.log(1 + list.length / (count.get(word) ?? 0.5)))
  for (const asked of candidates) {
    const scored = list.map(({ entry, words }) => ({ entry, score: likeness(asked, words, weight) })).sort((a, b) => b.score - a.score)
    const best = scored.filter(({ score }) => score >= SAME && score > scored[0].score - 0.02)
    if (best.length) return best.map(({ entry }) => entry)
  }
  return []
}

// The words of a message without its kind, and without its hint, which has two forms; numbers, and names that PyTorch numbers, are all alike.
function parts(message) {
  const plain = message.replace(/^(?:\w+\.)*\w*(?:Error|Exception|Warning): /, "").replace(/(?<=\. )Hint: .*/s, "").replace(/\w*Backward\w*/g, "Backward")
  return plain.toLowerCase().replace(/\d+(?:\.\d+)?/g, "#").match(/[\p{L}\p{M}_#]+/gu) ?? []
}

function likeness(asked, words, weight) {
  const [a, b] = [` ${asked.join(" ")} `, ` ${words.join(" ")} `]
  if (b.includes(a) || (words.length > 3 && a.includes(b))) return 0.9 + 0.1 * (Math.min(a.length, b.length) / Math.max(a.length, b.length))
  const sum = list => [...new Set(list)].reduce((total, word) => total + weight(word), 0)
  const both = sum(asked.filter(word => words.includes(word)))
  return Math.min(both / sum(asked), both / sum(words))
}
