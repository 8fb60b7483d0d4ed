/**
 * False alarms and detection on generated booklets of two years (npm run bench booklet-detection [errors per kind] [true pairs]).
 * True: tables, prose and forms of one ledger. Errors: one at a time, in the later year; found alone or beside the year before.
 */
import { bookletAlarms, detectCarried, detectInBooklets } from '../test/support/detect-booklet.ts'
import { BOOKLET_INJECTIONS } from '../test/support/inject-booklet.ts'
import { printTable } from './_support/measure.ts'

const [perKind = 60, truePairs = 150] = process.argv.slice(2).map(Number)

const alarms = bookletAlarms(truePairs, 1)
for (const { seed, file, finding } of alarms.slice(0, 20))
  console.log(`seed ${seed} ${file}: ${finding.code} ${finding.message}`)
console.log(`\n${2 * truePairs} true booklets: ${alarms.length} findings above info`)

/** Wilson's 95 % interval for a share. */
const wilson = (found: number, n: number): string => {
  const z = 1.96
  const share = found / n
  const middle = (share + (z * z) / (2 * n)) / (1 + (z * z) / n)
  const half = (z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))) / (1 + (z * z) / n)
  return `${(100 * Math.max(0, middle - half)).toFixed(1)}–${(100 * Math.min(1, middle + half)).toFixed(1)} %`
}

const detections = [
  ...BOOKLET_INJECTIONS.map((kind) => detectInBooklets(kind, perKind, 10_000)),
  detectCarried(perKind, 20_000),
]
printTable(
  'Injected errors, one at a time',
  ['kind', 'injected', 'inside rounding or said once', 'found / visible', 'share', '95 % interval', 'found first by'],
  detections.map(({ kind, injected, undetectable, found, byCode }) => {
    const visible = injected - undetectable
    const codes = [...byCode].sort((a, b) => b[1] - a[1]).slice(0, 4)
    return [
      kind,
      String(injected),
      String(undetectable),
      `${found} / ${visible}`,
      `${((100 * found) / Math.max(1, visible)).toFixed(1)} %`,
      visible > 0 ? wilson(found, visible) : '—',
      codes.map(([code, times]) => `${code} ${times}`).join(', '),
    ]
  }),
)
for (const { kind, missed } of detections)
  for (const line of missed.slice(0, 8)) console.log(`missed, ${kind}: ${line}`)
const [visible, found] = detections.reduce(
  ([all, hits], one) => [all + one.injected - one.undetectable, hits + one.found],
  [0, 0],
)
console.log(`all kinds: ${found} of ${visible} visible errors (${((100 * found!) / visible!).toFixed(2)} %)`)
