/** The lists of parts that a sentence has opened and not closed yet: 其中：人员经费A万元、…. */
import { narrativeWords } from '../../law/narrative.ts'
import type { Drafts } from './drafts.ts'
import type { OpenSum } from './frames.ts'
import { subjectOf } from './lead.ts'

const WITHOUT_END = /(?:支出|决算数?|金额)+$/u

/** Parts that a known set cannot do without and that are not among `parts` yet; none when it is no such set so far. */
export const missingParts = (total: string, parts: readonly string[]): readonly RegExp[] =>
  narrativeWords().partitions.flatMap((partition) => {
    const missing = partition.required.filter((one) => !parts.some((name) => one.test(name)))
    return partition.total.test(total) && missing.length < partition.required.length ? missing : []
  })

export class OpenSums {
  readonly #out: Drafts
  readonly #open: OpenSum[] = []

  constructor(out: Drafts) {
    this.#out = out
  }

  get length(): number {
    return this.#open.length
  }

  get top(): OpenSum | undefined {
    return this.#open.at(-1)
  }

  push(sum: OpenSum): void {
    this.#open.push(sum)
  }

  pop(): void {
    const sum = this.#open.pop()
    if (sum) this.#keep(sum)
  }

  close(): void {
    for (const sum of this.#open) this.#keep(sum)
    this.#open.length = 0
  }

  #keep({ total, opener, parts }: OpenSum): void {
    if (parts.length > 0) this.#out.sums.push({ kind: 'sum', total, opener, parts })
  }

  /** 其中：人员经费A万元，…。公用经费B万元: the sentence brings a part that the known set cannot do without. */
  lacksWhatBegins(sentence: string): boolean {
    const sum = this.top
    if (!sum) return false
    const nameOf = (index: number): string => this.#out.statements[index]!.subject.name
    const { name } = subjectOf(/^[^\d，。；:]{2,30}/u.exec(sentence)?.[0] ?? '')
    const missing = missingParts(nameOf(sum.total), sum.parts.map(nameOf))
    return missing.some((part) => part.test(name) || part.test(name.replace(WITHOUT_END, '')))
  }
}
