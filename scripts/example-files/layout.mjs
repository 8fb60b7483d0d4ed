// The official layout of a self-evaluation form as rows of cells with spans; the writers below print it in each format.

const cell = (text, columnSpan = 1, rowSpan = 1, isLabel = false) => ({ text, columnSpan, rowSpan, isLabel })
const label = (text, columnSpan = 1, rowSpan = 1) => cell(text, columnSpan, rowSpan, true)

export const COLUMNS = 9

const headRows = (form, department) => [
  [label('项目名称'), cell(form.projectName, 8)],
  [label('主管部门'), cell(department, 4), label('实施单位'), cell(form.implementingUnit, 3)],
  [label('项目负责人'), cell(form.leader, 4), label('联系电话'), cell(form.phone, 3)],
]

const FUND_NAMES = {
  total: '年度资金总额',
  appropriation: '其中：当年财政拨款',
  carryover: '上年结转资金',
  other: '其他资金',
}

const fundRows = ({ funds }) => [
  [
    label('项目资金（万元）', 1, 5),
    label('', 2),
    ...['年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'].map((name) => label(name)),
  ],
  ...Object.entries(FUND_NAMES).map(([key, name]) => [label(name, 2), ...funds[key].map((value) => cell(value))]),
]

const goalRows = (form) => [
  [label('年度总体目标', 1, 2), label('预期目标', 4), label('实际完成情况', 4)],
  [cell(form.goalExpected, 4), cell(form.goalActual, 4)],
]

const sameRun = (a, b, level) => a.slice(0, level + 1).join('/') === b.slice(0, level + 1).join('/')

/** Cell of a level at the first row of its run, nothing at the others. */
const levelCell = (rows, i, level) => {
  if (i > 0 && sameRun(rows[i - 1], rows[i], level)) return []
  let n = 1
  while (i + n < rows.length && sameRun(rows[i], rows[i + n], level)) n++
  return [label(rows[i][level], 1, n)]
}

const indicatorRows = ({ indicators }) => {
  const names = [
    '一级指标',
    '二级指标',
    '三级指标',
    '年度指标值',
    '实际完成值',
    '分值',
    '得分',
    '偏差原因分析及改进措施',
  ]
  return [
    [label('绩效指标', 1, indicators.length + 1), ...names.map((name) => label(name))],
    ...indicators.map((row, i) => [
      ...[0, 1].flatMap((level) => levelCell(indicators, i, level)),
      ...row.slice(2).map((value) => cell(value)),
    ]),
  ]
}

export const titleOf = (year) => `项目支出绩效自评表（${year}年度）`

export const layout = (form, department) => [
  ...headRows(form, department),
  ...fundRows(form),
  ...goalRows(form),
  ...indicatorRows(form),
  [label('总分', 6), cell(form.totalWeight), cell(form.totalScore), cell('')],
]
