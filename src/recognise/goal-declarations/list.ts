/**
 * Goals of several projects in one table, as budgets are published: a column for the project, one for its goal, then the
 * columns of indicators. Each project is a declaration of its own.
 */
import type { DeclarationField, GoalDeclaration } from '../../domain/goal-declaration.ts'
import type { Cell } from '../../domain/self-evaluation.ts'
import { DECLARED_FIELDS, type DeclaredField } from '../../law/goal-form.ts'
import { toCell } from '../columns.ts'
import { isProjectNameLabel } from '../head.ts'
import { type PlanHeader, planColumns } from '../plans/columns.ts'
import { formYear } from '../plans/segments.ts'
import { titleKind } from '../plans/titles.ts'
import { filledCells, type Row, type RowCell } from '../rows.ts'
import { labelKey } from '../text.ts'
import { mayHold, TRAIT } from '../traits.ts'
import { isCostLevel2 } from '../vocabulary.ts'
import { addDeclaredRow, type DeclaredBlock, declaredHeader, finishBlock, headersOf, openBlock } from './indicators.ts'
import { goalWords } from './words.ts'

type ListField = DeclaredField | 'projectName' | 'owner' | 'goal' | 'budget' | 'code'

const OWNER = /^(?:预算)?单位(?:名称)?$|^主管部门(?:名称)?$|^实施单位$/
const BUDGET = /^(?:预算|资金|项目)?(?:金额|预算数|资金总额|预算金额|年度资金总额)$/
const GOAL = /目标$/

const FEWEST = 5
const isNameLabel = (text: string): boolean =>
  isProjectNameLabel(text) || /^单位名称[、，/]项目名称$/.test(labelKey(text))
const isName = (cell: RowCell): boolean => cell.text.length > 3 && cell.text.length < 20 && isNameLabel(cell.text)

const LIST_FIELDS: readonly (readonly [ListField, (text: string) => boolean])[] = [
  ['projectName', isNameLabel],
  ['code', (text) => goalWords().head(text)[0] === 'projectCode'],
  ['goal', (text) => GOAL.test(labelKey(text)) && goalWords().columns(text).length === 0],
  ['owner', (text) => OWNER.test(labelKey(text))],
  ['budget', (text) => BUDGET.test(labelKey(text))],
]

const lookup = (text: string): readonly ListField[] => {
  const own = LIST_FIELDS.find(([, fits]) => fits(text))?.[0]
  // 单位 of a list's indicators is the unit of measure, where a level stands before it.
  return own ? [own, ...goalWords().columns(text)] : goalWords().columns(text)
}

/** The header of such a list; `undefined` for a form of one project. */
const listHeader = (row: Row): PlanHeader<ListField> | undefined => {
  if (row.kind === 'paragraph' || row.cells.length < FEWEST || !mayHold(row, TRAIT.projectName)) return undefined
  if (!row.cells.slice(0, FEWEST).some(isName)) return undefined
  if (!declaredHeader(row)) return undefined
  const header = planColumns<ListField>(row, lookup)
  const level = header.columns.findIndex(({ field }) => field.startsWith('level'))
  const name = header.columns.findIndex(({ field }) => field === 'projectName')
  return name >= 0 && name < level ? header : undefined
}

const isDeclared = (field: ListField): field is DeclaredField => (DECLARED_FIELDS as readonly string[]).includes(field)

interface Project {
  readonly name: RowCell
  readonly cells: Partial<Record<ListField, RowCell>>
  readonly block: DeclaredBlock
  readonly rows: Row[]
}

interface List {
  readonly from: number
  to: number
  readonly title: Cell | undefined
  readonly year: number
  readonly yearCell: Cell | undefined
  readonly projects: Project[]
  readonly header: PlanHeader<ListField>
}

const HEADING_ROWS = 6

const headingOf = (rows: readonly Row[], at: number): Pick<List, 'title' | 'year' | 'yearCell'> => {
  let title: Cell | undefined
  let year = 0
  let yearCell: Cell | undefined
  for (let i = at - 1; i >= 0 && i >= at - HEADING_ROWS && !title; i -= 1)
    for (const cell of filledCells(rows[i]!)) {
      if (titleKind(cell.text) === 'goal') title = toCell(cell)
      const own = cell.text.length < 60 ? formYear(cell.text) : 0
      if (own > 0 && year === 0) {
        year = own
        yearCell = toCell(cell)
      }
    }
  return { title, year, yearCell }
}

const cellsIn = (row: Row, { columns }: PlanHeader<ListField>): Partial<Record<ListField, RowCell>> =>
  Object.fromEntries(
    columns.flatMap(({ field, start, end }) => {
      const cell = row.cells.find(({ column }) => column >= start && column < end)
      return cell ? [[field, cell] as const] : []
    }),
  )

const addRow = (list: List, row: Row, hasCostGroup: boolean): void => {
  const cells = cellsIn(row, list.header)
  const name = cells.projectName
  const last = list.projects.at(-1)
  const isNew = name !== undefined && name.text !== '' && name.own && (!last || last.name.text !== name.text)
  if (isNew) {
    const declared = list.header.columns.filter(({ field }) =>
      isDeclared(field),
    ) as PlanHeader<DeclaredField>['columns']
    const block = openBlock({ ...list.header, columns: declared }, hasCostGroup, ['annual'])
    list.projects.push({ name, cells, block, rows: [] })
  }
  const project = list.projects.at(-1)
  if (!project) return
  project.rows.push(row)
  addDeclaredRow(project.block, { ...row, cells: row.cells.filter((cell) => cell !== name) })
}

/** Rows of a list are exact by now: ragged ones would need their cells put in place first, and are left alone. */
const listsIn = (rows: readonly Row[]): readonly List[] => {
  const lists: List[] = []
  for (let i = 0; i < rows.length; i += 1) {
    const header = listHeader(rows[i]!)
    if (header?.kind !== 'exact') continue
    const { block } = rows[i]!
    let to = i + 1
    while (to < rows.length && rows[to]!.block === block && !listHeader(rows[to]!)) to += 1
    const body = rows.slice(i + 1, to)
    const hasCostGroup = body.some((row) => row.cells.some((cell) => isCostLevel2(cell.text)))
    const list: List = { from: i, to, ...headingOf(rows, i), projects: [], header }
    for (const row of body) addRow(list, row, hasCostGroup)
    lists.push(list)
    i = to - 1
  }
  return lists
}

const FIELDS: Readonly<Partial<Record<ListField, DeclarationField>>> = { code: 'projectCode', owner: 'unit' }

const declaration = (list: List, { name, cells, block, rows }: Project): Omit<GoalDeclaration, 'index'>[] => {
  const indicators = finishBlock(block)
  if (indicators.length === 0) return []
  const head: Partial<Record<DeclarationField, Cell>> = { projectName: toCell(name) }
  for (const [field, to] of Object.entries(FIELDS))
    if (cells[field as ListField]) head[to] = toCell(cells[field as ListField]!)
  const { goal, budget } = cells
  const label = list.header.columns.find(({ field }) => field === 'budget')?.cell
  const annual = budget && label ? { total: { label, amount: toCell(budget) }, sources: [] } : undefined
  const first = rows[0]!
  return [
    {
      year: list.year,
      title: list.title,
      yearCell: list.yearCell,
      head,
      money: { unit: '', unitAt: undefined, annual, multiYear: undefined, yearly: [] },
      costing: [],
      costingHeaders: {},
      goals: goal ? [{ term: 'annual', text: toCell(goal), ratio: undefined }] : [],
      indicators,
      indicatorHeaders: headersOf(block),
      totalWeight: undefined,
      source: { fromBlock: first.block, toBlock: first.block, fromRow: first.row, toRow: rows.at(-1)!.row + 1 },
      at: name.at,
    },
  ]
}

export interface GoalLists {
  readonly declarations: readonly Omit<GoalDeclaration, 'index'>[]
  /** Rows that belong to lists. */
  readonly isTaken: (row: Row) => boolean
}

/** Every list of projects with their goals. Never throws, never repairs. */
export const goalLists = (rows: readonly Row[]): GoalLists => {
  const lists = listsIn(rows).filter(({ projects }) => projects.length > 0)
  const taken = new Set(lists.flatMap(({ from, to }) => rows.slice(from, to)))
  return {
    declarations: lists.flatMap((list) => list.projects.flatMap((project) => declaration(list, project))),
    isTaken: (row) => taken.has(row),
  }
}
