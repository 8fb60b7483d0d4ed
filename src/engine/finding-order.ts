/** The order of a report: form, field in form order, code, so that two runs over one file print the same. */
import type { FieldAddress } from '../domain/field-address.ts'
import type { Finding } from '../domain/finding.ts'
import { FUND_COLUMNS, FUND_ROWS, HEAD_FIELDS, INDICATOR_COLUMNS } from '../domain/self-evaluation.ts'

const INDICATOR = /^indicators(?:\[(\d+)\])?(?:\.more)?(?:\.(\w+))?$/

/** Order of fields as they stand in a form: head, funds by row, goals, indicators by row, totals, the rest. */
const fieldRank = (field: FieldAddress | undefined): number => {
  if (field === undefined || field === '') return 0
  const indicator = INDICATOR.exec(field)
  if (indicator) {
    const column = INDICATOR_COLUMNS.indexOf((indicator[2] ?? '') as never)
    return 10_000 + (indicator[1] === undefined ? 0 : (Number(indicator[1]) + 1) * 32) + (column < 0 ? 31 : column)
  }
  if (field.startsWith('funds.')) {
    const [, row = '', column = ''] = field.split('.')
    const at = FUND_ROWS.indexOf(row as never)
    return 100 + (at < 0 ? 9 : at) * 16 + (FUND_COLUMNS.indexOf(column as never) + 1)
  }
  const head = HEAD_FIELDS.indexOf(field as never)
  if (head >= 0) return 1 + head
  if (field === 'goalExpected') return 9_000
  if (field === 'goalActual') return 9_001
  if (field === 'totalWeight') return 1_000_000
  if (field === 'totalScore') return 1_000_001
  return 1_000_002
}

/** Addresses are the same on every form; what was read of one is kept, and forgotten when they become too many. */
const MOST_RANKS = 4096
const ranks = new Map<FieldAddress, number>()

const rankOf = (field: FieldAddress | undefined): number => {
  if (field === undefined) return 0
  let rank = ranks.get(field)
  if (rank === undefined) {
    rank = fieldRank(field)
    if (ranks.size >= MOST_RANKS) ranks.clear()
    ranks.set(field, rank)
  }
  return rank
}

interface Ranked {
  readonly finding: Finding
  readonly form: number
  readonly rank: number
}

const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** With the addresses as a last tie-break the order does not depend on the order of the checks. */
const byPlace = (a: Ranked, b: Ranked): number =>
  a.form - b.form ||
  a.rank - b.rank ||
  text(a.finding.code, b.finding.code) ||
  text(a.finding.at.field ?? '', b.finding.at.field ?? '')

/** Findings in the order of the document. */
export const inDocumentOrder = (findings: readonly Finding[]): readonly Finding[] =>
  findings
    .map((finding): Ranked => ({ finding, form: finding.at.form ?? 0, rank: rankOf(finding.at.field) }))
    .sort(byPlace)
    .map(({ finding }) => finding)
