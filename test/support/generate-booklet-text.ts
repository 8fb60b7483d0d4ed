/**
 * The prose of a generated booklet: sentences in several wordings over the printed tables, every number a slot of its own, so that
 * one of them can be changed. Amounts are in hundredths of 万元, as the text prints them.
 */
import type { Random } from './random.ts'

export type SlotKind =
  | 'amount' // repeats a cell of a table
  | 'free' // stands in no table: invented budgets
  | 'last-amount' // a figure of the year before
  | 'change'
  | 'percent'
  | 'direction'
  | 'project' // money of a project, as its form has it
  | 'score'
  | 'count'

export interface Slot {
  readonly kind: SlotKind
  readonly text: string
  /** 万元, %, 分; empty for words. */
  readonly unit: string
  readonly value: bigint
  /** Other numbers of the sentence by which a change of this one shows. */
  readonly isTied: boolean
}

export type Piece = string | Slot

export interface Paragraph {
  readonly pieces: readonly Piece[]
}

export interface TextStyle {
  readonly grouped: boolean
  readonly trimmed: boolean
  readonly percentDecimals: 1 | 2
}

export const randomTextStyle = (random: Random): TextStyle => ({
  grouped: random.chance(0.4),
  trimmed: random.chance(0.3),
  percentDecimals: random.pick([1, 2, 2] as const),
})

/** 123456 → 1,234.56. */
export const printHundredths = (value: bigint, { grouped, trimmed }: TextStyle): string => {
  const digits = String(value < 0n ? -value : value).padStart(3, '0')
  const [whole, cents] = [digits.slice(0, -2), digits.slice(-2)]
  const text = `${grouped ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole}.${cents}`
  return `${value < 0n ? '-' : ''}${trimmed ? text.replace(/\.?0+$/, '') : text}`
}

/** 100 · a ÷ b with `decimals`, half up; `b` is not zero. */
export const percentOf = (a: bigint, b: bigint, decimals: number): string => {
  const scale = 10n ** BigInt(decimals)
  const scaled = (200n * scale * a + b) / (2n * b)
  const digits = String(scaled).padStart(decimals + 1, '0')
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}

export interface Writer {
  readonly random: Random
  readonly style: TextStyle
  readonly year: number
  /** Printed value of a cell in hundredths of 万元; undefined where no such cell is printed. */
  readonly value: (key: string) => bigint | undefined
  /** The same cell of last year's booklet, where there is one. */
  readonly last: (key: string) => bigint | undefined
  /** Names of codes that have such a row. */
  readonly rows: (profile: string, length: number) => readonly { readonly code: string; readonly name: string }[]
}

export const p = (strings: readonly string[], ...parts: readonly (Piece | number | readonly Piece[])[]): Paragraph => ({
  pieces: strings.flatMap((text, i) => {
    const part = parts[i]
    const own: readonly Piece[] =
      part === undefined
        ? []
        : typeof part === 'number'
          ? [String(part)]
          : typeof part === 'string' || 'kind' in part
            ? [part]
            : part
    return text === '' ? own : [text, ...own]
  }),
})

const slot = (kind: SlotKind, text: string, unit: string, value: bigint, isTied = true): Slot => ({
  kind,
  text,
  unit,
  value,
  isTied,
})

/** From so much on a wrong digit shows in a rate of two decimals: 1 万元. */
const LARGE = 100n

export const money = (w: Writer, kind: SlotKind, value: bigint, isTied = true): readonly Piece[] => [
  slot(kind, printHundredths(value, w.style), '万元', value, isTied),
]

/** The amount of a cell; 0 where the table is blank. */
export const amount = (w: Writer, key: string): readonly Piece[] => money(w, 'amount', w.value(key) ?? 0n)

export const percent = (w: Writer, a: bigint, b: bigint): readonly Piece[] =>
  b === 0n ? [] : [slot('percent', percentOf(a, b, w.style.percentDecimals), '%', (10_000n * a) / b, b >= LARGE)]

export const count = (text: number, unit: string): readonly Piece[] => [
  slot('count', String(text), unit, BigInt(text), false),
]

const UP = ['增加', '增长'] as const
const DOWN = ['减少', '下降'] as const

const CAUSES = {
  up: ['年中追加了项目经费', '人员增加带来的支出增加', '新增工作任务'],
  down: ['厉行节约压减开支', '部分项目跨年实施', '人员减少带来的支出减少'],
} as const

export const reason = ({ random }: Writer, sign: number): string => random.pick(sign >= 0 ? CAUSES.up : CAUSES.down)

/** 比上年增加3.20万元，增长5.10%，主要原因是…… in several wordings; `base` undefined: the year before is invented. */
export const versusLast = (w: Writer, now: bigint, base: bigint | undefined, hasReason = true): readonly Piece[] => {
  const { random } = w
  const old = base ?? (now * BigInt(random.int(70, 130))) / 100n
  const gap = now - old
  const opener = random.pick([`与上年相比，`, `与${w.year - 1}年度相比，`, `比上年`, `较上年`])
  if (gap === 0n) return [`与上年持平`]
  const sign = gap > 0n ? 1 : -1
  const size = gap > 0n ? gap : -gap
  const word = random.pick(sign > 0 ? UP : DOWN)
  const rate = old > 0n && random.chance(0.85) ? percent(w, size, old) : []
  const rateWord = sign > 0 ? '增长' : '下降'
  const why = hasReason ? [`，主要原因是${reason(w, sign)}`] : []
  const tail = rate.length > 0 ? [`，${rateWord}`, ...rate] : []
  const isBasePrinted = old > 0n && random.chance(0.35)
  const isTied = base !== undefined || isBasePrinted
  const direction = slot('direction', word, '', size, isTied)
  if (isBasePrinted) {
    const that = random.pick([`比${w.year - 1}年的`, `比上年的`, `比${w.year - 1}年度`])
    return [that, ...money(w, 'last-amount', old), direction, ...money(w, 'change', size), ...tail, ...why]
  }
  return [opener, direction, ...money(w, 'change', size, isTied), ...tail, ...why]
}

/** 比年初预算数3.00万元减少0.20万元，下降…，主要原因是…… */
export const versusBudget = (
  w: Writer,
  final: bigint,
  budget: bigint,
  name: string,
  kind: SlotKind,
): readonly Piece[] => {
  const gap = final - budget
  if (gap === 0n) return [`，与${name}持平`]
  const sign = gap > 0n ? 1 : -1
  const size = gap > 0n ? gap : -gap
  const direction = slot('direction', sign > 0 ? '增加' : '减少', '', size, true)
  const rate = budget > 0n ? [sign > 0 ? '，增长' : '，下降', ...percent(w, size, budget)] : []
  const that = [`，比${name}`, ...money(w, kind, budget)]
  return [...that, direction, ...money(w, 'change', size), ...rate, `，主要原因是${reason(w, sign)}`]
}

/** 完成年初预算的98.20%. */
export const completion = (w: Writer, final: bigint, budget: bigint): readonly Piece[] =>
  budget > 0n ? ['，完成年初预算的', ...percent(w, final, budget)] : []

/** Parts with their amounts (and shares), separated by semicolons. */
export const listOf = (
  w: Writer,
  total: bigint,
  parts: readonly (readonly [name: string, key: string])[],
  hasShares: boolean,
): readonly Piece[] =>
  parts.flatMap(([name, key], i): readonly Piece[] => {
    const value = w.value(key) ?? 0n
    const share = hasShares && total > 0n && value > 0n ? ['，占', ...percent(w, value, total)] : []
    return [i === 0 ? '' : '；', name, ...money(w, 'amount', value), ...share].filter((piece) => piece !== '')
  })
