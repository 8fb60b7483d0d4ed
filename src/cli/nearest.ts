/** Did you mean …? */

/** Number of slips between two words: a letter left out, added or changed, or two neighbours swapped. */
export const editDistance = (a: string, b: string): number => {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const swapped = isSwap ? before[j - 2]! + 1 : Number.POSITIVE_INFINITY
      next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + same, swapped))
    }
    before = row
    row = next
  }
  return row[b.length]!
}

/** The known word nearest to `word`, when it is near enough to be a slip of the fingers. */
export const nearest = (word: string, known: readonly string[]): string | undefined => {
  const typed = word.toLowerCase()
  const ranked = known
    .map((candidate) => ({ candidate, distance: editDistance(typed, candidate.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)
  const best = ranked[0]
  const starts = known.find((candidate) => typed.length >= 2 && candidate.toLowerCase().startsWith(typed))
  if (best && best.distance <= Math.max(1, Math.floor(word.length / 3))) return best.candidate
  return starts
}
