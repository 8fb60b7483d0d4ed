/** Labels that a layout may have broken into pieces: which pieces can begin one, go on with one, complete one. */
export interface Trie {
  /** The node after `text`, from `node`; -1 where no label goes on like that. */
  readonly step: (node: number, text: string) => number
  readonly isComplete: (node: number) => boolean
  /** True when some label goes on from here. */
  readonly goesOn: (node: number) => boolean
}

export const ROOT = 0

/** White space and width variants do not tell labels apart. */
export function labelText(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '')
}

export function buildTrie(labels: Iterable<string>): Trie {
  const next: Map<string, number>[] = [new Map()]
  const complete = new Set<number>()
  for (const label of labels) {
    let node = ROOT
    for (const char of labelText(label)) {
      let child = next[node]!.get(char)
      if (child === undefined) {
        child = next.length
        next.push(new Map())
        next[node]!.set(char, child)
      }
      node = child
    }
    complete.add(node)
  }
  const step = (from: number, text: string): number => {
    let node = from
    for (const char of text) {
      const child = next[node]?.get(char)
      if (child === undefined) return -1
      node = child
    }
    return node
  }
  return { step, isComplete: (node) => complete.has(node), goesOn: (node) => (next[node]?.size ?? 0) > 0 }
}
