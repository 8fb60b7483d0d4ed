/** A form drawn in the layouts that places really print: labels, order of rows, block column, place of the unit. */
import type { DrawnCell, DrawnTable, FundKey, FundRow, PrintedForm, PrintedIndicator } from '../support/printed-form.ts'
import { FUND_KEYS, FUND_ROW_KEYS } from '../support/printed-form.ts'

export interface Style {
  readonly fundLabels?: Readonly<Partial<Record<FundKey, string>>>
  readonly rowLabels?: Readonly<Partial<Record<FundRow, string>>>
  readonly indicatorLabels?: Readonly<Partial<Record<keyof PrintedIndicator, string>>>
  readonly headLabels?: Readonly<Partial<Record<'projectName' | 'department' | 'implementingUnit', string>>>
  readonly goalLabels?: readonly [string, string]
  /** The column of 项目资金, 年度总体目标, 绩效指标 at the left; `rows`: as section rows of their own. */
  readonly blocks: 'column' | 'none' | 'rows'
  readonly unitAt: 'block' | 'headers' | 'row' | 'title'
  readonly fundOrder?: readonly FundRow[]
  readonly extraSources?: boolean
  readonly isCodeFirst?: boolean
  readonly isLeaderDropped?: boolean
  readonly isDeviationDropped?: boolean
  /** Weight and score stand before the target. */
  readonly isWeightFirst?: boolean
  readonly goals: 'side' | 'stacked'
  readonly columns: number
}

export const OFFICIAL: Style = { blocks: 'column', unitAt: 'block', goals: 'side', columns: 9 }

const FUND_HEADERS: Readonly<Record<FundKey, string>> = {
  initialBudget: '年初预算数',
  fullYearBudget: '全年预算数',
  executed: '全年执行数',
  weight: '分值',
  rate: '执行率',
  score: '得分',
}
const FUND_ROW_LABELS: Readonly<Record<FundRow, string>> = {
  total: '年度资金总额',
  appropriation: '其中：当年财政拨款',
  carryover: '上年结转资金',
  other: '其他资金',
}
const INDICATOR_HEADERS: Readonly<Record<keyof PrintedIndicator, string>> = {
  level1: '一级指标',
  level2: '二级指标',
  level3: '三级指标',
  target: '年度指标值',
  actual: '实际完成值',
  weight: '分值',
  score: '得分',
  deviation: '偏差原因分析及改进措施',
}
const MONEY: readonly FundKey[] = ['initialBudget', 'fullYearBudget', 'executed']

class Sheet {
  readonly cells: DrawnCell[] = []
  row = 0
  readonly columns: number
  constructor(columns: number) {
    this.columns = columns
  }
  put(text: string, column: number, columnSpan = 1, rowSpan = 1): void {
    this.cells.push({ text, row: this.row, column, rowSpan, columnSpan })
  }
  next(): void {
    this.row += 1
  }
  /** A label and its value, several times in a row that they fill. */
  pairs(...items: readonly (readonly [string, string])[]): void {
    const last = this.columns
    const places = items.length === 1 ? [0, 2, last] : [0, 2, 5, 7, last]
    items.forEach(([label, value], i) => {
      this.put(label, places[2 * i]!, places[2 * i + 1]! - places[2 * i]!)
      this.put(value, places[2 * i + 1]!, places[2 * i + 2]! - places[2 * i + 1]!)
    })
    this.next()
  }
}

const drawHead = (sheet: Sheet, form: PrintedForm, style: Style): void => {
  const label = style.headLabels ?? {}
  if (style.unitAt === 'title') {
    sheet.put(`项目支出绩效自评表（${form.year}年度）　　金额单位：${form.funds.unit}`, 0, sheet.columns)
    sheet.next()
  }
  if (style.isCodeFirst)
    sheet.pairs(
      ['项目编码', `11010522T00000${form.indicators.length}`],
      [label.projectName ?? '项目名称', form.projectName],
    )
  else sheet.pairs([label.projectName ?? '项目名称', form.projectName])
  sheet.pairs(
    [label.department ?? '主管部门', form.department],
    [label.implementingUnit ?? '实施单位', form.implementingUnit],
  )
  if (!style.isLeaderDropped) sheet.pairs(['项目负责人', form.leader], ['联系电话', form.phone])
}

const section = (sheet: Sheet, style: Style, text: string, rows: number): void => {
  if (style.blocks === 'column') sheet.put(text, 0, 1, rows)
  else if (style.blocks === 'rows') {
    sheet.put(text, 0, sheet.columns)
    sheet.next()
  }
}

const drawFunds = (sheet: Sheet, form: PrintedForm, style: Style): void => {
  const { unit } = form.funds
  const order = style.fundOrder ?? FUND_ROW_KEYS
  if (style.unitAt === 'row') {
    sheet.put(`单位：${unit}`, 0, sheet.columns)
    sheet.next()
  }
  section(
    sheet,
    style,
    style.unitAt === 'block' ? `项目资金\n（${unit}）` : '项目资金',
    order.length + 1 + (style.extraSources ? 1 : 0),
  )
  const first = style.blocks === 'column' ? 1 : 0
  sheet.put(style.blocks === 'column' || style.unitAt !== 'block' ? '' : `项目资金（${unit}）`, first, 3 - first)
  FUND_KEYS.forEach((key, i) => {
    const label = style.fundLabels?.[key] ?? FUND_HEADERS[key]
    sheet.put(style.unitAt === 'headers' && MONEY.includes(key) ? `${label}（${unit}）` : label, 3 + i)
  })
  sheet.next()
  const line = (label: string, cells: readonly string[]): void => {
    sheet.put(label, first, 3 - first)
    cells.forEach((text, i) => void sheet.put(text, 3 + i))
    sheet.next()
  }
  for (const key of order) {
    line(
      style.rowLabels?.[key] ?? FUND_ROW_LABELS[key],
      FUND_KEYS.map((column) => form.funds[key][column]),
    )
    if (key === 'appropriation' && style.extraSources) line('单位资金', ['0', '0', '0', '—', '', '—'])
  }
}

const drawGoals = (sheet: Sheet, form: PrintedForm, style: Style): void => {
  section(sheet, style, '年度总体目标', 2)
  const first = style.blocks === 'column' ? 1 : 0
  const [expected, actual] = style.goalLabels ?? ['预期目标', '实际完成情况']
  if (style.goals === 'stacked') {
    for (const [label, text] of [
      [expected, form.goalExpected],
      [actual, form.goalActual],
    ] as const) {
      sheet.put(label, first, 3 - first)
      sheet.put(text, 3, sheet.columns - 3)
      sheet.next()
    }
    return
  }
  for (const [left, right] of [
    [expected, actual],
    [form.goalExpected, form.goalActual],
  ] as const) {
    sheet.put(left, first, 5 - first)
    sheet.put(right, 5, sheet.columns - 5)
    sheet.next()
  }
}

const run = (rows: readonly PrintedIndicator[], from: number, keys: readonly (keyof PrintedIndicator)[]): number => {
  let to = from + 1
  while (to < rows.length && keys.every((key) => rows[to]![key] === rows[from]![key])) to += 1
  return to - from
}

const drawIndicators = (sheet: Sheet, form: PrintedForm, style: Style): void => {
  const values: (keyof PrintedIndicator)[] = style.isWeightFirst
    ? ['level3', 'weight', 'target', 'actual', 'score', 'deviation']
    : ['level3', 'target', 'actual', 'weight', 'score', 'deviation']
  const shown = style.isDeviationDropped ? values.slice(0, -1) : values
  const first = style.blocks === 'column' ? 1 : 0
  section(sheet, style, '绩效指标', form.indicators.length + 1)
  ;(['level1', 'level2', ...shown] as const).forEach((key, i) => {
    sheet.put(style.indicatorLabels?.[key] ?? INDICATOR_HEADERS[key], first + i)
  })
  sheet.next()
  form.indicators.forEach((row, i) => {
    const above = form.indicators[i - 1]
    const isNew1 = above?.level1 !== row.level1
    if (isNew1) sheet.put(row.level1, first, 1, run(form.indicators, i, ['level1']))
    if (isNew1 || above?.level2 !== row.level2)
      sheet.put(row.level2, first + 1, 1, run(form.indicators, i, ['level1', 'level2']))
    shown.forEach((key, k) => void sheet.put(row[key], first + 2 + k))
    sheet.next()
  })
  const weight = first + 2 + shown.indexOf('weight')
  const score = first + 2 + shown.indexOf('score')
  sheet.put('总分', 0, weight)
  sheet.put(form.totalWeight, weight)
  for (let column = weight + 1; column < score; column++) sheet.put('', column)
  sheet.put(form.totalScore, score)
  if (!style.isDeviationDropped) sheet.put('', score + 1)
  sheet.next()
}

export const drawStyled = (form: PrintedForm, style: Style): DrawnTable => {
  const sheet = new Sheet(style.columns)
  drawHead(sheet, form, style)
  drawFunds(sheet, form, style)
  drawGoals(sheet, form, style)
  drawIndicators(sheet, form, style)
  return { rows: sheet.row, columns: sheet.columns, cells: sheet.cells }
}
