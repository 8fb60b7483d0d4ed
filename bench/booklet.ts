/** A booklet of 200 pages read and checked, beside what pdf.js alone takes for its text; memory of a process that does nothing else. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkRead } from '../src/app/check-file.ts'
import { readBytes } from '../src/app/read-file.ts'
import { bookletPdf } from './_support/booklet.ts'
import { compare, machine, ms, printTable } from './_support/measure.ts'
import { textContent } from './_support/text-content.ts'

const ROUNDS = 5
const check = async (pdf: Uint8Array) => checkRead(await readBytes(pdf, 'booklet.pdf'))

/** Highest memory of a process that checks the file once, in MB. */
const memory = (pdf: Uint8Array, what: 'check' | 'text'): number => {
  const folder = mkdtempSync(join(tmpdir(), 'jiheng-bench-'))
  const file = join(folder, 'booklet.pdf')
  writeFileSync(file, pdf)
  const out = execFileSync(process.execPath, [process.argv[1]!, what, file], { encoding: 'utf8' })
  rmSync(folder, { recursive: true })
  return Number.parseInt(out, 10)
}

const run = async (): Promise<void> => {
  const pdf = await bookletPdf()
  if (!pdf) {
    console.log('没有 LibreOffice（soffice），不测 PDF 册子 / no LibreOffice (soffice): the booklet is not measured')
    return
  }
  const { source, forms, findings, narrative, finalAccounts } = await check(pdf)
  const { timings, ratio, cpuRatio } = await compare(
    [
      ['jiheng', () => check(pdf)],
      ['pdfjs getTextContent', () => textContent(pdf)],
    ],
    ROUNDS,
  )
  console.log(machine())
  printTable(
    `A booklet of ${source.pages} pages (${(pdf.length / 2 ** 20).toFixed(1)} MB) read and checked: ${forms.length} forms, ${finalAccounts?.tables.length} tables, ${narrative?.numbers.length} numbers in the text, ${findings.length} findings`,
    ['', 'jiheng', 'pdfjs getTextContent', 'ratio', 'wanted'],
    [
      ['processor time, ms', ms(timings[0].cpu), ms(timings[1].cpu), cpuRatio.toFixed(2), '≤ 2.5'],
      ['time, ms', ms(timings[0].median), ms(timings[1].median), ratio.toFixed(2), '≤ 2.5'],
      ['memory, MB', String(memory(pdf, 'check')), String(memory(pdf, 'text')), '', '≤ 600'],
    ],
  )
}

const [what, file] = process.argv.slice(2)
if (file === undefined) await run()
else {
  const pdf = new Uint8Array(readFileSync(file))
  await (what === 'check' ? check(pdf) : textContent(pdf))
  console.log(Math.round((process.resourceUsage().maxRSS * 1024) / 1e6))
}
// A parser thread that is kept for a next file must not keep the program alive.
process.exit(0)
