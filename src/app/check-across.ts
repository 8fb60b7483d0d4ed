/** Checks what several documents say of one thing: the same project, code or year printed in two places. */
import { allChecks } from '../checks/index.ts'
import { type AcrossRun, runAcross } from '../engine/run-across.ts'
import type { ReadFile } from '../writers/report-model.ts'

/** Documents of one department, in any order. Findings name the file of each place. */
export const checkAcross = (files: readonly ReadFile[]): AcrossRun =>
  runAcross(
    files.map(({ file, source, facts, forms, narrative, finalAccounts, departments = [] }) => ({
      file,
      source,
      facts,
      forms,
      departments,
      ...(narrative ? { narrative } : {}),
      ...(finalAccounts ? { accounts: finalAccounts } : {}),
    })),
    allChecks,
  )
