/** One error at a time in a true goal declaration or monitoring form. Each is larger than rounding could hide. */
import type { TrueGoal, TrueMonitoring } from './generate-plans.ts'
import type { Random } from './random.ts'

/** `undefined`: this form has nothing of that kind to spoil. Otherwise what was done. */
type Injection<Form> = (form: Form, random: Random) => string | undefined

/** Another digit in front of the point: at least ten times what rounding allows. */
const otherAmount = (text: string, random: Random): string => {
  const whole = text.split('.')[0]!
  const at = random.int(0, whole.length - 1)
  const digit = Number(whole[at])
  const others = [1, 2, 3, 4, 5, 6, 7, 8, 9].filter((one) => one !== digit)
  return `${text.slice(0, at)}${random.pick(others)}${text.slice(at + 1)}`
}

const otherWeight = (weight: string, random: Random): string => String(Number(weight) + random.pick([1, 2, 3, 5]))

export const GOAL_INJECTIONS: Readonly<Record<string, Injection<TrueGoal>>> = {
  'total of the year': (goal, random) => {
    goal.annual.total = otherAmount(goal.annual.total, random)
    return goal.annual.total
  },
  'source of the year': (goal, random) => {
    goal.annual.appropriation = otherAmount(goal.annual.appropriation, random)
    return goal.annual.appropriation
  },
  'total of the period': (goal, random) => {
    if (!goal.multiYear) return undefined
    goal.multiYear.total = otherAmount(goal.multiYear.total, random)
    return goal.multiYear.total
  },
  'plan of a year': (goal, random) => {
    if (goal.yearly.length === 0) return undefined
    const i = random.int(0, goal.yearly.length - 1)
    goal.yearly[i] = otherAmount(goal.yearly[i]!, random)
    return goal.yearly[i]
  },
  weight: (goal, random) => {
    const row = random.pick(goal.rows)
    row.weight = otherWeight(row.weight, random)
    return row.weight
  },
  'weight and its sum': (goal, random) => {
    const row = random.pick(goal.rows)
    const more = random.pick([1, 2, 3, 5])
    row.weight = String(Number(row.weight) + more)
    goal.totalWeight = String(Number(goal.totalWeight) + more)
    return goal.totalWeight
  },
  'required field blank': (goal, random) => {
    const field = random.pick(['name', 'department', 'unit', 'kind'] as const)
    goal[field] = ''
    return field
  },
  'total blank': (goal) => {
    goal.annual.total = ''
    return 'annual.total'
  },
  'target blank': (goal, random) => {
    const row = random.pick(goal.rows)
    Object.assign(row, { sign: '', value: '', unit: '' })
    return row.level3
  },
  'target unreadable': (goal, random) => {
    const rows = goal.rows.filter(({ value }) => /^\d{2,}$/.test(value))
    const row = random.pick(rows)
    row.value = `${row.value[0]}O${row.value.slice(1)}`
    return row.value
  },
  'share above 100 %': (goal, random) => {
    const row = random.pick(goal.rows.filter(({ level3 }) => /(?:率|满意度)$/.test(level3)))
    row.value = String(random.int(101, 180))
    return row.level3
  },
  'sign turned round': (goal, random) => {
    const row = random.pick(goal.rows.filter(({ level3 }) => /满意度$/.test(level3)))
    row.sign = '≤'
    return row.level3
  },
  'benefits dropped': (goal) => {
    goal.rows = goal.rows.filter(({ level1 }) => level1 !== '效益指标')
    return 'rows'
  },
  'date in words': (goal) => {
    const row = goal.rows.find(({ level2 }) => level2 === '时效指标')!
    row.value = '及时完成'
    return row.value
  },
  'same name twice': (goal) => {
    const [a, b] = goal.rows
    b!.level3 = a!.level3
    return a!.level3
  },
  'money as quantity': (goal) => {
    const row = goal.rows[0]!
    row.unit = '万元'
    return row.level3
  },
}

const AMOUNT = { budget: 1, executed: 2, rate: 3, forecast: 4, forecastRate: 5 } as const

const hasOther = ({ funds }: TrueMonitoring): boolean => !funds[2]![1]!.startsWith('0.0')

/** Another rate, at least one percent away. */
const otherRate = (text: string, random: Random): string => {
  const value = Number(text.replace(/[.%]/g, ''))
  const other = value + random.pick([-1, 1]) * random.int(100, 900)
  const units = Math.abs(other)
  return `${Math.floor(units / 100)}.${String(units % 100).padStart(2, '0')}%`
}

const missed = ({ rows }: TrueMonitoring) => rows.filter(({ cause }) => cause >= 0)

export const MONITORING_INJECTIONS: Readonly<Record<string, Injection<TrueMonitoring>>> = {
  'total of a column': (form, random) => {
    const column = random.pick([AMOUNT.budget, AMOUNT.executed, AMOUNT.forecast])
    const row = form.funds[0]!
    row[column] = otherAmount(row[column]!, random)
    return row[column]
  },
  'source of a column': (form, random) => {
    if (!hasOther(form)) return undefined
    const column = random.pick([AMOUNT.budget, AMOUNT.executed, AMOUNT.forecast])
    const row = form.funds[1]!
    row[column] = otherAmount(row[column]!, random)
    return row[column]
  },
  rate: (form, random) => {
    const row = form.funds[random.int(0, 1)]!
    row[AMOUNT.rate] = otherRate(row[AMOUNT.rate]!, random)
    return row[AMOUNT.rate]
  },
  'forecast rate': (form, random) => {
    const row = form.funds[random.int(0, 1)]!
    row[AMOUNT.forecastRate] = otherRate(row[AMOUNT.forecastRate]!, random)
    return row[AMOUNT.forecastRate]
  },
  'forecast below what was spent': (form) => {
    for (const row of form.funds) {
      row[AMOUNT.forecast] = row[AMOUNT.executed]!.replace(/^\d+/, (whole) => String(Math.floor(Number(whole) / 2)))
      row[AMOUNT.forecastRate] = ''
    }
    return 'forecast'
  },
  'certain although it will be missed': (form, random) => {
    const rows = missed(form)
    if (rows.length === 0) return undefined
    random.pick(rows).likelihood = 0
    return 'likelihood'
  },
  'impossible although it will be reached': (form, random) => {
    const rows = form.rows.filter(({ cause, target }) => cause < 0 && target.startsWith('≥'))
    if (rows.length === 0) return undefined
    random.pick(rows).likelihood = 2
    return 'likelihood'
  },
  'no likelihood': (form, random) => {
    random.pick(form.rows).likelihood = -1
    return 'likelihood'
  },
  'no cause': (form, random) => {
    const rows = missed(form)
    if (rows.length === 0) return undefined
    Object.assign(random.pick(rows), { cause: -1, causeText: '' })
    return 'cause'
  },
  'impossible without measures': (form, random) => {
    const rows = missed(form)
    if (rows.length === 0) return undefined
    Object.assign(random.pick(rows), { likelihood: 2, causeText: '场地移交晚' })
    return 'measures'
  },
  'count falls by the end of the year': (form, random) => {
    const row = random.pick(form.rows.filter(({ target }) => /^≥\d+(?![\d%])/.test(target)))
    const actual = Number(/\d+/.exec(row.actual)![0])
    row.forecast = row.forecast.replace(/\d+/, String(Math.floor(actual / 2)))
    return row.forecast
  },
}
