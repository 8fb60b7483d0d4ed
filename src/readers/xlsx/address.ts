/** 0-based row and column of an address such as `H9` or `$H$9`; undefined when it is none. */
export function parseAddress(address: string): { row: number; column: number } | undefined {
  let at = 0
  let column = 0
  let row = 0
  if (address.charCodeAt(at) === 36) at += 1
  const letters = at
  for (; at < address.length; at += 1) {
    const code = address.charCodeAt(at) & ~32
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  if (at === letters || at - letters > 3) return undefined
  if (address.charCodeAt(at) === 36) at += 1
  const digits = at
  for (; at < address.length; at += 1) {
    const digit = address.charCodeAt(at) - 48
    if (digit < 0 || digit > 9) return undefined
    row = row * 10 + digit
  }
  if (at === digits || row < 1 || row > MAX_ROWS || column > MAX_COLUMNS) return undefined
  return { row: row - 1, column: column - 1 }
}

export const MAX_ROWS = 1_048_576
export const MAX_COLUMNS = 16_384

const names: string[] = []

/** `A` for 0, `AA` for 26. */
export function columnName(column: number): string {
  const known = names[column]
  if (known !== undefined) return known
  const rest = Math.floor(column / 26) - 1
  return (names[column] = (rest < 0 ? '' : columnName(rest)) + String.fromCharCode(65 + (column % 26)))
}
