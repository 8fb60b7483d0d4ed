/** Fair timing: the contenders take turns in one process, the median of the rounds counts, the ratio is taken round by round. */
import { cpus, totalmem } from 'node:os'

export interface Timing {
  readonly name: string
  /** Milliseconds. */
  readonly median: number
  readonly best: number
}

const middle = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]!
}

export type Contender = readonly [name: string, run: () => unknown]

/** Rounds of A B A B … after three warm-up rounds, by which the engine has compiled both. The ratio is first ÷ second, the median over the rounds. */
export const compare = async (
  contenders: readonly [Contender, Contender],
  rounds = 15,
): Promise<{ readonly timings: readonly [Timing, Timing]; readonly ratio: number }> => {
  const times: [number[], number[]] = [[], []]
  for (let round = -3; round < rounds; round++)
    for (const [i, [, run]] of contenders.entries()) {
      const start = performance.now()
      await run()
      if (round >= 0) times[i as 0 | 1].push(performance.now() - start)
    }
  const timing = (i: 0 | 1): Timing => ({
    name: contenders[i][0],
    median: middle(times[i]),
    best: Math.min(...times[i]),
  })
  const ratio = middle(times[0].map((time, i) => time / times[1][i]!))
  return { timings: [timing(0), timing(1)], ratio }
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
