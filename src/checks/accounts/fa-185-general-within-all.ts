import { codeTree } from '../../engine/account-equations/codes.ts'
import { finalTables } from '../../engine/account-equations/final.ts'
import { allNothing } from '../../engine/account-equations/sheet.ts'
import { defineAccountsCheck } from '../../engine/check.ts'
import { proof } from '../../engine/proof.ts'
import { atCell, inputOf, proven, shown, withDoubt, withDoubtEn } from '../support/accounts.ts'
import { certainlyMore, excessDraft } from '../support/accounts-compare.ts'

const NAMES = { basic: '基本支出', project: '项目支出' } as const

export const generalWithinAll = defineAccountsCheck({
  id: 'FA-185',
  title: '一般公共预算每个科目的支出不大于支出决算表',
  titleEn: 'Each code of table 5 is within table 3',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#form-arithmetic'],
  rule: '公开05表的每个科目列于公开03表；基本支出 ≤ 基本支出，项目支出 ≤ 项目支出',
  remedy: '两张表取自同一本账，核对科目和金额',
  remedyEn: 'Compare codes and amounts of both tables.',
  run({ accounts }, report) {
    const { general, spendingByCode } = finalTables(accounts)
    if (!general || !spendingByCode) return
    const all = codeTree(spendingByCode)
    for (const [code, entry] of codeTree(general).byCode) {
      const other = all.byCode.get(code)
      for (const role of ['basic', 'project'] as const) {
        const [left, right] = [[entry.cells.get(role)], [other?.cells.get(role)]]
        if (left[0] && right[0] && certainlyMore(left, right))
          report(
            excessDraft({
              left,
              right,
              formula: `${code}${NAMES[role]} ≤ 支出决算表${NAMES[role]}`,
              severity: 'error',
            }),
          )
      }
      const total = entry.cells.get('total')
      // A table that lists other levels, or a code twice, may well have it elsewhere.
      const isListed = [...all.byCode.keys()].some((own) => own.length === code.length) && all.isWhole
      if (other || !total || allNothing([total]) || !total.own || total.own.value.isZero() || !isListed) continue
      report({
        ...atCell(total),
        severity: proven('error', [total]),
        verdict: 'outside',
        printed: code,
        expected: `支出决算表列有${code}`,
        message: withDoubt(
          [total],
          `${general.key}列有${code}${entry.name}${shown(total)}，${spendingByCode.key}没有这一科目`,
        ),
        messageEn: withDoubtEn([total], `Code ${code} stands in ${general.key}, but not in ${spendingByCode.key}.`),
        proof: () =>
          proof({
            formula: '一般公共预算支出的科目 ⊆ 支出决算表的科目',
            filledIn: code,
            result: '没有',
            verdict: 'outside',
            inputs: [inputOf(total)],
          }),
      })
    }
  },
})
