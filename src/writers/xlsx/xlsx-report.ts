/**
 * The report as a workbook: 汇总 for whoever answers for it, 问题清单 with one row per finding to hand on and to tick
 * off. All texts are stored as strings, so that a cell that begins with = stays what the document printed.
 */
import { type CellStyle, type CellValue, type WriteSheet, writeXlsx } from 'hucre'
import { isAtLeast, type Severity } from '../../domain/finding.ts'
import { arithmeticIn, workingText } from '../arithmetic-text.ts'
import { fieldLabel } from '../field-labels.ts'
import { positionText } from '../position-text.ts'
import { type CheckedFile, type CheckOutcome, countByCode, countBySeverity, isChecked } from '../report-model.ts'
import type { ReportTexts } from '../report-texts.ts'
import { findingTexts, reportTexts, saidIn } from '../report-voice.ts'
import { certaintyWord, type Language, severityWord, verdictWord } from '../words.ts'

export interface XlsxOptions {
  /** Findings below this severity are counted, not listed. */
  readonly floor: Severity
  readonly day: string
  readonly version: string
  /** Chinese unless said otherwise. */
  readonly language?: Language
}

/** The options with what all sheets need to speak. */
interface Voice extends XlsxOptions {
  readonly language: Language
  readonly texts: ReportTexts
}

const HEAD_STYLE: CellStyle = {
  font: { bold: true, color: { rgb: 'FFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: '33506E' } },
  alignment: { vertical: 'center', wrapText: true },
}
const TEXT_STYLE: CellStyle = { alignment: { vertical: 'top', wrapText: true } }
const TITLE_STYLE: CellStyle = { font: { bold: true, size: 14 } }

const SEVERITY_FILL: Readonly<Record<Severity, string>> = {
  fatal: 'F6C9CE',
  error: 'FBE0DE',
  warning: 'FFF0CC',
  info: 'E3EFF6',
}

/** XML 1.0 has no control characters; a cell holds 32,767 characters at most. */
const clean = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').slice(0, 32_000)

const COLUMNS = [
  ['number', 6],
  ['file', 24],
  ['form', 8],
  ['project', 26],
  ['severity', 9],
  ['code', 9],
  ['problem', 40],
  ['field', 24],
  ['place', 16],
  ['printed', 18],
  ['expected', 18],
  ['working', 34],
  ['verdict', 12],
  ['basis', 34],
  ['certainty', 16],
  ['remedy', 34],
  ['corrected', 20],
] as const satisfies readonly (readonly [keyof ReportTexts['columns'], number])[]

const findingRows = (checked: CheckedFile, { floor, language }: Voice, numbers: { next: number }): CellValue[][] =>
  checked.findings
    .filter(({ severity }) => isAtLeast(severity, floor))
    .map((finding) => {
      const form = checked.forms.find(({ index }) => index === finding.at.form)
      const { proof, basis } = finding
      const { message, remedy } = findingTexts(finding, language)
      const working = proof ? `${proof.formula}\n${workingText(proof, finding.printed)}` : ''
      return [
        numbers.next++,
        clean(checked.file),
        finding.at.form ?? null,
        clean(form?.head.projectName?.printed ?? ''),
        severityWord(finding.severity, language),
        finding.code,
        clean(message),
        clean(finding.at.field === undefined ? '' : fieldLabel(form, finding.at.field, language)),
        clean(positionText(finding.position, language)),
        clean(finding.printed),
        clean(arithmeticIn(finding.expected, language)),
        clean(arithmeticIn(working, language)),
        verdictWord(finding.verdict, language),
        clean(basis.text),
        basis.kind === 'law' ? certaintyWord(basis.certainty, language) : '',
        clean(remedy),
        '',
      ]
    })

const listSheet = (checked: readonly CheckedFile[], voice: Voice): WriteSheet => {
  const { floor, texts } = voice
  const numbers = { next: 1 }
  const rows = checked.flatMap((one) => findingRows(one, voice, numbers))
  const cells: NonNullable<WriteSheet['cells']> = new Map()
  COLUMNS.forEach((_, column) => {
    cells.set(`0,${column}`, { style: HEAD_STYLE })
  })
  const severities = checked.flatMap((one) => one.findings.filter(({ severity }) => isAtLeast(severity, floor)))
  severities.forEach(({ severity }, i) => {
    const fill = { type: 'pattern', pattern: 'solid', fgColor: { rgb: SEVERITY_FILL[severity] } } as const
    cells.set(`${i + 1},4`, { style: { ...TEXT_STYLE, fill } })
  })
  return {
    name: texts.sheets.findings,
    columns: COLUMNS.map(([, width]) => ({ width, style: TEXT_STYLE })),
    rows: [COLUMNS.map(([name]) => texts.columns[name]), ...rows],
    cells,
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:Q${rows.length + 1}` },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '$1:$1',
    },
  }
}

const summaryRows = (outcomes: readonly CheckOutcome[], voice: Voice): CellValue[][] => {
  const { floor, day, version, language, texts } = voice
  const { columns } = texts
  const checked = outcomes.filter(isChecked)
  const findings = checked.flatMap((one) => one.findings)
  const counts = countBySeverity(findings)
  const severities = ['fatal', 'error', 'warning', 'info'] as const
  const listed = findings.filter(({ severity }) => isAtLeast(severity, floor)).length
  return [
    [texts.reportTitle],
    [`${day}${texts.gap}${texts.product} ${version}`],
    [],
    [columns.severity, columns.times],
    ...severities.map((severity) => [severityWord(severity, language), counts[severity]]),
    [texts.tiles.undecided, findings.filter(({ verdict }) => verdict === 'undecided').length],
    [texts.notListed, findings.length - listed],
    [],
    [columns.file, columns.forms, ...severities.map((severity) => severityWord(severity, language)), columns.notes],
    ...outcomes.map((one) => {
      if (!isChecked(one))
        return [clean(one.file), null, null, null, null, null, clean(texts.notChecked + saidIn(one.failure, language))]
      const own = countBySeverity(one.findings)
      const said = [...one.unchecked, ...one.notes].map((note) => saidIn(note, language)).join(texts.separator)
      return [clean(one.file), one.forms.length, own.fatal, own.error, own.warning, own.info, clean(said)]
    }),
    [],
    [columns.code, columns.problem, columns.severity, columns.times],
    ...countByCode(findings).map(({ code, title, titleEn, severity, count }) => [
      code,
      clean(language === 'zh' ? title : titleEn),
      severityWord(severity, language),
      count,
    ]),
  ]
}

const isHeadRow = ([first, second]: readonly CellValue[], { columns }: ReportTexts): boolean =>
  typeof second === 'string' && [columns.severity, columns.file, columns.code].includes(String(first))

const summarySheet = (outcomes: readonly CheckOutcome[], voice: Voice): WriteSheet => {
  const rows = summaryRows(outcomes, voice)
  const cells: NonNullable<WriteSheet['cells']> = new Map([['0,0', { style: TITLE_STYLE }]])
  rows.forEach((row, r) => {
    if (isHeadRow(row, voice.texts))
      row.forEach((_, c) => {
        cells.set(`${r},${c}`, { style: HEAD_STYLE })
      })
  })
  return {
    name: voice.texts.sheets.summary,
    columns: [34, 34, 10, 10, 10, 10, 60].map((width) => ({ width, style: TEXT_STYLE })),
    rows,
    cells,
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  }
}

export const xlsxReport = (outcomes: readonly CheckOutcome[], options: XlsxOptions): Promise<Uint8Array> => {
  const language = options.language ?? 'zh'
  const texts = reportTexts(language)
  const voice: Voice = { ...options, language, texts }
  return writeXlsx({
    sheets: [summarySheet(outcomes, voice), listSheet(outcomes.filter(isChecked), voice)],
    properties: { title: texts.reportTitle, creator: `jiheng ${options.version}` },
  })
}
