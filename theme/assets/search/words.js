// Words as search compares them; the same as fieldguide/search/words.py, with the places where they stand.

const ASCII = /^[\0-\x7f]*$/
const TOKEN = /[\u3400-\u9fff]+|(?:(?![\u3400-\u9fff])[\p{L}\p{M}\p{N}_\u200b-\u200d])+/gu
const JOINERS = /[\u200b-\u200d\u2060\ufeff\u00ad]/g
const CAMEL = /(?<=[a-z0-9]{2})(?=[A-Z][a-zA-Z])|(?<=[A-Z])(?=[A-Z][a-z]{2})/g
// Devanagari: without nuqta; a half nasal, and a moon dot, are an anusvara; foreign o and e as the plain vowels; e or ya after i is one.
const DEVANAGARI = [["\u093c", ""], [/[ङञणनम]\u094d(?=[क-ह])|ँ/g, "ं"], ["ॉ", "ो"], ["ॅ", "े"], [/ि(?:ये|ए)/g, "िय"]]

/** Say whether a text begins with a Chinese character. */
export const isHan = text => text >= "\u3400" && text < "\ua000"

/** Return the text in small letters without accents, dotless i as i, Hindi in one spelling. */
export function fold(text) {
  if (ASCII.test(text)) return text.toLowerCase()
  const plain = text.normalize("NFKD").toLowerCase().replace(/[\u0300-\u036f]/g, "").replaceAll("ı", "i")
  return DEVANAGARI.reduce((folded, [pattern, letter]) => folded.replaceAll(pattern, letter), plain)
}

const names = new Map() // what was folded, empty if it has no letter: titles and excerpts have most words in common

function name(token) {
  if (!names.has(token)) {
    const folded = fold(token.replace(JOINERS, "").replace(/^_+|_+$/g, "").replace(CAMEL, "_"))
    names.set(token, /\p{L}/u.test(folded) ? folded : "")
  }
  return names.get(token)
}

/** Return [{word, start, end}]: identifiers with their underscores, Chinese in pairs of characters; no numbers, no single letters. */
export function words(text) {
  const found = []
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (isHan(token)) {
      for (let at = 0; at < Math.max(1, token.length - 1); at++) found.push({ word: token.slice(at, at + 2), start: index + at, end: index + Math.min(at + 2, token.length) })
    } else {
      const word = name(token)
      if (word.length > 1) found.push({ word, start: index, end: index + token.length, isName: token.includes("_") })
    }
  }
  return found
}

// Devanagari from अ to ौ, which Hindi readers may type in Latin letters, and what both are without what they type in several ways: a, h, doubled vowels, w and v.
const LATIN = "aaiiuurleeeioooukkggnccjjnttddnttddnnppbbmyrrlllvsssh" + "aaaaaiiuurreeeiooou"
const SOUNDS = [[/[अ-ौ]/g, letter => `${LATIN[letter.charCodeAt(0) - 0x905]}a`], [/ं/g, "n"], [/(?<=[bcdgjkpsth])h|्/g, ""], [/ee/g, "i"], [/oo/g, "u"], [/w/g, "v"], [/f/g, "p"], [/z/g, "j"], [/m(?=[bcdgjkpstv])/g, "n"], [/a/g, ""], [/(.)\1+/g, "$1"]]

/** Return how a folded Hindi word sounds, in either script: the same for प्रवणता, pravanta and prawanata. */
export const sound = word => SOUNDS.reduce((said, [pattern, letter]) => said.replace(pattern, letter), word)

/** Return what a reader typed, in plain forms: full-width letters as others, traditional characters (a pair of texts) as simplified ones. */
export function typed(text, [traditional = "", simplified = ""]) {
  const plain = text.normalize("NFKC").replace(JOINERS, "")
  return plain.replace(/[\u3400-\u9fff]/g, character => simplified[traditional.indexOf(character)] ?? character)
}
