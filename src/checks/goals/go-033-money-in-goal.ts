/** GO-033: an amount that the goal calls the project's money is the amount asked for. */
import { defineGoalCheck } from '../../engine/check.ts'
import { proof } from '../../engine/proof.ts'
import { type Amount, amountInterval, maySame } from '../../engine/verdict.ts'
import { readPrintedNumber } from '../../kernel/printed-number.ts'
import { type DeclarationView, goalsWithText, onDeclaration, viewDeclaration } from '../support/declaration.ts'
import { textOf } from '../support/form-facts.ts'
import { moneyCell } from '../support/plan-money.ts'

/** Words that name the whole of the money, with nothing but a link to the number between. */
const WHOLE =
  /(?:项目总?(?:投资|资金|预算|经费)|总投资|资金总额|预算总额|总预算|申请(?:财政)?(?:资金|预算)|预算(?:资金|安排)|(?:年度|本年|全年)(?:预算|资金|经费))(?:总额|总计|合计|共计?|约?为|计|共|是|[:：])*(\d[\d,，]*(?:\.\d+)?(?:亿|万)?元)/gu

/** What the form states of its money, and what text calls the money may be any of it. */
const amountsOf = (view: DeclarationView): readonly Amount[] => {
  const { money } = view.declaration
  const yearly = money.yearly.map(({ label, amount }, i) =>
    moneyCell(label, `money.yearly[${i}].amount`, amount, money.unit),
  )
  return [...view.money.flatMap(({ total, sources }) => [...(total ? [total] : []), ...sources]), ...yearly].flatMap(
    ({ amount }) => amount ?? [],
  )
}

export const moneyInGoal = defineGoalCheck({
  id: 'GO-033',
  title: '目标文字中的项目资金与申报金额一致',
  titleEn: 'The project’s money in the goal text is the amount asked for',
  kind: 'A',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'proposal',
  cites: ['proposal#goal-money-agrees', 'definition#same-fact'],
  rule: '目标中称为项目资金、预算、总投资的金额 = 资金栏的总额或来源（按印刷数的舍入区间）',
  remedy: '核对目标文字和资金栏，改正不符的一处。',
  remedyEn: 'Let the goal and the block of money agree.',
  run({ declaration }, report) {
    const view = viewDeclaration(declaration)
    const asked = view.money.find(({ total }) => total?.amount)?.total
    if (!asked?.amount || declaration.money.unit === '') return
    const amounts = amountsOf(view)
    for (const { goal, field } of goalsWithText(declaration))
      for (const match of textOf(goal.text).text.matchAll(WHOLE)) {
        const read = readPrintedNumber(match[1]!.replaceAll('，', ','))
        if (read.kind !== 'number') continue
        const said = { value: read.value, power: read.power }
        if (amounts.some((amount) => maySame(amount, said))) continue
        report({
          ...onDeclaration(view, field, goal.text, [asked.field]),
          verdict: 'outside',
          printed: match[0],
          expected: `${asked.cell.printed}${declaration.money.unit}`,
          message: `目标写“${match[0]}”，${asked.name}是${asked.cell.printed}${declaration.money.unit}。`,
          messageEn: `The goal says ${match[0]}; the form asks for ${asked.cell.printed} ${declaration.money.unit}.`,
          proof: () =>
            proof({
              formula: `目标中的金额 = ${asked.name}`,
              filledIn: `${match[1]} = ${asked.cell.printed}`,
              result: '不成立',
              interval: amountInterval(said),
              unitPower: said.power,
              verdict: 'outside',
              inputs: [{ name: asked.name, printed: asked.cell.printed, field: asked.field, position: asked.cell.at }],
            }),
        })
      }
  },
})
