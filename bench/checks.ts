/** Checking speed: all checks per second, and the arithmetic checks against a hand-written loop of the same equations on floats. */
import { arithmeticChecks } from '../src/checks/arithmetic.ts'
import { allChecks } from '../src/checks/index.ts'
import type { SelfEvaluation } from '../src/domain/self-evaluation.ts'
import { runChecks } from '../src/engine/run.ts'
import { rulesFor } from '../src/law/packs.ts'
import { recognise } from '../src/recognise/index.ts'
import { documentOf } from '../test/support/document-of.ts'
import { generateForm } from '../test/support/generate-form.ts'
import { randomFrom } from '../test/support/random.ts'
import { floatLoop } from './_support/float-loop.ts'
import { compare, machine, printTable, timeOf } from './_support/measure.ts'

const COUNT = 2000
const source = documentOf(Array.from({ length: COUNT }, (_, i) => generateForm(randomFrom(i + 1), i + 1).form))
const records = recognise(source).selfEvaluations
const rules = rulesFor('national-2020', '2020-12-31')
const indicators = records.reduce((sum, record) => sum + record.indicators.length, 0) / records.length

const EQUATIONS = ['SE-016', 'SE-017', 'SE-018', 'SE-021', 'SE-041', 'SE-046', 'SE-054', 'SE-057']
const same = arithmeticChecks.filter((check) => EQUATIONS.includes(check.id))
const run = (checks: typeof allChecks, forms: readonly SelfEvaluation[]) => runChecks(source, forms, rules, checks)

const all = await timeOf(() => run(allChecks, records))
const arithmetic = await timeOf(() => run(arithmeticChecks, records))
const { timings, ratio } = await compare([
  ['exact', () => run(same, records)],
  ['floats', () => records.map(floatLoop)],
])
const perSecond = (time: number): string => `${Math.round((COUNT / time) * 1000).toLocaleString('en')} forms/s`

console.log(machine())
printTable(
  `Checking ${COUNT} generated forms of ${indicators.toFixed(1)} indicators on one core`,
  ['what', 'speed', 'wanted'],
  [
    [`all ${allChecks.length} checks`, perSecond(all), '≥ 10,000 forms/s'],
    [`${arithmeticChecks.length} arithmetic checks`, perSecond(arithmetic), ''],
    [`${same.length} checks of the compared equations (${EQUATIONS.join(', ')})`, perSecond(timings[0].median), ''],
    ['the same equations, hand-written on floats', perSecond(timings[1].median), ''],
    ['exact ÷ floats', ratio.toFixed(1), '≤ 10'],
  ],
)
