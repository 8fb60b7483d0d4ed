/**
 * How a true number becomes a wrong printed one: the slips of hands that copy, type and convert, each with the chance that
 * it makes just this print of that truth. The chances only rank candidates that arithmetic allows; they decide no finding.
 */
import { Decimal } from '../../kernel/decimal.ts'
import { type Interval, meets } from '../../kernel/interval.ts'
import type { AccountCell, AccountTableView } from '../accounts.ts'
import { type Amount, amountInterval } from '../verdict.ts'
import { copyChance } from './copies.ts'
import type { CellNode } from './network.ts'

export const SLIPS = [
  'digits-exchanged',
  'digit-changed',
  'point-shifted',
  'unit-slip',
  'sign-lost',
  'digit-lost',
  'digit-doubled',
  'copied-neighbour',
  'last-year',
  'blank',
  'nothing-there',
  'unknown',
] as const
export type Slip = (typeof SLIPS)[number]

export const SLIP_NAMES: Readonly<Record<Slip, readonly [zh: string, en: string]>> = {
  'digits-exchanged': ['相邻两位数字颠倒', 'two neighbouring digits exchanged'],
  'digit-changed': ['一位数字有误', 'one digit wrong'],
  'point-shifted': ['小数点错位', 'decimal point shifted'],
  'unit-slip': ['元与万元混用', '元 and 万元 mixed up'],
  'sign-lost': ['正负号有误', 'wrong sign'],
  'digit-lost': ['漏写一位数字', 'one digit left out'],
  'digit-doubled': ['多写一位数字', 'one digit too many'],
  'copied-neighbour': ['误抄相邻单元格的数', 'copied from a neighbouring cell'],
  'last-year': ['误用上年数', "last year's number"],
  blank: ['漏填', 'left blank'],
  'nothing-there': ['此处不应有数', 'no amount belongs here'],
  unknown: ['', ''],
}

/** A truth (or all truths of an interval, in units of the last printed digit) and the chance of this print. */
interface Origin {
  readonly slip: Slip
  readonly low: bigint
  readonly high: bigint
  readonly chance: number
}

export interface Explanation {
  readonly slip: Slip
  /** What should have been printed, with the decimals of the printed number. */
  readonly value: Decimal
  /** The text of the document says it too, and not what is printed. */
  readonly isSaid: boolean
  /** Relative likelihood, for comparing candidates of one component. */
  readonly weight: number
}

/** Balances may be negative, little else is. */
const CHANCE_NEGATIVE = 0.02
const MOST_WEIGHT = 0.3

/** Amounts of budgets run over many powers of ten: the chance of just this one, in units of its last digit. */
const chanceOf = (units: bigint): number => {
  const size = Number(units < 0n ? -units : units)
  return 0.05 / Math.max(1, size)
}

const one = (slip: Slip, value: bigint, chance: number): Origin => ({ slip, low: value, high: value, chance })

/** One digit different: a neighbour on the keyboard (one up or down) is likelier than any other. */
const digitOrigins = (digits: string, sign: bigint, scale: number): Origin[] => {
  const origins: Origin[] = []
  const size = digits.length
  const put = (slip: Slip, text: string, chance: number): void => {
    // No hand prints a 0 in front of 3,311.22, and no truth was 0.
    const hasLeadingZero = text.length > scale + 1 && text.startsWith('0')
    if (!hasLeadingZero && !/^0*$/.test(text)) origins.push(one(slip, sign * BigInt(text), chance))
  }
  for (let i = 0; i < size; i++) {
    const [before, digit, after] = [digits.slice(0, i), digits[i]!, digits.slice(i + 1)]
    const next = digits[i + 1]
    if (next !== undefined && next !== digit)
      put('digits-exchanged', `${before}${next}${digit}${after.slice(1)}`, 0.22 / Math.max(1, size - 1))
    for (let to = 0; to <= 9; to++)
      if (String(to) !== digit)
        put('digit-changed', `${before}${to}${after}`, (Math.abs(to - Number(digit)) === 1 ? 0.05 : 0.014) / size)
    put('digit-doubled', before + after, 0.06 / (10 * size))
    for (let lost = 0; lost <= 9; lost++) put('digit-lost', `${before}${lost}${digit}${after}`, 0.06 / size)
  }
  for (let lost = 0; lost <= 9; lost++) put('digit-lost', `${digits}${lost}`, 0.06 / size)
  return origins
}

const SHIFTS: readonly (readonly [slip: Slip, power: number, chance: number])[] = [
  ['point-shifted', 1, 0.05],
  ['point-shifted', -1, 0.05],
  ['point-shifted', 2, 0.01],
  ['point-shifted', -2, 0.01],
  ['point-shifted', 3, 0.003],
  ['point-shifted', -3, 0.003],
  ['unit-slip', 4, 0.06],
  ['unit-slip', -4, 0.06],
  ['unit-slip', 8, 0.002],
  ['unit-slip', -8, 0.002],
]

/** The print may have lost digits on the way, so that several truths fit it; or the truth has fewer than the print. */
const shiftOrigins = (units: bigint): Origin[] =>
  SHIFTS.flatMap(([slip, power, chance]): Origin[] => {
    const factor = 10n ** BigInt(Math.abs(power))
    if (power > 0) return [{ slip, low: units * factor - factor / 2n, high: units * factor + factor / 2n, chance }]
    const half = factor / 2n
    const [low, high] = [(units - half) / factor, (units + half) / factor]
    const truth = units < 0n ? low : high
    return truth === 0n ? [] : [one(slip, truth, chance)]
  })

const unitsAt = (value: Decimal, scale: number): bigint => BigInt(value.round(scale).units)

const known = new WeakMap<AccountCell, readonly Origin[]>()

const originsOf = (cell: AccountCell, units: bigint, scale: number): readonly Origin[] => {
  let origins = known.get(cell)
  if (!origins) {
    const own: Origin[] = []
    if (units !== 0n) {
      const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0')
      own.push(...digitOrigins(digits, units < 0n ? -1n : 1n, scale))
      own.push(...shiftOrigins(units), one('sign-lost', -units, 0.06))
    }
    known.set(cell, (origins = own))
  }
  return origins
}

const overlap = (origin: Origin, low: bigint, high: bigint): readonly [bigint, bigint] | undefined => {
  const from = origin.low > low ? origin.low : low
  const to = origin.high < high ? origin.high : high
  return from <= to ? [from, to] : undefined
}

/** The multiples of `step` in it. */
const snapped = ([from, to]: readonly [bigint, bigint], step: bigint): readonly [bigint, bigint] | undefined => {
  if (step === 1n) return [from, to]
  const low = from > 0n ? ((from + step - 1n) / step) * step : (from / step) * step
  const high = to >= 0n ? (to / step) * step : ((to - step + 1n) / step) * step
  return low <= high ? [low, high] : undefined
}

/** The value nearest to the middle of what the equations demand. */
const nearest = ([from, to]: readonly [bigint, bigint], low: bigint, high: bigint, step: bigint): bigint => {
  const middle = ((low + high) / (2n * step)) * step
  return middle < from ? from : middle > to ? to : middle
}

/**
 * Half of all sums were added up from what is printed and agree to the last digit; in the others each number was rounded on
 * its own, and they are off by the root of their number.
 */
const closeness = (value: bigint, low: bigint, high: bigint): number => {
  const off = Number(2n * value - low - high) / 2
  return Math.abs(off) < 1 ? 1 : 0.5 * Math.exp((-6 * off * off) / (Number(high - low) + 2))
}

export interface SlipContext {
  /** The amount of the same cell in last year's tables. */
  readonly lastYear?: (cell: AccountCell) => Amount | undefined
  /** What the text of the document says of the cell. */
  readonly said?: (cell: AccountCell) => readonly Amount[]
}

/** The text says what the equations demand: then two independent witnesses agree against the print. */
const SAID_AS_WANTED = 50
/** The text says what is printed: a weak witness, as texts are written from tables. */
const SAID_AS_PRINTED = 0.3

const testimony = (said: readonly Amount[], printed: Amount, wanted: Interval): number => {
  const isWanted = said.some((amount) => meets(amountInterval(amount), wanted))
  const isPrinted = said.some((amount) => meets(amountInterval(amount), pointOf(printed)))
  return isWanted === isPrinted ? 1 : isWanted ? SAID_AS_WANTED : SAID_AS_PRINTED
}

/** Whole units of the last printed digit inside an interval of values in the base unit. */
export const printable = ({ value, power }: Amount, wanted: Interval): readonly [bigint, bigint] | undefined => {
  const [low, high] = [wanted.low.shift(-power), wanted.high.shift(-power)]
  const scale = value.scale
  let [from, to] = [unitsAt(low.round(scale, 'down'), scale), unitsAt(high.round(scale, 'down'), scale)]
  if (Decimal.of(from, scale).compare(low) < 0) from += 1n
  if (Decimal.of(to, scale).compare(high) > 0) to -= 1n
  return from <= to ? [from, to] : undefined
}

/**
 * The likeliest way from a true value inside `wanted` (base unit) to what is printed; `undefined` when no number with the
 * printed decimals lies in it, or only the printed one itself.
 */
export const explain = (
  node: CellNode,
  wanted: Interval,
  { lastYear, said }: SlipContext = {},
): Explanation | undefined => {
  const { cell, amount } = node
  const range = printable(amount, wanted)
  const units = unitsAt(amount.value, amount.value.scale)
  if (!range || (range[0] === units && range[1] === units)) return undefined
  const [low, high] = range
  // A shifted point may print more decimals than its table has; the true number has as many as the others.
  const step = 10n ** BigInt(Math.max(0, amount.value.scale - cell.table.decimals))
  let best: { slip: Slip; units: bigint; chance: number } | undefined
  let weight = 0
  const offer = (slip: Slip, span: readonly [bigint, bigint] | undefined, chance: number): void => {
    const own = span && snapped(span, step)
    if (!own || chance === 0) return
    const value = nearest(own, low, high, step)
    if (value === units) return
    const likely = (value < 0n ? chance * CHANCE_NEGATIVE : chance) * closeness(value, low, high)
    weight += likely
    if (!best || likely > best.chance) best = { slip, units: value, chance: likely }
  }
  for (const origin of originsOf(cell, units, amount.value.scale))
    offer(origin.slip, overlap(origin, low, high), origin.chance)
  offerWhole(node, units, range, lastYear, offer)
  if (!best) return undefined
  const value = Decimal.of(best.units / step, amount.value.scale - String(step).length + 1)
  const witness = said ? testimony(said(cell), amount, wanted) : 1
  return { slip: best.slip, value, isSaid: witness > 1, weight: Math.min(weight, MOST_WEIGHT) * witness }
}

/** Slips in which the printed number has nothing of the true one. */
const offerWhole = (
  node: CellNode,
  units: bigint,
  range: readonly [bigint, bigint],
  lastYear: SlipContext['lastYear'],
  offer: (slip: Slip, span: readonly [bigint, bigint], chance: number) => void,
): void => {
  const { cell, amount } = node
  const middle = (range[0] + range[1]) / 2n
  if (units === 0n) {
    offer('blank', range, (0.08 * chanceOf(middle)) / chanceOfNothing(cell))
    return
  }
  offer('copied-neighbour', range, copyChance(node))
  const before = lastYear?.(cell)
  if (before && meets(pointOf(before), pointOf(amount))) offer('last-year', range, 0.08)
  if (range[0] <= 0n && range[1] >= 0n) offer('nothing-there', [0n, 0n], 0.02 * chanceOfNothing(cell))
  else offer('unknown', range, 0.05 * chanceOf(middle))
}

const nothings = new WeakMap<AccountTableView, Map<string, number>>()

/** How many cells of its column hold nothing. */
const chanceOfNothing = ({ table, role }: AccountCell): number => {
  let own = nothings.get(table)
  if (!own) nothings.set(table, (own = new Map()))
  let chance = own.get(role)
  if (chance === undefined) {
    const cells = table.entries.flatMap((entry) => entry.cells.get(role) ?? [])
    const empty = cells.filter(({ own: amount }) => amount?.value.isZero()).length
    chance = (empty + 0.5) / (cells.length + 1)
    own.set(role, chance)
  }
  return chance
}

const pointOf = ({ value, power }: Amount): Interval => {
  const base = value.shift(power)
  return { low: base, high: base }
}
