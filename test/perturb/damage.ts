/** What happens to rows of text on their way: each damage leaves a form that a careful person can still read. */
import type { Random } from '../support/random.ts'
import type { Rows } from './write-damaged.ts'

export type Damage = (rows: Rows, random: Random) => Rows

const mapCells =
  (change: (text: string, random: Random) => string): Damage =>
  (rows, random) =>
    rows.map((row) => row.map((text) => (text === '' ? '' : change(text, random))))

const insertAt = (text: string, at: number, what: string): string => text.slice(0, at) + what + text.slice(at)

/** Labels and words of Chinese characters only: a break inside a number is another damage. */
const isWords = (text: string): boolean => /^[\u4e00-\u9fa5]{3,14}$/.test(text)

const spread =
  (what: string, share: number) =>
  (text: string, random: Random): string =>
    isWords(text) && random.chance(share) ? insertAt(text, random.int(1, text.length - 1), what) : text

const bare = (text: string): string => text.replaceAll(/<[^>]*>|&nbsp;|\s/g, '')
const isIndicatorHeader = (row: readonly string[]): boolean => row.some((text) => bare(text) === '二级指标')

/** Blank rows, page numbers and repeated headers between the rows, as at the end of a page. */
const paged: Damage = (rows, random) => {
  const header = rows.findIndex(isIndicatorHeader)
  if (header < 0) return rows
  return rows.flatMap((row, i) => {
    if (i < header + 3 || i > rows.length - 2 || !random.chance(0.3)) return [row]
    const width = rows[header]!.length
    const number = Array<string>(width).fill('')
    number[Math.floor(width / 2)] = `— ${random.int(2, 40)} —`
    return [number, rows[header]!, row]
  })
}

const withoutTrailingBlanks = (row: readonly string[]): readonly string[] => {
  let end = row.length
  while (end > 1 && row[end - 1] === '') end -= 1
  return row.slice(0, end)
}

export const DAMAGES = {
  none: (rows) => rows,
  'trailing blanks dropped': (rows) => rows.map(withoutTrailingBlanks),
  'trailing blanks added': (rows, random) => rows.map((row) => [...row, ...Array<string>(random.int(0, 2)).fill('')]),
  'leading blanks dropped in some rows': (rows, random) =>
    rows.map((row) => (row[0] === '' && random.chance(0.3) ? row.slice(1) : row)),
  'leading blank added in some rows': (rows, random) => rows.map((row) => (random.chance(0.2) ? ['', ...row] : row)),
  'leading blank in every row': (rows) => rows.map((row) => ['', ...row]),
  'rows shifted by one': (rows, random) =>
    rows.map((row) => (random.chance(0.2) ? (row[0] === '' ? row.slice(1) : ['', ...row]) : row)),
  'spaces in labels': mapCells(spread(' ', 0.6)),
  'full-width spaces': mapCells((text, random) =>
    random.chance(0.5) ? `　${spread('　', 0.6)(text, random)}　` : text,
  ),
  'line breaks in cells': mapCells(spread('\n', 0.5)),
  'p marks': mapCells((text, random) => (random.chance(0.4) ? `<p>${text.replaceAll('\n', '</p><p>')}</p>` : text)),
  'br marks': mapCells(spread('<br>', 0.5)),
  'nbsp marks': mapCells(spread('&nbsp;', 0.5)),
  'page numbers and repeated headers': paged,
  'blank rows between': (rows, random) =>
    rows.flatMap((row) => (random.chance(0.3) ? [row, row.map(() => '')] : [row])),
  'total row with two cells fewer': (rows) =>
    rows.map((row, i) => (i === rows.length - 1 ? row.filter((text, k) => text !== '' || k > 3) : row)),
  'total row of three cells': (rows) =>
    rows.map((row, i) => (i === rows.length - 1 ? row.filter((text) => text !== '') : row)),
  'blank cells of fund rows dropped': (rows) =>
    rows.map((row) => (/结转资金|其他资金/.test(row.join('')) ? row.filter((text, k) => text !== '' || k < 1) : row)),
  'header in two lines': (rows) =>
    rows.flatMap((row) => {
      if (!isIndicatorHeader(row)) return [row]
      const cut = (text: string): [string, string] => (text.length > 4 ? [text.slice(0, 4), text.slice(4)] : [text, ''])
      return [row.map((text) => cut(text)[0]), row.map((text) => cut(text)[1])]
    }),
} satisfies Readonly<Record<string, Damage>>

export type DamageName = keyof typeof DAMAGES
