import { finalTables, rowCell } from '../../engine/account-equations/final.ts'
import { defineAccountsCheck } from '../../engine/check.ts'
import { certainlyMore, excessDraft } from '../support/accounts-compare.ts'

export const usedBalance = defineAccountsCheck({
  id: 'FA-107',
  title: '使用非财政拨款结余不大于年初非财政结转结余',
  titleEn: 'The non-fiscal balance used is not more than there was',
  kind: 'A',
  severity: 'info',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#form-arithmetic'],
  rule: '使用非财政拨款结余 + 公开04表年初结转 ≤ 公开01表年初结转（历年滚存的非财政拨款结余不在年初结转中列示的，可以大于，因此只作提示）',
  remedy: '核对使用非财政拨款结余的来源',
  remedyEn: 'Check where the balance that was used comes from.',
  run({ accounts }, report) {
    const { income, fiscalIncome } = finalTables(accounts)
    const used = rowCell(income, 'usedBalance', 'amount')
    const left = [used, rowCell(fiscalIncome, 'opening', 'amount')]
    const right = [rowCell(income, 'opening', 'amount')]
    if (!used?.amount?.value.isPositive() || !left[1] || !certainlyMore(left, right)) return
    report({
      ...excessDraft({ left, right, formula: '使用结余 + 年初财政结转 ≤ 年初结转', severity: 'info' }),
      verdict: 'undecided',
    })
  },
})
