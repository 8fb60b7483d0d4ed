/** SE-031: in forms with a direction column, each numeric target has one, and it is the operator of the target. */
import { indicatorField } from '../../domain/field-address.ts'
import { defineFormCheck } from '../../engine/check.ts'
import { factsOf, textOf } from '../support/form-facts.ts'
import { rowName, rowNameEn } from '../support/messages.ts'

const MEANING: readonly (readonly [RegExp, string])[] = [
  [/≥|大于等于|不低于|不少于|≧/u, '≥'],
  [/≤|小于等于|不超过|不高于|≦/u, '≤'],
  [/[>＞]|大于|高于/u, '>'],
  [/[<＜]|小于|低于/u, '<'],
  [/^[=＝]|等于/u, '='],
]
const meaningOf = (text: string): string | undefined => MEANING.find(([pattern]) => pattern.test(text))?.[1]
/** ≥ and > differ by a hair, ≥ and ≤ by everything. */
const sideOf = (sign: string): string =>
  sign === '≥' || sign === '>' ? 'up' : sign === '≤' || sign === '<' ? 'down' : 'equal'

export const directionFits = defineFormCheck({
  id: 'SE-031',
  title: '指标方向已填，且与指标值的符号一致',
  titleEn: 'The direction is given and agrees with the target’s operator',
  kind: 'D',
  severity: 'error',
  missing: 'blank-is-error',
  basis: 'definition',
  cites: ['definition#column-meaning', 'proposal#target-direction'],
  rule: '有“指标方向”栏时，定量指标的方向不空，且等于指标值自带的符号',
  remedy: '补填方向，或改正不一致的一处。',
  remedyEn: 'Give the direction, or correct the one that disagrees.',
  run({ form }, report) {
    if (!form.record.indicatorHeaders.direction) return
    for (const row of factsOf(form).live) {
      if (row.view.target.kind !== 'number') continue
      const printed = textOf(row.view.row.more.direction).text
      const { operator } = row.view.target
      const place = { field: indicatorField(row.index, 'direction'), also: [indicatorField(row.index, 'target')] }
      if (printed === '' && operator === undefined) {
        report({
          ...place,
          severity: 'warning',
          verdict: 'outside',
          printed: '',
          expected: '≥、≤或=',
          message: `${rowName(row)}是定量指标，方向栏空白，无法判断多好还是少好。`,
          messageEn: `${rowNameEn(row)} is quantitative and has no direction.`,
        })
        continue
      }
      const stated = meaningOf(printed)
      if (stated === undefined || operator === undefined || operator === '≈' || sideOf(stated) === sideOf(operator))
        continue
      report({
        ...place,
        verdict: 'outside',
        printed: `${printed} / ${row.target.text}`,
        expected: operator,
        message: `${rowName(row)}方向栏为“${printed}”，指标值却是“${row.target.text}”。`,
        messageEn: `${rowNameEn(row)}: the direction says ${printed}, the target ${row.target.text}.`,
      })
    }
  },
})
