/** From a file to its causes, as the product does it: one wrong cell is one problem, whatever it breaks. */
import { describe, expect, it } from 'vitest'
import { withAcross } from '../../src/app/check-across.ts'
import { checkRead } from '../../src/app/check-file.ts'
import { readSource } from '../../src/app/read-file.ts'
import { isAtLeast } from '../../src/domain/finding.ts'
import { readText } from '../../src/readers/text/index.ts'
import { checkJson } from '../../src/writers/json/check-json.ts'
import { type CheckedFile, isChecked } from '../../src/writers/report-model.ts'
import { type GeneratedYear, generateAccounts, printedAmounts, withText } from '../support/generate-accounts.ts'

const checked = (year: GeneratedYear): CheckedFile =>
  checkRead(readSource(readText(year.markdown(), `${year.year}.md`, 'utf-8'), `${year.year}.md`))

const [before, now] = generateAccounts(7, { set: 'national', unit: '万元', years: 2 }).years as readonly [
  GeneratedYear,
  GeneratedYear,
]

/** The first project amount of 公开03表 in which two different digits follow each other, exchanged. */
const exchanged = (year: GeneratedYear) => {
  for (const [key, text] of printedAmounts(year)) {
    const at = key.endsWith('|project') && /^expenditure\|\d{7}/.test(key) ? text.search(/(\d)(?!\1)\d/) : -1
    if (at >= 0 && text[at] !== '0' && text[at + 1] !== '0')
      return { key, text, wrong: text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2) }
  }
  throw new Error('no such amount')
}

describe('a file with one wrong cell', () => {
  const { key, text, wrong } = exchanged(now)
  const file = checked(withText(now, key, wrong))

  it('has one cause, with everything that the cell breaks', () => {
    const [cause, ...others] = file.causes!
    expect(others).toEqual([])
    expect(cause).toMatchObject({ id: 'c1', kind: 'wrong-cell' })
    expect(cause!.candidates[0]!.changes[0]).toMatchObject({ printed: wrong, expected: text })
    const above = file.findings.flatMap(({ severity }, i) => (isAtLeast(severity, 'warning') ? [i] : []))
    expect(above.length).toBeGreaterThan(1)
    expect(cause!.findings).toEqual(expect.arrayContaining(above))
  })

  it('says so in JSON, with the numbers of the findings that are printed', () => {
    const all = checkJson(file, undefined)
    const some = checkJson(file, 'error')
    expect(all.causes[0]!.findings).toEqual(file.causes![0]!.findings)
    expect(some.causes[0]!.findings.length).toBeLessThan(all.causes[0]!.findings.length)
    for (const index of some.causes[0]!.findings) expect(some.findings[index]?.severity).toBe('error')
  })

  it('without any wrong cell there is no cause', () => {
    expect(checked(now).causes).toEqual([])
  })
})

describe('two years of one department', () => {
  it('an opening balance that is wrong is one cause with what the other year says of it', () => {
    const key = 'income-expenditure-total:收入|opening|amount'
    const text = printedAmounts(now).get(key)!
    expect(text).toMatch(/[1-9]/)
    const wrong = text.replace(/\d/, (digit) => String((Number(digit) % 9) + 1))
    const outcomes = withAcross([checked(before), checked(withText(now, key, wrong))]).filter(isChecked)
    const later = outcomes.find(({ file }) => file === `${now.year}.md`)!
    const across = later.findings.findIndex(({ code }) => code === 'FA-301')
    const inside = later.findings.findIndex(({ code }) => code === 'FA-103')
    expect(across).toBeGreaterThanOrEqual(0)
    expect(inside).toBeGreaterThanOrEqual(0)
    const cause = later.causes!.find(({ findings }) => findings.includes(inside))!
    expect(cause.findings).toContain(across)
  })
})
