/** Reads every law file with its own reader and names all that is wrong at once, instead of the first thing only. */
import { AppError } from '../domain/failure.ts'
import { readTableSet } from './account-sets.ts'
import { readTableProfile, type TableProfile } from './account-tables.ts'
import { readDictionary } from './classification.ts'
import type { LawNode } from './compiled.ts'
import { readCoverage } from './coverage.ts'
import { readDepartmentLayout } from './department-form.ts'
import { readEvaluationLayout } from './evaluation-form.ts'
import { readFormLayout } from './forms.ts'
import { readGlossary } from './glossary.ts'
import { readGoalLayout } from './goal-form.ts'
import { type Instruments, readInstrument } from './instruments.ts'
import { readMonitoringLayout } from './monitoring-form.ts'
import { readNarrativeWords } from './narrative.ts'
import { readNarrativeCells } from './narrative-cells.ts'
import { type Packs, readPacks } from './pack-files.ts'
import { invalidLaw } from './read-node.ts'

type Law = Readonly<Record<string, LawNode>>

/** Files that other layers read for themselves (word lists and thresholds of the checks); only their nodes are looked at. */
const OPEN = /^checks\//

/** A blank scalar or a null is a slip of the pen: `a: b, c` inside braces makes a key `c` without a value. */
const lookForBlanks = (file: string, node: LawNode | null, path = ''): void => {
  if (node === null || node === '') invalidLaw({ file, path }, '没有值')
  else if (Array.isArray(node))
    for (const [i, one] of node.entries()) lookForBlanks(file, one as LawNode, `${path}[${i}]`)
  else if (typeof node === 'object')
    for (const [key, one] of Object.entries(node)) lookForBlanks(file, one, path === '' ? key : `${path}.${key}`)
}

const attempt = <T>(problems: string[], run: () => T): T | undefined => {
  try {
    return run()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    problems.push(error.message)
    return undefined
  }
}

const attemptInstruments = (law: Law, problems: string[]): Instruments => {
  const read = Object.keys(law).flatMap((file) =>
    file.startsWith('instruments/') ? [attempt(problems, () => readInstrument(file, law[file]!))] : [],
  )
  return new Map(read.flatMap((one) => (one ? [[one.id, one]] : [])))
}

const checkCoverage = (law: Law, packs: Packs): void => {
  const entries = readCoverage(law)
  for (const { pack, place, state, missing } of entries) {
    const at = { file: 'coverage', path: place }
    if (pack !== undefined && !packs.has(pack)) invalidLaw(at, `没有规则包“${pack}”`)
    if ((pack === undefined) !== (state === 'absent'))
      invalidLaw(at, '没有规则包的应为 absent，有规则包的不应为 absent')
    if (state !== 'complete' && missing === '') invalidLaw(at, '不完整的应写明缺什么')
  }
  for (const id of packs.keys())
    if (!entries.some(({ pack }) => pack === id))
      invalidLaw({ file: 'coverage', path: 'entries' }, `没有写规则包 ${id} 的覆盖情况`)
}

const KNOWN = [
  /^instruments\/[\w-]+$/,
  /^packs\/[\w-]+\/pack$/,
  /^packs\/[\w-]+\/self-evaluation\/[\w-]+$/,
  /^forms\/[\w-]+$/,
  /^forms\/final-accounts\/(?:tables|sets)\/[\w-]+$/,
  /^dictionaries\/[\w-]+$/,
  /^coverage$/,
  /^glossary$/,
  OPEN,
]

const readLayout = (file: string, node: LawNode): unknown => {
  if (file === 'forms/department-self-evaluation') return readDepartmentLayout(file, node)
  if (file === 'forms/goal-declaration') return readGoalLayout(file, node)
  if (file === 'forms/monitoring') return readMonitoringLayout(file, node)
  if (file === 'forms/narrative-cells') return readNarrativeCells(file, node)
  if (file === 'forms/narrative') return readNarrativeWords(file, node)
  return file === 'forms/evaluation-sheet' ? readEvaluationLayout(file, node) : readFormLayout(file, node)
}

const ACCOUNTS = 'forms/final-accounts/'

/** Sets name tables, so they are read after them. */
const attemptAccounts = (law: Law, problems: string[]): void => {
  const profiles: TableProfile[] = []
  for (const [file, node] of Object.entries(law)) {
    if (!file.startsWith(`${ACCOUNTS}tables/`)) continue
    const profile = attempt(problems, () => readTableProfile(file, node))
    if (profile) profiles.push(profile)
  }
  for (const [file, node] of Object.entries(law)) {
    if (file.startsWith(`${ACCOUNTS}sets/`)) attempt(problems, () => readTableSet(file, node, profiles))
    if (file.startsWith('dictionaries/')) attempt(problems, () => readDictionary(file, node))
  }
}

const readAll = (law: Law, problems: string[]): void => {
  const instruments = attemptInstruments(law, problems)
  const packs = attempt(problems, () => readPacks(law, instruments))
  if (packs) attempt(problems, () => checkCoverage(law, packs))
  attempt(problems, () => readGlossary(law))
  attemptAccounts(law, problems)
  for (const [file, node] of Object.entries(law))
    if (file.startsWith('forms/') && !file.startsWith(ACCOUNTS)) attempt(problems, () => readLayout(file, node))
}

/** All problems of the law data, as messages with file, path and what is wrong; empty when it is sound. */
export const lawProblems = (law: Law): readonly string[] => {
  const problems: string[] = []
  for (const [file, node] of Object.entries(law)) {
    attempt(problems, () => lookForBlanks(file, node))
    if (!KNOWN.some((pattern) => pattern.test(file)))
      attempt(problems, () => invalidLaw({ file, path: '' }, '没有读取这个文件的程序'))
  }
  readAll(law, problems)
  return [...new Set(problems)]
}
