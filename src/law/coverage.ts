/** What the law data covers, by place and form, and what is missing: `law/coverage.yaml`. */
import type { LawNode } from './compiled.ts'
import { child, listOf, maybe, need, oneOf, onlyKeys, placed, type Read, text } from './read-node.ts'

const FORMS = [
  'project-self-evaluation',
  'department-self-evaluation',
  'transfer-self-evaluation',
  'goal-declaration',
  'monitoring',
] as const

export type CoverageState = 'complete' | 'partial' | 'absent'

export interface CoverageEntry {
  readonly place: string
  readonly form: (typeof FORMS)[number]
  /** Pack that carries it; `undefined` when absent. */
  readonly pack: string | undefined
  readonly state: CoverageState
  /** What is missing, in Chinese; empty when complete. */
  readonly missing: string
}

const entry: Read<CoverageEntry> = (at) => {
  onlyKeys(at, ['place', 'form', 'pack', 'state', 'missing'])
  return {
    place: need(at, 'place', text),
    form: need(at, 'form', oneOf(FORMS)),
    pack: maybe(at, 'pack', text),
    state: need(at, 'state', oneOf(['complete', 'partial', 'absent'])),
    missing: maybe(at, 'missing', text) ?? '',
  }
}

/** Throws AppError INVALID_LAW. */
export const readCoverage = (law: Readonly<Record<string, LawNode>>): readonly CoverageEntry[] => {
  const at = placed('coverage', law.coverage ?? '')
  onlyKeys(at, ['entries'])
  return listOf(entry)(child(at, 'entries'))
}
