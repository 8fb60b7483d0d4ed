/** One finding with its arithmetic, law and remedy, as a card beside the form. */
import type { Proof } from '../../domain/finding.ts'
import type { SelfEvaluation } from '../../domain/self-evaluation.ts'
import { findingPlace } from '../field-labels.ts'
import { positionText } from '../position-text.ts'
import type { NumberedFinding } from '../report-model.ts'
import { certaintyWord, SEVERITY_WORDS, verdictWord } from '../words.ts'
import { escapeHtml } from './escape.ts'

const term = (name: string, html: string): string => (html === '' ? '' : `<dt>${name}</dt><dd>${html}</dd>`)

const proofHtml = (proof: Proof): string => {
  const interval = proof.interval
    ? `印刷数允许 ${escapeHtml(proof.interval[0])} 至 ${escapeHtml(proof.interval[1])}`
    : ''
  const steps = (proof.steps ?? []).map((step) => `<li>${proofHtml(step)}</li>`).join('')
  return [
    proof.formula && `<span class="formula">${escapeHtml(proof.formula)}</span>`,
    proof.filledIn &&
      `<span class="filled">${escapeHtml(proof.filledIn)}${proof.result ? ` = <b>${escapeHtml(proof.result)}</b>` : ''}</span>`,
    `<span class="verdict">${[interval, `结论：${verdictWord(proof.verdict)}`].filter(Boolean).join('；')}</span>`,
    steps && `<ol>${steps}</ol>`,
  ]
    .filter(Boolean)
    .join('')
}

/** Sources of a law finding say how sure we are of the text; a definition needs no source. */
const basisHtml = ({ finding: { basis } }: NumberedFinding): string =>
  escapeHtml(basis.text) +
  (basis.kind === 'law' ? `<span class="certainty">（${certaintyWord(basis.certainty)}）</span>` : '')

/** `isDrawn`: the cell is on the page, so the card can lead to it. */
export const renderFinding = (entry: NumberedFinding, forms: readonly SelfEvaluation[], isDrawn: boolean): string => {
  const { number, finding } = entry
  const { zh, sign } = SEVERITY_WORDS[finding.severity]
  const place = escapeHtml(findingPlace(forms, finding))
  const position = escapeHtml(positionText(finding.position))
  return [
    `<article class="f ${finding.severity}" id="f${number}" data-n="${number}" data-s="${finding.severity}" tabindex="0" aria-labelledby="t${number}">`,
    `<header><span class="tag">${sign} ${zh}</span> <b class="no">${number}</b> <code>${escapeHtml(finding.code)}</code>`,
    isDrawn ? ` <a class="to" href="#c${number}">看单元格</a>` : '',
    `</header><h4 id="t${number}">${escapeHtml(finding.message)}</h4><dl>`,
    term('位置', place + (position && ` <span class="pos">${position}</span>`)),
    term(
      '印刷值',
      finding.printed === '' ? '<i>（空）</i>' : `<span class="printed">${escapeHtml(finding.printed)}</span>`,
    ),
    term('应为', `<span class="expected">${escapeHtml(finding.expected)}</span>`),
    term('算式', finding.proof ? proofHtml(finding.proof) : ''),
    term('依据', basisHtml(entry)),
    term('处理', escapeHtml(finding.remedy)),
    '</dl></article>',
  ].join('')
}
