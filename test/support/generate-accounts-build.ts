/** Tables as they are printed, cell by cell, every amount with a name by which it can be found again. */
import { classification } from '../../src/law/classification.ts'
import type { PrintedTable, Span } from '../accounts/booklet.ts'
import { numeral } from '../accounts/booklet.ts'
import { type AccountsStyle, printAmount } from './generate-accounts-style.ts'

/** `key` is `table|row|column`, such as `expenditure|2010301|basic`; only amounts have one. */
export interface GeneratedCell {
  readonly text: string
  readonly across: number
  readonly key?: string
}

export interface GeneratedTable {
  /** Profile id, with the side for two-sided ones in the keys of its cells. */
  readonly profile: string
  readonly code: string
  readonly title: string
  readonly department: string
  readonly unit: '万元' | '元'
  readonly width: number
  readonly header: readonly (readonly Span[])[]
  /** 栏次; empty where it is not printed. */
  readonly numbers: readonly Span[]
  readonly body: readonly (readonly GeneratedCell[])[]
  readonly notes: readonly string[]
}

export const printedTable = ({ profile: _, body, ...table }: GeneratedTable): PrintedTable => ({
  ...table,
  body: body.map((row) => row.map(({ text, across }): Span => [text, across, 1])),
  expected: [],
})

export interface Frame {
  readonly department: string
  readonly year: number
  readonly style: AccountsStyle
}

export const word = (text: string, across = 1): GeneratedCell => ({ text, across })

export const money = (key: string, fen: bigint | undefined, style: AccountsStyle): GeneratedCell => ({
  text: fen === undefined ? '' : printAmount(fen, style),
  across: 1,
  key,
})

export const one = (text: string): Span => [text, 1, 1]

const namesByYear = new Map<number, ReadonlyMap<string, { name: string }>>()

const names = (year: number): ReadonlyMap<string, { name: string }> => {
  const known = namesByYear.get(year)
  if (known) return known
  const { functional, economic } = classification(year)
  const all = new Map([...functional, ...economic])
  namesByYear.set(year, all)
  return all
}
export const nameOf = (code: string, year: number): string => names(year).get(code)?.name ?? ''

export interface TreeRow {
  /** Empty for the total. */
  readonly code: string
  readonly values: readonly bigint[]
}

/** The total and the printed levels of the codes with their sums, in the order of the codes. */
export const treeOf = <T extends { readonly code: string }>(
  items: readonly T[],
  depth: readonly number[],
  figures: (item: T) => readonly bigint[],
): readonly TreeRow[] => {
  const rows = new Map<string, bigint[]>()
  const add = (code: string, values: readonly bigint[]): void => {
    const old = rows.get(code)
    rows.set(code, old ? old.map((value, i) => value + values[i]!) : [...values])
  }
  for (const item of items)
    for (const code of new Set(['', ...depth.map((length) => item.code.slice(0, length))])) add(code, figures(item))
  return [...rows].map(([code, values]) => ({ code, values })).sort((a, b) => (a.code < b.code ? -1 : 1))
}

type Naming = readonly [code: string, title: string, profile: string]

/** A table of codes. Without rows it is printed blank, with the sentence that says so. */
export const codeTable = (
  { department, year, style }: Frame,
  [code, title, profile]: Naming,
  head: readonly (readonly Span[])[],
  columns: readonly string[],
  all: readonly TreeRow[],
): GeneratedTable => {
  // Rows of nothing are not printed.
  const rows = all.filter(({ values }) => values.some((value) => value !== 0n))
  const isBlank = rows.length === 0
  const own = isBlank ? [{ code: '', values: columns.map(() => 0n) }] : rows
  const body = own.map(({ code: at, values }): readonly GeneratedCell[] => {
    const row = at === '' ? 'total' : at
    const cells = values.map((value, i) =>
      isBlank ? word('') : money(`${profile}|${row}|${columns[i]}`, value, style),
    )
    if (at === '' && style.mergedTotal) return [word('合计', 2), ...cells]
    return [word(at), word(at === '' ? '合计' : nameOf(at, year)), ...cells]
  })
  return {
    profile,
    code,
    title,
    department,
    unit: style.unit,
    width: columns.length + 2,
    header: head,
    numbers: style.hasNumbers ? [['栏次', 2, 1], ...columns.map((_, i) => one(String(i + 1)))] : [],
    body,
    notes: isBlank ? [`说明：本部门${year}年度没有此项收入支出，故本表为空表。`] : [],
  }
}

const CODE_HEAD: Span = ['项目', 2, 1]
export const CODE_LABELS: readonly Span[] = [one('功能分类科目编码'), one('科目名称')]

/** 项目 over code and name; the labels of amounts reach down beside them. */
export const flatHead = (labels: readonly string[]): readonly (readonly Span[])[] => [
  [CODE_HEAD, ...labels.map((label): Span => [label, 1, 2])],
  CODE_LABELS,
]

/** 本年收入 (alone) beside 本年支出 (over 小计, 基本支出 …). */
export const groupedHead = (
  groups: readonly (readonly [label: string, columns: readonly string[]])[],
): readonly (readonly Span[])[] => [
  [CODE_HEAD, ...groups.map(([label, columns]): Span => [label, Math.max(1, columns.length), columns.length ? 1 : 2])],
  [...CODE_LABELS, ...groups.flatMap(([, columns]) => columns.map(one))],
]

export interface SideRow {
  readonly label: string
  /** Row part of the keys; without it the cells of the row are blank and nameless. */
  readonly key?: string
  readonly values: readonly (bigint | undefined)[]
}

export interface Side {
  /** `收入` or `支出`. */
  readonly name: string
  readonly columns: readonly string[]
  readonly labels: readonly string[]
  readonly rows: readonly SideRow[]
  readonly foot: readonly SideRow[]
}

/** Two lists beside each other, padded with blank rows to the same length before their last rows. */
export const sidedTable = (
  { department, style }: Frame,
  [code, title, profile]: Naming,
  left: Side,
  right: Side,
): GeneratedTable => {
  const height = Math.max(left.rows.length, right.rows.length)
  const footer = Math.max(left.foot.length, right.foot.length)
  const blank = ({ columns }: Side): SideRow => ({ label: '', values: columns.map(() => undefined) })
  const filled = (side: Side): readonly SideRow[] => [
    ...side.rows,
    ...Array.from({ length: height - side.rows.length }, () => blank(side)),
    ...side.foot.slice(0, -1),
    ...Array.from({ length: footer - side.foot.length }, () => blank(side)),
    side.foot.at(-1)!,
  ]
  const cells = (side: Side, from: number): readonly (readonly GeneratedCell[])[] =>
    filled(side).map(({ label, key, values }, i) => [
      word(label),
      ...(style.hasLines ? [word(String(from + i))] : []),
      ...values.map((value, c) =>
        key === undefined ? word('') : money(`${profile}:${side.name}|${key}|${side.columns[c]}`, value, style),
      ),
    ])
  const [a, b] = [cells(left, 1), cells(right, height + footer + 1)]
  const words = style.hasLines ? 2 : 1
  const labels = (side: Side): readonly Span[] => [
    one('项目'),
    ...(style.hasLines ? [one('行次')] : []),
    ...side.labels.map(one),
  ]
  const count = (from: number, side: Side): readonly Span[] => [
    one('栏次'),
    ...(style.hasLines ? [one('')] : []),
    ...side.labels.map((_, i) => one(String(from + i))),
  ]
  const [leftWidth, rightWidth] = [words + left.columns.length, words + right.columns.length]
  return {
    profile,
    code,
    title,
    department,
    unit: style.unit,
    width: leftWidth + rightWidth,
    header: [
      [
        ['收入', leftWidth, 1],
        ['支出', rightWidth, 1],
      ],
      [...labels(left), ...labels(right)],
    ],
    numbers: style.hasNumbers ? [...count(1, left), ...count(1 + left.columns.length, right)] : [],
    body: a.map((row, i) => [...row, ...b[i]!]),
    notes: ['注：本表反映本部门本年度的总收支情况。'],
  }
}

const CLASS_CODES =
  '201 202 203 204 205 206 207 208 210 211 212 213 214 215 216 217 219 220 221 222 223 224 229 231 232 234'

/** 一、一般公共服务支出 …: every class, with an amount or without. */
export const classRows = (
  amounts: ReadonlyMap<string, readonly bigint[]>,
  width: number,
  year: number,
): readonly SideRow[] =>
  CLASS_CODES.split(' ').map((code, i) => ({
    label: `${numeral(i + 1)}、${nameOf(code, year)}`,
    key: code,
    values: amounts.get(code) ?? Array.from({ length: width }, () => 0n),
  }))

/** One row of figures, or rows with a name: what is neither of codes nor two-sided. */
export const plainTable = (
  { department, style }: Frame,
  [code, title, profile]: Naming,
  header: readonly (readonly Span[])[],
  body: readonly (readonly GeneratedCell[])[],
  width: number,
): GeneratedTable => ({
  profile,
  code,
  title,
  department,
  unit: style.unit,
  width,
  header,
  numbers: [],
  body,
  notes: [],
})
