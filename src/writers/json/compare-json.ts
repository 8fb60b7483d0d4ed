/** The comparison of two documents as one JSON object. */
import type { PlacedFinding } from '../../domain/document-comparison.ts'
import type { Finding } from '../../domain/finding.ts'
import { type ComparisonReport, changeLabel, countChanges, recordLabel } from '../compare/comparison-report.ts'

const findingJson = ({ code, severity, verdict, at, printed, expected, message, messageEn, position }: Finding) => ({
  code,
  severity,
  verdict,
  at,
  printed,
  expected,
  message,
  messageEn,
  position: position ?? null,
})

const placedJson = ({ finding, kind, index }: PlacedFinding) => ({ record: { kind, index }, ...findingJson(finding) })

export const compareJson = (report: ComparisonReport) => {
  const { before, after, comparison, across } = report
  const { mode, records, findings } = comparison
  return {
    mode,
    before: { file: before.file, document: before.facts },
    after: { file: after.file, document: after.facts },
    counts: {
      ...countChanges(records),
      findings: {
        added: findings.added.length,
        gone: findings.gone.length,
        remaining: findings.remaining.length,
        across: across.length,
      },
    },
    records: records.map((record) => ({
      kind: record.kind,
      state: record.state,
      name: record.name,
      label: recordLabel(report, record, 'zh'),
      before: record.before ?? null,
      after: record.after ?? null,
      changes: record.changes.map((change) => ({
        field: change.field,
        label: changeLabel(report, record, change, 'zh'),
        before: change.before ?? null,
        after: change.after ?? null,
        difference: change.difference ?? null,
        rate: change.rate ?? null,
        unit: change.unit,
      })),
    })),
    findings: {
      added: findings.added.map(placedJson),
      gone: findings.gone.map(placedJson),
      remaining: findings.remaining.map(placedJson),
      across: across.map(findingJson),
    },
  }
}
