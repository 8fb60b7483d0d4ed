import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { AppError } from '../../domain/failure.ts'
import type { Block, Grid, SourceDocument } from '../../domain/source-document.ts'
import { readDocument } from '../index.ts'
import { compoundFileOf, docOf, type TestDoc } from '../test-compound.ts'
import { seededRandom } from '../test-packages.ts'

const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../../test/fixtures/${name}`, import.meta.url)))
const read = (doc: TestDoc): Promise<SourceDocument> => readDocument(docOf(doc), 'a.doc')

const IN_TABLE = [0x16, 0x24, 1]
const ROW_END = [...IN_TABLE, 0x17, 0x24, 1]
const depth = (value: number): number[] => [...IN_TABLE, 0x49, 0x66, value, 0, 0, 0]
const INNER_CELL = [0x4b, 0x24, 1]
const INNER_ROW_END = [0x4b, 0x24, 1, 0x4c, 0x24, 1]
const word = (value: number): number[] => [value & 255, (value >> 8) & 255]

/** sprmTDefTable with these cell sides and merge flags. */
const definition = (edges: readonly number[], flags: readonly number[]): number[] => {
  const body = [
    flags.length,
    ...edges.flatMap(word),
    ...flags.flatMap((flag) => [...word(flag), ...new Array<number>(18).fill(0)]),
  ]
  return [0x08, 0xd6, ...word(body.length + 1), ...body]
}
const row = (edges: readonly number[], flags: readonly number[]): number[] => [...ROW_END, ...definition(edges, flags)]

const shape = (block: Block | undefined): string[] =>
  block?.kind === 'grid'
    ? block.cells.map((cell) => {
        const spans = cell.rowSpan * cell.columnSpan > 1 ? `+${cell.rowSpan}x${cell.columnSpan}` : ''
        return `${cell.text}@${cell.row},${cell.column}${spans}`
      })
    : []

interface PlainGrid {
  readonly rows: number
  readonly columns: number
  readonly cells: readonly { readonly text: string; readonly nested?: readonly PlainGrid[] }[]
}
const plain = (grid: Grid): PlainGrid => ({
  rows: grid.rows,
  columns: grid.columns,
  cells: grid.cells.map(({ row: r, column, rowSpan, columnSpan, text, nested }) => ({
    ...{ row: r, column, rowSpan, columnSpan, text: text.replace(/\s+/gu, '') },
    ...(nested === undefined ? {} : { nested: nested.map(plain) }),
  })),
})

describe('.doc files made by LibreOffice', () => {
  test.each(['merged', 'nested'])('%s.doc: every cell as in the .docx it was made from', async (name) => {
    const document = await readDocument(fixture(`pdf/${name}.doc`), `${name}.doc`)
    const grids = document.blocks.filter((block) => block.kind === 'grid')
    const expected = JSON.parse(new TextDecoder().decode(fixture(`pdf/${name}.expected.json`))) as unknown
    expect(grids.map(plain)).toEqual(expected)
  })
  test.each([
    ['forms/official-layout', 'forms/official-layout'],
    ['generated/forms', 'generated/forms'],
    ['doc/special', 'doc/special'],
  ])('%s.doc: block by block as its .docx', async (doc, docx) => {
    const [own, other] = await Promise.all([
      readDocument(fixture(`${doc}.doc`), 'a.doc'),
      readDocument(fixture(`${docx}.docx`), 'a.docx'),
    ])
    expect(own.blocks).toEqual(other.blocks)
    expect(own.blocks.length).toBeGreaterThan(2)
    expect(own.notes.map((note) => note.code)).toEqual(other.notes.map((note) => note.code))
  })
})

describe('text of .doc files', () => {
  test('of pieces in any order, of two bytes or one, goes over their borders', async () => {
    const cells = { text: 'said “ok”\u0007', bytes: [0x73, 0x61, 0x69, 0x64, 0x20, 0x93, 0x6f, 0x6b, 0x94, 7] }
    const document = await read({
      pieces: [{ text: '表前\r甲' }, { text: '乙\u0007' }, cells, { text: '\u0007表后\r' }],
      paragraphs: [[], IN_TABLE, IN_TABLE, row([0, 1000, 3000], [0, 0]), []],
    })
    expect(document.format).toBe('doc')
    expect(document.blocks.map((block) => (block.kind === 'paragraph' ? block.text : shape(block)))).toEqual([
      '表前',
      ['甲乙@0,0', 'said “ok”@0,1'],
      '表后',
    ])
  })
  test('shows results of fields, and leaves out hidden and deleted text', async () => {
    const text = '\u0013 PAGE \u001412\u0015页藏旧新\u000b下\u001e-\u0007end\r'
    const at = (char: string): number => text.indexOf(char)
    const document = await read({
      pieces: [{ text }],
      paragraphs: [[], []],
      runs: [
        { from: at('藏'), to: at('藏') + 1, sprms: [0x3c, 0x08, 1] },
        { from: at('旧'), to: at('旧') + 1, sprms: [0x00, 0x08, 1] },
        { from: at('新'), to: at('新') + 1, sprms: [0x01, 0x08, 1] },
      ],
    })
    expect(document.blocks.map((block) => block.kind === 'paragraph' && block.text)).toEqual(['12页新\n下--', 'end'])
    expect(document.notes).toMatchObject([{ code: 'tracked-change', message: expect.stringContaining('2 处') }])
  })
  test('stands on pages when the breaks account for the stated count', async () => {
    const doc = { pieces: [{ text: '一\r\f二\r三\r' }], paragraphs: [[], [], [0x07, 0x24, 1]] }
    const pages = async (stated: number): Promise<unknown> =>
      (await read({ ...doc, pages: stated })).blocks.map((b) => b.at.page)
    expect(await pages(3)).toEqual([1, 2, 3])
    expect(await pages(4)).toEqual([undefined, undefined, undefined])
  })
})

describe('tables of .doc files', () => {
  test('merge down by flags and across by sides', async () => {
    const document = await read({
      pieces: [{ text: '甲\u0007乙\u0007\u0007\u0007丙\u0007\u0007宽\u0007\u0007' }],
      paragraphs: [
        ...[IN_TABLE, IN_TABLE, row([0, 1000, 3000], [0x60, 0])],
        ...[IN_TABLE, IN_TABLE, row([4, 1003, 3000], [0x20, 0])],
        ...[IN_TABLE, row([0, 3000], [0])],
      ],
    })
    expect(shape(document.blocks[0])).toEqual(['甲@0,0+2x1', '乙@0,1', '丙@1,1', '宽@2,0+1x2'])
  })
  test.each([
    ['first 1, then 2', [1, 2, 0]],
    ['first 2, then 1', [2, 1, 0]],
    ['first 3, then 1', [3, 1, 0]],
  ])('merge across by flags in either sense: %s', async (_, flags) => {
    const document = await read({
      pieces: [{ text: '并\u0007\u0007旁\u0007\u0007' }],
      paragraphs: [IN_TABLE, IN_TABLE, IN_TABLE, row([0, 1000, 2000, 3000], flags)],
    })
    expect(shape(document.blocks[0])).toEqual(['并@0,0+1x2', '旁@0,2'])
  })
  test('change their cells by modifiers behind the definition', async () => {
    const merged = [...row([0, 1000, 2000, 3000], [0, 0, 0]), 0x24, 0x56, 0, 2]
    const vertical = [0x2b, 0xd6, 2, 2, 3]
    const document = await read({
      pieces: [{ text: '并\u0007\u0007上\u0007\u0007a\u0007b\u0007\u0007\u0007' }],
      paragraphs: [
        ...[IN_TABLE, IN_TABLE, IN_TABLE, [...merged, ...vertical]],
        ...[IN_TABLE, IN_TABLE, IN_TABLE, row([0, 1000, 2000, 3000], [0, 0, 0x20])],
      ],
    })
    expect(shape(document.blocks[0])).toEqual(['并@0,0+1x2', '上@0,2+2x1', 'a@1,0', 'b@1,1'])
  })
  test('stand inside one another', async () => {
    const document = await read({
      pieces: [{ text: '外\r内1\r内2\r\r\u0007旁\u0007\u0007' }],
      paragraphs: [
        IN_TABLE,
        [...depth(2), ...INNER_CELL],
        [...depth(2), ...INNER_CELL],
        [...depth(2), ...INNER_ROW_END, ...definition([0, 500, 1000], [0, 0])],
        IN_TABLE,
        IN_TABLE,
        row([0, 2000, 3000], [0, 0]),
      ],
    })
    const grid = document.blocks[0] as Grid
    expect(grid.cells.map((cell) => cell.text)).toEqual(['外', '旁'])
    expect(shape(grid.cells[0]?.nested?.[0])).toEqual(['内1@0,0', '内2@0,1'])
    expect(grid.cells[0]?.nested?.[0]?.at.table).toBe(2)
  })
  test('take a definition too long for its page from the data stream', async () => {
    const sprms = row([0, 700, 1400], [0, 0])
    const huge = [0x46, 0x66, 3, 0, 0, 0]
    const document = await read({
      pieces: [{ text: '甲\u0007乙\u0007\u0007' }],
      paragraphs: [IN_TABLE, IN_TABLE, huge],
      data: [9, 9, 9, ...word(sprms.length), ...sprms],
    })
    expect(shape(document.blocks[0])).toEqual(['甲@0,0', '乙@0,1'])
  })
  test('without a definition are laid out like their neighbours', async () => {
    const document = await read({
      pieces: [{ text: '甲\u0007乙\u0007\u0007丙\u0007丁\u0007\u0007' }],
      paragraphs: [IN_TABLE, IN_TABLE, row([0, 1000, 3000], [0, 0]), IN_TABLE, IN_TABLE, ROW_END],
    })
    expect(shape(document.blocks[0])).toEqual(['甲@0,0', '乙@0,1', '丙@1,0', '丁@1,1'])
  })
})

describe('.doc files that cannot be read', () => {
  const failure = (bytes: Uint8Array): Promise<AppError> =>
    readDocument(bytes, 'a.doc').then(
      () => expect.fail('was read'),
      (error: AppError) => error,
    )
  const doc = { pieces: [{ text: '甲\r' }], paragraphs: [[]] }
  test('each get a message with what to do', async () => {
    expect(await failure(docOf({ ...doc, flags: 0x0300 }))).toMatchObject({ code: 'ENCRYPTED_FILE' })
    const old = await failure(docOf({ ...doc, version: 0x68 }))
    expect([old.code, old.message, old.remedy]).toEqual([
      'UNSUPPORTED_FORMAT',
      expect.stringContaining('Word 95'),
      expect.stringContaining('.docx'),
    ])
    expect((await failure(docOf({ ...doc, flags: 0 }))).message).toContain('0Table')
    const empty = await failure(compoundFileOf({ WordDocument: new Uint8Array(600) }))
    expect(empty.code).toBe('UNREADABLE_FILE')
  })
  test('a file cut anywhere gets a message', async () => {
    const whole = fixture('pdf/nested.doc')
    for (let length = 512; length < whole.length - 512; length += 997) {
      expect((await failure(whole.subarray(0, length))).code).toMatch(/TRUNCATED_FILE|UNREADABLE_FILE/)
    }
  })
  test('sectors that lead back to themselves end', async () => {
    const bytes = docOf(doc)
    const view = new DataView(bytes.buffer)
    const table = 512 * (1 + view.getUint32(76, true))
    for (let entry = 0; entry < 127; entry += 1) view.setUint32(table + 4 * entry, entry ^ 1, true)
    expect((await failure(bytes)).code).toMatch(/UNREADABLE_FILE|TRUNCATED_FILE/)
  })
  test('mutated files are read or get a message, and none takes long', async () => {
    const random = seededRandom(97)
    const seeds = ['pdf/merged.doc', 'pdf/nested.doc', 'doc/special.doc'].map(fixture)
    let slowest = 0
    for (let round = 0; round < 600; round += 1) {
      const bytes = mutated(seeds[round % 3]!, random)
      const started = performance.now()
      await readDocument(bytes, 'a.doc').catch((error: unknown) => expect(error).toBeInstanceOf(AppError))
      slowest = Math.max(slowest, performance.now() - started)
    }
    expect(slowest).toBeLessThan(2000)
  })
})

/** Bytes changed anywhere, more often in the tables at the head of sectors, and numbers set to extremes. */
function mutated(source: Uint8Array, random: () => number): Uint8Array {
  const bytes = source.slice(0, random() < 0.1 ? Math.floor(random() * source.length) : source.length)
  for (let change = Math.floor(random() * 8); change >= 0; change -= 1) {
    const at = Math.floor(random() * bytes.length) & (random() < 0.5 ? ~0x1ff : ~0)
    if (random() < 0.4) bytes[at] = random() * 256
    else if (random() < 0.5) bytes.fill(random() < 0.5 ? 255 : 0, at & ~3, (at & ~3) + 4)
    else bytes.copyWithin(at, Math.floor(random() * bytes.length), Math.floor(random() * bytes.length))
  }
  return bytes
}
