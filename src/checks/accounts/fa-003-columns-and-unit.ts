/** FA-003 (with CM-005): the columns of the profile and a unit of money. */

import { profileOf } from '../../engine/account-equations/rows.ts'
import type { AccountTableView } from '../../engine/accounts.ts'
import { defineAccountsCheck } from '../../engine/check.ts'
import { proof } from '../../engine/proof.ts'
import { atTable } from '../support/accounts.ts'

const statesUnit = ({ record }: AccountTableView): boolean =>
  record.unit !== '' || record.columns.some(({ label }) => /[(（][^()（）]*元[)）]/.test(label.printed))

/** Labels of columns that the standard table has and this one does not. */
const missingColumns = (table: AccountTableView): readonly string[] => {
  const profile = profileOf(table)
  const { record } = table
  // What was read from broken text may lack a header; so may a table printed as a list.
  if (profile?.certainty !== 'read' || profile.shape === 'figures') return []
  if (record.columns.some(({ label }) => label.unsure)) return []
  const side = record.side === '支出' ? profile.expenditure : profile.main
  const roles = new Set(record.columns.map(({ role }) => role))
  const missing = (side?.columns ?? []).filter(
    ({ role, isOptional }) => !isOptional && role !== 'line' && !roles.has(role),
  )
  return missing.map(({ labels }) => labels[0]!)
}

export const columnsAndUnit = defineAccountsCheck({
  id: 'FA-003',
  title: '公开表的栏目齐全，注明金额单位',
  titleEn: 'The columns of the table and its unit of money',
  kind: 'D',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#one-unit', 'definition#column-meaning'],
  rule: '有数据的表注明元、万元或亿元（没有的为警告）；样表的栏目都在（缺的为提示，各地表样有差别）',
  remedy: '补上金额单位；核对表样的栏目',
  remedyEn: 'State the unit of money; compare the columns with the template.',
  run({ accounts }, report) {
    for (const table of accounts.tables) {
      const { record } = table
      if (!record.isBlank && record.profile !== '' && record.side !== '支出' && !statesUnit(table))
        report({
          ...atTable(table),
          verdict: 'undecided',
          printed: '（未注明）',
          expected: '元或万元',
          message: `${table.name}没有注明金额单位，金额是元还是万元无法确定`,
          messageEn: `${table.key}: no unit of money is stated.`,
          proof: () =>
            proof({
              formula: '表上注明金额单位',
              filledIn: table.name,
              result: '未注明',
              verdict: 'undecided',
              inputs: [],
            }),
        })
      const missing = missingColumns(table)
      if (missing.length === 0) continue
      report({
        ...atTable(table),
        severity: 'info',
        verdict: 'undecided',
        printed: record.columns.map(({ label }) => label.printed).join('、'),
        expected: missing.join('、'),
        message: `${table.name}没有读到样表的栏目：${missing.join('、')}`,
        messageEn: `${table.key}: ${missing.length} column(s) of the standard table were not found.`,
        proof: () =>
          proof({
            formula: '样表栏目 ⊆ 表中栏目',
            filledIn: missing.join('、'),
            result: '未见',
            verdict: 'undecided',
            inputs: [],
          }),
      })
    }
  },
})
