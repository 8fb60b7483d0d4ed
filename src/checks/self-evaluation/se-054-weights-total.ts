import type { FindingDraft } from '../../engine/check.ts'
import { defineFormCheck, type FormContext } from '../../engine/check.ts'
import { proof } from '../../engine/proof.ts'
import { type FormSum, sumWeights } from '../../engine/totals.ts'
import type { Decimal } from '../../kernel/decimal.ts'

/** A form without a weight in its fund block leaves the execution points out of its own sum. */
const isAccepted = ({ form, rules }: FormContext, sum: Decimal): boolean => {
  const total = rules.totalWeight.value
  if (sum.equals(total)) return true
  const hasFundWeight = form.funds.total?.columns.weight?.number !== undefined
  return !hasFundWeight && sum.add(rules.executionWeight.value).equals(total)
}

const terms = ({ fields }: FormSum): string =>
  fields
    .filter(({ number }) => !number!.isZero())
    .map(({ cell }) => cell.printed)
    .join(' + ')

const draft = ({ form, rules }: FormContext, weights: FormSum, isPrinted: boolean): FindingDraft => {
  const total = form.totalWeight
  const expected = isPrinted ? weights.sum.normalize().toString() : String(rules.totalWeight.value)
  const printed = isPrinted ? total!.cell.printed : weights.sum.normalize().toString()
  const sum = `${terms(weights)} = ${weights.sum.normalize()}`
  return {
    field: total?.field ?? 'indicators',
    also: weights.fields.map(({ field }) => field),
    verdict: 'outside',
    sources: [rules.totalWeight.source],
    printed,
    expected,
    message: isPrinted
      ? `总分栏的分值印为${printed}，各项分值之和是${expected}：${sum}`
      : `各项分值之和是${printed}，应为${expected}：${sum}`,
    messageEn: isPrinted
      ? `The total weight is printed ${printed}; the weights add up to ${expected}.`
      : `The weights add up to ${printed}, not ${expected}.`,
    proof: () =>
      proof({
        formula: '预算执行率分值 + Σ 指标分值 = 总分',
        filledIn: sum,
        result: weights.sum.normalize().toString(),
        verdict: 'outside',
        inputs: weights.fields.map(({ field, cell }) => ({
          name: '分值',
          printed: cell.printed,
          field,
          position: cell.at,
        })),
      }),
  }
}

export const weightsTotal = defineFormCheck({
  id: 'SE-054',
  title: '分值合计等于100',
  titleEn: 'The weights add up to 100',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#form-arithmetic'],
  rule: '预算执行率分值 + Σ 指标分值 = 总分栏的分值 = 100',
  remedy: '核对各指标分值，使合计等于总分',
  remedyEn: 'Adjust the weights so that they add up to the total.',
  run(context, report) {
    const { form } = context
    if (form.indicators.length === 0) return
    const weights = sumWeights(form)
    if (weights.isIncomplete || weights.fields.length < 2 || weights.sum.isZero()) return
    const printed = form.totalWeight?.number
    const isPrintedRight = printed === undefined || printed.equals(weights.sum)
    if (isPrintedRight && isAccepted(context, weights.sum)) return
    // 总分 may leave the execution points out (90) or take them in (100); both are seen.
    const fund = form.funds.total?.columns.weight?.number
    if (printed && fund && isAccepted(context, weights.sum) && printed.add(fund).equals(weights.sum)) return
    if (printed && !fund && isAccepted(context, weights.sum) && printed.equals(context.rules.totalWeight.value)) return
    report(draft(context, weights, !isPrintedRight))
  },
})
