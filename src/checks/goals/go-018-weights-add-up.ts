/** GO-018: the points of the indicators make what their level, the form's total line and the pack say. */
import type { Cell } from '../../domain/self-evaluation.ts'
import { defineGoalCheck, type FindingDraft, type GoalContext, type Report } from '../../engine/check.ts'
import { proof } from '../../engine/proof.ts'
import { Decimal } from '../../kernel/decimal.ts'
import { readPrintedNumber } from '../../kernel/printed-number.ts'
import type { SelfEvaluationRules } from '../../law/self-evaluation-rules.ts'
import {
  type DeclarationView,
  type DeclaredRow,
  type DeclaredSet,
  onDeclaration,
  onRows,
  termName,
  viewDeclaration,
} from '../support/declaration.ts'

const PRINTED_POINTS = /[（(]\s*(\d+(?:\.\d+)?)\s*(?:分|%|％)?\s*[）)]/

const weightOf = ({ facts }: DeclaredRow): Decimal | undefined => facts.view.weight.number

const sumOf = (rows: readonly DeclaredRow[]): Decimal =>
  rows.reduce((sum, row) => sum.add(weightOf(row) ?? Decimal.zero), Decimal.zero)

/** Points of a form at the time of its goals: all, all without those of the execution rate, or those of one goal. */
const admissibleTotals = ({
  totalWeight,
  executionWeight,
  goalLeafWeight,
}: SelfEvaluationRules): readonly Decimal[] => [
  totalWeight.value,
  totalWeight.value.subtract(executionWeight.value),
  ...(executionWeight.alternatives ?? []).map(({ value }) => totalWeight.value.subtract(value)),
  ...(goalLeafWeight ? [goalLeafWeight.value] : []),
]

/** 0.3 + 0.2 … = 1: shares in place of points. Of several goals each may have all the points. */
const isTotal = (sum: Decimal, rules: SelfEvaluationRules, goals: number): boolean =>
  admissibleTotals(rules).some((total) =>
    [1, goals].some((times) => {
      const all = total.multiply(Decimal.of(Math.max(times, 1)))
      return all.equals(sum) || all.shift(-2).equals(sum)
    }),
  )

const draftOf = (
  place: Pick<FindingDraft, 'section' | 'field' | 'also' | 'position'>,
  rows: readonly DeclaredRow[],
  printed: string,
  expected: string,
  zh: string,
  en: string,
): FindingDraft => {
  const terms = rows.map((row) => row.declared.more.weight?.printed ?? '').join(' + ')
  return {
    ...place,
    severity: rows.some((row) => row.declared.more.weight?.unsure) ? 'warning' : 'fatal',
    verdict: 'outside',
    printed,
    expected,
    message: `${zh}：${terms}`,
    messageEn: `${en}: ${terms}.`,
    proof: () =>
      proof({
        formula: 'Σ 指标分值 = 所属级别或全表的分值',
        filledIn: `${terms} = ${sumOf(rows).normalize()}`,
        result: expected,
        verdict: 'outside',
        inputs: rows.flatMap(({ facts, declared }) =>
          declared.more.weight
            ? [
                {
                  name: '分值',
                  printed: declared.more.weight.printed,
                  field: `indicators[${facts.index}].more.weight`,
                  position: declared.more.weight.at,
                },
              ]
            : [],
        ),
      }),
  }
}

/** Consecutive rows under one name: labels are filled down, so equal neighbours belong together. */
const groupsOf = (rows: readonly DeclaredRow[], level: 'level1' | 'level2'): readonly (readonly DeclaredRow[])[] => {
  const groups: DeclaredRow[][] = []
  let last = ''
  for (const row of rows) {
    const { level1, level2 } = row.declared
    const key = level === 'level1' ? level1.printed : `${level1.printed}|${level2.printed}`
    if (key === last && groups.length > 0) groups.at(-1)!.push(row)
    else groups.push([row])
    last = key
  }
  return groups
}

const judgeLevels = (view: DeclarationView, { live }: DeclaredSet, report: Report): void => {
  for (const level of ['level1', 'level2'] as const)
    for (const rows of groupsOf(live, level)) {
      const label = rows[0]!.declared[level].printed
      const printed = PRINTED_POINTS.exec(label)?.[1]
      const sum = sumOf(rows)
      if (printed === undefined || Decimal.from(printed).equals(sum)) continue
      const expected = sum.normalize().toString()
      report(
        draftOf(
          onRows(view, rows, level),
          rows,
          printed,
          expected,
          `${label}下各指标分值之和为${expected}`,
          `The weights under ${label} add up to ${expected}`,
        ),
      )
    }
}

const numberIn = (cell: Cell | undefined): Decimal | undefined => {
  const read = cell ? readPrintedNumber(cell.printed) : undefined
  return read?.kind === 'number' ? read.value : undefined
}

const judgeTotal = (
  view: DeclarationView,
  { live, term }: DeclaredSet,
  { rules }: GoalContext,
  report: Report,
): void => {
  const sum = sumOf(live)
  if (!sum.isPositive()) return
  const { totalWeight } = view.declaration
  const printed = term === 'annual' || view.sets.length === 1 ? numberIn(totalWeight) : undefined
  const shown = sum.normalize().toString()
  if (printed && !printed.equals(sum))
    report(
      draftOf(
        onDeclaration(view, 'totalWeight', totalWeight),
        live,
        totalWeight!.printed,
        shown,
        `合计栏的分值印为${totalWeight!.printed}，各指标分值之和是${shown}`,
        `The total weight is printed ${totalWeight!.printed}; the weights add up to ${shown}`,
      ),
    )
  else if (!isTotal(sum, rules, view.declaration.goals.filter((goal) => goal.term === term).length)) {
    const expected = [...new Set(admissibleTotals(rules).map(String))].join('或')
    report({
      ...draftOf(
        onRows(view, live, 'weight'),
        live,
        shown,
        expected,
        `${termName(term)}各指标分值之和是${shown}，应为${expected}`,
        `The weights add up to ${shown}, not ${expected}`,
      ),
      sources: [rules.totalWeight.source, ...(rules.goalLeafWeight ? [rules.goalLeafWeight.source] : [])],
    })
  }
}

export const declaredWeights = defineGoalCheck({
  id: 'GO-018',
  title: '指标分值之和等于级别和全表的分值',
  titleEn: 'The weights add up to those of their level and of the form',
  kind: 'A',
  severity: 'fatal',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#form-arithmetic', 'caiyu-2021-101#weights-without-cost'],
  rule: 'Σ 指标分值 = 级别所印分值 = 合计栏 = 100，或不含预算执行率时为90（规则包另有规定的从其规定）',
  remedy: '核对各指标分值，使合计等于规定的分值。',
  remedyEn: 'Correct the weights so that they add up.',
  run(context, report) {
    const view = viewDeclaration(context.declaration)
    for (const set of view.sets) {
      // A weight that is blank or unreadable leaves every sum open.
      if (set.live.length < 2 || set.live.some((row) => weightOf(row) === undefined)) continue
      judgeLevels(view, set, report)
      judgeTotal(view, set, context, report)
    }
  },
})
