import { defineFormCheck, type FindingDraft } from '../../engine/check.ts'
import { fundRowName } from '../../engine/drafts.ts'
import type { FormView, FundRowView, NumberField } from '../../engine/form-view.ts'
import { fundAmount } from '../../engine/money.ts'
import { cellInput, proof } from '../../engine/proof.ts'
import { type Amount, baseValue, type Judgement, judgeSum } from '../../engine/verdict.ts'
import { Decimal } from '../../kernel/decimal.ts'

const COLUMNS = ['initialBudget', 'fullYearBudget', 'executed'] as const
type Column = (typeof COLUMNS)[number]
const NAMES: Readonly<Record<Column, readonly [string, string]>> = {
  initialBudget: ['年初预算数', 'initial budget'],
  fullYearBudget: ['全年预算数', 'full-year budget'],
  executed: ['全年执行数', 'executed amount'],
}

interface Part {
  readonly row: FundRowView
  readonly field: NumberField
  readonly amount: Amount
}

interface Sources {
  readonly parts: readonly Part[]
  /** A source cell is blank: it may stand for zero or be forgotten. */
  readonly hasBlank: boolean
}

const readSources = (form: FormView, column: Column): Sources => {
  const parts: Part[] = []
  let hasBlank = false
  for (const row of form.funds.sources) {
    const field = row.columns[column]
    const amount = fundAmount(field)
    if (field && amount) parts.push({ row, field, amount })
    else if (field?.read.kind === 'blank') hasBlank = true
  }
  return { parts, hasBlank }
}

/** Without a row for other funds the sources may be an "of which"; then they only may not exceed the total. */
const listsAllSources = (form: FormView): boolean =>
  form.record.funds.rows.other !== undefined || form.funds.sources.length > 2

/** Nearly every column adds up as printed; then nothing is put together. A cell that cannot be read decides nothing. */
const mayDiffer = (form: FormView, column: Column, total: Amount): boolean => {
  let sum = Decimal.zero
  let count = 0
  let isOneUnit = true
  for (const { columns } of form.funds.sources) {
    const field = columns[column]
    if (field?.read.kind === 'unreadable') return false
    if (!field?.amount) continue
    isOneUnit &&= field.amount.power === total.power
    sum = sum.add(field.amount.value)
    count += 1
  }
  return count > 0 && !(isOneUnit && sum.equals(total.value))
}

const draft = (
  form: FormView,
  column: Column,
  total: NumberField,
  { parts, hasBlank }: Sources,
  judged: Judgement,
  power: number,
): FindingDraft => {
  const [name, nameEn] = NAMES[column]
  const isRounding = judged.verdict === 'rounding-only' || judged.verdict === 'cut-pattern'
  const terms = parts.map(({ field }) => field.cell.printed).join(' + ')
  const filledIn = `${terms} = ${judged.expected}`
  const also = parts.map(({ field }) => field.field)
  return {
    field: total.field,
    also,
    severity: isRounding ? 'info' : hasBlank ? 'warning' : 'error',
    verdict: judged.verdict,
    printed: total.cell.printed,
    expected: judged.expected.toString(),
    message: `${name}合计${total.cell.printed}与各来源之和不等：${filledIn}${hasBlank ? '（有来源栏空白）' : ''}`,
    messageEn: `The total ${nameEn} ${total.cell.printed} differs from its sources: ${filledIn}.`,
    proof: () =>
      proof({
        formula: `${name}合计 = ${parts.map(({ row }) => fundRowName(row)).join(' + ')}`,
        filledIn: `${total.cell.printed} = ${terms}`,
        result: judged.expected.toString(),
        interval: judged.interval,
        unitPower: power,
        verdict: judged.verdict,
        inputs: [total.field, ...also].map((field, i) =>
          cellInput(form, i === 0 ? '资金总额' : fundRowName(parts[i - 1]!.row), field),
        ),
      }),
  }
}

/** Blank sources count as zero only while at least one source is printed (fengtai-type forms leave them all blank). */
const judgeColumn = (form: FormView, column: Column): FindingDraft | undefined => {
  const total = form.funds.total?.columns[column]
  const amount = fundAmount(total)
  if (!total || !amount || !mayDiffer(form, column, amount)) return undefined
  const sources = readSources(form, column)
  const { parts, hasBlank } = sources
  if (hasBlank && parts.every((part) => part.amount.value.isZero())) return undefined
  const judged = judgeSum(
    amount,
    parts.map((part) => part.amount),
  )
  if (judged.verdict === 'equal') return undefined
  const isShort = baseValue(amount).shift(-amount.power).compare(judged.expected) > 0
  if (isShort && !listsAllSources(form)) return undefined
  return draft(form, column, total, sources, judged, amount.power)
}

/** rules.md 0.1 row 4: a published total row did not equal its sources. */
export const totalEqualsSources = defineFormCheck({
  id: 'SE-016',
  title: '资金总额等于各来源之和',
  titleEn: 'The fund total equals the sum of its sources',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-all',
  basis: 'definition',
  cites: ['definition#form-arithmetic'],
  rule: '年度资金总额 = 当年财政拨款 + 上年结转资金 + 其他资金（年初预算、全年预算、执行数三栏分别成立）',
  remedy: '核对各来源的金额，改正合计或改正来源',
  remedyEn: 'Compare the sources with the ledger and correct the total or the source.',
  run({ form }, report) {
    if (form.funds.sources.length === 0) return
    for (const column of COLUMNS) {
      const found = judgeColumn(form, column)
      if (found) report(found)
    }
  },
})
