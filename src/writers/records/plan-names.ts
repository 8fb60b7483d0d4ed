/** Names of the fields of goal declarations and monitoring forms, as the forms print them. */
import type { DeclarationField } from '../../domain/goal-declaration.ts'
import type { MonitoringField } from '../../domain/monitoring.ts'
import type { Language } from '../words.ts'

export const HEAD_NAMES: Readonly<Record<DeclarationField | MonitoringField, string>> = {
  projectName: '项目名称',
  projectCode: '项目编码',
  department: '主管部门',
  unit: '实施单位',
  kind: '项目类别',
  period: '项目期',
  start: '开始时间',
  end: '结束时间',
  leader: '负责人',
  phone: '联系电话',
  summary: '项目概况',
  basis: '立项依据',
  filledBy: '填报人',
  filledOn: '填报日期',
  satisfactionReason: '满意度不适用的说明',
  remarks: '备注',
  problems: '存在问题',
  measures: '改进措施',
  adjustment: '调整建议',
  conclusion: '监控结论',
}

export const COLUMN_NAMES: Readonly<Record<string, string>> = {
  level1: '一级指标',
  level2: '二级指标',
  level3: '三级指标',
  target: '指标值',
  actual: '执行情况',
  forecast: '全年预计',
  weight: '分值',
  direction: '性质',
  unit: '单位',
  definition: '指标解释',
  dataSource: '数据来源',
  evidence: '佐证材料',
  standard: '指标标准',
  scoring: '评分规则',
  isCore: '核心指标',
  note: '备注',
  cause: '偏差原因',
  causeText: '原因说明',
  likelihood: '完成可能性',
  measures: '改进措施',
  money: '经费保障',
  rules: '制度保障',
  staff: '人员保障',
  hardware: '硬件条件保障',
  other: '其他',
  certain: '确定能',
  possible: '有可能',
  impossible: '完全不可能',
  name: '名称',
  quantity: '数量',
  price: '单价',
  amount: '金额',
  initialBudget: '年初预算数',
  adjustedBudget: '全年预算数',
  adjustment: '调整数',
  executed: '执行数',
  rate: '执行率',
  forecastRate: '预计执行率',
}

/** Lines of the money block, for forms that lost their labels. */
export const MONEY_NAMES = {
  total: '资金总额',
  appropriation: '财政拨款',
  carryover: '上年结转',
  other: '其他资金',
  more: '其他来源',
} as const

/** initialBudget → initial budget: the keys are English already. */
const inWords = (key: string): string => key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

const LAST = /([A-Za-z]\w*)$/

/** `indicators[3].target` → 指标值, `money.annual.total` → 金额. */
export const planFieldName = (field: string, language: Language): string => {
  const key = LAST.exec(field)?.[1] ?? (field.startsWith('money') ? 'amount' : 'text')
  if (language === 'en') return inWords(key)
  if (field.startsWith('money')) return '金额'
  return (
    HEAD_NAMES[key as keyof typeof HEAD_NAMES] ?? COLUMN_NAMES[key] ?? (key === 'goal' || key === 'text' ? '目标' : key)
  )
}
