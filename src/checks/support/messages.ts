/** Short quotations and place names for messages, so that every text check speaks in one voice. */
import type { FieldAddress } from '../../domain/field-address.ts'
import { indicatorField } from '../../domain/field-address.ts'
import type { IndicatorColumn } from '../../domain/self-evaluation.ts'
import type { FindingDraft } from '../../engine/check.ts'
import type { RowFacts } from './form-facts.ts'

const LONGEST = 40

/** The text, cut after forty characters. */
export const short = (text: string, longest = LONGEST): string =>
  text.length > longest ? `${text.slice(0, longest)}…` : text

export const quote = (text: string): string => `“${short(text)}”`

/** Row as a person finds it: 数量指标“培训人数”. */
export const rowName = (row: RowFacts): string => {
  const { level1, level2 } = row.view.row
  return `${level2.printed || level1.printed}${quote(row.name.text || `第${row.index + 1}行`)}`
}

export const rowNameEn = (row: RowFacts): string => `row ${row.index + 1} (${short(row.name.text, 24)})`

/**
 * Place of a finding about one column of one or more rows: the first row leads, the others follow in `also`. Spread it behind
 * the other keys of the draft: an object that begins with a spread costs five times as much.
 */
export const placeOf = (rows: readonly RowFacts[], column: IndicatorColumn): Pick<FindingDraft, 'field' | 'also'> => {
  const fields: readonly FieldAddress[] = rows.map((row) => indicatorField(row.index, column))
  return fields.length > 1 ? { field: fields[0]!, also: fields.slice(1) } : { field: fields[0]! }
}

export const rowList = (rows: readonly RowFacts[], column: 'name' | 'target' | 'actual'): string =>
  rows.map((row) => short(row[column].text, 24)).join('；')
