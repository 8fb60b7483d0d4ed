/** `jiheng check`. */
import { checkFile, exitStatus, withoutBlocks } from '../app/check-file.ts'
import { requirePack } from '../app/packs.ts'
import { checkAsHtml, checkAsJson, checkAsXlsx } from '../app/render.ts'
import { type CheckOutcome, countBySeverity, severityWord } from '../app/report-words.ts'
import { isAtLeast, SEVERITIES, type Severity } from '../domain/finding.ts'
import { type Command, deliver, type Invocation, needFiles, OCR_OPTION, ocrOption, textValue } from './command.ts'
import { startProgress } from './progress.ts'
import { plainStyle } from './style.ts'
import { failureText, textReport, totalText } from './text-report.ts'

const DEFAULT_OUTPUT: Readonly<Record<string, string>> = { html: 'jiheng-report.html', xlsx: 'jiheng-report.xlsx' }
/** Width of text written to a file. */
const FILE_WIDTH = 100

const checkAll = async (files: readonly string[], invocation: Invocation): Promise<CheckOutcome[]> => {
  const { values, io } = invocation
  const pack = typeof values.pack === 'string' ? { pack: values.pack } : {}
  const options = { ...pack, ...(await ocrOption(invocation)) }
  const progress = startProgress(files.length, io.width, io.status)
  const outcomes: CheckOutcome[] = []
  for (const file of files) {
    progress.step(outcomes.length, file)
    const outcome = await checkFile(file, io.files, options)
    outcomes.push(values.format === 'html' ? outcome : withoutBlocks(outcome))
  }
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
  const outcomes = await checkAll(files, invocation)
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
    ...OCR_OPTION,
    'min-severity': { type: 'string', short: 's', values: SEVERITIES },
  },
  run,
}
