import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import { describe, expect, test } from 'vitest'
import type { Grid, SourceDocument } from '../../domain/source-document.ts'
import { readDocument } from '../index.ts'
import { docxOf, relationships } from '../test-packages.ts'

const p = (text: string, properties = ''): string => `<w:p><w:r>${properties}<w:t>${text}</w:t></w:r></w:p>`
const run = (inside: string): string => `<w:p><w:r>${inside}</w:r></w:p>`
const tc = (text: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`
const tr = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`
const tbl = (...rows: string[]): string => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`

const read = (body: string, more?: Record<string, string>): Promise<SourceDocument> =>
  readDocument(docxOf(body, more), 'a.docx')
const texts = async (body: string): Promise<string[]> =>
  (await read(body)).blocks.map((block) => (block.kind === 'paragraph' ? block.text : block.kind))
const firstGrid = (document: SourceDocument): Grid => document.blocks.find((block) => block.kind === 'grid')!
/** `text@row,column` with `+rows×columns` for cells that span. */
const shape = (grid: Grid): string[] =>
  grid.cells.map((cell) => {
    const spans = cell.rowSpan * cell.columnSpan > 1 ? `+${cell.rowSpan}x${cell.columnSpan}` : ''
    return `${cell.text}@${cell.row},${cell.column}${spans}`
  })

describe('Word text', () => {
  test('reads tabs, breaks, hyphens, symbols and formulas', async () => {
    const body = run('<w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>d</w:t>')
    expect(await texts(body)).toEqual(['a\tb\nc-d'])
    const symbols =
      '<w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Symbol" w:char="F0B3"/><w:sym w:font="宋体" w:char="4E2D"/>'
    expect(await texts(run(symbols))).toEqual(['☑≥中'])
  })
  test('does not read tab stops as tabs', async () => {
    expect(
      await texts('<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>x</w:t></w:r></w:p>'),
    ).toEqual(['x'])
  })
  test('shows the result of a field and not its code', async () => {
    const field = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
    const body = `<w:p>${field('begin')}<w:r><w:instrText>PAGE</w:instrText><w:t>code</w:t></w:r>${field('separate')}<w:r><w:t>12</w:t></w:r>${field('end')}<w:fldSimple w:instr="X"><w:r><w:t>页</w:t></w:r></w:fldSimple></w:p>`
    expect(await texts(body)).toEqual(['12页'])
  })
  test('leaves out hidden text, but not text whose paragraph mark is hidden', async () => {
    expect(
      await texts(p('藏', '<w:rPr><w:vanish/></w:rPr>') + p('显', '<w:rPr><w:vanish w:val="0"/></w:rPr>')),
    ).toEqual(['显'])
    expect(await texts('<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t>显</w:t></w:r></w:p>')).toEqual(['显'])
  })
  test('reads tracked insertions, leaves out deletions and notes both', async () => {
    const body =
      '<w:p><w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>移来</w:t></w:r></w:moveTo></w:p>'
    const document = await read(body)
    expect(document.blocks).toEqual([{ kind: 'paragraph', text: '新移来', at: {} }])
    expect(document.notes.map((note) => note.code)).toEqual(['tracked-change'])
  })
  test('reads one branch of an AlternateContent, and the text box in it', async () => {
    const box = `<w:txbxContent>${p('框内')}</w:txbxContent>`
    const body = `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps">${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent><w:t>正文</w:t></w:r></w:p>`
    expect(await texts(body)).toEqual(['框内', '正文'])
  })
  test('notes a comment with its text, and linked files', async () => {
    const document = await read('<w:p><w:r><w:t>甲</w:t><w:commentReference w:id="7"/></w:r></w:p>', {
      'word/_rels/document.xml.rels': relationships([
        ['comments', 'comments.xml'],
        ['hyperlink', 'https://example.org/', 'External'],
        ['oleObject', 'file:///D:/data.xlsx', 'External'],
      ]),
      'word/comments.xml': `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="7">${p('请核实')}</w:comment></w:comments>`,
    })
    expect(document.notes.map((note) => [note.code, note.message])).toEqual([
      ['comment', '此处有批注：请核实'],
      ['external-link', '文档引用了外部文件，未读取：file:///D:/data.xlsx'],
    ])
  })
  test('reads content controls, and names elements by namespace and not by prefix', async () => {
    expect(await texts(`<w:sdt><w:sdtContent>${p('内')}</w:sdtContent></w:sdt>`)).toEqual(['内'])
    const other = docxOf('', {
      'word/document.xml':
        '<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main" xmlns:w="urn:other"><x:body><x:p><x:r><x:t>严格</x:t><w:t>他</w:t></x:r></x:p></x:body></x:document>',
    })
    expect((await readDocument(other, 'a.docx')).blocks).toEqual([{ kind: 'paragraph', text: '严格', at: {} }])
  })
})

describe('Word tables', () => {
  test('gives exact spans for gridSpan, vMerge, gridBefore and gridAfter', async () => {
    const grid = firstGrid(
      await read(
        tbl(
          tr(tc('甲', '<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>'), tc('乙')),
          tr(tc('藏', '<w:gridSpan w:val="2"/><w:vMerge/>'), tc('丙')),
          `<w:tr><w:trPr><w:gridBefore w:val="1"/><w:gridAfter w:val="1"/></w:trPr>${tc('丁')}</w:tr>`,
        ),
      ),
    )
    expect([grid.rows, grid.columns]).toEqual([3, 3])
    expect(shape(grid)).toEqual(['甲@0,0+2x2', '乙@0,2', '丙@1,2', '丁@2,1'])
    expect(grid.cells[3]!.at).toEqual({ table: 1, row: 3, column: 2 })
  })
  test('begins a new cell where a merge goes on nothing', async () => {
    const grid = firstGrid(await read(tbl(tr(tc('a', '<w:vMerge/>'), tc('b')), tr(tc('c'), tc('d', '<w:vMerge/>')))))
    expect(shape(grid)).toEqual(['a@0,0', 'b@0,1', 'c@1,0', 'd@1,1'])
  })
  test('reads the old horizontal merge', async () => {
    const grid = firstGrid(await read(tbl(tr(tc('a', '<w:hMerge w:val="restart"/>'), tc('', '<w:hMerge/>'), tc('b')))))
    expect(shape(grid)).toEqual(['a@0,0+1x2', 'b@0,2'])
  })
  test('keeps paragraphs of a cell as lines, and nested tables beside its text', async () => {
    const inner = tbl(tr(tc('内1'), tc('内2')))
    const grid = firstGrid(await read(tbl(tr(`<w:tc>${p('上')}${p('下')}${inner}${p('')}</w:tc>`, tc('旁')))))
    expect(grid.cells[0]!.text).toBe('上\n下')
    expect(shape(grid.cells[0]!.nested![0]!)).toEqual(['内1@0,0', '内2@0,1'])
    expect(grid.cells[0]!.nested![0]!.cells[1]!.at).toEqual({ table: 2, row: 1, column: 2 })
  })
  test('takes apart a table that only holds another one', async () => {
    const document = await read(tbl(tr(`<w:tc>${tbl(tr(tc('甲'), tc('乙')))}${p('')}</w:tc>`)))
    expect(document.blocks.map((block) => block.kind === 'grid' && shape(block))).toEqual([['甲@0,0', '乙@0,1']])
  })
  test('leaves out a row that a tracked change deletes', async () => {
    const grid = firstGrid(
      await read(tbl(tr(tc('a')), `<w:tr><w:trPr><w:del/></w:trPr>${tc('b')}</w:tr>`, tr(tc('c')))),
    )
    expect([grid.rows, ...shape(grid)]).toEqual([2, 'a@0,0', 'c@1,0'])
  })
  test('cuts a span that no form has, and says so', async () => {
    const document = await read(tbl(tr(tc('a', '<w:gridSpan w:val="99999999"/>'))))
    expect(firstGrid(document).columns).toBe(1000)
    expect(document.notes.map((note) => note.code)).toEqual(['limit'])
  })
  test('counts a page end once for a row that runs over it', async () => {
    const turn = '<w:p><w:r><w:lastRenderedPageBreak/><w:t>续</w:t></w:r></w:p>'
    const document = await read(
      tbl(tr(`<w:tc>${p('a')}${turn}</w:tc>`, `<w:tc>${p('b')}${turn}</w:tc>`), tr(`<w:tc>${turn}</w:tc>`, tc('d'))) +
        p('尾'),
    )
    expect(firstGrid(document).cells.map((cell) => cell.at.page)).toEqual([1, 1, 3, 3])
    expect(document.blocks[1]!.at).toEqual({ page: 3 })
    expect(document.pages).toBe(3)
  })
  test('believes manual page breaks only when they agree with the stated number of pages', async () => {
    const body = p('一') + run('<w:br w:type="page"/>') + p('二')
    const app = (pages: number): Record<string, string> => ({
      'docProps/app.xml': `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Pages>${pages}</Pages></Properties>`,
    })
    expect((await read(body, app(2))).blocks.map((block) => block.at.page)).toEqual([1, 2])
    expect((await read(body, app(5))).blocks.map((block) => block.at.page)).toEqual([undefined, undefined])
  })
  test('reads what the docx library writes', async () => {
    const cell = (text: string, spans: object = {}): TableCell =>
      new TableCell({ children: [new Paragraph(text)], ...spans })
    const table = new Table({
      rows: [
        new TableRow({ children: [cell('资金', { rowSpan: 2 }), cell('合计', { columnSpan: 2 })] }),
        new TableRow({ children: [cell('43.20'), cell('37.24')] }),
      ],
    })
    const bytes = new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children: [table] }] })))
    expect(shape(firstGrid(await readDocument(bytes, 'a.docx')))).toEqual([
      '资金@0,0+2x1',
      '合计@0,1+1x2',
      '43.20@1,1',
      '37.24@1,2',
    ])
  })
})
