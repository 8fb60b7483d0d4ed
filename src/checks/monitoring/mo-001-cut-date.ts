/** MO-001: the months that a form counts: one and the same in all its parts, and those that the pack names. */
import type { Cell } from '../../domain/self-evaluation.ts'
import { defineMonitoringCheck } from '../../engine/check.ts'
import { toHalfWidth } from '../../kernel/normalize.ts'
import { admissible } from '../../law/self-evaluation-rules.ts'
import { onMonitoring, viewMonitoring } from '../support/monitored.ts'

const PERIOD = /(?<!\d)1月?[-—–－~～至到](\d{1,2})月/

const monthsOf = (cell: Cell | undefined): number =>
  Number(PERIOD.exec(toHalfWidth(cell?.printed ?? '').replace(/\s/g, ''))?.[1] ?? 0)

/** The day to which a national form counts is the central rule; a place may have its own, so another one is no error. */
export const cutDate = defineMonitoringCheck({
  id: 'MO-001',
  title: '监控期间全表一致，并与规定的月份相符',
  titleEn: 'The months counted are the same throughout, and those that the rules name',
  kind: 'P',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'law',
  cites: ['caiyu-2019-136#cut-date', 'practice#monitoring-half-year'],
  rule: '资金栏、指标栏和表头写明的期间一致；期间为规则包规定的月份（中央部门1—7月）',
  remedy: '统一监控期间；地方另有规定的按地方规定填写。',
  remedyEn: 'Use one period throughout; where the place has a rule of its own, follow that.',
  run({ monitoring, rules }, report) {
    const view = viewMonitoring(monitoring)
    const { months } = monitoring
    if (months === 0) return
    const parts = [
      ...Object.entries(monitoring.funds.headers).map(([column, cell]) => [`funds.headers.${column}`, cell] as const),
      ...Object.entries(monitoring.indicatorHeaders).map(
        ([column, cell]) => [`indicatorHeaders.${column}`, cell] as const,
      ),
    ]
    const other = parts.find(([, cell]) => monthsOf(cell) > 0 && monthsOf(cell) !== months)
    const [field, cell] = other ?? []
    if (field && cell)
      report({
        ...onMonitoring(view, field, cell, ['cut']),
        severity: cell.unsure ? 'warning' : 'error',
        verdict: 'outside',
        printed: cell.printed,
        expected: `1—${months}月`,
        message: `“${cell.printed}”与表上另一处的期间“${monitoring.cut?.printed ?? `1—${months}月`}”不一致。`,
        messageEn: `${cell.printed} disagrees with the period stated elsewhere, January to month ${months}.`,
      })
    const named = rules.monitoringMonths
    if (!named || other || admissible(named).some((set) => set.includes(months))) return
    const expected = named.value.map((month) => `1—${month}月`).join('或')
    report({
      ...onMonitoring(view, 'cut', monitoring.cut),
      sources: [named.source],
      severity: 'info',
      verdict: 'outside',
      printed: `1—${months}月`,
      expected,
      message: `监控期间是1—${months}月，国家规定汇总${expected}；地方另有规定的从其规定。`,
      messageEn: `The form counts January to month ${months}; the central rule names month ${named.value.join(' or ')}.`,
    })
  },
})
