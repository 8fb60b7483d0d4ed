import { limitExceeded, type ReaderLimits } from '../limits.ts'

/** What the tables of a file may take, counted down while they are read. */
export interface TableBudget {
  /** Counts the cells of a row before they are made. Throws AppError LIMIT_EXCEEDED. */
  spend(cells: number): void
}

export function tableBudget(where: string, limits: ReaderLimits): TableBudget {
  let left = limits.cells
  return {
    spend(cells) {
      if (cells > limits.columns) throw limitExceeded(where, '表格列数', `${limits.columns} 列`)
      left -= cells
      if (left < 0) throw limitExceeded(where, '单元格数', `${limits.cells} 个`)
    },
  }
}

/** How often the character stands in the text. */
export function countOf(text: string, character: string): number {
  let count = 0
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count += 1
  return count
}
