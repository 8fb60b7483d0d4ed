import { defineAccountsCheck } from '../../engine/check.ts'
import { reportPublic } from '../support/accounts-public.ts'

export const meetingsAndTraining = defineAccountsCheck({
  id: 'FA-206',
  title: '基本支出中的会议费、培训费不大于表列决算数',
  titleEn: 'Meetings and training of basic spending are within their columns',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#form-arithmetic'],
  rule: '“三公”经费表另列会议费、培训费的（陕西）：公开06表30215 ≤ 会议费，30216 ≤ 培训费（决算数）',
  remedy: '核对会议费、培训费决算数是否漏列基本支出部分',
  remedyEn: 'Check whether the table leaves out what was paid from basic spending.',
  run({ accounts }, report) {
    reportPublic(
      accounts,
      [
        ['30215', 'meeting', '会议费'],
        ['30216', 'training', '培训费'],
      ],
      report,
    )
  },
})
