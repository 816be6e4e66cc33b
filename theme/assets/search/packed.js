// Words and the places where they stand, out of the texts that fieldguide/search/packed.py writes.

const FIRST = 35, LAST = 110, BACKSLASH = 92, DIGITS = LAST - FIRST, HIGHER = 16 // codes of digits; how many end a number, and go before
const EACH = 3 // levels of two bits are one number
const value = code => code - FIRST - (code > BACKSLASH ? 1 : 0)

function numbers(text) {
  const found = new Uint32Array(text.length)
  let size = 0
  for (let n = 0, high = 0; n < text.length; n++) {
    const digit = value(text.charCodeAt(n))
    if (digit >= DIGITS) high = high * HIGHER + digit - DIGITS + 1
    else {
      found[size++] = high * DIGITS + digit
      high = 0
    }
  }
  return found
}

/** Return word → its places: each the number of a section, times four, plus the level. */
export function unpacked(data) {
  const counts = numbers(data.counts), places = numbers(data.places), levels = numbers(data.levels), found = new Map()
  let count = 0, first = 0, at = 0
  data.words.split(" ").forEach((word, n) => {
    if (counts[n]) first = 0
    count += counts[n]
    const list = []
    for (let before = first; list.length < count; at++) {
      const section = before + places[at]
      list.push(section * 4 + ((levels[Math.floor(at / EACH)] >> (2 * (at % EACH))) & 3))
      before = section + 1
    }
    first = list[0] >> 2
    found.set(word, list)
  })
  return found
}
