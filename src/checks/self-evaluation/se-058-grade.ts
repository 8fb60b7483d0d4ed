import { defineFormCheck, type FormContext } from '../../engine/check.ts'
import { proof } from '../../engine/proof.ts'
import { gradeOf } from '../../engine/scoring.ts'
import { sumScores } from '../../engine/totals.ts'
import type { Decimal } from '../../kernel/decimal.ts'
import { admissible, type GradeBand } from '../../law/self-evaluation-rules.ts'

const WORDS: readonly (readonly [RegExp, GradeBand['grade']])[] = [
  [/优/, '优'],
  [/良/, '良'],
  [/中|合格|一般/, '中'],
  [/差|不合格/, '差'],
]

/** One grade word, or nothing: “优良” or a sentence naming two grades decides nothing. */
const readGrade = (printed: string): GradeBand['grade'] | undefined => {
  if (/不合格/.test(printed)) return '差'
  const found = WORDS.filter(([pattern]) => pattern.test(printed))
  return found.length === 1 ? found[0]![1] : undefined
}

/** The exact total decides: 89.995 shown as 90.00 is 良. */
const exactTotal = ({ form }: FormContext): Decimal | undefined => {
  const printed = form.totalScore?.number
  const scores = sumScores(form)
  if (scores.isIncomplete || scores.fields.length < 2) return printed
  if (!printed) return scores.sum
  return scores.sum.round(printed.scale).equals(printed) ? scores.sum : printed
}

export const gradeFollowsTotal = defineFormCheck({
  id: 'SE-058',
  title: '等级与总分相符',
  titleEn: 'The grade follows from the exact total',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'law',
  cites: ['caiyu-2020-10#grades'],
  rule: '等级 = 舍入前总分所在区间（规则包的分数线，下限含）',
  remedy: '按总分改正等级，或核对总分',
  remedyEn: 'Correct the grade, or check the total.',
  run(context, report) {
    const { form, rules } = context
    const cell = form.record.more.grade
    const grade = cell && readGrade(cell.printed)
    const total = grade && exactTotal(context)
    if (!cell || !grade || !total) return
    const expected = gradeOf(rules.grades.value, total)
    if (expected === undefined || admissible(rules.grades).some((bands) => gradeOf(bands, total) === grade)) return
    const exact = total.normalize().toString()
    report({
      field: 'more.grade',
      also: ['totalScore'],
      sources: [rules.grades.source],
      verdict: 'outside',
      printed: cell.printed,
      expected,
      message: `总分${exact}应为“${expected}”，印为“${cell.printed}”`,
      messageEn: `A total of ${exact} is graded ${expected}; ${cell.printed} is printed.`,
      proof: () =>
        proof({
          formula: '等级 = 总分所在区间',
          filledIn: rules.grades.value.map((band) => `${band.grade} ≥ ${band.from}`).join('，'),
          result: expected,
          verdict: 'outside',
          inputs: [
            { name: '等级', printed: cell.printed, field: 'more.grade', position: cell.at },
            { name: '总分', printed: exact, field: 'totalScore' },
          ],
        }),
    })
  },
})
