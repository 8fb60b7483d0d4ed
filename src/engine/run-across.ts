/** Runs the checks over several documents at once. Each document has been checked on its own before. */
import type { Finding } from '../domain/finding.ts'
import { type AcrossInput, understood } from './across.ts'
import type { AcrossContext, Check } from './check.ts'
import { inDocumentOrder } from './finding-order.ts'
import { type CheckDefect, Collector } from './run.ts'

export interface AcrossRun {
  readonly findings: readonly Finding[]
  readonly defects: readonly CheckDefect[]
}

/** Findings that need two documents; fewer than two documents have none. Never throws for what they hold. */
export const runAcross = (inputs: readonly AcrossInput[], checks: readonly Check[]): AcrossRun => {
  const collector = new Collector({})
  const context: AcrossContext = { documents: inputs.map(understood) }
  if (inputs.length > 1)
    for (const check of checks) {
      if (check.scope === 'across') collector.runOnce(check, check.run, context)
      else if ((check.scope === 'booklet' || check.scope === 'narrative') && check.runAcross)
        collector.runOnce(check, check.runAcross, context)
    }
  return { findings: inDocumentOrder(collector.findings), defects: collector.defects }
}
