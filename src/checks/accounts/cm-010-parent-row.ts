/** CM-010: a row of a lower level stands under its own 类 and 款, where the table prints these levels. */
import { defineAccountsCheck } from '../../engine/check.ts'
import { proof } from '../../engine/proof.ts'
import { atRow, type CodeRow, codeRows, isDoubted } from '../support/accounts-codes.ts'

/** Levels of which most rows have their parent: a table that prints 项 alone has none to miss. */
const isUsual = (rows: readonly CodeRow[], codes: ReadonlySet<string>, length: number): boolean => {
  const below = rows.filter(({ code }) => code.length > length)
  const own = below.filter(({ code }) => codes.has(code.slice(0, length)))
  return own.length * 2 > below.length
}

export const parentRow = defineAccountsCheck({
  id: 'CM-010',
  title: '下级科目之上有其上级科目',
  titleEn: 'No child row without its parent',
  kind: 'D',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#form-arithmetic'],
  rule: '表中列有类（款）一级时，每个项、款的前3位（前5位）编码另有一行；多数行没有上级的表不查',
  remedy: '核对编码，或补上漏列的上级科目',
  remedyEn: 'Correct the code, or add the missing parent row.',
  run({ accounts }, report) {
    for (const table of accounts.tables) {
      const rows = codeRows(table)
      const codes = new Set(rows.map(({ code }) => code))
      for (const length of [3, 5]) {
        if (!isUsual(rows, codes, length)) continue
        const told = new Set<string>()
        for (const row of rows) {
          const parent = row.code.slice(0, length)
          // A missing 类 is told once, not again for each of its 项.
          if (row.code.length <= length || codes.has(parent) || told.has(parent)) continue
          told.add(parent)
          report({
            ...atRow(row),
            field: `rows[${row.entry.row}].code`,
            severity: rows.some(isDoubted) ? 'warning' : 'error',
            verdict: 'outside',
            printed: row.code,
            expected: parent,
            message: `${table.key}列有${row.code}${row.entry.name}，没有它的上级科目${parent}`,
            messageEn: `${table.key}: row ${row.code} has no parent row ${parent}.`,
            proof: () =>
              proof({
                formula: '编码的前3位、前5位另有一行',
                filledIn: `${row.code} → ${parent}`,
                result: '没有',
                verdict: 'outside',
                inputs: [{ name: '科目编码', printed: row.codeCell.printed, position: row.codeCell.at }],
              }),
          })
        }
      }
    }
  },
})
