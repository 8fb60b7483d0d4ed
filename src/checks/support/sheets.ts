/** What several checks ask of a score sheet. */
import { leafOf, type SheetRowView, type SheetView } from '../../engine/assessment.ts'
import { Decimal } from '../../kernel/decimal.ts'
import { evaluationLayout } from '../../law/evaluation-form.ts'

/** A name without points behind it, white space, and variants of width. */
export const bareName = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/\(\d+(?:\.\d+)?分?\)$/, '')

/** Sheets of whole departments have frameworks of their own. */
export const isOfProject = ({ record }: SheetView): boolean => !/整体/.test(record.title?.printed ?? '')

/** 决策, 过程, 产出, 效益: those that a row belongs to by the names of its first two levels. */
export const frameworkGroups = ({ row }: SheetRowView): readonly string[] => {
  const names = [bareName(row.level1.printed), bareName(row.level2.printed)]
  return Object.entries(evaluationLayout().groups).flatMap(([group, labels]) =>
    names.some((name) => labels.includes(name)) ? [group] : [],
  )
}

export const frameworkNames = (): readonly string[] => Object.keys(evaluationLayout().groups)

export const leafName = ({ row }: SheetRowView): string => bareName(leafOf(row).printed)

/** 9 + 10 + 7. */
export const terms = (values: readonly (Decimal | undefined)[]): string => {
  const shown = values.map((value) => value?.toString() ?? '?')
  return shown.length > 12
    ? `${shown.slice(0, 5).join(' + ')} + … + ${shown.at(-1)}（共${shown.length}项）`
    : shown.join(' + ')
}

export interface Scored {
  readonly score: Decimal
  readonly weight: Decimal | undefined
}

const HALF = Decimal.of(5, 1)

/**
 * Could the printed total be the rounded sum of scores that were rounded themselves? Half a last unit for every score that is neither
 * whole nor its full weight: whole points are entered, not computed.
 */
export const mayBeRounded = (total: Decimal, sum: Decimal, rows: readonly Scored[]): boolean => {
  let slack = total.normalize().scale < sum.normalize().scale ? total.lastUnit().multiply(HALF) : Decimal.zero
  for (const { score, weight } of rows)
    if (!score.isInteger() && !weight?.equals(score)) slack = slack.add(score.lastUnit().multiply(HALF))
  return total.subtract(sum).abs().compare(slack) <= 0
}
