/** Small files that would grow without end: each is stopped within seconds and told, or simply read. */
import { describe, expect, it } from 'vitest'
import { AppError } from '../../src/domain/failure.ts'
import { readDocument } from '../../src/readers/index.ts'
import { docxOf, xlsxOf, zipOf } from '../../src/readers/test-packages.ts'
import { recognise } from '../../src/recognise/index.ts'
import { withDirectory } from './broken-files.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const rows = (count: number, row: (number: number) => string): string =>
  Array.from({ length: count }, (_, index) => row(index + 1)).join('')
const sheet = (xml: string, strings: readonly string[] = []): Uint8Array => xlsxOf([{ name: '表', xml }], { strings })
const columns = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index))

/** The processor may be shared with other tests; alone, each takes well under two seconds. */
const SECONDS = 15

const BOMBS: Readonly<Record<string, readonly [file: string, make: () => Uint8Array, told: RegExp | 'read']>> = {
  'zip: white space without end': [
    'a.docx',
    () => docxOf(' '.repeat(20_000_000)),
    /^a\.docx!word\/document\.xml 压缩比超过上限（500 : 1，疑为压缩炸弹）/,
  ],
  'zip: a size that lies': [
    'a.docx',
    () => withDirectory(docxOf(' '.repeat(20_000_000)), (view, at) => view.setUint32(at + 24, 3000, true)),
    /文件已损坏：(?:解压后的大小|压缩数据不对|校验和)/,
  ],
  'zip: more entries than any package': [
    'a.docx',
    () => zipOf(Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`${index}`, '']))),
    /压缩包（内有 3000 个文件）/,
  ],
  'xml: elements in elements': ['a.docx', () => docxOf('<w:p>'.repeat(500_000)), /元素嵌套层数超过上限（1000 层）/],
  'xml: entities in entities': [
    'a.xlsx',
    () =>
      zipOf({
        '[Content_Types].xml': 'spreadsheetml.sheet.main',
        'xl/workbook.xml': `<!DOCTYPE a [<!ENTITY a "${'a'.repeat(50)}">${rows(9, (n) => `<!ENTITY a${n} "${`&a${n - 1};`.repeat(10)}">`)}]><a>&a9;</a>`,
      }),
    /文档类型声明（DTD），不予读取/,
  ],
  'word: a column span of a thousand in each cell': [
    'a.docx',
    () =>
      docxOf(
        `<w:tbl><w:tr>${'<w:tc><w:tcPr><w:gridSpan w:val="1000"/></w:tcPr><w:p/></w:tc>'.repeat(10)}</w:tr></w:tbl>`,
      ),
    /表格列数超过上限（4096 列）/,
  ],
  'excel: merges over a million rows': [
    'a.xlsx',
    () =>
      sheet(
        `<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="Z1048576"><v>1</v></c></row></sheetData><mergeCells>${columns.map((name) => `<mergeCell ref="${name}2:${name}1048575"/>`).join('')}</mergeCells>`,
      ),
    /表格行数与合并单元格所跨行数之和超过上限/,
  ],
  'excel: a long text in very many cells': [
    'a.xlsx',
    () =>
      sheet(`<sheetData>${rows(20_000, (n) => `<row r="${n}"><c r="A${n}" t="s"><v>0</v></c></row>`)}</sheetData>`, [
        `<t>${'甲 '.repeat(16_000)}</t>`,
      ]),
    /全文字数超过上限/,
  ],
  'excel: a long formula in very many cells': [
    'a.xlsx',
    () =>
      sheet(
        `<sheetData><row r="1"><c r="A1"><f t="shared" si="0">${'A1+'.repeat(2600)}A1</f></c>${rows(20_000, (n) => `<c r="B${n}"><f t="shared" si="0"/></c>`)}</row></sheetData>`,
      ),
    /公式总长度超过上限/,
  ],
  'html: cells that reach over all rows': [
    'a.html',
    () => utf8(`<table><tr>${'<td rowspan=65534>'.repeat(2000)}${'<tr>'.repeat(20_000)}</table>`),
    /表格行数与合并单元格所跨行数之和超过上限/,
  ],
  'html: formatting that multiplies': [
    'a.html',
    () => utf8(`<html><p>${rows(400, (n) => `<b id=${n}>`)}${'</p><p>x'.repeat(10_000)}`),
    /网页元素(?:数|嵌套层数)超过上限/,
  ],
  'html: content thrown out of a table': ['a.html', () => utf8(`<table>${'<i></i>'.repeat(100_000)}`), 'read'],
  'html: attributes without end': ['a.html', () => utf8(`<html><p ${rows(50_000, (n) => `a${n} `)}>x</p>`), 'read'],
  'text: bars that make no table': ['a.md', () => utf8('a|b\n'.repeat(200_000)), 'read'],
  'text: white space before a bar': ['a.md', () => utf8(`a|b\n${' '.repeat(300_000)}x|\n`), 'read'],
  'text: quotation marks without a match': ['a.txt', () => utf8(`a,b,"${'x'.repeat(30_000)},d\n`.repeat(301)), 'read'],
  'text: paragraphs left open': ['a.txt', () => utf8(`a\t<p></p><p>${'x'.repeat(20_000)}\n`.repeat(200)), 'read'],
  'text: one cell of very many lines': [
    'a.txt',
    () => utf8(`${'\ta\n\tb\n\tc\n\n'.repeat(4)}\ta\n${'x\n'.repeat(200_000)}`),
    'read',
  ],
  'text: nothing but tabs': ['a.txt', () => utf8('\t'.repeat(3_000_000)), /表格列数超过上限（4096 列）/],
  'text: a gap as long as a book': [
    'a.txt',
    () => utf8(`项目名称\ta${' '.repeat(300_000)}b\t:${':'.repeat(300_000)}x\n一级指标\t得分\t分值\n`),
    'read',
  ],
}

describe('bombs', () => {
  it.each(Object.entries(BOMBS))('%s', async (_, [file, make, expected]) => {
    const bytes = make()
    const start = process.cpuUsage()
    let told = 'read'
    try {
      recognise(await readDocument(bytes, file, { limits: { formulaCharacters: 8_000_000 } }))
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      told = `${error.where} ${error.message}`
    }
    const { user, system } = process.cpuUsage(start)
    expect(told).toEqual(expected === 'read' ? 'read' : expect.stringMatching(expected))
    expect((user + system) / 1e6).toBeLessThan(SECONDS)
  })
})
