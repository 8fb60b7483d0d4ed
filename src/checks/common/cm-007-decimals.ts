import { defineFormCheck } from '../../engine/check.ts'
import { fundAmount } from '../../engine/money.ts'
import { working } from '../../engine/proof.ts'
import { numberTraits } from '../support/number-traits.ts'

const COLUMNS = ['initialBudget', 'fullYearBudget', 'executed'] as const
const FEN_DECIMALS = 2

/** Finer than 分 no amount can be: six decimals of 万元, two of 元. */
export const amountsInFen = defineFormCheck({
  id: 'CM-007',
  title: '金额的小数不细于分',
  titleEn: 'Amounts are not finer than one fen',
  kind: 'D',
  severity: 'info',
  missing: 'skip-if-any',
  basis: 'practice',
  cites: ['practice#decimals-alike'],
  rule: '以元计的金额最多两位小数，以万元计的最多六位',
  remedy: '核对金额和单位',
  remedyEn: 'Check the amount and its unit.',
  run({ form }, report) {
    if (form.record.funds.unit === '' || numberTraits(form).fundDecimals <= FEN_DECIMALS) return
    for (const row of form.funds.rows) {
      for (const column of COLUMNS) {
        const field = row.columns[column]
        if (!field?.number || field.number.scale <= FEN_DECIMALS) continue
        const amount = fundAmount(field)
        if (!amount || amount.value.normalize().scale <= FEN_DECIMALS + amount.power) continue
        const limit = FEN_DECIMALS + amount.power
        report({
          field: field.field,
          verdict: 'outside',
          printed: field.cell.printed,
          expected: amount.value.round(limit).toString(),
          message: `金额${field.cell.printed}的小数细于分，核对单位`,
          messageEn: `${field.cell.printed} is finer than one fen; check the unit.`,
          proof: working(
            form,
            { formula: `小数位数 ≤ ${limit}`, filledIn: field.cell.printed, result: '不成立', verdict: 'outside' },
            [['金额', field.field]],
          ),
        })
      }
    }
  },
})
