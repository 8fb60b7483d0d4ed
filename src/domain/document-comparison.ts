/** Two versions of one document, or two years of one department: what changed, value by value, and which findings came and went. */
import type { FieldAddress } from './field-address.ts'
import type { Finding } from './finding.ts'
import type { Position } from './source-document.ts'

/** Kinds of records that are compared; `text` is the prose. */
export const COMPARED_KINDS = ['text', 'table', 'department', 'sheet', 'form', 'goal', 'monitoring'] as const
export type ComparedKind = (typeof COMPARED_KINDS)[number]

/** Versions say the same thing of one year; years say another thing with the same form. */
export type ComparisonMode = 'version' | 'year'

export interface ComparedValue {
  readonly printed: string
  readonly at: Position | undefined
}

/** One cell that is printed differently. One side is missing where a row or column came or went. */
export interface ValueChange {
  /** Address in the new document, or in the old one where the new one has no such cell. */
  readonly field: FieldAddress
  /** What the row is called, as printed: an indicator, 行政运行, a source of money; empty for single fields. */
  readonly row: string
  /** What the column is called, as printed; empty where the address alone says it. */
  readonly column: string
  readonly before: ComparedValue | undefined
  readonly after: ComparedValue | undefined
  /** after − before as an exact decimal in the unit of the new document, where both are numbers. */
  readonly difference: string | undefined
  /** difference ÷ |before| in per cent, two decimals, half up; `undefined` where before is 0. */
  readonly rate: string | undefined
  /** Unit of the difference: 万元, %, or empty. */
  readonly unit: string
}

export type RecordState = 'same' | 'changed' | 'new' | 'gone'

export interface RecordChange {
  readonly kind: ComparedKind
  readonly state: RecordState
  /** Project, or title of the table. */
  readonly name: string
  /** 1-based index in each document; `undefined` on the side where there is none. */
  readonly before: number | undefined
  readonly after: number | undefined
  readonly changes: readonly ValueChange[]
}

/** A finding with the record that it stands in. */
export interface PlacedFinding {
  readonly finding: Finding
  readonly kind: ComparedKind | 'document'
  readonly index: number
}

export interface FindingChanges {
  /** Only the old document has them. */
  readonly gone: readonly PlacedFinding[]
  /** Only the new document has them. */
  readonly added: readonly PlacedFinding[]
  /** In both, as the new document has them. */
  readonly remaining: readonly PlacedFinding[]
}

export interface DocumentComparison {
  readonly mode: ComparisonMode
  /** In the order of the new document; what is gone stands at the end of its kind. */
  readonly records: readonly RecordChange[]
  readonly findings: FindingChanges
}
