/** Goal declarations and monitoring forms as JSON: every value as printed, positions of the forms themselves. */
import {
  COSTING_COLUMNS,
  DECLARATION_FIELDS,
  DECLARED_COLUMNS,
  type DeclaredMoney,
  type GoalDeclaration,
  type MoneyLine,
} from '../../domain/goal-declaration.ts'
import {
  CAUSE_CLASSES,
  LIKELIHOODS,
  MONITORED_COLUMNS,
  MONITORED_FUND_COLUMNS,
  MONITORING_FIELDS,
  type Monitoring,
} from '../../domain/monitoring.ts'
import type { Cell } from '../../domain/self-evaluation.ts'

/** The fields that a form has, in their fixed order. */
const printed = <Key extends string>(
  cells: Readonly<Partial<Record<Key, Cell>>>,
  keys: readonly Key[],
): Partial<Record<Key, string>> =>
  Object.fromEntries(keys.flatMap((key) => (cells[key] ? [[key, cells[key].printed] as const] : []))) as Partial<
    Record<Key, string>
  >

const lineJson = ({ label, amount }: MoneyLine) => ({ label: label.printed, amount: amount.printed })

const moneyJson = (money: DeclaredMoney | undefined) =>
  money && {
    total: money.total ? lineJson(money.total) : null,
    sources: money.sources.map((source) => ({ key: source.key, ...lineJson(source) })),
  }

export const goalJson = (form: GoalDeclaration) => ({
  title: form.title?.printed ?? '',
  year: form.year,
  ...printed(form.head, DECLARATION_FIELDS),
  money: {
    unit: form.money.unit,
    annual: moneyJson(form.money.annual) ?? null,
    multiYear: moneyJson(form.money.multiYear) ?? null,
    yearly: form.money.yearly.map((plan) => ({ year: plan.year, ...lineJson(plan) })),
  },
  costing: form.costing.map(({ cells, isTotal }) => ({ ...printed(cells, COSTING_COLUMNS), isTotal })),
  goals: form.goals.map(({ term, text, ratio }) => ({
    term,
    text: text.printed,
    ...(ratio ? { ratio: ratio.printed } : {}),
  })),
  indicators: form.indicators.map(({ term, level1, level2, level3, target, more }) => ({
    term,
    level1: level1.printed,
    level2: level2.printed,
    level3: level3.printed,
    target: target.printed,
    ...printed(more, DECLARED_COLUMNS),
  })),
  totalWeight: form.totalWeight?.printed ?? '',
  position: form.at,
})

export const monitoringJson = (form: Monitoring) => ({
  title: form.title?.printed ?? '',
  year: form.year,
  cut: form.cut?.printed ?? '',
  months: form.months,
  ...printed(form.head, MONITORING_FIELDS),
  funds: {
    unit: form.funds.unit,
    rows: form.funds.rows.map(({ key, label, cells }) => ({
      key,
      label: label.printed,
      ...printed(cells, MONITORED_FUND_COLUMNS),
    })),
  },
  goal: form.goal?.printed ?? '',
  indicators: form.indicators.map(({ level1, level2, level3, cells, causes, likelihoods }) => ({
    level1: level1.printed,
    level2: level2.printed,
    level3: level3.printed,
    ...printed(cells, MONITORED_COLUMNS),
    causes: printed(causes, CAUSE_CLASSES),
    likelihoods: printed(likelihoods, LIKELIHOODS),
  })),
  position: form.at,
})
