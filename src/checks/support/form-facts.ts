/**
 * A form as the text checks see it: texts without layout spaces, the character kinds of each, names without their
 * number label, rows with their group. Made once per form and kept as long as the form's view lives.
 */
import type { Cell } from '../../domain/self-evaluation.ts'
import { type FormView, type IndicatorView, oncePerForm } from '../../engine/form-view.ts'
import { wordSet } from '../../law/wordlists.ts'
import { type Group, groupOf, groupOfLabel, topGroup } from './groups.ts'
import { type Mention, mentionsOf } from './mentions.ts'
import { HAS, scan } from './scan.ts'

/** One text of the form with what it is made of. */
export interface Text {
  /** Without white space. */
  readonly text: string
  readonly bits: number
}

export interface RowFacts {
  readonly index: number
  readonly view: IndicatorView
  readonly group: Group
  /** What its level-1 and its level-2 name say, each on its own. */
  readonly group1: Group
  readonly group2: Group
  /** Level-1 group, see `topGroup`. */
  readonly top: Group
  /** Level-3 name without 指标1：. */
  readonly name: Text
  /** n of 指标n：; 0 when the name has no such label. */
  readonly label: number
  readonly target: Text
  readonly actual: Text
  readonly deviation: Text
  /** In use: it carries points or, in a form without weights, says something other than 无. */
  readonly isLive: boolean
  /** Points were taken off: score below weight, and not only by rounding the score. */
  readonly isCut: boolean
  readonly isFull: boolean
}

export interface FormFacts {
  readonly form: FormView
  readonly rows: readonly RowFacts[]
  /** Rows in use. */
  readonly live: readonly RowFacts[]
  readonly goalExpected: Text
  readonly goalActual: Text
  /** Character kinds of all texts of the form together. */
  readonly bits: number
  /** Numbers with units that the goals mention. */
  readonly expectedMentions: readonly Mention[]
  readonly actualMentions: readonly Mention[]
}

const NONE = wordSet('noneWords')
const BLANK: Text = { text: '', bits: 0 }

const makeText = (printed: string): Text => {
  const bits = scan(printed)
  if (!(bits & HAS.space)) return { text: printed, bits }
  const text = printed.replace(/[\s\u200b]+/g, '')
  // 2020 0131 is a date once it stands together.
  return { text, bits: bits | (scan(text) & HAS.date) }
}

/** One pass over the characters costs less than to look the text up among those seen before. */
export const textOf = (cell: Cell | undefined): Text =>
  cell === undefined || cell.printed === '' ? BLANK : makeText(cell.printed)

export const saysNone = (text: string): boolean => text === '' || NONE.has(text)

const LABEL = /^指标(\d{1,2})[：:、.．]?/

/** 指标1：培训人数 → 1 and 培训人数. */
const labelOf = ({ text, bits }: Text): number =>
  bits & HAS.digit && text.startsWith('指标') ? Number(LABEL.exec(text)?.[1] ?? 0) : 0

const withoutLabel = (full: Text): Text => {
  const text = full.text.replace(LABEL, '')
  return { text, bits: scan(text) }
}

/** Score below weight by more than the rounding of the score: 7.14 printed as 7.1 loses nothing. */
const cutOf = ({ weight, score }: IndicatorView): boolean => {
  if (!weight.number || !score.number || !weight.number.isPositive() || score.number.compare(weight.number) >= 0)
    return false
  return score.number.scale >= weight.number.scale || !weight.number.round(score.number.scale).equals(score.number)
}

/** A row with weight 0 stands in the form and measures nothing; so does a row whose name or both values say 无. */
const isInUse = (view: IndicatorView, name: string, target: string, actual: string): boolean =>
  view.weight.number ? view.weight.number.isPositive() : !saysNone(name) && !(saysNone(target) && saysNone(actual))

/** Rows under one merged cell share its texts, and what these say. */
type Levels = Pick<RowFacts, 'group' | 'group1' | 'group2' | 'top'>

const levelsOf = ({ level1, level2 }: IndicatorView['row']): Levels => ({
  group: groupOf(level1.printed, level2.printed),
  group1: groupOfLabel(level1.printed),
  group2: groupOfLabel(level2.printed),
  top: topGroup(level1.printed, level2.printed),
})

const rowFacts = (view: IndicatorView, index: number, { group, group1, group2, top }: Levels): RowFacts => {
  const { row, weight, score } = view
  const full = textOf(row.level3)
  const label = labelOf(full)
  const name = label === 0 ? full : withoutLabel(full)
  const target = textOf(row.target)
  const actual = textOf(row.actual)
  const carriesPoints = weight.number?.isPositive() ?? false
  return {
    index,
    view,
    group,
    group1,
    group2,
    top,
    name,
    label,
    target,
    actual,
    deviation: textOf(row.deviation),
    isLive: isInUse(view, name.text, target.text, actual.text),
    isCut: cutOf(view),
    isFull: carriesPoints && score.number !== undefined && score.number.compare(weight.number!) >= 0,
  }
}

const rowBits = (row: RowFacts): number => row.name.bits | row.target.bits | row.actual.bits | row.deviation.bits

const viewRows = (views: readonly IndicatorView[]): readonly RowFacts[] => {
  const rows = new Array<RowFacts>(views.length)
  let before: IndicatorView['row'] | undefined
  let levels: Levels | undefined
  for (let index = 0; index < views.length; index++) {
    const view = views[index]!
    const { row } = view
    if (!levels || before?.level1.printed !== row.level1.printed || before.level2.printed !== row.level2.printed)
      levels = levelsOf(row)
    before = row
    rows[index] = rowFacts(view, index, levels)
  }
  return rows
}

const makeFacts = (form: FormView): FormFacts => {
  const rows = viewRows(form.indicators)
  const goalExpected = textOf(form.record.goalExpected)
  const goalActual = textOf(form.record.goalActual)
  let bits = goalExpected.bits | goalActual.bits
  for (const row of rows) bits |= rowBits(row)
  return new Facts(form, rows, goalExpected, goalActual, bits)
}

/** A class for what only some checks ask for. */
class Facts implements FormFacts {
  readonly form: FormView
  readonly rows: readonly RowFacts[]
  readonly live: readonly RowFacts[]
  readonly goalExpected: Text
  readonly goalActual: Text
  readonly bits: number
  #expected: readonly Mention[] | undefined = undefined
  #actual: readonly Mention[] | undefined = undefined

  constructor(form: FormView, rows: readonly RowFacts[], goalExpected: Text, goalActual: Text, bits: number) {
    this.form = form
    this.rows = rows
    this.live = rows.every((row) => row.isLive) ? rows : rows.filter((row) => row.isLive)
    this.goalExpected = goalExpected
    this.goalActual = goalActual
    this.bits = bits
  }

  get expectedMentions(): readonly Mention[] {
    this.#expected ??= mentionsOf(this.goalExpected.text)
    return this.#expected
  }

  get actualMentions(): readonly Mention[] {
    this.#actual ??= mentionsOf(this.goalActual.text)
    return this.#actual
  }
}

export const factsOf = oncePerForm(makeFacts)

/** Level-1 and level-2 name in one: rows of one key stand under one merged cell. */
export const levelKey = ({ view: { row } }: RowFacts): string => `${row.level1.printed}|${row.level2.printed}`

/** Rows that fulfil a condition, grouped by their level-1 and level-2 names, in the order of the form. */
export const groupedRows = (
  rows: readonly RowFacts[],
  wanted: (row: RowFacts) => boolean,
): readonly (readonly RowFacts[])[] => {
  let groups: Map<string, RowFacts[]> | undefined
  for (const row of rows) {
    if (!wanted(row)) continue
    groups ??= new Map()
    const key = levelKey(row)
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return groups ? [...groups.values()] : NO_ROWS
}

const NO_ROWS: readonly (readonly RowFacts[])[] = []
