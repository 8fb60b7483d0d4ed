import { codeTree } from '../../engine/account-equations/codes.ts'
import { finalTables } from '../../engine/account-equations/final.ts'
import { defineAccountsCheck } from '../../engine/check.ts'
import { certainlyMore, excessDraft } from '../support/accounts-compare.ts'

export const fundsWithinAll = defineAccountsCheck({
  id: 'FA-186',
  title: '三种预算同一科目的支出之和不大于支出决算表',
  titleEn: 'The three budgets together are within table 3',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#form-arithmetic'],
  rule: '每个科目：公开05表 + 公开08表 + 公开09表支出 ≤ 公开03表支出',
  remedy: '几张表取自同一本账，核对科目和金额',
  remedyEn: 'Compare codes and amounts of the tables.',
  run({ accounts }, report) {
    const { general, fund, capital, spendingByCode } = finalTables(accounts)
    if (!spendingByCode) return
    const parts = [general, fund, capital].flatMap((table) => (table ? [codeTree(table).byCode] : []))
    for (const [code, entry] of codeTree(spendingByCode).byCode) {
      const left = parts.flatMap((byCode) => byCode.get(code)?.cells.get('total') ?? [])
      const right = [entry.cells.get('total')]
      if (left.length > 0 && right[0] && certainlyMore(left, right))
        report(excessDraft({ left, right, formula: `${code}：三种预算支出之和 ≤ 支出决算表`, severity: 'error' }))
    }
  },
})
