/**
 * SE-135: one fact, two numbers. The goal text says 购买设备10万元, the indicator 购买设备 says 11万元. Only a phrase that names
 * the indicator is compared, only exact numbers, and only when no other place of the text gives the indicator's number.
 */
import { indicatorField } from '../../domain/field-address.ts'
import { defineFormCheck, type FindingDraft } from '../../engine/check.ts'
import { cellInput, proof } from '../../engine/proof.ts'
import type { Amount } from '../../engine/verdict.ts'
import type { NumberQuantity } from '../../kernel/quantity.ts'
import { unitOf } from '../../kernel/units.ts'
import { type FormFacts, factsOf, type RowFacts } from '../support/form-facts.ts'
import { type Mention, type NameForms, nameForms, nameRelation } from '../support/mentions.ts'
import { rowName, rowNameEn } from '../support/messages.ts'
import { hasDigit, withoutBracket } from '../support/values.ts'

const SIDES = ['target', 'actual'] as const
type Side = (typeof SIDES)[number]

interface Match {
  readonly row: RowFacts
  readonly mention: Mention
  readonly relation: 'same' | 'within'
  readonly quantity: NumberQuantity
}

/** One number, or the same number printed with fewer decimals: 52.5 and 53, never 10 and 11. */
const isOneNumber = (a: Amount, b: Amount): boolean => {
  const [coarse, fine] = a.power - a.value.scale >= b.power - b.value.scale ? [a, b] : [b, a]
  const shown = fine.value.shift(fine.power).shift(-coarse.power)
  const { scale } = coarse.value
  return shown.round(scale).equals(coarse.value) || shown.round(scale, 'down').equals(coarse.value)
}

const agrees = ({ mention, quantity }: Match): boolean => {
  const said = { value: mention.value, power: mention.power }
  const meant = { value: quantity.value, power: quantity.power }
  if (said.power === meant.power && said.value.equals(meant.value)) return true
  if (isOneNumber(said, meant)) return true
  const order = said.value.shift(said.power).compare(meant.value.shift(meant.power))
  // A goal above a lower limit, or below an upper one, keeps to the target.
  return quantity.operator === '≥' || quantity.operator === '>'
    ? order > 0
    : quantity.operator === '≤' || quantity.operator === '<'
      ? order < 0
      : false
}

/** One name for the unit of a value that a text can contradict; `undefined` for 约 and rates. */
const comparableUnit = ({ operator, per, isPercent, unit }: NumberQuantity): string | undefined => {
  if (operator === '≈' || per !== '') return undefined
  return isPercent ? '%' : (unitOf(unit)?.name ?? unit)
}

/** Names of rows by their index, prepared when they are first compared; `null` for one that is too short. */
type RowNames = (NameForms | null | undefined)[]

const nameOf = ({ index, name }: RowFacts, names: RowNames): NameForms | undefined => {
  if (names[index] === undefined) names[index] = nameForms(withoutBracket(name.text)) ?? null
  return names[index] ?? undefined
}

/** Units decide most pairs; names, which cost more, are compared only behind the same unit. */
const matchesOf = (
  rows: readonly RowFacts[],
  names: RowNames,
  mentions: readonly Mention[],
  side: Side,
): readonly Match[] => {
  let found: Match[] | undefined
  for (const row of rows) {
    if (!hasDigit(row[side])) continue
    const quantity = row.view[side]
    if (quantity.kind !== 'number' || (side === 'actual' && quantity.operator !== undefined)) continue
    const unit = comparableUnit(quantity)
    for (const mention of mentions) {
      const said = mention.unit === unit ? mention.nameForms : undefined
      if (!said) continue
      const name = nameOf(row, names)
      if (!name) break
      const relation = nameRelation(said, name)
      if (!relation) continue
      found ??= []
      found.push({ row, mention, relation, quantity })
    }
  }
  return found ?? NO_MATCHES
}

const NO_MATCHES: readonly Match[] = []

/** Another match that makes this one no contradiction: it agrees, it names the fact better, or the name is ambiguous. */
const explains = (match: Match, other: Match): boolean =>
  other !== match &&
  (other.row === match.row || other.mention === match.mention) &&
  (agrees(other) || (match.relation === 'within' && (other.relation === 'same' || other.row !== match.row)))

const contradictions = (matches: readonly Match[]): readonly Match[] => {
  if (matches.every(agrees)) return NO_MATCHES
  const open = matches.filter((match) => !agrees(match) && !matches.some((other) => explains(match, other)))
  return open.filter((match, i) => open.findIndex(({ row }) => row === match.row) === i)
}

const draft = ({ form }: FormFacts, { row, mention, relation, quantity }: Match, side: Side): FindingDraft => {
  const goal = side === 'target' ? 'goalExpected' : 'goalActual'
  const [goalName, sideName] = side === 'target' ? ['预期目标', '指标值'] : ['实际完成情况', '完成值']
  return {
    field: goal,
    also: [indicatorField(row.index, side)],
    severity: relation === 'same' ? 'error' : 'warning',
    verdict: 'outside',
    printed: `${mention.before}${mention.printed}`,
    expected: row[side].text,
    message: `${goalName}写“${mention.before}${mention.printed}”，${rowName(row)}${sideName}为${row[side].text}，同一事项两个数。`,
    messageEn: `The ${side === 'target' ? 'goal' : 'completion text'} says ${mention.printed}, ${rowNameEn(row)} says ${row[side].text}.`,
    proof: () =>
      proof({
        formula: `${goalName}中的数 = ${sideName}`,
        filledIn: `${mention.printed} = ${quantity.value}`,
        result: '不相等',
        verdict: 'outside',
        inputs: [cellInput(form, goalName, goal), cellInput(form, sideName, indicatorField(row.index, side))],
      }),
  }
}

export const sameQuantityInGoalAndIndicator = defineFormCheck({
  id: 'SE-135',
  title: '目标文字与指标的同一数量一致',
  titleEn: 'Goal text and indicator give one number for one fact',
  kind: 'T',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#same-fact'],
  rule: '预期目标中的数 = 同名指标的指标值；实际完成情况中的数 = 同名指标的完成值',
  remedy: '核对后改正错误的一处。',
  remedyEn: 'Find out which one is right and correct the other.',
  run({ form }, report) {
    const facts = factsOf(form)
    const names: RowNames = []
    for (const side of SIDES) {
      if (!hasDigit(side === 'target' ? facts.goalExpected : facts.goalActual)) continue
      const mentions = side === 'target' ? facts.expectedMentions : facts.actualMentions
      if (mentions.length === 0) continue
      for (const match of contradictions(matchesOf(facts.live, names, mentions, side)))
        report(draft(facts, match, side))
    }
  },
})
