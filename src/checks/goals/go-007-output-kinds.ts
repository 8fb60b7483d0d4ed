/** GO-007: outputs are told by quantity, quality and time. */
import { defineGoalCheck } from '../../engine/check.ts'
import { type DeclaredRow, onRows, termName, viewDeclaration } from '../support/declaration.ts'
import { type Group, groupOfLabel, topGroup } from '../support/groups.ts'

const KINDS: readonly (readonly [Group, string])[] = [
  ['quantity', '数量指标'],
  ['quality', '质量指标'],
  ['time', '时效指标'],
]

const kindOf = ({ declared }: DeclaredRow): Group => groupOfLabel(declared.level2.printed)

export const outputKinds = defineGoalCheck({
  id: 'GO-007',
  title: '产出指标有数量、质量、时效',
  titleEn: 'Outputs have quantity, quality and timeliness',
  kind: 'D',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'law',
  cites: ['caiyu-2015-88#groups', 'caiyu-2015-88#review-aspects'],
  rule: '产出指标下设有数量、质量、时效指标；不适用的说明理由',
  remedy: '补设缺少的二级指标，或说明不适用的理由。',
  remedyEn: 'Add the missing kind, or say why it does not apply.',
  run({ declaration }, report) {
    const view = viewDeclaration(declaration)
    for (const { term, live } of view.sets) {
      const outputs = live.filter(
        ({ declared }) => topGroup(declared.level1.printed, declared.level2.printed) === 'output',
      )
      const kinds = new Set(outputs.map(kindOf))
      // A level-2 name that the framework does not know may mean any of the three.
      if (outputs.length === 0 || kinds.has('unknown') || kinds.has('output')) continue
      const missing = KINDS.filter(([kind]) => !kinds.has(kind)).map(([, name]) => name)
      if (missing.length === 0) continue
      report({
        ...onRows(view, outputs, 'level2'),
        verdict: 'outside',
        printed: [...new Set(outputs.map(({ declared }) => declared.level2.printed))].join('、'),
        expected: missing.join('、'),
        message: `${termName(term)}产出指标缺少${missing.join('、')}。`,
        messageEn: `The outputs lack ${missing.join(', ')}.`,
      })
    }
  },
})
