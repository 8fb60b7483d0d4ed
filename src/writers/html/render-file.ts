/** One file of the report: its facts, its notes, its forms with findings drawn, the others listed. */
import type { SelfEvaluation } from '../../domain/self-evaluation.ts'
import { positionText } from '../position-text.ts'
import type { CheckedFile, FailedFile, NumberedFinding } from '../report-model.ts'
import { drawForm } from './drawn-form.ts'
import { escapeHtml } from './escape.ts'
import { renderFinding } from './render-finding.ts'
import { marksOf, renderTable } from './render-table.ts'

const formTitle = (form: SelfEvaluation): string => form.head.projectName?.printed || '（项目名称为空）'

const HOW = {
  'as-printed': '按原文件的表格绘制。',
  official: '原文件没有保留表格结构，按官方表式由读到的内容绘制，单元格内容为原文。',
} as const

const NOT_DRAWN: ReadonlySet<number> = new Set()

/** Of several findings of one kind the first tells law and remedy, the others refer to it. */
const cards = (checked: CheckedFile, findings: readonly NumberedFinding[], drawn: ReadonlySet<number>): string => {
  const first = new Map<string, number>()
  return findings
    .map((entry) => {
      const { number, finding } = entry
      const kind = `${finding.code} ${finding.basis.text}`
      const like = first.get(kind)
      if (like === undefined) first.set(kind, number)
      return renderFinding(entry, checked.forms, { isDrawn: drawn.has(number), like })
    })
    .join('')
}

const drawnSection = (
  checked: CheckedFile,
  form: SelfEvaluation,
  findings: readonly NumberedFinding[],
  id: string,
): string => {
  const drawn = drawForm(form, checked.source)
  const seen = new Set<number>()
  const marks = marksOf(findings)
  const tables = drawn.tables.map((table) => renderTable(table, marks, seen)).join('')
  const caption = form.title?.printed ?? '项目支出绩效自评表'
  return [
    `<section class="form-section" id="${id}" data-n="${findings.length}" aria-labelledby="${id}h">`,
    `<h3 id="${id}h">自评表${form.index}　${escapeHtml(formTitle(form))}<small>${findings.length} 条问题</small></h3>`,
    `<div class="split"><div class="sheet"><p class="cap">${escapeHtml(caption)}</p>${tables}<p class="how">${HOW[drawn.layout]}</p></div>`,
    `<div class="list">${cards(checked, findings, seen)}</div></div></section>`,
  ].join('')
}

/** Beyond the drawing limit: the findings without the form. */
const listedSection = (
  checked: CheckedFile,
  form: SelfEvaluation,
  findings: readonly NumberedFinding[],
  id: string,
): string =>
  [
    `<section class="form-section" id="${id}" data-n="${findings.length}" aria-labelledby="${id}h">`,
    `<h3 id="${id}h">自评表${form.index}　${escapeHtml(formTitle(form))}<small>${findings.length} 条问题（表多，本表只列问题，未绘制）</small></h3>`,
    `<div class="list wide">${cards(checked, findings, NOT_DRAWN)}</div></section>`,
  ].join('')

const documentSection = (checked: CheckedFile, findings: readonly NumberedFinding[], id: string): string =>
  findings.length === 0
    ? ''
    : `<section class="form-section" id="${id}" data-n="${findings.length}" aria-labelledby="${id}h"><h3 id="${id}h">全文<small>${findings.length} 条问题</small></h3><div class="list wide">${cards(checked, findings, NOT_DRAWN)}</div></section>`

const cleanList = (forms: readonly SelfEvaluation[]): string =>
  forms.length === 0
    ? ''
    : `<details class="box quiet"><summary>${forms.length} 张自评表没有列出的问题</summary><table class="plain"><thead><tr><th>自评表</th><th>项目名称</th><th>实施单位</th><th class="num">总分</th></tr></thead><tbody>${forms
        .map(
          (form) =>
            `<tr><td class="num">${form.index}</td><td>${escapeHtml(formTitle(form))}</td><td>${escapeHtml(form.head.implementingUnit?.printed ?? '')}</td><td class="num">${escapeHtml(form.totalScore?.printed ?? '')}</td></tr>`,
        )
        .join('')}</tbody></table></details>`

const factsLine = ({ facts, forms, packs }: CheckedFile): string =>
  [
    facts.department || facts.region,
    facts.year > 0 ? `${facts.year}年度` : '',
    forms.length === 0 ? '没有找到项目支出绩效自评表' : `${forms.length} 张自评表`,
    ...packs.map((pack) => `规则包 ${pack.pack}（${pack.why}）`),
  ]
    .filter(Boolean)
    .map(escapeHtml)
    .join(' · ')

const notesList = ({ notes, unchecked }: CheckedFile): string => {
  const missed = unchecked.map(
    ({ form, message, remedy }) =>
      `<li class="error-ink"><b>未检查${form === undefined ? '' : `：自评表${form}`}</b>　${escapeHtml(message)}。${escapeHtml(remedy)}</li>`,
  )
  const said = notes.map(
    ({ message, at }) => `<li>${escapeHtml(message)}${at ? `（${escapeHtml(positionText(at))}）` : ''}</li>`,
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
): string => {
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
    return budget.left-- > 0 ? drawnSection(checked, form, own, id) : listedSection(checked, form, own, id)
  })
  return [
    `<section class="file" id="d${fileNo}"><h2>${escapeHtml(checked.file)}</h2><p class="sub">${factsLine(checked)}</p>${notesList(checked)}`,
    documentSection(checked, whole, `d${fileNo}-0`),
    ...sections,
    cleanList(checked.forms.filter(({ index }) => !byForm.has(index))),
    '</section>',
  ].join('\n')
}

export const renderFailure = ({ file, failure }: FailedFile, fileNo: number): string =>
  `<section class="file" id="d${fileNo}"><h2>${escapeHtml(file)}</h2><div class="box failed"><b>没有检查：</b>${escapeHtml(failure.message)}<br>处理：${escapeHtml(failure.remedy)}</div></section>`
