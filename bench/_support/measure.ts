/** Fair timing: the contenders take turns in one process, the median of the rounds counts, the ratio is taken round by round. */
import { cpus, totalmem } from 'node:os'

export interface Timing {
  readonly name: string
  /** Milliseconds by the clock. */
  readonly median: number
  readonly best: number
  /** Milliseconds of processor time of all threads, median of the rounds. */
  readonly cpu: number
}

const middle = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]!
}

/** Processor time of the whole process in milliseconds: other work on the machine does not count. */
export const cpuTime = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

export type Contender = readonly [name: string, run: () => unknown]

export interface Comparison {
  readonly timings: readonly [Timing, Timing]
  /** First ÷ second by the clock, the median over the rounds. On a busy machine whoever sleeps in between fares better. */
  readonly ratio: number
  /** The same in processor time of all threads. */
  readonly cpuRatio: number
}

/** Rounds before the first figure: a reader of many parts is compiled after about ten; slow contenders get fewer. */
const WARM_UP = { most: 12, least: 3, milliseconds: 6000 }

/** Rounds of A B A B …, after so many that the engine has compiled both. */
export const compare = async (contenders: readonly [Contender, Contender], rounds = 15): Promise<Comparison> => {
  const times: [number[], number[]] = [[], []]
  const cpus: [number[], number[]] = [[], []]
  const begin = performance.now()
  for (let round = 0; round < WARM_UP.most; round++) {
    if (round >= WARM_UP.least && performance.now() - begin > WARM_UP.milliseconds) break
    for (const [, run] of contenders) await run()
  }
  for (let round = 0; round < rounds; round++)
    for (const [i, [, run]] of contenders.entries()) {
      const [start, cpuStart] = [performance.now(), cpuTime()]
      await run()
      times[i as 0 | 1].push(performance.now() - start)
      cpus[i as 0 | 1].push(cpuTime() - cpuStart)
    }
  const timing = (i: 0 | 1): Timing => ({
    name: contenders[i][0],
    median: middle(times[i]),
    best: Math.min(...times[i]),
    cpu: middle(cpus[i]),
  })
  const ratioOf = ([first, second]: readonly [number[], number[]]): number =>
    middle(first.map((time, i) => time / second[i]!))
  return { timings: [timing(0), timing(1)], ratio: ratioOf(times), cpuRatio: ratioOf(cpus) }
}

export const timeOf = async (run: () => unknown, rounds = 5): Promise<number> => {
  const times: number[] = []
  for (let round = -1; round < rounds; round++) {
    const start = performance.now()
    await run()
    if (round >= 0) times.push(performance.now() - start)
  }
  return middle(times)
}

export const machine = (): string =>
  `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'CPU'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, ${process.platform} ${process.arch}`

export const ms = (value: number): string => (value < 10 ? value.toFixed(2) : value.toFixed(0))

/** A Markdown table on standard output. */
export const printTable = (title: string, header: readonly string[], rows: readonly (readonly string[])[]): void => {
  console.log(`\n### ${title}\n\n| ${header.join(' | ')} |\n|${header.map(() => '---').join('|')}|`)
  for (const row of rows) console.log(`| ${row.join(' | ')} |`)
}
