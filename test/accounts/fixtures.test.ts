/**
 * Published tables in odd shapes: every file of test/fixtures/accounts is read and compared with the .json beside it, cell
 * by cell. The .json says what was printed, not what was read: it comes from the ledger that the file was printed from, or
 * was written by hand. `JIHENG_WRITE_FIXTURES=1 npx vitest run test/accounts/fixtures.test.ts` prints the former again.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readDocument } from '../../src/readers/index.ts'
import { recognise } from '../../src/recognise/index.ts'
import { randomFrom } from '../support/random.ts'
import { type PrintedTable, randomStyle } from './booklet.ts'
import { compareTables } from './compare.ts'
import { makeLedger } from './ledger.ts'
import { toHtml, toLines, toTabs, toXlsx } from './render.ts'
import { beijingSet, budgetSet, nationalSet } from './sets.ts'

const folder = new URL('../fixtures/accounts/', import.meta.url)

const print = (seed: number, set: typeof nationalSet): readonly PrintedTable[] => {
  const random = randomFrom(seed)
  return set(makeLedger(random), randomStyle(random))
}
const text = (content: string): Uint8Array => new TextEncoder().encode(content)
const lines = (seed: number, tables: readonly PrintedTable[], centred: boolean): Uint8Array =>
  text(toLines(randomFrom(seed), tables, { centred, blankLines: !centred, pageRows: 30, pageNumbers: true }))

const PRINTED: Readonly<
  Record<
    string,
    readonly [number, typeof nationalSet, (tables: readonly PrintedTable[]) => Promise<Uint8Array> | Uint8Array]
  >
> = {
  'national-a-sheet-each.xlsx': [101, nationalSet, (tables) => toXlsx(tables, true)],
  'beijing-one-sheet.xlsx': [102, beijingSet, (tables) => toXlsx(tables, false)],
  'budget-a-sheet-each.xlsx': [103, budgetSet, (tables) => toXlsx(tables, true)],
  'national-headings-in-table.html': [104, nationalSet, (tables) => text(toHtml(tables, true))],
  'beijing-headings-above.html': [105, beijingSet, (tables) => text(toHtml(tables, false))],
  'national-tabs.txt': [106, nationalSet, (tables) => text(toTabs(tables))],
  'beijing-lines.txt': [107, beijingSet, (tables) => lines(107, tables, false)],
  'budget-lines.txt': [108, budgetSet, (tables) => lines(108, tables, false)],
  'national-lines-centred.txt': [109, nationalSet, (tables) => lines(109, tables, true)],
}

if (process.env.JIHENG_WRITE_FIXTURES === '1')
  for (const [name, [seed, set, render]] of Object.entries(PRINTED)) {
    const tables = print(seed, set)
    writeFileSync(new URL(name, folder), await render(tables))
    const expected = tables.flatMap((table) => table.expected)
    writeFileSync(new URL(`${name}.json`, folder), `${JSON.stringify(expected)}\n`)
  }

const files = readdirSync(folder).filter((name) => !name.endsWith('.json'))

describe('published tables are read as printed', () => {
  it('has a file for every set', () => {
    expect(files.length).toBeGreaterThan(Object.keys(PRINTED).length)
  })

  it.each(files)('%s', async (name) => {
    const source = await readDocument(new Uint8Array(readFileSync(new URL(name, folder))), name)
    const expected = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'))
    expect(compareTables(expected, recognise(source).finalAccounts.tables).wrong).toEqual([])
  })
})
