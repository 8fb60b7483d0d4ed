/** False alarms and detection on generated booklets of tables (npm run bench accounts-detection [errors per kind] [true booklets]). */
import { accountAlarms, detectAccounts } from '../test/support/detect-accounts.ts'
import { printTable } from './_support/measure.ts'

const [perKind = 300, booklets = 600] = process.argv.slice(2).map(Number)

const alarms = accountAlarms(booklets, 500_000)
for (const { seed, year, finding } of alarms.slice(0, 20))
  console.log(`seed ${seed} ${year}: ${finding.code} ${finding.at.table} ${finding.message}`)
console.log(`\n${booklets} true booklets: ${alarms.length} findings above info`)

/** Wilson's 95 % interval for a share. */
const wilson = (found: number, n: number): string => {
  const z = 1.96
  const p = found / n
  const middle = (p + (z * z) / (2 * n)) / (1 + (z * z) / n)
  const half = (z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))) / (1 + (z * z) / n)
  return `${(100 * Math.max(0, middle - half)).toFixed(2)}–${(100 * Math.min(1, middle + half)).toFixed(2)} %`
}

const detections = detectAccounts(perKind, 1)
printTable(
  'Injected errors in tables, one at a time',
  [
    'kind',
    'injected',
    'no sum fails (found all the same)',
    'looks cut (info)',
    'found / visible',
    'share',
    '95 % interval',
  ],
  detections.map(({ kind, injected, hidden, cut, found, foundBeyond }) => {
    const visible = injected - hidden - cut
    return [
      kind,
      String(injected),
      `${hidden} (${foundBeyond})`,
      String(cut),
      `${found} / ${visible}`,
      `${((100 * found) / Math.max(1, visible)).toFixed(2)} %`,
      visible > 0 ? wilson(found, visible) : '—',
    ]
  }),
)
for (const { kind, missed } of detections)
  for (const line of missed.slice(0, 5)) console.log(`missed, ${kind}: ${line}`)
