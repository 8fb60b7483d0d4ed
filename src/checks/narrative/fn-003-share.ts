import type { NamedRate, Narrative, Share } from '../../domain/narrative.ts'
import { defineNarrativeCheck, type Report } from '../../engine/check.ts'
import { Decimal } from '../../kernel/decimal.ts'
import {
  about,
  derived,
  type Figure,
  figureAt,
  isAlike,
  isExact,
  isLastDigit,
  judgeQuotient,
  minus,
  nameOf,
  narrativeProof,
  printedOf,
  WHY,
} from '../support/narrative.ts'
import { slipIn } from '../support/narrative-slips.ts'

interface Quotient {
  readonly rate: Figure
  readonly top: Figure
  readonly bottom: Figure
  readonly form: NamedRate['form']
  readonly name: string
}

const FORMULAS: Readonly<Record<NamedRate['form'], string>> = {
  ratio: '部分 ÷ 整体',
  saving: '（计划 − 实际）÷ 计划',
  quotient: '总额 ÷ 数量',
}

const judge = ({ rate, top, bottom, form, name }: Quotient, report: Report): void => {
  if (![rate, top, bottom].every(isExact)) return
  const [x, y] = [derived(top), derived(bottom)]
  const isPercent = form !== 'quotient'
  const printed = rate.mention.value
  // 车均2.24万元: the quotient of 元 by vehicles, brought to the unit that is printed.
  const factor = isPercent ? Decimal.hundred : Decimal.of(1, rate.mention.power)
  const judged = judgeQuotient(printed, form === 'saving' ? minus(y, x) : x, y, factor)
  if (!judged) return
  // 占…的100% says that nothing is left out; 99.90% rounds to it and is not the same.
  const isAll = form === 'ratio' && printed.equals(Decimal.hundred) && x.range.high.compare(y.range.low) < 0
  if (judged.verdict === 'equal' && !isAll) return
  const slip = form === 'ratio' && slipIn(top, [[bottom, 1]])
  if (judged.verdict === 'outside' && slip) return
  const isWrong = judged.verdict === 'outside' && !isLastDigit(printed, judged.expected)
  const unit = isPercent ? '%' : rate.mention.unit
  const terms = form === 'saving' ? `(${printedOf(bottom)} − ${printedOf(top)})` : printedOf(top)
  const shown = judged.verdict === 'equal' ? Decimal.hundred.multiply(x.value).divide(y.value, 2) : judged.expected
  const filledIn = `${terms} ÷ ${printedOf(bottom)} = ${shown}${unit}`
  const [why, whyEn] =
    isAll && !isWrong
      ? ['，不足100%', ', less than all']
      : (WHY[judged.verdict] ?? (isWrong ? ['', ''] : ['，差在末位', ', off by the last digit']))
  report(
    about(rate, {
      severity: isWrong ? 'error' : 'info',
      verdict: judged.verdict === 'equal' ? 'rounding-only' : judged.verdict,
      expected: `${shown}${unit}`,
      message: `${name}印为${printedOf(rate)}，${filledIn}${why}`,
      messageEn: `The ratio is printed ${printedOf(rate)}; ${filledIn}${whyEn}.`,
      proof: narrativeProof(
        {
          formula: FORMULAS[form],
          filledIn,
          result: `${judged.expected}${unit}`,
          verdict: judged.verdict,
          interval: judged.interval,
        },
        [
          ['分子', top],
          ['分母', bottom],
          [name, rate],
        ],
      ),
    }),
  )
}

const quotientOf = (narrative: Narrative, relation: Share | NamedRate): Quotient | undefined => {
  const isShare = relation.kind === 'share'
  const rate = figureAt(narrative, isShare ? relation.share : relation.rate)
  const top = figureAt(narrative, isShare ? relation.part : relation.top)
  const bottom = figureAt(narrative, isShare ? relation.whole : relation.bottom)
  if (!rate || !top || !bottom || (isShare && !isAlike(top, bottom))) return undefined
  const name = isShare ? `${nameOf(top)}占${nameOf(bottom)}的比重` : relation.name
  return { rate, top, bottom, form: isShare ? 'ratio' : relation.form, name }
}

export const share = defineNarrativeCheck({
  id: 'FN-003',
  title: '占比和比率等于所述两数之比',
  titleEn: 'A share or ratio equals the quotient of the two figures stated',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#form-arithmetic'],
  rule: '占比 = 部分 ÷ 整体；有名称的比率按其定义由文中所列两数计算；按印刷数的舍入区间判定',
  remedy: '按所述两数重算比率，或改正其中的数',
  remedyEn: 'Recompute the ratio, or correct the figures behind it.',
  run({ narrative }, report) {
    for (const relation of narrative.relations) {
      if (relation.kind !== 'share' && relation.kind !== 'named-rate') continue
      const quotient = quotientOf(narrative, relation)
      if (quotient) judge(quotient, report)
    }
  },
})
