/**
 * Fields read right and findings found on published documents with gold files (npm run bench accuracy FOLDER, with FOLDER/samples
 * and FOLDER/tools), also with their forms written as .docx, .xlsx, .html and, where LibreOffice is installed, .pdf.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PrintedForm } from '../test/support/printed-form.ts'
import { drawSheets, drawTables, type PrintedSheet, type PrintedTable } from '../test/support/printed-tables.ts'
import {
  partsToDocx,
  partsToHtml,
  partsToTabs,
  partsToXlsx,
  toCellLines,
  toDocx,
  toHtml,
  toTabs,
  toXlsx,
} from '../test/support/write-forms.ts'
import { machine, printTable } from './_support/measure.ts'

const shared = process.argv[2] ?? ''
const score = join(shared, 'tools/score.mjs')
if (shared === '' || !existsSync(score)) {
  console.log('跳过：请给出带 samples 与 tools 的文件夹。Skipped: name the folder that holds samples and tools.')
  process.exit(0)
}

interface Figures {
  readonly right: number
  readonly gold: number
  readonly f1: number
}
interface Scored extends Figures {
  readonly by: Readonly<Record<string, Figures>>
}

const scratch = mkdtempSync(join(tmpdir(), 'jiheng-accuracy-'))
const jiheng = (...args: string[]): string => {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['bin/jiheng.mjs', ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  })
  if (status === 2 || stdout === '') throw new Error(stderr || 'no output')
  return stdout
}
const scoreOf = (mode: string, ...files: string[]): unknown =>
  JSON.parse(execFileSync(process.execPath, [score, mode, ...files, '--json'], { encoding: 'utf8' }))
const readScore = (gold: string, file: string): Scored => {
  const read = join(scratch, 'read.json')
  writeFileSync(read, jiheng('read', file, '--format', 'json'))
  return scoreOf('read', gold, read) as Scored
}
const share = ({ right, gold, f1 }: Figures): string => `${(100 * f1).toFixed(2)} % (${right}/${gold})`

const names = readdirSync(join(shared, 'samples'))
  .filter((name) => name.endsWith('.gold.json'))
  .map((name) => name.replace('.gold.json', ''))
const goldOf = (name: string): string => join(shared, 'samples', `${name}.gold.json`)

const KINDS = ['head', 'funds', 'indicators', 'evaluations', 'tables']
printTable(
  'Fields read right on the published texts (F1, right/gold)',
  ['document', 'all fields', ...KINDS],
  names.map((name) => {
    const scored = readScore(goldOf(name), join(shared, 'samples', `${name}.txt`))
    return [name, share(scored), ...KINDS.map((kind) => (scored.by[kind] ? share(scored.by[kind]) : '—'))]
  }),
)

const hasOffice = spawnSync('soffice', ['--version']).status === 0
const rows: string[][] = []
for (const name of names) {
  const forms = JSON.parse(readFileSync(goldOf(name), 'utf8')).selfEvaluations as readonly PrintedForm[]
  const row = [name]
  for (const [ext, write] of [
    ['docx', toDocx],
    ['xlsx', toXlsx],
    ['html', toHtml],
    ['txt', toTabs],
    ['cells.txt', toCellLines],
  ] as const) {
    const file = join(scratch, `${name}.${ext}`)
    writeFileSync(file, await write(forms))
    row.push(formsShare(readScore(goldOf(name), file)))
  }
  if (hasOffice)
    spawnSync('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', scratch, join(scratch, `${name}.docx`)])
  const pdf = join(scratch, `${name}.pdf`)
  row.push(existsSync(pdf) ? formsShare(readScore(goldOf(name), pdf)) : 'LibreOffice absent')
  rows.push(row)
}
printTable(
  'The same forms in other formats (head, funds and indicators together)',
  ['document', '.docx', '.xlsx', '.html', 'tab text', 'cell a line', '.pdf by LibreOffice'],
  rows,
)

interface GoldRecords {
  readonly evaluations: readonly PrintedSheet[]
  readonly finalAccounts?: { readonly unit: string; readonly tables: readonly PrintedTable[] }
}

const otherRows: string[][] = []
for (const name of names) {
  const { evaluations, finalAccounts } = JSON.parse(readFileSync(goldOf(name), 'utf8')) as GoldRecords
  const tables = finalAccounts ? drawTables(finalAccounts.tables, { ...finalAccounts, department: '示例部门' }) : []
  const parts = [...tables, ...drawSheets(evaluations)]
  const base = join(scratch, `${name}-tables`)
  const row = [name]
  const add = (file: string): void => {
    const { by } = readScore(goldOf(name), file)
    row.push(['evaluations', 'tables'].flatMap((kind) => (by[kind] ? share(by[kind]) : [])).join(' · '))
  }
  for (const [ext, write] of [
    ['docx', (all: typeof parts) => partsToDocx(all, 'landscape')],
    ['xlsx', partsToXlsx],
    ['html', partsToHtml],
    ['txt', partsToTabs],
  ] as const) {
    writeFileSync(`${base}.${ext}`, await write(parts))
    add(`${base}.${ext}`)
  }
  if (hasOffice) spawnSync('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', scratch, `${base}.docx`])
  if (existsSync(`${base}.pdf`)) add(`${base}.pdf`)
  else row.push('LibreOffice absent')
  otherRows.push(row)
}
printTable(
  'Score sheets and final-accounts tables in other formats (sheets · tables)',
  ['document', '.docx', '.xlsx', '.html', 'tab text', '.pdf by LibreOffice'],
  otherRows,
)

function formsShare({ by }: Scored): string {
  const parts = ['head', 'funds', 'indicators'].map((kind) => by[kind]!)
  const sum = (key: 'right' | 'gold') => parts.reduce((total, part) => total + part[key], 0)
  const f1 = parts.reduce((total, part) => total + part.f1 * part.gold, 0) / sum('gold')
  return share({ right: sum('right'), gold: sum('gold'), f1 })
}

interface Found {
  readonly gold: number
  readonly found: number
}
const findings = names.map((name) => {
  const gold = JSON.parse(readFileSync(goldOf(name), 'utf8')) as {
    findings: { at?: { form?: number; forms?: number[] } }[]
  }
  const inForms = join(scratch, 'gold.json')
  writeFileSync(
    inForms,
    JSON.stringify({ findings: gold.findings.filter(({ at }) => at?.form !== undefined || at?.forms) }),
  )
  const checked = join(scratch, 'check.json')
  writeFileSync(checked, jiheng('check', join(shared, 'samples', `${name}.txt`), '--format', 'json'))
  const { by } = scoreOf('check', inForms, checked, 'test/gold/rule-codes.json') as { by: Record<string, Found> }
  return [
    name,
    ...['error', 'warning', 'info'].map(
      (severity) => `${by[`severity:${severity}`]?.found ?? 0} / ${by[`severity:${severity}`]?.gold ?? 0}`,
    ),
  ]
})
printTable(
  'Findings of the gold files inside self-evaluation forms, machine = yes (found / gold)',
  ['document', 'error', 'warning', 'info'],
  findings,
)
console.log(`\n${machine()}`)
