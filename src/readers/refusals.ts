import { AppError } from '../domain/failure.ts'
import { type DecodedText, startOfText, textLength } from './decode-text.ts'
import type { ZipArchive } from './zip/archive.ts'
import { encryptedZip } from './zip/archive.ts'

/** What a file that we do not read is, and what to do with it. */
function unsupported(file: string, [what, whatEn]: Both, [remedy, remedyEn]: Both): AppError {
  const english = { message: `this is ${whatEn}, which is not read`, remedy: remedyEn }
  return new AppError('UNSUPPORTED_FORMAT', file, `这是${what}，暂不支持`, remedy, { english })
}

/** Chinese and English. */
type Both = readonly [zh: string, en: string]

const SAVE_AS_WORD: Both = ['请用 Word 或 WPS 打开后另存为 .docx 再读', 'open it in Word or WPS and save it as .docx']
const SAVE_AS_EXCEL: Both = [
  '请用 Excel 或 WPS 打开后另存为 .xlsx 再读',
  'open it in Excel or WPS and save it as .xlsx',
]
const SAVE_AS_EITHER: Both = [
  '请用 WPS 或 Office 打开后另存为 .docx 或 .xlsx 再读',
  'open it in WPS or Office and save it as .docx or .xlsx',
]
const SAVE_THE_TABLES: Both = ['请把其中的表格另存为 .docx 或 .xlsx 再读', 'save its tables as .docx or .xlsx']
const NO_TEXT: Both = [
  '图片没有文字，请索取 .docx、.xlsx 或文字版 PDF 原件',
  'a picture has no text; ask for the original as .docx, .xlsx or PDF with text',
]
const SAVE_AS_PAGE: Both = ['请另存为 .docx、.xlsx 或普通网页（.html）再读', 'save it as .docx, .xlsx or .html']
const UNPACK: Both = ['请解压后逐个读取其中的文件', 'unpack it and read the files in it']

/** Streams that the readers of .doc and .xls begin with. */
const READ_STREAMS = ['WordDocument', 'Workbook', 'Book']

/** For a file that begins with D0 CF 11 E0, by the names of its streams; undefined when a reader is to have it. */
export function refuseCompound(streams: ReadonlySet<string>, file: string): AppError | undefined {
  if (streams.has('EncryptedPackage') || streams.has('EncryptionInfo')) return encryptedZip(file)
  if (READ_STREAMS.some((stream) => streams.has(stream))) return undefined
  if (streams.has('PowerPoint Document')) {
    return unsupported(file, ['演示文稿（.ppt 格式）', 'a presentation (.ppt)'], SAVE_THE_TABLES)
  }
  return unsupported(file, ['旧版 Office 或 WPS 文件', 'an old file of Office or WPS'], SAVE_AS_EITHER)
}

/**
 * Directory entries are 128 bytes long and aligned to them, so the names are found without following the sector
 * chains, which may be damaged.
 */
export function compoundStreams(bytes: Uint8Array): ReadonlySet<string> {
  const found = new Set<string>()
  const decoder = new TextDecoder('utf-16le')
  for (let at = 512; at + 128 <= bytes.length; at += 128) {
    const nameBytes = bytes[at + 64]! | (bytes[at + 65]! << 8)
    const isStream = bytes[at + 66] === 2
    if (!isStream || nameBytes < 4 || nameBytes > 64 || nameBytes % 2 !== 0) continue
    if (bytes[at + nameBytes - 2] !== 0 || bytes[at + nameBytes - 1] !== 0) continue
    if (found.size < 1000) found.add(decoder.decode(bytes.subarray(at, at + nameBytes - 2)))
  }
  return found
}

/** For a zip archive that is neither a .docx nor an .xlsx. `types` is the text of its content types part. */
export function refusePackage(archive: ZipArchive, types: string, file: string): AppError {
  const names = archive.entries.map((entry) => entry.name)
  if (/sheet\.binary/.test(types))
    return unsupported(file, ['二进制 Excel 文件（.xlsb 格式）', 'a binary Excel file (.xlsb)'], SAVE_AS_EXCEL)
  if (/presentationml/.test(types)) {
    return unsupported(file, ['演示文稿（.pptx 格式）', 'a presentation (.pptx)'], SAVE_THE_TABLES)
  }
  if (archive.has('mimetype') && archive.has('content.xml')) {
    return unsupported(
      file,
      ['OpenDocument 文件（.odt、.ods 格式）', 'an OpenDocument file (.odt, .ods)'],
      SAVE_AS_EITHER,
    )
  }
  if (names.length === 0) {
    return new AppError('UNREADABLE_FILE', file, '压缩包是空的', '请确认文件已下载完整', {
      english: { message: 'the archive is empty', remedy: 'make sure that the whole file was fetched' },
    })
  }
  return new AppError(
    'UNSUPPORTED_FORMAT',
    file,
    `这是压缩包（内有 ${names.length} 个文件），不是一个文件`,
    '命令行可直接检查扩展名为 .zip 的压缩包；否则请解压后逐个读取其中的文件',
    {
      english: {
        message: `this is an archive of ${names.length} files, not one document`,
        remedy: 'the command line checks an archive whose name ends in .zip; else unpack it and read the files in it',
      },
    },
  )
}

const BINARY_MARKS: readonly (readonly [mark: string, what: Both, remedy: Both])[] = [
  ['\x89PNG', ['图片（PNG）', 'a picture (PNG)'], NO_TEXT],
  ['\xff\xd8\xff', ['图片（JPEG）', 'a picture (JPEG)'], NO_TEXT],
  ['GIF8', ['图片（GIF）', 'a picture (GIF)'], NO_TEXT],
  ['II*\0', ['图片（TIFF）', 'a picture (TIFF)'], NO_TEXT],
  ['MM\0*', ['图片（TIFF）', 'a picture (TIFF)'], NO_TEXT],
  ['Rar!', ['RAR 压缩包', 'a RAR archive'], UNPACK],
  ['7z\xbc\xaf', ['7z 压缩包', 'a 7z archive'], UNPACK],
  ['\x1f\x8b', ['GZIP 压缩包', 'a GZIP archive'], UNPACK],
  ['{\\rtf', ['RTF 文件', 'an RTF file'], SAVE_AS_WORD],
]

export function refuseBinary(bytes: Uint8Array, file: string): AppError | undefined {
  const kind = BINARY_MARKS.find(([mark]) => [...mark].every((char, index) => bytes[index] === char.charCodeAt(0)))
  return kind && unsupported(file, kind[1], kind[2])
}

/** For bytes that decode to no sensible text, and for text formats that wrap a document in something else. */
export function refuseText(decoded: DecodedText, file: string): AppError | undefined {
  const start = startOfText(decoded, 4096)
  if (/^MIME-Version:/im.test(start) && /multipart\/related/i.test(start)) {
    return unsupported(file, ['单个文件网页（.mht 格式）', 'a web page in one file (.mht)'], SAVE_AS_PAGE)
  }
  if (/^\s*<\?xml[^>]*>/.test(start) && /progid="(?:Excel\.Sheet|Word\.Document)"|<pkg:package/.test(start)) {
    return unsupported(file, ['2003 版 XML 格式的 Office 文件', 'an Office 2003 XML file'], SAVE_AS_EITHER)
  }
  const controls = start.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g)?.length ?? 0
  if (controls * 50 > start.length || decoded.undecodable * 20 > textLength(decoded)) {
    return new AppError(
      'UNSUPPORTED_FORMAT',
      file,
      '不是可识别的文档：既不是 Office、PDF、网页，也不是文本',
      '请确认文件类型，或用原程序打开后另存为 .docx、.xlsx 或 PDF 再读',
      {
        english: {
          message: 'this is no document we know: neither Office, PDF or web page nor text',
          remedy: 'check what kind of file it is, or save it as .docx, .xlsx or PDF with the program that made it',
        },
      },
    )
  }
  return undefined
}
