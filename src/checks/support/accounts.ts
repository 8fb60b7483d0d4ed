/** What the checks of final-accounts and budget tables share: names of cells, proofs of sums, one draft per broken equation. */
import type { Proof, ProofInput, Severity, Verdict } from '../../domain/finding.ts'
import { accountEquations } from '../../engine/account-equations/index.ts'
import { profileOf } from '../../engine/account-equations/rows.ts'
import {
  type AccountCell,
  type AccountEntryView,
  type AccountsView,
  type AccountTableView,
  accountField,
} from '../../engine/accounts.ts'
import { type AccountsCheck, defineAccountsCheck, type FindingDraft, type Report } from '../../engine/check.ts'
import { amountsOf, cellsOf, type Equation, judgeEquation } from '../../engine/equations.ts'
import { tableHasGroups } from '../../engine/localise/words.ts'
import { proof } from '../../engine/proof.ts'
import { type Judgement, judgeSum } from '../../engine/verdict.ts'
import type { Decimal } from '../../kernel/decimal.ts'
import { mayAddUp } from './accounts-placement.ts'

const entryOf = ({ table, row, column }: AccountCell): AccountEntryView | undefined => {
  const { group } = table.record.columns[column]!
  return (
    table.entries.find(
      (entry) => entry.row === row && [...entry.cells.values()].some((cell) => cell.column === column),
    ) ?? table.entries.find((entry) => entry.row === row && entry.group === group)
  )
}

/** 2010301行政运行; 本年收入合计. */
export const rowName = (cell: AccountCell): string => {
  const entry = entryOf(cell)
  return entry ? `${entry.code}${entry.name}` : ''
}

/** The heading of the cell's column. */
export const columnName = ({ table, column }: AccountCell): string => table.record.columns[column]!.label.printed

/** 公开03表“2010301行政运行”行“基本支出”列. */
export const cellName = (cell: AccountCell): string => {
  const row = rowName(cell)
  return `${cell.table.key || cell.table.name}${row === '' ? '' : `“${row}”行`}“${columnName(cell)}”列`
}

/** What is printed; a blank counts as 0 in a published table. */
export const shown = ({ cell, state }: AccountCell): string => (state === 'number' ? cell.printed : '0')

export const inputOf = (cell: AccountCell): ProofInput => ({
  name: cellName(cell),
  printed: cell.cell.printed,
  field: accountField(cell),
  position: cell.cell.at,
})

/** Where a finding about one cell stands. */
export const atCell = (cell: AccountCell): Pick<FindingDraft, 'table' | 'row' | 'field' | 'section' | 'position'> => ({
  table: cell.table.key,
  row: cell.row,
  field: accountField(cell),
  section: cell.table.name,
  position: cell.cell.at,
})

/** Where a finding about a whole table stands. */
export const atTable = ({
  key,
  name,
  record,
}: AccountTableView): Pick<FindingDraft, 'table' | 'section' | 'position'> => ({
  table: key,
  section: name,
  position: (record.codeCell ?? record.title)?.at ?? record.at,
})

const POINT_OF_DOUBT = '（所在单元格的读取没有把握，请先核对原文）'
const POINT_OF_DOUBT_EN = ' (Cells were read with doubt; look at the original first.)'

const doubtfulGroups = new WeakMap<AccountTableView, boolean>()

/** Groups of columns side by side out of broken text: where one cell is in doubt, a row of a neighbour may have gone with it. */
const isDoubtfulGroups = (table: AccountTableView): boolean => {
  let doubtful = doubtfulGroups.get(table)
  if (doubtful === undefined) {
    doubtful =
      profileOf(table)?.shape === 'groups' && table.record.rows.some(({ cells }) => cells.some(({ unsure }) => unsure))
    doubtfulGroups.set(table, doubtful)
  }
  return doubtful
}

/** In a row of which one amount may stand in another column, no blank is sure either. */
const isUnsure = ({ table, row, cell, state }: AccountCell): boolean =>
  cell.unsure === true ||
  isDoubtfulGroups(table) ||
  (state !== 'number' && table.record.rows[row]!.cells.some((other) => other.unsure))

export const isDoubtful = (cells: readonly AccountCell[]): boolean => cells.some(isUnsure)

/**
 * Whatever column an amount of a row was meant for, the row as a whole does not add up. A row of figures alone may have
 * columns that the reader did not see.
 */
const isOneRow = ([first, ...rest]: readonly AccountCell[]): boolean =>
  first !== undefined &&
  rest.length > 0 &&
  profileOf(first.table)?.shape !== 'figures' &&
  rest.every(({ table, row }) => table === first.table && row === first.row) &&
  !mayAddUp(first.table, first.row)

/** A table whose columns are recalled, not read, proves less. */
const isRecalled = (cells: readonly AccountCell[]): boolean =>
  cells.some(({ table }) => profileOf(table)?.certainty === 'recalled')

/**
 * At most a warning inside a row that the reader doubted, or over tables of which the columns are not known for sure; for
 * information when doubtful cells of several rows are compared, for then another reading may fulfil the rule.
 */
export const proven = (severity: Severity, cells: readonly AccountCell[]): Severity => {
  const isBold = severity === 'error' || severity === 'fatal'
  if (isDoubtful(cells)) return isOneRow(cells) ? (isBold ? 'warning' : severity) : 'info'
  return isRecalled(cells) && isBold ? 'warning' : severity
}

export const withDoubt = (cells: readonly AccountCell[], message: string): string =>
  isDoubtful(cells) ? `${message}${POINT_OF_DOUBT}` : message
export const withDoubtEn = (cells: readonly AccountCell[], message: string): string =>
  isDoubtful(cells) ? `${message}${POINT_OF_DOUBT_EN}` : message

/** 7,764.38 + 154.8 − 3.5, blanks left out. */
const sumText = ({ parts }: Equation): string => {
  const told = parts.filter(({ cell }) => cell.state === 'number')
  if (told.length === 0) return '0'
  return told
    .map(({ cell, sign }, i) => {
      const own = cell.cell.printed
      if (i === 0) return sign === 1 ? own : `−${own}`
      return ` ${sign === 1 ? '+' : '−'} ${own}`
    })
    .join('')
}

const grouped = (value: Decimal): string => {
  const [whole = '', cents] = value.toString().split('.')
  const text = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return cents === undefined ? text : `${text}.${cents}`
}

/** Written as the cell's neighbours are: with thousands apart where they have them, with as many decimals as the cell. */
export const asPrinted = (value: Decimal, like: AccountCell): string => {
  const decimals = /\.(\d+)$/.exec(like.cell.printed)?.[1]?.length ?? 0
  const own = value.scale < decimals ? value.round(decimals) : value
  return tableHasGroups(like.table) ? grouped(own) : own.toString()
}

/** The last of them is no part of what decides: sums of a hundred blanks are not printed. */
const proofOf =
  (equation: Equation, { verdict, expected, interval }: Judgement): (() => Proof) =>
  () => {
    const power = amountsOf(equation)?.total.power ?? 0
    const told = equation.parts.filter(({ cell }) => cell.state === 'number').map(({ cell }) => inputOf(cell))
    return proof({
      formula: equation.formula,
      filledIn: `${shown(equation.total)} = ${sumText(equation)}`,
      result: asPrinted(expected, equation.total),
      verdict,
      interval: { low: interval.low.shift(-power), high: interval.high.shift(-power) },
      inputs: [inputOf(equation.total), ...told],
    })
  }

interface Judged {
  readonly equation: Equation
  readonly judgement: Judgement
}

/** Two prints of one amount that differ by less than rounding could make of a sum: wrong all the same, but by a last digit. */
const isLastDigit = (equation: Equation): boolean => {
  const amounts = amountsOf(equation)
  if (!amounts || equation.tolerance !== 'exact' || equation.parts.length !== 1) return false
  return judgeSum(amounts.total, amounts.parts).verdict === 'rounding-only'
}

const severityOf = (equation: Equation, own: Severity): Severity => {
  return proven(isLastDigit(equation) && own !== 'info' ? 'warning' : own, cellsOf(equation))
}

/** The total, or the first part when the equation is one of the part's table (FA-204 stands in 公开06表). */
const placeOf = ({ total, parts }: Equation, isAtPart: boolean): AccountCell =>
  isAtPart ? (parts[0]?.cell ?? total) : total

const alsoIn = (equation: Equation, place: AccountCell): readonly string[] =>
  cellsOf(equation)
    .filter((cell) => cell !== place && cell.table === place.table && cell.state === 'number')
    .map(accountField)

/** Beside the parts stands their sum, and what it should be is the total. */
const stated = ({ equation, judgement }: Judged, isAtPart: boolean): Pick<FindingDraft, 'printed' | 'expected'> =>
  isAtPart
    ? { printed: sumText(equation), expected: shown(equation.total) }
    : { printed: equation.total.cell.printed, expected: asPrinted(judgement.expected, equation.total) }

const outsideDraft = (judgedOne: Judged, own: Severity, isAtPart: boolean): FindingDraft => {
  const { equation, judgement } = judgedOne
  const { total } = equation
  const place = placeOf(equation, isAtPart)
  const expected = asPrinted(judgement.expected, total)
  const cells = cellsOf(equation)
  const severity = severityOf(equation, own)
  const across = equation.parts.find(({ cell }) => cell.table !== total.table)
  const other = across ? `；${cellName(across.cell)}印为${shown(across.cell)}` : ''
  const sum = across && equation.parts.length === 1 ? '' : ` = ${sumText(equation)}`
  return {
    ...atCell(place),
    also: alsoIn(equation, place),
    severity,
    verdict: isDoubtful(cells) && severity === 'info' ? 'undecided' : judgement.verdict,
    ...stated(judgedOne, isAtPart),
    message: withDoubt(
      cells,
      `${cellName(total)}印为${shown(total)}，应为${expected}${sum}（${equation.formula}）${other}`,
    ),
    messageEn: withDoubtEn(cells, `${total.table.key}: printed ${shown(total)}, expected ${expected}${sum}.`),
    proof: proofOf(equation, judgement),
  }
}

const NEAR: Partial<Record<Verdict, readonly [string, string]>> = {
  'rounding-only': ['在四舍五入的范围内', 'within rounding'],
  'cut-pattern': ['像是各数截去尾数而没有四舍五入', 'as if all numbers had been cut, not rounded'],
}

const statedInRow = (row: readonly Judged[]): Pick<FindingDraft, 'printed' | 'expected'> => ({
  printed: row.map(({ equation }) => shown(equation.total)).join(' / '),
  expected: row.map(({ equation, judgement }) => asPrinted(judgement.expected, equation.total)).join(' / '),
})

/** What rounding explains is said once for a row. */
const nearDraft = (row: readonly Judged[], isAtPart: boolean): FindingDraft => {
  const [first] = row as readonly [Judged, ...Judged[]]
  const { verdict } = first.judgement
  const { total } = first.equation
  const [why, whyEn] = NEAR[verdict] ?? ['', '']
  const parts = row.map(
    ({ equation, judgement }) =>
      `“${columnName(equation.total)}”印${shown(equation.total)}，各项合${asPrinted(judgement.expected, equation.total)}`,
  )
  return {
    ...atCell(placeOf(first.equation, isAtPart)),
    also: row.slice(1).map(({ equation }) => accountField(equation.total)),
    severity: 'info',
    verdict,
    ...(isAtPart ? stated(first, true) : statedInRow(row)),
    message: `${total.table.key}“${rowName(total)}”行：${parts.join('；')}，${why}`,
    messageEn: `${total.table.key}: ${row.length} sum(s) off in the last digit, ${whyEn}.`,
    proof: proofOf(first.equation, first.judgement),
  }
}

/** All findings of one check's equations: each broken one by itself, what rounding explains once per row. */
export const reportEquations = (
  accounts: AccountsView,
  code: string,
  severity: Severity,
  report: Report,
  isAtPart = false,
): undefined => {
  const near = new Map<string, Judged[]>()
  for (const equation of accountEquations(accounts)) {
    if (equation.code !== code) continue
    const judgement = judgeEquation(equation)
    if (!judgement || judgement.verdict === 'equal') continue
    const judged = { equation, judgement }
    if (judgement.verdict === 'outside') report(outsideDraft(judged, severity, isAtPart))
    else {
      const key = `${equation.total.table.index}|${equation.total.row}|${judgement.verdict}`
      near.set(key, [...(near.get(key) ?? []), judged])
    }
  }
  for (const row of near.values()) report(nearDraft(row, isAtPart))
}

type EquationHeader = Omit<AccountsCheck, 'scope' | 'run' | 'kind' | 'missing' | 'basis' | 'cites'>

/** A check whose rule is the equations of its own code. */
export const defineEquationCheck = (header: EquationHeader, isAtPart = false): AccountsCheck =>
  defineAccountsCheck({
    kind: 'A',
    missing: 'blank-is-zero',
    basis: 'definition',
    cites: ['definition#form-arithmetic', 'definition#printed-interval'],
    ...header,
    run({ accounts }, report) {
      return reportEquations(accounts, header.id, header.severity, report, isAtPart)
    },
  })
