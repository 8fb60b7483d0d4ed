/** FN-015 across years: what a text says or implies of last year against what last year's booklet printed. */
import type { Narrative } from '../../domain/narrative.ts'
import type { AcrossContext, Report } from '../../engine/check.ts'
import { type LedgerPlace, placeInput } from '../../engine/ledger/entry.ts'
import { ledgerOf } from '../../engine/ledger/index.ts'
import type { Mapped } from '../../engine/ledger/narrative-places.ts'
import { proof } from '../../engine/proof.ts'
import { amountInterval, baseValue } from '../../engine/verdict.ts'
import { meets } from '../../kernel/interval.ts'
import { inFile, type YearPair, yearOf, yearPairs } from './across.ts'
import { agrees, expectedFrom, isRounding } from './booklet-ledger.ts'
import { about, type Derived, derived, type Figure, figure, inputOf, printedOf, showLike } from './narrative.ts'
import { baseOf, type Compared, comparedFigures, hasSlip } from './narrative-comparisons.ts'
import { unitSlipsOf } from './narrative-unit-slips.ts'

/** Words by which a text says that the two years are not counted alike. */
const RESTATED = /口径|重分类|机构改革|机构调整|划转|新成立|新组建|撤并|合并/u

interface LastYear {
  readonly mapped: Mapped
  readonly value: Derived
  /** Where the finding stands: the printed base, else the change that implies it. */
  readonly at: Figure
  readonly isPrinted: boolean
  readonly paragraph: number
}

const printedBases = (narrative: Narrative, mapped: ReadonlyMap<number, Mapped>): readonly LastYear[] =>
  [...mapped.values()].flatMap((one) => {
    if (one.statement.year !== narrative.year - 1 || one.measure !== 'final') return []
    const at = figure(narrative, one.statement.index)
    return [{ mapped: one, value: derived(at), at, isPrinted: true, paragraph: at.mention.paragraph }]
  })

const impliedBase = (narrative: Narrative, mapped: ReadonlyMap<number, Mapped>, one: Compared): readonly LastYear[] => {
  const { comparison, value, base, change } = one
  if (comparison.baseKind !== 'last-year' || base || !value || !change || hasSlip(one)) return []
  const own = mapped.get(value.statement.index)
  if (own?.measure !== 'final' || value.statement.year !== narrative.year) return []
  const implied = baseOf(one)
  return implied ? [{ mapped: own, value: implied, at: change, isPrinted: false, paragraph: comparison.paragraph }] : []
}

/** The same quantity in last year's booklet: its cells, else its text. */
const before = ({ earlier }: YearPair, { key, measure, cellsIn }: Mapped): readonly LedgerPlace[] => {
  const cells = cellsIn(earlier.accounts)
  if (cells.length > 0) return cells
  const entry = ledgerOf(earlier).entries.find(
    (one) => one.key === key && one.measure === measure && one.year === yearOf(earlier),
  )
  return entry?.places.slice(0, 1) ?? []
}

const fits = ({ value, at, isPrinted }: LastYear, place: LedgerPlace): boolean =>
  isPrinted ? agrees(at.amount, place.amount) : meets(value.range, amountInterval(place.amount))

const reportOne = (pair: YearPair, one: LastYear, narrative: Narrative, report: Report): void => {
  const places = before(pair, one.mapped)
  const [first] = places
  if (!first || places.some((place) => fits(one, place))) return
  const { at, value, isPrinted, mapped } = one
  const isNear = isPrinted
    ? isRounding(at.amount, first.amount)
    : value.value.subtract(baseValue(first.amount)).abs().compare(at.amount.value.lastUnit().shift(at.amount.power)) <=
      0
  const isRestated = RESTATED.test(narrative.paragraphs[one.paragraph]?.text ?? '')
  const isSure = !mapped.isLoose && !isRestated && first.from === 'table' && !first.unsure
  const there = inFile(pair.earlier.file, first)
  const said = isPrinted ? printedOf(at) : showLike(value.value, at)
  const verdict = isNear ? 'rounding-only' : 'outside'
  report({
    file: pair.later.file,
    ...about(at, {
      severity: isNear ? 'info' : isSure ? 'error' : 'warning',
      verdict,
      expected: isPrinted ? expectedFrom(first, at) : '',
      message: `${mapped.name}的上年数${isPrinted ? '印为' : `由增减额${printedOf(at)}推出为`}${said}，${there.name}是${first.printed}${isNear ? '，相差在舍入范围内' : ''}`,
      messageEn: `Last year's figure is said to be ${said}; last year's booklet has ${first.printed}.`,
      proof: () =>
        proof({
          formula: isPrinted ? '文中的上年数 = 上年决算数' : '本年数 ∓ 增减额 = 上年决算数',
          filledIn: `${said} ≠ ${first.printed}`,
          result: first.printed,
          verdict,
          interval: value.range,
          unitPower: at.amount.power,
          inputs: [inputOf('正文', at), placeInput(there)],
        }),
    }),
  })
}

export const reportLastYear = ({ documents }: AcrossContext, report: Report): undefined => {
  for (const pair of yearPairs(documents)) {
    const { narrative } = pair.later
    if (!narrative) continue
    const { mapped } = ledgerOf(pair.later)
    const slips = unitSlipsOf(narrative)
    const all = [
      ...printedBases(narrative, mapped),
      ...comparedFigures(narrative).flatMap((one) => impliedBase(narrative, mapped, one)),
    ]
    for (const one of all) if (!slips.has(one.at.statement.index)) reportOne(pair, one, narrative, report)
  }
}
