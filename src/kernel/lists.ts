/** Lists of any length: arguments are put on the stack, so that `push(...list)` and `Math.max(...list)` fail on a very long one. */

export const append = <T>(into: T[], items: readonly T[]): void => {
  for (const item of items) into.push(item)
}

/** −Infinity for no values, as Math.max. */
export const greatest = (values: readonly number[]): number => {
  let most = Number.NEGATIVE_INFINITY
  for (const value of values) if (value > most) most = value
  return most
}

/** Infinity for no values, as Math.min. */
export const least = (values: readonly number[]): number => {
  let fewest = Number.POSITIVE_INFINITY
  for (const value of values) if (value < fewest) fewest = value
  return fewest
}
