/** True booklets raise no alarm, and an error that is visible beyond rounding is found. Larger figures: npm run bench accounts-detection. */
import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/domain/finding.ts'
import type { SourceDocument } from '../../src/domain/source-document.ts'
import { readText } from '../../src/readers/text/index.ts'
import { brokenRelations, unitsOf } from '../support/accounts-oracle.ts'
import { accountAlarms, detectAccounts, findingsOf, untrue } from '../support/detect-accounts.ts'
import { type GeneratedYear, generateAccounts, printedAmounts, printedTables } from '../support/generate-accounts.ts'
import { ACCOUNT_SETS } from '../support/generate-accounts-places.ts'
import { injectAccounts } from '../support/inject-accounts.ts'
import { randomFrom } from '../support/random.ts'
import { toLines } from './render.ts'

const BOOKLETS = Number(process.env.JIHENG_BOOKLETS ?? 150)

const brokenText = (seed: number, year: GeneratedYear): SourceDocument =>
  readText(
    `${year.department}${year.year}年度部门决算\n${toLines(randomFrom(seed), printedTables(year), {
      centred: seed % 4 === 0,
      blankLines: seed % 2 === 0,
      pageRows: 40,
      pageNumbers: true,
    })}`,
    '表.txt',
    'utf-8',
  )

const alarmsIn = (source: SourceDocument): readonly Finding[] =>
  findingsOf(source).filter(({ severity }) => severity !== 'info')

const isVisible = (year: GeneratedYear): boolean =>
  brokenRelations(printedAmounts(year), unitsOf(year)).some(({ looksCut }) => !looksCut)

describe('checks of generated booklets of tables', () => {
  it('are measured against books that hold, in every set of places', () => {
    for (const set of ACCOUNT_SETS)
      for (let seed = 1; seed <= 5; seed++)
        for (const year of generateAccounts(seed, { set, years: 2 }).years) expect(untrue(year)).toEqual([])
  })

  it('report nothing above info over true booklets', () => {
    const alarms = accountAlarms(BOOKLETS, 1000)
    expect(alarms.map(({ seed, finding }) => `seed ${seed}: ${finding.code} ${finding.message}`)).toEqual([])
  }, 120_000)

  it('report nothing above info where the text of a PDF lost its blank cells', () => {
    const alarms: string[] = []
    for (let seed = 300; seed < 312; seed++)
      for (const year of generateAccounts(seed, { years: 2 }).years)
        alarms.push(...alarmsIn(brokenText(seed, year)).map(({ code, message }) => `seed ${seed}: ${code} ${message}`))
    expect(alarms).toEqual([])
  }, 120_000)

  // A cell whose place in broken text is in doubt proves nothing: some errors are information there, and no more.
  it('find most errors in that text too', () => {
    let found = 0
    const missed: string[] = []
    for (const kind of ['digits exchanged', 'point shifted', 'row dropped'] as const)
      for (let seed = 1, looked = 0; looked < 6; seed++) {
        const random = randomFrom(seed)
        const error = injectAccounts(random, generateAccounts(seed).years[0]!, kind)
        if (!error || !isVisible(error.year)) continue
        looked += 1
        if (alarmsIn(brokenText(seed, error.year)).length > 0) found += 1
        else missed.push(`${kind} seed ${seed} ${error.at}`)
      }
    expect(found / (found + missed.length), missed.join('\n')).toBeGreaterThanOrEqual(0.8)
  }, 120_000)

  it('find every kind of error that is visible beyond rounding', () => {
    const detections = detectAccounts(8, 900_000)
    const visible = detections.reduce((all, { injected, hidden, cut }) => all + injected - hidden - cut, 0)
    expect(visible).toBeGreaterThan(50)
    expect(detections.flatMap(({ kind, missed }) => missed.map((line) => `${kind}: ${line}`))).toEqual([])
  }, 120_000)
})
