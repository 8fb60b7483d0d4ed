/** Checks what several documents say of one thing: the same project, code or year printed in two places. */
import { allChecks } from '../checks/index.ts'
import type { Finding } from '../domain/finding.ts'
import { type AcrossInput, departmentOf } from '../engine/across.ts'
import { type AcrossRun, runAcross } from '../engine/run-across.ts'
import type { CheckedFile, CheckOutcome, ReadFile } from '../writers/report-model.ts'
import { causesIn, uncheckedDefect } from './check-file.ts'

/** More files of one department are a register of single forms; each with each would never end. */
const MOST_FILES = 100

type Read = ReadFile | CheckedFile

const inputOf = ({
  file,
  source,
  facts,
  forms,
  narrative,
  finalAccounts,
  departments = [],
  ...rest
}: Read): AcrossInput => ({
  file,
  source,
  facts,
  forms,
  departments,
  sheets: rest.evaluations,
  goals: rest.goalDeclarations ?? [],
  monitorings: rest.monitorings ?? [],
  ...(narrative ? { narrative } : {}),
  ...(finalAccounts ? { accounts: finalAccounts } : {}),
})

/** Departments with two files or more; of too many files only those that hold tables. */
const groupsOf = (files: readonly Read[]): readonly (readonly AcrossInput[])[] => {
  const groups = new Map<string, AcrossInput[]>()
  for (const file of files) {
    const input = inputOf(file)
    const key = departmentOf(input)
    if (key === '') continue
    const own = groups.get(key)
    if (own) own.push(input)
    else groups.set(key, [input])
  }
  return [...groups.values()].flatMap((group) => {
    const own = group.length <= MOST_FILES ? group : group.filter(({ accounts }) => (accounts?.tables.length ?? 0) > 0)
    return own.length > 1 && own.length <= MOST_FILES ? [own] : []
  })
}

/** Documents of any departments, in any order; only those of one department are compared. Findings name the file of each place. */
export const checkAcross = (files: readonly Read[]): AcrossRun => {
  const runs = groupsOf(files).map((group) => runAcross(group, allChecks))
  return { findings: runs.flatMap(({ findings }) => findings), defects: runs.flatMap(({ defects }) => defects) }
}

/** The outcomes with what their comparison found, each finding with the file that it stands in. */
export const withAcross = (outcomes: readonly CheckOutcome[]): readonly CheckOutcome[] => {
  const checked = outcomes.filter((one) => one.outcome === 'checked')
  if (checked.length < 2) return outcomes
  const { findings, defects } = checkAcross(checked)
  if (findings.length === 0 && defects.length === 0) return outcomes
  const byFile = new Map<string, Finding[]>()
  for (const finding of findings) {
    const file = finding.at.file ?? ''
    byFile.set(file, [...(byFile.get(file) ?? []), finding])
  }
  const failed = defects.map(uncheckedDefect)
  return outcomes.map((one): CheckOutcome => {
    if (one.outcome === 'failed') return one
    const own = byFile.get(one.file) ?? []
    const unchecked = one === checked[0] ? [...one.unchecked, ...failed] : one.unchecked
    if (own.length === 0 && unchecked === one.unchecked) return one
    const all = [...one.findings, ...own]
    return { ...one, unchecked, findings: all, causes: causesIn(one, all) }
  })
}
