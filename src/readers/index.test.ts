import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { AppError } from '../domain/failure.ts'
import { type ReadOptions, readDocument } from './index.ts'
import { docxOf, seededRandom, stylesOf, xlsxOf, zipOf } from './test-packages.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const cell = (text: string): string => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`
const table = (rows: number): string =>
  `<w:tbl>${Array.from({ length: rows }, (_, row) => `<w:tr>${cell(`指标${row}`)}${cell('≥50次')}</w:tr>`).join('')}</w:tbl>`
const DOCX = docxOf(table(30))
const rowXml = (row: number): string => `<row r="${row}"><c r="A${row}" s="1"><v>${row}.5</v></c></row>`
const XLSX = xlsxOf(
  [{ name: '表', xml: `<sheetData>${Array.from({ length: 30 }, (_, row) => rowXml(row + 1)).join('')}</sheetData>` }],
  {
    styles: stylesOf(['General', '0.00%']),
  },
)
const HTML = utf8(`<html><table>${'<tr><td rowspan=2>甲<td>≥50次<tr><td>乙'.repeat(20)}</table>`)

async function failure(bytes: Uint8Array, file: string, options?: ReadOptions): Promise<AppError> {
  try {
    await readDocument(bytes, file, options)
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error(`${file} was read`)
}
const codeOf = async (bytes: Uint8Array, file: string, options?: ReadOptions): Promise<string> =>
  (await failure(bytes, file, options)).code

/** Directory entry of an OLE compound file, behind a header. */
function compoundOf(stream: string): Uint8Array {
  const bytes = new Uint8Array(1024)
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  for (let index = 0; index < stream.length; index += 1) bytes[512 + index * 2] = stream.charCodeAt(index)
  bytes[512 + 64] = (stream.length + 1) * 2
  bytes[512 + 66] = 2
  return bytes
}

describe('telling what a file is', () => {
  test('goes by the bytes; a wrong name is noted', async () => {
    const notes = async (bytes: Uint8Array, file: string): Promise<unknown[]> => {
      const document = await readDocument(bytes, file)
      return [document.format, ...document.notes.map((note) => note.message)]
    }
    expect(await notes(DOCX, 'a.docx')).toEqual(['docx'])
    expect(await notes(XLSX, '路径/a.XLSX')).toEqual(['xlsx'])
    expect(await notes(XLSX, 'a.docx')).toEqual([
      'xlsx',
      '扩展名是 .docx，实际是Excel 工作簿（.xlsx），已按实际格式读取',
    ])
    expect(await notes(DOCX, 'a.doc')).toEqual(['docx', '扩展名是 .doc，实际是Word 文档（.docx），已按实际格式读取'])
    expect(await notes(HTML, 'a.xls')).toEqual(['html', '扩展名是 .xls，实际是网页（HTML），已按实际格式读取'])
    expect(await notes(utf8('<!-- x --><?xml version="1.0"?>\n<TABLE><tr><td>甲</table>'), 'a.html')).toEqual(['html'])
    expect(await notes(DOCX, '无扩展名')).toEqual(['docx'])
  })
  test('reads a text file as text, also when it speaks of tables', async () => {
    const document = await readDocument(utf8('# 表\n\n用 <table> 标签写的 <td>x</td>'), 'a.md')
    expect(['md', 'txt']).toContain(document.format)
  })
  test('notes undecodable bytes', async () => {
    const bytes = utf8(`${'项目支出绩效自评表'.repeat(30)}\n得分`)
    bytes[4] = 0xff
    expect((await readDocument(bytes, 'a.txt')).notes.map((note) => note.code)).toEqual(['undecodable-bytes'])
  })
})

describe('files that cannot be read', () => {
  test('each get a message with what to do', async () => {
    const cases: readonly (readonly [Uint8Array, string, string, RegExp])[] = [
      [new Uint8Array(0), 'a.docx', 'UNREADABLE_FILE', /空/],
      [compoundOf('WordDocument'), 'a.doc', 'UNREADABLE_FILE', /损坏.*另存为 \.docx/],
      [compoundOf('PowerPoint Document'), 'a.ppt', 'UNSUPPORTED_FORMAT', /演示文稿.*另存为 \.docx/],
      [compoundOf('PowerPoint Document'), 'a.docx', 'MISLABELLED_FILE', /扩展名是 \.docx，但这是演示文稿/],
      [compoundOf('EncryptedPackage'), 'a.docx', 'ENCRYPTED_FILE', /已加密.*密码/],
      [zipOf({ 'OFD.xml': '<OFD/>' }), 'a.ofd', 'UNREADABLE_FILE', /OFD.*缺少正文.*PDF/],
      [zipOf({ 'a.docx': 'x', 'b.docx': 'y' }), 'a.zip', 'UNSUPPORTED_FORMAT', /2 个文件.*解压/],
      [utf8('{\\rtf1\\ansi}'), 'a.doc', 'UNSUPPORTED_FORMAT', /RTF.*\.docx/],
      [Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), 'a.pdf', 'MISLABELLED_FILE', /图片.*原件/],
      [utf8('MIME-Version: 1.0\nContent-Type: multipart/related'), 'a.doc', 'UNSUPPORTED_FORMAT', /\.mht/],
      [docxOf('<w:p>'), 'a.docx', 'UNREADABLE_FILE', /损坏.*另存/],
      [zipOf({ '[Content_Types].xml': 'spreadsheetml.sheet.main' }), 'a.xlsx', 'UNREADABLE_FILE', /缺少正文/],
    ]
    for (const [bytes, file, code, pattern] of cases) {
      const error = await failure(bytes, file)
      expect([error.code, `${error.message}|${error.remedy}`]).toEqual([code, expect.stringMatching(pattern)])
      expect(error.where).toContain(file)
    }
  })
  test('an encrypted entry is told', async () => {
    const bytes = DOCX.slice()
    const view = new DataView(bytes.buffer)
    for (let at = 0; at + 4 < bytes.length; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50) bytes[at + 8]! |= 1
    }
    expect(await codeOf(bytes, 'a.docx')).toBe('ENCRYPTED_FILE')
  })
  test('a file cut anywhere gets a message', async () => {
    for (const [bytes, file] of [
      [DOCX, 'a.docx'],
      [XLSX, 'a.xlsx'],
    ] as const) {
      for (let length = 4; length < bytes.length; length += 37) {
        expect(await codeOf(bytes.subarray(0, length), file)).toBe('TRUNCATED_FILE')
      }
    }
  })
})

describe('limits', () => {
  const bomb = zipOf({
    '[Content_Types].xml': 'wordprocessingml.document',
    'word/document.xml': ' '.repeat(20_000_000),
  })
  test('stop a zip bomb by its ratio and by its size', async () => {
    expect((await failure(bomb, 'a.docx')).message).toContain('压缩比')
    expect((await failure(bomb, 'a.docx', { limits: { zipEntryBytes: 1_000_000 } })).message).toContain('解压后大小')
  })
  test('stop an entry whose stated size lies, without unpacking it', async () => {
    const bytes = bomb.slice()
    const view = new DataView(bytes.buffer)
    for (let at = 0; at + 4 < bytes.length; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === 20_000_000)
        view.setUint32(at + 24, 1000, true)
    }
    expect((await failure(bytes, 'a.docx')).code).toBe('UNREADABLE_FILE')
  })
  test('hold for cells, depth, columns and bytes', async () => {
    const code = (bytes: Uint8Array, file: string, limits: ReadOptions['limits']): Promise<string> =>
      codeOf(bytes, file, { limits: limits! })
    expect(await code(DOCX, 'a.docx', { cells: 10 })).toBe('LIMIT_EXCEEDED')
    expect(await code(XLSX, 'a.xlsx', { cells: 10 })).toBe('LIMIT_EXCEEDED')
    expect(await code(DOCX, 'a.docx', { paragraphs: 10 })).toBe('LIMIT_EXCEEDED')
    expect(await code(XLSX, 'a.xlsx', { parts: 2 })).toBe('LIMIT_EXCEEDED')
    expect(await code(xlsxOf([], { strings: ['<t>a</t>', '<t>b</t>'] }), 'a.xlsx', { strings: 1 })).toBe(
      'LIMIT_EXCEEDED',
    )
    expect(await code(HTML, 'a.html', { cells: 10 })).toBe('LIMIT_EXCEEDED')
    expect(await code(HTML, 'a.html', { htmlNodes: 10 })).toBe('LIMIT_EXCEEDED')
    expect(await code(HTML, 'a.html', { htmlBytes: 10 })).toBe('LIMIT_EXCEEDED')
    expect(await code(DOCX, 'a.docx', { zipEntries: 1 })).toBe('LIMIT_EXCEEDED')
    expect(await code(DOCX, 'a.docx', { zipTotalBytes: 1000 })).toBe('LIMIT_EXCEEDED')
    expect(await code(DOCX, 'a.docx', { fileBytes: 100 })).toBe('FILE_TOO_LARGE')
    expect(await code(utf8('x\n'.repeat(99)), 'a.txt', { lines: 50 })).toBe('LIMIT_EXCEEDED')
    expect(await code(utf8('x\ty\tz\n'.repeat(99)), 'a.txt', { cells: 50 })).toBe('LIMIT_EXCEEDED')
    expect(await code(utf8('x|y|z\n--|--\n'.repeat(99)), 'a.md', { columns: 2 })).toBe('LIMIT_EXCEEDED')
    const nested = (depth: number): string =>
      depth === 0 ? '' : `<w:tbl><w:tr><w:tc>${nested(depth - 1)}<w:p/></w:tc></w:tr></w:tbl>`
    expect(await codeOf(docxOf(nested(40)), 'a.docx')).toBe('LIMIT_EXCEEDED')
    expect(await codeOf(docxOf('<w:sdt>'.repeat(2000)), 'a.docx')).toBe('LIMIT_EXCEEDED')
    expect(await codeOf(utf8(`<html>${'<div>'.repeat(100_000)}`), 'a.html')).toBe('LIMIT_EXCEEDED')
    expect(await codeOf(utf8(`<html>${'<table><tr><td>'.repeat(40)}`), 'a.html')).toBe('LIMIT_EXCEEDED')
    expect(await codeOf(utf8(`<html>${'<a><b><i>'.repeat(30_000)}`), 'a.html')).toBe('LIMIT_EXCEEDED')
    expect(await codeOf(utf8(`<table><tr>${'<td colspan=1000>'.repeat(5)}`), 'a.html')).toBe('LIMIT_EXCEEDED')
  })
  test('keep patterns over crafted text from running away', async () => {
    const started = performance.now()
    await readDocument(utf8(`${'<!---->'.repeat(2000)}x`), 'a.txt')
    await readDocument(utf8(`<html><p style="${' ;'.repeat(200_000)}">x`), 'a.html')
    await readDocument(docxOf(`<w:p><w:r w:x="${':br '.repeat(100_000)}"><w:t>x</w:t></w:r></w:p>`), 'a.docx')
    expect(performance.now() - started).toBeLessThan(5000)
  })
})

describe('damaged files', () => {
  test('damaged XML in a sound archive is read or gets a message', async () => {
    const random = seededRandom(11)
    const body = utf8(table(6))
    const sheet = utf8(
      `<sheetData>${rowXml(1)}${rowXml(2)}</sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells>`,
    )
    const decoder = new TextDecoder()
    for (let round = 0; round < 600; round += 1) {
      const isWord = round % 2 === 0
      const xml = decoder.decode(mutate(isWord ? body : sheet, random))
      const bytes = isWord ? docxOf(xml) : xlsxOf([{ name: 'S', xml }], { styles: stylesOf(['0.00', '# ?/?']) })
      await readDocument(bytes, isWord ? 'a.docx' : 'a.xlsx').catch((error: unknown) =>
        expect(error).toBeInstanceOf(AppError),
      )
    }
  })
  test('random bytes get a message', async () => {
    const random = seededRandom(7)
    for (let round = 0; round < 100; round += 1) {
      const bytes = Uint8Array.from({ length: 200 + round * 20 }, () => random() * 256)
      expect(typeof (await codeOf(bytes, 'a.docx'))).toBe('string')
    }
  })
  test('mutated files are read or get a message, and none takes long', async () => {
    const random = seededRandom(42)
    const xlsx = await writeXlsx({
      sheets: [
        {
          name: 'S',
          rows: [
            ['甲', 1.5],
            ['乙', 2],
          ],
        },
      ],
    })
    let slowest = 0
    for (let round = 0; round < 1200; round += 1) {
      const [source, file] = (
        [
          [DOCX, 'a.docx'],
          [XLSX, 'a.xlsx'],
          [HTML, 'a.html'],
          [xlsx, 'b.xlsx'],
        ] as const
      )[round % 4]!
      const bytes = mutate(source, random)
      const started = performance.now()
      await readDocument(bytes, file).catch((error: unknown) => expect(error).toBeInstanceOf(AppError))
      slowest = Math.max(slowest, performance.now() - started)
    }
    expect(slowest).toBeLessThan(2000)
  })
})

function mutate(source: Uint8Array, random: () => number): Uint8Array {
  const bytes = source.slice(0, random() < 0.2 ? Math.floor(random() * source.length) : source.length)
  const changes = 1 + Math.floor(random() * 8)
  for (let change = 0; change < changes; change += 1) {
    const at = Math.floor(random() * bytes.length)
    if (random() < 0.5) bytes[at] = random() * 256
    else bytes.copyWithin(at, Math.floor(random() * bytes.length), Math.floor(random() * bytes.length))
  }
  return bytes
}
