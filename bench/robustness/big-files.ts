/** Large true files, each read in a child process of its own: time by stage and peak memory. */
import { fork } from 'node:child_process'
import { unzipSync, zipSync } from 'fflate'
import { generateForm } from '../../test/support/generate-form.ts'
import { randomFrom } from '../../test/support/random.ts'
import { toDocx, toHtml, toTabs } from '../../test/support/write-forms.ts'
import { machine, printTable } from '../_support/measure.ts'
import { type Outcome, wholePath } from './whole-path.ts'
import { peakMiB, resetPeak } from './worker.ts'

const MiB = 1024 * 1024

const formsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => generateForm(randomFrom(index + 1), index + 1).form)

/** Forms by the thousand, the same thousand again and again: making them should not take longer than reading them. */
function repeated(piece: Uint8Array, bytes: number): Uint8Array {
  const times = Math.max(1, Math.floor(bytes / piece.length))
  const all = new Uint8Array(piece.length * times)
  for (let time = 0; time < times; time += 1) all.set(piece, time * piece.length)
  return all
}

/** The body of a Word file ten times over. */
function tenfold(docx: Uint8Array): Uint8Array {
  const parts = unzipSync(docx)
  const xml = new TextDecoder().decode(parts['word/document.xml'])
  const from = xml.indexOf('<w:body>') + '<w:body>'.length
  const to = xml.lastIndexOf('<w:sectPr')
  const body = utf8(xml.slice(0, from) + xml.slice(from, to).repeat(10) + xml.slice(to))
  return zipSync({ ...parts, 'word/document.xml': body }, { level: 6 })
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Prose with a form here and there, as in a collection of reports. */
const mixed = (): Uint8Array =>
  utf8(
    `${new TextDecoder().decode(toTabs(formsOf(1)))}${'本项目按计划推进，各项工作按期完成，资金使用规范。'.repeat(8).concat('\n').repeat(200)}`,
  )

/** The text of forms without any separators but spaces. */
const singleSpaced = (forms: number): string => new TextDecoder().decode(toTabs(formsOf(forms))).replaceAll(/\t+/g, ' ')

type Maker = () => Uint8Array | Promise<Uint8Array>

const FILES: Readonly<Record<string, Maker>> = {
  'tabs-1.txt': () => toTabs(formsOf(1)),
  'tabs-10.txt': () => toTabs(formsOf(10)),
  'tabs-100.txt': () => toTabs(formsOf(100)),
  'tabs-1000.txt': () => toTabs(formsOf(1000)),
  'tabs-10000.txt': () => repeated(toTabs(formsOf(1000)), toTabs(formsOf(1000)).length * 10),
  'tabs-60MB.txt': () => repeated(toTabs(formsOf(1000)), 60 * MiB),
  'tabs-200MB.txt': () => repeated(toTabs(formsOf(1000)), 200 * MiB),
  'reports-200MB.txt': () => repeated(mixed(), 200 * MiB),
  'lines-18MB.txt': () => repeated(utf8(singleSpaced(1000)), 18 * MiB),
  'lines-200MB.txt': () => repeated(utf8(singleSpaced(1000)), 200 * MiB),
  'prose-200MB.txt': () => repeated(utf8(`${'项目支出绩效自评工作按照要求开展，结果如下。'.repeat(6)}\n`), 200 * MiB),
  'one-line-200MB.txt': () => repeated(utf8('项目支出绩效自评'), 200 * MiB),
  'one-line-latin-200MB.txt': () => repeated(utf8('project '), 200 * MiB),
  'blank-lines-200MB.txt': () => repeated(utf8('\n'), 200 * MiB),
  'only-tabs-200MB.txt': () => repeated(utf8('\t'), 200 * MiB),
  'bars-200MB.md': () => repeated(utf8('a|b\n'), 200 * MiB),
  'forms-12MB.html': () => repeated(toHtml(formsOf(1000)), 12 * MiB),
  'forms-30MB.html': () => repeated(toHtml(formsOf(1000)), 30 * MiB),
  'forms-200MB.html': () => repeated(toHtml(formsOf(1000)), 200 * MiB),
  'forms-1.docx': () => toDocx(formsOf(1)),
  'forms-10.docx': () => toDocx(formsOf(10)),
  'forms-100.docx': () => toDocx(formsOf(100)),
  'forms-1000.docx': () => toDocx(formsOf(1000)),
  'forms-10000.docx': async () => tenfold(await toDocx(formsOf(1000))),
}

interface BigReport {
  readonly outcome: Outcome
  readonly size: number
  readonly before: number
  readonly peak: number
}

/** The file is made by the parent and handed over as a path, so that the child's memory is that of reading only. */
export async function serveBigFile(path: string): Promise<void> {
  const { readFileSync } = await import('node:fs')
  resetPeak()
  const before = peakMiB()
  const bytes = new Uint8Array(readFileSync(path))
  const outcome = await wholePath(bytes, path)
  process.send!({ outcome, size: bytes.length, before, peak: peakMiB() } satisfies BigReport)
  process.disconnect()
}

function inChild(script: string, path: string): Promise<BigReport | undefined> {
  const child = fork(script, ['--big-one', path], { execArgv: ['--max-old-space-size=2048'] })
  return new Promise((resolve) => {
    child.once('message', (message) => resolve(message as BigReport))
    child.once('exit', () => resolve(undefined))
  })
}

export async function measureBigFiles(script: string): Promise<void> {
  const { existsSync, mkdirSync, statSync, writeFileSync } = await import('node:fs')
  const { join } = await import('node:path')
  const { tmpdir } = await import('node:os')
  const folder = join(tmpdir(), 'jiheng-big-files')
  mkdirSync(folder, { recursive: true })
  const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
  const rows: string[][] = []
  for (const [name, make] of Object.entries(FILES)) {
    if (wanted.length > 0 && !wanted.some((word) => name.includes(word))) continue
    const path = join(folder, name)
    if (!existsSync(path) || statSync(path).size === 0) writeFileSync(path, await make())
    rows.push(rowOf(name, await inChild(script, path)))
    console.error(rows.at(-1)!.join(' | '))
  }
  console.log(machine())
  printTable(
    'Large files',
    ['file', 'MiB', 'outcome', 'read s', 'recognise s', 'check s', 'ms per form', 'peak MiB'],
    rows,
  )
}

function rowOf(name: string, report: BigReport | undefined): string[] {
  if (!report) return [name, '', 'crash', '', '', '', '', '']
  const { kind, forms, findings, detail, stages, milliseconds } = report.outcome
  const laps = stages.map((time, index) => ((time - (stages[index - 1] ?? 0)) / 1000).toFixed(2))
  const what = kind === 'read' ? `${forms} forms, ${findings} findings` : detail
  const perForm = forms > 0 ? (milliseconds / forms).toFixed(2) : ''
  const times = kind === 'read' ? laps : [(milliseconds / 1000).toFixed(2), '', '']
  return [name, (report.size / MiB).toFixed(1), what, ...times, perForm, report.peak.toFixed(0)]
}
