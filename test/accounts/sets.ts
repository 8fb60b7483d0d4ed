/** The sets of tables that places publish, printed from one ledger. */
import {
  classRows,
  codeTable,
  type ExpectedTable,
  economicTable,
  fundClosing,
  itemIncome,
  one,
  type PrintedTable,
  printer,
  type Span,
  type Style,
  sidedTable,
  tree,
} from './booklet.ts'
import { type Ledger, sumOf } from './ledger.ts'

const CODE_HEAD: Span = ['项目', 2, 1]
const CODE_LABELS: readonly Span[] = [one('功能分类科目编码'), one('科目名称')]

/** 项目 over code and name; the amounts reach down beside them. */
const flatHead = (labels: readonly string[]): readonly (readonly Span[])[] => [
  [CODE_HEAD, ...labels.map((label): Span => [label, 1, 2])],
  CODE_LABELS,
]

const spent = ({ basic, project }: { basic: number; project: number }): number => basic + project

export const incomeTable = (ledger: Ledger, style: Style, n: number): PrintedTable => {
  const rows = tree(ledger.general, (item) => [
    itemIncome(item) + item.business + item.other,
    itemIncome(item),
    0,
    item.business,
    0,
    0,
    item.other,
  ])
  const labels = [
    '本年收入合计',
    '财政拨款收入',
    '上级补助收入',
    '事业收入',
    '经营收入',
    '附属单位上缴收入',
    '其他收入',
  ]
  return codeTable(
    { ledger, style },
    [style.code(n), '收入决算表', 'income'],
    flatHead(labels),
    rows,
    ['注：本表反映取得的各项收入情况。'],
    9,
  )
}

export const spendingTable = (ledger: Ledger, style: Style, n: number): PrintedTable => {
  const rows = tree(ledger.general, (item) => [spent(item), item.basic, item.project, 0, 0, 0])
  const labels = ['本年支出合计', '基本支出', '项目支出', '上缴上级支出', '经营支出', '对附属单位补助支出']
  return codeTable({ ledger, style }, [style.code(n), '支出决算表', 'expenditure'], flatHead(labels), rows, [], 8)
}

export const generalTable = (ledger: Ledger, style: Style, n: number): PrintedTable => {
  const rows = tree(ledger.general, (item) => [spent(item), item.basic, item.project])
  const head: readonly (readonly Span[])[] = [
    [CODE_HEAD, ['本年支出', 3, 1]],
    [...CODE_LABELS, one('小计'), one('基本支出'), one('项目支出')],
  ]
  return codeTable(
    { ledger, style },
    [style.code(n), '一般公共预算财政拨款支出决算表', 'general-budget-expenditure'],
    head,
    rows,
    [],
    5,
  )
}

export const fundTable = (ledger: Ledger, style: Style, n: number): PrintedTable => {
  const rows = tree(ledger.fund, (item) => [
    item.opening,
    item.income,
    spent(item),
    item.basic,
    item.project,
    fundClosing(item),
  ])
  const head: readonly (readonly Span[])[] = [
    [CODE_HEAD, ['年初结转和结余', 1, 2], ['本年收入', 1, 2], ['本年支出', 3, 1], ['年末结转和结余', 1, 2]],
    [...CODE_LABELS, one('小计'), one('基本支出'), one('项目支出')],
  ]
  const note =
    rows.length > 0 ? [] : [`说明：本单位${ledger.year}年度没有政府性基金预算财政拨款收入支出，故本表为空表。`]
  return codeTable(
    { ledger, style },
    [style.code(n), '政府性基金预算财政拨款收入支出决算表', 'government-fund'],
    head,
    rows,
    note,
    8,
  )
}

export const capitalTable = (ledger: Ledger, style: Style, n: number): PrintedTable => {
  const head: readonly (readonly Span[])[] = [
    [CODE_HEAD, ['本年支出', 3, 1]],
    [...CODE_LABELS, one('合计'), one('基本支出'), one('项目支出')],
  ]
  const note = [`注：我单位${ledger.year}年度无国有资本经营预算财政拨款支出，本表无数据。`]
  return codeTable(
    { ledger, style },
    [style.code(n), '国有资本经营预算财政拨款支出决算表', 'state-capital'],
    head,
    [],
    note,
    5,
  )
}

const classAmounts = (ledger: Ledger): ReadonlyMap<string, number> => {
  const rows = [...tree(ledger.general, (item) => [spent(item)]), ...tree(ledger.fund, (item) => [spent(item)])]
  const sums = new Map<string, number>()
  for (const { code, values } of rows) if (code.length === 3) sums.set(code, (sums.get(code) ?? 0) + values[0]!)
  return sums
}

export const totalTable = (ledger: Ledger, style: Style, n: number): PrintedTable => {
  const classes = classAmounts(ledger)
  const fundIncome = sumOf(ledger.fund.map(({ income }) => income))
  const general = sumOf(ledger.general.map(itemIncome))
  const business = sumOf(ledger.general.map((item) => item.business))
  const other = sumOf(ledger.general.map((item) => item.other))
  const income = general + fundIncome + business + other
  const spending = sumOf([...classes.values()])
  const total = income + ledger.opening + ledger.surplus
  const labels = [
    '一、一般公共预算财政拨款收入',
    '二、政府性基金预算财政拨款收入',
    '三、国有资本经营预算财政拨款收入',
    '四、上级补助收入',
    '五、事业收入',
    '六、经营收入',
    '七、附属单位上缴收入',
    '八、其他收入',
  ]
  const values = [general, fundIncome, 0, 0, business, 0, 0, other]
  return sidedTable(
    { ledger, style },
    [style.code(n), '收入支出决算总表', 'income-expenditure-total'],
    {
      labels: ['决算数'],
      rows: labels.map((label, i) => ({ label, values: [values[i]!] })),
      foot: [
        { label: '本年收入合计', values: [income] },
        { label: '使用非财政拨款结余', values: [ledger.surplus] },
        { label: '年初结转和结余', values: [ledger.opening] },
        { label: '总计', values: [total] },
      ],
    },
    {
      labels: ['决算数'],
      rows: classRows(new Map([...classes].map(([code, value]) => [code, [value]])), 1),
      foot: [
        { label: '本年支出合计', values: [spending] },
        { label: '结余分配', values: [0] },
        { label: '年末结转和结余', values: [total - spending] },
        { label: '总计', values: [total] },
      ],
    },
  )
}

export const fiscalTable = (ledger: Ledger, style: Style, n: number): PrintedTable => {
  const general = new Map(tree(ledger.general, (item) => [spent(item)]).map(({ code, values }) => [code, values[0]!]))
  const fund = new Map(tree(ledger.fund, (item) => [spent(item)]).map(({ code, values }) => [code, values[0]!]))
  const classes = new Map(
    [...classAmounts(ledger)].map(([code, value]) => [
      code,
      [value, general.get(code) ?? 0, fund.get(code) ?? 0, 0] as const,
    ]),
  )
  const [g, f] = [general.get('') ?? 0, fund.get('') ?? 0]
  const fundIncome = sumOf(ledger.fund.map(({ income }) => income))
  const fundOpening = sumOf(ledger.fund.map(({ opening }) => opening))
  const closing = fundIncome + fundOpening - f
  const total = g + fundIncome + fundOpening
  const labels = ['一、一般公共预算财政拨款', '二、政府性基金预算财政拨款', '三、国有资本经营预算财政拨款']
  return sidedTable(
    { ledger, style },
    [style.code(n), '财政拨款收入支出决算总表', 'fiscal-total'],
    {
      labels: ['金额'],
      rows: labels.map((label, i) => ({ label, values: [[g, fundIncome, 0][i]!] })),
      foot: [
        { label: '本年收入合计', values: [g + fundIncome] },
        { label: '年初财政拨款结转和结余', values: [fundOpening] },
        { label: '一般公共预算财政拨款', values: [0] },
        { label: '政府性基金预算财政拨款', values: [fundOpening] },
        { label: '国有资本经营预算财政拨款', values: [0] },
        { label: '总计', values: [total] },
      ],
    },
    {
      labels: ['合计', '一般公共预算财政拨款', '政府性基金预算财政拨款', '国有资本经营预算财政拨款'],
      rows: classRows(classes, 4),
      foot: [
        { label: '本年支出合计', values: [g + f, g, f, 0] },
        { label: '年末财政拨款结转和结余', values: [closing, 0, closing, 0] },
        { label: '总计', values: [total, g, f + closing, 0] },
      ],
    },
  )
}

const withTotals = ([abroad, purchase, running, reception]: Ledger['publicBudget']): readonly number[] => [
  abroad + purchase + running + reception,
  abroad,
  purchase + running,
  purchase,
  running,
  reception,
]

export const publicTable = (ledger: Ledger, style: Style, n: number): PrintedTable => {
  const code = style.code(n)
  const print = printer({ ...style, zero: style.zero === '' ? '0' : style.zero })
  const cells = [...withTotals(ledger.publicBudget), ...withTotals(ledger.publicFinal)].map(print)
  const half: readonly Span[] = [
    ['合计', 1, 2],
    ['因公出国（境）费', 1, 2],
    ['公务用车购置及运行费', 3, 1],
    ['公务接待费', 1, 2],
  ]
  const cars = ['小计', '公务用车购置费', '公务用车运行费'].map(one)
  return {
    code,
    title: '一般公共预算财政拨款“三公”经费支出决算表',
    department: ledger.department,
    unit: ledger.unit,
    width: 12,
    header: [
      [
        ['预算数', 6, 1],
        ['决算数', 6, 1],
      ],
      [...half, ...half],
      [...cars, ...cars],
    ],
    numbers: style.hasNumbers ? Array.from({ length: 12 }, (_, i) => one(String(i + 1))) : [],
    body: [cells.map(one)],
    notes: ['注：预算数为全年预算数，反映按规定程序调整后的预算数。'],
    expected: [{ code, side: '', profile: 'three-public', unit: ledger.unit, isBlank: false, rows: [cells] }],
  }
}

const listTable = (
  ledger: Ledger,
  style: Style,
  n: number,
  [title, profile]: readonly [string, string],
  labels: readonly string[],
  values: readonly number[],
): PrintedTable => {
  const print = printer({ ...style, zero: '0.00' })
  const rows = labels.map((label, i) => [label, print(values[i]!)])
  const code = style.code(n)
  return {
    code,
    title,
    department: ledger.department,
    unit: ledger.unit,
    width: 2,
    header: [[one('项目'), one('金额')]],
    numbers: [],
    body: rows.map((row) => row.map(one)),
    notes: [],
    expected: [{ code, side: '', profile, unit: ledger.unit, isBlank: false, rows }],
  }
}

export const nationalSet = (ledger: Ledger, style: Style): readonly PrintedTable[] => [
  totalTable(ledger, style, 1),
  incomeTable(ledger, style, 2),
  spendingTable(ledger, style, 3),
  fiscalTable(ledger, style, 4),
  generalTable(ledger, style, 5),
  economicTable({ ledger, style }, [style.code(6), '一般公共预算财政拨款基本支出决算表', 'basic-expenditure'], 3),
  publicTable(ledger, style, 7),
  fundTable(ledger, style, 8),
  capitalTable(ledger, style, 9),
]

export const beijingSet = (ledger: Ledger, style: Style): readonly PrintedTable[] => [
  totalTable(ledger, style, 1),
  incomeTable(ledger, style, 2),
  spendingTable(ledger, style, 3),
  fiscalTable(ledger, style, 4),
  generalTable(ledger, style, 5),
  economicTable({ ledger, style }, [style.code(6), '一般公共预算财政拨款基本支出决算表', 'basic-expenditure'], 2),
  fundTable(ledger, style, 7),
  economicTable(
    { ledger, style },
    [style.code(8), '政府性基金预算财政拨款基本支出决算表', 'fund-basic-expenditure'],
    2,
  ),
  capitalTable(ledger, style, 9),
  publicTable(ledger, style, 10),
  listTable(
    ledger,
    style,
    11,
    ['政府采购情况表', 'procurement'],
    ['政府采购支出合计', '货物', '工程', '服务'],
    [ledger.surplus + 5_000, 5_000, 0, ledger.surplus],
  ),
  listTable(
    ledger,
    style,
    12,
    ['政府购买服务支出情况表', 'purchased-services'],
    ['合计', '公共服务', '政府履职辅助服务'],
    [9_100, 3_100, 6_000],
  ),
]

/** The budget side: T1 to T8 in 元, T9 in 万元. */
export const budgetSet = (ledger: Ledger, own: Style): readonly PrintedTable[] => {
  const style = { ...own, hasLines: false, hasNumbers: false }
  const common = { ledger, style, unit: '元' }
  const code = (n: number): string => `预算公开${String(n).padStart(2, '0')}表`
  const head = (labels: readonly string[]): readonly (readonly Span[])[] => [
    [['功能分类科目编码', 1, 1], ['科目名称', 1, 1], ...labels.map(one)],
  ]
  const spending = ['合计', '基本支出', '项目支出']
  const rows = tree(ledger.general, (item) => [spent(item), item.basic, item.project])
  const fund = tree(ledger.fund, (item) => [spent(item), item.basic, item.project])
  const income = tree(ledger.general, (item) => [spent(item), spent(item), 0, 0, 0])
  const classes = classRows(
    new Map(rows.filter((row) => row.code.length === 3).map((row) => [row.code, [row.values[0]!]])),
    1,
  )
  const total = sumOf(ledger.general.map(spent))
  const fiscalClasses = classRows(
    new Map(
      rows.filter((row) => row.code.length === 3).map((row) => [row.code, [row.values[0]!, row.values[0]!, 0, 0]]),
    ),
    4,
  )
  const budgetIncome = ['一、财政拨款收入', '二、事业收入', '三、事业单位经营收入', '四、其他收入'].map((label, i) => ({
    label,
    values: [i === 0 ? total : 0],
  }))
  const fiscalIncome = ['一、一般公共预算资金', '二、政府性基金', '三、国有资本经营预算'].map((label, i) => ({
    label,
    values: [i === 0 ? total : 0],
  }))
  const [abroad, purchase, running, reception] = ledger.publicBudget
  const print = printer({ ...style, zero: '0.00' })
  const figures = [
    abroad + purchase + running + reception,
    abroad,
    reception,
    purchase + running,
    purchase,
    running,
  ].map(print)
  const expected: ExpectedTable = {
    code: code(9),
    side: '',
    profile: 'budget-three-public',
    unit: '万元',
    isBlank: false,
    rows: [figures],
  }
  return [
    sidedTable(
      common,
      [code(1), '部门收支预算总表', 'budget-total'],
      { labels: ['预算数'], rows: budgetIncome, foot: [{ label: '收入总计', values: [total] }] },
      { labels: ['预算数'], rows: classes, foot: [{ label: '支出总计', values: [total] }] },
    ),
    codeTable(
      common,
      [code(2), '部门收入预算总表', 'budget-income'],
      head(['合计', '财政拨款收入', '事业收入', '事业单位经营收入', '其他收入']),
      income,
      [],
      7,
    ),
    codeTable(common, [code(3), '部门支出预算总表', 'budget-expenditure'], head(spending), rows, [], 5),
    sidedTable(
      common,
      [code(4), '财政拨款收支预算总表', 'budget-fiscal-total'],
      { labels: ['预算数'], rows: fiscalIncome, foot: [{ label: '收入总计', values: [total] }] },
      {
        labels: ['合计', '一般公共预算', '政府性基金预算', '国有资本经营预算'],
        rows: fiscalClasses,
        foot: [{ label: '支出总计', values: [total, total, 0, 0] }],
      },
    ),
    codeTable(
      common,
      [code(5), '一般公共预算支出功能分类预算表', 'budget-general-expenditure'],
      head(spending),
      rows,
      [],
      5,
    ),
    codeTable(
      common,
      [code(6), '政府性基金预算支出功能分类预算表', 'budget-fund'],
      head(spending),
      fund,
      fund.length > 0 ? [] : ['注：本单位本年度无政府性基金预算支出，故本表无数据。'],
      5,
    ),
    codeTable(
      common,
      [code(7), '国有资本经营预算支出功能分类预算表', 'budget-state-capital'],
      head(spending),
      [],
      ['注：本单位本年度无国有资本经营预算支出，故本表无数据。'],
      5,
    ),
    budgetBasic(ledger, style, code(8)),
    {
      code: code(9),
      title: '部门“三公”经费和机关运行经费预算表',
      department: ledger.department,
      unit: '万元',
      width: 6,
      header: [
        [
          ['合计', 1, 2],
          ['因公出国（境）费', 1, 2],
          ['公务接待费', 1, 2],
          ['公务用车购置及运行费', 3, 1],
        ],
        [one('小计'), one('购置费'), one('运行费')],
      ],
      numbers: [],
      body: [figures.map(one)],
      notes: [],
      expected: [expected],
    },
  ]
}

const budgetBasic = (ledger: Ledger, style: Style, code: string): PrintedTable => {
  const items = [...ledger.economic].map(([at, value]) => ({
    code: at,
    value,
    isStaff: at.startsWith('301') || at.startsWith('303'),
  }))
  const rows = tree(items, ({ value, isStaff }) => [value, isStaff ? value : 0, isStaff ? 0 : value])
  const head: readonly (readonly Span[])[] = [
    [one('经济分类科目编码'), one('科目名称'), one('合计'), one('人员经费'), one('公用经费')],
  ]
  return codeTable(
    { ledger, style, unit: '元' },
    [code, '一般公共预算基本支出部门预算经济分类预算表', 'budget-basic-expenditure'],
    head,
    rows,
    [],
    5,
  )
}
