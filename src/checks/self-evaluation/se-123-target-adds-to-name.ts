/** SE-123: a target that repeats the name without any number measures nothing. One finding for the form. */
import { defineFormCheck } from '../../engine/check.ts'
import { factsOf, type RowFacts } from '../support/form-facts.ts'
import { placeOf, rowList } from '../support/messages.ts'
import { hasNumber, isDateOnly } from '../support/values.ts'

/** Quantity, time and cost rows without a number have checks of their own. */
const repeats = ({ group, name, target }: RowFacts): boolean =>
  name.text === target.text &&
  name.text !== '' &&
  (group === 'quality' || group === 'benefit' || group === 'output' || group === 'unknown') &&
  (!hasNumber(target) || isDateOnly(target))

export const targetAddsToName = defineFormCheck({
  id: 'SE-123',
  title: '指标值不照抄指标名称',
  titleEn: 'The target is more than the name once again',
  kind: 'D',
  severity: 'info',
  missing: 'skip-if-any',
  basis: 'proposal',
  cites: ['proposal#measurable-target', 'definition#column-meaning'],
  rule: '指标值 ≠ 三级指标名称（含可衡量的数值者除外）',
  remedy: '指标值写可衡量的标准，三级指标写考核内容。',
  remedyEn: 'Give a measurable standard as the target.',
  run({ form }, report) {
    const rows = factsOf(form).live.filter(repeats)
    if (rows.length === 0) return
    report({
      verdict: 'outside',
      printed: rowList(rows, 'target'),
      expected: '可衡量的指标值',
      message: `${rows.length}项指标值与三级指标名称相同，没有可衡量的标准。`,
      messageEn: `${rows.length} target(s) only repeat the indicator’s name.`,
      ...placeOf(rows, 'target'),
    })
  },
})
