/** FA-006 (with CM-012): a code stands once in a table. */
import { defineAccountsCheck } from '../../engine/check.ts'
import { proof } from '../../engine/proof.ts'
import { atRow, type CodeRow, codeRows, isDoubted } from '../support/accounts-codes.ts'

/** A department that lists its units one after the other repeats many codes, and it is right to. */
const MOST_REPEATED = 2

export const codesOnce = defineAccountsCheck({
  id: 'FA-006',
  title: '同一科目在一张表中只列一次',
  titleEn: 'A code stands once in a table',
  kind: 'D',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#same-fact'],
  rule: '每张表中每个科目编码的行数 = 1；编码成批重复的（分单位列示）不查',
  remedy: '核对两行的编码：写错的改正，重复的删去',
  remedyEn: 'Correct the code of one row, or remove the second row.',
  run({ accounts }, report) {
    for (const table of accounts.tables) {
      const first = new Map<string, CodeRow>()
      const again: (readonly [CodeRow, CodeRow])[] = []
      for (const row of codeRows(table)) {
        const before = first.get(row.code)
        if (before) again.push([before, row])
        else first.set(row.code, row)
      }
      if (again.length > MOST_REPEATED) continue
      for (const [before, row] of again)
        report({
          ...atRow(row),
          field: `rows[${row.entry.row}].code`,
          severity: isDoubted(row) || isDoubted(before) ? 'warning' : 'error',
          verdict: 'outside',
          printed: row.code,
          expected: '与其他行不同的编码',
          message: `${table.key}编码${row.code}列了两次：“${before.entry.name}”、“${row.entry.name}”`,
          messageEn: `${table.key}: code ${row.code} stands in two rows.`,
          proof: () =>
            proof({
              formula: '每个编码的行数 = 1',
              filledIn: `${row.code}：第${before.entry.row + 1}行、第${row.entry.row + 1}行`,
              result: '2',
              verdict: 'outside',
              inputs: [before, row].map(({ codeCell }) => ({
                name: '科目编码',
                printed: codeCell.printed,
                position: codeCell.at,
              })),
            }),
        })
    }
  },
})
