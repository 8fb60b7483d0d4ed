/** The comparison of two documents for a terminal. */
import {
  type ComparisonReport,
  changeLabel,
  compareTexts,
  countChanges,
  differenceText,
  recordLabel,
  toldByKind,
} from '../app/compare-render.ts'
import { type CheckedFile, KIND_WORDS, placeName, positionText, severityWord } from '../app/report-words.ts'
import type { RecordChange, ValueChange } from '../domain/document-comparison.ts'
import { type Finding, isAtLeast, SEVERITIES } from '../domain/finding.ts'
import type { TextOptions } from './text-words.ts'
import { displayWidth, hang, printable, truncate } from './width.ts'

/** Changes of one record, and findings of one kind, that are listed; the rest is counted. */
const CHANGES_SHOWN = 30
const FINDINGS_SHOWN = 30
/** A longer text is cut: the other formats have all of it. */
const LONGEST = 60

const rule = (name: string, { width, style }: TextOptions): string =>
  style.bold(`── ${name} ${'─'.repeat(Math.max(2, Math.min(width, 60) - displayWidth(name) - 4))}`)

const changeLines = (report: ComparisonReport, record: RecordChange, change: ValueChange, options: TextOptions) => {
  const { language, width } = options
  const texts = compareTexts(language)
  const shown = (printed: string | undefined): string =>
    printed === undefined ? '—' : printed === '' ? texts.blank : truncate(printable(printed), LONGEST)
  const difference = differenceText(change, language)
  const label = changeLabel(report, record, change, language)
  const values = `${shown(change.before?.printed)} → ${shown(change.after?.printed)}${difference && `   ${difference}`}`
  return hang('  ', `${printable(label)}   ${values}`, width)
}

const recordLines = (report: ComparisonReport, record: RecordChange, options: TextOptions): string[] => {
  const { language, style, width } = options
  const texts = compareTexts(language)
  const label = printable(recordLabel(report, record, language))
  const says = record.changes.length > 0 ? texts.values(record.changes.length) : texts.state[record.state]
  const rest = record.changes.length - CHANGES_SHOWN
  return [
    ...hang('', `${label}  ${says}`, width).split('\n').map(style.bold),
    ...record.changes.slice(0, CHANGES_SHOWN).map((change) => changeLines(report, record, change, options)),
    ...(rest > 0 ? [hang('  ', texts.more(rest), width)] : []),
  ]
}

interface Placed {
  readonly read: CheckedFile
  readonly finding: Finding
}

const findingLines = ({ read, finding }: Placed, options: TextOptions): string[] => {
  const { language, width, style } = options
  const position = positionText(finding.position, language)
  const place = `${placeName(read, finding, language)}${position && ` [${position}]`}`
  const head = `${place}  ${finding.code} ${severityWord(finding.severity, language)}`
  return [
    ...hang('  ', printable(head), width)
      .split('\n')
      .map((line) => style.severity(finding.severity, line)),
    hang('    ', printable(language === 'zh' ? finding.message : finding.messageEn), width),
  ]
}

/** Worst first; what is below the floor is only counted in the head line. */
const findingBlock = (title: string, all: readonly Placed[], options: TextOptions): string[] => {
  if (all.length === 0) return []
  const shown = all
    .filter(({ finding }) => isAtLeast(finding.severity, options.floor))
    .sort((a, b) => SEVERITIES.indexOf(b.finding.severity) - SEVERITIES.indexOf(a.finding.severity))
  const rest = all.length - Math.min(shown.length, FINDINGS_SHOWN)
  return [
    '',
    rule(`${title} ${all.length}`, options),
    ...shown.slice(0, FINDINGS_SHOWN).flatMap((one) => findingLines(one, options)),
    ...(rest > 0 ? [hang('  ', compareTexts(options.language).more(rest), options.width)] : []),
  ]
}

export const compareText = (report: ComparisonReport, options: TextOptions): string => {
  const { language, style, width } = options
  const texts = compareTexts(language)
  const { before, after, comparison, across } = report
  const { findings, records, mode } = comparison
  const { values, changed, added, gone, same } = countChanges(records)
  const of = (read: CheckedFile, list: readonly { readonly finding: Finding }[]): Placed[] =>
    list.map(({ finding }) => ({ read, finding }))
  const between = across.map((finding) => ({ read: finding.at.file === before.file ? before : after, finding }))
  const head = [after.facts.department, texts.mode(mode, before.facts.year, after.facts.year)].filter(Boolean)
  const told = toldByKind(records)
  return [
    ...hang('', printable(`${before.file} → ${after.file}`), width)
      .split('\n')
      .map(style.bold),
    hang('  ', printable(head.join(' · ')), width),
    hang('  ', told.length === 0 ? texts.same : texts.counts(values, changed, added, gone, same), width),
    hang(
      '  ',
      texts.findings(findings.gone.length, findings.added.length, findings.remaining.length, across.length),
      width,
    ),
    ...told.flatMap(({ kind, records: own }) => [
      '',
      rule(KIND_WORDS[language][kind].all, options),
      ...own.flatMap((record) => recordLines(report, record, options)),
    ]),
    ...findingBlock(texts.heads.across, between, options),
    ...findingBlock(texts.heads.added, of(after, findings.added), options),
    ...findingBlock(texts.heads.gone, of(before, findings.gone), options),
  ].join('\n')
}
