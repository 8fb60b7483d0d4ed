import { type DecimalText, fixedParts, isZero, magnitude, roundTo, shifted } from './decimal-text.ts'

/** Characters that the General format uses, without the sign. */
const WIDTH = 11

/**
 * The General format in a cell that is wide enough: up to 11 characters, then fewer decimals, then an exponent
 * (1.23457E+11). Narrower columns show less; that is not worked out.
 */
export function generalText(value: DecimalText): string {
  if (isZero(value)) return '0'
  const sign = value.isNegative ? '-' : ''
  const exponent = magnitude(value)
  if (exponent >= WIDTH || exponent < -9) return sign + scientific(value)
  const exact = fixed(value, Math.max(value.scale, 0))
  if (exact.length <= WIDTH) return sign + exact
  if (exponent < -4) return sign + scientific(value)
  const places = exponent < 0 ? 9 : Math.max(0, 9 - exponent)
  return sign + fixed(roundTo(value, places), places)
}

function fixed(value: DecimalText, places: number): string {
  const { whole, fraction } = fixedParts(value, places)
  const decimals = fraction.replace(/(?<!0)0+$/, '')
  return decimals === '' ? whole : `${whole}.${decimals}`
}

function scientific(value: DecimalText): string {
  const unsigned = { ...value, isNegative: false }
  let exponent = magnitude(unsigned)
  let mantissa = roundTo(shifted(unsigned, -exponent), 5)
  if (magnitude(mantissa) > 0) {
    exponent += 1
    mantissa = roundTo(shifted(unsigned, -exponent), 5)
  }
  const sign = exponent < 0 ? '-' : '+'
  return `${fixed(mantissa, 5)}E${sign}${String(Math.abs(exponent)).padStart(2, '0')}`
}
