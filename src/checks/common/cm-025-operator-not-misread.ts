/**
 * CM-025: ≥6 read as 26, ≥4 as 到, ≥2 as 第. Where the target column shows such damage, a missed target with full points
 * proves nothing: the finding says "cannot be decided" and asks.
 */
import { defineFormCheck } from '../../engine/check.ts'
import { damagedTargets } from '../../engine/reading-damage.ts'
import { Decimal } from '../../kernel/decimal.ts'
import { factsOf, type RowFacts } from '../support/form-facts.ts'
import { placeOf, rowList, rowName, rowNameEn } from '../support/messages.ts'

/** 26次 that may have been ≥6次: the actual misses the number, reaches it without its first digit, and full points were given. */
const mayBeMisread = ({ view, isFull }: RowFacts): boolean => {
  if (!isFull || view.target.kind !== 'number' || view.actual.kind !== 'number') return false
  const { value, operator, power } = view.target
  const text = value.toString()
  if (operator !== undefined || text.length < 2 || !/^\d+$/.test(text) || view.actual.power !== power) return false
  const actual = view.actual.value
  return actual.compare(value) < 0 && actual.compare(value.subtract(firstDigit(value))) >= 0
}

const firstDigit = (value: Decimal): Decimal => {
  const text = value.toString()
  return Decimal.from(text[0]! + '0'.repeat(text.length - 1))
}

export const operatorNotMisread = defineFormCheck({
  id: 'CM-025',
  title: '指标值的比较符号没有读错',
  titleEn: 'The operator of a target was not misread',
  kind: 'D',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'proposal',
  cites: ['proposal#reading-damage'],
  rule: '同列有“到0次”“第O份”一类残损时，未达标而满分的指标值可能丢了比较符号',
  remedy: '对照原件核对指标值；确为识别错误的，改正后重新检查。',
  remedyEn: 'Compare the targets with the original and check again.',
  run({ form }, report) {
    const damaged = damagedTargets(form)
    if (damaged.length === 0) return
    const { rows } = factsOf(form)
    const broken = damaged.map((index) => rows[index]!)
    report({
      verdict: 'undecided',
      printed: rowList(broken, 'target'),
      expected: '比较符号+数值+单位',
      message: `指标值${rowList(broken, 'target')}疑为识别残损（比较符号或数字读错），请对照原件。`,
      messageEn: 'These targets look damaged by reading; compare them with the original.',
      ...placeOf(broken, 'target'),
    })
    for (const row of rows) {
      if (!row.isLive || damaged.includes(row.index) || !mayBeMisread(row)) continue
      report({
        verdict: 'undecided',
        printed: `${row.target.text} / ${row.actual.text}`,
        expected: `可能是≥${row.target.text.slice(1)}`,
        message: `${rowName(row)}指标值${row.target.text}、完成值${row.actual.text}却得满分；同列有识别残损，“${row.target.text}”可能原为“≥${row.target.text.slice(1)}”，无法判定。`,
        messageEn: `${rowNameEn(row)}: the target ${row.target.text} may have been ≥${row.target.text.slice(1)}; it cannot be decided.`,
        ...placeOf([row], 'target'),
      })
    }
  },
})
