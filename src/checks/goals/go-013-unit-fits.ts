/** GO-013: a number has a unit, and the unit measures what the name names. */
import { defineGoalCheck, type FindingDraft } from '../../engine/check.ts'
import { measureOf } from '../../kernel/units.ts'
import { type DeclaredRow, onRows, viewDeclaration } from '../support/declaration.ts'
import { rowName, rowNameEn } from '../support/messages.ts'
import { unitMisfit } from '../support/unit-fit.ts'
import { isBareNumber, isMagnitudeOnly, isZero, namesCount, namesUnit } from '../support/values.ts'

const YEAR = /^[≥≤=＝]?(?:19|20)\d{2}$/
/** Rates that are no share of a whole: 频率 is counted, 容积率 and 汇率 are ratios, 度 may be a degree. */
const SHARE_NAME = /(?<![频汇利税费速功效])率(?:[（(].{0,6}[）)])?$/u
const NO_SHARE = new Set(['count', 'people', 'people-times', 'times', 'money', 'area', 'length'])

const missing = ({ facts, declared }: DeclaredRow): FindingDraft['severity'] => {
  const { target, name } = facts
  const isOpen = (isBareNumber(target) && !isZero(target) && !YEAR.test(target.text)) || isMagnitudeOnly(target)
  if (!isOpen || namesUnit(name.text)) return undefined
  // A column of its own that stays blank is a gap; without one the name may say what is counted.
  if (declared.more.unit) return namesCount(name.text) ? 'warning' : 'error'
  return namesCount(name.text) ? 'info' : 'warning'
}

/** Asked of names that end in 率: the unit is for certain no share. */
const isNoShare = ({ facts: { name, view } }: DeclaredRow): boolean => {
  if (!SHARE_NAME.test(name.text) || view.target.kind !== 'number' || view.target.isPercent) return false
  const { unit, before, after, per } = view.target
  return before === '' && after === '' && per === '' && NO_SHARE.has(measureOf(unit) ?? '')
}

export const unitFits = defineGoalCheck({
  id: 'GO-013',
  title: '指标值有计量单位，单位与名称相符',
  titleEn: 'The target has a unit, and the unit fits the name',
  kind: 'D',
  severity: 'error',
  missing: 'blank-is-error',
  basis: 'definition',
  cites: ['definition#comparable', 'caiyu-2021-101#indicator-definition'],
  rule: '数字有计量单位；“…率”用百分比，“…人数”用人，“…面积”用面积单位',
  remedy: '补填计量单位，或按名称改单位。',
  remedyEn: 'Give the unit, or let unit and name agree.',
  run({ declaration }, report) {
    const view = viewDeclaration(declaration)
    for (const { live } of view.sets)
      for (const row of live) {
        const { facts, declared } = row
        const severity = missing(row)
        const asked = unitMisfit(facts)
        const printed = declared.target.printed
        if (severity)
          report({
            ...onRows(view, [row], declared.more.unit ? 'unit' : 'target'),
            severity,
            verdict: 'outside',
            printed,
            expected: '数字后的计量单位',
            message: `${rowName(facts)}的指标值“${printed}”没有计量单位。`,
            messageEn: `${rowNameEn(facts)}: the target ${printed} has no unit.`,
          })
        else if (asked !== undefined || isNoShare(row))
          report({
            ...onRows(view, [row], 'target'),
            severity: asked === undefined ? 'warning' : 'info',
            verdict: 'outside',
            printed: facts.target.text,
            expected: asked === undefined ? '百分比' : `与“${asked}”相符的单位`,
            message: `${rowName(facts)}的指标值“${facts.target.text}”的单位与名称不符。`,
            messageEn: `${rowNameEn(facts)}: the unit of ${facts.target.text} does not fit the name.`,
          })
      }
  },
})
