/** SE-125: a timeliness indicator measured in 篇 or 份 says nothing about time. */
import { defineFormCheck } from '../../engine/check.ts'
import { measureOf } from '../../kernel/units.ts'
import { factsOf, groupedRows, type RowFacts, saysNone } from '../support/form-facts.ts'
import { placeOf, rowList, rowName } from '../support/messages.ts'
import { hasNumber } from '../support/values.ts'

const TIME_WORD = /[时日天月年周]|进度|及时|按时|按期|周期|频|完成/u

const LONGEST_FRAME = 6

const isCount = ({ group, view: { target }, name }: RowFacts): boolean => {
  if (group !== 'time' || target.kind !== 'number' || target.isPercent || target.per !== '') return false
  // 完成四家单位的归档 is a task with a number in it; ≥601篇 is a count.
  if (target.before.length + target.after.length > LONGEST_FRAME) return false
  const measure = measureOf(target.unit)
  return (measure === 'count' || measure === 'people' || measure === 'people-times') && !TIME_WORD.test(name.text)
}

/** 每月上报, 全年, 当日办结 say when without a number. */
const RECURRING =
  /每(?:个)?(?:工作)?[日天周月季年]|[按逐][日周月季年]|全年|年内|当[日天月年]|年底|月底|季末|年末|上半年|下半年|实时/u

/** 及时, 按期完成: by when is not said, neither in the target nor in the name. */
const saysNoTime = ({ group, name, target }: RowFacts): boolean =>
  group === 'time' && !saysNone(target.text) && !hasNumber(target) && !hasNumber(name) && !RECURRING.test(target.text)

export const timeHasDate = defineFormCheck({
  id: 'SE-125',
  title: '时效指标以时间衡量',
  titleEn: 'A timeliness indicator is measured by time',
  kind: 'D',
  severity: 'info',
  missing: 'skip-if-any',
  basis: 'proposal',
  cites: ['proposal#right-group', 'definition#column-meaning'],
  rule: '时效指标的指标值是日期、期限、频次或及时率，不是件数、人数',
  remedy: '改用完成时间、期限或及时率；件数列入数量指标。',
  remedyEn: 'Use a date, a limit or a rate; put the count among the quantities.',
  run({ form }, report) {
    const { live } = factsOf(form)
    for (const rows of groupedRows(live, saysNoTime))
      report({
        verdict: 'outside',
        printed: rowList(rows, 'target'),
        expected: '日期、期限或及时率',
        message: `${rowName(rows[0]!)}${rows.length > 1 ? `等${rows.length}项` : ''}指标值没有写明时间（${rowList(rows, 'target')}）。`,
        messageEn: `${rows.length} timeliness target(s) do not say by when.`,
        ...placeOf(rows, 'target'),
      })
    for (const rows of groupedRows(live, isCount))
      report({
        verdict: 'outside',
        printed: rowList(rows, 'target'),
        expected: '时间、期限或及时率',
        message: `${rowName(rows[0]!)}${rows.length > 1 ? `等${rows.length}项` : ''}用数量衡量（${rowList(rows, 'target')}），没有反映时间。`,
        messageEn: `${rows.length} timeliness indicator(s) are measured by a count.`,
        ...placeOf(rows, 'target'),
      })
  },
})
