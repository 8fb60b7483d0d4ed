import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import type { Grid, SourceDocument } from '../../domain/source-document.ts'
import { readDocument } from '../index.ts'
import { relationships, stylesOf, xlsxOf } from '../test-packages.ts'

const sheet = (rows: string, after = ''): { name: string; xml: string } => ({
  name: '自评表',
  xml: `<sheetData>${rows}</sheetData>${after}`,
})
const row = (number: number, cells: string, more = ''): string => `<row r="${number}" ${more}>${cells}</row>`
const inline = (address: string, text: string): string => `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`
const number = (address: string, value: string, style = 0): string =>
  `<c r="${address}" s="${style}"><v>${value}</v></c>`
const read = (bytes: Uint8Array): Promise<SourceDocument> => readDocument(bytes, 'a.xlsx')
const firstGrid = (document: SourceDocument): Grid => document.blocks.find((block) => block.kind === 'grid')!
const shape = (grid: Grid): string[] =>
  grid.cells.map((cell) => {
    const spans = cell.rowSpan * cell.columnSpan > 1 ? `+${cell.rowSpan}x${cell.columnSpan}` : ''
    return `${cell.text}@${cell.row},${cell.column}${spans}`
  })
const codes = (document: SourceDocument): string[] => document.notes.map((note) => note.code)

describe('spreadsheet cells', () => {
  test('are printed by their formats, with the stored value where it differs', async () => {
    const styles = stylesOf(['General', '0.00%', '0.00', 31])
    const rows = row(
      1,
      number('A1', '0.99060000000000004', 1) + number('B1', '3.5', 2) + number('C1', '44196', 3) + number('D1', '10'),
    )
    const cells = firstGrid(await read(xlsxOf([sheet(rows)], { styles }))).cells
    expect(cells.map(({ text, stored }) => [text, stored])).toEqual([
      ['99.06%', '0.9906'],
      ['3.50', '3.5'],
      ['2020年12月31日', undefined],
      ['10', undefined],
    ])
    expect(cells[1]!.at).toEqual({ sheet: '自评表', table: 1, row: 1, column: 2, cell: 'B1' })
  })
  test('hold shared strings with runs joined and readings left out', async () => {
    const strings = [
      '<t>甲&amp;乙</t>',
      '<r><t>一_x000D_\n</t></r><r><t xml:space="preserve"> 二 </t></r><rPh sb="0" eb="1"><t>yi</t></rPh>',
    ]
    const rows = row(1, '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="b"><v>1</v></c>')
    expect(shape(firstGrid(await read(xlsxOf([sheet(rows)], { strings }))))).toEqual([
      '甲&乙@0,0',
      '一\n 二@0,1',
      'TRUE@0,2',
    ])
  })
  test('give their formulas, shared ones moved to their own place', async () => {
    const rows =
      row(1, '<c r="A1"><f>SUM(B1:C1)*$D$1&amp;"A1"</f><v>6</v></c><c r="B1" t="str"><f>A1&amp;"x"</f><v>6x</v></c>') +
      row(2, '<c r="A2"><f t="shared" ref="A2:A3" si="0">B2+\'表 B2\'!C$2+LOG10(B2)</f><v>1</v></c>') +
      row(3, '<c r="A3"><f t="shared" si="0"/><v>2</v></c>')
    const cells = firstGrid(await read(xlsxOf([sheet(rows)]))).cells.filter((cell) => cell.formula !== undefined)
    expect(cells.map((cell) => [cell.text, cell.formula])).toEqual([
      ['6', 'SUM(B1:C1)*$D$1&"A1"'],
      ['6x', 'A1&"x"'],
      ['1', "B2+'表 B2'!C$2+LOG10(B2)"],
      ['2', "B3+'表 B2'!C$2+LOG10(B3)"],
    ])
  })
  test('note errors, comments and external links', async () => {
    const document = await read(
      xlsxOf([sheet(row(1, '<c r="A1" t="e"><f>B1/0</f><v>#DIV/0!</v></c>'))], {
        links: ['externalLinks/externalLink1.xml'],
        more: {
          'xl/externalLinks/externalLink1.xml': '<externalLink/>',
          'xl/externalLinks/_rels/externalLink1.xml.rels': relationships([
            ['externalLinkPath', 'D:/底稿.xlsx', 'External'],
          ]),
          'xl/worksheets/_rels/sheet1.xml.rels': relationships([['comments', '../comments1.xml']]),
          'xl/comments1.xml':
            '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><commentList><comment ref="B2"><text><r><t>待</t></r><r><t>核</t></r></text></comment></commentList></comments>',
        },
      }),
    )
    expect(document.notes.map((note) => [note.code, note.message, note.at.cell])).toEqual([
      ['formula-error', '自评表!A1 的公式出错：#DIV/0!', 'A1'],
      ['comment', '自评表!B2 有批注：待核', 'B2'],
      ['external-link', '公式引用了外部文件，数值为上次保存时的结果：D:/底稿.xlsx', undefined],
    ])
  })
})

describe('spreadsheet grids', () => {
  test('hold the used range with merges as spans and empty places as cells', async () => {
    const rows =
      row(3, inline('B3', '标题')) + row(4, inline('B4', '甲') + inline('D4', '乙')) + row(9, '<c r="Z9" s="0"/>')
    const merges = '<mergeCells><mergeCell ref="B3:D3"/><mergeCell ref="D4:E5"/></mergeCells>'
    const grid = firstGrid(await read(xlsxOf([sheet(rows, merges)])))
    expect([grid.rows, grid.columns]).toEqual([3, 4])
    expect(shape(grid)).toEqual(['标题@0,0+1x3', '@0,3', '甲@1,0', '@1,1', '乙@1,2+2x2'])
    expect(grid.cells[2]!.at.cell).toBe('B4')
  })
  test('cut a merge of whole columns at the content, and say so', async () => {
    const rows = row(1, inline('A1', '甲')) + row(2, inline('B2', '乙'))
    const document = await read(xlsxOf([sheet(rows, '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')]))
    expect(firstGrid(document)).toMatchObject({ rows: 2, columns: 2 })
    expect(codes(document)).toEqual(['limit'])
  })
  test('name hidden sheets, rows and columns; hidden sheets are not read', async () => {
    const hidden = { ...sheet(row(1, inline('A1', '藏'))), name: '底稿', state: 'veryHidden' }
    const rows = row(1, inline('A1', '甲') + inline('C1', '丙')) + row(2, inline('A2', '乙'), 'hidden="1"')
    const xml = `<cols><col min="3" max="9" hidden="1"/></cols><sheetData>${rows}</sheetData>`
    const document = await read(xlsxOf([hidden, { name: '自评表', xml }]))
    expect(document.sheets).toEqual(['底稿', '自评表'])
    expect(document.blocks).toHaveLength(1)
    expect(document.notes.map((note) => note.message)).toEqual([
      '工作表“底稿”被隐藏，未读取',
      '工作表“自评表”第 2 行被隐藏，内容仍已读取',
      '工作表“自评表”第 C 列被隐藏，内容仍已读取',
    ])
  })
  test('stay small for a cell in the last corner of the sheet', async () => {
    const grid = firstGrid(
      await read(xlsxOf([sheet(row(1, inline('A1', '甲')) + row(1_048_576, inline('XFD1048576', '乙')))])),
    )
    expect([grid.rows, grid.columns, grid.cells.length]).toEqual([1_048_576, 16_384, 2])
  })
  test('count rows and cells that have no address', async () => {
    const rows = '<row><c t="inlineStr"><is><t>甲</t></is></c></row><row><c/><c><v>5</v></c></row>'
    expect(shape(firstGrid(await read(xlsxOf([sheet(rows)]))))).toEqual(['甲@0,0', '@0,1', '@1,0', '5@1,1'])
  })
  test('agree with the hucre library on values and merges', async () => {
    const rows = Array.from({ length: 40 }, (_, index) => [
      '项目',
      index * 1.37,
      null,
      index % 2 === 0,
      `第${index}行\n二`,
      index,
    ])
    const merges = [{ startRow: 3, startCol: 0, endRow: 5, endCol: 1 }]
    const bytes = await writeXlsx({ sheets: [{ name: 'S', rows, merges }] })
    const grid = firstGrid(await read(bytes))
    const theirs = (await readXlsx(bytes)).sheets[0]!
    expect(grid.cells.find((cell) => cell.rowSpan > 1)).toMatchObject({ row: 3, column: 0, rowSpan: 3, columnSpan: 2 })
    expect(theirs.merges).toEqual(merges)
    const covered = (r: number, c: number): boolean => r >= 3 && r <= 5 && c <= 1
    for (const cell of grid.cells) {
      if (covered(cell.row, cell.column)) continue
      const value = theirs.rows[cell.row]![cell.column] ?? ''
      const mine = cell.stored ?? cell.text
      if (typeof value === 'number') expect(Number(mine)).toBeCloseTo(value, 9)
      else expect(mine).toBe(String(value === true ? 'TRUE' : value === false ? 'FALSE' : value))
    }
  })
})
