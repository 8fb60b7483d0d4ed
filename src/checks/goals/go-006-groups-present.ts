/** GO-006: the groups without which a framework is incomplete, by the pack. */
import { defineGoalCheck } from '../../engine/check.ts'
import { type DeclaredSet, onRows, termName, viewDeclaration } from '../support/declaration.ts'
import { type Group, groupOfLabel, topGroup } from '../support/groups.ts'

/** Groups of a set; `undefined` when a name that the framework does not know may belong to any group. */
const groupsIn = ({ live }: DeclaredSet): ReadonlySet<Group> | undefined => {
  const groups = new Set(live.map(({ declared }) => topGroup(declared.level1.printed, declared.level2.printed)))
  return groups.has('unknown') || groups.has('process') ? undefined : groups
}

export const declaredGroups = defineGoalCheck({
  id: 'GO-006',
  title: '必设的一级指标齐全',
  titleEn: 'The required level-1 groups are present',
  kind: 'D',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'law',
  cites: ['caiyu-2015-88#groups', 'caiyu-2021-101#cost-group'],
  rule: '规则包列为必设的一级指标（产出、效益等）各有指标；年度和中期分别成立',
  remedy: '补设缺少的一级指标，或说明不适用的理由。',
  remedyEn: 'Add the missing group, or say why it does not apply.',
  run({ declaration, rules }, report) {
    const view = viewDeclaration(declaration)
    for (const set of view.sets) {
      const groups = groupsIn(set)
      if (!groups) continue
      const printed = [...new Set(set.live.map(({ declared }) => declared.level1.printed))].join('、')
      for (const name of rules.requiredLevel1.value) {
        if (groups.has(groupOfLabel(name))) continue
        report({
          ...onRows(view, set.live.slice(0, 1), 'level1'),
          sources: [rules.requiredLevel1.source],
          verdict: 'outside',
          printed,
          expected: name,
          message: `${termName(set.term)}绩效指标没有设置${name}。`,
          messageEn: `The group ${name} is missing.`,
        })
      }
    }
  },
})
