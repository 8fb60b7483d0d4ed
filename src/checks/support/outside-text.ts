/** The text of a document outside its forms, without white space: words broken over lines and cells are whole again. */
import type { Block, Grid, SourceDocument } from '../../domain/source-document.ts'
import type { FormView } from '../../engine/form-view.ts'

const cellText = ({ text, nested }: Grid['cells'][number]): string =>
  nested === undefined ? text : text + nested.map((inner) => gridText(inner, () => true)).join('')

const gridText = (grid: Grid, isOutside: (row: number) => boolean): string => {
  const texts: string[] = []
  for (const cell of grid.cells) if (isOutside(cell.row)) texts.push(cellText(cell))
  return texts.join('\u001f')
}

/** Blocks without any form, and of a block that holds forms the rows or lines around them. */
const blockText = (block: Block, forms: readonly FormView[]): string => {
  if (block.kind === 'paragraph') return forms.length === 0 ? block.text : ''
  if (block.kind === 'lines') {
    const taken = forms.map(({ record: { source } }) => [source.fromRow, source.toRow] as const)
    // Where nobody knows which lines are the form's, the form's own text confirms its claims and contradicts none.
    const isKnown = taken.every(([from, to]) => from !== undefined && to !== undefined)
    return block.lines
      .filter((_, i) => !(isKnown && taken.some(([from, to]) => i >= from! && i < to!)))
      .map(({ text }) => text)
      .join('\n')
  }
  const taken = forms.map(({ record: { source } }) => [source.fromRow, source.toRow] as const)
  if (taken.some(([from, to]) => from === undefined || to === undefined)) return ''
  const isTaken = new Array<boolean>(block.rows).fill(false)
  for (const [from, to] of taken) isTaken.fill(true, from, to)
  // Most tables are one form from the first row to the last.
  return isTaken.includes(false) ? gridText(block, (row) => !isTaken[row]) : ''
}

export const outsideText = (source: SourceDocument, forms: readonly FormView[]): string => {
  const byBlock = new Map<number, FormView[]>()
  for (const form of forms) {
    const { fromBlock, toBlock } = form.record.source
    for (let block = fromBlock; block <= toBlock; block++) {
      const list = byBlock.get(block)
      if (list) list.push(form)
      else byBlock.set(block, [form])
    }
  }
  return source.blocks
    .map((block, i) => blockText(block, byBlock.get(i) ?? []))
    .join('\u001f')
    .replace(/[\s\u200b]+/g, '')
}
