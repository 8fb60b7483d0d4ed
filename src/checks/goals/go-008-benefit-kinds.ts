/** GO-008: benefits are economic, social, ecological or lasting; a group 效益 with none of them says nothing. */
import { defineGoalCheck } from '../../engine/check.ts'
import { onRows, termName, viewDeclaration } from '../support/declaration.ts'
import { groupOfLabel, topGroup } from '../support/groups.ts'

const KINDS = /经济|社会|生态|环境|可持续|持续/

export const benefitKinds = defineGoalCheck({
  id: 'GO-008',
  title: '效益指标至少有经济、社会、生态、可持续影响之一',
  titleEn: 'Benefits are economic, social, ecological or lasting',
  kind: 'D',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'law',
  cites: ['zhongfa-2018-34#goal-dimensions'],
  rule: '效益指标下至少有一个经济效益、社会效益、生态效益或可持续影响指标',
  remedy: '按效益的性质设置二级指标。',
  remedyEn: 'Name the kind of benefit at level 2.',
  run({ declaration }, report) {
    const view = viewDeclaration(declaration)
    for (const { term, live } of view.sets) {
      const benefits = live.filter(
        ({ declared }) => topGroup(declared.level1.printed, declared.level2.printed) === 'benefit',
      )
      // Without a level-2 name nothing can be said of the kind.
      if (benefits.length === 0 || benefits.some(({ declared }) => declared.level2.printed === '')) continue
      const own = benefits.filter(({ declared }) => groupOfLabel(declared.level2.printed) !== 'satisfaction')
      if (own.some(({ declared }) => KINDS.test(declared.level2.printed))) continue
      const printed = [...new Set(benefits.map(({ declared }) => declared.level2.printed))].join('、')
      report({
        ...onRows(view, benefits, 'level2'),
        verdict: 'outside',
        printed,
        expected: '经济效益、社会效益、生态效益或可持续影响指标',
        message: `${termName(term)}效益指标下只有${printed}，没有经济、社会、生态效益或可持续影响指标。`,
        messageEn: `The benefits are only ${printed}.`,
      })
    }
  },
})
