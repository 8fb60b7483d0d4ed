import { cellText } from './cell-markup.ts'
import type { RawCell, RawRow } from './rows-to-grid.ts'
import type { Line } from './split-lines.ts'
import type { FoundRows } from './tab-rows.ts'

const RULE = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/
const BOX_BAR = /[│┃║|]/
const BOX_BORDER = /^[\s+\-=─━═┄┈┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬╒╕╘╛╞╡╪╓╖╙╜╟╢╫|│┃║:]+$/

/**
 * A table drawn with bars: Markdown (with or without its `---` rule and outer bars), `+---+` borders, box-drawing characters.
 * Between drawn borders several lines make one row, so their texts are joined cell by cell.
 */
export function pipeTableAt(lines: readonly Line[], from: number): FoundRows | undefined {
  if (!mayBelong(lines[from])) return undefined
  let next = from
  while (mayBelong(lines[next])) next += 1
  const region = lines.slice(from, next)
  if (region.length < 2) return undefined
  const isDrawn = isBorder(region[0]!) && region.length > 2 && isBorder(region.at(-1)!)
  const isMarkdown = RULE.test(region[1]!.text) && region[1]!.text.includes('|')
  const isBarred = region.every((line) => /^\s*\|.*\|\s*$/.test(line.text))
  if (!isDrawn && !isMarkdown && !isBarred) return undefined
  const rows = isDrawn ? drawnRows(region) : region.filter((line) => !RULE.test(line.text)).map(splitRow)
  return rows.some((row) => row.length > 1) ? { rows, next } : undefined
}

function mayBelong(line: Line | undefined): boolean {
  return line !== undefined && line.text !== '' && (BOX_BAR.test(line.text) || isBorder(line))
}

function isBorder(line: Line): boolean {
  return /[+┌├└┏┣┗╔╠╚╒╞╘╓╟╙|]/.test(line.text) && /[-─━═=]{2}/.test(line.text) && BOX_BORDER.test(line.text)
}

function splitRow(line: Line): RawRow {
  const inner = line.text
    .trim()
    .replace(/^[|│┃║]/, '')
    .replace(/(?<!\\)[|│┃║]$/, '')
  return inner.split(/(?<!\\)[|│┃║]/).map((text) => ({ text: cellText(text.replaceAll('\\|', '|')), line }))
}

function drawnRows(region: readonly Line[]): RawRow[] {
  const rows: RawRow[] = []
  // With a border after every row, lines between borders are one row; with borders around the whole only, each line is one.
  const borders = region.filter(isBorder).length
  const isRuled = borders > 3
  let open: RawCell[] | undefined
  for (const line of region) {
    if (isBorder(line)) {
      open = undefined
      continue
    }
    const cells = splitRow(line)
    if (isRuled && open && open.length === cells.length) {
      for (const [index, cell] of cells.entries()) {
        const above = open[index]!
        open[index] = { text: cellText(`${above.text}\n${cell.text}`), line: above.line }
      }
    } else {
      open = [...cells]
      rows.push(open)
    }
  }
  return rows
}
