/** Localisation: where the true cell stands among the candidates, by kind of error; and its time. */
import { ACCOUNT_INJECTIONS } from '../test/localise/inject-accounts.ts'
import { type Located, measureLocalisation } from '../test/localise/measure.ts'
import { machine } from './_support/measure.ts'

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
