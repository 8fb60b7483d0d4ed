/** SE-056: a level-2 name under a level-1 name where the framework has it elsewhere (经济效益指标 under 产出指标). */
import { defineFormCheck } from '../../engine/check.ts'
import { factsOf, groupedRows, type RowFacts } from '../support/form-facts.ts'
import type { Group } from '../support/groups.ts'
import { placeOf } from '../support/messages.ts'

const HOME: Readonly<Partial<Record<Group, readonly Group[]>>> = {
  quantity: ['output'],
  quality: ['output'],
  time: ['output'],
  cost: ['output', 'cost'],
  benefit: ['benefit'],
  satisfaction: ['satisfaction', 'benefit'],
}

const TOP: ReadonlySet<Group> = new Set(['output', 'cost', 'benefit', 'satisfaction'])

const isMisplaced = ({ group1, group2 }: RowFacts): boolean => {
  const home = HOME[group2]
  return home !== undefined && !home.includes(group1) && TOP.has(group1)
}

export const rightGroup = defineFormCheck({
  id: 'SE-056',
  title: '二级指标归在对应的一级指标下',
  titleEn: 'A level-2 name stands under its level-1 name',
  kind: 'D',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'proposal',
  cites: ['proposal#right-group', 'caiyu-2015-88#groups'],
  rule: '数量、质量、时效、成本属产出（或成本），各类效益和可持续影响属效益，满意度属满意度（深圳表样在效益下）',
  remedy: '把指标移到对应的一级指标下。',
  remedyEn: 'Move the indicator to its group.',
  run({ form, rules }, report) {
    const admissible = rules.level2Of.value
    const isWrong = (row: RowFacts): boolean => {
      const { level1, level2 } = row.view.row
      return isMisplaced(row) && !admissible[level1.printed]?.includes(level2.printed)
    }
    for (const group of groupedRows(factsOf(form).live, isWrong)) {
      const { level1, level2 } = group[0]!.view.row
      report({
        verdict: 'outside',
        printed: `${level1.printed} / ${level2.printed}`,
        expected: '对应的一级指标',
        message: `“${level2.printed}”列在“${level1.printed}”下，不属于这一组。`,
        messageEn: `${level2.printed} stands under ${level1.printed}, where it does not belong.`,
        ...placeOf(group, 'level2'),
      })
    }
  },
})
