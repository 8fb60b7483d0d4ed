/** The block of indicators of a monitoring form, its causes and likelihoods in one column or in one per class. */
import {
  CAUSE_CLASSES,
  type CauseClass,
  LIKELIHOODS,
  type Likelihood,
  MONITORED_COLUMNS,
  type MonitoredColumn,
  type MonitoredIndicator,
  type Monitoring,
} from '../../domain/monitoring.ts'
import type { Cell, Indicator } from '../../domain/self-evaluation.ts'
import type { IndicatorField } from '../columns.ts'
import {
  addIndicatorRow,
  type IndicatorBlock,
  type IndicatorLayout,
  indicatorLayout,
  newIndicatorBlock,
} from '../indicators.ts'
import { asIndicatorHeader, dividedBy, hasField, type PlanHeader, planColumns, rowPlacer } from '../plans/columns.ts'
import type { Row } from '../rows.ts'
import { vocabulary } from '../vocabulary.ts'
import { isCause, isLikelihood, type MonitoredField, monitoringWords } from './words.ts'

const FEWEST = 4

/** The header of such a block: levels, a target, what was reached until now or is expected of the year; no scores. */
export const monitoredHeader = (row: Row): PlanHeader<MonitoredField> | undefined => {
  if (row.kind === 'paragraph' || row.cells.length < FEWEST) return undefined
  const header = planColumns(row, monitoringWords().columns)
  const isHeader =
    hasField(header, 'target') &&
    hasField(header, 'actual', 'forecast') &&
    hasField(header, 'level2', 'level3') &&
    header.columns.length >= FEWEST &&
    !row.cells.some(({ text }) => text !== '' && vocabulary().indicatorColumns(text)[0] === 'score')
  return isHeader ? header : undefined
}

export interface MonitoredBlock {
  readonly header: PlanHeader<MonitoredField>
  readonly hasCostGroup: boolean
  readonly layout: IndicatorLayout
  readonly block: IndicatorBlock
  readonly place: (row: Row) => Row
}

const LIKE: Readonly<Partial<Record<MonitoredField, IndicatorField>>> = {
  forecast: 'actual',
  cause: 'deviation',
  causeText: 'deviation',
  measures: 'deviation',
  note: 'deviation',
  likelihood: 'isCore',
}

export const openMonitored = (header: PlanHeader<MonitoredField>, hasCostGroup: boolean): MonitoredBlock => ({
  header,
  hasCostGroup,
  layout: indicatorLayout(asIndicatorHeader(header.columns, header.cellCount), hasCostGroup),
  block: newIndicatorBlock(),
  place: rowPlacer(header, (field) => (isCause(field) || isLikelihood(field) ? 'tick' : LIKE[field]), hasCostGroup),
})

const parentOf = (field: MonitoredField): MonitoredField | undefined =>
  isCause(field) || field === 'causeText' ? 'cause' : isLikelihood(field) ? 'likelihood' : undefined

/** The second header row: 经费保障 | 制度保障 … below 偏差原因分析, 确定能 | 有可能 | 完全不可能 below 完成目标可能性. */
export const dividedMonitored = (block: MonitoredBlock, row: Row): MonitoredBlock | undefined => {
  if (block.block.indicators.length > 0) return undefined
  const header = dividedBy(block.header, row, monitoringWords().classes, parentOf, () => false)
  return header && openMonitored(header, block.hasCostGroup)
}

export const addMonitoredRow = ({ block, layout, place }: MonitoredBlock, row: Row): void => {
  addIndicatorRow(block, place(row), layout)
}

const CORE: ReadonlySet<string> = new Set(['target', 'actual', 'weight'])

const monitored = (indicator: Indicator, fields: ReadonlySet<MonitoredField>): MonitoredIndicator => {
  const { level1, level2, level3, more } = indicator
  const extra = more as Readonly<Partial<Record<MonitoredField, Cell>>>
  const cellOf = (field: MonitoredField): Cell | undefined =>
    CORE.has(field) ? indicator[field as 'target' | 'actual' | 'weight'] : extra[field]
  const pick = <Field extends MonitoredColumn | CauseClass | Likelihood>(
    wanted: readonly Field[],
  ): Partial<Record<Field, Cell>> =>
    Object.fromEntries(
      wanted.flatMap((field) => {
        const cell = fields.has(field) ? cellOf(field) : undefined
        return cell ? [[field, cell] as const] : []
      }),
    ) as Partial<Record<Field, Cell>>
  return {
    level1,
    level2,
    level3,
    cells: pick(MONITORED_COLUMNS),
    causes: pick(CAUSE_CLASSES),
    likelihoods: pick(LIKELIHOODS),
  }
}

export const finishMonitored = ({ header, block }: MonitoredBlock): readonly MonitoredIndicator[] => {
  const fields = new Set(header.columns.map(({ field }) => field))
  return block.indicators.map((indicator) => monitored(indicator, fields))
}

export const monitoredHeaders = ({ header }: MonitoredBlock): Monitoring['indicatorHeaders'] =>
  Object.fromEntries(header.columns.map(({ field, cell }) => [field, cell]))
