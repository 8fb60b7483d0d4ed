/**
 * One error at a time into a true form (rules.md E13), with an oracle of its own that says whether the printed numbers
 * can show it at all: an error that stays inside the rounding intervals cannot be found by anybody and is counted apart.
 */
import { FUND_ROW_KEYS, type FundKey, type FundRow, type PrintedForm, type PrintedIndicator } from './printed-form.ts'
import type { Random } from './random.ts'

export const INJECTIONS = [
  'neighbour digits exchanged',
  'one digit off by one',
  'decimal point shifted',
  'unit slip 元/万元',
  'sign lost or added',
  'row dropped',
  'neighbour copied',
  'weight changed',
  'score kept although target missed',
  'score above weight',
  'total changed',
  'completion copied from goal',
  'required cell blanked',
  'placeholder left',
  'actual replaced by words',
] as const
export type Injection = (typeof INJECTIONS)[number]

export interface Injected {
  readonly kind: Injection
  readonly form: PrintedForm
  /** What was changed, for the reader of a failure. */
  readonly what: string
}

type Edit = (form: PrintedForm, random: Random) => { readonly form: PrintedForm; readonly what: string } | undefined

const AMOUNTS: readonly FundKey[] = ['initialBudget', 'fullYearBudget', 'executed']

const withFund = (form: PrintedForm, row: FundRow, key: FundKey, value: string): PrintedForm => ({
  ...form,
  funds: { ...form.funds, [row]: { ...form.funds[row], [key]: value } },
})
const withIndicator = (form: PrintedForm, index: number, change: Partial<PrintedIndicator>): PrintedForm => ({
  ...form,
  indicators: form.indicators.map((row, i) => (i === index ? { ...row, ...change } : row)),
})

/** A number cell that takes part in an equation, with a way to write it back. */
interface NumberCell {
  readonly name: string
  readonly value: string
  readonly put: (value: string) => PrintedForm
}

const numberCells = (form: PrintedForm): NumberCell[] => {
  const cells: NumberCell[] = []
  for (const row of FUND_ROW_KEYS)
    for (const key of [...AMOUNTS, 'rate', 'score'] as const) {
      const value = form.funds[row][key]
      if (/^\d/.test(value)) cells.push({ name: `funds.${row}.${key}`, value, put: (v) => withFund(form, row, key, v) })
    }
  form.indicators.forEach((row, i) => {
    cells.push({ name: `indicators[${i}].score`, value: row.score, put: (v) => withIndicator(form, i, { score: v }) })
    cells.push({
      name: `indicators[${i}].weight`,
      value: row.weight,
      put: (v) => withIndicator(form, i, { weight: v }),
    })
  })
  cells.push({ name: 'totalScore', value: form.totalScore, put: (v) => ({ ...form, totalScore: v }) })
  return cells
}

const editNumber =
  (
    change: (value: string, random: Random) => string | undefined,
    fits: (cell: NumberCell) => boolean = () => true,
  ): Edit =>
  (form, random) => {
    const cells = numberCells(form).filter(fits)
    for (let tries = 0; tries < 20; tries++) {
      const cell = random.pick(cells)
      const value = change(cell.value, random)
      if (value !== undefined && value !== cell.value)
        return { form: cell.put(value), what: `${cell.name}: ${cell.value} → ${value}` }
    }
    return undefined
  }

const exchange = (value: string, random: Random): string | undefined => {
  const places = [...value].flatMap((c, i) =>
    /\d/.test(c) && /\d/.test(value[i + 1] ?? '') && c !== value[i + 1] ? [i] : [],
  )
  if (places.length === 0) return undefined
  const i = random.pick(places)
  return value.slice(0, i) + value[i + 1] + value[i] + value.slice(i + 2)
}

const offByOne = (value: string, random: Random): string => {
  const places = [...value].flatMap((c, i) => (/\d/.test(c) ? [i] : []))
  const i = random.pick(places)
  const digit = Number(value[i])
  const next = digit === 0 ? 1 : digit === 9 ? 8 : digit + (random.chance(0.5) ? 1 : -1)
  return value.slice(0, i) + next + value.slice(i + 1)
}

const shiftPoint = (value: string, random: Random): string | undefined => {
  const percent = value.endsWith('%')
  const [whole = '', fraction = ''] = value.replace('%', '').split('.')
  if (/^0*$/.test(whole + fraction)) return undefined
  const digits = whole + fraction
  const at = random.chance(0.5) ? whole.length + 1 : whole.length - 1
  if (at < 1 || at > digits.length) return undefined
  const text = at === digits.length ? digits : `${digits.slice(0, at)}.${digits.slice(at)}`
  return `${text.replace(/^0+(?=\d)/, '')}${percent ? '%' : ''}`
}

const unitSlip: Edit = (form, random) => {
  const row = random.pick(
    FUND_ROW_KEYS.filter((key) => AMOUNTS.some((column) => /[1-9]/.test(form.funds[key][column]))),
  )
  const key = random.pick(AMOUNTS.filter((column) => /[1-9]/.test(form.funds[row][column])))
  const value = form.funds[row][key]
  const [whole = '', fraction = ''] = value.split('.')
  const slipped =
    form.funds.unit === '万元'
      ? `${whole}${fraction.padEnd(4, '0').slice(0, 4)}`.replace(/^0+(?=\d)/, '')
      : (Number(whole) / 10_000).toFixed(2)
  return slipped === value
    ? undefined
    : { form: withFund(form, row, key, slipped), what: `funds.${row}.${key}: ${value} → ${slipped}` }
}

const drop: Edit = (form, random) => {
  const index = random.int(0, form.indicators.length - 1)
  return {
    form: { ...form, indicators: form.indicators.filter((_, i) => i !== index) },
    what: `indicators[${index}] dropped`,
  }
}

const copyNeighbour: Edit = (form, random) => {
  const index = random.int(1, form.indicators.length - 1)
  const [above, row] = [form.indicators[index - 1]!, form.indicators[index]!]
  if (above.score === row.score) return undefined
  return {
    form: withIndicator(form, index, { score: above.score }),
    what: `indicators[${index}].score: ${row.score} → ${above.score}`,
  }
}

const changeWeight: Edit = (form, random) => {
  const index = random.int(0, form.indicators.length - 1)
  const weight = String(Number(form.indicators[index]!.weight) + random.pick([-2, -1, 1, 2, 5]))
  return Number(weight) <= 0
    ? undefined
    : { form: withIndicator(form, index, { weight }), what: `indicators[${index}].weight → ${weight}` }
}

/** The total is changed with the score, so that only the scoring rule can show it. */
const keepFullScore: Edit = (form) => {
  const index = form.indicators.findIndex((row) => Number(row.score) < Number(row.weight) && row.target.startsWith('≥'))
  if (index < 0) return undefined
  const row = form.indicators[index]!
  const total =
    (Math.round(Number(form.totalScore) * 100) + Number(row.weight) * 100 - Math.round(Number(row.score) * 100)) / 100
  const changed = withIndicator(form, index, { score: row.weight, deviation: '' })
  return {
    form: { ...changed, totalScore: total.toFixed(2) },
    what: `indicators[${index}].score: ${row.score} → ${row.weight}`,
  }
}

const aboveWeight: Edit = (form, random) => {
  const index = random.int(0, form.indicators.length - 1)
  const row = form.indicators[index]!
  const score = `${Number(row.weight) + random.int(1, 3)}.00`
  return { form: withIndicator(form, index, { score }), what: `indicators[${index}].score: ${row.score} → ${score}` }
}

const changeTotal: Edit = (form, random) => {
  const total = (Math.round(Number(form.totalScore) * 100) + random.pick([-500, -100, -50, 50, 100])) / 100
  return {
    form: { ...form, totalScore: total.toFixed(2) },
    what: `totalScore: ${form.totalScore} → ${total.toFixed(2)}`,
  }
}

const copyGoal: Edit = (form) => ({
  form: { ...form, goalActual: form.goalExpected },
  what: 'goalActual = goalExpected',
})

const blankCell: Edit = (form, random) => {
  const index = random.int(0, form.indicators.length - 1)
  const blanks: readonly (readonly [string, () => PrintedForm])[] = [
    ['projectName', () => ({ ...form, projectName: '' })],
    ['implementingUnit', () => ({ ...form, implementingUnit: '' })],
    [`indicators[${index}].actual`, () => withIndicator(form, index, { actual: '' })],
    [`indicators[${index}].target`, () => withIndicator(form, index, { target: '' })],
    [`indicators[${index}].score`, () => withIndicator(form, index, { score: '' })],
    ['totalScore', () => ({ ...form, totalScore: '' })],
    ['goalActual', () => ({ ...form, goalActual: '' })],
  ]
  const [what, make] = random.pick(blanks)
  return { form: make(), what: `${what} blank` }
}

const placeholder: Edit = (form, random) => {
  const text = random.pick(['XX', '××项目', '（不超过100字）', '请填写实际完成情况'])
  return { form: { ...form, goalActual: text }, what: `goalActual: ${text}` }
}

const wordsForActual: Edit = (form) => {
  const index = form.indicators.findIndex((row) => row.level2 === '数量指标')
  return index < 0
    ? undefined
    : { form: withIndicator(form, index, { actual: '已完成' }), what: `indicators[${index}].actual: 已完成` }
}

const EDITS: Readonly<Record<Injection, Edit>> = {
  'neighbour digits exchanged': editNumber(exchange),
  'one digit off by one': editNumber(offByOne),
  'decimal point shifted': editNumber(shiftPoint),
  'unit slip 元/万元': unitSlip,
  'sign lost or added': editNumber((value) => (/[1-9]/.test(value) ? `-${value}` : undefined)),
  'row dropped': drop,
  'neighbour copied': copyNeighbour,
  'weight changed': changeWeight,
  'score kept although target missed': keepFullScore,
  'score above weight': aboveWeight,
  'total changed': changeTotal,
  'completion copied from goal': copyGoal,
  'required cell blanked': blankCell,
  'placeholder left': placeholder,
  'actual replaced by words': wordsForActual,
}

/** `undefined` when the form offers no place for this kind of error. */
export const inject = (kind: Injection, form: PrintedForm, random: Random): Injected | undefined => {
  const edited = EDITS[kind](form, random)
  return edited && { kind, ...edited }
}
