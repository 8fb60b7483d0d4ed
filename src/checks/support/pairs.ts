/**
 * Pairs of neighbouring characters, as bits of their hashes: a cheap "certainly not" before a name is looked for in a text.
 */
const [LEAST, MOST] = [10, 18]

export class Pairs {
  readonly #bits: Uint8Array
  readonly #shift: number

  /** For about `count` pairs; with fewer than a quarter of the places taken, nearly every strange pair is turned away. */
  constructor(count: number) {
    const size = Math.min(MOST, Math.max(LEAST, Math.ceil(Math.log2(count + 1)) + 2))
    this.#bits = new Uint8Array(1 << size)
    this.#shift = 32 - size
  }

  /** All pairs of a text. */
  static of(text: string): Pairs {
    const pairs = new Pairs(text.length)
    for (let at = 0; at + 1 < text.length; at++) pairs.add(text, at)
    return pairs
  }

  add(text: string, at: number): void {
    this.#bits[this.#slot(text, at)] = 1
  }

  /** May the pair at `at` be among them? */
  has(text: string, at: number): boolean {
    return this.#bits[this.#slot(text, at)] === 1
  }

  /** May `length` characters from `at` stand in the text? Not when the text given ends before. */
  mayHold(text: string, at: number, length: number): boolean {
    if (at + length > text.length) return false
    for (let i = at; i + 1 < at + length; i++) if (!this.has(text, i)) return false
    return true
  }

  #slot(text: string, at: number): number {
    const hash = Math.imul(text.charCodeAt(at), 0x9e3779b1) ^ Math.imul(text.charCodeAt(at + 1), 0x85ebca77)
    return hash >>> this.#shift
  }
}
