/** Recall against the gold findings: a gold finding is met by a finding of a mapped code at the same form (and row). */
import type { Finding, Severity } from '../../src/domain/finding.ts'

export interface GoldFinding {
  readonly rule: string
  readonly severity: Severity
  readonly machine: 'yes' | 'heuristic' | 'no'
  readonly printed: string
  readonly where: string
  readonly at?: {
    readonly form?: number
    readonly forms?: readonly number[]
    readonly field?: string
    readonly also?: readonly string[]
  }
}

/** Those that a machine can find and that stand in self-evaluation forms. */
export const inForms = ({ machine, at }: GoldFinding): boolean =>
  machine === 'yes' && (at?.form !== undefined || at?.forms !== undefined)

export interface Recall {
  readonly bySeverity: Readonly<Record<string, { gold: number; found: number }>>
  readonly missed: readonly string[]
  readonly beyond: readonly Finding[]
}

const rowOf = (field: string | undefined): string | undefined => /indicators\[(\d+)\]/.exec(field ?? '')?.[1]

const isMatch = (gold: GoldFinding, finding: Finding): boolean => {
  const forms: readonly (number | undefined)[] = gold.at?.forms ?? [gold.at?.form]
  if (finding.at.form === undefined || !forms.includes(finding.at.form)) return false
  const row = rowOf(gold.at?.field)
  const own = rowOf(finding.at.field)
  if (row === undefined || own === undefined) return true
  return row === own || (gold.at?.also ?? []).some((field) => rowOf(field) === own)
}

/** Each finding answers to one gold finding only. */
export const recallOf = (
  wanted: readonly GoldFinding[],
  findings: readonly Finding[],
  ruleCodes: Readonly<Record<string, readonly string[]>>,
): Recall => {
  const used = new Set<Finding>()
  const bySeverity: Record<string, { gold: number; found: number }> = {}
  const missed: string[] = []
  for (const gold of wanted) {
    const count = (bySeverity[gold.severity] ??= { gold: 0, found: 0 })
    count.gold += 1
    const codes = ruleCodes[gold.rule] ?? []
    const hit = findings.find((finding) => codes.includes(finding.code) && !used.has(finding) && isMatch(gold, finding))
    if (hit) {
      used.add(hit)
      count.found += 1
    } else missed.push(`${gold.rule} ${gold.severity} ${JSON.stringify(gold.at)}: ${gold.printed}`)
  }
  return { bySeverity, missed, beyond: findings.filter((finding) => !used.has(finding)) }
}
