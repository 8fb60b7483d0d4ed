/** One finding with its arithmetic, law and remedy, as a card beside the form. */
import type { Proof } from '../../domain/finding.ts'
import type { SelfEvaluation } from '../../domain/self-evaluation.ts'
import { workingText } from '../arithmetic-text.ts'
import { findingPlace } from '../field-labels.ts'
import { positionText } from '../position-text.ts'
import type { NumberedFinding } from '../report-model.ts'
import { certaintyWord, SEVERITY_WORDS, verdictWord } from '../words.ts'
import { escapeHtml } from './escape.ts'

const term = (name: string, html: string): string => (html === '' ? '' : `<dt>${name}</dt><dd>${html}</dd>`)

const proofHtml = (proof: Proof, printed: string): string => {
  const working = workingText(proof, printed)
  const [low, high] = proof.interval ?? []
  const interval = low === undefined || low === high ? '' : `印刷数允许 ${escapeHtml(low)} 至 ${escapeHtml(high!)}`
  const steps = (proof.steps ?? []).map((step) => `<li>${proofHtml(step, printed)}</li>`).join('')
  return [
    proof.formula && `<span class="formula">${escapeHtml(proof.formula)}</span>`,
    working && `<span class="filled">${escapeHtml(working)}</span>`,
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

export interface CardOptions {
  /** The cell is on the page, so the card can lead to it. */
  readonly isDrawn: boolean
  /** Number of an earlier finding of the same kind beside it, which already told law and remedy. */
  readonly like?: number | undefined
}

const groundsHtml = (entry: NumberedFinding, like: number | undefined): string =>
  like === undefined
    ? term('依据', basisHtml(entry)) + term('处理', escapeHtml(entry.finding.remedy))
    : term('依据', `<a href="#f${like}">同问题 ${like}</a>`)

export const renderFinding = (
  entry: NumberedFinding,
  forms: readonly SelfEvaluation[],
  { isDrawn, like }: CardOptions,
): string => {
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
    term('算式', finding.proof ? proofHtml(finding.proof, finding.printed) : ''),
    groundsHtml(entry, like),
    '</dl></article>',
  ].join('')
}
