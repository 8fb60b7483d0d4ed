/** Finds plain words in a text without an expression: one look at each character, a closer one only where a word may begin. */
import { wordList } from '../../law/wordlists.ts'

/** Small enough to stay in the nearest cache; characters that share an entry with a first character get the closer look. */
const ENTRIES = 512

const startsAny = (text: string, at: number, words: readonly string[]): boolean => {
  for (const word of words) if (text.startsWith(word, at)) return true
  return false
}

/** Does a text hold any word of the list? */
export const wordFinder = (listName: string): ((text: string) => boolean) => {
  const words = wordList(listName)
  const begins = new Uint8Array(ENTRIES)
  for (const word of words) begins[word.charCodeAt(0) % ENTRIES] = 1
  return (text) => {
    for (let at = 0; at < text.length; at++)
      if (begins[text.charCodeAt(at) % ENTRIES] === 1 && startsAny(text, at, words)) return true
    return false
  }
}
