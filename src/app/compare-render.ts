/** The comparison of two files → what is written out, and what the terminal needs to say it. */
import type { ComparisonReport } from '../writers/compare/comparison-report.ts'
import { compareJson } from '../writers/json/compare-json.ts'
import type { Language } from '../writers/words.ts'

export { compareTexts } from '../writers/compare/compare-texts.ts'
export {
  type ComparisonReport,
  changeLabel,
  countChanges,
  differenceText,
  recordLabel,
  toldByKind,
} from '../writers/compare/comparison-report.ts'

interface CompareRenderOptions {
  readonly day: string
  readonly version: string
  readonly language: Language
}

export const compareAsJson = (report: ComparisonReport): string => `${JSON.stringify(compareJson(report), null, 2)}\n`

export const compareAsHtml = async (report: ComparisonReport, options: CompareRenderOptions): Promise<string> => {
  const { compareHtml } = await import('../writers/html/compare-report.ts')
  return compareHtml(report, options)
}

export const compareAsXlsx = async (report: ComparisonReport, options: CompareRenderOptions): Promise<Uint8Array> => {
  const { compareXlsx } = await import('../writers/xlsx/compare-report.ts')
  return compareXlsx(report, options)
}
