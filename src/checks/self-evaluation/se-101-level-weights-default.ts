import { defineFormCheck } from '../../engine/check.ts'
import type { FormView } from '../../engine/form-view.ts'
import { proof } from '../../engine/proof.ts'
import type { Decimal } from '../../kernel/decimal.ts'
import { admissible, type LevelWeights } from '../../law/self-evaluation-rules.ts'
import { factsOf } from '../support/form-facts.ts'
import { type Group, groupOfLabel } from '../support/groups.ts'

const NAMES: Readonly<Partial<Record<Group, string>>> = {
  output: '产出',
  benefit: '效益',
  satisfaction: '满意度',
  cost: '成本',
  process: '过程',
}

interface LevelSum {
  readonly group: Group
  sum: Decimal
}

/** In the order of the form; a form has three or four of them. */
const levelSums = (form: FormView): readonly LevelSum[] | undefined => {
  const sums: LevelSum[] = []
  for (const { view, top } of factsOf(form).rows) {
    const { number, read } = view.weight
    if (!number) {
      if (read.kind === 'unreadable') return undefined
      continue
    }
    if (number.isZero()) continue
    if (top === 'unknown') return undefined
    const own = sums.find(({ group }) => group === top)
    if (own) own.sum = own.sum.add(number)
    else sums.push({ group: top, sum: number })
  }
  return sums
}

const isSet = (sums: readonly LevelSum[], { groups }: LevelWeights): boolean => {
  let size = 0
  for (const name in groups) {
    size += 1
    const wanted = groupOfLabel(name)
    if (!sums.find(({ group }) => group === wanted)?.sum.equals(groups[name]!)) return false
  }
  return size === sums.length
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
    if (!sums || sums.length === 0) return
    const lists = admissible(rules.levelWeights)
    const usual = lists.find((sets) => sets.length > 0)?.[0]
    if (!usual || lists.some((sets) => sets.some((set) => isSet(sums, set)))) return
    const names = sums.map(({ group }) => NAMES[group] ?? '其他').join('/')
    const printed = sums.map(({ sum }) => sum.normalize().toString()).join('/')
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
