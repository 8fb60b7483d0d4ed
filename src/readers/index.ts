import { AppError } from '../domain/failure.ts'
import type { ReaderNote, SourceDocument, SourceFormat } from '../domain/source-document.ts'
import { checkExtent } from './extent.ts'
import { fileTooLarge, LIMITS, limitExceeded, type ReaderLimits } from './limits.ts'
import type { Ocr } from './ocr/engine.ts'
import { type Sniffed, sniff } from './sniff.ts'

export type { Ocr } from './ocr/engine.ts'

export interface ReadOptions {
  /** Bounds other than the usual ones. */
  readonly limits?: Partial<ReaderLimits>
  /** Reads scanned pages of PDF files; without one they are named and not read. */
  readonly ocr?: Ocr
}

/**
 * Reads a document of any known format, told by its bytes. `file` is the name to show, with its extension.
 * Every failure is an AppError (UNREADABLE_FILE when a reader meets something it did not expect). Each reader is loaded
 * when first needed, so that a text file does not pay for the PDF reader.
 */
export async function readDocument(
  bytes: Uint8Array,
  file: string,
  options: ReadOptions = {},
): Promise<SourceDocument> {
  const limits: ReaderLimits = { ...LIMITS, ...options.limits }
  try {
    if (bytes.length > limits.fileBytes) throw fileTooLarge(file, bytes.length, limits.fileBytes)
    const sniffed = sniff(bytes, file, limits)
    const document = await readAs(sniffed, bytes, file, limits, options.ocr)
    checkExtent(document, limits)
    return withLabelNote(document, file)
  } catch (cause) {
    if (cause instanceof AppError) throw withLabel(cause, file)
    throw unexpected(file, cause)
  }
}

async function readAs(
  sniffed: Sniffed,
  bytes: Uint8Array,
  file: string,
  limits: ReaderLimits,
  ocr: Ocr | undefined,
): Promise<SourceDocument> {
  switch (sniffed.kind) {
    case 'docx':
      return (await import('./docx/index.ts')).readDocx(sniffed.archive, file, limits)
    case 'xlsx':
      return (await import('./xlsx/index.ts')).readXlsx(sniffed.archive, file, limits)
    case 'doc':
      return (await import('./doc/index.ts')).readDoc(sniffed.compound, limits)
    case 'xls':
      return (await import('./xls/index.ts')).readXls(sniffed.compound, limits)
    case 'ofd':
      return (await import('./ofd/index.ts')).readOfd(sniffed.archive, file, limits)
    case 'pdf':
      return (await import('./pdf/index.ts')).readPdf(bytes, file, ocr)
    case 'html': {
      const { readHtml } = await import('./html/index.ts')
      return withDecodingNote(readHtml(sniffed.decoded, file, limits), sniffed.decoded.undecodable)
    }
    case 'text': {
      const { readDecodedText } = await import('./text/index.ts')
      return withDecodingNote(readDecodedText(sniffed.decoded, file, limits), sniffed.decoded.undecodable)
    }
  }
}

function withNote(document: SourceDocument, note: ReaderNote): SourceDocument {
  return { ...document, notes: [note, ...document.notes] }
}

function withDecodingNote(document: SourceDocument, undecodable: number): SourceDocument {
  if (undecodable === 0) return document
  const message = `有 ${undecodable} 处字节无法按 ${document.encoding} 解码，显示为“\ufffd”`
  const messageEn = `${undecodable} places cannot be decoded as ${document.encoding} and are shown as "\ufffd"`
  return withNote(document, { code: 'undecodable-bytes', message, messageEn, at: {} })
}

/** What a name with this extension promises. Extensions not listed promise nothing. */
const PROMISED: Readonly<Record<string, readonly (SourceFormat | 'other')[]>> = {
  docx: ['docx'],
  docm: ['docx'],
  doc: ['doc', 'other'],
  wps: ['doc', 'other'],
  xlsx: ['xlsx'],
  xlsm: ['xlsx'],
  xls: ['xls', 'other'],
  et: ['xls', 'other'],
  pdf: ['pdf'],
  ofd: ['ofd'],
  html: ['html'],
  htm: ['html'],
  txt: ['txt', 'md'],
  md: ['txt', 'md'],
  csv: ['txt', 'md'],
}

const FORMAT_NAMES: Readonly<Record<SourceFormat, string>> = {
  docx: 'Word 文档（.docx）',
  xlsx: 'Excel 工作簿（.xlsx）',
  doc: 'Word 97–2003 文档（.doc）',
  xls: 'Excel 97–2003 工作簿（.xls）',
  ofd: 'OFD 版式文件',
  pdf: 'PDF',
  html: '网页（HTML）',
  txt: '纯文本',
  md: '纯文本',
}

const FORMAT_NAMES_EN: Readonly<Record<SourceFormat, string>> = {
  docx: 'a Word document (.docx)',
  xlsx: 'an Excel workbook (.xlsx)',
  doc: 'a Word 97–2003 document (.doc)',
  xls: 'an Excel 97–2003 workbook (.xls)',
  ofd: 'an OFD document',
  pdf: 'a PDF',
  html: 'a web page (HTML)',
  txt: 'plain text',
  md: 'plain text',
}

function extensionOf(file: string): string {
  return /\.([a-z0-9]{1,8})$/i.exec(file)?.[1]?.toLowerCase() ?? ''
}

function withLabelNote(document: SourceDocument, file: string): SourceDocument {
  const extension = extensionOf(file)
  const promised = PROMISED[extension]
  if (promised === undefined || promised.includes(document.format)) return document
  const message = `扩展名是 .${extension}，实际是${FORMAT_NAMES[document.format]}，已按实际格式读取`
  const messageEn = `The name ends in .${extension}, the file is ${FORMAT_NAMES_EN[document.format]}; it was read as what it is`
  return withNote(document, { code: 'mislabelled', message, messageEn, at: {} })
}

/** A file that its name says we can read, and that is something else: the name is part of the answer. */
function withLabel(failure: AppError, file: string): AppError {
  const extension = extensionOf(file)
  const promised = PROMISED[extension]
  // What a part of the package lacks says nothing against the name of the file.
  if (failure.code !== 'UNSUPPORTED_FORMAT' || failure.where !== file) return failure
  if (promised === undefined || promised.includes('other')) return failure
  const message = `扩展名是 .${extension}，但${failure.message}`
  const english = {
    message: `the name ends in .${extension}, but ${failure.english.message}`,
    remedy: failure.english.remedy,
  }
  return new AppError('MISLABELLED_FILE', failure.where, message, failure.remedy, { cause: failure, english })
}

function unexpected(file: string, cause: unknown): AppError {
  if (cause instanceof RangeError) return limitExceeded(file, '读取所需的内存', '本机可用内存')
  return new AppError('UNREADABLE_FILE', file, '文件无法读取，可能已损坏', '请用 Office/WPS 打开后另存一份再读', {
    cause,
  })
}
