/** One file of the report: its facts, its notes, its forms with findings drawn, the others listed. */
import type { SelfEvaluation } from '../../domain/self-evaluation.ts'
import { positionText } from '../position-text.ts'
import type { CheckedFile, FailedFile, NumberedFinding } from '../report-model.ts'
import type { ReportTexts } from '../report-texts.ts'
import { reportTexts, saidIn } from '../report-voice.ts'
import type { Language } from '../words.ts'
import { drawForm } from './drawn-form.ts'
import { escapeHtml } from './escape.ts'
import { renderFinding } from './render-finding.ts'
import { marksOf, renderTable } from './render-table.ts'

/** What all sections of a file need. */
interface FileContext {
  readonly checked: CheckedFile
  readonly language: Language
  readonly texts: ReportTexts
}

const formTitle = (form: SelfEvaluation, { unnamed }: ReportTexts): string => form.head.projectName?.printed || unnamed

const NOT_DRAWN: ReadonlySet<number> = new Set()

/** Of several findings of one kind the first tells law and remedy, the others refer to it. */
const cards = (
  { checked, language }: FileContext,
  findings: readonly NumberedFinding[],
  drawn: ReadonlySet<number>,
): string => {
  const first = new Map<string, number>()
  return findings
    .map((entry) => {
      const { number, finding } = entry
      const kind = `${finding.code} ${finding.basis.text}`
      const like = first.get(kind)
      if (like === undefined) first.set(kind, number)
      return renderFinding(entry, checked.forms, { isDrawn: drawn.has(number), like, language })
    })
    .join('')
}

const sectionHead = (form: SelfEvaluation, count: number, id: string, { texts }: FileContext, remark = ''): string =>
  `<h3 id="${id}h">${texts.form(form.index)}${texts.gap}${escapeHtml(formTitle(form, texts))}<small>${texts.problems(count)}${remark}</small></h3>`

const drawnSection = (
  context: FileContext,
  form: SelfEvaluation,
  findings: readonly NumberedFinding[],
  id: string,
): string => {
  const { checked, language, texts } = context
  const drawn = drawForm(form, checked.source)
  const seen = new Set<number>()
  const marks = marksOf(findings)
  const tables = drawn.tables.map((table) => renderTable(table, marks, seen, language)).join('')
  const caption = form.title?.printed ?? '项目支出绩效自评表'
  return [
    `<section class="form-section" id="${id}" data-n="${findings.length}" aria-labelledby="${id}h">`,
    sectionHead(form, findings.length, id, context),
    `<div class="split"><div class="sheet"><p class="cap">${escapeHtml(caption)}</p>${tables}<p class="how">${drawn.layout === 'official' ? texts.official : texts.asPrinted}</p></div>`,
    `<div class="list">${cards(context, findings, seen)}</div></div></section>`,
  ].join('')
}

/** Beyond the drawing limit: the findings without the form. */
const listedSection = (
  context: FileContext,
  form: SelfEvaluation,
  findings: readonly NumberedFinding[],
  id: string,
): string =>
  [
    `<section class="form-section" id="${id}" data-n="${findings.length}" aria-labelledby="${id}h">`,
    sectionHead(form, findings.length, id, context, context.texts.notDrawn),
    `<div class="list wide">${cards(context, findings, NOT_DRAWN)}</div></section>`,
  ].join('')

const documentSection = (context: FileContext, findings: readonly NumberedFinding[], id: string): string =>
  findings.length === 0
    ? ''
    : `<section class="form-section" id="${id}" data-n="${findings.length}" aria-labelledby="${id}h"><h3 id="${id}h">${context.texts.wholeDocument}<small>${context.texts.problems(findings.length)}</small></h3><div class="list wide">${cards(context, findings, NOT_DRAWN)}</div></section>`

const cleanList = (forms: readonly SelfEvaluation[], texts: ReportTexts): string =>
  forms.length === 0
    ? ''
    : `<details class="box quiet"><summary>${texts.clean(forms.length)}</summary><table class="plain"><thead><tr><th>${texts.columns.form}</th><th>${texts.columns.project}</th><th>${texts.columns.unit}</th><th class="num">${texts.columns.totalScore}</th></tr></thead><tbody>${forms
        .map(
          (form) =>
            `<tr><td class="num">${form.index}</td><td>${escapeHtml(formTitle(form, texts))}</td><td>${escapeHtml(form.head.implementingUnit?.printed ?? '')}</td><td class="num">${escapeHtml(form.totalScore?.printed ?? '')}</td></tr>`,
        )
        .join('')}</tbody></table></details>`

const factsLine = ({ checked: { facts, forms, packs }, texts, language }: FileContext): string =>
  [
    facts.department || facts.region,
    facts.year > 0 ? texts.year(facts.year) : '',
    forms.length === 0 ? texts.noForms : texts.forms(forms.length),
    ...packs.map((pack) => texts.pack(pack.pack, language === 'zh' ? pack.why : pack.whyEn)),
  ]
    .filter(Boolean)
    .map(escapeHtml)
    .join(' · ')

const notesList = ({ checked: { notes, unchecked }, texts, language }: FileContext): string => {
  const missed = unchecked.map(
    (one) =>
      `<li class="error-ink"><b>${texts.unchecked(one.form)}</b>${texts.gap}${escapeHtml(texts.sentences(saidIn(one, language), language === 'zh' ? one.remedy : one.remedyEn))}</li>`,
  )
  const said = notes.map(
    (note) =>
      `<li>${escapeHtml(saidIn(note, language))}${note.at ? escapeHtml(texts.inBrackets(positionText(note.at, language))) : ''}</li>`,
  )
  const items = [...missed, ...said]
  return items.length === 0 ? '' : `<ul class="notes">${items.join('')}</ul>`
}

/** How many forms may still be drawn; shared by all files of a report. */
export interface DrawingBudget {
  left: number
}

export const renderFile = (
  checked: CheckedFile,
  findings: readonly NumberedFinding[],
  fileNo: number,
  budget: DrawingBudget,
  language: Language,
): string => {
  const context: FileContext = { checked, language, texts: reportTexts(language) }
  const byForm = new Map<number, NumberedFinding[]>()
  const whole: NumberedFinding[] = []
  for (const entry of findings) {
    const { form } = entry.finding.at
    const list = form === undefined ? whole : (byForm.get(form) ?? [])
    list.push(entry)
    if (form !== undefined) byForm.set(form, list)
  }
  const sections = checked.forms.map((form) => {
    const own = byForm.get(form.index)
    if (!own) return ''
    const id = `d${fileNo}-${form.index}`
    return budget.left-- > 0 ? drawnSection(context, form, own, id) : listedSection(context, form, own, id)
  })
  return [
    `<section class="file" id="d${fileNo}"><h2>${escapeHtml(checked.file)}</h2><p class="sub">${factsLine(context)}</p>${notesList(context)}`,
    documentSection(context, whole, `d${fileNo}-0`),
    ...sections,
    cleanList(
      checked.forms.filter(({ index }) => !byForm.has(index)),
      context.texts,
    ),
    '</section>',
  ].join('\n')
}

export const renderFailure = ({ file, failure }: FailedFile, fileNo: number, language: Language): string => {
  const { notChecked, columns } = reportTexts(language)
  const remedy = language === 'zh' ? failure.remedy : failure.remedyEn
  const colon = language === 'zh' ? '：' : ': '
  return `<section class="file" id="d${fileNo}"><h2>${escapeHtml(file)}</h2><div class="box failed"><b>${notChecked}</b>${escapeHtml(saidIn(failure, language))}<br>${columns.remedy}${colon}${escapeHtml(remedy)}</div></section>`
}
