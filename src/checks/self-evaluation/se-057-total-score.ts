import { defineFormCheck, type FindingDraft, type FormContext } from '../../engine/check.ts'
import { exactRate, spendingOf } from '../../engine/execution.ts'
import type { FormView, NumberField } from '../../engine/form-view.ts'
import { proof } from '../../engine/proof.ts'
import { capTotal } from '../../engine/scoring.ts'
import { type FormSum, scoreSlack, sumScores } from '../../engine/totals.ts'
import { Decimal } from '../../kernel/decimal.ts'

const HALF = Decimal.of(5, 1)

/** What a total may differ by: rounded parts, and the total's own last unit when it has fewer decimals than its parts. */
const slackOf = (form: FormView, total: Decimal, sum: Decimal): Decimal => {
  const own = total.normalize().scale < sum.normalize().scale ? total.lastUnit().multiply(HALF) : Decimal.zero
  return scoreSlack(form).add(own)
}

/** Under a pack with caps the printed total may be the capped one; SE-087 judges whether it is the right one. */
const isCapped = ({ form, rules }: FormContext, total: Decimal): boolean => {
  const caps = rules.totalCaps?.value ?? []
  if (caps.length === 0) return false
  const spending = spendingOf(form, form.funds.total, rules)
  const rate = spending && exactRate(spending)
  return rate !== undefined && (capTotal(caps, rate).cap?.equals(total) ?? false)
}

const draft = (form: FormView, scores: FormSum, slack: Decimal): FindingDraft => {
  const { field, cell, number } = form.totalScore!
  const terms = scores.fields
    .filter((part) => !part.number!.isZero())
    .map((part) => part.cell.printed)
    .join(' + ')
  const expected = scores.sum.normalize().toString()
  const isRounding = number!.subtract(scores.sum).abs().compare(slack) <= 0
  return {
    field,
    also: scores.fields.map((part) => part.field),
    severity: isRounding ? 'info' : 'error',
    verdict: isRounding ? 'rounding-only' : 'outside',
    printed: cell.printed,
    expected,
    message: `总分印为${cell.printed}，各项得分之和是${expected}：${terms}${isRounding ? '（差异在舍入范围内）' : ''}`,
    messageEn: `The total is printed ${cell.printed}; the scores add up to ${expected}${isRounding ? ' (rounding)' : ''}.`,
    proof: () =>
      proof({
        formula: '总分 = 资金得分 + Σ 指标得分',
        filledIn: `${cell.printed} = ${terms}`,
        result: expected,
        interval: { low: scores.sum.subtract(slack), high: scores.sum.add(slack) },
        verdict: isRounding ? 'rounding-only' : 'outside',
        inputs: scores.fields.map((part) => ({
          name: '得分',
          printed: part.cell.printed,
          field: part.field,
          position: part.cell.at,
        })),
      }),
  }
}

const isScored = ({ isIncomplete, fields }: FormSum): boolean => !isIncomplete && fields.length > 2

/** The form has the cell, all scores are there, and nobody added them up. */
const blankDraft = ({ field }: NumberField, scores: FormSum): FindingDraft => {
  const expected = scores.sum.normalize().toString()
  return {
    field,
    severity: 'warning',
    verdict: 'outside',
    printed: '',
    expected,
    message: `总分没有填写，各项得分之和是${expected}`,
    messageEn: `The total score is blank; the scores add up to ${expected}.`,
  }
}

export const totalScore = defineFormCheck({
  id: 'SE-057',
  title: '总分等于各项得分之和',
  titleEn: 'The total score equals the sum of the scores',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#form-arithmetic'],
  rule: '总分 = 资金得分 + Σ 指标得分',
  remedy: '重算总分，或核对各项得分',
  remedyEn: 'Recompute the total, or check the scores.',
  run(context, report) {
    const { form } = context
    const total = form.totalScore?.number
    if (form.indicators.length === 0) return
    const scores = sumScores(form)
    if (!total) {
      if (form.totalScore?.read.kind === 'blank' && isScored(scores)) report(blankDraft(form.totalScore, scores))
      return
    }
    if (scores.isIncomplete || scores.fields.length < 2 || scores.sum.equals(total)) return
    // Some forms total the indicators alone.
    const fund = form.funds.total?.columns.score?.number
    if (fund && form.totalWeight?.number && isWithoutFunds(form) && scores.sum.subtract(fund).equals(total)) return
    if (isCapped(context, total)) return
    report(draft(form, scores, slackOf(form, total, scores.sum)))
  },
})

/** The printed total weight leaves the execution points out: 90, not 100. */
const isWithoutFunds = (form: FormView): boolean => {
  let sum = Decimal.zero
  for (const { weight } of form.indicators) if (weight.number) sum = sum.add(weight.number)
  return form.totalWeight!.number!.equals(sum)
}
