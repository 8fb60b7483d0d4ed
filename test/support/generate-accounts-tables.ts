/** The tables of a booklet out of the books of a year. */
import type { Span } from '../accounts/booklet.ts'
import {
  classRows,
  codeTable,
  type Frame,
  flatHead,
  type GeneratedCell,
  type GeneratedTable,
  groupedHead,
  money,
  nameOf,
  one,
  plainTable,
  type SideRow,
  sidedTable,
  treeOf,
  word,
} from './generate-accounts-build.ts'
import {
  type AccountsLedger,
  closingBasic,
  closingProject,
  type FiscalItem,
  FUNDS,
  type Fund,
  ownClosing,
  ownIncome,
  ownSpending,
  type PublicExpenses,
  sum,
} from './generate-accounts-ledger.ts'

export interface Book extends Frame {
  readonly ledger: AccountsLedger
}

const income = (item: FiscalItem): bigint => item.incomeBasic + item.incomeProject
const spending = (item: FiscalItem): bigint => item.basic + item.project
const opening = (item: FiscalItem): bigint => item.openingBasic + item.openingProject
const closing = (item: FiscalItem): bigint => closingBasic(item) + closingProject(item)

export const ofFund = ({ fiscal }: AccountsLedger, fund: Fund): readonly FiscalItem[] =>
  fiscal.filter((item) => item.fund === fund)

const byFund = (ledger: AccountsLedger, figure: (item: FiscalItem) => bigint): readonly bigint[] =>
  FUNDS.map((fund) => sum(ofFund(ledger, fund).map(figure)))

interface Both {
  readonly code: string
  readonly values: readonly bigint[]
}

const ZEROS = (count: number): readonly bigint[] => Array.from({ length: count }, () => 0n)

const classAmounts = (rows: readonly Both[]): ReadonlyMap<string, readonly bigint[]> =>
  new Map(treeOf(rows, [3], ({ values }) => values).map(({ code, values }) => [code, values]))

export const totalTable = ({ ledger, ...frame }: Book, n: number): GeneratedTable => {
  const [general, fund, capital] = byFund(ledger, income)
  const own = (key: 'superior' | 'business' | 'operating' | 'subordinate' | 'other'): bigint =>
    sum(ledger.own.map((item) => item[key]))
  const items: readonly (readonly [label: string, key: string, value: bigint])[] = [
    ['一、一般公共预算财政拨款收入', 'general', general!],
    ['二、政府性基金预算财政拨款收入', 'fund', fund!],
    ['三、国有资本经营预算财政拨款收入', 'capital', capital!],
    ['四、上级补助收入', 'superior', own('superior')],
    ['五、事业收入', 'business', own('business')],
    ['六、经营收入', 'operating', own('operating')],
    ['七、附属单位上缴收入', 'subordinate', own('subordinate')],
    ['八、其他收入', 'other', own('other')],
  ]
  const earned = sum(items.map(([, , value]) => value))
  const opened = sum(ledger.fiscal.map(opening)) + ledger.ownOpening
  const spent = sum(ledger.fiscal.map(spending)) + sum(ledger.own.map(ownSpending))
  const closed = sum(ledger.fiscal.map(closing)) + ownClosing(ledger)
  const all = earned + opened + ledger.usedBalance
  const row = (label: string, key: string, value: bigint): SideRow => ({ label, key, values: [value] })
  const classes = classAmounts([
    ...ledger.fiscal.map((item) => ({ code: item.code, values: [spending(item)] })),
    ...ledger.own.map((item) => ({ code: item.code, values: [ownSpending(item)] })),
  ])
  return sidedTable(
    frame,
    [frame.style.code(n), '收入支出决算总表', 'income-expenditure-total'],
    {
      name: '收入',
      columns: ['amount'],
      labels: ['决算数'],
      rows: items.map(([label, key, value]) => row(label, key, value)),
      foot: [
        row('本年收入合计', 'incomeTotal', earned),
        row('使用非财政拨款结余', 'usedBalance', ledger.usedBalance),
        row('年初结转和结余', 'opening', opened),
        row('总计', 'total', all),
      ],
    },
    {
      name: '支出',
      columns: ['amount'],
      labels: ['决算数'],
      rows: classRows(classes, 1, ledger.year),
      foot: [
        row('本年支出合计', 'spendingTotal', spent),
        row('结余分配', 'distribution', ledger.distribution),
        row('年末结转和结余', 'closing', closed),
        row('总计', 'total', all),
      ],
    },
  )
}

export const incomeTable = ({ ledger, ...frame }: Book, n: number): GeneratedTable => {
  const labels = [
    '本年收入合计',
    '财政拨款收入',
    '上级补助收入',
    '事业收入',
    '经营收入',
    '附属单位上缴收入',
    '其他收入',
  ]
  const columns = ['total', 'fiscal', 'superior', 'business', 'operating', 'subordinate', 'other']
  const items: readonly Both[] = [
    ...ledger.fiscal.map((item) => ({ code: item.code, values: [income(item), income(item), ...ZEROS(5)] })),
    ...ledger.own.map((item) => ({
      code: item.code,
      values: [ownIncome(item), 0n, item.superior, item.business, item.operating, item.subordinate, item.other],
    })),
  ]
  const rows = treeOf(items, frame.style.depth, ({ values }) => values)
  return codeTable(frame, [frame.style.code(n), '收入决算表', 'income'], flatHead(labels), columns, rows)
}

export const spendingTable = ({ ledger, ...frame }: Book, n: number): GeneratedTable => {
  const labels = ['本年支出合计', '基本支出', '项目支出', '上缴上级支出', '经营支出', '对附属单位补助支出']
  const columns = ['total', 'basic', 'project', 'toSuperior', 'operating', 'toSubordinate']
  const items: readonly Both[] = [
    ...ledger.fiscal.map((item) => ({
      code: item.code,
      values: [spending(item), item.basic, item.project, 0n, 0n, 0n],
    })),
    ...ledger.own.map((item) => ({
      code: item.code,
      values: [
        ownSpending(item),
        item.basic,
        item.project,
        item.toSuperior,
        item.operatingSpending,
        item.toSubordinate,
      ],
    })),
  ]
  const rows = treeOf(items, frame.style.depth, ({ values }) => values)
  return codeTable(frame, [frame.style.code(n), '支出决算表', 'expenditure'], flatHead(labels), columns, rows)
}

const FUND_LABELS = ['一般公共预算财政拨款', '政府性基金预算财政拨款', '国有资本经营预算财政拨款']
const OPENINGS = ['openingGeneral', 'openingFund', 'openingCapital']

/** Σ, general, fund, capital. */
const withSum = (values: readonly bigint[]): readonly bigint[] => [sum(values), ...values]

export const fiscalTable = ({ ledger, ...frame }: Book, n: number): GeneratedTable => {
  const [earned, opened, spent, closed] = [income, opening, spending, closing].map((figure) => byFund(ledger, figure))
  const total = earned!.map((value, i) => value + opened![i]!)
  const row = (label: string, key: string, ...values: readonly bigint[]): SideRow => ({ label, key, values })
  const classes = classAmounts(
    ledger.fiscal.map((item) => ({
      code: item.code,
      values: withSum(FUNDS.map((fund) => (item.fund === fund ? spending(item) : 0n))),
    })),
  )
  return sidedTable(
    frame,
    [frame.style.code(n), '财政拨款收入支出决算总表', 'fiscal-total'],
    {
      name: '收入',
      columns: ['amount'],
      labels: ['金额'],
      rows: FUNDS.map((fund, i) => row(`${'一二三'[i]}、${FUND_LABELS[i]}`, fund, earned![i]!)),
      foot: [
        row('本年收入合计', 'incomeTotal', sum(earned!)),
        row('年初财政拨款结转和结余', 'opening', sum(opened!)),
        ...FUND_LABELS.map((label, i) => row(label, OPENINGS[i]!, opened![i]!)),
        row('总计', 'total', sum(total)),
      ],
    },
    {
      name: '支出',
      columns: ['total', ...FUNDS],
      labels: ['合计', ...FUND_LABELS],
      rows: classRows(classes, 4, ledger.year),
      foot: [
        row('本年支出合计', 'spendingTotal', ...withSum(spent!)),
        row('年末财政拨款结转和结余', 'closing', ...withSum(closed!)),
        row('总计', 'total', ...withSum(total)),
      ],
    },
  )
}

const SPENT = ['小计', '基本支出', '项目支出']

export const generalTable = ({ ledger, ...frame }: Book, n: number): GeneratedTable => {
  const rows = treeOf(ofFund(ledger, 'general'), frame.style.depth, (item) => [
    spending(item),
    item.basic,
    item.project,
  ])
  const naming = [frame.style.code(n), '一般公共预算财政拨款支出决算表', 'general-budget-expenditure'] as const
  return codeTable(frame, naming, groupedHead([['本年支出', SPENT]]), ['total', 'basic', 'project'], rows)
}

const STAFF = /^30[13]/

/** Yunnan prints income and balances with the general budget. */
export const generalWithIncome = ({ ledger, ...frame }: Book, n: number): GeneratedTable => {
  const columns = [
    ...['opening', 'openingBasic', 'openingProject', 'income', 'incomeBasic', 'incomeProject'],
    ...['total', 'basic', 'project', 'closing', 'closingBasic', 'closingProject'],
  ]
  const head = groupedHead([
    ['年初结转和结余', ['合计', '基本支出结转', '项目支出结转和结余']],
    ['本年收入', ['合计', '基本支出', '项目支出']],
    ['本年支出', ['合计', '基本支出', '项目支出']],
    ['年末结转和结余', ['合计', '基本支出结转', '项目支出结转和结余']],
  ])
  const rows = treeOf(ofFund(ledger, 'general'), frame.style.depth, (item) => [
    ...[opening(item), item.openingBasic, item.openingProject, income(item), item.incomeBasic, item.incomeProject],
    ...[spending(item), item.basic, item.project, closing(item), closingBasic(item), closingProject(item)],
  ])
  const naming = [
    frame.style.code(n),
    '一般公共预算财政拨款收入支出决算表',
    'general-budget-income-expenditure',
  ] as const
  return codeTable(frame, naming, head, columns, rows)
}

/** Basic spending of one budget by economic code, in groups of columns side by side. */
export const economicTable = (
  { ledger, ...frame }: Book,
  n: number,
  [title, profile, fund]: readonly [string, string, Fund],
): GeneratedTable => {
  const { style } = frame
  const lines = ledger.economic.filter((line) => line.fund === fund && line.basic > 0n)
  const listed = (codes: RegExp): readonly (readonly GeneratedCell[])[] =>
    treeOf(
      lines.filter(({ code }) => codes.test(code)),
      [3, 5],
      ({ basic }) => [basic],
    )
      .filter(({ code }) => code !== '')
      .map(({ code, values }) => [
        word(code),
        word(nameOf(code, ledger.year)),
        money(`${profile}|${code}|amount`, values[0], style),
      ])
  const lists =
    style.groups === 3
      ? [listed(STAFF), listed(/^302/), listed(/^3(?:0[4-9]|[19])/)]
      : [listed(STAFF), listed(/^3(?!0[13])/)]
  const blank = [word(''), word(''), word('')]
  const height = Math.max(...lists.map((list) => list.length))
  const of = (isStaff: boolean): bigint =>
    sum(lines.filter(({ code }) => STAFF.test(code) === isStaff).map(({ basic }) => basic))
  const staff = money(`${profile}|staffTotal|amount`, of(true), style)
  const running = money(`${profile}|runningTotal|amount`, of(false), style)
  const foot = style.mergedTotal
    ? [word('人员经费合计', 2), staff, word('公用经费合计', style.groups === 3 ? 5 : 2), running]
    : [
        word(''),
        word('人员经费合计'),
        staff,
        word(''),
        word('公用经费合计'),
        running,
        ...(style.groups === 3 ? blank : []),
      ]
  const head = ['经济分类科目编码', '科目名称', '决算数'].map(one)
  const table = plainTable(
    frame,
    [style.code(n), title, profile],
    [Array.from({ length: style.groups }, () => head).flat()],
    [...Array.from({ length: height }, (_, i) => lists.flatMap((list) => list[i] ?? blank)), foot],
    3 * style.groups,
  )
  const note = `说明：本部门${ledger.year}年度没有此项支出，故本表为空表。`
  return height > 0 ? table : { ...table, notes: [note] }
}

const vehicles = ({ purchase, running }: PublicExpenses): bigint => purchase + running
const publicTotal = (all: PublicExpenses): bigint => all.abroad + vehicles(all) + all.reception

/** Zeros are printed in this table, never left blank. */
export const publicTable = ({ ledger, ...frame }: Book, n: number, more: boolean): GeneratedTable => {
  const style = { ...frame.style, zero: frame.style.zero === '0' ? '0' : '0.00' } as const
  const figures = (half: 'budget' | 'final', all: PublicExpenses): readonly GeneratedCell[] =>
    (
      [
        ['Total', publicTotal(all) + (more ? all.meeting + all.training : 0n)],
        ['Abroad', all.abroad],
        ['Vehicles', vehicles(all)],
        ['Purchase', all.purchase],
        ['Running', all.running],
        ['Reception', all.reception],
        ...(more
          ? ([
              ['Meeting', all.meeting],
              ['Training', all.training],
            ] as const)
          : []),
      ] as const
    ).map(([key, value]) => money(`three-public|figures|${half}${key}`, value, style))
  const half: readonly Span[] = [
    ['合计', 1, 2],
    ['因公出国（境）费', 1, 2],
    ['公务用车购置及运行费', 3, 1],
    ['公务接待费', 1, 2],
    ...(more
      ? ([
          ['会议费', 1, 2],
          ['培训费', 1, 2],
        ] as const)
      : []),
  ]
  const cars = ['小计', '公务用车购置费', '公务用车运行费'].map(one)
  const width = more ? 8 : 6
  const title = more
    ? '一般公共预算财政拨款“三公”经费及会议费、培训费支出决算表'
    : '一般公共预算财政拨款“三公”经费支出决算表'
  return plainTable(
    frame,
    [style.code(n), title, 'three-public'],
    [
      [
        ['预算数', width, 1],
        ['决算数', width, 1],
      ],
      [...half, ...half],
      [...cars, ...cars],
    ],
    [[...figures('budget', ledger.publicBudget), ...figures('final', ledger.publicFinal)]],
    2 * width,
  )
}

const BALANCES = ['opening', 'income', 'total', 'basic', 'project', 'closing']

export const fundTable = ({ ledger, ...frame }: Book, n: number): GeneratedTable => {
  const rows = treeOf(ofFund(ledger, 'fund'), frame.style.depth, (item) => [
    ...[opening(item), income(item), spending(item), item.basic, item.project, closing(item)],
  ])
  const head = groupedHead([
    ['年初结转和结余', []],
    ['本年收入', []],
    ['本年支出', SPENT],
    ['年末结转和结余', []],
  ])
  const naming = [frame.style.code(n), '政府性基金预算财政拨款收入支出决算表', 'government-fund'] as const
  const table = codeTable(frame, naming, head, BALANCES, rows)
  // The three columns that stand alone have one label of two rows; their second row is covered.
  return { ...table, header: [table.header[0]!, [...table.header[1]!.slice(0, 2), ...SPENT.map(one)]] }
}

export const capitalTable = ({ ledger, ...frame }: Book, n: number): GeneratedTable => {
  const rows = treeOf(ofFund(ledger, 'capital'), frame.style.depth, (item) => [
    spending(item),
    item.basic,
    item.project,
  ])
  const naming = [frame.style.code(n), '国有资本经营预算财政拨款支出决算表', 'state-capital'] as const
  return codeTable(
    frame,
    naming,
    groupedHead([['本年支出', ['合计', '基本支出', '项目支出']]]),
    ['total', 'basic', 'project'],
    rows,
  )
}
