/** `jiheng read`. */
import { readFile } from '../app/read-file.ts'
import { readAsCsv, readAsJson } from '../app/render.ts'
import type { ReadOutcome } from '../app/report-words.ts'
import { type Command, deliver, type Invocation, needFiles, textValue } from './command.ts'
import { formsTable } from './forms-table.ts'
import { startProgress } from './progress.ts'
import { plainStyle } from './style.ts'
import { failureText } from './text-report.ts'

/** Spreadsheet programs take a CSV file for UTF-8 only when it begins with this mark. */
const BYTE_ORDER_MARK = '\ufeff'

const render = (
  outcomes: readonly ReadOutcome[],
  invocation: Invocation,
  isSingle: boolean,
  isFile: boolean,
): string => {
  const { io, language } = invocation
  const format = textValue(invocation, 'format') ?? 'table'
  if (format === 'json') return readAsJson(outcomes, isSingle)
  if (format === 'csv') return (isFile ? BYTE_ORDER_MARK : '') + readAsCsv(outcomes, language)
  const options = { language, width: isFile ? 120 : io.width, style: isFile ? plainStyle : io.style }
  return outcomes.map((one) => (one.outcome === 'read' ? `${formsTable(one, options)}\n` : '')).join('\n')
}

const run = async (invocation: Invocation): Promise<number> => {
  needFiles(invocation, 'read')
  const { io, language } = invocation
  const { files, isSingle } = await io.expand(invocation.positionals)
  const output = textValue(invocation, 'output')
  const progress = startProgress(files.length, io.width, io.status)
  const outcomes: ReadOutcome[] = []
  for (const file of files) {
    progress.step(outcomes.length, file)
    outcomes.push(await readFile(file, io.files))
  }
  progress.end()
  for (const one of outcomes) if (one.outcome === 'failed') io.error(failureText(one, language, io.width))
  const isFile = output !== undefined && output !== '-'
  const written = await deliver(render(outcomes, invocation, isSingle, isFile), output, files, io)
  if (written !== undefined) io.error(language === 'zh' ? `已写入 ${written}` : `written to ${written}`)
  return outcomes.some((one) => one.outcome === 'failed') ? 2 : 0
}

export const readCommand: Command = {
  name: 'read',
  options: {
    format: { type: 'string', short: 'f', values: ['table', 'json', 'csv'] },
    output: { type: 'string', short: 'o' },
  },
  run,
}
