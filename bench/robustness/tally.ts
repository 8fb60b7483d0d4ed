/** Counts what became of the files, by format. */
import { machine, printTable } from '../_support/measure.ts'
import { FORMATS, type Format } from './seeds.ts'
import type { Report } from './worker.ts'

const MOST_MIB = 1024
const MOST_MILLISECONDS = 10_000

interface Row {
  files: number
  withForms: number
  withoutForms: number
  refused: Map<string, number>
  defects: number
  hangs: number
  crashes: number
  overMemory: number
  times: number[]
  peak: number
}

export interface Tally {
  add(report: Report, isAlone: boolean): void
  lose(index: number, why: 'hang' | 'crash', isAlone: boolean): void
  /** Files to be read again alone. */
  doubtful(): readonly number[]
  bad(): readonly number[]
  readonly rows: ReadonlyMap<Format, Row>
  /** The slowest and the hungriest files, for a look at why. */
  readonly extremes: () => readonly Report[]
  readonly defects: ReadonlyMap<string, readonly Report[]>
  readonly lost: ReadonlyMap<number, string>
}

const newRow = (): Row => ({
  files: 0,
  withForms: 0,
  withoutForms: 0,
  refused: new Map(),
  defects: 0,
  hangs: 0,
  crashes: 0,
  overMemory: 0,
  times: [],
  peak: 0,
})

const isOver = ({ peak, milliseconds }: Report): boolean => peak > MOST_MIB || milliseconds > MOST_MILLISECONDS

export function newTally(): Tally {
  const rows = new Map<Format, Row>(FORMATS.map((format) => [format, newRow()]))
  const defects = new Map<string, Report[]>()
  const lost = new Map<number, string>()
  const again = new Set<number>()
  let extremes: Report[] = []
  return {
    rows,
    extremes: () => extremes,
    defects,
    lost,
    doubtful: () => [...again],
    bad: () => [...lost.keys(), ...[...defects.values()].flat().map((report) => report.index)],
    lose(index, why, isAlone) {
      if (!isAlone) return void again.add(index)
      const row = rows.get(FORMATS[index % FORMATS.length]!)!
      row.files += 1
      if (why === 'hang') row.hangs += 1
      else row.crashes += 1
      lost.set(index, why)
    },
    add(report, isAlone) {
      if (isOver(report) && !isAlone) return void again.add(report.index)
      count(rows.get(FORMATS[report.index % FORMATS.length]!)!, report)
      extremes = mostExtreme([...extremes, report])
      if (report.peak > MOST_MIB) lost.set(report.index, `memory ${Math.round(report.peak)} MiB`)
      if (report.milliseconds > MOST_MILLISECONDS)
        lost.set(
          report.index,
          `time ${Math.round(report.milliseconds)} ms (${Math.round(report.elapsed)} by the clock)`,
        )
      if (report.kind !== 'defect') return
      const key = report.detail.slice(0, 400)
      defects.set(key, [...(defects.get(key) ?? []), report])
    },
  }
}

const MOST_SHOWN = 8

function mostExtreme(reports: readonly Report[]): Report[] {
  const slowest = [...reports].sort((a, b) => b.milliseconds - a.milliseconds).slice(0, MOST_SHOWN)
  const hungriest = [...reports].sort((a, b) => b.peak - a.peak).slice(0, MOST_SHOWN)
  return [...new Set([...slowest, ...hungriest])]
}

function count(row: Row, report: Report): void {
  row.files += 1
  row.times.push(report.milliseconds)
  row.peak = Math.max(row.peak, report.peak)
  if (report.peak > MOST_MIB) row.overMemory += 1
  if (report.milliseconds > MOST_MILLISECONDS) row.hangs += 1
  if (report.kind === 'defect') row.defects += 1
  else if (report.kind === 'refused') row.refused.set(report.detail, (row.refused.get(report.detail) ?? 0) + 1)
  else if (report.forms > 0) row.withForms += 1
  else row.withoutForms += 1
}

const quantile = (times: readonly number[], share: number): string => {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted.length === 0 ? '–' : sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!.toFixed(0)
}

const HEADER =
  'format,files,read: forms,read: no form,refused with message,throws,hang > 10 s,crash,> 1 GiB,median ms,99.9 % ms,slowest ms,peak MiB'

export function printTally(tally: Tally, files: number, seconds: number): void {
  console.log(machine())
  const cells = (name: string, row: Row): string[] => {
    const refused = [...row.refused.values()].reduce((sum, each) => sum + each, 0)
    const counts = [
      row.files,
      row.withForms,
      row.withoutForms,
      refused,
      row.defects,
      row.hangs,
      row.crashes,
      row.overMemory,
    ]
    const times = [0.5, 0.999, 1].map((share) => quantile(row.times, share))
    return [name, ...counts.map(String), ...times, row.peak.toFixed(0)]
  }
  const all = newRow()
  for (const row of tally.rows.values()) merge(all, row)
  const rows = [...tally.rows].map(([format, row]) => cells(`.${format}`, row))
  printTable(`${files} mutated files, ${Math.round(seconds)} s; ms are processor time`, HEADER.split(','), [
    ...rows,
    cells('all', all),
  ])
  const codes = [...all.refused].sort((a, b) => b[1] - a[1])
  printTable(
    'Messages',
    ['code', 'files'],
    codes.map(([code, times]) => [code, String(times)]),
  )
  printTable(
    'Slowest and largest',
    ['file', 'seed', 'mutations', 'KiB', 'ms', 'stages', 'peak MiB', 'outcome'],
    tally.extremes().map((report) => extremeCells(report)),
  )
  for (const [index, why] of tally.lost) console.log(`\nfile ${index}: ${why}`)
  for (const [key, reports] of tally.defects) {
    console.log(
      `\ndefect ×${reports.length}, first file ${reports[0]!.index} (${reports[0]!.seed}; ${reports[0]!.mutations.join(', ')})\n  ${key}`,
    )
  }
}

function extremeCells({
  index,
  seed,
  mutations,
  size,
  milliseconds,
  stages,
  peak,
  kind,
  detail,
  forms,
}: Report): string[] {
  const laps = stages.map((time) => time.toFixed(0)).join(' / ')
  const outcome = kind === 'read' ? `${forms} forms` : detail
  return [
    String(index),
    seed,
    mutations.join(', '),
    (size / 1024).toFixed(0),
    milliseconds.toFixed(0),
    laps,
    peak.toFixed(0),
    outcome,
  ]
}

function merge(into: Row, row: Row): void {
  into.files += row.files
  into.withForms += row.withForms
  into.withoutForms += row.withoutForms
  into.defects += row.defects
  into.hangs += row.hangs
  into.crashes += row.crashes
  into.overMemory += row.overMemory
  into.times.push(...row.times)
  into.peak = Math.max(into.peak, row.peak)
  for (const [code, times] of row.refused) into.refused.set(code, (into.refused.get(code) ?? 0) + times)
}
