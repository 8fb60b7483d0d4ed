/** Every kind of record brought to one shape, so that one procedure can match and compare them: rows of cells with keys. */
import type { ComparedKind } from '../../domain/document-comparison.ts'
import type { FieldAddress } from '../../domain/field-address.ts'
import type { Cell } from '../../domain/self-evaluation.ts'
import type { Position } from '../../domain/source-document.ts'
import { textKey } from '../../kernel/normalize.ts'

export interface ComparedCell {
  /** What tells the cell from others of its row. */
  readonly key: string
  readonly field: FieldAddress
  readonly column: string
  readonly printed: string
  readonly at: Position | undefined
  /** Power of ten of the unit that the record states for it; `undefined` for what is no amount of money. */
  readonly power: number | undefined
  readonly unit: string
  /** Part of the comparison of two years: amounts and scores are, wordings are not. */
  readonly isFigure: boolean
}

export interface ComparedRow {
  /** Surest first; rows with an equal key are the same row. */
  readonly keys: readonly string[]
  readonly name: string
  readonly cells: readonly ComparedCell[]
}

export interface ComparedRecord {
  readonly kind: ComparedKind
  /** 1-based; 0 for the prose. */
  readonly index: number
  readonly name: string
  readonly keys: readonly string[]
  readonly rows: readonly ComparedRow[]
}

interface CellOptions {
  readonly column?: string
  readonly power?: number | undefined
  readonly unit?: string
  readonly isFigure?: boolean
}

export const comparedCell = (
  key: string,
  field: FieldAddress,
  { printed, at }: Cell,
  { column = '', power, unit = '', isFigure = false }: CellOptions = {},
): ComparedCell => ({ key, field, column, printed, at, power, unit, isFigure })

const EMPTY: Cell = { printed: '', at: {} }

/** Cells that a form does not have are as blank ones: a blank column that goes is no change. */
export const cellOrBlank = (cell: Cell | undefined): Cell => cell ?? EMPTY

/** Numbers equal keys, so that the second row of one name meets the second one of the other document. */
export class Occurrences {
  readonly #counts = new Map<string, number>()

  of(key: string): string {
    const n = (this.#counts.get(key) ?? 0) + 1
    this.#counts.set(key, n)
    return n === 1 ? key : `${key}#${n}`
  }
}

/** A key of printed text: layout, punctuation and full width make no difference. */
export const keyOf = (...texts: readonly string[]): string => texts.map(textKey).join('|')
