/** Checks one file: reads it, chooses a pack for each form, runs all checks. */
import { allChecks } from '../checks/index.ts'
import { AppError } from '../domain/failure.ts'
import type { Finding } from '../domain/finding.ts'
import type { SelfEvaluation } from '../domain/self-evaluation.ts'
import type { Assessments } from '../engine/assessment.ts'
import { causesOf } from '../engine/causes/causes-of.ts'
import type { Check } from '../engine/check.ts'
import { localiseRecord } from '../engine/localise/accounts.ts'
import type { CheckDefect } from '../engine/run.ts'
import { runChecksWithDefects } from '../engine/run.ts'
import { choosePack, type PackChoice } from '../law/choose-pack.ts'
import { rulesFor } from '../law/packs.ts'
import type { SelfEvaluationRules } from '../law/self-evaluation-rules.ts'
import type { CheckedFile, CheckOutcome, PackUse, ReadFile, Unchecked } from '../writers/report-model.ts'
import { failedFile, REPORT_IT } from './failures.ts'
import { titleTexts } from './place.ts'
import { planRules } from './plan-rules.ts'
import type { FilePort, Ocr } from './ports.ts'
import { readFile } from './read-file.ts'

export interface CheckOptions {
  /** Pack named by the person; without it each form's place and year decide. */
  readonly pack?: string
  /** Reads scanned pages. */
  readonly ocr?: Ocr
  /** All checks, unless some are named. */
  readonly checks?: readonly Check[]
}

const originOf = (read: ReadFile, form: SelfEvaluation) => ({
  region: read.facts.region,
  year: form.year > 0 ? form.year : read.facts.year,
  title: form.title?.printed ?? '',
  hints: [
    form.head.department?.printed ?? '',
    form.head.implementingUnit?.printed ?? '',
    ...titleTexts(read.source),
    read.file.replace(/^.*[/\\]/, ''),
  ],
})

const choiceFor = (read: ReadFile, form: SelfEvaluation, { pack }: CheckOptions): PackChoice => {
  const own = choosePack(originOf(read, form))
  return pack === undefined ? own : { pack, on: own.on, why: '由使用者指定', whyEn: 'named by the user' }
}

interface Chosen {
  readonly rules: ReadonlyMap<SelfEvaluation, SelfEvaluationRules>
  readonly packs: readonly PackUse[]
  readonly unchecked: Unchecked[]
}

/** Throws everything but LAW_NOT_COVERED on. */
const notCovered = (thrown: unknown, form: number | undefined): Unchecked => {
  if (!(thrown instanceof AppError) || thrown.code !== 'LAW_NOT_COVERED') throw thrown
  const { message, remedy, english } = thrown
  return { form, message, messageEn: english.message, remedy, remedyEn: english.remedy }
}

/** A form whose year no pack reaches is not judged by another year's rules: it is listed as unchecked. */
const chooseAll = (read: ReadFile, options: CheckOptions): Chosen => {
  const rules = new Map<SelfEvaluation, SelfEvaluationRules>()
  const uses = new Map<string, PackUse & { forms: number[] }>()
  const unchecked: Unchecked[] = []
  for (const form of read.forms) {
    const { pack, on, why, whyEn } = choiceFor(read, form, options)
    try {
      const own = rulesFor(pack, on)
      rules.set(form, own)
      const key = `${pack} ${on} ${why}`
      const use = uses.get(key)
      if (use) use.forms.push(form.index)
      else uses.set(key, { pack, title: own.packTitle, on, forms: [form.index], why, whyEn })
    } catch (thrown) {
      unchecked.push(notCovered(thrown, form.index))
    }
  }
  return { rules, packs: [...uses.values()], unchecked }
}

/** A check that failed on the way, as something that was not judged. */
export const uncheckedDefect = ({ code, form, error }: CheckDefect): Unchecked => {
  const detail = error instanceof Error ? error.message : String(error)
  return {
    form,
    code,
    message: `检查 ${code} 没有完成（程序内部错误：${detail}）`,
    messageEn: `Check ${code} did not end (internal error of the program: ${detail})`,
    ...REPORT_IT,
  }
}

/** Score sheets and whole-department forms are judged by the rules of the document's own place and year. */
const assessmentsOf = (
  read: ReadFile,
  { pack }: CheckOptions,
  unchecked: Unchecked[],
): { assessments?: Assessments } => {
  const { evaluations: sheets, evaluationExcerpts: excerpts = [], departments = [] } = read
  if (sheets.length === 0 && departments.length === 0) return {}
  const { region, department, year } = read.facts
  const hints = [department, ...titleTexts(read.source), read.file.replace(/^.*[/\\]/, '')]
  const choice = choosePack({ region, year: year > 0 ? year : (departments[0]?.year ?? 0), title: '', hints })
  try {
    return { assessments: { sheets, excerpts, departments, rules: rulesFor(pack ?? choice.pack, choice.on) } }
  } catch (thrown) {
    unchecked.push(notCovered(thrown, undefined))
    return {}
  }
}

/** What the findings of one file have in common; findings of a comparison with other files may be among them. */
export const causesIn = ({ finalAccounts }: Pick<ReadFile, 'finalAccounts'>, findings: readonly Finding[]) =>
  causesOf(findings, finalAccounts ? localiseRecord(finalAccounts) : [])

/** Throws AppError UNKNOWN_PACK; law that does not reach a form is told in `unchecked`. */
export const checkRead = (read: ReadFile, options: CheckOptions = {}): CheckedFile => {
  const { rules, packs, unchecked } = chooseAll(read, options)
  const forms = read.forms.filter((form) => rules.has(form))
  const { findings, defects } = runChecksWithDefects(
    read.source,
    forms,
    (form) => rules.get(form)!,
    options.checks ?? allChecks,
    {
      ...(read.narrative ? { narrative: read.narrative } : {}),
      ...(read.finalAccounts ? { accounts: read.finalAccounts } : {}),
      ...assessmentsOf(read, options, unchecked),
      ...planRules(read, options.pack, (thrown) => unchecked.push(notCovered(thrown, undefined))),
      facts: read.facts,
    },
  )
  const causes = causesIn(read, findings)
  const failed = [...unchecked, ...defects.map(uncheckedDefect)]
  return { ...read, outcome: 'checked', packs, unchecked: failed, findings, causes }
}

/** Never throws: a file that cannot be read is an outcome, so that it does not stop the others. */
export const checkFile = async (file: string, files: FilePort, options: CheckOptions = {}): Promise<CheckOutcome> => {
  const read = await readFile(file, files, options.ocr ? { ocr: options.ocr } : {})
  if (read.outcome === 'failed') return read
  try {
    return checkRead(read, options)
  } catch (thrown) {
    return failedFile(file, thrown)
  }
}

/** Without the document's blocks, which only a drawing needs: thousands of files would not fit into memory with them. */
export const withoutBlocks = (outcome: CheckOutcome): CheckOutcome =>
  outcome.outcome === 'failed' ? outcome : { ...outcome, source: { ...outcome.source, blocks: [] } }

/** 0 clean, 1 something of severity error or above, 2 something was not read or not judged. */
export const exitStatus = (outcomes: readonly CheckOutcome[]): 0 | 1 | 2 => {
  if (outcomes.some((one) => one.outcome === 'failed' || one.unchecked.length > 0)) return 2
  const isBad = outcomes.some(
    (one) =>
      one.outcome === 'checked' && one.findings.some(({ severity }) => severity === 'error' || severity === 'fatal'),
  )
  return isBad ? 1 : 0
}
