/** Causes for a terminal: the cell to look at, what it may have to be, and the findings that it explains. */
import {
  type CauseCandidate,
  type CheckedFile,
  type NumberedCause,
  placeName,
  positionText,
  reportTexts,
  severityWord,
} from '../app/report-words.ts'
import { type TextOptions, WORDS } from './text-words.ts'
import { hang, printable } from './width.ts'

/** Candidates and explained findings shown; the rest is counted. */
const CANDIDATES_SHOWN = 3
const FINDINGS_SHOWN = 6

const candidateLine = ({ changes, repaired }: CauseCandidate, rank: number, options: TextOptions): string => {
  const { language, width } = options
  const words = WORDS[language]
  const said = changes.map(({ name, printed, expected, slip, slipEn }) => {
    const why = language === 'zh' ? slip : slipEn
    const because = why === '' ? '' : language === 'zh' ? `（${why}）` : ` (${why})`
    return `${name} ${printed || words.blank} → ${expected}${because}`
  })
  const effect = language === 'zh' ? `，${words.repaired(repaired)}` : `, ${words.repaired(repaired)}`
  return hang(
    `  ${rank === 0 ? words.maybe : words.or} `,
    printable(said.join(language === 'zh' ? '；' : '; ') + effect),
    width,
  )
}

export const causeLines = (checked: CheckedFile, one: NumberedCause, options: TextOptions): string[] => {
  const { language, width, style } = options
  const words = WORDS[language]
  const { number, cause, severity, entries } = one
  const place = positionText(cause.position, language)
  const title = language === 'zh' ? cause.title : cause.titleEn
  const head = `${words.cause(number)}  ${title}${place && ` [${place}]`}  ${severityWord(severity, language)}`
  const shown = entries.slice(0, FINDINGS_SHOWN).map(({ finding }) => {
    const { code, printed, expected } = finding
    const arrow = expected === '' ? '' : ` → ${expected}`
    return `${code} ${placeName(checked, finding, language)} ${printed || words.blank}${arrow}`
  })
  const rest = entries.length > FINDINGS_SHOWN ? [words.more(entries.length - FINDINGS_SHOWN)] : []
  return [
    ...hang('', printable(head), width)
      .split('\n')
      .map((line) => style.severity(severity, line)),
    ...cause.candidates.slice(0, CANDIDATES_SHOWN).map((candidate, rank) => candidateLine(candidate, rank, options)),
    `  ${words.explains(entries.length)}`,
    ...[...shown, ...rest].map((line) => hang('    ', printable(line), width)),
    hang(`  ${words.remedy} `, reportTexts(language).causeRemedy, width),
  ]
}
