/** What the checks of the ledger share: an amount of the text against the cells that it repeats, or against the text itself. */
import type { Severity, Verdict } from '../../domain/finding.ts'
import type { BookletContext, FindingDraft, Report } from '../../engine/check.ts'
import { type LedgerEntry, type LedgerPlace, placeInput } from '../../engine/ledger/entry.ts'
import { ledgerOf } from '../../engine/ledger/index.ts'
import { proof } from '../../engine/proof.ts'
import { type Amount, amountInterval, baseValue, maySame } from '../../engine/verdict.ts'
import { unitSlipsOf } from './narrative-unit-slips.ts'

/** Names of units by their power of ten. */
export const UNITS: Readonly<Record<number, string>> = { 0: '元', 4: '万元', 8: '亿元' }

export const sameValue = (a: Amount, b: Amount): boolean => baseValue(a).equals(baseValue(b))

/** Off by one last digit, or within what fewer decimals allow. */
export const isRounding = (a: Amount, b: Amount): boolean => {
  const gap = baseValue(a).subtract(baseValue(b)).abs()
  const unit = a.value.lastUnit().shift(a.power)
  const other = b.value.lastUnit().shift(b.power)
  if (a.power === b.power && a.value.scale === b.value.scale) return gap.compare(unit) <= 0
  return maySame(a, b) || gap.compare(unit.compare(other) > 0 ? other : unit) <= 0
}

/** One amount in 亿元 or 万元, the other in 元: rounding to the larger unit is the purpose. */
const isConverted = (a: Amount, b: Amount): boolean => a.power !== b.power && maySame(a, b)

export const agrees = (a: Amount, b: Amount): boolean => sameValue(a, b) || isConverted(a, b)

/** Amounts in 万元 are shown with two decimals at least. */
const FEWEST_DECIMALS = 2

/** The other amount in the unit of the printed one, with its decimals. */
export const shownLike = (value: Amount, like: Pick<LedgerPlace, 'amount'>): string => {
  const { power, value: own } = like.amount
  const scale = Math.max(own.scale, FEWEST_DECIMALS)
  const shown = baseValue(value).shift(-power)
  return `${shown.scale > scale ? shown.round(scale) : shown.normalize()}${UNITS[power] ?? ''}`
}

/** As the other place prints it, in the unit of this one. */
export const expectedFrom = (against: LedgerPlace, like: Pick<LedgerPlace, 'amount'>): string =>
  against.amount.power === like.amount.power && /\d/u.test(against.printed)
    ? against.printed
    : shownLike(against.amount, like)

interface Disagreement {
  readonly entry: LedgerEntry
  /** All text places that print this amount. */
  readonly places: readonly LedgerPlace[]
  readonly against: LedgerPlace
}

const WORDS: Readonly<Record<LedgerEntry['measure'], string>> = {
  final: '',
  'initial-budget': '年初预算数',
  'annual-budget': '全年预算数',
  budget: '预算数',
}

interface Judged {
  readonly severity: Severity
  readonly verdict: Verdict
  readonly why: string
  readonly whyEn: string
}

const judge = ({ entry, places, against }: Disagreement, isTable: boolean): Judged => {
  const { amount } = places[0]!
  if (isRounding(amount, against.amount))
    return { severity: 'info', verdict: 'rounding-only', why: '，相差在舍入范围内', whyEn: ', within rounding' }
  const other = entry.mistaken.find((one) => sameValue(one.amount, amount))
  if (other)
    return {
      severity: 'warning',
      verdict: 'outside',
      why: `；所印的是${other.name}的数`,
      whyEn: ' (the amount of the grand total)',
    }
  const isSure = isTable && !entry.isLoose && !against.unsure
  return { severity: isSure ? 'error' : 'warning', verdict: 'outside', why: '', whyEn: '' }
}

const draftOf = (one: Disagreement, isTable: boolean): FindingDraft => {
  const { entry, places, against } = one
  const place = places[0]!
  const { severity, verdict, why, whyEn } = judge(one, isTable)
  const expected = expectedFrom(against, place)
  const name = `${entry.name}${WORDS[entry.measure]}`
  const also = places.length > 1 ? `（共${places.length}处）` : ''
  return {
    ...place.address,
    position: place.position,
    severity,
    verdict,
    printed: place.printed,
    expected,
    message: `${place.name}中${name}印为${place.printed}${also}，${against.name}是${against.printed}${why}`,
    messageEn: `The text prints ${place.printed}; ${against.from === 'table' ? 'the table' : 'another place'} has ${against.printed}${whyEn}.`,
    proof: () =>
      proof({
        formula: `正文中的${name} = ${against.from === 'table' ? '表中同一项目的数' : '正文另一处的同一数'}`,
        filledIn: `${place.printed} ≠ ${against.printed}`,
        result: expected,
        verdict,
        interval: amountInterval(against.amount),
        unitPower: against.amount.power,
        inputs: [...places, against].map(placeInput),
      }),
  }
}

/** Text places of one amount are one finding; those that agree with any of the references are none. */
const disagreements = (
  entry: LedgerEntry,
  texts: readonly LedgerPlace[],
  references: readonly LedgerPlace[],
): readonly Disagreement[] => {
  const wrong = texts.filter((text) => !references.some((reference) => agrees(text.amount, reference.amount)))
  const groups = new Map<string, LedgerPlace[]>()
  for (const place of wrong) {
    const key = baseValue(place.amount).normalize().toString()
    groups.set(key, [...(groups.get(key) ?? []), place])
  }
  const nearest = (place: LedgerPlace): LedgerPlace =>
    references.find((one) => isRounding(place.amount, one.amount)) ?? references[0]!
  return [...groups.values()].map((places) => ({ entry, places, against: nearest(places[0]!) }))
}

const reportEntry = (entry: LedgerEntry, isSlip: (place: LedgerPlace) => boolean, report: Report): void => {
  const texts = entry.places.filter((place) => place.from === 'text' && !isSlip(place))
  const cells = entry.places.filter(({ from }) => from === 'table')
  if (texts.length === 0) return
  const references = cells.length > 0 ? cells : texts.slice(0, 1)
  for (const one of disagreements(entry, texts, references)) report(draftOf(one, cells.length > 0))
}

/** Entries of the booklet's own year that belong to a check. */
export const reportLedger = (context: BookletContext, check: string, report: Report): undefined => {
  const { narrative } = context
  if (!narrative) return
  const slips = unitSlipsOf(narrative)
  const isSlip = ({ statement }: LedgerPlace): boolean => statement !== undefined && slips.has(statement.index)
  for (const entry of ledgerOf(context).entries)
    if (entry.check === check && entry.year === narrative.year) reportEntry(entry, isSlip, report)
}
