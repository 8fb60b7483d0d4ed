/**
 * Recomputes simple spreadsheet formulas exactly: + − × ÷, parentheses, percent, SUM, ROUND, references within a sheet.
 * Anything else is `undefined`: not computed, never guessed.
 */
import { Decimal } from '../kernel/decimal.ts'
import { type Fraction, fraction, roundFraction, whole } from './fraction.ts'

/** The number in a cell of the same sheet; zero for a blank one, `undefined` for text. */
export type CellNumber = (address: string) => Decimal | undefined

const TOKEN = /\s*(\d+(?:\.\d+)?|\$?[A-Z]{1,3}\$?\d{1,7}|[A-Z]+(?=\()|[-+*/(),:%])/y
const REFERENCE = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/
const LARGEST_RANGE = 10_000

const tokenise = (text: string): readonly string[] | undefined => {
  const tokens: string[] = []
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < text.length) {
    const from = TOKEN.lastIndex
    const match = TOKEN.exec(text)
    if (!match) return text.slice(from).trim() === '' ? tokens : undefined
    tokens.push(match[1]!)
  }
  return tokens
}

const columnNumber = (letters: string): number =>
  [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0)
const columnName = (n: number): string =>
  (n > 26 ? columnName(Math.floor((n - 1) / 26)) : '') + String.fromCharCode(65 + ((n - 1) % 26))

/** All addresses of A1:B3, row by row; `undefined` when it is no range or too large. */
export const cellsOfRange = (from: string, to: string): readonly string[] | undefined => {
  const [a, b] = [REFERENCE.exec(from), REFERENCE.exec(to)]
  if (!a || !b) return undefined
  const [left, right] = [columnNumber(a[1]!), columnNumber(b[1]!)]
  const [top, bottom] = [Number(a[2]), Number(b[2])]
  const width = right - left + 1
  const height = bottom - top + 1
  if (width < 1 || height < 1 || width * height > LARGEST_RANGE) return undefined
  return Array.from(
    { length: width * height },
    (_, i) => `${columnName(left + (i % width))}${top + Math.floor(i / width)}`,
  )
}

const add = (a: Fraction, b: Fraction): Fraction => ({
  top: a.top.multiply(b.bottom).add(b.top.multiply(a.bottom)),
  bottom: a.bottom.multiply(b.bottom),
})
const negate = (a: Fraction): Fraction => ({ top: a.top.negate(), bottom: a.bottom })
const multiply = (a: Fraction, b: Fraction): Fraction => ({
  top: a.top.multiply(b.top),
  bottom: a.bottom.multiply(b.bottom),
})

/** Thrown inside this file only, to leave a nested expression that cannot be computed. */
class NotComputed extends Error {}
const give = <T>(value: T | undefined): T => {
  if (value === undefined) throw new NotComputed()
  return value
}

const evaluator = (tokens: readonly string[], cell: CellNumber) => {
  let at = 0
  const take = (token: string): boolean => tokens[at] === token && ++at > 0
  const expect = (token: string): void => {
    give(take(token) ? true : undefined)
  }

  const terms = (): Fraction => {
    let value = take('-') ? negate(factors()) : factors()
    while (tokens[at] === '+' || tokens[at] === '-') {
      const isMinus = tokens[at++] === '-'
      value = add(value, isMinus ? negate(factors()) : factors())
    }
    return value
  }
  const factors = (): Fraction => {
    let value = primary()
    while (tokens[at] === '*' || tokens[at] === '/') {
      const isOver = tokens[at++] === '/'
      const next = primary()
      if (isOver && next.top.isZero()) throw new NotComputed()
      value = multiply(value, isOver ? fraction(next.bottom, next.top) : next)
    }
    return value
  }
  const primary = (): Fraction => {
    const token = give(tokens[at++])
    let value: Fraction
    if (token === '(') {
      value = terms()
      expect(')')
    } else if (token === 'SUM' || token === 'ROUND') value = call(token)
    else if (REFERENCE.test(token)) value = whole(give(cell(token.replaceAll('$', ''))))
    else value = whole(give(Decimal.parse(token)))
    return take('%') ? multiply(value, fraction(Decimal.one, Decimal.hundred)) : value
  }
  const argument = (): readonly Fraction[] => {
    if (tokens[at + 1] !== ':') return [terms()]
    const [from, to] = [give(tokens[at]), give(tokens[at + 2])]
    at += 3
    return give(cellsOfRange(from, to)).map((address) => whole(give(cell(address))))
  }
  const call = (name: 'SUM' | 'ROUND'): Fraction => {
    expect('(')
    const values = [...argument()]
    while (take(',')) values.push(...argument())
    expect(')')
    if (name === 'SUM') return values.reduce(add, whole(Decimal.zero))
    const [value, decimals] = values
    if (!value || !decimals || values.length !== 2 || decimals.top.isNegative()) throw new NotComputed()
    return whole(roundFraction(value, Number(roundFraction(decimals, 0).toString())))
  }
  const all = (): Fraction => {
    const value = terms()
    give(at === tokens.length ? true : undefined)
    return value
  }
  return all
}

/** The exact value, or `undefined` for what is not understood (functions, other sheets, text, division by zero). */
export const computeFormula = (formula: string, cell: CellNumber): Fraction | undefined => {
  const tokens = tokenise(formula.replace(/^=/, '').toUpperCase())
  if (!tokens || tokens.length === 0) return undefined
  try {
    return evaluator(tokens, cell)()
  } catch (error) {
    if (error instanceof NotComputed) return undefined
    throw error
  }
}
