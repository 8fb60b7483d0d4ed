/** Readers with recognition against the libraries that others would use, side by side on the same bytes. */
import { readFileSync } from 'node:fs'
import { readXlsx } from 'hucre'
import mammoth from 'mammoth'
import { readDocument } from '../src/readers/index.ts'
import { recognise } from '../src/recognise/index.ts'
import { generateForm } from '../test/support/generate-form.ts'
import { randomFrom } from '../test/support/random.ts'
import { toDocx, toXlsx } from '../test/support/write-forms.ts'
import { compare, machine, ms, printTable } from './_support/measure.ts'
import { textContent } from './_support/text-content.ts'

const forms = (count: number) => Array.from({ length: count }, (_, i) => generateForm(randomFrom(i + 1), i + 1).form)
const read = async (bytes: Uint8Array, file: string): Promise<number> =>
  recognise(await readDocument(bytes, file)).selfEvaluations.length

const rows: string[][] = []
const wanted = process.argv.slice(2)
const add = async (
  what: string,
  limit: string,
  file: string,
  bytes: Uint8Array,
  other: string,
  run: () => unknown,
): Promise<void> => {
  if (wanted.length > 0 && !wanted.includes(file.slice(2))) return
  const { timings, ratio, cpuRatio } = await compare([
    ['jiheng', () => read(bytes, file)],
    [other, run],
  ])
  rows.push([
    what,
    `${(bytes.length / 1024).toFixed(0)} kB`,
    ms(timings[0].cpu),
    `${other} ${ms(timings[1].cpu)}`,
    cpuRatio.toFixed(2),
    ratio.toFixed(2),
    limit,
  ])
}

for (const count of [1, 35, 200]) {
  const docx = await toDocx(forms(count))
  await add(`.docx, ${count} forms`, '≤ 0.5', 'a.docx', docx, 'mammoth.convertToHtml', () =>
    mammoth.convertToHtml({ buffer: Buffer.from(docx) }),
  )
  const xlsx = await toXlsx(forms(count))
  await add(`.xlsx, ${count} forms`, '≤ 1.3', 'a.xlsx', xlsx, 'hucre.readXlsx', () => readXlsx(xlsx))
}
for (const name of ['merged', 'over-pages']) {
  const pdf = new Uint8Array(readFileSync(`test/fixtures/pdf/${name}.pdf`))
  await add(`.pdf, ${name}`, '≤ 2.5', 'a.pdf', pdf, 'pdfjs getTextContent', () => textContent(pdf))
}
console.log(machine())
printTable(
  'Reading with recognition (median ms of processor time, 15 rounds, taking turns)',
  ['file', 'size', 'jiheng', 'other', 'ratio', 'by the clock', 'wanted'],
  rows,
)
