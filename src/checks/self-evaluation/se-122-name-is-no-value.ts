/** SE-122: a date, an amount or a percentage in the name column is the target in the wrong place. */
import { defineFormCheck } from '../../engine/check.ts'
import { factsOf, groupedRows, type RowFacts } from '../support/form-facts.ts'
import { placeOf, quote, rowList } from '../support/messages.ts'
import { hasNumber, isBareAmount, isBareNumber, isBarePercent, isDateOnly } from '../support/values.ts'

const isValue = ({ name }: RowFacts): boolean =>
  isBarePercent(name) || isBareAmount(name) || isDateOnly(name) || isBareNumber(name)

/** Name and target have changed places: the name is a value and the target is none. */
const isSwapped = ({ target }: RowFacts): boolean => target.text !== '' && !hasNumber(target)

export const nameIsNoValue = defineFormCheck({
  id: 'SE-122',
  title: '三级指标栏填的是名称，不是数值或日期',
  titleEn: 'The name column holds a name, not a value or a date',
  kind: 'D',
  severity: 'info',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#column-meaning', 'practice#names-short'],
  rule: '三级指标不是单独的日期、金额、百分比或数字',
  remedy: '三级指标填写要考核的内容，数值和日期填入指标值栏。',
  remedyEn: 'Name what is measured; put the value or the date into the target column.',
  run({ form }, report) {
    for (const rows of groupedRows(factsOf(form).live, isValue)) {
      const swapped = rows.filter(isSwapped).length * 2 > rows.length
      const isRate = isBarePercent(rows[0]!.name)
      report({
        severity: (swapped && rows.length > 1) || isRate ? 'warning' : 'info',
        verdict: 'outside',
        printed: rowList(rows, 'name'),
        expected: '指标名称',
        message: `三级指标${quote(rowList(rows, 'name'))}是数值或日期，不是指标名称${swapped ? '，与指标值栏填反了' : ''}。`,
        messageEn: `The name column holds a value or a date${swapped ? '; name and target seem to have changed places' : ''}.`,
        ...placeOf(rows, 'level3'),
      })
    }
  },
})
