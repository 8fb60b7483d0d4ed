/**
 * A form in the SCHEMA shape (plain strings) drawn as the official table: rows of cells with spans. Fixtures, generated
 * documents and round-trip tests are made from it, in any format.
 */
export const FUND_KEYS = ['initialBudget', 'fullYearBudget', 'executed', 'weight', 'rate', 'score'] as const
export type FundKey = (typeof FUND_KEYS)[number]
export const FUND_ROW_KEYS = ['total', 'appropriation', 'carryover', 'other'] as const
export type FundRow = (typeof FUND_ROW_KEYS)[number]

export interface PrintedIndicator {
  readonly level1: string
  readonly level2: string
  readonly level3: string
  readonly target: string
  readonly actual: string
  readonly weight: string
  readonly score: string
  readonly deviation: string
}

export interface PrintedForm {
  readonly year: number
  readonly projectName: string
  readonly department: string
  readonly implementingUnit: string
  readonly leader: string
  readonly phone: string
  readonly projectAmount: string
  readonly funds: { readonly unit: string } & Readonly<Record<FundRow, Readonly<Record<FundKey, string>>>>
  readonly goalExpected: string
  readonly goalActual: string
  readonly indicators: readonly PrintedIndicator[]
  readonly totalWeight: string
  readonly totalScore: string
}

export interface DrawnCell {
  readonly text: string
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
}

export interface DrawnTable {
  readonly rows: number
  readonly columns: number
  readonly cells: readonly DrawnCell[]
}

const COLUMNS = 9
const FUND_LABELS: Readonly<Record<FundRow, string>> = {
  total: '年度资金总额',
  appropriation: '其中：当年财政拨款',
  carryover: '上年结转资金',
  other: '其他资金',
}

/** Length of the run of equal level names that starts at `from`. */
const runLength = (
  indicators: readonly PrintedIndicator[],
  from: number,
  same: (a: PrintedIndicator, b: PrintedIndicator) => boolean,
): number => {
  let to = from + 1
  while (to < indicators.length && same(indicators[from]!, indicators[to]!)) to += 1
  return to - from
}

/** The nine-column official layout. Levels are merged over their rows; labels and texts span as in print. */
export const drawForm = (form: PrintedForm): DrawnTable => {
  const cells: DrawnCell[] = []
  let row = 0
  const put = (text: string, column: number, columnSpan = 1, rowSpan = 1): void =>
    void cells.push({ text, row, column, rowSpan, columnSpan })
  put('项目名称', 0, 2)
  if (form.projectAmount === '') put(form.projectName, 2, 7)
  else {
    put(form.projectName, 2, 3)
    put('项目金额', 5, 2)
    put(form.projectAmount, 7, 2)
  }
  row += 1
  for (const [a, x, b, y] of [
    ['主管部门', form.department, '实施单位', form.implementingUnit],
    ['项目负责人', form.leader, '联系电话', form.phone],
  ] as const) {
    put(a, 0, 2)
    put(x, 2, 3)
    put(b, 5, 2)
    put(y, 7, 2)
    row += 1
  }
  put(`项目资金\n（${form.funds.unit}）`, 0, 1, 5)
  put('', 1, 2)
  for (const [i, label] of ['年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'].entries())
    put(label, 3 + i)
  row += 1
  for (const key of FUND_ROW_KEYS) {
    put(FUND_LABELS[key], 1, 2)
    FUND_KEYS.forEach((column, i) => void put(form.funds[key][column], 3 + i))
    row += 1
  }
  put('年度总体目标', 0, 1, 2)
  put('预期目标', 1, 4)
  put('实际完成情况', 5, 4)
  row += 1
  put(form.goalExpected, 1, 4)
  put(form.goalActual, 5, 4)
  row += 1
  const n = form.indicators.length
  put('绩效指标', 0, 1, n + 1)
  for (const [i, label] of [
    '一级指标',
    '二级指标',
    '三级指标',
    '年度指标值',
    '实际完成值',
    '分值',
    '得分',
    '偏差原因分析及改进措施',
  ].entries())
    put(label, 1 + i)
  row += 1
  let level1Left = 0
  let level2Left = 0
  form.indicators.forEach((x, i) => {
    if (level1Left === 0) {
      level1Left = runLength(form.indicators, i, (a, b) => a.level1 === b.level1)
      put(x.level1, 1, 1, level1Left)
      level2Left = 0
    }
    if (level2Left === 0) {
      level2Left = Math.min(
        level1Left,
        runLength(form.indicators, i, (a, b) => a.level1 === b.level1 && a.level2 === b.level2),
      )
      put(x.level2, 2, 1, level2Left)
    }
    level1Left -= 1
    level2Left -= 1
    ;[x.level3, x.target, x.actual, x.weight, x.score, x.deviation].forEach((text, k) => void put(text, 3 + k))
    row += 1
  })
  put('总分', 0, 6)
  put(form.totalWeight, 6)
  put(form.totalScore, 7)
  put('', 8)
  return { rows: row + 1, columns: COLUMNS, cells }
}
