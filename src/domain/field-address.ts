/**
 * Addresses of fields inside a form, as the gold files, the JSON output and the URLs spell them:
 * `leader`, `funds.total.score`, `indicators[3].actual`, `totalScore`, `more.conclusion`.
 */
import type { Cell, FundColumn, FundRowKey, HeadField, IndicatorColumn, SelfEvaluation } from './self-evaluation.ts'

export type FieldAddress = string

export const fundField = (row: FundRowKey | `moreSources[${number}]`, column: FundColumn | 'reason'): FieldAddress =>
  `funds.${row}.${column}`

/** `index` is 0-based, as in the gold files. */
export const indicatorField = (index: number, column: string): FieldAddress => `indicators[${index}].${column}`

const INDICATOR = /^indicators\[(\d+)\](?:\.more)?\.(\w+)$/
const FUND = /^funds\.(?:(\w+)|moreSources\[(\d+)\])\.(\w+)$/

/** The cell behind an address, or `undefined` when the form has no such field. */
export const cellAt = (form: SelfEvaluation, address: FieldAddress): Cell | undefined => {
  const indicator = INDICATOR.exec(address)
  if (indicator) {
    const row = form.indicators[Number(indicator[1])]
    return row?.[indicator[2] as IndicatorColumn] ?? row?.more[indicator[2] as keyof typeof row.more]
  }
  const fund = FUND.exec(address)
  if (fund) {
    const row = fund[2] === undefined ? form.funds.rows[fund[1] as FundRowKey] : form.funds.moreSources[Number(fund[2])]
    return row?.cells[fund[3] as FundColumn]
  }
  if (address === 'goalExpected' || address === 'goalActual' || address === 'totalWeight' || address === 'totalScore')
    return form[address]
  if (address.startsWith('more.')) return form.more[address.slice(5) as keyof typeof form.more]
  return form.head[address as HeadField]
}
