/** `jiheng read`. */
import { readFile } from '../app/read-file.ts'
import { csvHeader, readAsCsv, readAsJson } from '../app/render.ts'
import type { ReadOutcome } from '../app/report-words.ts'
import { FAILURE_EXIT_CODE } from '../domain/failure.ts'
import { type Command, deliver, type Invocation, needFiles, OCR_OPTION, ocrOption, textValue } from './command.ts'
import { formsTable } from './forms-table.ts'
import { startProgress } from './progress.ts'
import { plainStyle } from './style.ts'
import { failureText } from './text-report.ts'

/** Spreadsheet programs take a CSV file for UTF-8 only when it begins with this mark. */
const BYTE_ORDER_MARK = '\ufeff'
/** Width of text written to a file. */
const FILE_WIDTH = 120

type Render = (outcome: ReadOutcome, index: number) => string

const renderer = (invocation: Invocation, isSingle: boolean, isFile: boolean): Render => {
  const { io, language } = invocation
  const format = textValue(invocation, 'format') ?? 'table'
  if (format === 'json') return (outcome) => readAsJson(outcome, isSingle)
  if (format === 'csv') {
    const head = (isFile ? BYTE_ORDER_MARK : '') + csvHeader(language)
    return (outcome, index) => (index === 0 ? head : '') + readAsCsv(outcome, language)
  }
  const options = { language, width: isFile ? FILE_WIDTH : io.width, style: isFile ? plainStyle : io.style }
  return (outcome, index) =>
    outcome.outcome === 'read' ? `${index > 0 ? '\n' : ''}${formsTable(outcome, options)}\n` : ''
}

/** Files are rendered one by one: what was read of a file is let go before the next one is opened. */
const run = async (invocation: Invocation): Promise<number> => {
  needFiles(invocation, 'read')
  const { io, language } = invocation
  const { files, isSingle } = await io.expand(invocation.positionals)
  const output = textValue(invocation, 'output')
  const render = renderer(invocation, isSingle, output !== undefined && output !== '-')
  const reading = await ocrOption(invocation)
  const progress = startProgress(files.length, io.width, io.status)
  const parts: string[] = []
  let status = 0
  for (const [index, file] of files.entries()) {
    progress.step(index, file)
    const outcome = await readFile(file, io.files, reading)
    parts.push(render(outcome, index))
    if (outcome.outcome === 'read') continue
    io.error(failureText(outcome, language, io.width))
    status = FAILURE_EXIT_CODE
  }
  progress.end()
  const written = await deliver(parts.join(''), output, files, io)
  if (written !== undefined) io.error(language === 'zh' ? `已写入 ${written}` : `written to ${written}`)
  return status
}

export const readCommand: Command = {
  name: 'read',
  options: {
    format: { type: 'string', short: 'f', values: ['table', 'json', 'csv'] },
    output: { type: 'string', short: 'o' },
    ...OCR_OPTION,
  },
  run,
}
