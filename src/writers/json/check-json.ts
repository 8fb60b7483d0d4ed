/** Findings as JSON, one object per file. */
import { type Finding, isAtLeast, type Severity } from '../../domain/finding.ts'
import type { Cause } from '../../engine/causes/cause.ts'
import { countByKind, readingStats } from '../reading-stats.ts'
import { type CheckedFile, countByCode, countBySeverity, type FailedFile } from '../report-model.ts'
import { noteJson } from './read-json.ts'

const findingJson = (finding: Finding) => ({
  code: finding.code,
  title: finding.title,
  severity: finding.severity,
  verdict: finding.verdict,
  at: finding.at,
  printed: finding.printed,
  expected: finding.expected,
  message: finding.message,
  messageEn: finding.messageEn,
  remedy: finding.remedy,
  basis: finding.basis,
  proof: finding.proof ?? null,
  position: finding.position ?? null,
})

/** Causes of the findings that are kept, with the numbers that these have in the list that is printed. */
const causesJson = (causes: readonly Cause[], all: readonly Finding[], kept: readonly Finding[]) => {
  const printed = new Map(kept.map((finding, i) => [finding, i]))
  return causes.flatMap(({ findings, ...cause }) => {
    const own = findings.flatMap((index) => printed.get(all[index]!) ?? [])
    return own.length === 0 ? [] : [{ ...cause, findings: own }]
  })
}

/** What the document holds, and how much of its prose was understood. */
const readJsonOf = (checked: CheckedFile) => {
  const { numbers, understood, unsureCells } = readingStats(checked)
  const kinds = countByKind([checked]).flatMap(({ kind, records }) => (records > 0 ? [[kind, records] as const] : []))
  return { records: Object.fromEntries(kinds), numbers: { total: numbers, understood }, unsureCells }
}

/** `floor`: only findings of that severity and above; without it all of them. Counts are of all findings always. */
export const checkJson = (checked: CheckedFile, floor: Severity | undefined) => {
  const kept = floor ? checked.findings.filter(({ severity }) => isAtLeast(severity, floor)) : checked.findings
  return {
    file: checked.file,
    document: checked.facts,
    forms: checked.forms.length,
    read: readJsonOf(checked),
    packs: checked.packs,
    unchecked: checked.unchecked,
    counts: {
      ...countBySeverity(checked.findings),
      undecided: checked.findings.filter(({ verdict }) => verdict === 'undecided').length,
      byCode: countByCode(checked.findings),
    },
    findings: kept.map(findingJson),
    causes: causesJson(checked.causes ?? [], checked.findings, kept),
    notes: checked.notes.map(noteJson),
  }
}

export const failureJson = ({ file, failure }: FailedFile) => ({ file, failure })
