import { type BookletContext, defineBookletCheck } from '../../engine/check.ts'
import { placesOf } from '../../engine/ledger/cells.ts'
import type { LedgerPlace } from '../../engine/ledger/entry.ts'
import { placeInput } from '../../engine/ledger/entry.ts'
import { ledgerOf } from '../../engine/ledger/index.ts'
import { proof, valueInput } from '../../engine/proof.ts'
import { amountInterval, baseValue } from '../../engine/verdict.ts'
import { Decimal } from '../../kernel/decimal.ts'
import type { CellRef } from '../../law/narrative-cells.ts'
import { type Coverage, coverageOf, formTotals } from '../support/booklet-coverage.ts'
import { shownLike } from '../support/booklet-ledger.ts'
import { about, printedOf } from '../support/narrative.ts'

const PROJECT: CellRef = { profile: 'expenditure', side: '', row: 'total', label: '', column: 'project' }
const FEWEST_FORMS = 2

/** Project spending of the year: the cell, else what the text says in the section of spending. */
const projectSpending = (context: BookletContext): LedgerPlace | undefined => {
  const [cell] = placesOf(context.accounts, [PROJECT])
  if (cell) return cell
  const year = context.narrative?.year
  return ledgerOf(context).entries.find(
    ({ key, measure, ...one }) => key === 'spending.project' && measure === 'final' && one.year === year,
  )?.places[0]
}

const isComplete = (coverage: Coverage | undefined, forms: number): coverage is Coverage =>
  coverage?.isAll === true && coverage.count.mention.value.toString() === String(forms)

export const projectSpendingOfForms = defineBookletCheck({
  id: 'XD-004',
  title: '各项目自评表执行数之和与项目支出决算相符',
  titleEn: 'The spending of all forms fits the project spending of the accounts',
  kind: 'A',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#same-fact'],
  rule: 'Σ各自评表全年执行数 ≤ 支出决算表的项目支出；正文说自评覆盖全部项目时应相等；正文所说的涉及金额大于项目支出，或全覆盖而小于项目支出的，作提示',
  remedy: '核对缺少的项目和执行数；涉及金额用预算口径的写明口径',
  remedyEn: 'Look for a missing project; say when budgets and not spending were added up.',
  run(context, report) {
    const { forms } = context
    const spent = projectSpending(context)
    if (!spent || baseValue(spent.amount).isZero()) return
    const range = amountInterval(spent.amount)
    const [coverage] = coverageOf(context)
    const total = forms.length < FEWEST_FORMS ? undefined : formTotals(forms).find(({ name }) => name === '全年执行数')
    const executed = total?.value
    if (executed && total) {
      // Every form may be rounded to the unit of the accounts.
      const slack = range.high.subtract(range.low).multiply(Decimal.of(forms.length))
      const isOver = executed.compare(range.high.add(slack)) > 0
      const isShort = isComplete(coverage, forms.length) && executed.compare(range.low.subtract(slack)) < 0
      if (isOver || isShort) {
        const shown = shownLike({ value: executed, power: 0 }, spent)
        report({
          ...spent.address,
          position: spent.position,
          verdict: 'outside',
          printed: spent.printed,
          expected: shown,
          message: `${spent.name}的项目支出是${spent.printed}，${forms.length}张自评表的执行数合计${shown}${isOver ? '，超过全部项目支出' : '，而正文说自评覆盖全部项目'}`,
          messageEn: `Project spending is ${spent.printed}; the forms add up to ${shown}.`,
          proof: () =>
            proof({
              formula: `Σ自评表执行数 ${isOver ? '≤' : '='} 项目支出`,
              filledIn: `${shown} ${isOver ? '>' : '<'} ${spent.printed}`,
              result: shown,
              verdict: 'outside',
              inputs: [placeInput(spent), valueInput('Σ自评表执行数', shown)],
            }),
        })
        return
      }
    }
    const amount = coverage?.amount
    if (!coverage || !amount || executed?.compare(range.low) === 0) return
    const isMore = amountInterval(amount.amount).low.compare(range.high) > 0
    const isLess = coverage.isAll && amountInterval(amount.amount).high.compare(range.low) < 0
    if (!isMore && !isLess) return
    report(
      about(amount, {
        severity: 'info',
        verdict: 'outside',
        expected: `${isMore ? '≤' : ''}${spent.printed}`,
        message: `正文说评价项目涉及${printedOf(amount)}，${isMore ? '大于' : '而'}全部项目支出${spent.printed}${isMore ? '，用的可能是预算数' : '，没有覆盖全部项目支出'}`,
        messageEn: `The evaluated projects are said to take ${printedOf(amount)}; all project spending is ${spent.printed}.`,
      }),
    )
  },
})
