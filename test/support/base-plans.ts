/** A goal declaration and a monitoring form in which everything holds. A case changes a few cells of them. */
import { parse } from 'yaml'
import type { GoalDeclaration } from '../../src/domain/goal-declaration.ts'
import type { Monitoring } from '../../src/domain/monitoring.ts'

const GOAL = `
index: 1
year: 2022
title: 项目支出绩效目标申报表
yearCell: （2022年度）
head:
  projectName: 山区饮水工程维护
  projectCode: "330100220007"
  department: 云麓县水务局
  unit: 云麓县农村供水站
  kind: 延续项目
  period: 2022年1月至2024年12月
  basis: 《云麓县农村供水管理办法》（云水〔2020〕12号）
money:
  unit: 万元
  annual:
    total: { label: 年度资金总额, amount: "120.00" }
    sources:
      - { key: appropriation, label: 其中：财政拨款, amount: "100.00" }
      - { key: other, label: 其他资金, amount: "20.00" }
  multiYear:
    total: { label: 中期资金总额, amount: "360.00" }
    sources:
      - { key: appropriation, label: 其中：财政拨款, amount: "300.00" }
      - { key: other, label: 其他资金, amount: "60.00" }
  yearly:
    - { year: 2022, label: 2022年, amount: "120.00" }
    - { year: 2023, label: 2023年, amount: "125.00" }
    - { year: 2024, label: 2024年, amount: "115.00" }
costing:
  - { isTotal: false, cells: { name: 管道更换, quantity: "8000", unit: 米, price: "95", amount: "76.00" } }
  - { isTotal: false, cells: { name: 水质检测, quantity: "220", unit: 次, price: "2000", amount: "44.00" } }
  - { isTotal: true, cells: { amount: "120.00" } }
costingHeaders: { name: 支出内容, quantity: 数量, unit: 单位, price: 单价（元）, amount: 金额（万元） }
goals:
  - { term: multiYear, text: 三年更换老化管道2.4万米，供水人口不少于1.6万人。 }
  - { term: annual, text: 更换老化管道8000米，水质检测220次，供水保证率达到95%以上。 }
indicators:
  - { term: annual, level1: 产出指标, level2: 数量指标, level3: 更换管道长度, target: ≥8000米, more: { weight: "20" } }
  - { term: annual, level1: 产出指标, level2: 数量指标, level3: 水质检测次数, target: ≥220次, more: { weight: "10" } }
  - { term: annual, level1: 产出指标, level2: 质量指标, level3: 管道验收合格率, target: 100%, more: { weight: "10" } }
  - { term: annual, level1: 产出指标, level2: 时效指标, level3: 维护完成时间, target: 2022年11月底前, more: { weight: "10" } }
  - { term: annual, level1: 效益指标, level2: 社会效益指标, level3: 供水受益人数, target: ≥5200人, more: { weight: "15" } }
  - { term: annual, level1: 效益指标, level2: 可持续影响指标, level3: 管道使用年限, target: ≥15年, more: { weight: "15" } }
  - { term: annual, level1: 满意度指标, level2: 服务对象满意度指标, level3: 用水户满意度, target: ≥90%, more: { weight: "10" } }
indicatorHeaders: { level1: 一级指标, level2: 二级指标, level3: 三级指标, target: 指标值, weight: 分值 }
totalWeight: "90"
`

const MONITORING = `
index: 1
year: 2023
title: 项目支出绩效运行监控表
yearCell: （2023年度）
cut: 1-7月执行数
months: 7
head: { projectName: 校园操场改造, department: 白沙县教育局, unit: 白沙县勤俭办 }
funds:
  unit: 万元
  headers: { initialBudget: 年初预算数, executed: 1-7月执行数, rate: 1-7月执行率, forecast: 全年预计执行数, forecastRate: （预计）执行率 }
  rows:
    - { key: total, label: 年度资金总额, cells: { initialBudget: "240.00", executed: "150.00", rate: 62.50%, forecast: "240.00", forecastRate: 100.00% } }
    - { key: appropriation, label: 其中：财政拨款, cells: { initialBudget: "200.00", executed: "130.00", rate: 65.00%, forecast: "200.00", forecastRate: 100.00% } }
    - { key: other, label: 其他资金, cells: { initialBudget: "40.00", executed: "20.00", rate: 50.00%, forecast: "40.00", forecastRate: 100.00% } }
goal: 改造操场12个，铺设草皮3.6万平方米，学生受益9600人。
indicators:
  - level1: 产出指标
    level2: 数量指标
    level3: 改造操场数量
    cells: { target: 12个, actual: 7个, forecast: 12个, weight: "30", causeText: "", note: "" }
    causes: { money: "", rules: "", staff: "", hardware: "", other: "" }
    likelihoods: { certain: √, possible: "", impossible: "" }
  - level1: 产出指标
    level2: 质量指标
    level3: 验收合格率
    cells: { target: 100%, actual: 100%, forecast: 100%, weight: "20", causeText: "", note: "" }
    causes: { money: "", rules: "", staff: "", hardware: "", other: "" }
    likelihoods: { certain: √, possible: "", impossible: "" }
  - level1: 产出指标
    level2: 成本指标
    level3: 项目总成本
    cells: { target: ≤240万元, actual: 150万元, forecast: 240万元, weight: "10", causeText: "", note: "" }
    causes: { money: "", rules: "", staff: "", hardware: "", other: "" }
    likelihoods: { certain: √, possible: "", impossible: "" }
  - level1: 效益指标
    level2: 社会效益指标
    level3: 受益学生人数
    cells: { target: ≥9600人, actual: 5900人, forecast: 9600人, weight: "30", causeText: "", note: "" }
    causes: { money: "", rules: "", staff: "", hardware: "", other: "" }
    likelihoods: { certain: √, possible: "", impossible: "" }
indicatorHeaders: { level1: 一级指标, level2: 二级指标, level3: 三级指标, target: 年度指标值, actual: 1-7月执行情况, forecast: 全年预计完成情况 }
`

/** What stands beside the cells: no text of the form. */
const PLAIN = new Set(['index', 'year', 'months', 'unit', 'key', 'term', 'isTotal'])
/** `unit` names the unit of a block in one place and is a cell in all others. */
const isPlain = (key: string, path: readonly string[]): boolean =>
  PLAIN.has(key) && !(key === 'unit' && path.at(-1) !== 'money' && path.at(-1) !== 'funds')

type Tree = { [key: string]: unknown }

const toCells = (node: unknown, path: readonly string[]): unknown => {
  if (Array.isArray(node)) return node.map((one) => toCells(one, path))
  if (typeof node !== 'object' || node === null) return { printed: String(node), at: {} }
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, isPlain(key, path) ? value : toCells(value, [...path, key])]),
  )
}

/** `funds.rows[0].cells.rate` to a printed text, `head.projectCode` to null takes the field out, `year` to a number. */
const setField = (record: Tree, address: string, printed: string | null): void => {
  const path = address.replaceAll(/\[(\d+)\]/g, '.$1').split('.')
  let at: Tree = record
  for (const [i, key] of path.slice(0, -1).entries()) {
    at[key] ??= /^\d+$/.test(path[i + 1]!) ? [] : {}
    at = at[key] as Tree
  }
  const last = path.at(-1)!
  if (printed === null) {
    if (Array.isArray(at)) at.splice(Number(last))
    else delete at[last]
  } else if (isPlain(last, path.slice(0, -1)))
    at[last] = last === 'year' || last === 'months' ? Number(printed) : printed
  else at[last] = { ...((at[last] as Tree | undefined) ?? { at: {} }), printed: String(printed) }
}

export type PlanChanges = Readonly<Record<string, string | null>>

const build = (text: string, changes: PlanChanges): Tree => {
  const record = toCells(parse(text), []) as Tree
  for (const [address, printed] of Object.entries(changes)) setField(record, address, printed)
  return { ...record, source: { fromBlock: 0, toBlock: 0 }, at: {} }
}

/** Rows of [level1, level2, level3, target, weight]; a blank weight column is none. */
const rowsOf = (rows: readonly (readonly string[])[]): unknown =>
  rows.map(([level1, level2, level3, target, weight]) => ({
    term: 'annual',
    ...(toCells({ level1, level2, level3, target }, []) as Tree),
    more: weight === undefined || weight === '' ? {} : { weight: { printed: weight, at: {} } },
  }))

export const baseGoal = (changes: PlanChanges = {}, rows?: readonly (readonly string[])[]): GoalDeclaration => {
  const record = build(GOAL, {})
  if (rows) record.indicators = rowsOf(rows)
  for (const [address, printed] of Object.entries(changes)) setField(record, address, printed)
  return record as unknown as GoalDeclaration
}

export const baseMonitoring = (changes: PlanChanges = {}): Monitoring =>
  build(MONITORING, changes) as unknown as Monitoring
