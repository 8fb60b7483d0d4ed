/** The example booklets of two years, with a few slips as they occur in real ones. */
import { mkdirSync, writeFileSync } from 'node:fs'
import {
  Document,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
  WidthType,
} from 'docx'
import type { Block, Grid } from '../../src/domain/source-document.ts'
import { generateBooklet, readBooklet } from '../../test/support/generate-booklet.ts'

const SEED = Number(process.argv[2] ?? 11)
const FOLDER = 'examples/qinghe-water'
const DEPARTMENT = '清河县水务局'
const FIRST_YEAR = 2020

/** What is printed wrong in the second year: the text as it should be (found in it once), and as it is printed. */
interface Slip {
  readonly inside: RegExp
  readonly change: (text: string) => string
}

/** Two neighbouring digits of a number change places. */
const exchanged = (number: string): string =>
  number.replace(/(\d)(?!\1)(\d)(?=\.\d{2}$)/, (_, a: string, b: string) => b + a)

const SLIPS: readonly Slip[] = [
  // A percentage that was not computed anew.
  {
    inside: /年度本年支出合计[^。]*。其中/u,
    change: (text) => text.replace(/占(\d)(\d)/u, (_, a, b) => `占${a}${(Number(b) + 3) % 10}`),
  },
  // 元 for 万元.
  { inside: /机关运行经费支出[\d,.]+万元/u, change: (text) => text.replace(/(机关运行经费支出[\d,.]+)万元/u, '$1元') },
]

const tableOf = (grid: Grid, slip: boolean): Table => {
  let left = slip ? 1 : 0
  const rows = Array.from({ length: grid.rows }, (_, row) => {
    const cells = []
    for (let column = 0; column < grid.columns; ) {
      const own = grid.cells.find(
        (cell) =>
          row >= cell.row &&
          row < cell.row + cell.rowSpan &&
          column >= cell.column &&
          column < cell.column + cell.columnSpan,
      )
      let text = own && own.row === row ? own.text : ''
      if (left > 0 && own && row > 5 && /^\d[\d,]*\d\d\.\d{2}$/.test(text) && exchanged(text) !== text) {
        text = exchanged(text)
        left -= 1
      }
      cells.push(
        new TableCell({
          columnSpan: own?.columnSpan ?? 1,
          ...(own && own.rowSpan > 1
            ? { verticalMerge: own.row === row ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE }
            : {}),
          children: text
            .split('\n')
            .map((line) => new Paragraph({ children: [new TextRun({ text: line, size: 18 })] })),
        }),
      )
      column += own?.columnSpan ?? 1
    }
    return new TableRow({ children: cells })
  })
  return new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows })
}

const slipped = (text: string): string =>
  SLIPS.reduce((now, { inside, change }) => (inside.test(now) ? change(now) : now), text)

const write = async (blocks: readonly Block[], file: string, isSlipped: boolean): Promise<void> => {
  let tables = 0
  const children = blocks.flatMap((block): (Paragraph | Table)[] => {
    if (block.kind === 'paragraph') return [new Paragraph(isSlipped ? slipped(block.text) : block.text)]
    if (block.kind !== 'grid') return []
    tables += 1
    return [tableOf(block, isSlipped && tables === 3)]
  })
  const properties = { page: { size: { orientation: PageOrientation.LANDSCAPE }, margin: { left: 900, right: 900 } } }
  const bytes = await Packer.toBuffer(new Document({ creator: 'jiheng', sections: [{ properties, children }] }))
  writeFileSync(`${FOLDER}/${file}`, bytes)
  console.log(`${FOLDER}/${file}`)
}

mkdirSync(FOLDER, { recursive: true })
const { years } = generateBooklet(SEED, {
  set: 'national',
  years: 2,
  firstYear: FIRST_YEAR,
  department: DEPARTMENT,
  unit: '万元',
})
for (const [i, year] of years.entries())
  await write(readBooklet(year).source.blocks, `${year.accounts.year}.docx`, i === years.length - 1)
