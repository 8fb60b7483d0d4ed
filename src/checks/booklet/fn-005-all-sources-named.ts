import type { Narrative } from '../../domain/narrative.ts'
import { type AccountTableView, entryOfRole, tableOf } from '../../engine/accounts.ts'
import { type BookletContext, defineBookletCheck, type Report } from '../../engine/check.ts'
import { itemName, topicsOf } from '../../engine/ledger/narrative-places.ts'
import { baseValue } from '../../engine/verdict.ts'

const SOURCES: readonly (readonly [string, string, RegExp])[] = [
  ['superior', '上级补助收入', /上级补助/u],
  ['business', '事业收入', /事业收入/u],
  ['operating', '经营收入', /经营收入/u],
  ['subordinate', '附属单位上缴收入', /附属单位/u],
  ['other', '其他收入', /其他收入/u],
]
const CLASS_LENGTH = 3
/** A text that names fewer classes does not list them. */
const FEWEST_NAMED = 2

const textOf = (narrative: Narrative, wanted: readonly string[]): string => {
  const topics = topicsOf(narrative)
  return narrative.paragraphs
    .filter(({ section }) => section !== undefined && wanted.includes(topics[section] ?? ''))
    .map(({ text }) => text.normalize('NFKC').replace(/\s+/gu, ''))
    .join('\n')
}

const isSpent = (table: AccountTableView, row: number, column: string): boolean => {
  const amount = table.entries.find((entry) => entry.row === row)?.cells.get(column)?.amount
  return amount !== undefined && !baseValue(amount).isZero()
}

const reportSources = (narrative: Narrative, table: AccountTableView, report: Report): void => {
  const text = textOf(narrative, ['overall', 'income'])
  const total = entryOfRole(table, 'total')
  // Only a text that takes the income apart has to name all of it.
  if (!total || !/(?:财政拨款收入|其中)/u.test(text)) return
  for (const [column, name, pattern] of SOURCES) {
    if (!isSpent(table, total.row, column) || pattern.test(text)) continue
    const printed = total.cells.get(column)!.cell.printed
    report({
      table: table.key,
      row: total.row,
      position: total.cells.get(column)!.cell.at,
      verdict: 'outside',
      printed,
      expected: `文字中说明${name}`,
      message: `${table.name}有${name}${printed}，收入情况的文字没有提到`,
      messageEn: `The table has an income of ${printed} from another source that the text does not name.`,
    })
  }
}

const reportClasses = (narrative: Narrative, table: AccountTableView, report: Report): void => {
  const text = textOf(narrative, ['general'])
  const classes = table.entries.filter(({ code, name }) => code.length === CLASS_LENGTH && name !== '')
  const named = classes.filter(({ name }) => text.includes(itemName(name)))
  if (named.length < FEWEST_NAMED) return
  for (const entry of classes) {
    const cell = entry.cells.get('total')
    if (named.includes(entry) || !cell || !isSpent(table, entry.row, 'total') || cell.cell.unsure) continue
    report({
      table: table.key,
      row: entry.row,
      position: cell.cell.at,
      verdict: 'outside',
      printed: cell.cell.printed,
      expected: `文字中说明${itemName(entry.name)}`,
      message: `${table.name}有“${itemName(entry.name)}”${cell.cell.printed}，支出情况的文字列了其他各类而没有列它`,
      messageEn: `The text lists the other classes of spending and leaves this one out.`,
    })
  }
}

export const allSourcesNamed = defineBookletCheck({
  id: 'FN-005',
  title: '有金额的收入来源和支出类别在文字中都有说明',
  titleEn: 'The text names every source and class that has money',
  kind: 'D',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#same-fact'],
  rule: '收入决算表合计行不为0的来源、一般公共预算支出决算表不为0的类，文字分项说明时应全部列出',
  remedy: '在文字中补上该来源或类别',
  remedyEn: 'Name the source or class in the text.',
  run({ narrative, accounts }: BookletContext, report) {
    if (!narrative || !accounts) return
    const income = tableOf(accounts, 'income')
    if (income) reportSources(narrative, income, report)
    const general = tableOf(accounts, 'general-budget-expenditure')
    if (general) reportClasses(narrative, general, report)
  },
})
