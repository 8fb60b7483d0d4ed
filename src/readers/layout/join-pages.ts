import { boxOf, type PageCell, type PageTable, textOf } from './geometry.ts'
import { type JoinedCell, type JoinedTable, placed, SAME_PLACE } from './joined-table.ts'
import { isWide } from './lines.ts'

/**
 * Continues a table with the grid at the top of the next page, when that is safe. What a PDF shows of a page break: the outer
 * sides are the same, the page above is full, and either the head is repeated, or a row goes on, or the next row would not
 * have fitted.
 */
export function joinNext(table: JoinedTable, next: PageTable, bodyBottom: number, known: KnownTexts): boolean {
  const [x0, , x1, bottom] = boxOf(table.last)
  const [nextX0, , nextX1] = boxOf(next)
  // Pages bound on alternate sides move the table; its width stays.
  if (Math.abs(nextX1 - nextX0 - (x1 - x0)) > SAME_PLACE || Math.abs(nextX0 - x0) > 60) return false
  const shift = nextX0 - (table.first.xs[0] ?? 0)
  const header = repeatedHeader(table, next, shift)
  if (header === undefined) return false
  const room = bodyBottom - bottom
  const height = (next.ys[header + 1] ?? 0) - (next.ys[header] ?? 0)
  if (header === 0 && (room > height + 6 || room > 0.45 * next.pageHeight)) return false
  append(table, next, { header, shift, room, known })
  return true
}

interface Pair {
  readonly above: JoinedCell
  readonly below: PageCell
}

interface Break {
  /** Rows at the top of the next page that repeat the head. */
  readonly header: number
  readonly shift: number
  /** Space left at the bottom of the page above. */
  readonly room: number
  readonly known: KnownTexts
}

function append(table: JoinedTable, next: PageTable, { header, shift, room, known }: Break): void {
  const topCells = next.cells.filter((cell) => cell.row === header).sort((one, other) => one.column - other.column)
  const bottomCells = table.cells.filter((cell) => cell.row + cell.rowSpan === table.rows)
  const pairs = new Map<PageCell, Pair>()
  for (const below of topCells) {
    const above = bottomCells.find(
      (cell) => isNear(cell.x0, below.box[0] - shift) && isNear(cell.x1, below.box[2] - shift),
    )
    if (above !== undefined) pairs.set(below, { above, below })
  }
  const isSamePartition = pairs.size === topCells.length && pairs.size === bottomCells.length
  const all = [...pairs.values()]
  const isCut = isSamePartition && (isCutRow(all, room) || isRestOfRow(all, room, known))
  const merged = new Set(isCut ? pairs.keys() : leadingMerges(topCells, pairs, known))
  const firstRow = table.rows - header - (isCut ? 1 : 0)
  for (const cell of next.cells) {
    if (cell.row < header) continue
    const pair = pairs.get(cell)
    if (pair !== undefined && merged.has(cell)) {
      const index = table.cells.indexOf(pair.above)
      const lines = [...pair.above.lines, ...cell.lines]
      const nested = [...pair.above.nested, ...cell.nested]
      const rowSpan = pair.above.rowSpan + cell.rowSpan - (isCut ? 1 : 0)
      table.cells[index] = { ...pair.above, rowSpan, lines, nested, bottom: cell.box[3] }
    } else {
      table.cells.push(placed(cell, next.page, firstRow, shift))
    }
  }
  table.rows = firstRow + next.ys.length - 1
  for (const x of next.xs) table.xs.push(x - shift)
  table.last = next
}

const isNear = (one: number, other: number) => Math.abs(one - other) <= SAME_PLACE

/**
 * How many rows at the top repeat the head of the table; none at all (undefined) when the grid begins as the table began
 * without being its head: that is the next form of the same kind.
 */
function repeatedHeader(table: JoinedTable, next: PageTable, shift: number): number | undefined {
  let best = 0
  let full = 0
  const rows = Math.min(table.rows, next.ys.length - 2, 6)
  for (let row = 0; row < rows; row += 1) {
    const ours = table.cells.filter((cell) => cell.row === row).sort((one, other) => one.x0 - other.x0)
    const theirs = next.cells.filter((cell) => cell.row === row).sort((one, other) => one.column - other.column)
    const isSame =
      ours.length === theirs.length &&
      ours.every((cell, i) => {
        const other = theirs[i]
        return other !== undefined && isNear(cell.x0, other.box[0] - shift) && key(cell.lines) === key(other.lines)
      })
    if (!isSame) break
    full = Math.max(full, theirs.filter((cell) => cell.lines.length > 0).length)
    const isWhole = next.cells.every((cell) => cell.row > row || cell.row + cell.rowSpan <= row + 1)
    if (isWhole && full >= 2) best = row + 1
  }
  if (best > 0) return beginsAnew(table, next, best) ? undefined : best
  const begin = table.cells.find((cell) => cell.row === 0 && cell.lines.length > 0)
  const nextBegin = next.cells.find((cell) => cell.row === 0 && cell.lines.length > 0)
  return begin !== undefined && nextBegin !== undefined && key(begin.lines) === key(nextBegin.lines) ? undefined : 0
}

/** Rows looked at behind a head that seems to be repeated. */
const LOOK_AHEAD = 8

/**
 * Two forms of one project begin with the same rows, and then go on with the same labels (主管部门, 项目负责人, 项目资金 …),
 * each label once. A list under a repeated head goes on with entries of its own.
 */
function beginsAnew(table: JoinedTable, next: PageTable, header: number): boolean {
  const labels = new Set<string>()
  for (let row = header; row < header + LOOK_AHEAD; row += 1) {
    const ours = table.cells.filter((cell) => cell.row === row).sort((one, other) => one.x0 - other.x0)[0]
    const theirs = next.cells.filter((cell) => cell.row === row).sort((one, other) => one.column - other.column)[0]
    const label = ours ? key(ours.lines) : ''
    if (label !== '' && theirs && key(theirs.lines) === label) labels.add(label)
  }
  return labels.size >= 3
}

const key = (lines: JoinedCell['lines']) => textOf(lines).replace(/\s+/gu, '')

/**
 * A row was cut by the page break when its text runs on below: the page is full, every text that has a part on both sides
 * breaks off where its line is full, not all of them at the end of a sentence, and no column has a number on both sides. What
 * is short (scores, labels) then stands on one side only. A remainder without any text is what is left of a bottom margin.
 */
function isCutRow(pairs: readonly Pair[], room: number): boolean {
  const size = Math.max(0, ...pairs.map(({ above }) => above.lines.at(-1)?.size ?? 0))
  if (size === 0 || room > 2.5 * size) return false
  const both = pairs.filter(({ above, below }) => above.lines.length > 0 && below.lines.length > 0)
  if (both.length === 0) return pairs.every(({ below }) => below.lines.length === 0)
  if (!both.every((pair) => runsOn(pair) && isAtBottom(pair.above))) return false
  return both.some(({ above }) => !/[。；！？;!?]$/u.test(above.lines.at(-1)?.text ?? ''))
}

/** A number that stands on its own; a long one may have been broken over two lines. */
const SHORT_NUMBER = /^(?:[\d.,，]{1,4}[%％‰]?|[—–\-－/]+)$/u
/** What a line break keeps together: a word or one character, with marks that may not begin or end a line. */
const FIRST_WORD = /^[（《「『“‘([]*(?:[0-9A-Za-z.%\-+]+|.)[，。、；：！？）》」』”’…,.;:!?)\]]*/u

/** A label of a group or of a sum begins a row of its own. */
const OWN_ROW = /指标$|^(?:合计|总计|总分|小计)|^[一二三四五六七八九十]+、/u

/**
 * Cells with wide margins end above the bottom. Then it is a cut row when few cells go on where the row above is full, each of them
 * with the end of a text that filled its line, while the numbers of the row all stand above.
 */
function isRestOfRow(pairs: readonly Pair[], room: number, known: KnownTexts): boolean {
  const filled = pairs.filter(({ above }) => above.lines.length > 0)
  const rest = pairs.filter(({ below }) => below.lines.length > 0)
  if (room > 1 || rest.length === 0 || rest.length * 2 > filled.length) return false
  if (!filled.some(({ above, below }) => below.lines.length === 0 && /\d/.test(key(above.lines)))) return false
  return rest.every((pair) => {
    const text = key(pair.below.lines)
    return pair.above.lines.length > 0 && !known.has(text) && !OWN_ROW.test(text) && runsOn(pair)
  })
}

/** The text above fills its last line, so that what stands below would have gone to the next line. */
function runsOn({ above, below }: Pair): boolean {
  const line = above.lines.at(-1)
  if (line === undefined || line.turn !== 'right') return false
  if (SHORT_NUMBER.test(key(above.lines)) && SHORT_NUMBER.test(key(below.lines))) return false
  const [x0, , x1] = above.box
  const margin = Math.min(6, Math.max(0, Math.min(...above.lines.map((other) => other.from)) - x0))
  const word = FIRST_WORD.exec(below.lines[0]?.text ?? '')?.[0] ?? ''
  let width = 0
  for (const character of word) width += (isWide(character) ? 1 : 0.5) * line.size
  return x1 - margin - line.to < width + 0.5 * line.size
}

/** Only a cell of one part knows its bottom; that of a longer one is on a later page than its box. */
function isAtBottom(cell: JoinedCell): boolean {
  const line = cell.lines.at(-1)
  return line !== undefined && cell.bottom - line.base < 0.9 * line.size
}

/**
 * Cells at the left of a new row that continue the group above: empty, or the rest of a label that the page break cut in two.
 * The first cell with a text of its own begins a new group and ends the search.
 */
function leadingMerges(
  topCells: readonly PageCell[],
  pairs: ReadonlyMap<PageCell, Pair>,
  known: KnownTexts,
): PageCell[] {
  const merged: PageCell[] = []
  for (const below of topCells) {
    const pair = pairs.get(below)
    if (pair === undefined) break
    const isEmpty = below.lines.length === 0
    if (isEmpty && pair.above.lines.length === 0) continue
    if (!isEmpty && !isCutLabel(pair, known)) break
    merged.push(below)
  }
  const hasFreshText = topCells.some((cell) => cell.lines.length > 0 && !merged.includes(cell))
  return hasFreshText ? merged : []
}

/**
 * Whether a label goes on: 满意度 above, 指标 below. What other cells of the document say decides first (满意度指标 is a cell
 * elsewhere; or 效益指标 below is one itself); else only a short rest of a group's label is taken.
 */
function isCutLabel(pair: Pair, known: KnownTexts): boolean {
  const { above, below } = pair
  const [head, rest] = [key(above.lines), key(below.lines)]
  // The rest itself was counted when a repeated head stands above it.
  const others = (known.get(rest) ?? 0) - (isWhole(below) ? 1 : 0)
  if (!runsOn(pair) || !isAtBottom(above) || others > 0) return false
  if (known.has(head + rest)) return true
  if (known.has(head)) return false
  return head.length === 1 || (rest.length <= 3 && (above.rowSpan > 1 || below.rowSpan > 1))
}

/** How often each text, without white space, fills a cell that no page break can have cut. */
export type KnownTexts = ReadonlyMap<string, number>

export function knownTexts(tables: readonly PageTable[]): KnownTexts {
  const texts = new Map<string, number>()
  for (const table of tables) {
    for (const cell of table.cells) {
      if (isWhole(cell) && cell.row + cell.rowSpan < table.ys.length - 1) {
        const text = key(cell.lines)
        texts.set(text, (texts.get(text) ?? 0) + 1)
      }
    }
  }
  return texts
}

/** Not cut at its top. Below a repeated head it may be, which `isCutLabel` allows for. */
const isWhole = (cell: PageCell) => cell.row > 0 && cell.lines.length > 0
