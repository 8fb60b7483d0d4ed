/** One error in one cell or row of a generated booklet, as people make them. */

import { type GeneratedYear, printedAmounts, withTables, withText } from './generate-accounts.ts'
import type { GeneratedCell, GeneratedTable } from './generate-accounts-build.ts'
import type { Random } from './random.ts'

export const ACCOUNT_ERRORS = [
  'digits exchanged',
  'one digit off',
  'point shifted',
  'unit slip',
  'sign',
  'row dropped',
  'neighbour copied',
  'blanked',
  'total changed',
] as const
export type AccountError = (typeof ACCOUNT_ERRORS)[number]

export interface InjectedYear {
  readonly year: GeneratedYear
  /** Key of the wrong cell; of a dropped row, its code. */
  readonly at: string
  readonly before: string
  readonly after: string
}

const isNumber = (text: string): boolean => /\d/.test(text) && /[1-9]/.test(text)

const plain = (text: string): string => text.replaceAll(',', '')

/** Written as the booklet writes its amounts. */
const written = (digits: string, { grouped, trimmed }: GeneratedYear['style']): string => {
  const [, sign = '', whole = '0', cents = ''] = /^(-?)0*(\d*?)(?:\.(\d*))?$/.exec(digits) ?? []
  const own = whole === '' ? '0' : whole
  const text = `${grouped ? own.replace(/\B(?=(\d{3})+$)/g, ',') : own}${cents === '' ? '' : `.${cents}`}`
  return sign + (trimmed ? text.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '') : text)
}

const exchanged = (random: Random, digits: string): string | undefined => {
  const places = [...digits].flatMap((digit, i) => {
    const next = digits[i + 1]
    return /\d/.test(digit) && next !== undefined && /\d/.test(next) && digit !== next && !(i === 0 && next === '0')
      ? [i]
      : []
  })
  if (places.length === 0) return undefined
  const at = random.pick(places)
  return digits.slice(0, at) + digits[at + 1] + digits[at] + digits.slice(at + 2)
}

const digitOff = (random: Random, digits: string): string => {
  const places = [...digits].flatMap((digit, i) => (/\d/.test(digit) ? [i] : []))
  const at = random.pick(places)
  const digit = Number(digits[at])
  const by = at === 0 && digit === 1 ? 1 : random.pick([1, 9])
  return digits.slice(0, at) + String((digit + by) % 10) + digits.slice(at + 1)
}

/** The point some places to the right (`by` > 0) or to the left. */
const shifted = (digits: string, by: number): string => {
  const [whole = '', cents = ''] = digits.split('.')
  const all = (by < 0 ? '0'.repeat(-by) : '') + whole + cents + '0'.repeat(Math.max(0, by - cents.length))
  const point = (by < 0 ? -by : 0) + whole.length + by
  const rest = all.slice(point)
  return rest === '' ? all.slice(0, point) : `${all.slice(0, point)}.${rest}`
}

const changed = (
  random: Random,
  kind: AccountError,
  text: string,
  style: GeneratedYear['style'],
): string | undefined => {
  const digits = plain(text)
  switch (kind) {
    case 'digits exchanged': {
      const own = exchanged(random, digits)
      return own === undefined ? undefined : written(own, style)
    }
    case 'one digit off':
    case 'total changed':
      return written(digitOff(random, digits), style)
    case 'point shifted':
      return written(shifted(digits, random.pick([-2, -1, 1, 2])), style)
    case 'unit slip':
      return written(shifted(digits, random.pick([-4, 4])), style)
    case 'sign':
      return `-${text}`
    case 'blanked':
      return ''
    default:
      return undefined
  }
}

const isTotal = (key: string): boolean => /\|(?:\w*[tT]otal|total)\|/.test(key)

const bodyCells = ({ body }: GeneratedTable): readonly (readonly GeneratedCell[])[] => body

/** The cell below or above of the same column, or the next one of the row, where it prints another amount. */
const neighbours = (year: GeneratedYear, key: string): readonly string[] => {
  for (const table of year.tables) {
    const rows = bodyCells(table)
    const r = rows.findIndex((row) => row.some((cell) => cell.key === key))
    if (r < 0) continue
    const row = rows[r]!
    const c = row.findIndex((cell) => cell.key === key)
    const own = row[c]!.text
    const beside = [rows[r - 1]?.[c], rows[r + 1]?.[c], row[c - 1], row[c + 1]]
    return beside.flatMap((cell) =>
      cell?.key !== undefined && isNumber(cell.text) && cell.text !== own ? [cell.text] : [],
    )
  }
  return []
}

const withoutRow = (random: Random, year: GeneratedYear): InjectedYear | undefined => {
  const tables = year.tables.filter(({ body }) => body.filter((row) => /^\d{5,7}$/.test(row[0]?.text ?? '')).length > 1)
  if (tables.length === 0) return undefined
  const table = random.pick(tables)
  const codes = table.body.flatMap((row) => (/^\d{5,7}$/.test(row[0]?.text ?? '') ? [row] : []))
  const gone = random.pick(codes)
  const own = { ...table, body: table.body.filter((row) => row !== gone) }
  return {
    year: withTables(
      year,
      year.tables.map((one) => (one === table ? own : one)),
    ),
    at: `${table.profile}|${gone[0]!.text}`,
    before: gone.map(({ text }) => text).join(' '),
    after: '',
  }
}

/** `undefined` when the booklet has nothing that the error could befall. */
export const injectAccounts = (random: Random, year: GeneratedYear, kind: AccountError): InjectedYear | undefined => {
  if (kind === 'row dropped') return withoutRow(random, year)
  const amounts = [...printedAmounts(year)].filter(
    ([key, text]) => isNumber(text) && (kind !== 'total changed' || isTotal(key)),
  )
  if (amounts.length === 0) return undefined
  const [key, text] = random.pick(amounts)
  const beside = kind === 'neighbour copied' ? neighbours(year, key) : []
  const after =
    kind === 'neighbour copied'
      ? beside.length > 0
        ? random.pick(beside)
        : undefined
      : changed(random, kind, text, year.style)
  if (after === undefined || after === text) return undefined
  return { year: withText(year, key, after), at: key, before: text, after }
}
