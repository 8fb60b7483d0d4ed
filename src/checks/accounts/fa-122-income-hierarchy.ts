import { defineEquationCheck } from '../support/accounts.ts'

export const incomeHierarchy = defineEquationCheck({
  id: 'FA-122',
  title: '收入决算表：类等于款之和，款等于项之和',
  titleEn: 'Table 2: classes, groups and items add up',
  severity: 'error',
  rule: '类 = Σ款 = Σ项，每一列都如此（表中列出下级科目时）',
  remedy: '对照总账核对合计与各项，改正写错的一处',
  remedyEn: 'Compare the total and its parts with the ledger and correct the wrong figure.',
})
