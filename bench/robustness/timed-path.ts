/** Recognition and all checks over one document, with the time of each check and of each pattern taken. */
import { checkRead } from '../../src/app/check-file.ts'
import { readSource } from '../../src/app/read-file.ts'
import { allChecks } from '../../src/checks/index.ts'
import type { SourceDocument } from '../../src/domain/source-document.ts'
import type { Check } from '../../src/engine/check.ts'

export interface Clocks {
  readonly slowMilliseconds: number
  readonly checks: readonly Check[]
  /** What took longer than a tenth of the limit since the last call, longest first. */
  readonly taken: () => readonly string[]
}

type Anything = (...args: readonly unknown[]) => unknown

/** The processor's milliseconds of this process. */
const spent = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Puts a clock before every use of a regular expression and around every check. Meant for a process of its own. */
export function startClocks(slowMilliseconds: number): Clocks {
  const times = new Map<string, number>()
  const timed = (name: () => string, work: () => unknown): unknown => {
    const start = performance.now()
    try {
      return work()
    } finally {
      const took = performance.now() - start
      if (took > slowMilliseconds / 20) times.set(name(), (times.get(name()) ?? 0) + took)
    }
  }
  const methods = ['exec', 'test', Symbol.replace, Symbol.match, Symbol.split, Symbol.search] as const
  for (const method of methods) {
    const original = Reflect.get(RegExp.prototype, method) as Anything
    Reflect.set(RegExp.prototype, method, function (this: RegExp, ...args: unknown[]) {
      return timed(
        () => `/${this.source}/${this.flags} ${String(method)}`,
        () => Reflect.apply(original, this, args),
      )
    })
  }
  const withClock = (check: Check): Check => {
    const copy: Record<string, unknown> = { ...check }
    for (const key of ['run', 'runNarrative']) {
      const run = copy[key]
      if (typeof run !== 'function') continue
      copy[key] = (...args: unknown[]) =>
        timed(
          () => `check ${check.id}`,
          () => Reflect.apply(run, undefined, args),
        )
    }
    return copy as unknown as Check
  }
  return {
    slowMilliseconds,
    checks: allChecks.map(withClock),
    taken: () => {
      const found = [...times].sort((a, b) => b[1] - a[1]).map(([name, took]) => `${Math.round(took)} ms ${name}`)
      times.clear()
      return found
    },
  }
}

/** Empty unless the document took longer than the limit. */
export function timedPath(source: SourceDocument, clocks: Clocks): readonly string[] {
  clocks.taken()
  const start = spent()
  const read = readSource(source, source.file)
  const recognised = spent()
  const { unchecked } = checkRead(read, { checks: clocks.checks })
  const checked = spent()
  const defects = unchecked.filter(({ message }) => message.includes('程序内部错误')).map(({ message }) => message)
  const taken = clocks.taken()
  const recognising = recognised - start
  const checking = checked - recognised
  if (recognising + checking < clocks.slowMilliseconds) return defects
  return [`recognise ${Math.round(recognising)} ms, check ${Math.round(checking)} ms`, ...taken, ...defects]
}
