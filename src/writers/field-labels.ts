/**
 * Names of fields for people: what the form itself prints where it prints a label, else the standard name from
 * law/forms. `funds.total.score` → 资金·年度资金总额·得分; `indicators[3].actual` → 指标4·实际完成值.
 */
import type { FieldAddress } from '../domain/field-address.ts'
import type { Cell, FundColumn, FundRowKey, IndicatorColumn, SelfEvaluation } from '../domain/self-evaluation.ts'
import { compiledLaw, type LawNode } from '../law/compiled.ts'
import type { Language } from './words.ts'

const isRecord = (node: LawNode | undefined): node is { readonly [key: string]: LawNode } =>
  typeof node === 'object' && !Array.isArray(node)

/** First label of a field in law/forms: the standard name. */
const standardLabel = (path: readonly string[]): string | undefined => {
  let node: LawNode | undefined = compiledLaw['forms/project-self-evaluation']
  for (const key of path) node = isRecord(node) ? node[key] : undefined
  const first = Array.isArray(node) ? node[0] : node
  return typeof first === 'string' ? first.replace(/^其中[：:]/, '') : undefined
}

const INDICATOR = /^indicators\[(\d+)\](?:\.more)?(?:\.(\w+))?$/
const FUND = /^funds\.(?:(\w+)|moreSources\[(\d+)\])(?:\.(\w+))?$/

const printed = (cell: Cell | undefined): string => (cell?.printed ?? '').replace(/\s+/g, '')

const ENGLISH: Readonly<Record<string, string>> = {
  projectName: 'project name',
  department: 'department',
  implementingUnit: 'implementing unit',
  leader: 'person in charge',
  phone: 'phone',
  projectAmount: 'project amount',
  goalExpected: 'expected goal',
  goalActual: 'goal as achieved',
  totalWeight: 'total points',
  totalScore: 'total score',
  total: 'total',
  appropriation: 'appropriation of the year',
  carryover: 'carried over',
  other: 'other funds',
  initialBudget: 'initial budget',
  fullYearBudget: 'full-year budget',
  executed: 'executed',
  weight: 'points',
  rate: 'execution rate',
  score: 'score',
  reason: 'reason',
  level1: 'level 1',
  level2: 'level 2',
  level3: 'level 3',
  target: 'target',
  actual: 'actual',
  deviation: 'causes of deviation',
  unit: 'unit',
}

const fundLabel = (
  form: SelfEvaluation | undefined,
  row: string | undefined,
  more: string | undefined,
  column: string | undefined,
): string => {
  const source = row === undefined ? form?.funds.moreSources[Number(more)] : form?.funds.rows[row as FundRowKey]
  const rowName =
    printed(source?.label).replace(/^其中[：:]/, '') || (row && standardLabel(['funds', 'rows', row])) || '其他来源'
  const header = column === undefined ? undefined : form?.funds.headers[column as FundColumn]
  const columnName = column && (printed(header) || standardLabel(['funds', 'columns', column]) || column)
  if (row === 'unit') return '资金·单位'
  return ['资金', rowName, columnName].filter(Boolean).join('·')
}

const indicatorLabel = (form: SelfEvaluation | undefined, index: number, column: string | undefined): string => {
  const header = column === undefined ? undefined : form?.indicatorHeaders[column as IndicatorColumn]
  const name = column && (printed(header) || standardLabel(['indicators', 'columns', column]) || column)
  return [`指标${index + 1}`, name].filter(Boolean).join('·')
}

const chineseLabel = (form: SelfEvaluation | undefined, field: FieldAddress): string => {
  const indicator = INDICATOR.exec(field)
  if (indicator) return indicatorLabel(form, Number(indicator[1]), indicator[2])
  const fund = FUND.exec(field)
  if (fund) return fundLabel(form, fund[1], fund[2], fund[3])
  if (field === 'funds') return '资金'
  if (field === 'indicators') return '绩效指标'
  if (field === 'totalScore') return '总分·得分'
  if (field === 'totalWeight') return '总分·分值'
  if (field === 'goalExpected') return standardLabel(['goals', 'expected']) ?? field
  if (field === 'goalActual') return standardLabel(['goals', 'actual']) ?? field
  if (field.startsWith('more.')) return standardLabel(['more', field.slice(5)]) ?? field
  return standardLabel(['head', field]) ?? field
}

const englishLabel = (field: FieldAddress): string => {
  const word = (key: string | undefined): string => (key === undefined ? '' : (ENGLISH[key] ?? key))
  const indicator = INDICATOR.exec(field)
  if (indicator) return [`indicator ${Number(indicator[1]) + 1}`, word(indicator[2])].filter(Boolean).join(', ')
  const fund = FUND.exec(field)
  if (fund)
    return ['funds', fund[1] ? word(fund[1]) : `source ${Number(fund[2]) + 1}`, word(fund[3])]
      .filter(Boolean)
      .join(', ')
  return word(field.replace(/^more\./, ''))
}

/** `form` may be missing: then standard names are used throughout. */
export const fieldLabel = (form: SelfEvaluation | undefined, field: FieldAddress, language: Language = 'zh'): string =>
  language === 'zh' ? chineseLabel(form, field) : englishLabel(field)
