/**
 * Eight generated forms as .docx and as the .pdf that LibreOffice made of it, read back field by field. Forms 3 and 4 carry
 * the same project name and follow each other, so that a table must not run on into the next form.
 * To make them again: `JIHENG_WRITE_GENERATED=1 npx vitest run test/generated-files.test.ts`, then in test/fixtures/generated
 * `soffice --headless --convert-to pdf forms.docx`, the same with `doc`, and `--convert-to xls` of what `toXlsx` writes.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readDocument } from '../src/readers/index.ts'
import { recognise } from '../src/recognise/index.ts'
import { generateForm } from './support/generate-form.ts'
import { plainForm } from './support/plain-form.ts'
import type { PrintedForm } from './support/printed-form.ts'
import { randomFrom } from './support/random.ts'
import { toCellLines, toDocx, toHtml, toTabs, toXlsx } from './support/write-forms.ts'
import { toOfd } from './support/write-ofd.ts'

const folder = new URL('./fixtures/generated/', import.meta.url)

if (process.env.JIHENG_WRITE_GENERATED === '1') {
  const forms = Array.from({ length: 8 }, (_, i) => generateForm(randomFrom(4000 + i), i + 1).form)
  const twins = forms.map((form, i) => (i === 3 ? { ...form, projectName: forms[2]!.projectName } : form))
  mkdirSync(folder, { recursive: true })
  writeFileSync(new URL('forms.json', folder), `${JSON.stringify(twins, null, 1)}\n`)
  writeFileSync(new URL('forms.docx', folder), await toDocx(twins))
}

const forms = JSON.parse(readFileSync(new URL('forms.json', folder), 'utf8')) as readonly PrintedForm[]
const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(name, folder)))
const withoutSpace = (value: unknown): unknown => JSON.parse(JSON.stringify(value).replace(/ /g, ''))

const expected = forms.map(({ indicators, goalExpected, goalActual, projectName, totalScore, funds, phone }) => ({
  projectName,
  phone,
  goalExpected,
  goalActual,
  totalScore,
  executed: funds.total.executed,
  indicators: indicators.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== ''))),
}))

const read = async (bytes: Uint8Array, file: string) =>
  recognise(await readDocument(bytes, file))
    .selfEvaluations.map(plainForm)
    .map((form) => ({
      projectName: form.projectName,
      phone: form.phone,
      goalExpected: form.goalExpected,
      goalActual: form.goalActual,
      totalScore: form.totalScore,
      executed: (form.funds as { total: { executed: string } }).total.executed,
      indicators: form.indicators,
    }))

describe('the same forms in every format are read alike', () => {
  it.each([
    ['forms.docx as committed', () => bytesOf('forms.docx'), 'forms.docx'],
    ['forms.pdf made by LibreOffice', () => bytesOf('forms.pdf'), 'forms.pdf'],
    ['forms.doc made by LibreOffice', () => bytesOf('forms.doc'), 'forms.doc'],
    ['forms.xls made by LibreOffice', () => bytesOf('forms.xls'), 'forms.xls'],
    ['.docx', () => toDocx(forms), 'a.docx'],
    ['.xlsx', () => toXlsx(forms), 'a.xlsx'],
    ['.ofd', () => toOfd(forms), 'a.ofd'],
    ['.html', () => toHtml(forms), 'a.html'],
    ['tab-separated text', () => toTabs(forms), 'a.txt'],
    ['one cell a line', () => toCellLines(forms), 'b.txt'],
  ])('%s', async (_, make, file) => {
    expect(withoutSpace(await read(await make(), file))).toEqual(withoutSpace(expected))
  })
})
