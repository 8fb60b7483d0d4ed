/** SE-124: a quantity indicator has a quantity. A limit of time or a period is none. */
import { defineFormCheck, type FindingDraft } from '../../engine/check.ts'
import { textKey } from '../../kernel/normalize.ts'
import { factsOf, type RowFacts, saysNone } from '../support/form-facts.ts'
import { placeOf, quote, rowName, rowNameEn } from '../support/messages.ts'
import { hasNumber, holdsDate, isDateOnly, isTimeLimit, namesCount } from '../support/values.ts'

const DURATION_NAME = /天|期|时间|时长|时限|周期|工期|月|年/u
const DATES =
  /(?:19|20)\d{2}(?:年(?:\d{1,2}月(?:\d{1,2}日)?)?|[./-]\d{1,2}(?:[./-]\d{1,2})?(?!\d))|\d{1,2}月(?:\d{1,2}日)?/gu

/** 2019年10月-2020年9月值班餐费: every digit belongs to a date. */
const isOnlyDates = ({ target }: RowFacts): boolean =>
  isDateOnly(target) || (holdsDate(target) && !/\d/.test(target.text.replace(DATES, '')))

const problem = (row: RowFacts): readonly [string, string] | undefined => {
  const { group, name, target } = row
  if (saysNone(target.text)) return undefined
  if (group === 'quantity') {
    if (!hasNumber(target)) return hasNumber(name) ? undefined : ['没有数量', 'has no quantity']
    if (DURATION_NAME.test(name.text) && textKey(name.text) !== textKey(target.text)) return undefined
    if (isTimeLimit(target)) return ['是时限，不是数量', 'is a limit of time, not a quantity']
    return isOnlyDates(row) ? ['是日期或期间，不是数量', 'is a date or a period, not a quantity'] : undefined
  }
  const isCounted = group !== 'satisfaction' && group !== 'time' && group !== 'cost' && namesCount(name.text)
  return isCounted && !hasNumber(target)
    ? ['没有数量，而指标名称要求计数', 'has no quantity, although the name asks for a count']
    : undefined
}

const draft = (row: RowFacts, [what, whatEn]: readonly [string, string]): FindingDraft => ({
  ...placeOf([row], 'target'),
  severity: row.group === 'quantity' ? 'warning' : 'info',
  verdict: 'outside',
  printed: row.target.text,
  expected: '数量和计量单位',
  message: `${rowName(row)}指标值${quote(row.target.text)}${what}。`,
  messageEn: `${rowNameEn(row)}: the target ${whatEn}.`,
})

export const quantityHasNumber = defineFormCheck({
  id: 'SE-124',
  title: '数量指标的指标值是数量',
  titleEn: 'A quantity indicator’s target is a quantity',
  kind: 'D',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#column-meaning', 'proposal#measurable-target'],
  rule: '数量指标（及名为“…数”“…数量”的指标）的指标值含有数，且不只是日期或时限',
  remedy: '写明计划完成的数量和计量单位；无法计数的，移到质量或时效指标。',
  remedyEn: 'State the planned quantity and its unit, or move the indicator to another group.',
  run({ form }, report) {
    for (const row of factsOf(form).live) {
      const found = problem(row)
      if (found) report(draft(row, found))
    }
  },
})
