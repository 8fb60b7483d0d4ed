import { AppError } from '../domain/failure.ts'

/**
 * How far a reader goes before it gives up. The figures keep any one file under about 1 GiB of memory and 10 s;
 * real department documents stay one to three orders of magnitude below them.
 */
export interface ReaderLimits {
  /** Bytes of the file as given. */
  readonly fileBytes: number
  /** Lines of a text file: a line with its position takes some 150 bytes beside its text. */
  readonly lines: number
  /** Bytes of an HTML file: the tree takes some 15 times the text. */
  readonly htmlBytes: number
  /** Elements of an HTML file: misnested formatting can multiply elements far beyond the text that names them. */
  readonly htmlNodes: number
  /** Open HTML elements at a time: the HTML rules look through all of them for each tag (browsers stop at 512). */
  readonly htmlDepth: number
  /** Entries of a zip archive: an OOXML package has tens, with pictures some thousands. */
  readonly zipEntries: number
  /** Unzipped bytes of one entry; large ones are read in pieces. 10,000 forms in Word are 150 to 280 MB of XML. */
  readonly zipEntryBytes: number
  /** Unzipped bytes of all entries that a reader asks for. */
  readonly zipTotalBytes: number
  /** Unzipped size over packed size, for entries above `zipRatioFrom`; OOXML stays below 100, deflate can do 1032. */
  readonly zipRatio: number
  readonly zipRatioFrom: number
  /** Open XML elements at a time. */
  readonly xmlDepth: number
  /** Tables inside tables; a form needs two or three. */
  readonly tableDepth: number
  /** Cells of a document, empty ones counted: a cell with its position takes some 300 bytes. */
  readonly cells: number
  /** Rows of all tables, and the rows that merged cells reach into: each becomes an entry of a row when forms are sought. */
  readonly coveredRows: number
  /** Characters of all texts together; the cells of a spreadsheet may share one long text. */
  readonly characters: number
  /** Characters of all formulas of a spreadsheet together; cells that share one get a copy each, moved to their place. */
  readonly formulaCharacters: number
  /** Paragraphs of a Word document, those in cells counted. */
  readonly paragraphs: number
  /** Shared strings of a spreadsheet. */
  readonly strings: number
  /** Sheets of a workbook, and relationships of a part. */
  readonly parts: number
  /** Columns of a table other than a spreadsheet. */
  readonly columns: number
  /** Columns that one cell may cover (the HTML standard's own bound). Wider is cut, with a note. */
  readonly columnSpan: number
  /** Rows that one cell may cover (the HTML standard's own bound). */
  readonly rowSpan: number
  /** Notes of one kind; the rest is counted in one note. */
  readonly notes: number
}

const MiB = 1024 * 1024

export const LIMITS: ReaderLimits = {
  fileBytes: 200 * MiB,
  lines: 2_000_000,
  htmlBytes: 32 * MiB,
  htmlNodes: 1_000_000,
  htmlDepth: 512,
  zipEntries: 65_535,
  zipEntryBytes: 384 * MiB,
  zipTotalBytes: 512 * MiB,
  zipRatio: 500,
  zipRatioFrom: 16 * MiB,
  xmlDepth: 1000,
  tableDepth: 32,
  cells: 2_000_000,
  coveredRows: 4_000_000,
  characters: 256 * MiB,
  formulaCharacters: 64 * MiB,
  paragraphs: 2_000_000,
  strings: 3_000_000,
  parts: 65_535,
  columns: 4096,
  columnSpan: 1000,
  rowSpan: 65_534,
  notes: 100,
}

/** Everything that a limit counts. */
const COUNTED = {
  'HTML 文件大小': 'size of an HTML file',
  一页的对象数: 'objects on one page',
  元素嵌套层数: 'nesting of elements',
  全文字数: 'characters',
  公式总长度: 'length of all formulas',
  列号: 'column number',
  单元格数: 'cells',
  压缩包内文件数: 'files in the archive',
  压缩包大小: 'size of the archive',
  压缩包嵌套层数: 'archives inside archives',
  压缩比: 'compression ratio',
  合并区域数: 'merged areas',
  字符串数: 'strings',
  工作表数: 'sheets',
  文件大小: 'size of the file',
  格式段数: 'runs of formatting',
  段落数: 'paragraphs',
  网页元素嵌套层数: 'nesting of elements',
  网页元素数: 'elements of a page',
  行号: 'row number',
  行数: 'lines',
  表格列数: 'columns of a table',
  表格嵌套层数: 'nesting of tables',
  表格行数与合并单元格所跨行数之和: 'rows of tables and those that merged cells span',
  解压后大小: 'unpacked size',
  解压后总大小: 'unpacked size of all parts',
  读取所需的内存: 'memory needed for reading',
  部件关系数: 'relations between parts',
  页数: 'pages',
} as const

/** A failure for a file that goes beyond a bound, which is given with its measure word: 65535 个. */
export function limitExceeded(where: string, what: keyof typeof COUNTED, bound: string): AppError {
  const boundEn = bound.replace(/\s*[\u4e00-\u9fff，].*$/u, '')
  return new AppError(
    'LIMIT_EXCEEDED',
    where,
    `${what}超过上限（${bound}），已停止读取`,
    '请确认文件来源可信；若文件无误，请拆成几个较小的文件后再读',
    {
      english: {
        message: `beyond the limit for ${COUNTED[what]}${boundEn === '' ? '' : ` (${boundEn})`}; reading stopped`,
        remedy: 'make sure that the file can be trusted; if it is right, split it into smaller ones',
      },
    },
  )
}

/** Whoever fetches a file asks its size first, so that it is not in memory before it is refused. */
export function fileTooLarge(file: string, size: number, bound: number): AppError {
  const message = `文件大小 ${sizeText(size)}，超过上限 ${sizeText(bound)}`
  const english = {
    message: `the file has ${sizeText(size)}, more than the limit of ${sizeText(bound)}`,
    remedy: 'remove pictures and other attachments, or split the file',
  }
  return new AppError('FILE_TOO_LARGE', file, message, '请删去其中的图片等附件，或拆成几个文件后再读', { english })
}

/** `1.5 MB` style text for messages. */
export function sizeText(bytes: number): string {
  return bytes < MiB ? `${Math.ceil(bytes / 1024)} KB` : `${Math.round(bytes / MiB)} MB`
}
