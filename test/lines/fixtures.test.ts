import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { formLayout } from '../../src/law/forms.ts'
import { formsFromLines, type LinesForm } from '../../src/recognise/lines/index.ts'
import { linesBlock } from './block.ts'

const folder = new URL('../fixtures/lines/', import.meta.url)

interface Expected {
  readonly head: Readonly<Record<string, string>>
  readonly year: number
  readonly unit: string
  /** Cells of a fund row in the order of the domain's columns. */
  readonly funds: Readonly<Record<string, readonly string[]>>
  readonly goalExpected: string
  readonly goalActual: string
  readonly rows: readonly (readonly string[])[]
  /** 性质 and 计量单位 of each row, where the form has them. */
  readonly more?: readonly (readonly string[])[]
  readonly total?: readonly string[]
}

const FUNDS = ['initialBudget', 'fullYearBudget', 'executed', 'weight', 'rate', 'score'] as const
const COLUMNS = ['level1', 'level2', 'level3', 'target', 'actual', 'weight', 'score', 'deviation'] as const

function summary(form: LinesForm, expected: Expected): Expected {
  const fund = (row: string): string[] =>
    FUNDS.map((column) => form.funds.rows[row as keyof typeof form.funds.rows]?.cells[column]?.printed ?? '')
  return {
    head: Object.fromEntries(Object.entries(form.head).map(([field, cell]) => [field, cell.printed])),
    year: form.year,
    unit: form.funds.unit,
    funds: Object.fromEntries(Object.keys(expected.funds).map((row) => [row, fund(row)])),
    goalExpected: form.goalExpected?.printed ?? '',
    goalActual: form.goalActual?.printed ?? '',
    rows: form.indicators.map((row) => COLUMNS.map((column) => row[column].printed)),
    ...(expected.more
      ? { more: form.indicators.map((row) => [row.more.direction?.printed ?? '', row.more.unit?.printed ?? '']) }
      : {}),
    ...(form.totalScore ? { total: [form.totalWeight?.printed ?? '', form.totalScore.printed] } : {}),
  }
}

describe('forms in broken lines', () => {
  const names = readdirSync(folder).flatMap((file) => (file.endsWith('.txt') ? [file.slice(0, -4)] : []))
  it.each(names)('%s', (name) => {
    const text = readFileSync(new URL(`${name}.txt`, folder), 'utf8')
    const { forms: expected } = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as {
      forms: Expected[]
    }
    const forms = formsFromLines(linesBlock(text), formLayout())
    expect(forms).toHaveLength(expected.length)
    for (const [index, form] of forms.entries()) expect(summary(form, expected[index]!)).toEqual(expected[index])
  })
})
