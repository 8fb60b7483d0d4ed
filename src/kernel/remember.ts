/**
 * Remembers what was read of short texts that repeat (10, 100%, ≥90%, 12月底前). A text has one slot, found by its own
 * characters; another text takes the slot over. So nothing grows, nothing is ever cleared, and a text that is met for the
 * first time costs a few additions: a Map would have to hash, to grow and to be walked through by the garbage collector.
 */
const SLOTS = 4096
const LONGEST = 24

const slotOf = (text: string): number => {
  let hash = text.length
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0
  return (hash ^ (hash >>> 12)) & (SLOTS - 1)
}

/** `read`, which must be pure and give something immutable, asked once for a text that is met again soon. */
export const remembering = <T>(read: (text: string) => T): ((text: string) => T) => {
  const texts: (string | undefined)[] = new Array(SLOTS).fill(undefined)
  const answers: (T | undefined)[] = new Array(SLOTS).fill(undefined)
  return (text) => {
    if (text.length > LONGEST) return read(text)
    const slot = slotOf(text)
    if (texts[slot] === text) return answers[slot] as T
    const answer = read(text)
    texts[slot] = text
    answers[slot] = answer
    return answer
  }
}
