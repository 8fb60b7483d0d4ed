/**
 * Decimal numbers as text, for printing: value = digits × 10^−scale, exact. Spreadsheets store binary doubles, but
 * show and compare at most 15 significant digits; so does `parseStored`.
 */
export interface DecimalText {
  readonly isNegative: boolean
  /** No leading zeros, except for "0" itself. */
  readonly digits: string
  /** Decimal places; below zero for trailing zeros that are not written out. */
  readonly scale: number
}

const SIGNIFICANT_DIGITS = 15
/** Doubles end at 1e308; beyond this the file was not written by a spreadsheet. */
const LARGEST_EXPONENT = 400

/** The number that a file stores (`0.99060000000000004`, `1E-3`), rounded to 15 significant digits; undefined if none. */
export function parseStored(text: string): DecimalText | undefined {
  const match = /^\s*([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,4}))?\s*$/i.exec(text)
  if (match === null) return undefined
  const whole = match[2] ?? ''
  const fraction = match[3] ?? ''
  const exponent = Number(match[4] ?? '0')
  if (whole === '' && fraction === '') return undefined
  if (Math.abs(exponent) > LARGEST_EXPONENT || whole.length + fraction.length > 1000) return undefined
  const digits = (whole + fraction).replace(/^0+(?=\d)/, '')
  const parsed = { isNegative: match[1] === '-' && /[1-9]/.test(digits), digits, scale: fraction.length - exponent }
  if (digits.length <= SIGNIFICANT_DIGITS) return trimmed(parsed)
  return trimmed(roundTo(parsed, parsed.scale - (digits.length - SIGNIFICANT_DIGITS)))
}

/** Rounds to a number of decimal places, half away from zero as spreadsheets do. */
export function roundTo(value: DecimalText, places: number): DecimalText {
  const drop = value.scale - places
  if (drop <= 0) return value
  if (drop > value.digits.length) return { isNegative: value.isNegative, digits: '0', scale: places }
  const keep = value.digits.slice(0, value.digits.length - drop)
  const isUp = value.digits.charCodeAt(value.digits.length - drop) >= 53
  const kept = isUp ? (BigInt(keep === '' ? '0' : keep) + 1n).toString() : keep === '' ? '0' : keep
  return { isNegative: value.isNegative, digits: kept, scale: places }
}

/** Multiplies by a power of ten. */
export function shifted(value: DecimalText, power: number): DecimalText {
  return { ...value, scale: value.scale - power }
}

/** Digits before and after the point, with `places` decimals; the value must already be rounded to them. */
export function fixedParts(value: DecimalText, places: number): { whole: string; fraction: string } {
  const written = value.digits + '0'.repeat(Math.max(0, places - value.scale))
  const scale = Math.max(value.scale, places)
  const padded = written.padStart(scale + 1, '0')
  const point = padded.length - scale
  return { whole: padded.slice(0, point).replace(/^0+(?=\d)/, ''), fraction: padded.slice(point) }
}

/** Without an exponent and without superfluous zeros: `0.9906`, `-12`. */
export function plainText(value: DecimalText): string {
  const { whole, fraction } = fixedParts(value, 0)
  const decimals = fraction.replace(/(?<!0)0+$/, '')
  return `${value.isNegative ? '-' : ''}${whole}${decimals === '' ? '' : `.${decimals}`}`
}

export function isZero(value: DecimalText): boolean {
  return value.digits === '0' || /^0+$/.test(value.digits)
}

/** Exponent of the first significant digit: 0 for 1–9.99, −1 for 0.1. */
export function magnitude(value: DecimalText): number {
  return isZero(value) ? 0 : value.digits.replace(/^0+/, '').length - 1 - value.scale
}

function trimmed(value: DecimalText): DecimalText {
  const zeros = /(?<!0)0*$/.exec(value.digits)?.[0].length ?? 0
  const drop = value.digits === '0' ? 0 : Math.min(zeros, Math.max(0, value.scale))
  if (value.digits === '0') return { isNegative: false, digits: '0', scale: 0 }
  return drop === 0 ? value : { ...value, digits: value.digits.slice(0, -drop), scale: value.scale - drop }
}
