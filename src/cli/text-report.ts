/**
 * The report for a terminal, in one layout: what one cell explains first, then findings of one kind together; law and
 * remedy are said once for all of them.
 */
import {
  type CheckedFile,
  type CheckOutcome,
  countByKind,
  countBySeverity,
  type FailedFile,
  KIND_WORDS,
  type Language,
  numberProblems,
  type Problems,
  positionText,
  problemCount,
  RECORD_KINDS,
  type RecordKind,
  readingStats,
  severityWord,
  shareText,
  summarize,
  type Unchecked,
} from '../app/report-words.ts'
import type { Finding } from '../domain/finding.ts'
import { causeLines } from './text-causes.ts'
import { groupLines } from './text-findings.ts'
import { type TextOptions, WORDS } from './text-words.ts'
import { displayWidth, hang, printable } from './width.ts'

/** A rule across a wide terminal would only be noise. */
const RULE_WIDTH = 60

const countsText = (findings: readonly Finding[], { language, style }: TextOptions): string => {
  const counts = countBySeverity(findings)
  const parts = (['fatal', 'error', 'warning', 'info'] as const)
    .filter((severity) => counts[severity] > 0)
    .map((severity) =>
      style.severity(
        severity,
        language === 'zh'
          ? `${severityWord(severity)} ${counts[severity]}`
          : `${counts[severity]} ${severityWord(severity, 'en')}`,
      ),
    )
  const undecided = findings.filter(({ verdict }) => verdict === 'undecided').length
  if (undecided > 0) parts.push(WORDS[language].undecided(undecided))
  return parts.join(language === 'zh' ? '，' : ', ')
}

const headLines = (checked: CheckedFile, options: TextOptions): string[] => {
  const { language, width, style } = options
  const words = WORDS[language]
  const { region, department, year } = checked.facts
  const facts = [department || region, year > 0 ? (language === 'zh' ? `${year}年度` : String(year)) : ''].filter(
    Boolean,
  )
  const counts = countByKind([checked]).flatMap(({ kind, records }) =>
    records > 0 ? [words.counted(KIND_WORDS[language][kind].all, records)] : [],
  )
  const { numbers, understood } = readingStats(checked)
  const share = numbers > 0 ? [words.numbers(understood, numbers, shareText(understood, numbers))] : []
  return [
    style.bold(printable(checked.file)),
    hang('  ', printable([...facts, ...(counts.length > 0 ? counts : [words.nothingRead])].join(' · ')), width),
    ...share.map((line) => hang('  ', line, width)),
    ...checked.packs.map((pack) =>
      style.dim(
        hang(
          `  ${words.pack} `,
          printable(language === 'zh' ? `${pack.pack}：${pack.why}` : `${pack.pack}: ${pack.whyEn}`),
          width,
        ),
      ),
    ),
  ]
}

interface SaidTwice {
  readonly message: string
  readonly messageEn: string
  readonly remedy: string
  readonly remedyEn: string
}

const saidIn = (language: Language, { message, messageEn, remedy, remedyEn }: SaidTwice) =>
  language === 'zh' ? { message, remedy } : { message: messageEn, remedy: remedyEn }

const uncheckedLine = ({ form, ...said }: Unchecked, { language, width }: TextOptions): string => {
  const { message, remedy } = saidIn(language, said)
  const place = form === undefined ? '' : language === 'zh' ? `自评表${form}：` : `form ${form}: `
  return hang(
    `  ${WORDS[language].unchecked} `,
    printable(`${place}${message}${language === 'zh' ? '。' : '. '}${remedy}`),
    width,
  )
}

/** A line over the findings of a kind of record, when a document has several kinds. */
const kindLine = (kind: RecordKind, { language, width, style }: TextOptions): string => {
  const name = KIND_WORDS[language][kind].all
  return style.bold(`── ${name} ${'─'.repeat(Math.max(2, Math.min(width, RULE_WIDTH) - displayWidth(name) - 4))}`)
}

/** Causes first, then findings without one: by kind of record, and groups of one check within. */
const sections = (checked: CheckedFile, problems: Problems, options: TextOptions): string[] => {
  const homeOf = new Map(problems.entries.map(({ number, finding }) => [finding, problems.homeOf.get(number)!.kind]))
  const alone = problems.entries.filter(({ number }) => !problems.causeOf.has(number)).map(({ finding }) => finding)
  const parts = RECORD_KINDS.flatMap((kind) => {
    const causes = problems.causes.filter(({ home }) => home.kind === kind)
    const { shown } = summarize(
      alone.filter((finding) => homeOf.get(finding) === kind),
      options.floor,
    )
    const lines = [
      ...causes.flatMap((cause) => ['', ...causeLines(checked, cause, options)]),
      ...shown.flatMap((group) => ['', ...groupLines(checked, group, options)]),
    ]
    return lines.length > 0 ? [{ kind, lines }] : []
  })
  return parts.flatMap(({ kind, lines }) => (parts.length > 1 ? ['', kindLine(kind, options), ...lines] : lines))
}

/** The whole report on one file, without a line break at its end. */
export const textReport = (checked: CheckedFile, options: TextOptions): string => {
  const { language, style, width, floor } = options
  const words = WORDS[language]
  const problems = numberProblems([checked], floor).get(checked)!
  const hidden = checked.findings.length - problems.entries.length
  const count = problems.causes.length > 0 ? words.problems(problemCount(problems)) : ''
  // Colours do not wrap well: what has them stands on a line of its own.
  const summary = [
    `  ${countsText(checked.findings, options) || words.clean}`,
    ...[count, hidden > 0 ? words.listed(hidden) : ''].filter(Boolean).map((line) => hang('  ', line, width)),
  ]
  const notes = checked.notes.map(({ message, messageEn, at }) =>
    style.dim(
      hang(
        `  ${words.note} `,
        printable(`${language === 'zh' ? message : messageEn}${at ? ` [${positionText(at, language)}]` : ''}`),
        width,
      ),
    ),
  )
  return [
    ...headLines(checked, options),
    ...notes,
    ...checked.unchecked.map((one) => uncheckedLine(one, options)),
    ...sections(checked, problems, options),
    '',
    ...summary,
  ].join('\n')
}

/** For standard error: what failed, why, and what to do. */
export const failureText = ({ file, failure }: FailedFile, language: Language, width: number): string => {
  const { message, remedy } = saidIn(language, failure)
  return [
    hang('✖ ', printable(`${file}${language === 'zh' ? '：' : ': '}${message}`), width),
    ...(remedy ? [hang(language === 'zh' ? '  处理 ' : '  try ', printable(remedy), width)] : []),
  ].join('\n')
}

/** The line under several files. */
export const totalText = (outcomes: readonly CheckOutcome[], options: TextOptions): string => {
  const checked = outcomes.filter((one) => one.outcome === 'checked')
  const forms = checked.reduce((n, one) => n + one.forms.length, 0)
  const failed = outcomes.length - checked.length
  const counts = countsText(
    checked.flatMap(({ findings }) => findings),
    options,
  )
  const { bold } = options.style
  if (options.language === 'zh')
    return `${bold(`共 ${outcomes.length} 个文件，${forms} 张自评表`)}${counts && `：${counts}`}${failed > 0 ? `；${failed} 个文件没能读取` : ''}`
  return `${bold(`${outcomes.length} files, ${forms} forms`)}${counts && `: ${counts}`}${failed > 0 ? `; ${failed} files could not be read` : ''}`
}
