import { defineFormCheck } from '../../engine/check.ts'
import { cellInput, proof, valueInput } from '../../engine/proof.ts'
import { admissible } from '../../law/self-evaluation-rules.ts'

/** A warning, not more: the regulation lets special cases adjust first-level weights, and a place may have its own. */
export const executionWeight = defineFormCheck({
  id: 'SE-022',
  title: '预算执行率的分值与规则一致',
  titleEn: 'The weight of execution is the pack’s',
  kind: 'A',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'law',
  cites: ['caiyu-2020-10#self-eval-weights'],
  rule: '资金总额一行的分值 = 规则包规定的预算执行率分值',
  remedy: '按当地规定的分值改正；当地另有规定的，换用当地的规则包',
  remedyEn: 'Use the prescribed weight, or the pack of the place.',
  run({ form, rules }, report) {
    const weight = form.funds.total?.columns.weight
    if (weight?.number === undefined) return
    const number = weight.number
    const allowed = admissible(rules.executionWeight)
    if (allowed.some((value) => value.equals(number))) return
    if (
      admissible(rules.levelWeights ?? { value: [], source: '', certainty: 'read', since: '' }).some((sets) =>
        sets.some(({ execution }) => execution.equals(number)),
      )
    )
      return
    const expected = allowed.map(String).join('或')
    report({
      field: weight.field,
      verdict: 'outside',
      sources: [rules.executionWeight.source],
      printed: weight.cell.printed,
      expected,
      message: `预算执行率的分值印为${weight.cell.printed}，${rules.packTitle}为${expected}分`,
      messageEn: `The weight of execution is printed ${weight.cell.printed}; the pack says ${expected}.`,
      proof: () =>
        proof({
          formula: '预算执行率分值 = 规则包的分值',
          filledIn: `${weight.cell.printed} = ${expected}`,
          result: expected,
          verdict: 'outside',
          inputs: [cellInput(form, '分值', weight.field), valueInput(rules.packTitle, expected)],
        }),
    })
  },
})
