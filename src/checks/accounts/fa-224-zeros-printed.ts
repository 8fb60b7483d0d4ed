/** FA-224: a blank among printed zeros in the table of the three public expenses. */
import { finalTables } from '../../engine/account-equations/final.ts'
import { defineAccountsCheck } from '../../engine/check.ts'
import { proof } from '../../engine/proof.ts'
import { atCell, cellName, inputOf, withDoubt, withDoubtEn } from '../support/accounts.ts'

export const zerosPrinted = defineAccountsCheck({
  id: 'FA-224',
  title: '“三公”经费表没有发生的项目填0',
  titleEn: 'Nothing is printed as 0 in the table of the three public expenses',
  kind: 'D',
  severity: 'info',
  missing: 'blank-is-error',
  basis: 'practice',
  cites: ['practice#three-public-zeros'],
  rule: '表中其他项目的零印为0或0.00时，每一格都有数',
  remedy: '没有发生的填0',
  remedyEn: 'Print 0 where nothing was spent.',
  run({ accounts }, report) {
    const table = finalTables(accounts).threePublic
    if (!table || table.record.isBlank) return
    const cells = table.entries.flatMap((entry) => [...entry.cells.values()]).filter(({ role }) => role !== '')
    const printsZeros = cells.some(({ state, own }) => state === 'number' && own?.value.isZero())
    const blank = cells.filter(({ state }) => state === 'blank')
    if (!printsZeros || blank.length === 0) return
    for (const cell of blank)
      report({
        ...atCell(cell),
        verdict: 'outside',
        printed: '',
        expected: '0',
        message: withDoubt([cell], `${cellName(cell)}空白，同表其他没有发生的项目印为0`),
        messageEn: withDoubtEn([cell], `${table.key}: a cell is blank among printed zeros.`),
        proof: () =>
          proof({
            formula: '每一格都有数',
            filledIn: cellName(cell),
            result: '空白',
            verdict: 'outside',
            inputs: [inputOf(cell)],
          }),
      })
  },
})
