/**
 * Checking speed: all checks per second of one core, and the arithmetic checks against a hand-written loop of the same
 * equations on floats. Processor time, not the clock: what else runs on the machine must not count as ours.
 */
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
import { compare, machine, printTable } from './_support/measure.ts'

const COUNT = 2000
const source = documentOf(Array.from({ length: COUNT }, (_, i) => generateForm(randomFrom(i + 1), i + 1).form))
const records = recognise(source).selfEvaluations
const rules = rulesFor('national-2020', '2020-12-31')
const indicators = records.reduce((sum, record) => sum + record.indicators.length, 0) / records.length

const EQUATIONS = ['SE-016', 'SE-017', 'SE-018', 'SE-021', 'SE-041', 'SE-046', 'SE-054', 'SE-057']
const same = arithmeticChecks.filter((check) => EQUATIONS.includes(check.id))
const run = (checks: typeof allChecks, forms: readonly SelfEvaluation[]) => runChecks(source, forms, rules, checks)

/**
 * Milliseconds of processor time, the median of the rounds after a warm-up. The garbage collector runs when it is due, and
 * counts; a forced full collection between the rounds would throw compiled code away and measure its compilation.
 */
const processorTime = (work: () => unknown, rounds = 9): number => {
  const times: number[] = []
  for (let round = -rounds; round < rounds; round++) {
    const start = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(start)
    if (round >= 0) times.push((user + system) / 1000)
  }
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)]!
}

/** A document of the usual size holds hundreds of forms, not thousands. */
const USUAL = 200
const documentFrom = (seed: number): { source: typeof source; records: typeof records } => {
  const drawn = documentOf(Array.from({ length: USUAL }, (_, i) => generateForm(randomFrom(seed + i), i + 1).form))
  return { source: drawn, records: recognise(drawn).selfEvaluations }
}
const usual = documentFrom(1)
/** Texts that no check has seen: what is remembered of cells helps less. */
const unseen = Array.from({ length: 20 }, (_, i) => documentFrom(COUNT + 1 + i * USUAL))

const all = processorTime(() => run(allChecks, records))
const allUsual = processorTime(() => runChecks(usual.source, usual.records, rules, allChecks), 25)
const allUnseen = processorTime(() => {
  const next = unseen.pop()!
  return runChecks(next.source, next.records, rules, allChecks)
})
const arithmetic = processorTime(() => run(arithmeticChecks, records))
const { timings, ratio } = await compare([
  ['exact', () => run(same, records)],
  ['floats', () => records.map(floatLoop)],
])
const perSecond = (time: number, count = COUNT): string =>
  `${Math.round((count / time) * 1000).toLocaleString('en')} forms/s`

console.log(machine())
printTable(
  `Checking ${COUNT} generated forms of ${indicators.toFixed(1)} indicators on one core`,
  ['what', 'speed', 'wanted'],
  [
    [`all ${allChecks.length} checks, ${USUAL} forms`, perSecond(allUsual, USUAL), '≥ 10,000 forms/s'],
    [`all ${allChecks.length} checks, ${USUAL} forms with new texts`, perSecond(allUnseen, USUAL), ''],
    [`all ${allChecks.length} checks, ${COUNT} forms at once`, perSecond(all), ''],
    [`${arithmeticChecks.length} arithmetic checks`, perSecond(arithmetic), ''],
    [`${same.length} checks of the compared equations (${EQUATIONS.join(', ')})`, perSecond(timings[0].median), ''],
    ['the same equations, hand-written on floats', perSecond(timings[1].median), ''],
    ['exact ÷ floats', ratio.toFixed(1), '≤ 10'],
  ],
)
