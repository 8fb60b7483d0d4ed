/**
 * The way of a file through the whole program: read, recognise, check, and all reports. What comes out is put into one of
 * a few classes.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkRead } from '../../src/app/check-file.ts'
import { readSource } from '../../src/app/read-file.ts'
import { checkAsHtml, checkAsJson, checkAsXlsx } from '../../src/app/render.ts'
import type { CheckedFile } from '../../src/app/report-words.ts'
import { plainStyle } from '../../src/cli/style.ts'
import { textReport } from '../../src/cli/text-report.ts'
import { AppError } from '../../src/domain/failure.ts'
import { expandPaths, nodeFiles } from '../../src/main/files.ts'
import { readDocument } from '../../src/readers/index.ts'

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
  /** Times at the end of reading, recognising, checking and reporting, as far as they were reached. */
  readonly stages: readonly number[]
}

type Judged = Pick<Outcome, 'kind' | 'forms' | 'findings' | 'detail'>

interface Clock {
  readonly spent: () => number
  readonly lap: () => void
  readonly stages: number[]
}

function startClock(): Clock {
  const processor = process.cpuUsage()
  const stages: number[] = []
  const spent = (): number => {
    const { user, system } = process.cpuUsage(processor)
    return (user + system) / 1000
  }
  return { spent, stages, lap: () => void stages.push(spent()) }
}

export async function wholePath(bytes: Uint8Array, name: string): Promise<Outcome> {
  const start = performance.now()
  const clock = startClock()
  const judged = await (/\.zip$/i.test(name) ? archivePath(bytes, name, clock) : documentPath(bytes, name, clock))
  return { ...judged, milliseconds: clock.spent(), elapsed: performance.now() - start, stages: clock.stages }
}

async function documentPath(bytes: Uint8Array, name: string, { lap }: Clock): Promise<Judged> {
  try {
    const source = await readDocument(bytes, name)
    lap()
    const read = readSource(source, name)
    lap()
    const checked = checkRead(read)
    lap()
    const silent = silence(checked) ?? (await reportFault(checked))
    lap()
    const counts = { forms: checked.forms.length, findings: checked.findings.length }
    return silent === undefined
      ? { kind: 'read', ...counts, detail: '' }
      : { kind: 'defect', ...counts, detail: silent }
  } catch (thrown) {
    return { ...judge(thrown, name), forms: 0, findings: 0 }
  }
}

const DAY = { day: '2021-12-31', version: '0' } as const
const TEXT = { language: 'zh', width: 100, style: plainStyle, floor: 'info' } as const

/** A check that did not end, or something that is said to nobody. */
function silence({ findings, unchecked }: CheckedFile): string | undefined {
  const failed = unchecked.find(({ code }) => code !== undefined)
  if (failed) return `check ${failed.code}: ${failed.message}`
  const mute = findings.find(({ message, messageEn, remedy }) => message === '' || messageEn === '' || remedy === '')
  return mute && `finding without words: ${mute.code}`
}

/** Every report is made, in both languages where it has two. */
async function reportFault(checked: CheckedFile): Promise<string | undefined> {
  const reports = [
    textReport(checked, TEXT),
    textReport(checked, { ...TEXT, language: 'en' }),
    checkAsJson([checked], true, undefined),
    await checkAsHtml([checked], { ...DAY, floor: 'info' }),
    await checkAsXlsx([checked], { ...DAY, floor: 'info', language: 'en' }),
  ]
  return reports.some(({ length }) => length === 0) ? 'an empty report' : undefined
}

/** Members of one archive that are gone through. */
const MOST_MEMBERS = 200
let archives = 0

/** As the command line does it: the archive is opened like a folder, and each of its files is a file of its own. */
async function archivePath(bytes: Uint8Array, name: string, clock: Clock): Promise<Judged> {
  archives += 1
  const folder = join(tmpdir(), `jiheng-robustness-${process.pid}-${archives}`)
  const path = join(folder, name)
  mkdirSync(folder, { recursive: true })
  writeFileSync(path, bytes)
  try {
    const { files } = await expandPaths([path])
    const all: Judged[] = []
    for (const file of files.slice(0, MOST_MEMBERS)) all.push(await memberPath(file, name, clock))
    return summed(all)
  } catch (thrown) {
    return { ...judge(thrown, name), forms: 0, findings: 0 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function memberPath(file: string, archive: string, clock: Clock): Promise<Judged> {
  let bytes: Uint8Array
  try {
    bytes = await nodeFiles.read(file)
  } catch (thrown) {
    return { ...judge(thrown, archive), forms: 0, findings: 0 }
  }
  return documentPath(bytes, file, { ...clock, lap: () => undefined })
}

/** A defect of one is a defect of all; an archive none of whose files is read counts as refused. */
function summed(all: readonly Judged[]): Judged {
  const one = all.find(({ kind }) => kind === 'defect') ?? all.find(({ kind }) => kind === 'read') ?? all[0]!
  const sum = (pick: (judged: Judged) => number): number => all.reduce((total, judged) => total + pick(judged), 0)
  return { ...one, forms: sum(({ forms }) => forms), findings: sum(({ findings }) => findings) }
}

/** A refusal must say where, what and what to do in Chinese; an unforeseen error behind a message is a defect all the same. */
function judge(thrown: unknown, name: string): Pick<Outcome, 'kind' | 'detail'> {
  if (!(thrown instanceof AppError)) return { kind: 'defect', detail: `throws ${stackOf(thrown)}` }
  const { code, where, message, remedy, english, cause } = thrown
  const isChinese = /[\u4e00-\u9fff]/.test(message) && /[\u4e00-\u9fff]/.test(remedy)
  const isSaid = where.includes(name) && isChinese && english.message !== '' && english.remedy !== ''
  if (!isSaid) return { kind: 'defect', detail: `${code} without words: ${where}|${message}|${remedy}` }
  const isForeseen = cause === undefined || cause instanceof AppError || !OWN_BUG.has(nameOf(cause))
  return isForeseen ? { kind: 'refused', detail: code } : { kind: 'defect', detail: `${code} hides ${stackOf(cause)}` }
}

/** Errors that only a bug in a reader makes. */
const OWN_BUG: ReadonlySet<string> = new Set(['TypeError', 'ReferenceError', 'SyntaxError', 'RangeError'])

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error)

const stackOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 4).join(' ← ') : String(error)
