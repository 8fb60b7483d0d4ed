/** FA-002: two tables do not carry one number, and the numbers go upwards. */
import type { AccountTableView } from '../../engine/accounts.ts'
import { defineAccountsCheck } from '../../engine/check.ts'
import { proof } from '../../engine/proof.ts'
import { atTable } from '../support/accounts.ts'

const numberOf = ({ record }: AccountTableView): number => Number(/\d+(?=\D*$)/.exec(record.code)?.[0] ?? 0)

export const tableNumbers = defineAccountsCheck({
  id: 'FA-002',
  title: '公开表的表号不重复、依次排列',
  titleEn: 'Each table has its own number, in order',
  kind: 'D',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#same-fact'],
  rule: '两张不同的表不印同一表号（重复为警告）；表号按先后递增（次序颠倒为提示）',
  remedy: '核对表号和表的次序',
  remedyEn: 'Correct the numbers or the order of the tables.',
  run({ accounts }, report) {
    const byCode = new Map<string, AccountTableView>()
    let last: AccountTableView | undefined
    for (const table of accounts.tables) {
      const { code, profile, codeCell } = table.record
      const number = numberOf(table)
      if (code === '' || profile === '' || number === 0) continue
      const before = byCode.get(code)
      const inputs = [
        { name: '表号', printed: codeCell?.printed ?? code, ...(codeCell ? { position: codeCell.at } : {}) },
      ]
      if (before && before.record.profile !== profile)
        report({
          ...atTable(table),
          verdict: 'outside',
          printed: code,
          expected: '与其他表不同的表号',
          message: `${before.name}与${table.name}印了同一表号`,
          messageEn: `Two different tables carry the number ${code}.`,
          proof: () =>
            proof({
              formula: '每个表号只有一张表',
              filledIn: `${code}：${before.name}、${table.name}`,
              result: '2',
              verdict: 'outside',
              inputs,
            }),
        })
      else if (
        !before &&
        last &&
        number < numberOf(last) &&
        last.record.code.replace(/\d+/, '') === code.replace(/\d+/, '')
      ) {
        const { code: previous } = last.record
        report({
          ...atTable(table),
          severity: 'info',
          verdict: 'outside',
          printed: `${previous}、${code}`,
          expected: `${code}、${previous}`,
          message: `${table.name}排在${last.name}之后`,
          messageEn: `Table ${code} stands behind ${previous}.`,
          proof: () =>
            proof({
              formula: '表号递增',
              filledIn: `${previous}、${code}`,
              result: '次序颠倒',
              verdict: 'outside',
              inputs,
            }),
        })
      }
      if (!before) byCode.set(code, table)
      last = table
    }
  },
})
