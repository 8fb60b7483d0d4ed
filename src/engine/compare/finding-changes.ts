/** Which findings went, came and stayed. A finding stays when the same check speaks of the same cell, wherever it moved. */
import type { FindingChanges, PlacedFinding } from '../../domain/document-comparison.ts'
import { textKey } from '../../kernel/normalize.ts'

/** Says of a finding where it stands, in words that both documents share; `undefined` when only its print can tell. */
export type CellIdentity = (placed: PlacedFinding) => string | undefined

const signs = (placed: PlacedFinding, identityOf: CellIdentity, recordOf: (placed: PlacedFinding) => string) => {
  const { finding } = placed
  const record = recordOf(placed)
  const cell = identityOf(placed)
  return {
    exact: `${finding.code}|${record}|${cell ?? ''}|${textKey(finding.printed)}|${textKey(finding.expected)}`,
    // With the cell known, another number in it is still the same trouble; without it only the same print is.
    near: cell === undefined ? undefined : `${finding.code}|${record}|${cell}`,
    moved: `${finding.code}|${textKey(finding.printed)}|${textKey(finding.expected)}`,
  }
}

interface Side {
  readonly findings: readonly PlacedFinding[]
  readonly identityOf: CellIdentity
  readonly recordOf: (placed: PlacedFinding) => string
}

export const compareFindings = (before: Side, after: Side): FindingChanges => {
  const open = new Set(before.findings)
  const found = new Map<PlacedFinding, PlacedFinding>()
  for (const level of ['exact', 'near', 'moved'] as const) {
    const known = new Map<string, PlacedFinding[]>()
    for (const placed of open) {
      const key = signs(placed, before.identityOf, before.recordOf)[level]
      if (key === undefined) continue
      const list = known.get(key)
      if (list) list.push(placed)
      else known.set(key, [placed])
    }
    for (const placed of after.findings) {
      if (found.has(placed)) continue
      const key = signs(placed, after.identityOf, after.recordOf)[level]
      const other = key === undefined ? undefined : known.get(key)?.shift()
      if (!other) continue
      found.set(placed, other)
      open.delete(other)
    }
  }
  return {
    gone: [...open],
    added: after.findings.filter((placed) => !found.has(placed)),
    remaining: after.findings.filter((placed) => found.has(placed)),
  }
}
