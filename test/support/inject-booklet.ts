/** One error in a true booklet: in its text, in a form, in a table, or between two years. */

import { printedAmounts, withText } from './generate-accounts.ts'
import { type GeneratedBooklet, slotsOf, withSlot } from './generate-booklet.ts'
import type { Slot, SlotKind } from './generate-booklet-text.ts'
import type { PrintedForm } from './printed-form.ts'
import type { Random } from './random.ts'

export const BOOKLET_INJECTIONS = [
  'amount: one digit',
  'amount: digits exchanged',
  'amount: point shifted',
  'amount: unit slip',
  'direction flipped',
  'percent wrong',
  'change wrong',
  'last year wrong',
  'project money wrong',
  'project score wrong',
  'form money wrong',
  'table cell wrong',
  'opening is not closing',
] as const
export type BookletInjection = (typeof BOOKLET_INJECTIONS)[number]

export interface InjectedBooklet {
  readonly booklet: GeneratedBooklet
  readonly what: string
  /** Within rounding, or nothing else in the two booklets says the number: nobody could find it. */
  readonly isVisible: boolean
}

const digitsAt = (text: string): readonly number[] => [...text].flatMap((char, i) => (/\d/.test(char) ? [i] : []))

const replaceAt = (text: string, at: number, by: string): string => text.slice(0, at) + by + text.slice(at + 1)

const oneDigit = (random: Random, text: string): string => {
  const at = random.pick(digitsAt(text))
  const old = Number(text[at])
  return replaceAt(text, at, String((old + random.int(1, 9)) % 10))
}

const exchanged = (random: Random, text: string): string | undefined => {
  const digits = digitsAt(text)
  const pairs = digits.slice(1).flatMap((at, i) => (text[at] === text[digits[i]!] ? [] : [[digits[i]!, at] as const]))
  if (pairs.length === 0) return undefined
  const [a, b] = random.pick(pairs)
  return replaceAt(replaceAt(text, a, text[b]!), b, text[a]!)
}

/** 123.45 → 1234.5 or 12.345, in the decimals of the text. */
const shifted = (random: Random, text: string): string | undefined => {
  const [whole, cents = ''] = text.replaceAll(',', '').split('.')
  if (random.chance(0.5)) return `${whole}${cents[0] ?? '0'}.${(`${cents.slice(1)}0`).padEnd(2, '0')}`
  return whole!.length < 2 ? undefined : `${whole!.slice(0, -1)}.${whole!.slice(-1)}${cents.slice(0, 1) || '0'}`
}

const hundredths = (text: string): bigint => {
  const [whole = '0', cents = ''] = text.replaceAll(',', '').split('.')
  return BigInt(`${whole === '' ? '0' : whole}${cents.padEnd(2, '0').slice(0, 2)}`)
}

const away = (a: bigint, b: bigint): bigint => (a > b ? a - b : b - a)

/** Two last digits: what rounding on both sides may hide. */
const ROUNDING = 2n
/** Two percent points of a percentage with two decimals. */
const POINTS = 200n

const slotsOfKind = (booklet: GeneratedBooklet, kind: SlotKind): readonly Slot[] =>
  slotsOf(booklet).filter((slot) => slot.kind === kind && slot.value !== 0n)

const changedSlot = (
  booklet: GeneratedBooklet,
  kind: SlotKind,
  random: Random,
  change: (random: Random, text: string) => string | undefined,
  least = ROUNDING,
): InjectedBooklet | undefined => {
  const slots = slotsOfKind(booklet, kind)
  if (slots.length === 0) return undefined
  const slot = random.pick(slots)
  const text = change(random, slot.text)
  if (text === undefined || text === slot.text) return undefined
  const isVisible = slot.isTied && away(hundredths(text), hundredths(slot.text)) > least
  return { booklet: withSlot(booklet, slot, text), what: `${slot.text}${slot.unit} → ${text}${slot.unit}`, isVisible }
}

const anyChange = (random: Random, text: string): string | undefined =>
  random.pick([oneDigit, exchanged, shifted])(random, text)

const FLIPPED: Readonly<Record<string, string>> = { 增加: '减少', 减少: '增加', 增长: '下降', 下降: '增长' }

const flipped = (booklet: GeneratedBooklet, random: Random): InjectedBooklet | undefined => {
  const slots = slotsOfKind(booklet, 'direction')
  if (slots.length === 0) return undefined
  const slot = random.pick(slots)
  const isVisible = slot.isTied && slot.value > ROUNDING
  return {
    booklet: withSlot(booklet, slot, FLIPPED[slot.text]!),
    what: `${slot.text} → ${FLIPPED[slot.text]}`,
    isVisible,
  }
}

const unitSlip = (booklet: GeneratedBooklet, random: Random): InjectedBooklet | undefined => {
  const slots = slotsOfKind(booklet, 'amount')
  if (slots.length === 0) return undefined
  const slot = random.pick(slots)
  return {
    booklet: withSlot(booklet, slot, slot.text, '元'),
    what: `${slot.text}万元 → ${slot.text}元`,
    isVisible: slot.value > ROUNDING,
  }
}

const wrongScore = (booklet: GeneratedBooklet, random: Random): InjectedBooklet | undefined => {
  const slots = slotsOf(booklet).filter(({ kind }) => kind === 'score')
  if (slots.length === 0) return undefined
  const slot = random.pick(slots)
  const text = exchanged(random, slot.text)
  if (text === undefined || hundredths(text) > 10_000n) return undefined
  return { booklet: withSlot(booklet, slot, text), what: `${slot.text}分 → ${text}分`, isVisible: true }
}

/** The budget or spending of a form, which text, rate and sources repeat. */
const wrongForm = (booklet: GeneratedBooklet, random: Random): InjectedBooklet | undefined => {
  if (booklet.forms.length < 2) return undefined
  const index = random.int(0, booklet.forms.length - 1)
  const form = booklet.forms[index]!
  const column = random.pick(['fullYearBudget', 'executed'] as const)
  const old = form.funds.total[column]
  const text = anyChange(random, old)
  if (text === undefined || hundredths(old) === 0n) return undefined
  const total = { ...form.funds.total, [column]: text }
  const changed: PrintedForm = { ...form, funds: { ...form.funds, total } }
  const scale = form.funds.unit === '元' ? 10_000n : 1n
  return {
    booklet: { ...booklet, forms: booklet.forms.map((one, i) => (i === index ? changed : one)) },
    what: `form ${index + 1} ${column} ${old} → ${text}`,
    isVisible: away(hundredths(text), hundredths(old)) > ROUNDING * scale,
  }
}

const cellChange = (
  booklet: GeneratedBooklet,
  random: Random,
  wanted: (key: string) => boolean,
): InjectedBooklet | undefined => {
  const cells = [...printedAmounts(booklet.accounts)].filter(([key, text]) => wanted(key) && /[1-9]/.test(text))
  if (cells.length === 0) return undefined
  const [key, old] = random.pick(cells)
  const text = anyChange(random, old)
  if (text === undefined || text === old) return undefined
  const isYuan = booklet.accounts.tables.find(({ profile }) => key.startsWith(profile))?.unit === '元'
  return {
    booklet: { ...booklet, accounts: withText(booklet.accounts, key, text) },
    what: `${key}: ${old} → ${text}`,
    isVisible: away(hundredths(text), hundredths(old)) > ROUNDING * (isYuan ? 10_000n : 1n),
  }
}

/** Cells that the text repeats. */
const REPEATED =
  /^(?:income|expenditure|general-budget-expenditure)\|total\||^three-public\||^basic-expenditure\|(?:staff|running)Total/

/** `undefined`: this booklet has nothing to spoil in that way. */
export const injectBooklet = (
  kind: BookletInjection,
  booklet: GeneratedBooklet,
  random: Random,
): InjectedBooklet | undefined => {
  switch (kind) {
    case 'amount: one digit':
      return changedSlot(booklet, 'amount', random, oneDigit)
    case 'amount: digits exchanged':
      return changedSlot(booklet, 'amount', random, exchanged)
    case 'amount: point shifted':
      return changedSlot(booklet, 'amount', random, shifted)
    case 'amount: unit slip':
      return unitSlip(booklet, random)
    case 'direction flipped':
      return flipped(booklet, random)
    case 'percent wrong':
      return changedSlot(booklet, 'percent', random, anyChange, POINTS)
    case 'change wrong':
      return changedSlot(booklet, 'change', random, anyChange)
    case 'last year wrong':
      return changedSlot(booklet, 'last-amount', random, anyChange)
    case 'project money wrong':
      return changedSlot(booklet, 'project', random, anyChange)
    case 'project score wrong':
      return wrongScore(booklet, random)
    case 'form money wrong':
      return wrongForm(booklet, random)
    case 'table cell wrong':
      return cellChange(booklet, random, (key) => REPEATED.test(key))
    case 'opening is not closing':
      return cellChange(booklet, random, (key) => /\|opening(?:General|Fund|Capital)?\|/.test(key))
  }
}
