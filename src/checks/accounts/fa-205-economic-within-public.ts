import { defineAccountsCheck } from '../../engine/check.ts'
import { reportPublic } from '../support/accounts-public.ts'

export const economicWithinPublic = defineAccountsCheck({
  id: 'FA-205',
  title: '基本支出中的三公科目不大于“三公”经费决算数',
  titleEn: 'Economic codes of the three public expenses are within their table',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#form-arithmetic'],
  rule: '公开06表30212 ≤ 因公出国（境）费；30217 ≤ 公务接待费；30231 ≤ 公务用车运行费；31013 ≤ 公务用车购置费（决算数）',
  remedy: '核对“三公”经费决算数是否漏列基本支出部分',
  remedyEn: 'Check whether the table leaves out what was paid from basic spending.',
  run({ accounts }, report) {
    reportPublic(
      accounts,
      [
        ['30212', 'abroad', '因公出国（境）费'],
        ['30217', 'reception', '公务接待费'],
        ['30231', 'running', '公务用车运行费'],
        ['31013', 'purchase', '公务用车购置费'],
      ],
      report,
    )
  },
})
