/** Names of the columns of a department's yearly tasks. */
import type { TaskColumn } from '../../domain/department-self-evaluation.ts'
import type { Language } from '../words.ts'

export const TASK_NAMES: Readonly<Record<Language, Readonly<Record<TaskColumn, string>>>> = {
  zh: {
    name: '任务名称',
    content: '主要内容',
    completion: '完成情况',
    budgetTotal: '预算数·总额',
    budgetAppropriation: '预算数·财政拨款',
    budgetOther: '预算数·其他资金',
    executedTotal: '执行数·总额',
    executedAppropriation: '执行数·财政拨款',
    executedOther: '执行数·其他资金',
    rate: '执行率',
    weight: '分值',
    score: '得分',
  },
  en: {
    name: 'task',
    content: 'content',
    completion: 'completion',
    budgetTotal: 'budget, total',
    budgetAppropriation: 'budget, appropriation',
    budgetOther: 'budget, other funds',
    executedTotal: 'executed, total',
    executedAppropriation: 'executed, appropriation',
    executedOther: 'executed, other funds',
    rate: 'execution rate',
    weight: 'points',
    score: 'score',
  },
}
