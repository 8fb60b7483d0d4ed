import { defineFormCheck } from '../../engine/check.ts'
import { exactRate, spendingOf } from '../../engine/execution.ts'
import { showFraction, times } from '../../engine/fraction.ts'
import { proof } from '../../engine/proof.ts'
import { capTotal } from '../../engine/scoring.ts'
import { sumScores } from '../../engine/totals.ts'
import { Decimal } from '../../kernel/decimal.ts'

/** Both totals are shown: what the rows earn and what the cap leaves. A rate on an end of a range is an interpretation. */
export const totalCapped = defineFormCheck({
  id: 'SE-087',
  title: '总分不超过执行率对应的上限',
  titleEn: 'The total stays within the cap that the execution rate sets',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'practice',
  cites: ['practice-platform-cap-2022#total-cap'],
  rule: '总分 ≤ 规则包按执行率区间规定的最高分（区间左闭右开）',
  remedy: '把总分调到上限以内',
  remedyEn: 'Cut the total to the cap.',
  run({ form, rules }, report) {
    const caps = rules.totalCaps
    const total = form.totalScore
    if (!caps || caps.value.length === 0 || !total?.number) return
    const spending = spendingOf(form, form.funds.total, rules)
    const rate = spending && exactRate(spending)
    if (!spending || !rate) return
    const { cap: sureCap, closedCap } = capTotal(caps.value, rate)
    const isSure = sureCap !== undefined && total.number.compare(sureCap) > 0
    const cap = isSure ? sureCap : closedCap
    if (!cap || total.number.compare(cap) <= 0) return
    const percent = `${showFraction(times(rate, Decimal.hundred), 2)}%`
    const earned = sumScores(form).sum.normalize()
    report({
      field: total.field,
      also: [spending.executedField.field, spending.budgetField.field],
      severity: isSure ? 'error' : 'info',
      sources: [caps.source],
      verdict: isSure ? 'outside' : 'undecided',
      printed: total.cell.printed,
      expected: cap.toString(),
      message: `执行率${percent}，总分最高${cap}；各项得分之和${earned}，总分印为${total.cell.printed}${isSure ? '' : '（执行率恰在区间端点，规则未定归属）'}`,
      messageEn: `At a rate of ${percent} the total is capped at ${cap}; the rows earn ${earned}, ${total.cell.printed} is printed.`,
      proof: () =>
        proof({
          formula: '总分 = min(Σ 得分, 上限)',
          filledIn: `min(${earned}, ${cap})`,
          result: cap.toString(),
          verdict: isSure ? 'outside' : 'undecided',
          inputs: [
            { name: '总分', printed: total.cell.printed, field: total.field, position: total.cell.at },
            { name: '执行率', printed: percent },
            { name: '上限', printed: cap.toString() },
          ],
        }),
    })
  },
})
