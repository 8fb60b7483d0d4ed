/** Looks and safety of the cells of all sheets. All texts are stored as strings: `=1+1` stays what the document printed. */
import type { CellStyle, WriteSheet } from 'hucre'
import type { Severity } from '../../domain/finding.ts'
import type { ReportTexts } from '../report-texts.ts'
import type { Language } from '../words.ts'

export interface XlsxOptions {
  /** Findings below this severity are counted, not listed. */
  readonly floor: Severity
  readonly day: string
  readonly version: string
  /** Chinese unless said otherwise. */
  readonly language?: Language
}

/** The options with what all sheets need to speak. */
export interface Voice extends XlsxOptions {
  readonly language: Language
  readonly texts: ReportTexts
}

export const HEAD_STYLE: CellStyle = {
  font: { bold: true, color: { rgb: 'FFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: '33506E' } },
  alignment: { vertical: 'center', wrapText: true },
}
export const TEXT_STYLE: CellStyle = { alignment: { vertical: 'top', wrapText: true } }
export const TITLE_STYLE: CellStyle = { font: { bold: true, size: 14 } }

const SEVERITY_FILL: Readonly<Record<Severity, string>> = {
  fatal: 'F6C9CE',
  error: 'FBE0DE',
  warning: 'FFF0CC',
  info: 'E3EFF6',
}

export const severityStyle = (severity: Severity): CellStyle => ({
  ...TEXT_STYLE,
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: SEVERITY_FILL[severity] } },
})

/** XML 1.0 has no control characters; a cell holds 32,767 characters at most. */
export const clean = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').slice(0, 32_000)

export type Cells = NonNullable<WriteSheet['cells']>

/** A4 across, as wide as the page. */
export const LANDSCAPE = {
  paperSize: 'a4',
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
} as const satisfies WriteSheet['pageSetup']
