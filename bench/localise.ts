/** Localisation: where the true cell stands among the candidates, by kind of error; and its time. */

import { localise } from '../src/engine/localise/localise.ts'
import { ACCOUNT_INJECTIONS } from '../test/localise/inject-accounts.ts'
import { type Located, measureLocalisation } from '../test/localise/measure.ts'
import { measureBooklets } from '../test/localise/measure-booklets.ts'
import { measureDoubles, threeYears } from '../test/localise/several.ts'
import { machine, ms } from './_support/measure.ts'

const BOOKLETS = Number(process.argv[2] ?? 30)
const EACH = Number(process.argv[3] ?? 3)

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`)
const line = (name: string, own: readonly Located[], invisible: number): string => {
  const first = own.filter(({ rank }) => rank === 1).length
  const three = own.filter(({ rank }) => rank >= 1 && rank <= 3).length
  const tied = own.filter(({ isTied }) => isTied).length
  const several = own.filter(({ choices }) => choices > 1).length
  const value = own.filter(({ isValueRight, rank }) => rank === 1 && isValueRight).length
  return [
    name.padEnd(28),
    own.length,
    invisible,
    percent(first, own.length),
    percent(three, own.length),
    percent(value, first),
    several,
    tied,
  ].join('\t')
}

console.log(machine())
const { located, invisible, falseAlarms } = measureLocalisation({ booklets: BOOKLETS, firstSeed: 1000, each: EACH })
console.log('kind\tvisible\tinvisible\tfirst\tin three\tvalue right\tseveral\ttied')
for (const kind of ACCOUNT_INJECTIONS)
  console.log(
    line(
      kind,
      located.filter((one) => one.kind === kind),
      invisible.filter((one) => one === kind).length,
    ),
  )
console.log(line('all', located, invisible.length))
console.log(`equations that fail in true booklets: ${falseAlarms.length}`, falseAlarms.slice(0, 5))
if (process.env.JIHENG_MISSES)
  for (const one of located.filter(({ rank }) => rank !== 1)) console.log(JSON.stringify(one))

const doubles = measureDoubles(BOOKLETS, 5000, EACH)
console.log(
  `two errors at once: ${doubles.visible} visible, both first ${percent(doubles.both, doubles.visible)}, one of them ${percent(doubles.one, doubles.visible)}`,
)

const inBooklets = measureBooklets(Math.ceil(BOOKLETS / 3), 7000, EACH)
const top = (most: number): number => inBooklets.filter(({ rank }) => rank >= 1 && rank <= most).length
console.log(
  `whole booklets of two years: ${inBooklets.length} visible, first ${percent(top(1), inBooklets.length)}, in three ${percent(top(3), inBooklets.length)}, one cause and no other ${percent(inBooklets.filter(({ causes }) => causes === 1).length, inBooklets.length)}`,
)

/** The largest of twenty booklets: what a department with many projects publishes. */
const largest = (errors: number) =>
  Array.from({ length: 20 }, (_, i) => threeYears(i + 1, errors)).sort((a, b) => b.equations - a.equations)[0]!
console.log('nine tables × three years\tcells\tequations\tms (median of 9)\tms (worst)')
for (const errors of [0, 1, 3, 10, 40]) {
  const { cells, equations, list } = largest(errors)
  const times = Array.from({ length: 9 }, () => {
    const start = process.cpuUsage()
    localise(list)
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1000
  }).sort((a, b) => a - b)
  console.log(`${errors} errors a year\t${cells}\t${equations}\t${ms(times[4]!)}\t${ms(times[8]!)}`)
}
