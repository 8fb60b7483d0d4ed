import { describe, expect, test } from 'vitest'
import type { Grid, SourceDocument } from '../../domain/source-document.ts'
import { readDocument } from '../index.ts'

const read = (html: string): Promise<SourceDocument> =>
  readDocument(new TextEncoder().encode(`<!doctype html><html><body>${html}`), 'a.html')
const firstGrid = (document: SourceDocument): Grid => document.blocks.find((block) => block.kind === 'grid')!
const shape = (grid: Grid): string[] =>
  grid.cells.map((cell) => {
    const spans = cell.rowSpan * cell.columnSpan > 1 ? `+${cell.rowSpan}x${cell.columnSpan}` : ''
    return `${cell.text}@${cell.row},${cell.column}${spans}`
  })
const outline = (document: SourceDocument): string[] =>
  document.blocks.map((block) =>
    block.kind === 'paragraph' ? block.text : block.kind === 'grid' ? shape(block).join(' ') : '',
  )

describe('web page text', () => {
  test('makes a paragraph of each block, with white space as a browser shows it', async () => {
    const html = '<h1> 标题\n 一 </h1><div>甲<b>乙</b> &lt;丙&gt;<br>丁<p>戊</div>己<pre>a\n  b</pre>'
    expect(outline(await read(html))).toEqual(['标题 一', '甲乙 <丙>\n丁', '戊', '己', 'a\n  b'])
  })
  test('leaves out scripts, styles and hidden elements', async () => {
    const html = '<script>x</script><style>y</style><p hidden>z</p><p style="color:red; DISPLAY : none">w</p><p>显</p>'
    expect(outline(await read(html))).toEqual(['显'])
  })
  test('reads the values of form fields', async () => {
    const html =
      '<table><tr><td><input value="9.5"><td><input type=hidden value=x><input type=checkbox checked><td><select><option>优<option selected>良</select>'
    expect(outline(await read(html))).toEqual(['9.5@0,0 ☑@0,1 良@0,2'])
  })
})

describe('web page tables', () => {
  test('gives exact spans, also where they cross', async () => {
    const html = '<table><tr><td rowspan=2>甲<td colspan=2>乙<tr><td>丙<td rowspan=2>丁<tr><td colspan=2>戊</table>'
    const grid = firstGrid(await read(html))
    expect([grid.rows, grid.columns]).toEqual([3, 3])
    expect(shape(grid)).toEqual(['甲@0,0+2x1', '乙@0,1+1x2', '丙@1,1', '丁@1,2+2x1', '戊@2,0+1x2'])
    expect(grid.cells[3]!.at).toEqual({ table: 1, row: 2, column: 3 })
  })
  test('ends a span with its row group, takes rowspan=0 to that end, and puts the footer last', async () => {
    const html =
      '<table><tfoot><tr><td>脚</tfoot><tbody><tr><td rowspan=0>甲<td>乙<tr><td>丙</tbody><tbody><tr><td rowspan=9>丁'
    expect(shape(firstGrid(await read(html)))).toEqual(['甲@0,0+2x1', '乙@0,1', '丙@1,1', '丁@2,0', '脚@3,0'])
  })
  test('keeps line breaks and paragraphs of a cell as lines', async () => {
    const html = '<table><tr><td> 目标1<br>目标2<p>目标3</p><td>&nbsp;'
    expect(firstGrid(await read(html)).cells.map((cell) => cell.text)).toEqual(['目标1\n目标2\n目标3', ''])
  })
  test('keeps a nested table beside the text of its cell', async () => {
    const cell = firstGrid(await read('<table><tr><td>前<table><tr><td>内</table>后<td>旁</table>')).cells[0]!
    expect(cell.text).toBe('前\n后')
    expect(cell.nested!.map(shape)).toEqual([['内@0,0']])
  })
  test('takes apart tables that only lay out the page', async () => {
    const inner = '<table><tr><td>甲<td>乙</table>'
    expect(outline(await read(`<table><tr><td>标题<tr><td>${inner}<tr><td>落款</table>`))).toEqual([
      '标题',
      '甲@0,0 乙@0,1',
      '落款',
    ])
    expect(outline(await read(`<table><tr><td><td>${inner}<td></table>`))).toEqual(['甲@0,0 乙@0,1'])
  })
  test('puts the caption before the table, and notes hidden rows', async () => {
    const document = await read('前<table><caption>表一</caption><tr style="display:none"><td>藏<tr><td>甲</table>')
    expect(outline(document)).toEqual(['前', '表一', '甲@0,0'])
    expect(document.notes).toMatchObject([
      { code: 'hidden-row', message: '表格有 1 行被隐藏，未读取', at: { table: 1 } },
    ])
  })
  test('reads spans that are no numbers as 1 and cuts spans that are too large', async () => {
    const grid = firstGrid(await read('<table><tr><td colspan=x>甲<td colspan=999999999999>乙<td colspan=0>丙</table>'))
    expect(shape(grid)).toEqual(['甲@0,0', '乙@0,1+1x1000', '丙@0,1001'])
  })
})
