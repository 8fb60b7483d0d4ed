/** Goal declarations and monitoring forms as rows of cells. */
import {
  COSTING_COLUMNS,
  DECLARATION_FIELDS,
  DECLARED_COLUMNS,
  type GoalDeclaration,
} from '../../domain/goal-declaration.ts'
import {
  CAUSE_CLASSES,
  LIKELIHOODS,
  MONITORED_COLUMNS,
  MONITORED_FUND_COLUMNS,
  MONITORING_FIELDS,
  type Monitoring,
} from '../../domain/monitoring.ts'
import { unitPower } from '../form-view.ts'
import {
  type ComparedCell,
  type ComparedRecord,
  type ComparedRow,
  cellOrBlank,
  comparedCell,
  keyOf,
  Occurrences,
} from './compared-record.ts'

const projectKeys = (
  { projectCode, projectName }: GoalDeclaration['head'],
  occurrences: Occurrences,
): readonly string[] => {
  const keys = [
    ...(projectCode?.printed ? [`code|${keyOf(projectCode.printed)}`] : []),
    ...(projectName?.printed ? [`name|${keyOf(projectName.printed)}`] : []),
  ]
  // Forms without a name meet in the order of the document.
  return (keys.length > 0 ? keys : ['nameless']).map((key) => occurrences.of(key))
}

const moneyRows = ({ money }: GoalDeclaration): ComparedRow[] => {
  const options = { power: unitPower(money.unit), unit: money.unit, isFigure: true }
  const blocks = (['annual', 'multiYear'] as const).flatMap((term) => {
    const block = money[term]
    if (!block) return []
    const total = block.total ? [{ line: block.total, field: `money.${term}.total` }] : []
    const lines = [...total, ...block.sources.map((line, i) => ({ line, field: `money.${term}.sources[${i}]` }))]
    return lines.map(({ line, field }) => ({ line, field, key: `${term}|${keyOf(line.label.printed)}` }))
  })
  const yearly = money.yearly.map((line, i) => ({ line, field: `money.yearly[${i}]`, key: `yearly|${line.year}` }))
  return [...blocks, ...yearly].map(({ line, field, key }) => ({
    keys: [key],
    name: line.label.printed,
    cells: [comparedCell('amount', field, line.amount, options)],
  }))
}

const declaredRows = ({ indicators }: GoalDeclaration): ComparedRow[] => {
  const seen = new Occurrences()
  return indicators.map((row, i) => ({
    keys: [seen.of(`${row.term}|${keyOf(row.level1.printed, row.level2.printed, row.level3.printed)}`)],
    name: row.level3.printed,
    cells: [
      ...(['level1', 'level2', 'level3', 'target'] as const).map((column) =>
        comparedCell(column, `indicators[${i}].${column}`, row[column]),
      ),
      ...DECLARED_COLUMNS.map((column) =>
        comparedCell(column, `indicators[${i}].${column}`, cellOrBlank(row.more[column])),
      ),
    ],
  }))
}

export const goalRecords = (goals: readonly GoalDeclaration[]): readonly ComparedRecord[] => {
  const occurrences = new Occurrences()
  return goals.map((goal) => ({
    kind: 'goal',
    index: goal.index,
    name: goal.head.projectName?.printed ?? '',
    keys: projectKeys(goal.head, occurrences),
    rows: [
      {
        keys: ['head'],
        name: '',
        cells: DECLARATION_FIELDS.map((field) => comparedCell(field, field, cellOrBlank(goal.head[field]))),
      },
      ...moneyRows(goal),
      ...goal.costing.map(({ cells }, i) => ({
        keys: [`costing|${keyOf(cells.name?.printed ?? '')}`],
        name: cells.name?.printed ?? '',
        cells: COSTING_COLUMNS.map((column) =>
          comparedCell(column, `costing[${i}].${column}`, cellOrBlank(cells[column]), {
            isFigure: column === 'amount',
          }),
        ),
      })),
      ...goal.goals.map(({ term, text }, i) => ({
        keys: [`goal|${term}|${i}`],
        name: '',
        cells: [comparedCell('text', `goals[${i}].text`, text)],
      })),
      ...declaredRows(goal),
    ],
  }))
}

const monitoredCells = ({ indicators }: Monitoring, i: number): ComparedCell[] => {
  const { level1, level2, level3, cells, causes, likelihoods } = indicators[i]!
  return [
    comparedCell('level1', `indicators[${i}].level1`, level1),
    comparedCell('level2', `indicators[${i}].level2`, level2),
    comparedCell('level3', `indicators[${i}].level3`, level3),
    ...MONITORED_COLUMNS.map((column) =>
      comparedCell(column, `indicators[${i}].${column}`, cellOrBlank(cells[column])),
    ),
    ...CAUSE_CLASSES.map((key) => comparedCell(`causes.${key}`, `indicators[${i}].${key}`, cellOrBlank(causes[key]))),
    ...LIKELIHOODS.map((key) =>
      comparedCell(`likelihoods.${key}`, `indicators[${i}].${key}`, cellOrBlank(likelihoods[key])),
    ),
  ]
}

export const monitoringRecords = (forms: readonly Monitoring[]): readonly ComparedRecord[] => {
  const occurrences = new Occurrences()
  return forms.map((form) => {
    const seen = new Occurrences()
    const { funds } = form
    return {
      kind: 'monitoring',
      index: form.index,
      name: form.head.projectName?.printed ?? '',
      keys: projectKeys(form.head, occurrences),
      rows: [
        {
          keys: ['head'],
          name: '',
          cells: MONITORING_FIELDS.map((field) => comparedCell(field, field, cellOrBlank(form.head[field]))),
        },
        ...funds.rows.map(({ key, label, cells }, i) => ({
          keys: [key === 'more' ? `funds|${keyOf(label.printed)}` : `funds.${key}`],
          name: label.printed,
          cells: MONITORED_FUND_COLUMNS.map((column) => {
            const isMoney = !/[rR]ate$/.test(column)
            const money = isMoney ? { power: unitPower(funds.unit), unit: funds.unit } : {}
            return comparedCell(column, `funds.rows[${i}].${column}`, cellOrBlank(cells[column]), {
              ...money,
              isFigure: true,
            })
          }),
        })),
        { keys: ['goal'], name: '', cells: [comparedCell('goal', 'goal', cellOrBlank(form.goal))] },
        ...form.indicators.map((row, i) => ({
          keys: [seen.of(keyOf(row.level1.printed, row.level2.printed, row.level3.printed))],
          name: row.level3.printed,
          cells: monitoredCells(form, i),
        })),
      ],
    }
  })
}
