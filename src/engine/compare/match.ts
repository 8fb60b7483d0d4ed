/** Which record, row or paragraph of the new document is which of the old one. */

export interface Matched<T> {
  readonly pairs: readonly (readonly [T, T])[]
  readonly gone: readonly T[]
  readonly added: readonly T[]
}

/** Of more leftovers than this no likeness is sought: it costs their product. */
const MOST_LEFT = 80

interface Likeness<T> {
  /** 0 … 1. */
  readonly of: (before: T, after: T) => number
  /** Less is another thing. */
  readonly least: number
}

const byKeys = <T>(before: readonly T[], after: readonly T[], keysOf: (item: T) => readonly string[]) => {
  const known = new Map<string, T>()
  for (const item of before) for (const key of keysOf(item)) if (!known.has(key)) known.set(key, item)
  const taken = new Set<T>()
  const found = new Map<T, T>()
  const most = Math.max(0, ...after.map((item) => keysOf(item).length))
  // Surer keys of all items come before weaker keys of any.
  for (let level = 0; level < most; level++)
    for (const item of after) {
      const key = found.has(item) ? undefined : keysOf(item)[level]
      const other = key === undefined ? undefined : known.get(key)
      if (!other || taken.has(other)) continue
      found.set(item, other)
      taken.add(other)
    }
  return { found, taken }
}

/** Items with an equal key are the same; of the rest, those that are most alike, one to one. In the order of `after`. */
export const match = <T>(
  before: readonly T[],
  after: readonly T[],
  keysOf: (item: T) => readonly string[],
  likeness?: Likeness<T>,
): Matched<T> => {
  const { found, taken } = byKeys(before, after, keysOf)
  const left = before.filter((item) => !taken.has(item))
  const open = after.filter((item) => !found.has(item))
  if (likeness && left.length <= MOST_LEFT && open.length <= MOST_LEFT) {
    const scored = open.flatMap((item) =>
      left
        .map((other) => ({ item, other, score: likeness.of(other, item) }))
        .filter(({ score }) => score >= likeness.least),
    )
    for (const { item, other } of scored.sort((a, b) => b.score - a.score)) {
      if (found.has(item) || taken.has(other)) continue
      found.set(item, other)
      taken.add(other)
    }
  }
  return {
    pairs: after.flatMap((item) => {
      const other = found.get(item)
      return other === undefined ? [] : [[other, item] as const]
    }),
    gone: before.filter((item) => !taken.has(item)),
    added: after.filter((item) => !found.has(item)),
  }
}
