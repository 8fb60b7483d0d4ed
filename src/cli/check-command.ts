/** `jiheng check`. */
import { withAcross } from '../app/check-across.ts'
import { exitStatus } from '../app/check-file.ts'
import { type BatchOptions, checkJob } from '../app/check-job.ts'
import { requirePack } from '../app/packs.ts'
import type { Ocr } from '../app/ports.ts'
import { checkAsHtml, checkAsJson, checkAsXlsx } from '../app/render.ts'
import { type CheckOutcome, countBySeverity, severityWord } from '../app/report-words.ts'
import { isAtLeast, SEVERITIES, type Severity } from '../domain/finding.ts'
import { type Command, deliver, type Invocation, needFiles, OCR_OPTION, ocrOption, textValue } from './command.ts'
import { startProgress } from './progress.ts'
import { plainStyle } from './style.ts'
import { failureText, textReport, totalText } from './text-report.ts'
import { usageError } from './usage-error.ts'

const DEFAULT_OUTPUT: Readonly<Record<string, string>> = { html: 'jiheng-report.html', xlsx: 'jiheng-report.xlsx' }
/** Width of text written to a file. */
const FILE_WIDTH = 100

/** One after another, where several at once are of no use. */
const checkInTurn = async (
  files: readonly string[],
  { io }: Invocation,
  options: BatchOptions,
  ocr: Ocr | undefined,
  step: (done: number, file: string) => void,
): Promise<readonly CheckOutcome[]> => {
  const outcomes: CheckOutcome[] = []
  for (const file of files) {
    step(outcomes.length, file)
    outcomes.push(await checkJob(file, io.files, options, ocr))
  }
  return outcomes
}

const MOST_JOBS = 64

/** `--jobs 4`; undefined leaves it to the machine. */
const jobsOf = (invocation: Invocation): number | undefined => {
  const given = textValue(invocation, 'jobs')
  if (given === undefined) return undefined
  const jobs = /^\d{1,2}$/.test(given) ? Number.parseInt(given, 10) : 0
  if (jobs >= 1 && jobs <= MOST_JOBS) return jobs
  throw usageError(
    '--jobs',
    { message: `选项 --jobs 没有“${given}”这个值`, remedy: `可用的值：1 到 ${MOST_JOBS}` },
    { message: `option --jobs has no value "${given}"`, remedy: `a number from 1 to ${MOST_JOBS}` },
  )
}

const checkAll = async (files: readonly string[], invocation: Invocation): Promise<readonly CheckOutcome[]> => {
  const { values, io } = invocation
  const pack = textValue(invocation, 'pack')
  const program = textValue(invocation, 'ocr')
  const options = {
    ...(pack === undefined ? {} : { pack }),
    ...(program === undefined ? {} : { ocr: program }),
    keepsBlocks: values.format === 'html',
  }
  const jobs = jobsOf(invocation)
  // Asked for here in any case: a program that is not installed is told once, not once a file.
  const { ocr } = await ocrOption(invocation)
  const progress = startProgress(files.length, io.width, io.status)
  const outcomes = await (io.checkMany(files, options, jobs, progress.step) ??
    checkInTurn(files, invocation, options, ocr, progress.step))
  progress.end()
  return outcomes
}

const asText = (
  outcomes: readonly CheckOutcome[],
  invocation: Invocation,
  floor: Severity,
  isFile: boolean,
): string => {
  const { io, language } = invocation
  const options = { language, floor, style: isFile ? plainStyle : io.style, width: isFile ? FILE_WIDTH : io.width }
  const checked = outcomes.filter((one) => one.outcome === 'checked')
  const reports = checked.map((one) => `${textReport(one, options)}\n`)
  const total = outcomes.length > 1 ? [`${totalText(outcomes, options)}\n`] : []
  return [...reports, ...total].join('\n')
}

const render = async (
  outcomes: readonly CheckOutcome[],
  invocation: Invocation,
  isSingle: boolean,
  output: string | undefined,
): Promise<string | Uint8Array> => {
  const { io, language } = invocation
  const given = textValue(invocation, 'min-severity') as Severity | undefined
  const options = { floor: given ?? 'warning', day: io.today(), version: io.version, language } as const
  switch (textValue(invocation, 'format') ?? 'text') {
    case 'json':
      return checkAsJson(outcomes, isSingle, given)
    case 'html':
      return checkAsHtml(outcomes, options)
    case 'xlsx':
      return checkAsXlsx(outcomes, options)
    default:
      return asText(outcomes, invocation, options.floor, output !== undefined && output !== '-')
  }
}

/** Said on standard error when the report itself went into a file. */
const writtenText = (outcomes: readonly CheckOutcome[], file: string, { language }: Invocation): string => {
  const counts = countBySeverity(outcomes.flatMap((one) => (one.outcome === 'checked' ? one.findings : [])))
  const parts = [...SEVERITIES].reverse().filter((severity) => isAtLeast(severity, 'warning'))
  return language === 'zh'
    ? `${parts.map((severity) => `${severityWord(severity)} ${counts[severity]}`).join('，')}；报告已写入 ${file}`
    : `${parts.map((severity) => `${counts[severity]} ${severityWord(severity, 'en')}`).join(', ')}; report written to ${file}`
}

const run = async (invocation: Invocation): Promise<number> => {
  needFiles(invocation, 'check')
  const { io, language, positionals } = invocation
  const pack = textValue(invocation, 'pack')
  if (pack !== undefined) requirePack(pack)
  const { files, isSingle } = await io.expand(positionals)
  const output = textValue(invocation, 'output') ?? DEFAULT_OUTPUT[textValue(invocation, 'format') ?? 'text']
  const outcomes = withAcross(await checkAll(files, invocation))
  for (const one of outcomes) if (one.outcome === 'failed') io.error(failureText(one, language, io.width))
  const written = await deliver(await render(outcomes, invocation, isSingle, output), output, files, io)
  if (written !== undefined) io.error(writtenText(outcomes, written, invocation))
  return exitStatus(outcomes)
}

export const checkCommand: Command = {
  name: 'check',
  options: {
    format: { type: 'string', short: 'f', values: ['text', 'json', 'html', 'xlsx'] },
    output: { type: 'string', short: 'o' },
    pack: { type: 'string', short: 'p' },
    jobs: { type: 'string', short: 'j' },
    ...OCR_OPTION,
    'min-severity': { type: 'string', short: 's', values: SEVERITIES },
  },
  run,
}
