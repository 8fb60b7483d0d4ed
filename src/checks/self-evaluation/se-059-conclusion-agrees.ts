/** SE-059: the conclusion repeats the score and the grade of the form. */
import { defineFormCheck } from '../../engine/check.ts'
import { Decimal } from '../../kernel/decimal.ts'
import { textOf } from '../support/form-facts.ts'

const SCORE = /(?:(?:自评|综合|最终|评价)(?:总)?(?:得分|总分|评分)|总(?:得)?分)(?:为|是|:|：)?(\d+(?:\.\d+)?)分/gu
/** 产出指标自评得分48分 is a part of the total. */
const PART = /(?:执行|指标|产出|效益|满意|成本|过程|一级|二级)[^，。；]{0,8}$/u
const GRADE = /(?:等级|等次|评定|评为|评价结果)(?:定为|为|是|:|：)?[“"]?(优秀|优|良好|良|中|差)(?!化|化了|等)/u
const LETTER: Readonly<Record<string, string>> = { 优秀: '优', 良好: '良' }

/** The total that the conclusion states, when none of its totals is the form's (rounded to the decimals stated). */
const statedTotal = (conclusion: string, total: Decimal): string | undefined => {
  const stated = Array.from(conclusion.matchAll(SCORE)).filter(({ index }) => !PART.test(conclusion.slice(0, index)))
  const agrees = (score: string): boolean => total.round(score.split('.')[1]?.length ?? 0).equals(Decimal.from(score))
  return stated.some((match) => agrees(match[1]!)) ? undefined : stated[0]?.[1]
}

export const conclusionAgrees = defineFormCheck({
  id: 'SE-059',
  title: '结论文字与总分、等级一致',
  titleEn: 'The conclusion names the form’s own score and grade',
  kind: 'T',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#same-fact'],
  rule: '结论中的得分 = 总分；结论中的等级 = 评价等级栏',
  remedy: '核对后改正不一致的一处。',
  remedyEn: 'Correct the one that is wrong.',
  run({ form }, report) {
    const conclusion = textOf(form.record.more.conclusion).text
    if (conclusion === '') return
    const total = form.totalScore?.number
    const stated = total && statedTotal(conclusion, total)
    if (stated !== undefined)
      report({
        field: 'more.conclusion',
        also: ['totalScore'],
        verdict: 'outside',
        printed: `${stated}分`,
        expected: `${form.totalScore!.cell.printed}分`,
        message: `结论写得分${stated}分，表中总分为${form.totalScore!.cell.printed}分。`,
        messageEn: `The conclusion says ${stated} points, the form’s total is ${form.totalScore!.cell.printed}.`,
      })
    const printed = textOf(form.record.more.grade).text
    const grade = GRADE.exec(conclusion)?.[1]
    if (grade === undefined || printed === '' || !/^[优良中差]/u.test(printed)) return
    if ((LETTER[grade] ?? grade) === printed[0]) return
    report({
      field: 'more.conclusion',
      also: ['more.grade'],
      verdict: 'outside',
      printed: grade,
      expected: printed,
      message: `结论写等级为“${grade}”，评价等级栏为“${printed}”。`,
      messageEn: `The conclusion says grade ${grade}, the grade cell ${printed}.`,
    })
  },
})
