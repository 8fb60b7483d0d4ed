/** The tables of a published booklet, from the text of its PDF, against the transcription made by hand. */
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readDocument } from '../../src/readers/index.ts'
import { recognise } from '../../src/recognise/index.ts'

const samples = new URL('../../../shared/samples/', import.meta.url)
const file = new URL('shenzhen-assistance-2020.txt', samples)
const plain = (text: string | undefined): string => (text ?? '').normalize('NFKC').replace(/\s+/g, '')

interface GoldTable {
  readonly code: string
  readonly side?: string
  readonly rows: readonly (readonly string[])[]
}

describe.skipIf(!existsSync(file))('the booklet among the samples (skipped without ../shared)', () => {
  it('is read cell by cell', async () => {
    const gold = JSON.parse(readFileSync(new URL('shenzhen-assistance-2020.gold.json', samples), 'utf8'))
    const source = await readDocument(new Uint8Array(readFileSync(file)), 'a.txt')
    const { unit, tables } = recognise(source).finalAccounts
    expect(unit).toBe(gold.finalAccounts.unit)
    const goldTables = gold.finalAccounts.tables as readonly GoldTable[]
    const wrong = goldTables.flatMap(({ code, side = '', rows }) => {
      const read = tables.find((table) => table.code === code && table.side === side)
      return rows.flatMap((row, r) =>
        row.flatMap((text, c) =>
          plain(text) === plain(read?.rows[r]?.cells[c]?.printed) ? [] : [`${code}${side} ${r},${c}: ${text}`],
        ),
      )
    })
    expect(wrong).toEqual([])
    expect(tables).toHaveLength(goldTables.length)
    expect(tables.filter(({ isBlank }) => isBlank).every(({ statement }) => statement !== undefined)).toBe(true)
  })
})
