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
  const bands: number[] = []
  for (let b = 0; b < BANDS; b++)
    bands.push((Math.imul(least[2 * b]!, 31) ^ least[2 * b + 1]! ^ Math.imul(b + 1, 0x7f4a7c15)) >>> 0)
  return bands
}

/**
 * The distinct runs of three characters of a text, sorted, so that two texts are compared by one walk over both. Sixteen
 * bits a character: three of them fit a double exactly.
 */
export const sortedRuns = (text: string): Float64Array => {
  const count = text === '' ? 0 : Math.max(1, text.length - 2)
  const runs = new Float64Array(count)
  for (let i = 0; i < count; i++) {
    const [a, b, c] = [text.charCodeAt(i), text.charCodeAt(i + 1) || 0, text.charCodeAt(i + 2) || 0]
    runs[i] = a * 0x1_0000_0000 + b * 0x1_0000 + c
  }
  runs.sort()
  let kept = 0
  for (let i = 0; i < count; i++) if (i === 0 || runs[i] !== runs[i - 1]) runs[kept++] = runs[i]!
  return runs.subarray(0, kept)
}

/** Do two texts share at least `share` of all their runs (Jaccard)? Stops as soon as it cannot become so any more. */
export const shareRuns = (a: Float64Array, b: Float64Array, share: number): boolean => {
  const most = Math.min(a.length, b.length)
  // Lengths alone decide most pairs: the shared runs are never more than the shorter has.
  if (most === 0 || most / Math.max(a.length, b.length) < share) return false
  let [i, j, shared] = [0, 0, 0]
  while (i < a.length && j < b.length) {
    const difference = a[i]! - b[j]!
    if (difference === 0) shared += 1
    if (difference <= 0) i += 1
    if (difference >= 0) j += 1
  }
  return shared / (a.length + b.length - shared) >= share
}
