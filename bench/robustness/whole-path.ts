/** The way of a file through the whole program: read, recognise, check. What comes out is put into one of a few classes. */
import { allChecks } from '../../src/checks/index.ts'
import { AppError } from '../../src/domain/failure.ts'
import { runChecksWithDefects } from '../../src/engine/run.ts'
import { rulesFor } from '../../src/law/packs.ts'
import { readDocument } from '../../src/readers/index.ts'
import { recognise } from '../../src/recognise/index.ts'

export interface Outcome {
  /** `read`: came through; `refused`: a message for the user; `defect`: anything else, which is ours to mend. */
  readonly kind: 'read' | 'refused' | 'defect'
  readonly forms: number
  readonly findings: number
  /** Failure code, or what the defect is. */
  readonly detail: string
  /** Processor time of the process, all its threads: it does not depend on what else the machine does. */
  readonly milliseconds: number
  /** By the clock on the wall. */
  readonly elapsed: number
  /** Times of the three stages, as far as they were reached. */
  readonly stages: readonly number[]
}

const rules = rulesFor('national-2020', '2020-12-31')

export async function wholePath(bytes: Uint8Array, name: string): Promise<Outcome> {
  const start = performance.now()
  const processor = process.cpuUsage()
  const spent = (): number => {
    const { user, system } = process.cpuUsage(processor)
    return (user + system) / 1000
  }
  const stages: number[] = []
  const lap = (): void => void stages.push(spent())
  const done = (rest: Omit<Outcome, 'milliseconds' | 'elapsed' | 'stages'>): Outcome => ({
    ...rest,
    milliseconds: spent(),
    elapsed: performance.now() - start,
    stages,
  })
  try {
    const source = await readDocument(bytes, name)
    lap()
    const { selfEvaluations } = recognise(source)
    lap()
    const { findings, defects } = runChecksWithDefects(source, selfEvaluations, rules, allChecks)
    lap()
    const counts = { forms: selfEvaluations.length, findings: findings.length }
    const defect = defects[0]
    if (defect) return done({ kind: 'defect', ...counts, detail: `check ${defect.code}: ${stackOf(defect.error)}` })
    const silent = findings.find((finding) => finding.message === '' || finding.remedy === '')
    if (silent) return done({ kind: 'defect', ...counts, detail: `finding without words: ${silent.code}` })
    return done({ kind: 'read', ...counts, detail: '' })
  } catch (thrown) {
    return done({ ...judge(thrown, name), forms: 0, findings: 0 })
  }
}

/** A refusal must say where, what and what to do in Chinese; an unforeseen error behind a message is a defect all the same. */
function judge(thrown: unknown, name: string): Pick<Outcome, 'kind' | 'detail'> {
  if (!(thrown instanceof AppError)) return { kind: 'defect', detail: `throws ${stackOf(thrown)}` }
  const { code, where, message, remedy, cause } = thrown
  const isSaid = where.includes(name) && /[\u4e00-\u9fff]/.test(message) && /[\u4e00-\u9fff]/.test(remedy)
  if (!isSaid) return { kind: 'defect', detail: `${code} without words: ${where}|${message}|${remedy}` }
  const isForeseen = cause === undefined || cause instanceof AppError || !OWN_BUG.has(nameOf(cause))
  return isForeseen ? { kind: 'refused', detail: code } : { kind: 'defect', detail: `${code} hides ${stackOf(cause)}` }
}

/** Errors that only a bug in a reader makes. */
const OWN_BUG: ReadonlySet<string> = new Set(['TypeError', 'ReferenceError', 'SyntaxError', 'RangeError'])

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error)

const stackOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 4).join(' ← ') : String(error)
