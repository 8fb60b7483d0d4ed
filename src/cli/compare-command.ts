/** `jiheng compare OLD NEW`. */
import { compareFiles, comparisonStatus } from '../app/compare-files.ts'
import { type ComparisonReport, compareAsHtml, compareAsJson, compareAsXlsx } from '../app/compare-render.ts'
import { requirePack } from '../app/packs.ts'
import type { ComparisonMode } from '../domain/document-comparison.ts'
import { FAILURE_EXIT_CODE } from '../domain/failure.ts'
import { SEVERITIES, type Severity } from '../domain/finding.ts'
import { type Command, deliver, type Invocation, OCR_OPTION, ocrOption, textValue } from './command.ts'
import { compareText } from './compare-text.ts'
import { plainStyle } from './style.ts'
import { failureText } from './text-report.ts'
import { usageError } from './usage-error.ts'

const DEFAULT_OUTPUT: Readonly<Record<string, string>> = { html: 'jiheng-compare.html', xlsx: 'jiheng-compare.xlsx' }
/** Width of text written to a file. */
const FILE_WIDTH = 100

/** Two files exactly; a folder is none. One and the same file may be named twice. */
const twoFiles = ({ positionals }: Invocation): readonly [string, string] => {
  const [before, after] = positionals
  if (before === undefined || after === undefined || positionals.length !== 2)
    throw usageError(
      'compare',
      { message: '需要正好两个文件：旧的和新的', remedy: '例：jiheng compare 2020年决算.docx 2021年决算.docx' },
      {
        message: 'exactly two files are needed: the old one and the new one',
        remedy: 'e.g. jiheng compare old.docx new.docx',
      },
    )
  return [before, after]
}

const render = async (
  report: ComparisonReport,
  invocation: Invocation,
  output: string | undefined,
): Promise<string | Uint8Array> => {
  const { io, language } = invocation
  const options = { day: io.today(), version: io.version, language } as const
  switch (textValue(invocation, 'format') ?? 'text') {
    case 'json':
      return compareAsJson(report)
    case 'html':
      return compareAsHtml(report, options)
    case 'xlsx':
      return compareAsXlsx(report, options)
    default: {
      const isFile = output !== undefined && output !== '-'
      const floor = (textValue(invocation, 'min-severity') ?? 'warning') as Severity
      const style = isFile ? plainStyle : io.style
      return `${compareText(report, { language, floor, style, width: isFile ? FILE_WIDTH : io.width })}\n`
    }
  }
}

const run = async (invocation: Invocation): Promise<number> => {
  const { io, language } = invocation
  const [before, after] = twoFiles(invocation)
  const pack = textValue(invocation, 'pack')
  if (pack !== undefined) requirePack(pack)
  const mode = textValue(invocation, 'mode') as ComparisonMode | undefined
  const outcome = await compareFiles(before, after, io.files, {
    ...(pack === undefined ? {} : { pack }),
    ...(mode === undefined ? {} : { mode }),
    ...(await ocrOption(invocation)),
  })
  if (outcome.outcome === 'failed') {
    for (const file of outcome.files) io.error(failureText(file, language, io.width))
    return FAILURE_EXIT_CODE
  }
  const output = textValue(invocation, 'output') ?? DEFAULT_OUTPUT[textValue(invocation, 'format') ?? 'text']
  const written = await deliver(await render(outcome.report, invocation, output), output, [before, after], io)
  if (written !== undefined)
    io.error(language === 'zh' ? `比较结果已写入 ${written}` : `comparison written to ${written}`)
  return comparisonStatus(outcome.report)
}

export const compareCommand: Command = {
  name: 'compare',
  options: {
    format: { type: 'string', short: 'f', values: ['text', 'json', 'html', 'xlsx'] },
    output: { type: 'string', short: 'o' },
    pack: { type: 'string', short: 'p' },
    mode: { type: 'string', short: 'm', values: ['version', 'year'] },
    ...OCR_OPTION,
    'min-severity': { type: 'string', short: 's', values: SEVERITIES },
  },
  run,
}
