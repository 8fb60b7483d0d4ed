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
    for (let k = 0; k < SEEDS.length; k++) {
      let hash = Math.imul(run ^ (run >>> 15), SEEDS[k]!)
      hash = (hash ^ (hash >>> 13)) >>> 0
      if (hash < least[k]!) least[k] = hash
    }
  }
  return Array.from(
    { length: BANDS },
    (_, b) => (Math.imul(least[2 * b]!, 31) ^ least[2 * b + 1]! ^ Math.imul(b + 1, 0x7f4a7c15)) >>> 0,
  )
}
