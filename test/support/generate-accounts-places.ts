/** Tables that only some places print, and the sets of places. */
import type { Span } from '../accounts/booklet.ts'
import {
  classRows,
  codeTable,
  flatHead,
  type GeneratedCell,
  type GeneratedTable,
  money,
  one,
  plainTable,
  sidedTable,
  treeOf,
  word,
} from './generate-accounts-build.ts'
import { type FiscalItem, FUNDS, ownSpending, sum } from './generate-accounts-ledger.ts'
import {
  type Book,
  capitalTable,
  economicTable,
  fiscalTable,
  fundTable,
  generalTable,
  generalWithIncome,
  incomeTable,
  ofFund,
  publicTable,
  spendingTable,
  totalTable,
} from './generate-accounts-tables.ts'

export const ACCOUNT_SETS = ['national', 'beijing', 'yunnan', 'sichuan', 'shaanxi', 'budget'] as const
export type AccountSet = (typeof ACCOUNT_SETS)[number]

const BASIC = ['一般公共预算财政拨款基本支出决算表', 'basic-expenditure', 'general'] as const
const FUND_BASIC = ['政府性基金预算财政拨款基本支出决算表', 'fund-basic-expenditure', 'fund'] as const

const listTable = (
  book: Book,
  n: number,
  [title, profile]: readonly [string, string],
  rows: readonly (readonly [label: string, key: string, value: bigint])[],
): GeneratedTable => {
  const style = { ...book.style, zero: '0.00' } as const
  const body = rows.map(([label, key, value]): readonly GeneratedCell[] => [
    word(label),
    money(`${profile}|${key}|amount`, value, style),
  ])
  return plainTable(book, [style.code(n), title, profile], [[one('项目'), one('金额')]], body, 2)
}

const procurementTable = (book: Book, n: number): GeneratedTable => {
  const { goods, works, services } = book.ledger
  return listTable(
    book,
    n,
    ['政府采购情况表', 'procurement'],
    [
      ['政府采购支出合计', 'total', goods + works + services],
      ['货物', 'goods', goods],
      ['工程', 'works', works],
      ['服务', 'services', services],
    ],
  )
}

const purchasedTable = (book: Book, n: number): GeneratedTable => {
  const { purchased } = book.ledger
  return listTable(
    book,
    n,
    ['政府购买服务支出情况表', 'purchased-services'],
    [
      ['合计', 'total', sum(purchased.map(({ amount }) => amount))],
      ...purchased.map(({ name, amount }) => [name, name, amount] as const),
    ],
  )
}

const projectTable = ({ ledger, ...frame }: Book, n: number): GeneratedTable => {
  const items = [...ledger.fiscal, ...ledger.own].map(({ code, project }) => ({ code, project }))
  const rows = treeOf(items, frame.style.depth, ({ project }) => [project])
  return codeTable(
    frame,
    [frame.style.code(n), '项目支出决算表', 'project-expenditure'],
    flatHead(['合计']),
    ['total'],
    rows,
  )
}

const assetsTable = ({ ledger, ...frame }: Book, n: number): GeneratedTable => {
  const { current, buildings, vehicles, large, otherFixed, intangible } = ledger.assets
  const fixed = buildings + vehicles + large + otherFixed
  const style = { ...frame.style, zero: '0.00' } as const
  const figures: readonly (readonly [string, bigint])[] = [
    ['assetsTotal', current + fixed + intangible],
    ['currentAssets', current],
    ['fixedAssets', fixed],
    ['buildings', buildings],
    ['vehicles', vehicles],
    ['largeEquipment', large],
    ['otherFixedAssets', otherFixed],
    ['investments', 0n],
    ['construction', 0n],
    ['intangibles', intangible],
    ['otherAssets', 0n],
  ]
  const flat = (label: string): Span => [label, 1, 2]
  return plainTable(
    frame,
    [style.code(n), '国有资产使用情况表', 'state-assets'],
    [
      [
        ...['项目', '行次', '资产总额', '流动资产'].map(flat),
        ['固定资产', 5, 1],
        ...['对外投资/有价证券', '在建工程', '无形资产', '其他资产'].map(flat),
      ],
      ['小计', '房屋构筑物', '车辆', '单价200万元以上大型设备', '其他固定资产'].map(one),
    ],
    [[word('合计'), word('1'), ...figures.map(([key, value]) => money(`state-assets|total|${key}`, value, style))]],
    13,
  )
}

/** Sichuan: all fiscal spending by economic code and budget. */
const detailTable = ({ ledger, ...frame }: Book, n: number): GeneratedTable => {
  const rows = treeOf(ledger.economic, [3, 5], ({ fund, basic, project }) => {
    const own = FUNDS.map((one) => (one === fund ? basic + project : 0n))
    return [sum(own), ...own]
  })
  const labels = ['合计', '一般公共预算财政拨款', '政府性基金预算财政拨款', '国有资本经营预算财政拨款']
  const head: readonly (readonly Span[])[] = [[one('经济分类科目编码'), one('科目名称'), ...labels.map(one)]]
  const columns = ['total', ...FUNDS]
  return codeTable(frame, [frame.style.code(n), '财政拨款支出决算明细表', 'fiscal-detail'], head, columns, rows)
}

const spent = ({ basic, project }: { basic: bigint; project: bigint }): bigint => basic + project

const budgetByCode = (
  { ledger, ...frame }: Book,
  [title, profile]: readonly [string, string],
  n: number,
  items: readonly { code: string; basic: bigint; project: bigint }[],
): GeneratedTable => {
  const head: readonly (readonly Span[])[] = [['功能分类科目编码', '科目名称', '合计', '基本支出', '项目支出'].map(one)]
  const rows = treeOf(items, frame.style.depth, (item) => [spent(item), item.basic, item.project])
  return codeTable(frame, [`预算公开0${n}表`, title, profile], head, ['total', 'basic', 'project'], rows)
}

const budgetBasic = ({ ledger, ...frame }: Book): GeneratedTable => {
  const lines = ledger.economic.filter(({ fund, basic }) => fund === 'general' && basic > 0n)
  const rows = treeOf(lines, [3, 5], ({ code, basic }) => {
    const isStaff = /^30[13]/.test(code)
    return [basic, isStaff ? basic : 0n, isStaff ? 0n : basic]
  })
  const head: readonly (readonly Span[])[] = [['经济分类科目编码', '科目名称', '合计', '人员经费', '公用经费'].map(one)]
  const naming = ['预算公开08表', '一般公共预算基本支出部门预算经济分类预算表', 'budget-basic-expenditure'] as const
  return codeTable(frame, naming, head, ['amount', 'staff', 'running'], rows)
}

const budgetPublic = (book: Book): GeneratedTable => {
  const { abroad, purchase, running, reception } = book.ledger.publicBudget
  const style = { ...book.style, unit: '万元', zero: '0.00' } as const
  const figures: readonly (readonly [string, bigint])[] = [
    ['budgetTotal', abroad + purchase + running + reception],
    ['budgetAbroad', abroad],
    ['budgetReception', reception],
    ['budgetVehicles', purchase + running],
    ['budgetPurchase', purchase],
    ['budgetRunning', running],
  ]
  const flat = (label: string): Span => [label, 1, 2]
  return plainTable(
    { ...book, style },
    ['预算公开09表', '部门“三公”经费和机关运行经费预算表', 'budget-three-public'],
    [
      [...['合计', '因公出国（境）费', '公务接待费'].map(flat), ['公务用车购置及运行费', 3, 1]],
      ['小计', '购置费', '运行费'].map(one),
    ],
    [figures.map(([key, value]) => money(`budget-three-public|figures|${key}`, value, style))],
    6,
  )
}

/** The budget side: tables 1 to 8 in 元, the last in 万元. What is to be spent is what is to come in; nothing is carried over. */
const budgetSet = (own: Book): readonly GeneratedTable[] => {
  const book: Book = { ...own, style: { ...own.style, unit: '元', hasLines: false, hasNumbers: false } }
  const { ledger, style } = book
  const items = [
    ...ledger.fiscal.map((item) => ({ code: item.code, basic: item.basic, project: item.project, own: 0n })),
    ...ledger.own.map((item) => ({
      code: item.code,
      basic: item.basic,
      project: ownSpending(item) - item.basic,
      own: ownSpending(item),
    })),
  ]
  const fiscal = sum(ledger.fiscal.map(spent))
  const total = sum(items.map(spent))
  const classes = (rows: readonly { code: string; values: readonly bigint[] }[]) =>
    new Map(treeOf(rows, [3], ({ values }) => values).map(({ code, values }) => [code, values]))
  const perFund = (fund: FiscalItem['fund']): bigint => sum(ofFund(ledger, fund).map(spent))
  const row = (label: string, key: string, ...values: readonly bigint[]) => ({ label, key, values })
  const income = {
    name: '收入',
    columns: ['amount'],
    labels: ['预算数'],
    rows: [
      row('一、财政拨款收入', 'fiscal', fiscal),
      row('二、事业收入', 'business', total - fiscal),
      row('三、事业单位经营收入', 'operating', 0n),
      row('四、其他收入', 'other', 0n),
    ],
    foot: [row('收入总计', 'total', total)],
  }
  const all = classRows(classes(items.map((item) => ({ code: item.code, values: [spent(item)] }))), 1, ledger.year)
  const byFund = classRows(
    classes(
      ledger.fiscal.map((item) => {
        const values = FUNDS.map((fund) => (item.fund === fund ? spent(item) : 0n))
        return { code: item.code, values: [sum(values), ...values] }
      }),
    ),
    4,
    ledger.year,
  )
  const spending = {
    name: '支出',
    columns: ['amount'],
    labels: ['预算数'],
    rows: all,
    foot: [row('支出总计', 'total', total)],
  }
  const incomeHead = [
    ['功能分类科目编码', '科目名称', '合计', '财政拨款收入', '事业收入', '事业单位经营收入', '其他收入'].map(one),
  ]
  const incomeRows = treeOf(items, style.depth, (item) => [spent(item), spent(item) - item.own, item.own, 0n, 0n])
  const incomeColumns = ['total', 'fiscal', 'business', 'operating', 'other']
  return [
    sidedTable(book, ['预算公开01表', '部门收支预算总表', 'budget-total'], income, spending),
    codeTable(book, ['预算公开02表', '部门收入预算总表', 'budget-income'], incomeHead, incomeColumns, incomeRows),
    budgetByCode(book, ['部门支出预算总表', 'budget-expenditure'], 3, items),
    sidedTable(
      book,
      ['预算公开04表', '财政拨款收支预算总表', 'budget-fiscal-total'],
      {
        ...income,
        rows: ['一般公共预算资金', '政府性基金', '国有资本经营预算'].map((label, i) =>
          row(`${'一二三'[i]}、${label}`, FUNDS[i]!, perFund(FUNDS[i]!)),
        ),
        foot: [row('收入总计', 'total', fiscal)],
      },
      {
        name: '支出',
        columns: ['total', ...FUNDS],
        labels: ['合计', '一般公共预算', '政府性基金预算', '国有资本经营预算'],
        rows: byFund,
        foot: [row('支出总计', 'total', fiscal, ...FUNDS.map(perFund))],
      },
    ),
    budgetByCode(book, ['一般公共预算支出功能分类预算表', 'budget-general-expenditure'], 5, ofFund(ledger, 'general')),
    budgetByCode(book, ['政府性基金预算支出功能分类预算表', 'budget-fund'], 6, ofFund(ledger, 'fund')),
    budgetByCode(book, ['国有资本经营预算支出功能分类预算表', 'budget-state-capital'], 7, ofFund(ledger, 'capital')),
    budgetBasic(book),
    budgetPublic(book),
  ]
}

const finalSet = (book: Book, set: AccountSet): readonly GeneratedTable[] => {
  const start = [totalTable(book, 1), incomeTable(book, 2), spendingTable(book, 3), fiscalTable(book, 4)]
  switch (set) {
    case 'beijing':
      return [
        ...start,
        generalTable(book, 5),
        economicTable(book, 6, BASIC),
        fundTable(book, 7),
        economicTable(book, 8, FUND_BASIC),
        capitalTable(book, 9),
        publicTable(book, 10, false),
        procurementTable(book, 11),
        purchasedTable(book, 12),
      ]
    case 'yunnan':
      return [
        ...start,
        generalWithIncome(book, 5),
        economicTable(book, 6, BASIC),
        projectTable(book, 7),
        fundTable(book, 8),
        capitalTable(book, 9),
        publicTable(book, 10, false),
        assetsTable(book, 11),
      ]
    case 'sichuan':
      return [
        ...start,
        detailTable(book, 5),
        generalTable(book, 6),
        economicTable(book, 7, BASIC),
        publicTable(book, 8, false),
        fundTable(book, 9),
        capitalTable(book, 10),
      ]
    default:
      return [
        ...start,
        generalTable(book, 5),
        economicTable(book, 6, BASIC),
        publicTable(book, 7, set === 'shaanxi'),
        fundTable(book, 8),
        capitalTable(book, 9),
      ]
  }
}

export const tablesOf = (book: Book, set: AccountSet): readonly GeneratedTable[] =>
  set === 'budget' ? budgetSet(book) : finalSet(book, set)
