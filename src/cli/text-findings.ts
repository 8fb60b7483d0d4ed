/** Findings for a terminal: where → printed → expected with its arithmetic → law → what to do. */
import {
  type CheckedFile,
  expectationText,
  type FindingGroup,
  placeName,
  positionText,
  severityWord,
  verdictWord,
} from '../app/report-words.ts'
import type { Finding } from '../domain/finding.ts'
import { type TextOptions, WORDS } from './text-words.ts'
import { hang, printable } from './width.ts'

/** Findings of one kind shown with their numbers; of further ones only the places, of still more only the count. */
const FULL_SHOWN = 5
const PLACES_SHOWN = 8

export const placeOf = (checked: CheckedFile, finding: Finding, { language }: TextOptions): string => {
  const position = positionText(finding.position, language)
  return printable(`${placeName(checked, finding, language)}${position && ` [${position}]`}`)
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

export const groupLines = (checked: CheckedFile, { findings }: FindingGroup, options: TextOptions): string[] => {
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
