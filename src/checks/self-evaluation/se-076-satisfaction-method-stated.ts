/** SE-076: a satisfaction rate stands on a survey; the form should say how it was taken. */
import { defineFormCheck } from '../../engine/check.ts'
import { anyOf } from '../../law/wordlists.ts'
import { factsOf, type RowFacts, textOf } from '../support/form-facts.ts'
import { placeOf, rowName, rowNameEn } from '../support/messages.ts'
import { HAS } from '../support/scan.ts'
import { startsWithSign } from '../support/values.ts'

const SURVEY = new RegExp(anyOf('surveyWords'), 'u')

const isRate = ({ group, actual }: RowFacts): boolean =>
  group === 'satisfaction' && (actual.bits & HAS.percent) !== 0 && !startsWithSign(actual)

const speaksOfSurvey = (text: string): boolean => text !== '' && SURVEY.test(text)

const statesMethod = ({ name, actual, deviation, view }: RowFacts): boolean =>
  speaksOfSurvey(name.text) ||
  speaksOfSurvey(actual.text) ||
  speaksOfSurvey(deviation.text) ||
  speaksOfSurvey(textOf(view.row.more.evidence).text)

export const satisfactionMethodStated = defineFormCheck({
  id: 'SE-076',
  title: '满意度写明调查方式',
  titleEn: 'A satisfaction rate states how it was surveyed',
  kind: 'D',
  severity: 'info',
  missing: 'skip-if-any',
  basis: 'proposal',
  cites: ['proposal#satisfaction-method', 'caiyu-2021-101#indicator-definition'],
  rule: '满意度的完成值附有调查方式、时间、样本数',
  remedy: '在备注或佐证材料中写明调查方式、时间、发放和回收份数。',
  remedyEn: 'State the instrument, the date, and the numbers sent out and returned.',
  run({ form }, report) {
    const facts = factsOf(form)
    const rows = facts.live.filter((row) => isRate(row) && !statesMethod(row))
    if (rows.length === 0 || SURVEY.test(facts.goalActual.text)) return
    report({
      verdict: 'undecided',
      printed: rows[0]!.actual.text,
      expected: '调查方式、时间、样本数',
      message: `${rowName(rows[0]!)}完成值${rows[0]!.actual.text}，没有写明怎样调查得出。`,
      messageEn: `${rowNameEn(rows[0]!)}: nothing says how the rate was surveyed.`,
      ...placeOf(rows, 'actual'),
    })
  },
})
