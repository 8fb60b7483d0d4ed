/** FA-247: codes that cannot stand in the tables of funds and of state capital. */
import { profileOf } from '../../engine/account-equations/rows.ts'
import { defineAccountsCheck } from '../../engine/check.ts'
import { proof } from '../../engine/proof.ts'
import { atRow, codeRows } from '../support/accounts-codes.ts'

export const fundCodes = defineAccountsCheck({
  id: 'FA-247',
  title: '基金、国资表的科目属于基金、国资预算',
  titleEn: 'The codes of fund tables belong to funds',
  kind: 'D',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#column-meaning'],
  rule: '政府性基金表、国有资本经营表每个科目的类在该种预算可用的类之中（清单在表样数据中，凭记忆，因此只作警告）',
  remedy: '核对科目，或核对资金是否列错预算',
  remedyEn: 'Check the code, or whether the money belongs to another budget.',
  run({ accounts }, report) {
    for (const table of accounts.tables) {
      const profile = profileOf(table)
      if (!profile || profile.classes.length === 0) continue
      const told = new Set<string>()
      for (const row of codeRows(table)) {
        const own = row.code.slice(0, 3)
        if (profile.classes.includes(own) || told.has(own)) continue
        told.add(own)
        report({
          ...atRow(row),
          field: `rows[${row.entry.row}].code`,
          verdict: 'outside',
          printed: row.code,
          expected: profile.classes.join('、'),
          message: `${table.name}列有${row.code}${row.entry.name}，${own}类没有这种预算的支出`,
          messageEn: `${table.key}: class ${own} has no spending of this budget.`,
          proof: () =>
            proof({
              formula: '科目的类 ∈ 该种预算的类',
              filledIn: row.code,
              result: '不在其中',
              verdict: 'outside',
              inputs: [{ name: '科目编码', printed: row.codeCell.printed, position: row.codeCell.at }],
            }),
        })
      }
    }
  },
})
