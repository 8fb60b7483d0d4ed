/** Field by field: what was printed against what was read. White space does not count. */

import type { Cell } from '../../src/domain/self-evaluation.ts'
import type { LinesForm } from '../../src/recognise/lines/index.ts'
import type { SyntheticForm, SyntheticRow } from './synthetic-form.ts'

export interface Tally {
  right: number
  all: number
  wrong: string[]
}

const plain = (text: string | undefined): string =>
  (text ?? '')
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/^[—-]+$/, '')
const printed = (cell: Cell | undefined): string | undefined => cell?.printed

const ROW: (keyof SyntheticRow)[] = ['level1', 'level2', 'level3', 'target', 'actual', 'weight', 'score', 'deviation']
const FUNDS = ['initialBudget', 'fullYearBudget', 'executed', 'weight', 'rate', 'score'] as const

export function compare(form: SyntheticForm, read: LinesForm | undefined, hasDeviation = true): Tally {
  const tally: Tally = { right: 0, all: 0, wrong: [] }
  const add = (path: string, expected: string | undefined, got: string | undefined): void => {
    if (plain(expected) === '' && plain(got) === '') return
    tally.all += 1
    if (plain(expected) === plain(got)) tally.right += 1
    else tally.wrong.push(`${path}: ${expected ?? ''} | ${got ?? ''}`)
  }
  for (const [, field, value] of form.head)
    add(`head.${field}`, value, printed(read?.head[field as keyof LinesForm['head']]))
  add('unit', form.unit, read?.funds.unit)
  for (const { row, cells } of form.funds) {
    for (const [index, column] of FUNDS.entries())
      add(`funds.${row}.${column}`, cells[index], printed(read?.funds.rows[row]?.cells[column]))
  }
  add('goalExpected', form.goalExpected, printed(read?.goalExpected))
  add('goalActual', form.goalActual, printed(read?.goalActual))
  add('totalScore', form.totalScore, printed(read?.totalScore))
  const rows = read?.indicators ?? []
  const matched = match(form.indicators, rows)
  for (const [index, row] of form.indicators.entries()) {
    const found = matched[index]
    for (const key of ROW)
      add(`indicators[${index}].${key}`, key === 'deviation' && !hasDeviation ? '' : row[key], printed(found?.[key]))
  }
  for (const extra of rows)
    if (!matched.includes(extra)) for (const key of ROW) add('extra', undefined, extra[key].printed)
  return tally
}

/** Rows in order; a row that was lost or made up does not spoil those behind it. */
function match(
  gold: readonly SyntheticRow[],
  read: LinesForm['indicators'],
): (LinesForm['indicators'][number] | undefined)[] {
  const like = (a: SyntheticRow, b: LinesForm['indicators'][number]): number =>
    (['level3', 'target', 'actual', 'weight', 'score'] as const).filter(
      (key) => plain(a[key]) === plain(b[key].printed),
    ).length
  const best: number[][] = Array.from({ length: gold.length + 1 }, () => Array<number>(read.length + 1).fill(0))
  for (let i = gold.length - 1; i >= 0; i -= 1) {
    for (let j = read.length - 1; j >= 0; j -= 1) {
      best[i]![j] = Math.max(best[i + 1]![j]!, best[i]![j + 1]!, best[i + 1]![j + 1]! + like(gold[i]!, read[j]!))
    }
  }
  const result: (LinesForm['indicators'][number] | undefined)[] = gold.map(() => undefined)
  for (let i = 0, j = 0; i < gold.length && j < read.length; ) {
    const both = like(gold[i]!, read[j]!)
    if (both > 0 && best[i]![j] === best[i + 1]![j + 1]! + both) result[i++] = read[j++]
    else if (best[i + 1]![j]! >= best[i]![j + 1]!) i += 1
    else j += 1
  }
  return result
}
