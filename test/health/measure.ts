/** Measures that health tests take of source text and of the import graph. */

export interface FunctionSize {
  readonly line: number
  readonly lines: number
}

/** A line that opens a function body: an arrow, a function, a method; not a class, an object or a control block. */
const OPENS =
  /(?:=>|\bfunction\b.*\)(?:\s*:\s*.+)?|^\s*(?:static\s+|async\s+|private\s+|get\s+|override\s+)*\*?#?\w+\s*(?:<[^>]*>)?\([^;]*\)(?:\s*:\s*[^={]+)?|^\s*\)(?:\s*:\s*[^={]+)?)\s*\{$/
const CONTROL = /^\s*(?:\}\s*)?(?:if|for|while|switch|do|else|try|catch|finally|class|interface|return\s+\{)\b/

const indentation = (line: string): number => line.length - line.trimStart().length

/** Every function of formatted source with its length in lines, the braces included. */
export const functionSizes = (text: string): readonly FunctionSize[] => {
  const lines = text.split('\n')
  return lines.flatMap((line, i) => {
    if (!OPENS.test(line) || CONTROL.test(line)) return []
    const depth = indentation(line)
    const end = lines.findIndex(
      (other, j) => j > i && indentation(other) === depth && other.trimStart().startsWith('}'),
    )
    return end < 0 ? [] : [{ line: i + 1, lines: end - i + 1 }]
  })
}

/** The first import cycle, as a chain of files. */
export const findCycle = (edges: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined => {
  const done = new Set<string>()
  const walk = (file: string, path: readonly string[]): readonly string[] | undefined => {
    const at = path.indexOf(file)
    if (at >= 0) return [...path.slice(at), file]
    if (done.has(file)) return undefined
    for (const next of edges.get(file) ?? []) {
      const cycle = walk(next, [...path, file])
      if (cycle) return cycle
    }
    done.add(file)
    return undefined
  }
  for (const file of edges.keys()) {
    const cycle = walk(file, [])
    if (cycle) return cycle
  }
  return undefined
}
