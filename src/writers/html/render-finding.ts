/** One finding with its arithmetic, law and remedy, as a card beside the form. */
import type { Proof } from '../../domain/finding.ts'
import { arithmeticIn, workingText } from '../arithmetic-text.ts'
import { positionText } from '../position-text.ts'
import { placeName } from '../records/record-names.ts'
import type { CheckedFile, NumberedFinding } from '../report-model.ts'
import type { ReportTexts } from '../report-texts.ts'
import { findingTexts, reportTexts } from '../report-voice.ts'
import { certaintyWord, type Language, SEVERITY_WORDS, verdictWord } from '../words.ts'
import { escapeHtml } from './escape.ts'

const term = (name: string, html: string): string => (html === '' ? '' : `<dt>${name}</dt><dd>${html}</dd>`)

/** What all parts of a card need to speak. */
interface Voice {
  readonly language: Language
  readonly texts: ReportTexts
}

const proofHtml = (proof: Proof, printed: string, voice: Voice): string => {
  const { language, texts } = voice
  const working = arithmeticIn(workingText(proof, printed), language)
  const [low, high] = proof.interval ?? []
  const interval = low === undefined || low === high ? '' : escapeHtml(texts.interval(low, high!))
  const steps = (proof.steps ?? []).map((step) => `<li>${proofHtml(step, printed, voice)}</li>`).join('')
  return [
    proof.formula && `<span class="formula">${escapeHtml(arithmeticIn(proof.formula, language))}</span>`,
    working && `<span class="filled">${escapeHtml(working)}</span>`,
    `<span class="verdict">${[interval, texts.verdict(verdictWord(proof.verdict, language))].filter(Boolean).join(texts.separator)}</span>`,
    steps && `<ol>${steps}</ol>`,
  ]
    .filter(Boolean)
    .join('')
}

/** Sources of a law finding say how sure we are of the text; a definition needs no source. */
const basisHtml = ({ finding: { basis } }: NumberedFinding, { language, texts }: Voice): string =>
  escapeHtml(basis.text) +
  (basis.kind === 'law'
    ? `<span class="certainty">${texts.inBrackets(certaintyWord(basis.certainty, language))}</span>`
    : '')

export interface CardOptions {
  /** The cell is on the page, so the card can lead to it. */
  readonly isDrawn: boolean
  /** Number of an earlier finding of the same kind beside it, which already told law and remedy. */
  readonly like?: number | undefined
  readonly language: Language
}

const groundsHtml = (entry: NumberedFinding, like: number | undefined, voice: Voice): string => {
  const { columns, sameAs } = voice.texts
  return like === undefined
    ? term(columns.basis, basisHtml(entry, voice)) +
        term(columns.remedy, escapeHtml(findingTexts(entry.finding, voice.language).remedy))
    : term(columns.basis, `<a href="#f${like}">${sameAs(like)}</a>`)
}

export const renderFinding = (
  entry: NumberedFinding,
  checked: CheckedFile,
  { isDrawn, like, language }: CardOptions,
): string => {
  const texts = reportTexts(language)
  const voice = { language, texts }
  const { columns } = texts
  const { number, finding } = entry
  const { [language]: severity, sign } = SEVERITY_WORDS[finding.severity]
  const place = escapeHtml(placeName(checked, finding, language))
  const position = escapeHtml(positionText(finding.position, language))
  return [
    `<article class="f ${finding.severity}" id="f${number}" data-n="${number}" data-s="${finding.severity}" tabindex="0" aria-labelledby="t${number}">`,
    `<header><span class="tag">${sign} ${severity}</span> <b class="no">${number}</b> <code>${escapeHtml(finding.code)}</code>`,
    isDrawn ? ` <a class="to" href="#c${number}">${texts.seeCell}</a>` : '',
    `</header><h4 id="t${number}">${escapeHtml(findingTexts(finding, language).message)}</h4><dl>`,
    term(columns.place, place + (position && ` <span class="pos">${position}</span>`)),
    term(
      columns.printed,
      finding.printed === '' ? `<i>${texts.blank}</i>` : `<span class="printed">${escapeHtml(finding.printed)}</span>`,
    ),
    term(columns.expected, `<span class="expected">${escapeHtml(arithmeticIn(finding.expected, language))}</span>`),
    term(columns.working, finding.proof ? proofHtml(finding.proof, finding.printed, voice) : ''),
    groundsHtml(entry, like, voice),
    '</dl></article>',
  ].join('')
}
