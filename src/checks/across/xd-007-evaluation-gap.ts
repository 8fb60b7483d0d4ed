import type { AcrossDocument } from '../../engine/across.ts'
import { viewSheet } from '../../engine/assessment.ts'
import { defineAcrossCheck, type Report } from '../../engine/check.ts'
import { projectName } from '../../engine/ledger/projects.ts'
import { Decimal } from '../../kernel/decimal.ts'
import { sameYearPairs } from '../support/across.ts'
import { baseName, sharedProjects } from '../support/across-projects.ts'

/** Points between evaluation and self-evaluation that call for an explanation. */
const GAP = Decimal.of(10)
const EXPLAINS = /与自评(?:得分|结果)?(?:相差|差异|差距|不一致)|高于自评|低于自评|自评(?:得分|结果)(?:偏高|偏低|虚高)/u

const reportPair = (own: AcrossDocument, other: AcrossDocument, report: Report): void => {
  const sheets = (own.sheets ?? []).map(viewSheet)
  const named = (one: (typeof sheets)[number]): string => one.record.projectName?.printed ?? ''
  for (const { form, other: sheet } of sharedProjects(other, sheets, own.file, named)) {
    const self = form.totalScore?.number
    const { totalScore } = sheet
    if (!self || !totalScore || self.subtract(totalScore).abs().compare(GAP) < 0) continue
    if (EXPLAINS.test((sheet.record.reportText ?? '').normalize('NFKC').replace(/\s+/gu, ''))) continue
    const cell = sheet.record.totalScore!
    report({
      file: own.file,
      evaluation: sheet.index,
      field: 'totalScore',
      position: cell.at,
      verdict: 'outside',
      printed: cell.printed,
      expected: '说明与自评得分相差的原因',
      message: `“${projectName(form)}”评价得分${cell.printed}，${baseName(other.file)}的自评得分是${form.totalScore!.cell.printed}，相差${self.subtract(totalScore).abs().normalize()}分而没有说明`,
      messageEn: `The evaluation gives ${cell.printed}, the self-evaluation ${form.totalScore!.cell.printed}; nothing explains the gap.`,
    })
  }
}

export const evaluationGap = defineAcrossCheck({
  id: 'XD-007',
  title: '评价得分与自评得分相差较大的有说明',
  titleEn: 'A large gap between evaluation and self-evaluation is explained',
  kind: 'A',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'practice',
  cites: ['definition#same-fact'],
  rule: '同一项目两份文件中的评价得分与自评得分相差10分及以上时，评价报告应说明原因',
  remedy: '在评价报告中说明差异原因',
  remedyEn: 'Explain the gap in the report.',
  run({ documents }, report) {
    for (const [a, b] of sameYearPairs(documents)) {
      reportPair(a, b, report)
      reportPair(b, a, report)
    }
  },
})
