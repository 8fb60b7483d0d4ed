/** Groups findings of one kind for reports: the same code in several rows of a form, or in several forms, is said once. */
import { type Finding, isAtLeast, SEVERITIES, type Severity } from '../domain/finding.ts'

export interface FindingGroup {
  readonly code: string
  readonly title: string
  /** The highest severity in the group. */
  readonly severity: Severity
  /** In document order, never empty. */
  readonly findings: readonly Finding[]
  /** 1-based forms, ascending; empty for findings about the document. */
  readonly forms: readonly number[]
}

export interface FindingSummary {
  /** Groups with at least one finding of `floor` or above, holding only those findings. Highest severity first. */
  readonly shown: readonly FindingGroup[]
  /** What is below the floor, by code. */
  readonly hidden: readonly FindingGroup[]
  readonly counts: Readonly<Record<Severity, number>>
}

const rank = (severity: Severity): number => SEVERITIES.indexOf(severity)

const formsOf = (findings: readonly Finding[]): number[] =>
  [...new Set(findings.flatMap(({ at }) => (at.form === undefined ? [] : [at.form])))].sort((a, b) => a - b)

/** One group per code (and per form when `perForm`), in order of first appearance. */
export const groupFindings = (findings: readonly Finding[], perForm = false): readonly FindingGroup[] => {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const key = perForm ? `${finding.code} ${finding.at.form ?? 0}` : finding.code
    const group = groups.get(key)
    if (group) group.push(finding)
    else groups.set(key, [finding])
  }
  return [...groups.values()].map((group) => ({
    code: group[0]!.code,
    title: group[0]!.title,
    severity: group.reduce<Severity>((top, f) => (rank(f.severity) > rank(top) ? f.severity : top), 'info'),
    findings: group,
    forms: formsOf(group),
  }))
}

/** What a report shows by default: warnings and errors, grouped; the rest is counted. */
export const summarize = (
  findings: readonly Finding[],
  floor: Severity = 'warning',
  perForm = false,
): FindingSummary => {
  const counts: Record<Severity, number> = { info: 0, warning: 0, error: 0, fatal: 0 }
  for (const { severity } of findings) counts[severity] += 1
  const above = findings.filter(({ severity }) => isAtLeast(severity, floor))
  const below = findings.filter(({ severity }) => !isAtLeast(severity, floor))
  const shown = [...groupFindings(above, perForm)].sort((a, b) => rank(b.severity) - rank(a.severity))
  return { shown, hidden: groupFindings(below), counts }
}
