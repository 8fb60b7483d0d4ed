/** The labels of the goal declaration, ready for looking up. */
import {
  COSTING_COLUMNS,
  type CostingColumn,
  DECLARATION_FIELDS,
  type DeclarationField,
  type Term,
} from '../../domain/goal-declaration.ts'
import { DECLARED_FIELDS, type DeclaredField, goalLayout } from '../../law/goal-form.ts'
import { keys, type Lookup, lookup } from '../lookup.ts'

interface GoalWords {
  readonly head: Lookup<DeclarationField>
  readonly moneyBlock: ReadonlySet<string>
  readonly bareMoney: ReadonlySet<string>
  readonly totals: Lookup<Term>
  readonly goalBlock: ReadonlySet<string>
  readonly goals: Lookup<Term | 'ratio'>
  readonly columns: Lookup<DeclaredField>
  readonly history: ReadonlySet<string>
  readonly costing: Lookup<CostingColumn>
  readonly costingTotals: ReadonlySet<string>
}

let built: GoalWords | undefined

export const goalWords = (): GoalWords => {
  if (built) return built
  const { head, money, goals, columns, history, costing, costingTotals } = goalLayout()
  built = {
    head: lookup<DeclarationField>(DECLARATION_FIELDS, (field) => head[field]),
    moneyBlock: keys(money.block),
    bareMoney: keys(money.bare),
    totals: lookup<Term>(['annual', 'multiYear'], (term) => money[term]),
    goalBlock: keys(goals.block),
    goals: lookup<Term | 'ratio'>(['annual', 'multiYear', 'ratio'], (side) => goals[side]),
    columns: lookup<DeclaredField>(DECLARED_FIELDS, (field) => columns[field]),
    history: keys(history),
    costing: lookup<CostingColumn>(COSTING_COLUMNS, (column) => costing[column]),
    costingTotals: keys(costingTotals),
  }
  return built
}
