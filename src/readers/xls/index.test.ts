import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { AppError } from '../../domain/failure.ts'
import type { GridCell, SourceDocument } from '../../domain/source-document.ts'
import { readDocument } from '../index.ts'
import { compoundFileOf } from '../test-compound.ts'
import { seededRandom } from '../test-packages.ts'
import { formulaText } from './formula.ts'
import { rkNumber } from './rk.ts'

const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../../test/fixtures/${name}`, import.meta.url)))

const u16 = (...values: readonly number[]): number[] => values.flatMap((value) => [value & 255, (value >> 8) & 255])
const u32 = (value: number): number[] => [...u16(value & 0xffff), ...u16(value >>> 16)]
const double = (value: number): number[] => [...new Uint8Array(Float64Array.of(value).buffer)]
const record = (type: number, data: readonly number[]): number[] => [...u16(type, data.length), ...data]
const name = (text: string): number[] => [text.length, 0, ...[...text].map((char) => char.charCodeAt(0))]
const long = (text: string): number[] => [
  ...u16(text.length),
  1,
  ...u16(...[...text].map((char) => char.charCodeAt(0))),
]
const BEGIN = (kind: number): number[] => record(0x0809, [...u16(0x0600, kind), 0, 0, 0, 0])
const END = record(0x000a, [])

/** A workbook of one sheet with these records, and these among those that sheets share. */
function xlsOf(sheet: readonly number[], shared: readonly number[] = []): Uint8Array {
  const head = [...BEGIN(5), ...record(0xe0, [...u16(0, 0), ...new Array<number>(16).fill(0)]), ...shared]
  const sheetRecord = (offset: number): number[] => record(0x85, [...u32(offset), 0, 0, ...name('S')])
  const offset = head.length + sheetRecord(0).length + END.length
  const stream = [...head, ...sheetRecord(offset), ...END, ...BEGIN(16), ...sheet, ...END]
  return compoundFileOf({ Workbook: Uint8Array.from(stream) })
}

const read = (bytes: Uint8Array): Promise<SourceDocument> => readDocument(bytes, 'a.xls')
const cellsOf = async (bytes: Uint8Array): Promise<readonly GridCell[]> =>
  (await read(bytes)).blocks.flatMap((block) => (block.kind === 'grid' ? block.cells : []))
const texts = async (bytes: Uint8Array): Promise<string[]> => (await cellsOf(bytes)).map((cell) => cell.text)

describe('.xls files made by LibreOffice', () => {
  test.each([
    ['xls/formats', 'xls/formats'],
    ['forms/two-sheets-one-hidden', 'forms/two-sheets-one-hidden'],
  ])('%s.xls: cell by cell as its .xlsx', async (xls, xlsx) => {
    const own = await read(fixture(`${xls}.xls`))
    const other = await readDocument(fixture(`${xlsx}.xlsx`), 'a.xlsx')
    // LibreOffice turns a plain TRUE into a formula on the way.
    const withoutTrue = (document: SourceDocument): unknown =>
      JSON.parse(JSON.stringify(document.blocks).replaceAll(/,"formula":"TRUE(?:\(\))?"/g, ''))
    expect(own.format).toBe('xls')
    expect(withoutTrue(own)).toEqual(withoutTrue(other))
    expect([own.sheets, own.notes]).toEqual([other.sheets, other.notes])
  })
  test('formats print, formulas are written out and texts go on over records', async () => {
    const cells = (await read(fixture('xls/formats.xls'))).blocks.flatMap((b) => (b.kind === 'grid' ? b.cells : []))
    const at = (sheet: string, cell: string) => cells.find((each) => each.at.sheet === sheet && each.at.cell === cell)
    expect(at('格式', 'J5')).toMatchObject({ text: '2021年12月31日' })
    expect(at('格式', 'H3')).toMatchObject({ text: '1,234,567.89', stored: '1234567.891' })
    expect(at('公式 表', 'E3')).toMatchObject({ formula: 'SUM(A1,B1,A2:B2)' })
    expect(at('公式 表', 'B9')).toMatchObject({ formula: 'A9*2', text: '18' })
    expect(at('公式 表', 'C2')).toMatchObject({ formula: 'IF(A2>1,"是","否")' })
    expect(at('公式 表', 'C9')?.text).toHaveLength(5000)
    expect(at('多', 'C900')?.text).toMatch(/^混合 mixed 字*\s*2699$/)
  })
})

describe('records of .xls', () => {
  test('numbers in all their forms', async () => {
    const rk = (value: number): number[] => u32((value << 2) | 2)
    const sheet = [
      ...record(0x203, [...u16(0, 0, 0), ...double(0.1 + 0.2)]),
      ...record(0x27e, [...u16(0, 1, 0), ...u32((8620 << 2) | 3)]),
      ...record(0xbd, [...u16(0, 2), ...u16(0), ...rk(-7), ...u16(0), ...rk(12), ...u16(3)]),
      ...record(0x205, [...u16(0, 4, 0), 1, 0]),
      ...record(0x205, [...u16(0, 5, 0), 7, 1]),
    ]
    expect(await texts(xlsOf(sheet))).toEqual(['0.3', '86.2', '-7', '12', 'TRUE', '#DIV/0!'])
    expect(rkNumber(0x3ff00000)).toBe(1)
    expect(rkNumber(0x40590001)).toBe(1)
  })
  test('a text cut inside a character run, with the width told anew', async () => {
    const head = [...u32(2), ...u32(2), ...u16(4), 0, 97, 98]
    const strings = [
      ...record(0xfc, head),
      ...record(0x3c, [1, ...u16(0x4e2d, 0x6587), ...u16(1), 8 | 4, ...u16(1), ...u32(3), 120, 9, 9, 9, 9, 7, 7, 7]),
    ]
    const sheet = [record(0xfd, [...u16(0, 0, 0), ...u32(0)]), record(0xfd, [...u16(0, 1, 0), ...u32(1)])].flat()
    expect(await texts(xlsOf(sheet, strings))).toEqual(['ab中文', 'x'])
  })
  test('results of formulas that are texts, and charts inside a sheet that are no cells', async () => {
    const formula = [...u16(0, 0, 0), 0, 0, 0, 0, 0, 0, 0xff, 0xff, ...u16(0), ...u32(0), ...u16(3), 0x1e, ...u16(5)]
    const chart = [...BEGIN(0x20), ...record(0x203, [...u16(9, 9, 0), ...double(1)]), ...END]
    const cells = await cellsOf(xlsOf([...record(6, formula), ...record(0x207, long('合格')), ...chart]))
    expect(cells).toMatchObject([{ text: '合格', formula: '5' }])
  })
  test('dates count from 1904 when the file says so', async () => {
    const shared = [...record(0x22, u16(1)), ...record(0xe0, [...u16(0, 14), ...new Array<number>(16).fill(0)])]
    expect(await texts(xlsOf(record(0x27e, [...u16(0, 0, 1), ...u32((1 << 2) | 2)]), shared))).toEqual(['1904/1/2'])
  })
  test('comments are noted with their text', async () => {
    const sheet = [
      ...record(0x203, [...u16(0, 0, 0), ...double(1)]),
      ...record(0x5d, [...u16(0x15, 0x12, 0x19, 5), ...new Array<number>(14).fill(0)]),
      ...record(0x1b6, [...new Array<number>(10).fill(0), ...u16(3), ...new Array<number>(6).fill(0)]),
      ...record(0x3c, [1, ...u16(...[...'请核实'].map((char) => char.charCodeAt(0)))]),
      ...record(0x1c, [...u16(0, 0, 0, 5), 0, 0]),
    ]
    const { notes } = await read(xlsOf(sheet))
    expect(notes).toMatchObject([{ code: 'comment', message: 'S!A1 有批注：请核实', at: { cell: 'A1' } }])
  })
  test('formulas that cannot be written out leave the value alone', () => {
    const place = { row: 0, column: 0, sheetsOf: () => undefined }
    expect(formulaText(Uint8Array.of(0x1e, 5, 0, 0x23, 1, 0, 0, 0, 0x03), place)).toBeUndefined()
    expect(formulaText(Uint8Array.of(0x03), place)).toBeUndefined()
    expect(formulaText(Uint8Array.of(0x1e, 5, 0, 0x1e, 6, 0, 0x05, 0x13), place)).toBe('-5*6')
  })
})

describe('.xls files that cannot be read', () => {
  const failure = (bytes: Uint8Array): Promise<AppError> =>
    read(bytes).then(
      () => expect.fail('was read'),
      (error: AppError) => error,
    )
  test('each get a message with what to do', async () => {
    const book = (stream: readonly number[]): Uint8Array => compoundFileOf({ Workbook: Uint8Array.from(stream) })
    expect(await failure(book([...BEGIN(5), ...record(0x2f, u16(0, 1, 2)), ...END]))).toMatchObject({
      code: 'ENCRYPTED_FILE',
    })
    const old = await failure(book(record(0x0809, [...u16(0x0500, 5), 0, 0, 0, 0])))
    expect([old.code, old.message]).toEqual(['UNSUPPORTED_FORMAT', expect.stringContaining('Excel 95')])
    expect((await failure(compoundFileOf({ Book: new Uint8Array(600) }))).message).toContain('Excel 95')
    expect((await failure(book([1, 2, 3, 4, 5]))).code).toBe('UNREADABLE_FILE')
  })
  test('sheets laid over one another end', async () => {
    const whole = xlsOf(record(0x203, [...u16(0, 0, 0), ...double(1)]))
    expect((await read(whole)).blocks).toHaveLength(1)
    const cells = Array.from({ length: 200 }, (_, row) => record(0x203, [...u16(row, 0, 0), ...double(row)])).flat()
    const many = Array.from({ length: 50 }, () => record(0x85, [...u32(0), 0, 0, ...name('S')]))
    const head = [...BEGIN(5)]
    const offset = head.length + many.flat().length + END.length
    const sheets = many.flatMap((sheet) => [...sheet.slice(0, 4), ...u32(offset), ...sheet.slice(8)])
    const stream = [...head, ...sheets, ...END, ...BEGIN(16), ...cells, ...END]
    expect((await failure(compoundFileOf({ Workbook: Uint8Array.from(stream) }))).message).toContain('重叠')
  })
  test('mutated files are read or get a message, and none takes long', async () => {
    const random = seededRandom(8)
    const seeds = [fixture('forms/two-sheets-one-hidden.xls'), fixture('generated/forms.xls')]
    let slowest = 0
    for (let round = 0; round < 500; round += 1) {
      const bytes = seeds[round % 2]!.slice()
      for (let change = Math.floor(random() * 8); change >= 0; change -= 1) {
        const at = Math.floor(random() * bytes.length)
        if (random() < 0.6) bytes[at] = random() * 256
        else bytes.copyWithin(at, Math.floor(random() * bytes.length), Math.floor(random() * bytes.length))
      }
      const started = performance.now()
      await read(bytes).catch((error: unknown) => expect(error).toBeInstanceOf(AppError))
      slowest = Math.max(slowest, performance.now() - started)
    }
    expect(slowest).toBeLessThan(2000)
  })
})
