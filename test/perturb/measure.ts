/** Field by field: what was drawn against what was read. White space and dashes for "nothing" do not count. */
import type { Cell, SelfEvaluation } from '../../src/domain/self-evaluation.ts'
import { FUND_KEYS, FUND_ROW_KEYS, type PrintedForm, type PrintedIndicator } from '../support/printed-form.ts'

export interface Tally {
  right: number
  all: number
  readonly wrong: string[]
}

export const newTally = (): Tally => ({ right: 0, all: 0, wrong: [] })

const plain = (text: string | undefined): string =>
  (text ?? '')
    .normalize('NFKC')
    .replaceAll(/\s+/g, '')
    .replace(/^[—–-]+$/, '')

const INDICATOR_KEYS = ['level1', 'level2', 'level3', 'target', 'actual', 'weight', 'score', 'deviation'] as const
const HEAD_KEYS = ['projectName', 'department', 'implementingUnit', 'leader', 'phone'] as const

type Read = SelfEvaluation['indicators'][number]

/** Rows in order; a row that was lost or made up does not spoil those behind it. */
const matchRows = (drawn: readonly PrintedIndicator[], read: readonly Read[]): readonly (Read | undefined)[] => {
  const like = (a: PrintedIndicator, b: Read): number =>
    INDICATOR_KEYS.slice(2).filter((key) => plain(a[key]) === plain(b[key].printed)).length
  const best = Array.from({ length: drawn.length + 1 }, () => Array<number>(read.length + 1).fill(0))
  for (let i = drawn.length - 1; i >= 0; i--)
    for (let j = read.length - 1; j >= 0; j--)
      best[i]![j] = Math.max(best[i + 1]![j]!, best[i]![j + 1]!, best[i + 1]![j + 1]! + like(drawn[i]!, read[j]!))
  const result: (Read | undefined)[] = drawn.map(() => undefined)
  for (let i = 0, j = 0; i < drawn.length && j < read.length; ) {
    const both = like(drawn[i]!, read[j]!)
    if (both > 0 && best[i]![j] === best[i + 1]![j + 1]! + both) result[i++] = read[j++]
    else if (best[i + 1]![j]! >= best[i]![j + 1]!) i += 1
    else j += 1
  }
  return result
}

/** `lost` names fields that this layout does not print. */
export const compareForm = (
  tally: Tally,
  form: PrintedForm,
  read: SelfEvaluation | undefined,
  lost: readonly string[] = [],
): void => {
  const add = (path: string, field: string, expected: string, got: Cell | undefined): void => {
    const want = lost.includes(field) ? '' : expected
    if (plain(want) === '' && plain(got?.printed) === '') return
    tally.all += 1
    if (plain(want) === plain(got?.printed)) tally.right += 1
    else tally.wrong.push(`${path}: ${want.slice(0, 50)} | ${got?.printed.slice(0, 50) ?? ''}`)
  }
  for (const key of HEAD_KEYS) add(key, key, form[key], read?.head[key])
  add('unit', 'unit', form.funds.unit, read && { printed: read.funds.unit, at: {} })
  for (const row of FUND_ROW_KEYS)
    for (const key of FUND_KEYS)
      add(`funds.${row}.${key}`, key, form.funds[row][key], read?.funds.rows[row]?.cells[key])
  add('goalExpected', 'goalExpected', form.goalExpected, read?.goalExpected)
  add('goalActual', 'goalActual', form.goalActual, read?.goalActual)
  add('totalWeight', 'totalWeight', form.totalWeight, read?.totalWeight)
  add('totalScore', 'totalScore', form.totalScore, read?.totalScore)
  const rows = matchRows(form.indicators, read?.indicators ?? [])
  form.indicators.forEach((row, i) => {
    for (const key of INDICATOR_KEYS) add(`indicators[${i}].${key}`, key, row[key], rows[i]?.[key])
  })
  for (const extra of read?.indicators ?? [])
    if (!rows.includes(extra)) for (const key of INDICATOR_KEYS) add(`extra.${key}`, key, '', extra[key])
}
