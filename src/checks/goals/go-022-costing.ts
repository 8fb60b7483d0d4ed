/** GO-022: the calculation behind the amount: quantity × price = line, lines = sum, sum = amount. */
import type { CostingLine } from '../../domain/goal-declaration.ts'
import type { Cell } from '../../domain/self-evaluation.ts'
import { surely } from '../../engine/assessment.ts'
import { defineGoalCheck, type Report } from '../../engine/check.ts'
import { unitPower } from '../../engine/form-view.ts'
import { proof } from '../../engine/proof.ts'
import { type Amount, amountInterval, maySame } from '../../engine/verdict.ts'
import { type Interval, meets, multiplyIntervals, printedInterval } from '../../kernel/interval.ts'
import { readPrintedNumber } from '../../kernel/printed-number.ts'
import { type DeclarationView, onDeclaration, viewDeclaration } from '../support/declaration.ts'
import { type MoneyCell, moneyCell, sumFinding } from '../support/plan-money.ts'

const UNIT_IN_HEADER = /[（(][^（()）]*?([亿万]?元)[^（()）]*[）)]/

/** Powers of ten that the numbers of a column may have: its header's, or 元 and the form's where it states none. */
const powersOf = (header: Cell | undefined, unit: string): readonly number[] => {
  const stated = UNIT_IN_HEADER.exec(header?.printed ?? '')?.[1]
  return stated ? [unitPower(stated) ?? 0] : [...new Set([0, unitPower(unit) ?? 0])]
}

const shifted = ({ low, high }: Interval, power: number): Interval => ({
  low: low.shift(power),
  high: high.shift(power),
})

const judgeLine = (view: DeclarationView, line: CostingLine, i: number, report: Report): void => {
  const { costingHeaders, money } = view.declaration
  const { quantity, price, amount, name } = line.cells
  const [q, p, a] = [quantity, price, amount].map((cell) => readPrintedNumber(cell?.printed ?? ''))
  if (q?.kind !== 'number' || p?.kind !== 'number' || a?.kind !== 'number' || q.isPercent || !amount) return
  // A whole quantity counts; it stands for itself.
  const count = q.value.isInteger() ? { low: q.value, high: q.value } : printedInterval(q.value)
  const product = multiplyIntervals(shifted(count, q.power), printedInterval(p.value))
  const fits = powersOf(costingHeaders.price, money.unit).some((pricePower) =>
    powersOf(costingHeaders.amount, money.unit).some((amountPower) =>
      meets(
        shifted(product, p.suffix === '' ? pricePower : p.power),
        shifted(printedInterval(a.value), a.suffix === '' ? amountPower : a.power),
      ),
    ),
  )
  if (fits) return
  const from = p.suffix === '' ? powersOf(costingHeaders.price, money.unit)[0]! : p.power
  const to = a.suffix === '' ? powersOf(costingHeaders.amount, money.unit)[0]! : a.power
  const exact = q.value
    .shift(q.power)
    .multiply(p.value)
    .shift(from - to)
    .normalize()
  const field = `costing[${i}].amount`
  report({
    ...onDeclaration(view, field, amount, [`costing[${i}].quantity`, `costing[${i}].price`]),
    severity: surely('error', quantity, price, amount),
    verdict: 'outside',
    printed: amount.printed,
    expected: exact.toString(),
    message: `测算“${name?.printed ?? `第${i + 1}行`}”印为${amount.printed}：${quantity!.printed} × ${price!.printed} = ${exact}`,
    messageEn: `The line is printed ${amount.printed}: ${quantity!.printed} × ${price!.printed} = ${exact}.`,
    proof: () =>
      proof({
        formula: '数量 × 单价 = 金额',
        filledIn: `${quantity!.printed} × ${price!.printed} = ${amount.printed}`,
        result: exact.toString(),
        verdict: 'outside',
        inputs: [
          { name: '数量', printed: quantity!.printed, field: `costing[${i}].quantity`, position: quantity!.at },
          { name: '单价', printed: price!.printed, field: `costing[${i}].price`, position: price!.at },
          { name: '金额', printed: amount.printed, field, position: amount.at },
        ],
      }),
  })
}

interface Lines {
  readonly lines: readonly MoneyCell[]
  readonly total: MoneyCell | undefined
}

/** Lines up to the printed sum; further sums below are of something else. */
const linesOf = (view: DeclarationView): Lines => {
  const { costing, costingHeaders, money } = view.declaration
  const unit = UNIT_IN_HEADER.exec(costingHeaders.amount?.printed ?? '')?.[1] ?? money.unit
  const cells = costing.map(({ cells: { amount, name }, isTotal }, i) => ({
    isTotal,
    cell: amount && moneyCell(name ?? '合计', `costing[${i}].amount`, amount, unit),
  }))
  const end = cells.findIndex(({ isTotal }) => isTotal)
  const own = end < 0 ? cells : cells.slice(0, end)
  return { lines: own.flatMap(({ cell }) => cell ?? []), total: end < 0 ? undefined : cells[end]!.cell }
}

const judgeSum = (view: DeclarationView, { lines, total }: Lines, report: Report): void => {
  const found = total && lines.length > 1 ? sumFinding(total, lines, true) : undefined
  if (!total || !found) return
  const expected = found.judged.expected.toString()
  report({
    ...onDeclaration(
      view,
      total.field,
      total.cell,
      lines.map(({ field }) => field),
    ),
    severity: surely(found.severity, total.cell, ...lines.map(({ cell }) => cell)),
    verdict: found.judged.verdict,
    printed: total.cell.printed,
    expected,
    message: `测算合计印为${total.cell.printed}，各行之和是${expected}：${found.terms}`,
    messageEn: `The sum of the calculation is printed ${total.cell.printed}; its lines add up to ${expected}.`,
    proof: found.proof,
  })
}

/** The sum is the amount of the year or of the period, or of one of their sources. */
const judgeAmount = (view: DeclarationView, { total }: Lines, report: Report): void => {
  const own: Amount | undefined = total?.amount
  const amounts = view.money.flatMap((money) => [money.total, ...money.sources]).flatMap((cell) => cell ?? [])
  const asked = view.money[0]?.total
  if (!total || !own || !asked?.amount || amounts.some(({ amount }) => amount && maySame(amount, own))) return
  report({
    ...onDeclaration(view, total.field, total.cell, [asked.field]),
    severity: surely('error', total.cell, asked.cell),
    verdict: 'outside',
    printed: total.cell.printed,
    expected: asked.cell.printed,
    message: `测算合计${total.cell.printed}与${asked.name}${asked.cell.printed}不等。`,
    messageEn: `The calculation adds up to ${total.cell.printed}; the amount asked for is ${asked.cell.printed}.`,
    proof: () =>
      proof({
        formula: `测算合计 = ${asked.name}`,
        filledIn: `${total.cell.printed} = ${asked.cell.printed}`,
        result: '不成立',
        interval: amountInterval(own),
        unitPower: own.power,
        verdict: 'outside',
        inputs: [total, asked].map(({ name, field, cell }) => ({
          name,
          printed: cell.printed,
          field,
          position: cell.at,
        })),
      }),
  })
}

export const costingAddsUp = defineGoalCheck({
  id: 'GO-022',
  title: '支出测算的数量、单价、金额和合计相符',
  titleEn: 'Quantity, price, lines and sum of the calculation agree',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#form-arithmetic', 'proposal#quantity-times-price'],
  rule: '数量 × 单价 = 金额；Σ 金额 = 合计；合计 = 申报资金总额',
  remedy: '核对数量、单价和金额，改正不符的一处。',
  remedyEn: 'Correct the quantity, the price, the line or the sum.',
  run({ declaration }, report) {
    if (declaration.costing.length === 0) return
    const view = viewDeclaration(declaration)
    declaration.costing.forEach((line, i) => {
      if (!line.isTotal) judgeLine(view, line, i, report)
    })
    const lines = linesOf(view)
    judgeSum(view, lines, report)
    judgeAmount(view, lines, report)
  },
})
