/**
 * The report as a workbook: 汇总 for whoever answers for it, 问题清单 to hand on and to tick off, 原因 with the cells that
 * several findings come from.
 */
import { writeXlsx } from 'hucre'
import { type CheckOutcome, isChecked } from '../report-model.ts'
import { numberProblems } from '../report-problems.ts'
import { reportTexts } from '../report-voice.ts'
import type { Voice, XlsxOptions } from './cells.ts'
import { causeSheet, findingSheet } from './list-sheets.ts'
import { summarySheet } from './summary-sheet.ts'

export type { XlsxOptions } from './cells.ts'

export const xlsxReport = (outcomes: readonly CheckOutcome[], options: XlsxOptions): Promise<Uint8Array> => {
  const language = options.language ?? 'zh'
  const texts = reportTexts(language)
  const voice: Voice = { ...options, language, texts }
  const problems = numberProblems(outcomes, options.floor)
  const files = outcomes.filter(isChecked).map((checked) => ({ checked, problems: problems.get(checked)! }))
  const causes = causeSheet(files, voice)
  return writeXlsx({
    sheets: [summarySheet(outcomes, voice), findingSheet(files, voice), ...(causes ? [causes] : [])],
    properties: { title: texts.reportTitle, creator: `jiheng ${options.version}` },
  })
}
