/** SE-053: outputs and benefits are what a self-evaluation is about; a form without one of them is incomplete. */
import { defineFormCheck } from '../../engine/check.ts'
import { factsOf } from '../support/form-facts.ts'
import { groupOfLabel } from '../support/groups.ts'

export const groupsPresent = defineFormCheck({
  id: 'SE-053',
  title: '必设的一级指标齐全',
  titleEn: 'The required level-1 groups are present',
  kind: 'D',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'law',
  cites: ['caiyu-2020-10#self-eval-weights'],
  rule: '规则包列为必设的一级指标（如产出指标、效益指标）至少各有一个在用的指标',
  remedy: '补设缺少的一级指标，或说明不适用的理由。',
  remedyEn: 'Add the missing group, or say why it does not apply.',
  run({ form, rules }, report) {
    const { live } = factsOf(form)
    if (live.length === 0) return
    // A row under a name that the framework does not know may belong to any group.
    if (live.some(({ top }) => top === 'unknown' || top === 'process')) return
    for (const name of rules.requiredLevel1.value) {
      const group = groupOfLabel(name)
      if (live.some(({ top }) => top === group)) continue
      report({
        field: 'indicators',
        sources: [rules.requiredLevel1.source],
        verdict: 'outside',
        printed: [...new Set(live.map(({ view }) => view.row.level1.printed))].join('、'),
        expected: name,
        message: `没有设置${name}。`,
        messageEn: `The group ${name} is missing.`,
      })
    }
  },
})
