/**
 * Which page a place of the document stands on. Word writes where it broke the pages when it last laid the text out
 * (`w:lastRenderedPageBreak`); only when none is there are the author's own page breaks counted, and only when their
 * number agrees with the page count that the file states. A wrong page number is worse than none.
 */
export interface PageCounter {
  /** 1-based; undefined when the file does not tell. */
  page(): number | undefined
  /** `isAtCellStart`: nothing of the current cell has been read yet. */
  rendered(isAtCellStart: boolean): void
  manual(): void
  startRow(): void
  startCell(): void
  endCell(): void
  endRow(): void
}

export type PageSource = 'rendered' | 'manual' | 'none'

export function pageCounter(source: PageSource): PageCounter {
  let current = 1
  // A row that runs over a page end has a break in each of its cells; they are the same page end.
  const rows: { start: number; end: number; isFirstCell: boolean }[] = []
  return {
    page: () => (source === 'none' ? undefined : current),
    rendered: (isAtCellStart) => {
      if (source !== 'rendered') return
      current += 1
      const row = rows.at(-1)
      if (row?.isFirstCell && isAtCellStart) row.start = current
    },
    manual: () => {
      if (source === 'manual') current += 1
    },
    startRow: () => {
      rows.push({ start: current, end: current, isFirstCell: true })
    },
    startCell: () => {
      const row = rows.at(-1)
      if (row) current = row.start
    },
    endCell: () => {
      const row = rows.at(-1)
      if (row === undefined) return
      row.end = Math.max(row.end, current)
      row.isFirstCell = false
    },
    endRow: () => {
      const row = rows.pop()
      if (row) current = row.end
    },
  }
}
