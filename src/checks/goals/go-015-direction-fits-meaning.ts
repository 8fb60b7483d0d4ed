/** GO-015: less cost is better, more coverage is better; a target that asks for the contrary has its sign the wrong way. */
import { defineGoalCheck } from '../../engine/check.ts'
import { anyOf } from '../../law/wordlists.ts'
import { type DeclaredRow, onRows, viewDeclaration } from '../support/declaration.ts'
import { rowName, rowNameEn } from '../support/messages.ts'
import { withoutBracket } from '../support/values.ts'

const LESS = new RegExp(`(?:${anyOf('lessIsBetterEndings')})$`, 'u')
const MORE = new RegExp(`(?:${anyOf('moreIsBetterEndings')})$`, 'u')
const TURNING = new RegExp(`(?:${anyOf('turningWords')})`, 'u')

/** The sign that the meaning asks for, where the printed one asks for the contrary. */
const askedFor = ({ facts: { name, view } }: DeclaredRow): '≤' | '≥' | undefined => {
  const { target } = view
  if (target.kind !== 'number' || target.operator === undefined) return undefined
  const bare = withoutBracket(name.text)
  if (TURNING.test(bare)) return undefined
  const isUp = target.operator === '≥' || target.operator === '>'
  const isDown = target.operator === '≤' || target.operator === '<'
  if (isUp && LESS.test(bare)) return '≤'
  return isDown && MORE.test(bare) ? '≥' : undefined
}

export const directionFitsMeaning = defineGoalCheck({
  id: 'GO-015',
  title: '指标方向与指标含义一致',
  titleEn: 'The direction fits the meaning',
  kind: 'D',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'proposal',
  cites: ['proposal#target-direction'],
  rule: '成本、支出、事故、投诉、差错、时长用≤；覆盖、完成、合格、满意用≥',
  remedy: '改正比较符号，或改写名称使含义与方向一致。',
  remedyEn: 'Turn the sign, or reword the name.',
  run({ declaration }, report) {
    const view = viewDeclaration(declaration)
    for (const { live } of view.sets)
      for (const row of live) {
        const asked = askedFor(row)
        if (!asked) continue
        const { text } = row.facts.target
        report({
          ...onRows(view, [row], row.declared.more.direction ? 'direction' : 'target'),
          verdict: 'outside',
          printed: text,
          expected: asked,
          message: `${rowName(row.facts)}越${asked === '≤' ? '少' : '多'}越好，指标值却写“${text}”。`,
          messageEn: `${rowNameEn(row.facts)}: ${asked === '≤' ? 'less' : 'more'} is better, but the target reads ${text}.`,
        })
      }
  },
})
