/** The tables of a booklet as they are printed (header with spans, rows of cells) and as they must be read. */
import { classification } from '../../src/law/classification.ts'
import type { Random } from '../support/random.ts'
import { type FundItem, type Item, type Ledger, RUNNING_CODES, STAFF_CODES, sumOf } from './ledger.ts'

/** Text, columns and rows that it spans. */
export type Span = readonly [text: string, across: number, down: number]

export interface ExpectedTable {
  readonly code: string
  readonly side: string
  readonly profile: string
  readonly unit: string
  readonly isBlank: boolean
  readonly rows: readonly (readonly string[])[]
}

export interface PrintedTable {
  readonly code: string
  readonly title: string
  readonly department: string
  readonly unit: string
  readonly width: number
  readonly header: readonly (readonly Span[])[]
  /** 栏次 with its label cells; empty where it is not printed. */
  readonly numbers: readonly Span[]
  readonly body: readonly (readonly Span[])[]
  readonly notes: readonly string[]
  readonly expected: readonly ExpectedTable[]
}

export interface Style {
  readonly code: (n: number) => string
  readonly grouped: boolean
  readonly trimmed: boolean
  readonly zero: '' | '0.00' | '0'
  readonly hasNumbers: boolean
  readonly hasLines: boolean
  readonly mergedTotal: boolean
}

const pad = (n: number): string => String(n).padStart(2, '0')

export const randomStyle = (random: Random): Style => {
  const form = random.pick(['公开NN表', '公开NN表', '财决公开NN表', '公开表N'])
  return {
    code: (n) => form.replace('NN', pad(n)).replace('N', String(n)),
    grouped: random.chance(0.7),
    trimmed: random.chance(0.3),
    zero: random.pick(['', '', '0.00'] as const),
    hasNumbers: random.chance(0.7),
    hasLines: random.chance(0.6),
    mergedTotal: random.chance(0.5),
  }
}

const one = (text: string): Span => [text, 1, 1]
const names = (): ReadonlyMap<string, { name: string }> => {
  const { functional, economic } = classification(2022)
  return new Map([...functional, ...economic])
}
const nameOf = (code: string): string => names().get(code)?.name ?? '其他支出'

export const printer =
  ({ grouped, trimmed, zero }: Style) =>
  (cents: number): string => {
    if (cents === 0) return zero
    const whole = Math.trunc(cents / 100)
    const text = `${whole}.${pad(cents % 100)}`
    const plain = trimmed ? text.replace(/\.?0+$/, '') : text
    return grouped ? plain.replace(/^\d+/, (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ',')) : plain
  }

/** Total, classes, 款 and 项 with their sums, in the order of the codes. */
export const tree = <T extends { readonly code: string }>(
  items: readonly T[],
  figures: (one: T) => readonly number[],
): { code: string; values: number[] }[] => {
  const rows = new Map<string, number[]>()
  const add = (code: string, values: readonly number[]): void => {
    const old = rows.get(code)
    rows.set(code, old ? old.map((value, i) => value + values[i]!) : [...values])
  }
  for (const item of [...items].sort((a, b) => (a.code < b.code ? -1 : 1)))
    for (const code of new Set(['', item.code.slice(0, 3), item.code.slice(0, 5), item.code])) add(code, figures(item))
  return [...rows].map(([code, values]) => ({ code, values })).sort((a, b) => (a.code < b.code ? -1 : 1))
}

interface Common {
  readonly ledger: Ledger
  readonly style: Style
  readonly unit?: string
}

const base = ({ ledger, unit }: Common, code: string, title: string) => ({
  code,
  title,
  department: ledger.department,
  unit: unit ?? ledger.unit,
})

/** A table of codes: `head` gives the rows of its header over code, name and the amounts. */
export const codeTable = (
  common: Common,
  [code, title, profile]: readonly [string, string, string],
  head: readonly (readonly Span[])[],
  rows: readonly { code: string; values: readonly number[] }[],
  notes: readonly string[],
  width: number,
): PrintedTable => {
  const { style } = common
  const print = printer(style)
  const amounts = width - 2
  const own = rows.length > 0 ? rows : [{ code: '', values: Array.from({ length: amounts }, () => 0) }]
  const isBlank = rows.length === 0
  const printed = own.map(({ code: at, values }) => [
    at,
    at === '' ? '合计' : nameOf(at),
    ...values.map((value) => (isBlank ? '' : print(value))),
  ])
  const meta = base(common, code, title)
  return {
    ...meta,
    width,
    header: head,
    numbers: style.hasNumbers ? [['栏次', 2, 1], ...Array.from({ length: amounts }, (_, i) => one(String(i + 1)))] : [],
    body: printed.map((cells): readonly Span[] =>
      cells[0] === '' && style.mergedTotal ? [['合计', 2, 1], ...cells.slice(2).map(one)] : cells.map(one),
    ),
    notes,
    expected: [
      {
        code,
        side: '',
        profile,
        unit: meta.unit,
        isBlank: isBlank || printed.every((row) => row.slice(2).every((text) => text === '')),
        rows: printed,
      },
    ],
  }
}

interface SideRow {
  readonly label: string
  readonly values: readonly (number | undefined)[]
}

/** Two lists beside each other, padded with blank rows to the same length before their totals. */
export const sidedTable = (
  common: Common,
  [code, title, profile]: readonly [string, string, string],
  left: { readonly rows: readonly SideRow[]; readonly foot: readonly SideRow[]; readonly labels: readonly string[] },
  right: { readonly rows: readonly SideRow[]; readonly foot: readonly SideRow[]; readonly labels: readonly string[] },
): PrintedTable => {
  const { style } = common
  const print = printer(style)
  const blankRow = (count: number): SideRow => ({ label: '', values: Array.from({ length: count }, () => undefined) })
  const height = Math.max(left.rows.length, right.rows.length)
  const footer = Math.max(left.foot.length, right.foot.length)
  const filled = (side: typeof left): readonly SideRow[] => {
    const [amounts, ...foot] = [side.labels.length, ...side.foot]
    const more = Array.from({ length: height - side.rows.length }, () => blankRow(amounts))
    const gap = Array.from({ length: footer - foot.length }, () => blankRow(amounts))
    return [...side.rows, ...more, ...foot.slice(0, -1), ...gap, foot.at(-1)!]
  }
  const texts = (side: typeof left, from: number): readonly (readonly string[])[] =>
    filled(side).map(({ label, values }, i) => [
      label,
      ...(style.hasLines ? [String(from + i)] : []),
      ...values.map((value) => (value === undefined ? '' : print(value))),
    ])
  const [a, b] = [texts(left, 1), texts(right, height + footer + 1)]
  const words = style.hasLines ? 2 : 1
  const [leftWidth, rightWidth] = [words + left.labels.length, words + right.labels.length]
  const labels = (side: typeof left): readonly Span[] => [
    one('项目'),
    ...(style.hasLines ? [one('行次')] : []),
    ...side.labels.map(one),
  ]
  const count = (from: number, side: typeof left): readonly Span[] => [
    one('栏次'),
    ...(style.hasLines ? [one('')] : []),
    ...side.labels.map((_, i) => one(String(from + i))),
  ]
  const meta = base(common, code, title)
  const blankSide = (rows: readonly (readonly string[])[]): boolean =>
    rows.every((row) => row.slice(words).every((text) => text === ''))
  const table = (side: string, rows: readonly (readonly string[])[]): ExpectedTable => ({
    code,
    side,
    profile,
    unit: meta.unit,
    isBlank: blankSide(rows),
    rows: rows.filter((row) => row.some((text) => text !== '')),
  })
  return {
    ...meta,
    width: leftWidth + rightWidth,
    header: [
      [
        ['收入', leftWidth, 1],
        ['支出', rightWidth, 1],
      ],
      [...labels(left), ...labels(right)],
    ],
    numbers: style.hasNumbers ? [...count(1, left), ...count(1 + left.labels.length, right)] : [],
    body: a.map((cells, i) => [...cells, ...b[i]!].map(one)),
    notes: ['注：本表反映本单位本年度的总收支情况。'],
    expected: [table('收入', a), table('支出', b)],
  }
}

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
export const numeral = (n: number): string =>
  n <= 10
    ? NUMERALS[n - 1]!
    : n < 20
      ? `十${NUMERALS[n - 11]}`
      : `${n >= 20 && n < 30 ? '二' : ''}十${n % 10 === 0 ? '' : NUMERALS[(n % 10) - 1]}`

const CLASSES = [
  '201',
  '202',
  '203',
  '204',
  '205',
  '206',
  '207',
  '208',
  '210',
  '211',
  '212',
  '213',
  '214',
  '215',
  '216',
  '217',
  '219',
  '220',
  '221',
  '222',
  '223',
  '224',
  '229',
  '231',
  '232',
  '234',
]

export const classRows = (amounts: ReadonlyMap<string, readonly number[]>, width: number): readonly SideRow[] =>
  CLASSES.map((code, i) => ({
    label: `${numeral(i + 1)}、${nameOf(code)}`,
    values: amounts.get(code) ?? Array.from({ length: width }, () => undefined),
  }))

/** Economic codes in two or three groups of columns. */
export const economicTable = (
  common: Common,
  [code, title, profile]: readonly [string, string, string],
  groups: 2 | 3,
): PrintedTable => {
  const { ledger, style } = common
  const print = printer(style)
  const classed = (codes: readonly string[]): readonly (readonly string[])[] => {
    const kept = tree(
      codes.map((at) => ({ code: at, value: ledger.economic.get(at) ?? 0 })),
      ({ value }) => [value],
    )
    return kept.filter(({ code: at }) => at !== '').map(({ code: at, values }) => [at, nameOf(at), print(values[0]!)])
  }
  const goods = RUNNING_CODES.filter((at) => at.startsWith('302'))
  const capital = RUNNING_CODES.filter((at) => !at.startsWith('302'))
  const lists =
    groups === 3
      ? [classed(STAFF_CODES), classed(goods), classed(capital)]
      : [classed(STAFF_CODES), classed(RUNNING_CODES)]
  const height = Math.max(...lists.map((list) => list.length))
  const blank = ['', '', '']
  const rows = Array.from({ length: height }, (_, i) => lists.flatMap((list) => list[i] ?? blank))
  const total = (codes: readonly string[]): string => print(sumOf(codes.map((at) => ledger.economic.get(at) ?? 0)))
  const staff = total(STAFF_CODES)
  const running = total(RUNNING_CODES)
  const foot = ['', '人员经费合计', staff, '', '公用经费合计', running, ...(groups === 3 ? blank : [])]
  const meta = base(common, code, title)
  const head = ['经济分类科目编码', '科目名称', '决算数'].map(one)
  const footSpans: readonly Span[] = style.mergedTotal
    ? [['人员经费合计', 2, 1], one(staff), ['公用经费合计', groups === 3 ? 5 : 2, 1], one(running)]
    : foot.map(one)
  const all = [...rows, foot]
  return {
    ...meta,
    width: 3 * groups,
    header: [Array.from({ length: groups }, () => head).flat()],
    numbers: [],
    body: [...rows.map((row) => row.map(one)), footSpans],
    notes: ['注：本表反映本单位本年度基本支出明细情况。'],
    expected: [{ code, side: '', profile, unit: meta.unit, isBlank: false, rows: all }],
  }
}

export const itemIncome = ({ basic, project }: Item): number => basic + project
export const fundClosing = ({ opening, income, basic, project }: FundItem): number => opening + income - basic - project
export { nameOf, one }
