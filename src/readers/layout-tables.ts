import type { Block, Grid } from '../domain/source-document.ts'

/**
 * Takes apart tables that only place things on the page: tables without any text of their own, and one-column tables
 * around other tables. What stands in them comes out in reading order, so that the form inside is a block like any other.
 */
export function unwrapLayoutTables(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => (block.kind === 'grid' ? unwrap(block) : [block]))
}

function unwrap(grid: Grid): Block[] {
  const isWrapper =
    grid.cells.some((cell) => cell.nested !== undefined) &&
    (grid.columns === 1 || grid.cells.every((cell) => cell.text === ''))
  if (!isWrapper) return [grid]
  return grid.cells.flatMap((cell): Block[] => {
    const text: Block[] = cell.text === '' ? [] : [{ kind: 'paragraph', text: cell.text, at: cell.at }]
    return [...text, ...unwrapLayoutTables(cell.nested ?? [])]
  })
}
