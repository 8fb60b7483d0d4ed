/**
 * The report for a terminal, in one layout: where → printed → expected with its arithmetic → law → what to do.
 * Findings of one kind stand together; law and remedy are said once for all of them.
 */

import {
  type CheckedFile,
  type CheckOutcome,
  countBySeverity,
  expectationText,
  type FailedFile,
  type FindingGroup,
  findingPlace,
  type Language,
  positionText,
  severityWord,
  summarize,
  type Unchecked,
  verdictWord,
} from '../app/report-words.ts'
import type { Finding, Severity } from '../domain/finding.ts'
import type { Style } from './style.ts'
import { hang, printable } from './width.ts'

export interface TextOptions {
  readonly language: Language
  readonly width: number
  readonly style: Style
  /** Findings below this severity are counted, not listed. */
  readonly floor: Severity
}

/** Findings of one kind shown with their numbers; of further ones only the places, of still more only the count. */
const FULL_SHOWN = 5
const PLACES_SHOWN = 8

const WORDS = {
  zh: {
    printed: '印刷值',
    expected: '应为',
    blank: '（空）',
    basis: '依据',
    remedy: '处理',
    more: (n: number) => `……另有 ${n} 处`,
    same: (n: number) => `同类问题另有 ${n} 处`,
    forms: (n: number) => `${n} 张自评表`,
    noForms: '没有找到项目支出绩效自评表',
    listed: (n: number) => `（另有 ${n} 条低于所列级别，未列出）`,
    clean: '没有发现所列级别的问题',
    note: '说明',
    unchecked: '未检查',
    pack: '规则包',
    undecided: (n: number) => `${n} 处无法判定`,
  },
  en: {
    printed: 'printed',
    expected: 'expected',
    blank: '(blank)',
    basis: 'basis',
    remedy: 'to do',
    more: (n: number) => `… and ${n} more places`,
    same: (n: number) => `${n} more of this kind at`,
    forms: (n: number) => `${n} self-evaluation form${n === 1 ? '' : 's'}`,
    noForms: 'no self-evaluation form found',
    listed: (n: number) => ` (${n} more below the listed severity)`,
    clean: 'nothing found at the listed severity',
    note: 'note',
    unchecked: 'not checked',
    pack: 'rule pack',
    undecided: (n: number) => `${n} could not be decided`,
  },
} as const

const placeOf = (checked: CheckedFile, finding: Finding, { language }: TextOptions): string => {
  const position = positionText(finding.position, language)
  return printable(`${findingPlace(checked.forms, finding, language)}${position && ` [${position}]`}`)
}

/** One finding without law and remedy. */
const findingLines = (checked: CheckedFile, finding: Finding, options: TextOptions): string[] => {
  const { language, width, style } = options
  const words = WORDS[language]
  const head = `${placeOf(checked, finding, options)}  ${finding.code} ${severityWord(finding.severity, language)}`
  const printed = finding.printed === '' ? words.blank : printable(finding.printed)
  const verdict = finding.verdict === 'outside' ? '' : `  〔${verdictWord(finding.verdict, language)}〕`
  const expected = printable(expectationText(finding, language))
  const expectedText = expected === '' ? '' : `   ${words.expected} ${expected}`
  return [
    ...hang('', head, width)
      .split('\n')
      .map((line) => style.severity(finding.severity, line)),
    hang(`  ${words.printed} `, `${printed}${expectedText}${verdict}`, width),
    hang('  ', printable(language === 'en' ? finding.messageEn : finding.message), width),
  ]
}

const groupLines = (checked: CheckedFile, { findings }: FindingGroup, options: TextOptions): string[] => {
  const { language, width, style } = options
  const words = WORDS[language]
  const { basis, remedy: remedyZh, remedyEn } = findings[0]!
  const remedy = language === 'en' ? remedyEn : remedyZh
  const others = findings.slice(FULL_SHOWN)
  const places = others.slice(0, PLACES_SHOWN).map((other) => placeOf(checked, other, options))
  const rest = others.length > PLACES_SHOWN ? ` ${words.more(others.length - PLACES_SHOWN)}` : ''
  return [
    ...findings.slice(0, FULL_SHOWN).flatMap((finding) => findingLines(checked, finding, options)),
    ...(others.length > 0
      ? [style.dim(hang(`  ${words.same(others.length)} `, places.join(language === 'zh' ? '；' : '; ') + rest, width))]
      : []),
    hang(`  ${words.basis} `, `${basis.text}   ${words.remedy}${language === 'zh' ? '：' : ': '}${remedy}`, width),
  ]
}

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
  const forms = checked.forms.length === 0 ? words.noForms : words.forms(checked.forms.length)
  return [
    style.bold(printable(checked.file)),
    hang('  ', printable([...facts, forms].join(' · ')), width),
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

/** The whole report on one file, without a line break at its end. */
export const textReport = (checked: CheckedFile, options: TextOptions): string => {
  const { language, style, width, floor } = options
  const words = WORDS[language]
  const { shown: groups, hidden: below } = summarize(checked.findings, floor)
  const hidden = below.reduce((n, { findings }) => n + findings.length, 0)
  const summary = [countsText(checked.findings, options) || words.clean, hidden > 0 ? words.listed(hidden) : ''].join(
    '',
  )
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
    ...groups.flatMap((group) => ['', ...groupLines(checked, group, options)]),
    '',
    `  ${summary}`,
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
