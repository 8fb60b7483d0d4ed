/** The catalogue of checks as people read it: header, sources with their certainty, one example. */
import { allChecks, findCheck } from '../checks/index.ts'
import { AppError } from '../domain/failure.ts'
import type { Check } from '../engine/check.ts'
import { type Citation, citation } from '../law/instruments.ts'
import { type CheckExample, findExample } from './examples.ts'

export interface CatalogueEntry {
  readonly check: Check
  readonly citations: readonly Citation[]
  readonly example: CheckExample | undefined
}

const entryOf = (check: Check): CatalogueEntry => ({
  check,
  citations: check.cites.map(citation),
  example: findExample(check.id),
})

/** All checks by code. */
export const catalogue = (): readonly CatalogueEntry[] => allChecks.map(entryOf)

export const checkCodes = (): readonly string[] => allChecks.map(({ id }) => id)

/** `se-21`, `SE021` and `SE-021` are the same code. */
const normalCode = (typed: string): string => {
  const match = /^([a-z]+)-?(\d+)$/i.exec(typed.trim())
  return match ? `${match[1]!.toUpperCase()}-${match[2]!.padStart(3, '0')}` : typed
}

/** Throws AppError UNKNOWN_CHECK. */
export const explainCheck = (typed: string): CatalogueEntry => {
  const check = findCheck(normalCode(typed))
  if (check) return entryOf(check)
  throw new AppError('UNKNOWN_CHECK', typed, `没有代码为“${typed}”的检查`, '用 jiheng explain 列出全部检查', {
    english: { message: `there is no check ${typed}`, remedy: 'jiheng explain lists them all' },
  })
}
