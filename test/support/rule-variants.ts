/** Pack values for cases that no pack holds as its first value: a place may adopt them any day. */
import { Decimal } from '../../src/kernel/decimal.ts'
import type { SelfEvaluationRules } from '../../src/law/self-evaluation-rules.ts'

const d = Decimal.from
const band = (from: string, share: string) => ({ from: d(from), share: d(share) })

type Variant = (rules: SelfEvaluationRules) => SelfEvaluationRules

const VARIANTS: Readonly<Record<string, Variant>> = {
  'execution-bands': (rules) => ({
    ...rules,
    executionScoring: {
      value: { method: 'bands', bands: [band('1', '1'), band('0.8', '0.7'), band('0.6', '0.5'), band('0', '0')] },
      source: 'caiyu-2021-101#execution-bands',
      certainty: 'recalled',
      since: '2021-08-18',
    },
  }),
  'satisfaction-bands': (rules) => ({
    ...rules,
    satisfactionBands: {
      value: [band('0.9', '1'), band('0.8', '0.8'), band('0.6', '0.5'), band('0', '0')],
      source: 'caiyu-2021-101#satisfaction-bands',
      certainty: 'recalled',
      since: '2021-08-18',
    },
  }),
  'pass-line-60': (rules) => ({
    ...rules,
    forward: {
      value: { method: 'proportional', passLine: d('0.6') },
      source: 'caiyu-2021-101#pass-line',
      certainty: 'recalled',
      since: '2021-08-18',
    },
  }),
  'reverse-inverse': (rules) => ({
    ...rules,
    reverse: { value: 'inverse', source: 'practice#reverse-inverse', certainty: 'read', since: '2020-01-01' },
  }),
  'reverse-linear': (rules) => ({
    ...rules,
    reverse: { value: 'linear', source: 'practice#reverse-linear', certainty: 'second-hand', since: '2020-01-01' },
  }),
  'equal-all-or-nothing': (rules) => ({
    ...rules,
    equal: { value: 'all-or-nothing', source: 'practice#equal-scoring', certainty: 'second-hand', since: '2020-01-01' },
  }),
}

export const ruleVariant = (rules: SelfEvaluationRules, name: string | undefined): SelfEvaluationRules => {
  if (name === undefined) return rules
  const variant = VARIANTS[name]
  if (!variant) throw new Error(`no rule variant ${name}`)
  return variant(rules)
}
