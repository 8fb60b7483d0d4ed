/** True goal declarations and monitoring forms drawn the ways in which places print them. */
import { drawRows, type RowPart, runLength } from './draw-rows.ts'
import type { TrueGoal, TrueGoalRow, TrueMonitoredRow, TrueMonitoring } from './generate-plans.ts'
import type { DrawnPart } from './write-forms.ts'

const target = ({ sign, value, unit }: TrueGoalRow): string => `${sign}${value}${unit}`

/** Level cells in front of a row: merged over the rows that share them. */
const levels = (
  rows: readonly { readonly level1: string; readonly level2: string }[],
  i: number,
): readonly RowPart[] => {
  const isFirst1 = i === 0 || rows[i - 1]!.level1 !== rows[i]!.level1
  const both = ({ level1, level2 }: { readonly level1: string; readonly level2: string }): string =>
    `${level1}|${level2}`
  const isFirst2 = i === 0 || both(rows[i - 1]!) !== both(rows[i]!)
  return [
    ...(isFirst1 ? [[rows[i]!.level1, 1, runLength(rows, i, ({ level1 }) => level1)] as const] : []),
    ...(isFirst2 ? [[rows[i]!.level2, 1, runLength(rows, i, both)] as const] : []),
  ]
}

const sideBySide = (goal: TrueGoal): readonly (readonly RowPart[])[] => {
  const { multiYear, annual, rows } = goal
  const whole = multiYear!
  return [
    [
      ['项目名称', 2],
      [goal.name, 5],
    ],
    [['主管部门及代码', 2], [goal.department, 2], '实施单位', [goal.unit, 2]],
    [['项目属性', 2], [goal.kind, 2], '项目期', [`${goal.year}年—${goal.until}年`, 2]],
    [[`项目资金\n（${goal.moneyUnit}）`, 2, 3], '中期资金总额：', whole.total, ['年度资金总额：', 2], annual.total],
    ['其中：财政拨款', whole.appropriation, ['其中：财政拨款', 2], annual.appropriation],
    ['其他资金', whole.other, ['其他资金', 2], annual.other],
    [
      ['总体目标', 1, 2],
      [`中期目标（${goal.year}年—${goal.until}年）`, 3],
      ['年度目标', 3],
    ],
    [
      [goal.goals[0]!, 3],
      [goal.goals[1]!, 3],
    ],
    [['绩效指标', 1, rows.length + 1], '一级指标', '二级指标', '三级指标', '指标值', ['分值权重', 2]],
    ...rows.map((row, i): readonly RowPart[] => [...levels(rows, i), row.level3, target(row), [row.weight, 2]]),
  ]
}

const years = (goal: TrueGoal): readonly (readonly RowPart[])[] => {
  const { multiYear, annual, rows, yearly } = goal
  return [
    ['项目名称', [goal.name, 3], '项目代码', goal.code],
    ['主管部门', [goal.department, 3], '项目实施单位', goal.unit],
    ['项目类型', goal.kind, '开始时间', `${goal.year}年`, '结束时间', `${goal.until}年`],
    [[`资金情况（${goal.moneyUnit}）`, 1, 4], '项目总金额', ...yearly.map((_, i) => `${goal.year + i}年`), ''].slice(
      0,
      6,
    ) as RowPart[],
    [multiYear!.total, ...yearly, ''].slice(0, 5),
    ['年度资金总额', '其中：财政拨款', '其他资金', ['', 2]],
    [annual.total, annual.appropriation, annual.other, ['', 2]],
    ['实施期目标', [goal.goals[0]!, 5]],
    ['年度目标', [goal.goals[1]!, 5]],
    ['一级指标', '二级指标', '三级指标', '指标值', '分值', '备注'],
    ...rows.map((row, i): readonly RowPart[] => [...levels(rows, i), row.level3, target(row), row.weight, '']),
    [['合计', 4], goal.totalWeight, ''],
  ]
}

const signs = (goal: TrueGoal): readonly (readonly RowPart[])[] => [
  ['项目编码', [goal.code, 2], '项目名称', [goal.name, 3]],
  ['预算部门', [goal.department, 2], '项目单位', [goal.unit, 3]],
  ['项目类别', [goal.kind, 2], '项目期限', [`${goal.year}年1月至${goal.until}年12月`, 3]],
  [
    [`项目资金（${goal.moneyUnit}）`, 1, 2],
    ['年度资金总额', 3],
    [goal.annual.total, 3],
  ],
  [['其中：财政拨款', 2], goal.annual.appropriation, ['其他资金', 2], goal.annual.other],
  ['年度绩效目标', [goal.goals.at(-1)!, 6]],
  ['一级指标', '二级指标', '三级指标', '绩效指标性质', '绩效指标值', '绩效度量单位', '权重'],
  ...goal.rows.map((row, i): readonly RowPart[] => [
    ...levels(goal.rows, i),
    row.level3,
    row.sign,
    row.value,
    row.unit,
    row.weight,
  ]),
]

const explained = (goal: TrueGoal): readonly (readonly RowPart[])[] => [
  ['项目名称', [goal.name, 2], '项目类别', [goal.kind, 3]],
  ['主管单位', [goal.department, 2], '实施单位', [goal.unit, 3]],
  ['开始时间', [`${goal.year}-01-01`, 2], '结束时间', [`${goal.until}-12-31`, 3]],
  [
    [`申请预算金额（${goal.moneyUnit}）`, 2],
    goal.annual.total,
    '其中：财政拨款',
    goal.annual.appropriation,
    '其他资金',
    goal.annual.other,
  ],
  ['年度绩效目标', [goal.goals.at(-1)!, 6]],
  ['一级指标', '二级指标', '三级指标', '指标值', '权重', '指标说明', '数据来源'],
  ...goal.rows.map((row, i): readonly RowPart[] => [
    ...levels(goal.rows, i),
    row.level3,
    target(row),
    row.weight,
    row.explained,
    row.source,
  ]),
  [['合计', 4], goal.totalWeight, '', ''],
]

const GOALS = {
  'side by side': [7, sideBySide],
  years: [6, years],
  signs: [7, signs],
  explained: [7, explained],
} as const

export const drawGoal = (goal: TrueGoal): DrawnPart => {
  const [columns, rows] = GOALS[goal.layout]
  return { above: ['项目支出绩效目标申报表', `（${goal.year}年度）`], table: drawRows(columns, rows(goal)) }
}

const fundRows = (form: TrueMonitoring, span: readonly number[]): readonly (readonly RowPart[])[] => {
  const header = [
    '',
    '年初预算数',
    `1-${form.months}月执行数`,
    `1-${form.months}月执行率`,
    '全年预计执行数',
    '（预计）执行率',
  ]
  const row = (texts: readonly string[]): readonly RowPart[] => texts.map((text, i) => [text, span[i]!] as const)
  return [[[`项目资金（${form.moneyUnit}）`, 1, 4], ...row(header)], ...form.funds.map(row)]
}

const tick = (index: number, count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => (i === index ? '√' : ''))

const boxes = (form: TrueMonitoring): readonly (readonly RowPart[])[] => [
  ['项目名称', [form.name, 16]],
  ['主管部门及代码', [form.department, 7], '实施单位', [form.unit, 8]],
  ...fundRows(form, [3, 3, 3, 3, 2, 2]),
  ['年度总体目标', [form.goal, 16]],
  [
    ['绩效指标', 1, form.rows.length + 2],
    ...['一级指标', '二级指标', '三级指标', '年度指标值', `1-${form.months}月执行情况`, '全年预计完成情况'].map(
      (text) => [text, 1, 2] as const,
    ),
    ['偏差原因分析', 6],
    ['完成目标可能性', 3],
    ['备注', 1, 2],
  ],
  ['经费保障', '制度保障', '人员保障', '硬件条件保障', '其他', '原因说明', '确定能', '有可能', '完全不可能'],
  ...form.rows.map((row, i): readonly RowPart[] => [
    ...levels(form.rows, i),
    row.level3,
    row.target,
    row.actual,
    row.forecast,
    ...tick(row.cause, 5),
    row.causeText,
    ...tick(row.likelihood, 3),
    row.note,
  ]),
]

const LIKELIHOODS = ['确定能', '有可能', '完全不可能']
const word = ({ likelihood }: TrueMonitoredRow): string => LIKELIHOODS[likelihood] ?? ''

const oneColumn = (form: TrueMonitoring): readonly (readonly RowPart[])[] => [
  ['项目名称', [form.name, 8]],
  ['主管部门', [form.department, 3], '实施单位', [form.unit, 4]],
  ...fundRows(form, [2, 1, 1, 1, 1, 2]),
  ['年度目标', [form.goal, 8]],
  [
    '一级指标',
    '二级指标',
    '三级指标',
    '年度指标值',
    `1-${form.months}月完成情况`,
    '全年预计完成情况',
    '偏差原因分析',
    '完成目标可能性',
    '备注',
  ],
  ...form.rows.map((row, i): readonly RowPart[] => [
    ...levels(form.rows, i),
    row.level3,
    row.target,
    row.actual,
    row.forecast,
    row.causeText,
    word(row),
    row.note,
  ]),
]

export const drawMonitoring = (form: TrueMonitoring): DrawnPart => ({
  above: ['项目支出绩效运行监控表', `（${form.year}年度）`],
  table: form.layout === 'boxes' ? drawRows(17, boxes(form)) : drawRows(9, oneColumn(form)),
})
