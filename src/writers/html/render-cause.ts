/** One cause as a card: the cell to look at, what it may have to be, and the findings that would go away. */
import type { CauseCandidate, CauseChange } from '../../engine/causes/cause.ts'
import { positionText } from '../position-text.ts'
import type { NumberedCause } from '../report-problems.ts'
import { reportTexts } from '../report-voice.ts'
import { type Language, SEVERITY_WORDS } from '../words.ts'
import { escapeHtml } from './escape.ts'

/** Candidates shown; further ones are hardly ever right. */
const CANDIDATES_SHOWN = 3

const changeHtml = ({ name, printed, expected, slip, slipEn, position }: CauseChange, language: Language): string => {
  const texts = reportTexts(language)
  const why = language === 'zh' ? slip : slipEn
  const place = positionText(position, language)
  return [
    escapeHtml(name),
    place && ` <span class="pos">${escapeHtml(place)}</span>`,
    ` <span class="change"><span class="printed">${printed === '' ? texts.blank : escapeHtml(printed)}</span> → <span class="expected">${escapeHtml(expected)}</span></span>`,
    why && ` <span class="slip">${escapeHtml(texts.inBrackets(why))}</span>`,
  ]
    .filter(Boolean)
    .join('')
}

const candidateHtml = ({ changes, repaired }: CauseCandidate, language: Language): string =>
  `<li>${changes.map((change) => `<span class="one">${changeHtml(change, language)}</span>`).join('')}<span class="pos">${reportTexts(language).repaired(repaired)}</span></li>`

/** `cards`: the findings of the cause, rendered. */
export const renderCause = (one: NumberedCause, cards: string, isDrawn: boolean, language: Language): string => {
  const texts = reportTexts(language)
  const { number, cause, severity, entries } = one
  const { [language]: word, sign } = SEVERITY_WORDS[severity]
  const candidates = cause.candidates.slice(0, CANDIDATES_SHOWN)
  return [
    `<article class="cause ${severity}" id="k${number}" data-k="${number}" aria-labelledby="kt${number}">`,
    `<header><span class="tag">${sign} ${word}</span> <b>${texts.cause(number)}</b>`,
    isDrawn ? ` <a class="to" href="#kc${number}">${texts.seeCell}</a>` : '',
    `</header><h4 id="kt${number}">${escapeHtml(language === 'zh' ? cause.title : cause.titleEn)}</h4>`,
    candidates.length > 0
      ? `<p class="sub">${texts.candidates}</p><ol class="candidates">${candidates.map((candidate) => candidateHtml(candidate, language)).join('')}</ol>`
      : '',
    `<p class="sub">${texts.columns.remedy}${language === 'zh' ? '：' : ': '}${texts.causeRemedy}</p>`,
    `<details class="explained"><summary>${texts.explains(entries.length)}</summary>${cards}</details></article>`,
  ].join('')
}
