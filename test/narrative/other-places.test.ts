/**
 * Explanations of final accounts and budgets in the wordings of several places, written by us with numbers that agree: nothing above
 * info may be reported in them, and a digit that is changed must be seen where other numbers of the text depend on it.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkRead } from '../../src/app/check-file.ts'
import { readSource } from '../../src/app/read-file.ts'
import { isAtLeast } from '../../src/domain/finding.ts'
import { readText } from '../../src/readers/text/index.ts'

const folder = new URL('../fixtures/narrative/', import.meta.url)
const files = readdirSync(folder).filter((name) => name.endsWith('.txt'))
const textOf = (name: string): string => readFileSync(new URL(name, folder), 'utf8')

const findingsIn = (text: string) =>
  checkRead(readSource(readText(text, '说明.txt', 'utf-8'), '说明.txt'), {}).findings.filter(({ severity }) =>
    isAtLeast(severity, 'warning'),
  )

interface Change {
  readonly text: string
  readonly what: string
}

/** Every one would take long; NARRATIVE_PRINT looks at all. */
const STEP = process.env.NARRATIVE_PRINT ? 1 : 4

/** Each amount and percentage in turn with its second digit changed. */
const changes = (text: string): readonly Change[] =>
  [...text.matchAll(/\d[\d,]*(?:\.\d+)?(?=万元|%)/g)]
    .filter((_, i) => i % STEP === 0)
    .flatMap(({ 0: printed, index }) => {
      const places = [...printed.matchAll(/\d/g)].map((digit) => digit.index)
      const at = places[1]
      if (at === undefined) return []
      const changed = printed.slice(0, at) + ((Number(printed[at]) + 3) % 10) + printed.slice(at + 1)
      const context = text.slice(Math.max(0, index - 20), index)
      return [
        { text: text.slice(0, index) + changed + text.slice(index + printed.length), what: `${context}${changed}` },
      ]
    })

/** Numbers of tasks and of thresholds (单价50万元以上) stand alone in these texts; no other number says what they are. */
const LEAST_SEEN = 0.8

describe('explanations of other places', () => {
  it.each(files)('%s: nothing above info is reported', (name) => {
    expect(findingsIn(textOf(name)).map(({ code, message }) => `${code} ${message}`)).toEqual([])
  })

  it('sees a changed digit wherever other numbers depend on it', () => {
    let seen = 0
    const missed: string[] = []
    for (const name of files)
      for (const { text, what } of changes(textOf(name))) {
        if (findingsIn(text).length > 0) seen += 1
        else missed.push(what)
      }
    const share = seen / (seen + missed.length)
    if (process.env.NARRATIVE_PRINT) console.log(`${seen} of ${seen + missed.length}\n${missed.join('\n')}`)
    expect(share).toBeGreaterThan(LEAST_SEEN)
  })
})
