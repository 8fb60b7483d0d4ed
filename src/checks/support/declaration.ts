/**
 * A goal declaration as the checks see it. Its indicators are shown as rows of a form view, so that everything that is
 * known of targets, units, groups and weights holds for declarations as it does for self-evaluations.
 */
import type { DeclaredGoal, DeclaredIndicator, GoalDeclaration, Term } from '../../domain/goal-declaration.ts'
import type { Cell, SelfEvaluation } from '../../domain/self-evaluation.ts'
import type { FindingDraft } from '../../engine/check.ts'
import { type FormView, viewForm } from '../../engine/form-view.ts'
import { parseDatePeriod } from '../../kernel/parse-date.ts'
import { type FormFacts, factsOf, type RowFacts, saysNone } from './form-facts.ts'
import { type MoneyCell, moneyCell } from './plan-money.ts'

export interface DeclaredRow {
  readonly facts: RowFacts
  readonly declared: DeclaredIndicator
}

/** Indicators of one term: they are one framework, with weights of their own. */
export interface DeclaredSet {
  readonly term: Term
  readonly rows: readonly DeclaredRow[]
  /** Rows that say something: a name or a target. */
  readonly live: readonly DeclaredRow[]
}

export interface MoneyView {
  readonly term: Term
  readonly total: MoneyCell | undefined
  readonly sources: readonly MoneyCell[]
  /** The form lists other funds beside the appropriation, so the sources are all there are. */
  readonly isComplete: boolean
}

export interface DeclarationView {
  readonly declaration: GoalDeclaration
  readonly section: string
  readonly form: FormView
  readonly facts: FormFacts
  readonly sets: readonly DeclaredSet[]
  readonly money: readonly MoneyView[]
  /** Day on which the project ends, as far as it is printed. */
  readonly end: string | undefined
  /** First and last year of the project; `undefined` where the form does not say both. */
  readonly years: readonly [number, number] | undefined
}

const SIGN = /^[≥≤><＞＜=＝≧≦]$/
const STARTS_WITH_SIGN = /^[≥≤><＞＜=＝≧≦]|^(?:不|大于|小于|高于|低于|等于)/
const ENDS_IN_DIGIT = /[\d０-９]$/
const NO_UNIT = /^[—–\-/无]*$/

/** Sign and unit from columns of their own, as if they were printed with the number: ≥ | 2150 | 平方米. */
export const fullTarget = ({ target, more }: DeclaredIndicator): string => {
  const sign = more.direction?.printed.trim() ?? ''
  const unit = more.unit?.printed.trim() ?? ''
  const { printed } = target
  if (printed === '') return printed
  const front = SIGN.test(sign) && !STARTS_WITH_SIGN.test(printed) ? sign : ''
  const behind = ENDS_IN_DIGIT.test(printed) && !NO_UNIT.test(unit) ? unit : ''
  return `${front}${printed}${behind}`
}

const asIndicator = (row: DeclaredIndicator): SelfEvaluation['indicators'][number] => {
  const blank: Cell = { printed: '', at: row.target.at }
  const { direction, unit } = row.more
  return {
    level1: row.level1,
    level2: row.level2,
    level3: row.level3,
    target: { ...row.target, printed: fullTarget(row) },
    actual: blank,
    weight: row.more.weight ?? blank,
    score: blank,
    deviation: blank,
    more: { ...(direction ? { direction } : {}), ...(unit ? { unit } : {}) },
  }
}

const asForm = (declaration: GoalDeclaration): SelfEvaluation => ({
  index: declaration.index,
  year: declaration.year,
  title: declaration.title,
  yearCell: declaration.yearCell,
  head: {},
  funds: { unit: declaration.money.unit, unitAt: undefined, rows: {}, moreSources: [], headers: {} },
  goalExpected: undefined,
  goalActual: undefined,
  indicators: declaration.indicators.map(asIndicator),
  indicatorHeaders: {},
  totalWeight: declaration.totalWeight,
  totalScore: undefined,
  more: {},
  emptyTemplateRows: [],
  source: declaration.source,
})

const setsOf = (declaration: GoalDeclaration, { rows }: FormFacts): readonly DeclaredSet[] =>
  (['annual', 'multiYear'] as const).flatMap((term) => {
    const own = rows.flatMap((facts): DeclaredRow[] => {
      const declared = declaration.indicators[facts.index]!
      return declared.term === term ? [{ facts, declared }] : []
    })
    const live = own.filter(({ facts }) => !(saysNone(facts.name.text) && saysNone(facts.target.text)))
    return live.length > 0 ? [{ term, rows: own, live }] : []
  })

const moneyOf = ({ money }: GoalDeclaration): readonly MoneyView[] =>
  (['annual', 'multiYear'] as const).flatMap((term) => {
    const declared = money[term]
    if (!declared) return []
    const { total, sources } = declared
    const sourceCells = sources.map(({ label, amount }, i) =>
      moneyCell(label, `money.${term}.sources[${i}].amount`, amount, money.unit),
    )
    const totalCell = total && moneyCell(total.label, `money.${term}.total.amount`, total.amount, money.unit)
    const isComplete = sources.some(({ key }) => key === 'other') || sources.length > 2
    return [{ term, total: totalCell, sources: sourceCells, isComplete }]
  })

const YEAR = /(?<!\d)((?:19|20)\d{2})(?!\d)/g
const yearsIn = (text: string): readonly number[] => [...text.matchAll(YEAR)].map((match) => Number(match[1]))

/** One year alone is a whole period only when it says so: 2021年起 has no end. */
const ONE_YEAR = /^\D{0,2}(?:19|20)\d{2}年?度?$|\d月?.{0,4}[-—–－~～至到].{0,4}\d/

const projectYears = ({ head }: GoalDeclaration): DeclarationView['years'] => {
  const printed = head.period?.printed.replace(/\s/g, '') ?? ''
  const years = yearsIn(printed)
  const period = years.length > 1 || ONE_YEAR.test(printed) ? years : []
  const from = yearsIn(head.start?.printed ?? '')[0] ?? period[0]
  const to = yearsIn(head.end?.printed ?? '').at(-1) ?? period.at(-1)
  return from !== undefined && to !== undefined && from <= to ? [from, to] : undefined
}

/** 2021年1月至2023年12月 ends on its last day; a single date in a field of both ends is no end. */
const projectEnd = ({ head }: GoalDeclaration): string | undefined => {
  const end = head.end?.printed ?? ''
  if (end !== '') return parseDatePeriod(end)?.end
  const period = head.period?.printed ?? ''
  return /[-—–－~～至到]/.test(period) ? parseDatePeriod(period)?.end : undefined
}

const views = new WeakMap<GoalDeclaration, DeclarationView>()

export const viewDeclaration = (declaration: GoalDeclaration): DeclarationView => {
  const known = views.get(declaration)
  if (known) return known
  const form = viewForm(asForm(declaration))
  const facts = factsOf(form)
  const view: DeclarationView = {
    declaration,
    section: `goalDeclarations[${declaration.index - 1}]`,
    form,
    facts,
    sets: setsOf(declaration, facts),
    money: moneyOf(declaration),
    end: projectEnd(declaration),
    years: projectYears(declaration),
  }
  views.set(declaration, view)
  return view
}

/** A draft about a cell of the declaration. */
export const onDeclaration = (
  { section }: Pick<DeclarationView, 'section'>,
  field: string,
  cell: Cell | undefined,
  also: readonly string[] = [],
): Pick<FindingDraft, 'section' | 'field' | 'also' | 'position'> => ({
  section,
  field,
  ...(also.length > 0 ? { also } : {}),
  ...(cell ? { position: cell.at } : {}),
})

/** Place of a finding about one column of one or more rows. */
export const onRows = (
  view: Pick<DeclarationView, 'section'>,
  rows: readonly DeclaredRow[],
  column: 'level1' | 'level2' | 'level3' | 'target' | 'weight' | 'unit' | 'direction',
): Pick<FindingDraft, 'section' | 'field' | 'also' | 'position'> => {
  const isCore = column === 'level1' || column === 'level2' || column === 'level3' || column === 'target'
  const fields = rows.map(({ facts }) => `indicators[${facts.index}].${isCore ? column : `more.${column}`}`)
  const { declared } = rows[0]!
  return onDeclaration(
    view,
    fields[0]!,
    isCore ? declared[column] : (declared.more[column] ?? declared.target),
    fields.slice(1),
  )
}

export const termName = (term: Term): string => (term === 'annual' ? '年度' : '中期（实施期）')

/** Goals with text, and their place in the record. */
export const goalsWithText = ({
  goals,
}: GoalDeclaration): readonly { readonly goal: DeclaredGoal; readonly field: string }[] =>
  goals.flatMap((goal, i) => (goal.text.printed === '' ? [] : [{ goal, field: `goals[${i}].text` }]))
