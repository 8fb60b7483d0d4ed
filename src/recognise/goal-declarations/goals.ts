/** The goals of a declaration: of the year, of the whole period, some with a share of the whole. */
import type { DeclaredGoal, Term } from '../../domain/goal-declaration.ts'
import type { Cell } from '../../domain/self-evaluation.ts'
import { toCell } from '../columns.ts'
import { type Pair, valueCell } from '../plans/pairs.ts'
import type { Row, RowCell } from '../rows.ts'
import { labelKey, narrow } from '../text.ts'
import { isIndicatorBlock } from '../vocabulary.ts'
import type { GoalLabel } from './labels.ts'
import { goalWords } from './words.ts'

interface OpenGoal {
  readonly term: Term
  text: Cell
  ratio: Cell | undefined
}

export interface GoalsBlock {
  readonly goals: OpenGoal[]
  /** Labels without texts: the rows below have the texts under them. */
  pending: readonly Pair<GoalLabel>[]
}

export const newGoalsBlock = (): GoalsBlock => ({ goals: [], pending: [] })

const PERCENT = /^\d+(?:\.\d+)?[%％]?$/

const add = (block: GoalsBlock, term: Term, text: Cell): void => {
  const last = block.goals.at(-1)
  // A converter that lost a merged cell prints its text in every place it covered; a blank one waits for its text.
  if (last?.term === term && (last.text.printed === text.printed || text.printed === '')) return
  const blank = block.goals.find((goal) => goal.term === term && goal.text.printed === '')
  if (blank) blank.text = text
  else block.goals.push({ term, text, ratio: undefined })
}

const termOfPair = ({ label }: Pair<GoalLabel>): Term | undefined =>
  label.kind === 'goal' ? label.term : label.kind === 'goalBlock' ? 'annual' : undefined

/** 总体目标 in front of 中期目标 | 年度目标 names the block; alone it names what follows. */
const meant = (pairs: readonly Pair<GoalLabel>[]): readonly Pair<GoalLabel>[] => {
  const goals = pairs.filter(
    ({ label }) => label.kind === 'goal' || label.kind === 'ratio' || label.kind === 'goalBlock',
  )
  const hasOwn = goals.some(({ label }) => label.kind === 'goal')
  return hasOwn ? goals.filter(({ label }) => label.kind !== 'goalBlock') : goals
}

export const isGoalsRow = (pairs: readonly Pair<GoalLabel>[]): boolean => meant(pairs).some(termOfPair)

export const addGoals = (block: GoalsBlock, pairs: readonly Pair<GoalLabel>[]): void => {
  const goals = meant(pairs)
  block.pending = goals.length > 1 && goals.every(({ value }) => value === undefined) ? goals : []
  for (const pair of goals) {
    const term = termOfPair(pair)
    if (term) add(block, term, valueCell(pair))
    else if (pair.value && block.goals.length > 0) block.goals.at(-1)!.ratio = toCell(pair.value)
  }
  // A label that stands alone in its row names the row below.
  const alone = goals[0]
  if (goals.length === 1 && alone?.isBare && alone.value === undefined) block.pending = goals
}

const isGoalText = (cell: RowCell): boolean =>
  cell.own && cell.text !== '' && !isIndicatorBlock(cell.text) && !goalWords().goalBlock.has(labelKey(cell.text))

/** Texts below the labels of a header row. False when the row holds none. */
export const addGoalTexts = (block: GoalsBlock, row: Row): boolean => {
  const { pending } = block
  const texts = row.cells.filter(isGoalText)
  if (pending.length === 0 || texts.length === 0 || row.kind === 'paragraph') return false
  const numbers = texts.filter(({ text }) => PERCENT.test(narrow(text)))
  for (const [i, cell] of texts.entries()) {
    const above =
      row.kind === 'exact'
        ? (pending.findLast(({ labelCell }) => labelCell.column <= cell.column) ?? pending[0]!)
        : (pending[Math.min(i, pending.length - 1)] ?? pending[0]!)
    const isRatio = numbers.includes(cell) && pending.some(({ label }) => label.kind === 'ratio')
    const term = termOfPair(above)
    if (isRatio && block.goals.length > 0) block.goals.at(-1)!.ratio = toCell(cell)
    else if (term) add(block, term, toCell(cell))
  }
  return true
}

export const finishGoals = ({ goals }: GoalsBlock): readonly DeclaredGoal[] =>
  goals.map(({ term, text, ratio }) => ({ term, text, ratio }))
