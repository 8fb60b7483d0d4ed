/** False alarms and detection on generated forms (npm run bench detection [errors per kind] [true forms]). */
import { detectAll, falseAlarms } from '../test/support/detect.ts'
import { printTable } from './_support/measure.ts'

const [perKind = 500, trueForms = 3000] = process.argv.slice(2).map(Number)

const alarms = falseAlarms(trueForms, 500_000)
for (const { seed, finding } of alarms.slice(0, 20))
  console.log(`seed ${seed}: ${finding.code} ${finding.at.field} ${finding.message}`)
console.log(`\n${trueForms} true forms: ${alarms.length} findings above info`)

/** Wilson's 95 % interval for a share. */
const wilson = (found: number, n: number): string => {
  const z = 1.96
  const p = found / n
  const middle = (p + (z * z) / (2 * n)) / (1 + (z * z) / n)
  const half = (z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))) / (1 + (z * z) / n)
  return `${(100 * Math.max(0, middle - half)).toFixed(2)}–${(100 * Math.min(1, middle + half)).toFixed(2)} %`
}

const detections = detectAll(perKind, 1)
printTable(
  'Injected errors, one at a time',
  ['kind', 'injected', 'inside rounding (undetectable)', 'found / visible', 'share', '95 % interval'],
  detections.map(({ kind, injected, undetectable, found }) => {
    const visible = injected - undetectable
    return [
      kind,
      String(injected),
      String(undetectable),
      `${found} / ${visible}`,
      `${((100 * found) / Math.max(1, visible)).toFixed(2)} %`,
      visible > 0 ? wilson(found, visible) : '—',
    ]
  }),
)
for (const { kind, missed } of detections)
  for (const line of missed.slice(0, 5)) console.log(`missed, ${kind}: ${line}`)
