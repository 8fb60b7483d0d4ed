/** Layouts × what converters do with merged cells × damage: every case names one way in which text is made. */
import { readDocument } from '../../src/readers/index.ts'
import { recognise } from '../../src/recognise/index.ts'
import { generateForm } from '../support/generate-form.ts'
import type { PrintedForm } from '../support/printed-form.ts'
import { type Random, randomFrom } from '../support/random.ts'
import { DAMAGES, type DamageName } from './damage.ts'
import { drawStyled, OFFICIAL, type Style } from './draw-styled.ts'
import { compareForm, newTally, type Tally } from './measure.ts'
import {
  asHtmlWithSpans,
  EXTENSION,
  type Merged,
  type Rows,
  rowsOf,
  sideBySide,
  WRITERS,
  type Writer,
} from './write-damaged.ts'

export interface Case {
  readonly name: string
  readonly writer: Writer
  readonly merged: Merged
  readonly style: Style
  readonly damage: DamageName
  readonly also?: DamageName
  readonly change?: (form: PrintedForm) => PrintedForm
  /** HTML with the spans of one direction only, or both forms of the file beside each other. */
  readonly shape?: 'colspan' | 'rowspan' | 'beside'
}

const POINTS: Readonly<Record<string, string>> = {
  产出指标: '（50分）',
  效益指标: '（30分）',
  满意度指标: '\n（10分）',
}

const withPoints = (form: PrintedForm): PrintedForm => ({
  ...form,
  indicators: form.indicators.map((row) => ({ ...row, level1: `${row.level1}${POINTS[row.level1] ?? ''}` })),
})

const numbered = (form: PrintedForm): PrintedForm => {
  let number = 0
  return {
    ...form,
    indicators: form.indicators.map((row, i) => {
      number = form.indicators[i - 1]?.level2 === row.level2 ? number + 1 : 1
      return { ...row, level3: `指标${number}：${row.level3}` }
    }),
  }
}

const bareNumbers = (form: PrintedForm): PrintedForm => ({
  ...form,
  indicators: form.indicators.map((row) => ({
    ...row,
    target: row.target.replace(/^[≥≤]/, '').replace(/[^\d.%月底前]+$/, ''),
    actual: row.actual.replace(/[^\d.%月日]+$/, ''),
  })),
})

/** Targets and actual values in words, with the same word on both sides now and then. */
const inWords = (form: PrintedForm): PrintedForm => ({
  ...form,
  indicators: form.indicators.map((row, i) => {
    const words = [
      ['完成', '完成'],
      ['良好', '优'],
      ['得到提升', '有所提升'],
      ['无', '无'],
    ][i % 6]
    return words ? { ...row, target: words[0]!, actual: words[1]! } : row
  }),
})

const HUBEI: Style = {
  ...OFFICIAL,
  fundLabels: {
    initialBudget: '年初预算数',
    fullYearBudget: '预算数（A）',
    executed: '执行数（B）',
    rate: '执行率（B/A）',
    weight: '分值（10分）',
  },
  indicatorLabels: { target: '年初目标值（A）', actual: '实际完成值（B）', deviation: '偏差大或目标未完成原因分析' },
  goalLabels: ['年初目标', '全年完成情况'],
}

const SICHUAN: Style = {
  ...OFFICIAL,
  fundLabels: { initialBudget: '年初预算', fullYearBudget: '调整后预算数', executed: '执行数', weight: '权重' },
  rowLabels: { total: '合计', appropriation: '财政资金' },
  indicatorLabels: { target: '指标值', actual: '完成值', weight: '权重', deviation: '未完成原因' },
}

/** Layouts with labels of other places; each is written in every way. */
export const STYLES: Readonly<Record<string, { style: Style; change?: (form: PrintedForm) => PrintedForm }>> = {
  official: { style: OFFICIAL },
  hubei: { style: HUBEI },
  sichuan: { style: SICHUAN },
  'no block column': { style: { ...OFFICIAL, blocks: 'none', unitAt: 'row', columns: 9 } },
  'section rows': { style: { ...OFFICIAL, blocks: 'rows', unitAt: 'headers' } },
  'unit in title, code first': { style: { ...OFFICIAL, unitAt: 'title', isCodeFirst: true } },
  'unit in each header': { style: { ...OFFICIAL, unitAt: 'headers' } },
  'unit in a row': { style: { ...OFFICIAL, unitAt: 'row' } },
  'funds in another order, more sources': {
    style: { ...OFFICIAL, fundOrder: ['appropriation', 'other', 'carryover', 'total'], extraSources: true },
  },
  'no deviation column': { style: { ...OFFICIAL, isDeviationDropped: true } },
  'weight first': { style: { ...OFFICIAL, isWeightFirst: true } },
  'goals stacked': { style: { ...OFFICIAL, goals: 'stacked', goalLabels: ['年度绩效目标', '目标完成情况'] } },
  'points in level names': { style: OFFICIAL, change: withPoints },
  'numbered names': { style: OFFICIAL, change: numbered },
  'values in words': { style: OFFICIAL, change: inWords },
  'bare numbers': { style: OFFICIAL, change: bareNumbers },
}

export const CONVERSIONS: readonly (readonly [Writer, Merged])[] = [
  ['tabs', 'blank'],
  ['tabs', 'repeat'],
  ['tabs', 'drop'],
  ['tabs', 'drop-columns'],
  ['tabs', 'drop-rows'],
  ['tabs', 'drop-some'],
  ['lines', 'blank'],
  ['lines', 'drop-columns'],
  ['lines', 'repeat'],
  ['pipes', 'blank'],
  ['pipes', 'repeat'],
  ['pipes', 'drop-columns'],
  ['pipes', 'drop'],
  ['html', 'blank'],
  ['html', 'repeat'],
  ['html', 'drop-columns'],
  ['html', 'drop'],
  ['csv', 'blank'],
  ['csv', 'repeat'],
]

/** Damage that a way of writing cannot show (marks in a spreadsheet, line breaks in one line) is left out. */
const isPossible = (writer: Writer, damage: DamageName): boolean => {
  if (damage === 'line breaks in cells') return writer !== 'tabs'
  if (damage.endsWith(' marks')) return writer === 'tabs' || writer === 'pipes'
  return true
}

const isUnder = (merged: Merged): boolean => merged === 'blank' || merged === 'repeat'

export const allCases = (): readonly Case[] => {
  const cases: Case[] = []
  for (const [name, { style, change }] of Object.entries(STYLES))
    for (const [writer, merged] of CONVERSIONS)
      cases.push({
        name: `${name} / ${writer} ${merged} / none`,
        writer,
        merged,
        style,
        damage: 'none',
        ...(change ? { change } : {}),
      })
  for (const [name, { style, change }] of Object.entries(STYLES)) {
    const base = { style, damage: 'none', ...(change ? { change } : {}) } as const
    cases.push({ ...base, name: `${name} / html colspan / none`, writer: 'html', merged: 'drop', shape: 'colspan' })
    cases.push({ ...base, name: `${name} / html rowspan / none`, writer: 'html', merged: 'drop', shape: 'rowspan' })
    for (const writer of ['tabs', 'html', 'pipes'] as const)
      cases.push({ ...base, name: `${name} / ${writer} beside / none`, writer, merged: 'blank', shape: 'beside' })
  }
  for (const damage of Object.keys(DAMAGES) as DamageName[])
    for (const [writer, merged] of CONVERSIONS) {
      if (damage === 'none' || !isPossible(writer, damage)) continue
      // Cells that moved inside a csv or a table whose places are all kept would be another document.
      if (
        writer === 'csv' &&
        (damage.includes('blank') || damage.includes('fewer') || damage.includes('three') || damage.includes('shifted'))
      )
        continue
      if (damage.startsWith('header in two') && !isUnder(merged)) continue
      cases.push({ name: `official / ${writer} ${merged} / ${damage}`, writer, merged, style: OFFICIAL, damage })
    }
  return cases
}

/** Layout, converter and two damages drawn by lot: what meets in one document. */
export const mixedCases = (count: number, seed: number): readonly Case[] => {
  const random = randomFrom(seed)
  const cases: Case[] = []
  while (cases.length < count) {
    const [name, { style, change }] = random.pick(Object.entries(STYLES))
    const [writer, merged] = random.pick(CONVERSIONS)
    const damage = random.pick(Object.keys(DAMAGES) as DamageName[])
    const also = random.pick(Object.keys(DAMAGES) as DamageName[])
    if (writer === 'csv' || !isPossible(writer, damage) || !isPossible(writer, also) || damage === also) continue
    if (!isUnder(merged) && (damage.startsWith('header in two') || also.startsWith('header in two'))) continue
    const label = `mixed ${cases.length}: ${name} / ${writer} ${merged} / ${damage} + ${also}`
    cases.push({ name: label, writer, merged, style, damage, also, ...(change ? { change } : {}) })
  }
  return cases
}

const damaged = ({ damage, also }: Case, rows: Rows, random: Random): Rows => {
  const once = DAMAGES[damage](rows, random)
  return also ? DAMAGES[also](once, random) : once
}

const titleOf = (one: Case, form: PrintedForm): readonly string[] =>
  one.style.unitAt === 'title' ? ['附件2'] : ['项目支出绩效自评表', `（${form.year}年度）`]

const shaped = (one: Case, shape: 'colspan' | 'rowspan' | 'beside', forms: readonly PrintedForm[]): string => {
  const drawings = forms.map((form) => ({ title: titleOf(one, form), drawn: drawStyled(form, one.style) }))
  if (shape !== 'beside') return asHtmlWithSpans(drawings, shape)
  const [left, right] = drawings.map(({ drawn }) => rowsOf(drawn, one.merged))
  return WRITERS[one.writer]([{ title: drawings[0]!.title, rows: sideBySide(left!, right!) }])
}

export const fileOf = (one: Case, forms: readonly PrintedForm[], random: Random): string =>
  one.shape
    ? shaped(one, one.shape, forms)
    : WRITERS[one.writer](
        forms.map((form) => ({
          title: titleOf(one, form),
          rows: damaged(one, rowsOf(drawStyled(form, one.style), one.merged), random),
        })),
      )

const FORMS_IN_A_FILE = 2

/** Reads `files` files of two forms each. */
export const runCase = async (one: Case, files: number, seed: number): Promise<Tally> => {
  const tally = newTally()
  for (let i = 0; i < files; i++) {
    const random = randomFrom(seed + i)
    const forms = Array.from({ length: FORMS_IN_A_FILE }, (_, k) => {
      const { form } = generateForm(random, i * FORMS_IN_A_FILE + k + 1)
      return one.change ? one.change(form) : form
    })
    const text = fileOf(one, forms, random)
    const source = await readDocument(new TextEncoder().encode(text), `case.${EXTENSION[one.writer]}`)
    const read = recognise(source).selfEvaluations
    forms.forEach((form, k) => {
      const own = read.find((each) => each.head.projectName?.printed === form.projectName) ?? read[k]
      compareForm(tally, form, own, one.style.isDeviationDropped ? ['deviation'] : [])
    })
    tally.all += Math.max(0, read.length - forms.length) * 20
  }
  return tally
}
