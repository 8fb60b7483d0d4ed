/** FA-005: functional codes down to 项, economic codes down to 款. */
import { codeTree } from '../../engine/account-equations/codes.ts'
import type { AccountTableView } from '../../engine/accounts.ts'
import { defineAccountsCheck } from '../../engine/check.ts'
import { proof } from '../../engine/proof.ts'
import { atRow, type CodeRow, codeRows } from '../support/accounts-codes.ts'

/** Tables for which the law asks a depth, with the digits of the lowest level. */
const DEPTH: Readonly<Record<string, number>> = {
  income: 7,
  expenditure: 7,
  'general-budget-expenditure': 7,
  'general-budget-income-expenditure': 7,
  'basic-expenditure': 5,
}

const hasMoney = ({ entry }: CodeRow): boolean =>
  [...entry.cells.values()].some(({ own }) => own !== undefined && !own.value.isZero())

/** Rows with money that are not taken apart as far as they should be. */
const shallow = (table: AccountTableView, depth: number): readonly CodeRow[] => {
  const { children } = codeTree(table)
  return codeRows(table).filter((row) => row.code.length < depth && !children.has(row.entry) && hasMoney(row))
}

export const depth = defineAccountsCheck({
  id: 'FA-005',
  title: '支出公开到项级，基本支出公开到款级',
  titleEn: 'Spending is published by item, basic spending by economic group',
  kind: 'D',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'law',
  cites: ['caiyu-2016-143#level-of-detail'],
  rule: '收入、支出、一般公共预算支出表有金额的类、款列到7位项级；基本支出表列到5位款级。全表都没有最低一级的为错误，个别行没有的为警告',
  remedy: '补列下级科目，或说明不公开的理由',
  remedyEn: 'Add the rows of the lower level.',
  run({ accounts }, report) {
    for (const table of accounts.tables) {
      const digits = DEPTH[table.record.profile]
      if (digits === undefined) continue
      const rows = shallow(table, digits)
      const isWhole = !codeRows(table).some(({ code }) => code.length === digits)
      for (const row of isWhole ? rows.slice(0, 1) : rows)
        report({
          ...atRow(row),
          field: `rows[${row.entry.row}].code`,
          severity: isWhole ? 'error' : 'warning',
          verdict: 'outside',
          printed: row.code,
          expected: digits === 7 ? '7位项级编码' : '5位款级编码',
          message: isWhole
            ? `${table.name}没有列到${digits === 7 ? '项' : '款'}级`
            : `${table.key}“${row.code}${row.entry.name}”有金额，没有列到${digits === 7 ? '项' : '款'}级`,
          messageEn: `${table.key}: code ${row.code} is not taken apart to ${digits} digits.`,
          proof: () =>
            proof({
              formula: `编码位数 = ${digits}`,
              filledIn: `${row.code}：${row.code.length}位，其下没有科目`,
              result: '不成立',
              verdict: 'outside',
              inputs: [{ name: '科目编码', printed: row.codeCell.printed, position: row.codeCell.at }],
            }),
        })
    }
  },
})
