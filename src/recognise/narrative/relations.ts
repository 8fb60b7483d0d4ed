/** Relations that need the whole text: wholes that a share names, lists over several paragraphs, rates with a name of their own. */
import type {
  Comparison,
  Measure,
  NamedRate,
  NumberMention,
  Relation,
  Share,
  Statement,
  Sum,
} from '../../domain/narrative.ts'
import { narrativeWords } from '../../law/narrative.ts'
import type { Drafts } from './drafts.ts'
import { budgetOf, type Frame, figureOf, isSameSubject, type OpenComparison, subjectKey } from './frames.ts'

export interface Known {
  readonly statements: readonly Statement[]
  readonly numbers: readonly NumberMention[]
}

const baseValue = ({ numbers }: Known, { number }: Statement): string =>
  numbers[number]!.value.shift(numbers[number]!.power).normalize().toString()

/** Values by the key of their subject, so that looking for a whole does not walk through the document. */
const valuesBySubject = ({ statements }: Known): ReadonlyMap<string, readonly Statement[]> => {
  const byKey = new Map<string, Statement[]>()
  for (const statement of statements) {
    if (statement.role !== 'value') continue
    const key = subjectKey(statement.subject.name)
    const list = byKey.get(key)
    if (list) list.push(statement)
    else byKey.set(key, [statement])
  }
  return byKey
}

/** Values by the last characters of their subject: 湖口县2023年度本年支出 is 本年支出. Names that many have tell nothing. */
const MOST_OF_ONE_END = 50
const endOf = (name: string): string => subjectKey(name).slice(-2)
const valuesByEnd = ({ statements }: Known): ReadonlyMap<string, readonly Statement[]> => {
  const byEnd = new Map<string, Statement[]>()
  for (const statement of statements) {
    if (statement.role !== 'value') continue
    const end = endOf(statement.subject.name)
    const list = byEnd.get(end)
    if (!list) byEnd.set(end, [statement])
    else if (list.length < MOST_OF_ONE_END) list.push(statement)
  }
  return byEnd
}

const isFigure = ({ measure }: Statement): boolean => measure === 'final' || measure === 'executed' || measure === ''

type WholeFinder = (share: Share, part: Statement, totals: ReadonlyMap<number, number>) => number | undefined

const wholeFinder = (known: Known): WholeFinder => {
  const { statements, numbers } = known
  const byKey = valuesBySubject(known)
  const byEnd = valuesByEnd(known)
  const unitKind = (statement: Statement) => numbers[statement.number]!.kind
  return (share, part, totals) => {
    const fits = (one: Statement): boolean =>
      one.index !== part.index && unitKind(one) === unitKind(part) && isFigure(one) && one.year === part.year
    // Nearest first: the same paragraph names it in full or by its end.
    const paragraph = numbers[part.number]!.paragraph
    for (let i = statements[share.share]!.index - 1; i >= 0; i--) {
      const one = statements[i]!
      if (numbers[one.number]!.paragraph < paragraph - 1) break
      if (one.role === 'value' && fits(one) && isSameSubject(one.subject.name, share.wholeName)) return i
    }
    const isNamed = (one: Statement): boolean => fits(one) && isSameSubject(one.subject.name, share.wholeName)
    const exact = (byKey.get(subjectKey(share.wholeName)) ?? []).filter(isNamed)
    if (exact.length > 0) return theOnlyValue(exact)
    const long = (byEnd.get(endOf(share.wholeName)) ?? []).filter(isNamed)
    return qualified(share.wholeName, fits, totals) ?? theOnlyValue(long)
  }

  /** The last of statements that all say one amount. */
  function theOnlyValue(named: readonly Statement[]): number | undefined {
    const values = new Set(named.map((one) => baseValue(known, one)))
    return values.size === 1 ? named.at(-1)!.index : undefined
  }

  /** 一般公共预算项目支出: the part 项目支出 of a total that begins with 一般公共预算. */
  function qualified(
    name: string,
    fits: (one: Statement) => boolean,
    totals: ReadonlyMap<number, number>,
  ): number | undefined {
    const bare = name.replace(/(?:总额|合计|总计|总数)$/u, '')
    const found = [...totals].filter(([part, total]) => {
      const own = statements[part]!
      if (own.role !== 'value' || !fits(own) || own.subject.name.length < 2 || !bare.endsWith(own.subject.name))
        return false
      const before = bare.slice(0, -own.subject.name.length)
      return before.length >= 4 && statements[total]!.subject.name.includes(before)
    })
    const values = new Set(found.map(([part]) => baseValue(known, statements[part]!)))
    return values.size === 1 ? found[0]![0] : undefined
  }
}

/** Shares with their wholes: the total of the list they stand in, or the statement that they name. */
export const resolveShares = (drafts: Drafts, known: Known): readonly Share[] => {
  const find = wholeFinder(known)
  const totals = new Map(drafts.sums.flatMap(({ total, parts }) => parts.map((part) => [part, total] as const)))
  return drafts.shares.map(({ container, ...share }) => {
    if (share.part === undefined || share.whole !== undefined) return share
    const part = known.statements[share.part]!
    const total = container === undefined ? undefined : known.statements[container]!
    const isOfTotal =
      total !== undefined &&
      total.role !== 'change' &&
      (share.wholeName === '' || isSameSubject(total.subject.name, share.wholeName))
    if (isOfTotal) return { ...share, whole: total.index }
    return share.wholeName === '' ? share : { ...share, whole: find(share, part, totals) }
  })
}

/** Items that state their shares of one whole are a list of it, opener or not. */
export const sumsOfShares = (shares: readonly Share[], sums: readonly Sum[], known: Known): readonly Sum[] => {
  const groups = new Map<string, { total: number; parts: number[] }>()
  for (const { whole, part, share } of shares) {
    if (whole === undefined || part === undefined) continue
    const { sentence } = known.statements[share]!
    const key = `${whole} ${sentence}`
    const group = groups.get(key)
    if (group) group.parts.push(part)
    else groups.set(key, { total: whole, parts: [part] })
  }
  const nested = new Map(sums.flatMap(({ total, parts }) => parts.map((part) => [part, total] as const)))
  return [...groups.values()]
    .map(({ total, parts }) => ({ total, parts: parts.filter((part) => !parts.includes(nested.get(part) ?? -1)) }))
    .filter(
      ({ total, parts }) =>
        parts.length > 1 && !sums.some((sum) => sum.total === total && sum.parts.includes(parts[0]!)),
    )
    .map(({ total, parts }) => ({ kind: 'sum' as const, total, parts, opener: '' }))
}

/** A paragraph that announces a list (以下方面：, 其中：) and the paragraphs that are its items. */
export interface AnnouncedList {
  readonly main: Frame
  readonly items: Frame[]
}

const LISTED: readonly Measure[] = ['final', 'executed', 'initial-budget', 'annual-budget', 'budget', '']

export const sumsOfLists = (lists: readonly AnnouncedList[]): readonly Sum[] =>
  lists.flatMap(({ main, items }) =>
    LISTED.flatMap((measure): Sum[] => {
      const total = main.values.get(measure)
      const parts = items.flatMap((item) => item.values.get(measure) ?? [])
      const isWhole = parts.length === items.length && items.length > 0
      return total !== undefined && isWhole ? [{ kind: 'sum', total, parts, opener: '' }] : []
    }),
  )

/** Shares without a name in the items of an announced list are shares of its total. */
export const containersOfLists = (lists: readonly AnnouncedList[]): ReadonlyMap<number, number> => {
  const containers = new Map<number, number>()
  for (const { main, items } of lists) {
    const total = figureOf(main)
    if (total === undefined) continue
    for (const item of items) {
      const part = figureOf(item)
      if (part !== undefined) containers.set(part, total)
    }
  }
  return containers
}

const MEASURE_LABELS: Readonly<Record<Measure, string>> = {
  final: '决算数',
  executed: '实际支出执行数',
  'initial-budget': '年初预算',
  'annual-budget': '全年预算数',
  budget: '预算数',
  '': '',
}
const label = ({ subject, measure }: Statement): string => subject.name + MEASURE_LABELS[measure]

/** How far above a rate its terms may stand, in statements. */
const NEAR = 8

/** The nearest; of several budgets that of the whole year, and none where that is not said. */
const theOne = (found: readonly number[], statements: readonly Statement[]): number | undefined => {
  const budgets = found.filter((index) => /budget/.test(statements[index]!.measure))
  if (budgets.length < 2) return found[0]
  const annual = budgets.filter((index) => statements[index]!.measure === 'annual-budget')
  return annual.length === 1 ? annual[0] : undefined
}

export const namedRates = ({ statements, numbers }: Known): readonly NamedRate[] => {
  const { rates } = narrativeWords()
  return statements.flatMap((statement): NamedRate[] => {
    const rule = rates.find(({ name, form }) =>
      form === 'quotient'
        ? statement.role === 'value' && name.test(statement.subject.name)
        : statement.role === 'rate' && name.test(statement.subject.name),
    )
    if (!rule || statement.subject.isInherited) return []
    const { paragraph } = numbers[statement.number]!
    let top: number | undefined
    const bottoms: number[] = []
    for (let i = statement.index - 1; i >= Math.max(0, statement.index - NEAR); i--) {
      const one = statements[i]!
      if (numbers[one.number]!.paragraph !== paragraph) break
      // 执行率96%；…执行率95.2%: what stands in front of the rate before belongs to that.
      if (one.role === statement.role && rule.name.test(one.subject.name)) break
      if (one.role !== 'value' && one.role !== 'base') continue
      const text = label(one)
      if (top === undefined && isFigure(one) && rule.top.test(text) && !rule.name.test(text)) top = i
      else if (rule.bottom.test(text)) bottoms.push(i)
    }
    const bottom = theOne(bottoms, statements)
    if (top === undefined || bottom === undefined) return []
    const sameKind = numbers[statements[top]!.number]!.kind === numbers[statements[bottom]!.number]!.kind
    if (rule.form !== 'quotient' && !sameKind) return []
    return [{ kind: 'named-rate', name: statement.subject.name, form: rule.form, rate: statement.index, top, bottom }]
  })
}

/** A comparison without a figure, a change or a rate says nothing that could be checked. */
export const comparisonsOf = (
  open: readonly OpenComparison[],
  statements: readonly Statement[],
): readonly Comparison[] =>
  open.flatMap(({ frame, ...rest }): Comparison[] => {
    if (rest.base === undefined && rest.change === undefined && rest.rate === undefined && !rest.level) return []
    const isBudget = rest.baseKind !== 'last-year'
    // A budget document has no other figure than the budget; of this year's it says how it moved against last year's.
    const figure = figureOf(frame) ?? (isBudget ? undefined : budgetOf(frame, ''))
    const value = figure !== undefined && isBefore(figure, rest, statements) ? figure : undefined
    // 支出决算18.06万元，…比全年预算减少2.94万元: the budget was said before.
    const stated = rest.base ?? (isBudget && rest.change !== undefined ? budgetOf(frame, rest.baseKind) : undefined)
    const base =
      stated !== undefined && (stated === rest.base || isBefore(stated, rest, statements)) ? stated : undefined
    return [{ kind: 'comparison', ...rest, base, value }]
  })

/** The frame may have got its figure later than the comparison was printed; then it is not what was compared. */
const isBefore = (figure: number, { base, change, rate }: OpenRest, statements: readonly Statement[]): boolean => {
  const first = Math.min(...[base, change, rate, statements.length].filter((one) => one !== undefined))
  return figure < first
}
type OpenRest = Omit<OpenComparison, 'frame'>

export const allRelations = (...groups: readonly (readonly Relation[])[]): readonly Relation[] => groups.flat()
