/** SE-143: 得到提升, 良好, 有所增强: nobody can say when they are reached. One finding for the form, for information. */
import { defineFormCheck } from '../../engine/check.ts'
import { patternOf } from '../../law/wordlists.ts'
import { factsOf, type RowFacts } from '../support/form-facts.ts'
import { placeOf, short } from '../support/messages.ts'
import { hasDigit } from '../support/values.ts'

const VAGUE = patternOf('vaguePatterns')
const LONGEST = 14

const isVague = ({ target }: RowFacts): boolean =>
  target.text !== '' && target.text.length <= LONGEST && !hasDigit(target) && VAGUE.test(target.text)

export const targetMeasurable = defineFormCheck({
  id: 'SE-143',
  title: '指标值可以衡量',
  titleEn: 'A target can be measured',
  kind: 'T',
  severity: 'info',
  missing: 'skip-if-any',
  basis: 'proposal',
  cites: ['proposal#measurable-target', 'caiyu-2021-101#indicator-definition'],
  rule: '指标值不只是“得到提升”“良好”一类无法判定是否达到的词',
  remedy: '写明可核对的标准：数量、比例、等级标准或应出现的结果。',
  remedyEn: 'State something that can be checked: a number, a share, a grade, a result.',
  run({ form }, report) {
    const rows = factsOf(form).live.filter(isVague)
    if (rows.length === 0) return
    const list = [...new Set(rows.map(({ target }) => target.text))].map((text) => short(text, 12)).join('、')
    report({
      verdict: 'outside',
      printed: list,
      expected: '可衡量的指标值',
      message: `${rows.length}项指标值（${list}）无法衡量是否达到。`,
      messageEn: `${rows.length} target(s) cannot be measured (${short(list, 40)}).`,
      ...placeOf(rows, 'target'),
    })
  },
})
