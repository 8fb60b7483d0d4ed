/**
 * Addresses of fields inside a form, as the gold files, the JSON output and the URLs spell them:
 * `leader`, `funds.total.score`, `indicators[3].actual`, `totalScore`, `more.conclusion`.
 */
import type { Cell, FundColumn, FundRowKey, HeadField, IndicatorColumn, SelfEvaluation } from './self-evaluation.ts'

export type FieldAddress = string

export const fundField = (row: FundRowKey | `moreSources[${number}]`, column: FundColumn | 'reason'): FieldAddress =>
  `funds.${row}.${column}`

/** Addresses of the first rows by column: the same on every form, and asked for by every check. */
const indicatorFields = new Map<string, FieldAddress[]>()
const MOST_ROWS = 256

/** `index` is 0-based, as in the gold files. */
export const indicatorField = (index: number, column: string): FieldAddress => {
  if (index >= MOST_ROWS) return `indicators[${index}].${column}`
  let fields = indicatorFields.get(column)
  if (!fields) {
    fields = []
    indicatorFields.set(column, fields)
  }
  fields[index] ??= `indicators[${index}].${column}`
  return fields[index]
}

const INDICATOR = /^indicators\[(\d+)\](?:\.more)?\.(\w+)$/
const FUND = /^funds\.(?:(\w+)|moreSources\[(\d+)\])\.(\w+)$/

type CellOf = (form: SelfEvaluation) => Cell | undefined

const readAddress = (address: FieldAddress): CellOf => {
  const indicator = INDICATOR.exec(address)
  if (indicator) {
    const index = Number(indicator[1])
    const column = indicator[2] as IndicatorColumn
    return ({ indicators }) => {
      const row = indicators[index]
      return row?.[column] ?? row?.more[column as keyof typeof row.more]
    }
  }
  const fund = FUND.exec(address)
  if (fund) {
    const column = fund[3] as FundColumn
    return ({ funds }) =>
      (fund[2] === undefined ? funds.rows[fund[1] as FundRowKey] : funds.moreSources[Number(fund[2])])?.cells[column]
  }
  if (address === 'goalExpected' || address === 'goalActual' || address === 'totalWeight' || address === 'totalScore')
    return (form) => form[address]
  if (address.startsWith('more.')) return ({ more }) => more[address.slice(5) as keyof typeof more]
  return ({ head }) => head[address as HeadField]
}

/** Addresses that were read once; forgotten when they become too many. */
const MOST_READ = 4096
const read = new Map<FieldAddress, CellOf>()

/** The cell behind an address, or `undefined` when the form has no such field. */
export const cellAt = (form: SelfEvaluation, address: FieldAddress): Cell | undefined => {
  let cellOf = read.get(address)
  if (!cellOf) {
    cellOf = readAddress(address)
    if (read.size >= MOST_READ) read.clear()
    read.set(address, cellOf)
  }
  return cellOf(form)
}
