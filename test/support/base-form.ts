/** A form in which everything holds. A case changes a few cells of it. */
import { parse } from 'yaml'
import type { GoldForm } from './gold-record.ts'

const BASE = `
index: 1
year: 2021
projectName: 城区公园绿化养护
department: 某市园林局
implementingUnit: 某市公园管理中心
leader: 李明
phone: "12345678"
funds:
  unit: 万元
  total: { initialBudget: "100.00", fullYearBudget: "100.00", executed: "95.00", weight: "10", rate: "95.00%", score: "9.50" }
  appropriation: { initialBudget: "80.00", fullYearBudget: "80.00", executed: "80.00", weight: "—", rate: "100.00%", score: "—" }
  carryover: { initialBudget: "20.00", fullYearBudget: "20.00", executed: "15.00", weight: "—", rate: "75.00%", score: "—" }
  other: { initialBudget: "0.00", fullYearBudget: "0.00", executed: "0.00", weight: "—", rate: "", score: "—" }
goalExpected: 全年养护绿地面积不少于50万平方米，补植乔木200株以上，使公园绿地整洁有序。
goalActual: 全年养护绿地52.5万平方米，补植乔木212株，公园绿地整洁有序，游客反映良好。
indicators:
  - { level1: 产出指标, level2: 数量指标, level3: 养护绿地面积, target: ≥50万平方米, actual: 52.5万平方米, weight: "10", score: "10", deviation: "" }
  - { level1: 产出指标, level2: 数量指标, level3: 补植乔木数量, target: ≥200株, actual: 212株, weight: "10", score: "10", deviation: "" }
  - { level1: 产出指标, level2: 质量指标, level3: 乔木成活率, target: ≥95%, actual: 97.2%, weight: "10", score: "10", deviation: "" }
  - { level1: 产出指标, level2: 时效指标, level3: 养护任务完成时间, target: 2021年12月底前, actual: 2021年12月20日, weight: "10", score: "10", deviation: "" }
  - { level1: 产出指标, level2: 成本指标, level3: 项目总成本, target: ≤100万元, actual: 95.00万元, weight: "10", score: "10", deviation: "" }
  - { level1: 效益指标, level2: 社会效益指标, level3: 公园接待游客人次, target: ≥30万人次, actual: 33.1万人次, weight: "15", score: "15", deviation: "" }
  - { level1: 效益指标, level2: 生态效益指标, level3: 绿地覆盖率, target: ≥40%, actual: 38.00%, weight: "15", score: "14.25", deviation: 因东门改造临时占用绿地，计划2022年3月底前由养护科恢复。 }
  - { level1: 满意度指标, level2: 服务对象满意度指标, level3: 游客满意度, target: ≥90%, actual: 92.4%, weight: "10", score: "10", deviation: 2021年11月问卷调查500份，回收率98%。 }
totalWeight: "100"
totalScore: "98.75"
`

export const baseForm = (): GoldForm => parse(BASE) as GoldForm
