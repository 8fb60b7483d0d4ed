/** How texts end: words looked for by their last character, longest first, without a pattern that tries every place. */

/** Length of the longest of the words that the text ends in, 0 when it ends in none. */
export type Ending = (text: string) => number

export const endingIn = (words: readonly string[]): Ending => {
  const byLast = new Map<number, string[]>()
  for (const word of [...words].sort((a, b) => b.length - a.length)) {
    const last = word.charCodeAt(word.length - 1)
    const list = byLast.get(last)
    if (list) list.push(word)
    else byLast.set(last, [word])
  }
  return (text) => {
    const list = byLast.get(text.charCodeAt(text.length - 1))
    if (list) for (const word of list) if (text.endsWith(word)) return word.length
    return 0
  }
}

/** Code units of some characters, for a look at one place of a text that makes no string. */
export const codesOf = (characters: string): ReadonlySet<number> =>
  new Set(Array.from(characters, (character) => character.charCodeAt(0)))
