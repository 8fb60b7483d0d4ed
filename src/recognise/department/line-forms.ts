/** Whole-department forms in text whose cells are parted by single spaces and whose lines are broken. */
import type { DepartmentSelfEvaluation } from '../../domain/department-self-evaluation.ts'
import type { Funds } from '../../domain/self-evaluation.ts'
import type { TextLines } from '../../domain/source-document.ts'
import { formLayout } from '../../law/forms.ts'
import { cellOf } from '../lines/cells.ts'
import { lineStarts, lineText } from '../lines/find-forms.ts'
import { readFunds, unitOf } from '../lines/fund-lines.ts'
import { readGoals } from '../lines/goal-lines.ts'
import { type FoundHeader, matchHeader } from '../lines/header-match.ts'
import { indicatorTask, readIndicators, toIndicators } from '../lines/indicator-lines.ts'
import { FIRST_HABITS, type Habits } from '../lines/layout-task.ts'
import { learnHabits, learnWidths } from '../lines/learn.ts'
import { fundHeaderAt, tableEnd, totals, withoutRepeats } from '../lines/sections.ts'
import { pageNumberLines, type Token, tokenise } from '../lines/tokens.ts'
import { labelText } from '../lines/trie.ts'
import { type IndicatorField, type LinesVocabulary, linesVocabulary } from '../lines/vocabulary.ts'
import { mendPageCuts } from './page-cuts.ts'
import { type TaskHeader, taskHeaderAt } from './task-header.ts'
import { readTasks } from './task-lines.ts'
import { departmentWords, isDepartmentTitle } from './words.ts'

export interface LineDepartmentForm extends Omit<DepartmentSelfEvaluation, 'index'> {
  readonly line: number
}

let vocabulary: LinesVocabulary | undefined

/** How far below the title the first header may stand, and the last line of the form, in lines of text. */
const HEADER_LINES = 40
const FORM_LINES = 1200

/** All forms of a block. Never throws, never repairs. */
export function departmentsFromLines(block: TextLines): LineDepartmentForm[] {
  // Most documents have none; taking them apart would be for nothing.
  if (!block.lines.some(({ text }) => text.includes('整体') && isDepartmentTitle(text))) return []
  vocabulary ??= linesVocabulary(formLayout())
  const tokens = tokenise(block)
  const starts = lineStarts(tokens)
  const pageNumbers = pageNumberLines(tokens)
  const titles = starts.filter((at) => isDepartmentTitle(lineText(tokens, at)))
  return titles.flatMap((title, index) => {
    const end = endOf(tokens, starts, title, titles[index + 1])
    return readForm(tokens.slice(title, end), pageNumbers, vocabulary!) ?? []
  })
}

const ENDS = /^(?:附件|附表|附录|第[一二三四五六七八九十]+部分|填表人|填报人|填报说明|填表说明|项目名称)/

/** The next title of any table, or what cannot stand in a table. */
function endOf(tokens: readonly Token[], starts: readonly number[], title: number, next: number | undefined): number {
  let lines = 0
  for (const at of starts) {
    if (at <= title) continue
    if (at === next || lines > FORM_LINES) return at
    const text = lineText(tokens, at)
    if (ENDS.test(text) || (lines > 3 && /表$/.test(text) && text.length >= 8 && text.length < 40)) return at
    lines += 1
  }
  return tokens.length
}

interface Parts {
  readonly tasks: { readonly at: number; readonly header: TaskHeader } | undefined
  readonly goals: { readonly at: number; readonly header: FoundHeader<'expected' | 'actual'> } | undefined
  readonly indicators: { readonly at: number; readonly header: FoundHeader<IndicatorField> }
}

function partsOf(tokens: readonly Token[], words: LinesVocabulary): Parts | undefined {
  let tasks: Parts['tasks']
  let goals: Parts['goals']
  for (const [line, at] of lineStarts(tokens).entries()) {
    const rest = tokens.slice(at, at + 60)
    const indicators = matchHeader(rest, words.indicators, 4)
    const fields = new Set(indicators?.labels.map(({ field }) => field))
    if (indicators && fields.has('level3') && (fields.has('actual') || fields.has('score')))
      return { tasks, goals, indicators: { at, header: indicators } }
    if (!tasks && line < HEADER_LINES) {
      const header = taskHeaderAt(tokens, at)
      if (header) tasks = { at, header }
    }
    if (!goals) {
      const header = matchHeader(rest, words.goals, 2)
      if (header) goals = { at, header }
    }
  }
  return undefined
}

/** 年 / 度 / 总 / 体 …: a label set from top to bottom beside its block, of which the pieces above the header are found here. */
function uprightBefore(tokens: readonly Token[], at: number): number {
  let from = at
  while (
    from > 0 &&
    tokens[from - 1]!.isAlone &&
    tokens[from - 1]!.key.length === 1 &&
    /[\u4e00-\u9fff]/.test(tokens[from - 1]!.key)
  )
    from -= 1
  return from
}

interface IndicatorPart {
  readonly indicators: DepartmentSelfEvaluation['indicators']
  readonly totals: Pick<DepartmentSelfEvaluation, 'totalWeight' | 'totalScore'>
  readonly habits: Habits
}

/** Read twice: the second time with what the first has shown of line ends and widths. */
function indicatorPart(
  tokens: readonly Token[],
  header: FoundHeader<IndicatorField>,
  pageNumbers: ReadonlySet<number>,
  words: LinesVocabulary,
): IndicatorPart {
  const end = tableEnd(tokens, 0, words)
  const rows = withoutRepeats(tokens.slice(0, end.at), header.tokens)
  const given = indicatorTask(rows, header, words, pageNumbers)
  if (rows.length === 0) return { indicators: [], totals: totals(end.total), habits: FIRST_HABITS }
  const first = readIndicators(given, undefined, FIRST_HABITS)
  const habits = learnHabits([{ task: given.task, placements: first.placements }], FIRST_HABITS)
  const widths = learnWidths(given.task, first.placements)
  const { placements } = readIndicators(given, widths, habits)
  const mended = mendPageCuts(given.task, placements, widths[given.task.roles.name])
  return { indicators: toIndicators(given, mended).indicators, totals: totals(end.total), habits }
}

function fundsOf(head: readonly Token[], words: LinesVocabulary): Funds | undefined {
  for (const at of lineStarts(head)) {
    const header = fundHeaderAt(head.slice(at, at + 60), words)
    if (header) return readFunds(head.slice(at + header.length), header, words)
  }
  return undefined
}

const YEAR = /(?:^|\D)((?:19|20)\d{2})(?:年|$)/

/** 部门（单位）名称 … 预算年度 2020: the name may be broken over lines. */
function headOf(head: readonly Token[]): Pick<DepartmentSelfEvaluation, 'department' | 'year'> {
  const { departments, years } = departmentWords()
  const isLabel = (token: Token): boolean => {
    const key = labelText(token.text).replace(/[:：]$/, '')
    return departments.has(key) || years.has(key)
  }
  const at = head.findIndex((token) => departments.has(labelText(token.text).replace(/[:：]$/, '')))
  const after = at < 0 ? [] : head.slice(at + 1)
  const end = after.findIndex((token) => isLabel(token) || /^[年（(]/.test(token.key) || /年度/.test(token.key))
  const name = cellOf(end < 0 ? after.slice(0, LONGEST_NAME) : after.slice(0, end))
  const dated = head.map((token) => YEAR.exec(token.key)?.[1]).find((year) => year !== undefined)
  const label = head[at]
  return {
    department: name ?? (label ? { printed: '', at: label.at } : undefined),
    year: dated ? Number(dated) : 0,
  }
}

const LONGEST_NAME = 6

function readForm(
  tokens: readonly Token[],
  pageNumbers: ReadonlySet<number>,
  words: LinesVocabulary,
): LineDepartmentForm | undefined {
  const parts = partsOf(tokens, words)
  if (!parts) return undefined
  const { tasks, goals, indicators } = parts
  const goalsFrom = goals ? uprightBefore(tokens, goals.at) : uprightBefore(tokens, indicators.at)
  const head = tokens.slice(0, tasks?.at ?? goalsFrom)
  const rows = tokens.slice(indicators.at + indicators.header.length)
  const read = indicatorPart(rows, indicators.header, pageNumbers, words)
  const goalText = goals
    ? readGoals(
        tokens.slice(goals.at + goals.header.length, uprightBefore(tokens, indicators.at)),
        { ...goals.header, block: [...tokens.slice(goalsFrom, goals.at), ...goals.header.block] },
        words,
        pageNumbers,
        read.habits,
      )
    : undefined
  const body = tasks ? tokens.slice(tasks.at + tasks.header.length, goalsFrom) : []
  const first = tokens[0]!
  return {
    title: cellOf(tokens.filter(({ line }) => line === first.line)),
    ...headOf(head),
    unit: unitOf([...(tasks?.header.tokens ?? []), ...head]).unit,
    taskColumns: tasks?.header.columns ?? [],
    tasks: tasks ? readTasks(body, tasks.header) : [],
    funds: fundsOf(head, words),
    goalExpected: goalText?.expected,
    goalActual: goalText?.actual,
    indicators: read.indicators,
    ...read.totals,
    at: first.at,
    line: first.line,
  }
}
