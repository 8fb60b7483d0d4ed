/**
 * Signatures of texts for finding near copies in linear time: the smallest hashes of all runs of three characters, two of
 * them to a band. Two texts that share nine tenths of their runs share a band with a chance above 99.8 %.
 */
const BANDS = 4
const SEEDS = [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d, 0x27d4eb2f, 0x165667b1, 0xd3a2646d, 0xfd7046c5, 0xb55a4f09] as const

/** Four band keys of the text; equal keys mean "compare these two". Empty for texts below three characters. */
export const signature = (text: string): readonly number[] => {
  if (text.length < 3) return []
  const least = new Uint32Array(SEEDS.length).fill(0xffffffff)
  for (let i = 0; i + 2 < text.length; i++) {
    const run =
      (Math.imul(text.charCodeAt(i), 0x01000193) ^
        Math.imul(text.charCodeAt(i + 1), 0x0101b) ^
        text.charCodeAt(i + 2)) >>>
      0
    const mixed = run ^ (run >>> 15)
    for (let k = 0; k < SEEDS.length; k++) {
      let hash = Math.imul(mixed, SEEDS[k]!)
      hash = (hash ^ (hash >>> 13)) >>> 0
      if (hash < least[k]!) least[k] = hash
    }
  }
  const bands: number[] = []
  for (let b = 0; b < BANDS; b++)
    bands.push((Math.imul(least[2 * b]!, 31) ^ least[2 * b + 1]! ^ Math.imul(b + 1, 0x7f4a7c15)) >>> 0)
  return bands
}

const codeAt = (text: string, at: number): number => text.charCodeAt(at) | 0

/**
 * The distinct runs of three characters of a text in a small hash table: places in the text, plus one. Runs are compared
 * character by character, so the table decides nothing but where to look.
 */
export class Runs {
  readonly text: string
  /** Where each distinct run stands first. */
  readonly #first: number[] = []
  readonly #slots: Uint32Array
  readonly #mask: number

  constructor(text: string) {
    this.text = text
    const count = text === '' ? 0 : Math.max(1, text.length - 2)
    let size = 4
    while (size < 2 * count) size *= 2
    this.#slots = new Uint32Array(size)
    this.#mask = size - 1
    for (let at = 0; at < count; at++) {
      const slot = this.#slotOf(text, at)
      if (this.#slots[slot] !== 0) continue
      this.#slots[slot] = at + 1
      this.#first.push(at)
    }
  }

  get size(): number {
    return this.#first.length
  }

  /** The slot of the run at `at` of any text: its own, or the empty one where it would stand. */
  #slotOf(text: string, at: number): number {
    const [a, b, c] = [codeAt(text, at), codeAt(text, at + 1), codeAt(text, at + 2)]
    const hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca77) ^ Math.imul(c, 0xc2b2ae3d)
    let slot = (hash ^ (hash >>> 15)) & this.#mask
    for (let place = this.#slots[slot]!; place !== 0; place = this.#slots[slot]!) {
      const own = place - 1
      if (codeAt(this.text, own) === a && codeAt(this.text, own + 1) === b && codeAt(this.text, own + 2) === c) break
      slot = (slot + 1) & this.#mask
    }
    return slot
  }

  /** Do two texts share at least `share` of all their runs (Jaccard)? Stops as soon as it cannot become so any more. */
  isAlike(other: Runs, share: number): boolean {
    const all = this.size + other.size
    const reaches = (shared: number): boolean => all > 0 && shared / (all - shared) >= share
    let possible = this.size
    // The shared runs are never more than the shorter has: lengths alone decide most pairs.
    if (!reaches(Math.min(possible, other.size))) return false
    for (const at of this.#first) {
      if (other.#slots[other.#slotOf(this.text, at)] !== 0) continue
      possible -= 1
      if (!reaches(possible)) return false
    }
    return true
  }
}
