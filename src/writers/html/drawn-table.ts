/** A table ready to be drawn: rows of cells, each knowing which fields of the record it prints. */
import type { FieldAddress } from '../../domain/field-address.ts'

export interface DrawnCell {
  readonly text: string
  readonly rowSpan: number
  readonly columnSpan: number
  readonly isLabel: boolean
  readonly fields: readonly FieldAddress[]
  /** Further texts that stand inside the cell (nested tables), already as rows of cells. */
  readonly nested: readonly DrawnTable[]
}

export type DrawnTable = readonly (readonly DrawnCell[])[]
