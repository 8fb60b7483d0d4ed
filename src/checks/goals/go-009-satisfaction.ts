/** GO-009: satisfaction is asked for, or the form says why not and gives its points to the benefits. */
import { defineGoalCheck, type GoalContext } from '../../engine/check.ts'
import { Decimal } from '../../kernel/decimal.ts'
import { admissible } from '../../law/self-evaluation-rules.ts'
import { type DeclaredSet, onRows, termName, viewDeclaration } from '../support/declaration.ts'
import { groupOfLabel, topGroup } from '../support/groups.ts'

const SATISFACTION = /满意|好评/u
const NOT_APPLICABLE =
  /(?:不适用|不涉及|不设置?|未设置?|无需|没有).{0,12}满意|满意.{0,16}(?:不适用|不涉及|不设|未设|无)/u

const hasSatisfaction = ({ live }: DeclaredSet): boolean =>
  live.some(({ declared, facts }) => facts.group === 'satisfaction' || SATISFACTION.test(declared.level3.printed))

const saysWhy = ({ declaration }: GoalContext): boolean => {
  const { satisfactionReason, remarks, summary } = declaration.head
  if ((satisfactionReason?.printed ?? '').length > 1) return true
  return [remarks, summary].some((cell) => cell !== undefined && NOT_APPLICABLE.test(cell.printed))
}

const sumOf = ({ live }: DeclaredSet, group: string): Decimal | undefined => {
  let sum = Decimal.zero
  for (const { declared, facts } of live) {
    if (topGroup(declared.level1.printed, declared.level2.printed) !== group) continue
    if (!facts.view.weight.number) return undefined
    sum = sum.add(facts.view.weight.number)
  }
  return sum
}

/** The benefits carry what a pack gives them where there is no satisfaction. */
const isRebased = ({ rules }: GoalContext, set: DeclaredSet): boolean | undefined => {
  const benefit = sumOf(set, 'benefit')
  if (!benefit?.isPositive() || !rules.levelWeights) return undefined
  const hasCost = sumOf(set, 'cost')?.isPositive() ?? false
  const holds = (names: readonly string[], group: string): boolean => names.some((name) => groupOfLabel(name) === group)
  const sets = admissible(rules.levelWeights)
    .flat()
    .filter(
      ({ groups }) => !holds(Object.keys(groups), 'satisfaction') && holds(Object.keys(groups), 'cost') === hasCost,
    )
  return sets.some(({ groups }) =>
    Object.entries(groups).some(([name, points]) => groupOfLabel(name) === 'benefit' && points.equals(benefit)),
  )
}

export const satisfactionAsked = defineGoalCheck({
  id: 'GO-009',
  title: '设有满意度指标，或说明不适用并调整权重',
  titleEn: 'Satisfaction is present, or its absence is explained and the weights re-based',
  kind: 'D',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'law',
  cites: ['caiyu-2021-101#no-satisfaction', 'zhongfa-2018-34#goal-dimensions'],
  rule: '有满意度指标；不适用的写明理由，其分值并入效益指标',
  remedy: '补设满意度指标，或写明不适用的理由并把分值并入效益指标。',
  remedyEn: 'Add a satisfaction indicator, or explain its absence and give its points to the benefits.',
  run(context, report) {
    const { declaration, rules } = context
    const view = viewDeclaration(declaration)
    for (const set of view.sets) {
      // A row under a name that the framework does not know may be the one.
      if (hasSatisfaction(set) || set.live.some(({ facts }) => facts.group === 'unknown')) continue
      const rebased = isRebased(context, set)
      if (rebased !== false && saysWhy(context)) continue
      report({
        ...onRows(view, set.live.slice(0, 1), 'level1'),
        ...(rules.levelWeights ? { sources: [rules.levelWeights.source] } : {}),
        severity: rebased === false ? 'error' : rebased ? 'info' : 'warning',
        verdict: 'outside',
        printed: '',
        expected: '满意度指标',
        message: `${termName(set.term)}绩效指标没有满意度指标${saysWhy(context) ? '，分值没有并入效益指标' : '，也没有说明不适用的理由'}。`,
        messageEn: `There is no satisfaction indicator${saysWhy(context) ? ', and its points were not given to the benefits' : ' and no reason for it'}.`,
      })
    }
  },
})
