/** A table ready to be drawn: rows of cells, each knowing which fields of the record it prints. */
import type { FieldAddress } from '../../domain/field-address.ts'
import type { Cell } from '../../domain/self-evaluation.ts'
import type { Position } from '../../domain/source-document.ts'

export interface DrawnCell {
  readonly text: string
  readonly rowSpan: number
  readonly columnSpan: number
  readonly isLabel: boolean
  /** Addresses of what stands in it, each of them once in the drawing of a record. */
  readonly fields: readonly FieldAddress[]
  /** Further texts that stand inside the cell (nested tables), already as rows of cells. */
  readonly nested: readonly DrawnTable[]
  /** Where it is printed, and what else findings call it: two columns may have one name. */
  readonly at?: Position
  readonly names?: readonly FieldAddress[]
  /** The reader doubted it. */
  readonly isUnsure?: boolean
}

export type DrawnTable = readonly (readonly DrawnCell[])[]

export const labelCell = (text: string, columnSpan = 1, rowSpan = 1): DrawnCell => ({
  text,
  rowSpan,
  columnSpan,
  isLabel: true,
  fields: [],
  nested: [],
})

/** A cell of a record; one that the record does not have is drawn blank. */
export const recordCell = (
  cell: Cell | undefined,
  field: FieldAddress,
  names: readonly FieldAddress[] = [],
  columnSpan = 1,
  rowSpan = 1,
): DrawnCell => ({
  text: cell?.printed ?? '',
  rowSpan,
  columnSpan,
  isLabel: false,
  fields: cell ? [field] : [],
  nested: [],
  ...(cell ? { at: cell.at, names } : {}),
  ...(cell?.unsure ? { isUnsure: true } : {}),
})
