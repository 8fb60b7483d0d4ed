/** The smallest file for each way in which a file cannot be read, made here so that a reader of the test sees what is wrong. */
import type { ReaderLimits } from '../../src/readers/limits.ts'
import { compoundFileOf } from '../../src/readers/test-compound.ts'
import { docxOf, xlsxOf, zipOf } from '../../src/readers/test-packages.ts'
import { rawPdf } from '../fixtures/pdf/raw-pdf.ts'

export interface BrokenFile {
  readonly bytes: Uint8Array
  /** Tighter bounds, where a file of the real size would make the test slow. */
  readonly limits?: Partial<ReaderLimits>
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const compoundOf = (stream: string): Uint8Array => compoundFileOf({ [stream]: new Uint8Array(600) })
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0))

const cell = (text: string): string => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`
const docx = docxOf(`<w:tbl><w:tr>${cell('项目名称')}${cell('甲')}</w:tr></w:tbl>`)
const sheet = (xml: string): Uint8Array => xlsxOf([{ name: '表1', xml }])
const xlsx = sheet('<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>')
const pdf = rawPdf([{ content: 'BT /F1 10 Tf 50 700 Td (abc) Tj ET' }])

const CENTRAL = 0x02014b50

/** The archive with a field of every directory record changed. */
export function withDirectory(bytes: Uint8Array, change: (view: DataView, at: number) => void): Uint8Array {
  const copy = bytes.slice()
  const view = new DataView(copy.buffer)
  for (let at = 0; at + 46 <= copy.length; at += 1) if (view.getUint32(at, true) === CENTRAL) change(view, at)
  return copy
}

const encrypted = (bytes: Uint8Array): Uint8Array => withDirectory(bytes, (view, at) => view.setUint16(at + 8, 1, true))
const packedBy = (method: number) => withDirectory(docx, (view, at) => view.setUint16(at + 10, method, true))
const withWrongSum = (bytes: Uint8Array): Uint8Array =>
  withDirectory(bytes, (view, at) => view.setUint32(at + 16, 0, true))

const nestedTables = (depth: number): string =>
  depth === 0 ? '' : `<w:tbl><w:tr><w:tc>${nestedTables(depth - 1)}<w:p/></w:tc></w:tr></w:tbl>`

export const BROKEN_FILES = {
  'a.txt empty': { bytes: new Uint8Array(0) },
  'a.txt binary': { bytes: Uint8Array.from({ length: 400 }, (_, index) => (index * 37) % 256) },
  'a.txt lines': { bytes: utf8('一\n'.repeat(30)), limits: { lines: 20 } },
  'a.txt cells': { bytes: utf8('一\t二\t三\n'.repeat(30)), limits: { cells: 20 } },
  'a.txt columns': { bytes: utf8(`一${'\t'.repeat(5000)}二\n三\t四\n`) },
  'a.txt too large': { bytes: utf8('一'.repeat(1000)), limits: { fileBytes: 2048 } },
  'a.md characters': { bytes: utf8('一'.repeat(1000)), limits: { characters: 500 } },
  'a.md picture': { bytes: latin1('\x89PNG\r\n\x1a\n') },
  'a.html bytes': { bytes: utf8(`<html>${'一'.repeat(1000)}`), limits: { htmlBytes: 2048 } },
  'a.html elements': { bytes: utf8(`<html>${'<br>'.repeat(100)}`), limits: { htmlNodes: 50 } },
  'a.html depth': { bytes: utf8(`<html>${'<div>'.repeat(600)}`) },
  'a.html tables in tables': { bytes: utf8(`<html>${'<table><tr><td>'.repeat(40)}`) },
  'a.html columns': { bytes: utf8(`<html><table><tr>${'<td colspan=1000>'.repeat(5)}`) },
  'a.html rows': {
    bytes: utf8(`<html><table><tr>${'<td rowspan=0>'.repeat(100)}${'<tr>'.repeat(100)}`),
    limits: { coveredRows: 1000 },
  },
  'a.mht page in one file': { bytes: utf8('MIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"\n') },
  'a.xml office of 2003': {
    bytes: utf8('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>'),
  },
  'a.docx cut off': { bytes: docx.subarray(0, docx.length - 30) },
  'a.docx xml cut off': { bytes: docxOf('<w:p><w:r>') },
  'a.docx second root': { bytes: docxOf('</w:body></w:document><w:document><w:body>') },
  'a.docx entity bomb': {
    bytes: docxOf('', { 'word/document.xml': '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb">]><a>&b;</a>' }),
  },
  'a.docx no main part': { bytes: zipOf({ '[Content_Types].xml': 'wordprocessingml.document' }) },
  'a.docx wrong checksum': { bytes: withWrongSum(docx) },
  'a.docx encrypted entries': { bytes: encrypted(docx) },
  'a.docx encrypted by Office': { bytes: compoundOf('EncryptedPackage') },
  'a.docx other packing': { bytes: packedBy(14) },
  'a.docx is a .ppt': { bytes: compoundOf('PowerPoint Document') },
  'a.docx is an archive': { bytes: zipOf({ '1.txt': '一', '2.txt': '二' }) },
  'a.docx elements in elements': { bytes: docxOf('<w:sdt>'.repeat(1100)) },
  'a.docx tables in tables': { bytes: docxOf(nestedTables(40)) },
  'a.docx paragraphs': { bytes: docxOf('<w:p/>'.repeat(30)), limits: { paragraphs: 20 } },
  'a.doc without a head': { bytes: compoundOf('WordDocument') },
  'a.doc cut off': { bytes: compoundOf('WordDocument').subarray(0, 1500) },
  'a.doc cut off early': { bytes: compoundOf('WordDocument').subarray(0, 300) },
  'a.doc encrypted by Office': { bytes: compoundOf('EncryptedPackage') },
  'a.ppt slides': { bytes: compoundOf('PowerPoint Document') },
  'a.doc rich text': { bytes: utf8('{\\rtf1\\ansi}') },
  'a.odt OpenDocument': {
    bytes: zipOf({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<a/>' }),
  },
  'a.zip empty': { bytes: Uint8Array.of(0x50, 0x4b, 5, 6, ...new Uint8Array(18)) },
  'a.rar archive': { bytes: latin1('Rar!\x1a\x07\x00') },
  'a.xlsx cut off': { bytes: xlsx.subarray(0, xlsx.length >> 1) },
  'a.xlsx sheet cut off': { bytes: sheet('<sheetData><row r="1"><c r="A1"><v>1') },
  'a.xlsx row number': { bytes: sheet('<sheetData><row r="9999999"/></sheetData>') },
  'a.xlsx cells': {
    bytes: sheet(`<sheetData><row r="1">${'<c><v>1</v></c>'.repeat(30)}</row></sheetData>`),
    limits: { cells: 20 },
  },
  'a.xlsx encrypted entries': { bytes: encrypted(xlsx) },
  'a.xls without a head': { bytes: compoundOf('Workbook') },
  'a.xls nothing in it': { bytes: compoundFileOf({ Workbook: new Uint8Array(0) }) },
  'a.xlsb binary workbook': {
    bytes: zipOf({ '[Content_Types].xml': 'application/vnd.ms-excel.sheet.binary.macroEnabled.main' }),
  },
  'a.pptx slides': { bytes: zipOf({ '[Content_Types].xml': 'presentationml.presentation.main+xml' }) },
  'a.ofd nothing in it': { bytes: zipOf({ 'OFD.xml': '<OFD/>' }) },
  'a.ofd cut off': { bytes: zipOf({ 'OFD.xml': '<OFD/>' }).subarray(0, 60) },
  'a.pdf cut off': { bytes: pdf.subarray(0, 60) },
  'a.pdf nothing in it': { bytes: utf8('%PDF-1.7\n%%EOF\n') },
  'a.pdf encrypted': {
    bytes: rawPdf([{ content: '' }], {
      trailer: `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${'00'.repeat(32)}> /U <${'00'.repeat(32)}> /P -4 >> /ID [<00> <00>]`,
    }),
  },
  'a.pdf is a picture': { bytes: Uint8Array.of(0xff, 0xd8, 0xff, 0xe0) },
  'a.pdf is a moving picture': { bytes: latin1('GIF89a') },
} as const satisfies Readonly<Record<string, BrokenFile>>
