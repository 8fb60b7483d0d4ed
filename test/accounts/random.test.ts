/** Booklets printed at random from true ledgers are read as they were printed, in every form of document. */
import { describe, expect, it } from 'vitest'
import { readDocument } from '../../src/readers/index.ts'
import { recognise } from '../../src/recognise/index.ts'
import { randomFrom } from '../support/random.ts'
import { type PrintedTable, randomStyle } from './booklet.ts'
import { type Comparison, compareTables, silentlyWrong } from './compare.ts'
import { makeLedger } from './ledger.ts'
import { toHtml, toLines, toTabs, toXlsx } from './render.ts'
import { beijingSet, budgetSet, nationalSet } from './sets.ts'

const BOOKLETS = Number(process.env.JIHENG_BOOKLETS ?? 6)

const bookletOf = (seed: number): { random: ReturnType<typeof randomFrom>; tables: readonly PrintedTable[] } => {
  const random = randomFrom(seed)
  const style = randomStyle(random)
  const ledger = makeLedger(random)
  return { random, tables: random.pick([nationalSet, nationalSet, beijingSet, budgetSet])(ledger, style) }
}

const readBytes = async (bytes: Uint8Array, name: string) =>
  recognise(await readDocument(bytes, name)).finalAccounts.tables

const expectedOf = (tables: readonly PrintedTable[]) => tables.flatMap(({ expected }) => expected)

const measure = async (bytesOf: (seed: number) => Promise<Uint8Array> | Uint8Array, name: string) => {
  let [cells, right] = [0, 0]
  const wrong: string[] = []
  const silent: string[] = []
  for (let seed = 1; seed <= BOOKLETS; seed++) {
    const { tables } = bookletOf(seed)
    const read = await readBytes(await bytesOf(seed), name)
    const compared: Comparison = compareTables(expectedOf(tables), read)
    cells += compared.cells
    right += compared.right
    wrong.push(...compared.wrong.map((one) => `booklet ${seed}: ${one}`))
    silent.push(...silentlyWrong(expectedOf(tables), read).map((one) => `booklet ${seed}: ${one}`))
  }
  if (process.env.JIHENG_BOOKLETS)
    console.log(
      name,
      `${right}/${cells} = ${right / cells}`,
      `silent ${silent.length}`,
      [...new Map(wrong.map((one) => [one.split(' row ')[0], one])).values()].slice(0, 40).join('\n'),
    )
  return { share: right / cells, wrong, silent }
}

const text = (content: string): Uint8Array => new TextEncoder().encode(content)

describe('booklets printed at random', () => {
  it('are read whole from web pages', async () => {
    const { wrong } = await measure((seed) => text(toHtml(bookletOf(seed).tables, seed % 2 === 0)), 'a.html')
    expect(wrong).toEqual([])
  })

  it('are read whole from workbooks, a sheet per table or all on one', async () => {
    const { wrong } = await measure((seed) => toXlsx(bookletOf(seed).tables, seed % 2 === 0), 'a.xlsx')
    expect(wrong).toEqual([])
  })

  it('are read from tab-separated text', async () => {
    const { share } = await measure((seed) => text(toTabs(bookletOf(seed).tables)), 'a.txt')
    expect(share).toBeGreaterThanOrEqual(0.995)
  })

  it('are read from the broken text of a PDF, and what is in doubt is marked', async () => {
    const { share, silent } = await measure((seed) => {
      const { random, tables } = bookletOf(seed)
      return text(
        toLines(random, tables, {
          centred: seed % 4 === 0,
          blankLines: seed % 2 === 0,
          pageRows: 40,
          pageNumbers: seed % 3 === 0,
        }),
      )
    }, 'b.txt')
    expect(share).toBeGreaterThanOrEqual(0.98)
    expect(silent).toEqual([])
  })
})
