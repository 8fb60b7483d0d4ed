/** CM-023: the forms of one document are of one year; the odd one out is named. */
import { defineDocumentCheck } from '../../engine/check.ts'

/** With fewer forms of the usual year nobody can say which one is odd. */
const MAJORITY = 3

export const oneYear = defineDocumentCheck({
  id: 'CM-023',
  title: '同一文件各表的年度一致',
  titleEn: 'All forms of a document are of one year',
  kind: 'D',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#budget-year'],
  rule: '表头年度 = 该文件其余各表的年度',
  remedy: '核对表头年度；确为其他年度的表应分开编报。',
  remedyEn: 'Check the year in the heading; forms of another year belong into another document.',
  run({ forms }, report) {
    const counts = new Map<number, number>()
    for (const { year } of forms) if (year > 0) counts.set(year, (counts.get(year) ?? 0) + 1)
    if (counts.size < 2) return
    const [usual, most] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a))
    if (most < MAJORITY) return
    for (const { year, index, record } of forms) {
      if (year === 0 || year === usual || counts.get(year)! * MAJORITY > most) continue
      report({
        form: index,
        ...(record.yearCell ? { field: 'year' } : {}),
        verdict: 'outside',
        printed: `${year}年度`,
        expected: `${usual}年度`,
        message: `本表为${year}年度，同一文件其余${most}张表为${usual}年度。`,
        messageEn: `This form is of ${year}; the other ${most} forms of the document are of ${usual}.`,
      })
    }
  },
})
