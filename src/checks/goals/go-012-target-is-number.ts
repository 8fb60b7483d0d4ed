/** GO-012: what is counted has a number and a direction that can be read. */
import { defineGoalCheck, type FindingDraft } from '../../engine/check.ts'
import { wordSet } from '../../law/wordlists.ts'
import { type DeclarationView, type DeclaredRow, onRows, viewDeclaration } from '../support/declaration.ts'
import { saysNone } from '../support/form-facts.ts'
import { rowName, rowNameEn } from '../support/messages.ts'
import { hasNumber } from '../support/values.ts'

const SIGN = /^(?:[≥≤><＞＜=＝≧≦]|大于等于|小于等于|大于|小于|等于|不低于|不少于|不高于|不超过)$/u
const DIRECTIONS =
  /^(?:[≥≤><＞＜=＝≧≦]|大于等于|小于等于|大于|小于|等于|不低于|不少于|不高于|不超过|正向|反向|逆向|正向指标|反向指标|定性|定量|定性指标|定量指标|区间|[—\-/]|无)$/u
const EMPTY = wordSet('noneWords')

type Problem = readonly [
  column: 'target' | 'direction',
  severity: FindingDraft['severity'] & string,
  expected: string,
  zh: string,
  en: string,
]

const ofTarget = ({ facts, declared }: DeclaredRow): Problem | undefined => {
  const { target, view, name, group } = facts
  const { printed } = declared.target
  if (printed.trim() === '')
    return facts.view.weight.number?.isZero() ? undefined : ['target', 'fatal', '指标值', '没有指标值', 'has no target']
  if (saysNone(target.text)) return undefined
  if (view.target.kind === 'unreadable')
    return [
      'target',
      'fatal',
      '能读出的数',
      `的指标值读不出来（${view.target.reason}）`,
      'has a target that cannot be read',
    ]
  if (hasNumber(target) || hasNumber(name)) return undefined
  const sign = declared.more.direction?.printed.trim() ?? ''
  if (SIGN.test(sign))
    return ['target', 'fatal', '数值', `的性质为“${sign}”，指标值却没有数`, `has the direction ${sign} and no number`]
  return group === 'quantity'
    ? ['target', 'error', '数量和计量单位', '没有数量', 'is a quantity indicator without a number']
    : undefined
}

const ofDirection = ({ facts, declared }: DeclaredRow): Problem | undefined => {
  const { direction } = declared.more
  if (!direction || facts.view.target.kind !== 'number') return undefined
  const sign = direction.printed.replace(/\s/g, '')
  if (sign !== '' && !DIRECTIONS.test(sign))
    return ['direction', 'error', '≥、≤、=、>、<', `的性质栏“${sign}”不是比较符号`, `has the direction ${sign}`]
  const isOpen = (sign === '' || EMPTY.has(sign)) && facts.view.target.operator === undefined
  return isOpen ? ['direction', 'warning', '≥、≤或=', '没有方向，无法判断多好还是少好', 'has no direction'] : undefined
}

const draft = (
  view: DeclarationView,
  row: DeclaredRow,
  [column, severity, expected, zh, en]: Problem,
): FindingDraft => ({
  ...onRows(view, [row], column),
  severity: row.declared.target.unsure && severity !== 'warning' ? 'warning' : severity,
  verdict: 'outside',
  printed: (column === 'target' ? row.declared.target : row.declared.more.direction)?.printed ?? '',
  expected,
  message: `${rowName(row.facts)}${zh}。`,
  messageEn: `${rowNameEn(row.facts)} ${en}.`,
})

export const targetIsNumber = defineGoalCheck({
  id: 'GO-012',
  title: '定量指标有可读的数值和方向',
  titleEn: 'A quantitative target has a readable number and a direction',
  kind: 'D',
  severity: 'fatal',
  missing: 'blank-is-error',
  basis: 'definition',
  cites: ['definition#column-meaning', 'definition#printed-number', 'proposal#measurable-target'],
  rule: '指标值不空；含数的指标值能读出唯一的数；性质为≥、≤、=、>、<的指标值是数；性质栏的符号是比较符号',
  remedy: '补填指标值和方向，改正读不出的数字。',
  remedyEn: 'Give the target and its direction, and correct what cannot be read.',
  run({ declaration }, report) {
    const view = viewDeclaration(declaration)
    for (const { live } of view.sets)
      for (const row of live) {
        const target = ofTarget(row)
        if (target) report(draft(view, row, target))
        const direction = target ? undefined : ofDirection(row)
        if (direction) report(draft(view, row, direction))
      }
  },
})
