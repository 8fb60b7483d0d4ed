import type { Block, Grid, Position } from '../../domain/source-document.ts'
import { type OpenTable, openTable } from '../docx/table-builder.ts'
import { limitExceeded, type ReaderLimits } from '../limits.ts'
import { commentEn, commentZh, type NoteBook, noteBook } from '../notes.ts'
import { type Anchored, readAnchored, type Story } from './anchored.ts'
import type { Fib } from './fib.ts'
import { TextReader } from './paragraph-text.ts'
import { type DocParagraph, type Paragraphs, readParagraphs } from './paragraphs.ts'
import type { DocText } from './pieces.ts'
import { readSegments, type Segment } from './segments.ts'
import { type RowCell, rowLayout, type TableRow, tableGrid } from './table-rows.ts'

/** All that is known of the text before it is put together. */
export interface DocParts {
  readonly fib: Fib
  readonly text: DocText
  readonly segments: readonly Segment[]
  readonly paragraphs: Paragraphs
  readonly anchored: Anchored
}

export function readParts(fib: Fib, text: DocText): DocParts {
  const segments = readSegments(fib, text)
  return { fib, text, segments, paragraphs: readParagraphs(fib, text), anchored: readAnchored(fib, text) }
}

const PAGE_BREAK = 12

interface Level {
  readonly table: OpenTable
  readonly rows: TableRow[]
  cells: RowCell[]
  lines: string[]
  nested: Grid[]
  /** Page of the first paragraph of the cell being read. */
  cellPage: number | undefined
  hasContent: boolean
}

/** Puts paragraphs together into blocks and tables. */
export class BodyReading {
  readonly blocks: Block[] = []
  readonly notes: NoteBook
  revisions = 0
  firstRevision: Position | undefined
  readonly #parts: DocParts
  readonly #limits: ReaderLimits
  readonly #countsPages: boolean
  readonly #levels: Level[] = []
  readonly #reader: TextReader
  readonly #openBoxes = new Set<number>()
  #page = 1
  #tables = 0
  #cells = 0
  #paragraphs = 0

  constructor(parts: DocParts, limits: ReaderLimits, countsPages: boolean) {
    this.#parts = parts
    this.#limits = limits
    this.#countsPages = countsPages
    this.notes = noteBook(limits.notes)
    this.#reader = new TextReader(parts.text.text, parts.segments, {
      comment: (cp) => this.#noteComment(cp),
      drawing: (cp) => this.#readBox(cp),
      pageBreak: () => this.#turnPage(),
      revision: () => this.#noteRevision(),
    })
  }

  get page(): number | undefined {
    return this.#countsPages ? this.#page : undefined
  }

  read({ start, end }: Story): void {
    for (const paragraph of this.#parts.paragraphs.between(start, end)) this.#add(paragraph)
    this.#closeTo(0)
  }

  #add(paragraph: DocParagraph): void {
    const { paragraphs } = this.#limits
    this.#paragraphs += 1
    if (this.#paragraphs > paragraphs) throw limitExceeded(this.#where, '段落数', `${paragraphs} 个`)
    this.#closeTo(paragraph.depth)
    this.#openTo(paragraph.depth)
    if (paragraph.breaksPageBefore) this.#turnPage()
    const level = this.#levels.at(-1)
    if (level === undefined) this.#addParagraph(paragraph)
    else if (paragraph.isRowEnd) this.#endRow(level, paragraph)
    else this.#addLine(level, paragraph)
    if (paragraph.endsPage) this.#turnPage()
  }

  #addParagraph({ start, end }: DocParagraph): void {
    const before = this.page
    const text = this.#reader.read(start, end - 1).trim()
    // A break at its very start puts the paragraph on the new page.
    const page = this.#parts.text.text.charCodeAt(start) === PAGE_BREAK ? this.page : before
    if (text !== '') this.blocks.push({ kind: 'paragraph', text, at: page === undefined ? {} : { page } })
  }

  #addLine(level: Level, paragraph: DocParagraph): void {
    if (!level.hasContent) {
      level.cellPage = this.page
      level.hasContent = true
    }
    const text = this.#reader.read(paragraph.start, paragraph.end - 1)
    level.lines.push(text)
    if (paragraph.isCellEnd) endCell(level)
  }

  #endRow(level: Level, paragraph: DocParagraph): void {
    // What follows the last cell mark of a damaged row is a cell of its own.
    if (level.lines.some((line) => line.trim() !== '') || level.nested.length > 0) endCell(level)
    const isDeleted = this.#reader.isDeleted(paragraph.end - 1)
    if (isDeleted) this.#noteRevision()
    else if (level.cells.length > 0) level.rows.push({ cells: level.cells, layout: rowLayout(paragraph.sprms) })
    level.cells = []
    level.lines = []
    level.hasContent = false
  }

  #openTo(depth: number): void {
    if (depth > this.#limits.tableDepth) {
      throw limitExceeded(this.#where, '表格嵌套层数', `${this.#limits.tableDepth} 层`)
    }
    while (this.#levels.length < depth) {
      this.#tables += 1
      this.#levels.push({
        table: openTable(this.#tables, this.page),
        rows: [],
        cells: [],
        lines: [],
        nested: [],
        cellPage: undefined,
        hasContent: false,
      })
    }
  }

  #closeTo(depth: number): void {
    while (this.#levels.length > depth) {
      const level = this.#levels.pop()!
      if (level.lines.some((line) => line.trim() !== '') || level.nested.length > 0) endCell(level)
      // A table that a damaged file does not end keeps its last row.
      if (level.cells.length > 0) level.rows.push({ cells: level.cells, layout: undefined })
      if (level.rows.length === 0) continue
      const grid = tableGrid(level.table, level.rows, this.#where, this.#limits, () => this.#countCell())
      const outer = this.#levels.at(-1)
      if (outer) outer.nested.push(grid)
      else this.blocks.push(grid)
    }
  }

  get #where(): string {
    return this.#parts.fib.where
  }

  #countCell(): void {
    this.#cells += 1
    if (this.#cells > this.#limits.cells) throw limitExceeded(this.#where, '单元格数', `${this.#limits.cells} 个`)
  }

  #turnPage(): void {
    this.#page += 1
  }

  #position(): Position {
    const level = this.#levels.at(-1)
    const paged = this.page === undefined ? {} : { page: this.page }
    if (level === undefined) return paged
    return { ...paged, table: level.table.number, row: level.rows.length + 1 }
  }

  #noteRevision(): void {
    this.revisions += 1
    this.firstRevision ??= this.#position()
  }

  #noteComment(cp: number): void {
    // The text of a comment begins with such a mark itself.
    if (cp >= this.#parts.fib.lengths.main) return
    const story = this.#parts.anchored.comments.get(cp)
    const text = story === undefined ? '' : this.#storyText(story).trim()
    const shown = text.length > 200 ? `${text.slice(0, 200)}…` : text
    this.notes.add('comment', commentZh(shown), commentEn(shown), this.#position())
  }

  #storyText({ start, end }: Story): string {
    const lines: string[] = []
    for (const paragraph of this.#parts.paragraphs.between(start, end)) {
      lines.push(this.#reader.read(paragraph.start, paragraph.end - 1))
    }
    return lines.join('\n')
  }

  /** The text of a box comes before the paragraph that it is anchored in, as in the reader of .docx. */
  #readBox(cp: number): void {
    const story = this.#parts.anchored.boxes.get(cp)
    if (story === undefined || this.#openBoxes.has(story.start)) return
    this.#openBoxes.add(story.start)
    const level = this.#levels.at(-1)
    if (level) level.lines.push(this.#storyText(story))
    else this.read(story)
  }
}

function endCell(level: Level): void {
  level.cells.push({ text: level.lines.join('\n').trim(), nested: level.nested, page: level.cellPage })
  level.lines = []
  level.nested = []
  level.hasContent = false
}
