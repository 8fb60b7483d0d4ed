/**
 * The report as a workbook: 汇总 for whoever answers for it, 问题清单 with one row per finding to hand on and to tick
 * off. All texts are stored as strings, so that a cell that begins with = stays what the document printed.
 */
import { type CellStyle, type CellValue, type WriteSheet, writeXlsx } from 'hucre'
import { isAtLeast, type Severity } from '../../domain/finding.ts'
import { workingText } from '../arithmetic-text.ts'
import { fieldLabel } from '../field-labels.ts'
import { positionText } from '../position-text.ts'
import { type CheckedFile, type CheckOutcome, countByCode, countBySeverity, isChecked } from '../report-model.ts'
import { certaintyWord, severityWord, verdictWord } from '../words.ts'

export interface XlsxOptions {
  /** Findings below this severity are counted, not listed. */
  readonly floor: Severity
  readonly day: string
  readonly version: string
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
  ['序号', 6],
  ['文件', 24],
  ['自评表', 8],
  ['项目名称', 26],
  ['级别', 7],
  ['代码', 9],
  ['问题', 40],
  ['栏目', 24],
  ['位置', 16],
  ['印刷值', 18],
  ['应为', 18],
  ['算式', 34],
  ['结论', 12],
  ['依据', 34],
  ['依据把握', 16],
  ['处理', 34],
  ['整改情况', 20],
] as const

const findingRows = (checked: CheckedFile, floor: Severity, numbers: { next: number }): CellValue[][] =>
  checked.findings
    .filter(({ severity }) => isAtLeast(severity, floor))
    .map((finding) => {
      const form = checked.forms.find(({ index }) => index === finding.at.form)
      const { proof, basis } = finding
      return [
        numbers.next++,
        clean(checked.file),
        finding.at.form ?? null,
        clean(form?.head.projectName?.printed ?? ''),
        severityWord(finding.severity),
        finding.code,
        clean(finding.message),
        clean(finding.at.field === undefined ? '' : fieldLabel(form, finding.at.field)),
        clean(positionText(finding.position)),
        clean(finding.printed),
        clean(finding.expected),
        clean(proof ? `${proof.formula}\n${workingText(proof, finding.printed)}` : ''),
        verdictWord(finding.verdict),
        clean(basis.text),
        basis.kind === 'law' ? certaintyWord(basis.certainty) : '',
        clean(finding.remedy),
        '',
      ]
    })

const listSheet = (checked: readonly CheckedFile[], floor: Severity): WriteSheet => {
  const numbers = { next: 1 }
  const rows = checked.flatMap((one) => findingRows(one, floor, numbers))
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
    name: '问题清单',
    columns: COLUMNS.map(([, width]) => ({ width, style: TEXT_STYLE })),
    rows: [COLUMNS.map(([name]) => name), ...rows],
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

const summaryRows = (outcomes: readonly CheckOutcome[], options: XlsxOptions): CellValue[][] => {
  const checked = outcomes.filter(isChecked)
  const findings = checked.flatMap((one) => one.findings)
  const counts = countBySeverity(findings)
  const listed = findings.filter(({ severity }) => isAtLeast(severity, options.floor)).length
  return [
    ['绩效自评表检查报告'],
    [`${options.day}　绩衡 ${options.version}`],
    [],
    ['级别', '条数'],
    ...(['fatal', 'error', 'warning', 'info'] as const).map((severity) => [severityWord(severity), counts[severity]]),
    ['其中无法判定', findings.filter(({ verdict }) => verdict === 'undecided').length],
    ['未列入问题清单（级别较低）', findings.length - listed],
    [],
    ['文件', '自评表', '严重', '错误', '警告', '提示', '说明'],
    ...outcomes.map((one) => {
      if (!isChecked(one))
        return [clean(one.file), null, null, null, null, null, clean(`没有检查：${one.failure.message}`)]
      const own = countBySeverity(one.findings)
      const said = [...one.unchecked, ...one.notes].map(({ message }) => message).join('；')
      return [clean(one.file), one.forms.length, own.fatal, own.error, own.warning, own.info, clean(said)]
    }),
    [],
    ['代码', '问题', '级别', '条数'],
    ...countByCode(findings).map(({ code, title, severity, count }) => [
      code,
      clean(title),
      severityWord(severity),
      count,
    ]),
  ]
}

const isHeadRow = (row: readonly CellValue[]): boolean => ['级别', '文件', '代码'].includes(String(row[0]))

const summarySheet = (outcomes: readonly CheckOutcome[], options: XlsxOptions): WriteSheet => {
  const rows = summaryRows(outcomes, options)
  const cells: NonNullable<WriteSheet['cells']> = new Map([['0,0', { style: TITLE_STYLE }]])
  rows.forEach((row, r) => {
    if (isHeadRow(row))
      row.forEach((_, c) => {
        cells.set(`${r},${c}`, { style: HEAD_STYLE })
      })
  })
  return {
    name: '汇总',
    columns: [34, 34, 10, 10, 10, 10, 60].map((width) => ({ width, style: TEXT_STYLE })),
    rows,
    cells,
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  }
}

export const xlsxReport = (outcomes: readonly CheckOutcome[], options: XlsxOptions): Promise<Uint8Array> =>
  writeXlsx({
    sheets: [summarySheet(outcomes, options), listSheet(outcomes.filter(isChecked), options.floor)],
    properties: { title: '绩效自评表检查报告', creator: `jiheng ${options.version}` },
  })
