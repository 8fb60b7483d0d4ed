/** GO-017: a target in words can be scored in bands only when it says what each band means. */
import { defineGoalCheck } from '../../engine/check.ts'
import { type DeclaredRow, onRows, viewDeclaration } from '../support/declaration.ts'
import { saysNone } from '../support/form-facts.ts'
import { short } from '../support/messages.ts'

/** 优、良、差; 显著、一般、不明显; 达成、部分达成、未达成 … */
const LEVELS =
  /[优高].{0,12}[良中].{0,12}[差低中]|达成.{0,12}部分.{0,16}未|明显.{0,12}(?:一般|较).{0,12}不|完成.{0,12}部分.{0,16}未|[①②③].*[②③].*③|一档|三档|分档/u

const isUndivided = ({ facts, declared }: DeclaredRow): boolean =>
  facts.view.target.kind === 'wording' &&
  facts.group !== 'time' &&
  !saysNone(facts.target.text) &&
  !LEVELS.test(facts.target.text) &&
  !LEVELS.test(declared.more.scoring?.printed ?? '') &&
  !LEVELS.test(declared.more.definition?.printed ?? '')

export const qualitativeLevels = defineGoalCheck({
  id: 'GO-017',
  title: '定性指标写明三档要求',
  titleEn: 'A qualitative target describes its three levels',
  kind: 'T',
  severity: 'info',
  missing: 'skip-if-any',
  basis: 'law',
  cites: ['caiyu-2021-101#situation-bands'],
  rule: '定性的指标值（或评分规则）写明达到、部分达到、未达到三档各是什么情况',
  remedy: '写明三档的判断标准，或改为定量指标。',
  remedyEn: 'Describe the three levels, or use a number.',
  run({ declaration }, report) {
    const view = viewDeclaration(declaration)
    for (const { live } of view.sets) {
      const rows = live.filter(isUndivided)
      if (rows.length === 0) continue
      const printed = rows.map(({ facts }) => short(facts.target.text, 16)).join('；')
      report({
        ...onRows(view, rows, 'target'),
        verdict: 'outside',
        printed: short(printed),
        expected: '三档的判断标准',
        message: `${rows.length}个定性指标没有写明三档要求：${short(printed)}。`,
        messageEn: `${rows.length} qualitative targets do not describe their three levels.`,
      })
    }
  },
})
