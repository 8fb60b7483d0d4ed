import { defineFormCheck } from '../../engine/check.ts'
import type { FormView } from '../../engine/form-view.ts'
import { proof } from '../../engine/proof.ts'
import { Decimal } from '../../kernel/decimal.ts'
import { admissible, type LevelWeights } from '../../law/self-evaluation-rules.ts'
import { type Group, groupOfLabel, topGroup } from '../support/groups.ts'

const NAMES: Readonly<Partial<Record<Group, string>>> = {
  output: '产出',
  benefit: '效益',
  satisfaction: '满意度',
  cost: '成本',
  process: '过程',
}

const levelSums = (form: FormView): ReadonlyMap<Group, Decimal> | undefined => {
  const sums = new Map<Group, Decimal>()
  for (const { row, weight } of form.indicators) {
    if (!weight.number) {
      if (weight.read.kind === 'unreadable') return undefined
      continue
    }
    if (weight.number.isZero()) continue
    const group = topGroup(row.level1.printed, row.level2.printed)
    if (group === 'unknown') return undefined
    sums.set(group, (sums.get(group) ?? Decimal.zero).add(weight.number))
  }
  return sums
}

const isSet = (sums: ReadonlyMap<Group, Decimal>, { groups }: LevelWeights): boolean => {
  let size = 0
  for (const name in groups) {
    size += 1
    if (!sums.get(groupOfLabel(name))?.equals(groups[name]!)) return false
  }
  return size === sums.size
}

/** 2nd and 3rd level are the unit's business, the 1st may be adjusted for special cases: information. */
export const levelWeightsAsUsual = defineFormCheck({
  id: 'SE-101',
  title: '一级指标权重与默认权重一致',
  titleEn: 'First-level weights are the default ones',
  kind: 'A',
  severity: 'info',
  missing: 'skip-if-any',
  basis: 'law',
  cites: ['caiyu-2020-10#self-eval-weights', 'proposal#level-weights-default'],
  rule: '产出、效益、满意度（成本）各组指标分值之和 = 规则包的默认权重之一',
  remedy: '按默认权重调整，或说明调整一级权重的理由',
  remedyEn: 'Use the default weights, or state why they were changed.',
  run({ form, rules }, report) {
    if (!rules.levelWeights || form.indicators.length === 0) return
    const sums = levelSums(form)
    if (!sums || sums.size === 0) return
    const sets = admissible(rules.levelWeights).flat()
    if (sets.length === 0 || sets.some((set) => isSet(sums, set))) return
    const names = [...sums.keys()].map((group) => NAMES[group] ?? '其他').join('/')
    const printed = [...sums.values()].map((sum) => sum.normalize().toString()).join('/')
    const usual = sets[0]!
    const expected = Object.entries(usual.groups)
      .map(([name, points]) => `${name.replace('指标', '')}${points}`)
      .join('/')
    report({
      field: 'indicators',
      sources: [rules.levelWeights.source],
      verdict: 'outside',
      printed,
      expected,
      message: `一级指标权重${names}为${printed}，通常为${expected}`,
      messageEn: `The first-level weights are ${printed}, usually ${Object.values(usual.groups).join('/')}.`,
      proof: () =>
        proof({
          formula: 'Σ 一级指标下各指标分值 = 默认权重',
          filledIn: `${names} = ${printed}`,
          result: expected,
          verdict: 'outside',
          inputs: [],
        }),
    })
  },
})
