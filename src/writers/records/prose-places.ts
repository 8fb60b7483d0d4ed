/** Finds the paragraph and the very characters of the prose that a finding speaks of. */
import type { Finding, Proof } from '../../domain/finding.ts'
import { isQuantity, type Narrative, type NumberMention } from '../../domain/narrative.ts'
import type { Position } from '../../domain/source-document.ts'
import { positionKey } from '../position-text.ts'

export interface ProseRange {
  readonly start: number
  /** Exclusive. */
  readonly end: number
}

export interface ProsePlace {
  /** 0-based. */
  readonly paragraph: number
  /** What the finding is about; empty when only the paragraph is known. */
  readonly at: readonly ProseRange[]
  /** Numbers of the same paragraph that its working uses. */
  readonly also: readonly ProseRange[]
}

const compact = (text: string): string => text.replace(/[\s\u3000]+/g, '')

const NOWHERE = positionKey({})

const printedIn = ({ inputs, steps = [] }: Proof): readonly string[] => [
  ...inputs.map(({ printed }) => printed),
  ...steps.flatMap(printedIn),
]

/** 7.23元 of the finding is the mention 7.23 with the unit 元; -3.5% may be printed without its sign. */
const isPrintedAs = ({ printed, unit }: NumberMention, spoken: string): boolean => {
  const own = compact(printed)
  return spoken === own || spoken === own + compact(unit)
}

const add = (map: Map<string, Set<number>>, key: string, paragraph: number): void => {
  const list = map.get(key)
  if (list) list.add(paragraph)
  else map.set(key, new Set([paragraph]))
}

export class ProseFinder {
  readonly #narrative: Narrative
  readonly #mentions = new Map<number, NumberMention[]>()
  /** Documents without lines and pages know their places by being the same object only. */
  readonly #byObject = new Map<Position, Set<number>>()
  readonly #byKey = new Map<string, Set<number>>()

  constructor(narrative: Narrative) {
    this.#narrative = narrative
    for (const [i, { at }] of narrative.paragraphs.entries()) this.#put(at, i)
    for (const mention of narrative.numbers) {
      const list = this.#mentions.get(mention.paragraph)
      if (list) list.push(mention)
      else this.#mentions.set(mention.paragraph, [mention])
      this.#put(mention.at, mention.paragraph)
    }
  }

  #put(at: Position, paragraph: number): void {
    const list = this.#byObject.get(at)
    if (list) list.add(paragraph)
    else this.#byObject.set(at, new Set([paragraph]))
    add(this.#byKey, positionKey(at), paragraph)
  }

  /** Numbers of a paragraph, in its order. */
  mentionsIn(paragraph: number): readonly NumberMention[] {
    return this.#mentions.get(paragraph) ?? []
  }

  #candidates(position: Position | undefined): { readonly list: readonly number[]; readonly isSure: boolean } {
    const own = position && this.#byObject.get(position)
    if (own) return { list: [...own], isSure: true }
    const key = position ? positionKey(position) : NOWHERE
    const same = key === NOWHERE ? undefined : this.#byKey.get(key)
    if (same) return { list: [...same], isSure: true }
    return { list: this.#narrative.paragraphs.map((_, i) => i), isSure: false }
  }

  /** A number that the paragraph prints twice is told by its own line, where lines are known. */
  #ranges(paragraph: number, printed: string, position?: Position): readonly ProseRange[] {
    const spoken = compact(printed)
    if (spoken === '') return []
    const numbers = this.mentionsIn(paragraph).filter((one) => isQuantity(one) && isPrintedAs(one, spoken))
    const key = position === undefined ? NOWHERE : positionKey(position)
    const there = key === NOWHERE ? [] : numbers.filter(({ at }) => positionKey(at) === key)
    const own = there.length > 0 ? there : numbers
    if (own.length > 0) return own.map(({ start, end }) => ({ start, end }))
    const { text } = this.#narrative.paragraphs[paragraph]!
    const start = text.indexOf(spoken)
    return start < 0 ? [] : [{ start, end: start + spoken.length }]
  }

  /** `undefined`: the prose has no such place. */
  find({ printed, position, proof }: Pick<Finding, 'printed' | 'position' | 'proof'>): ProsePlace | undefined {
    const { list, isSure } = this.#candidates(position)
    const others = proof ? printedIn(proof).filter((one) => compact(one) !== compact(printed)) : []
    let best: ProsePlace | undefined
    let bestScore = -1
    for (const paragraph of list) {
      const at = this.#ranges(paragraph, printed, position)
      if (at.length === 0 && !isSure) continue
      const also = others.flatMap((one) => this.#ranges(paragraph, one))
      const score = (at.length > 0 ? 1000 : 0) + also.length
      if (score > bestScore) {
        best = { paragraph, at, also }
        bestScore = score
      }
    }
    return best
  }

  /** 收入决算情况说明: heading of the section that the paragraph stands in; empty when it stands in none. */
  headingOf(paragraph: number): string {
    const own = this.#narrative.paragraphs[paragraph]
    const section = own?.section === undefined ? undefined : this.#narrative.sections[own.section]
    return section?.title ?? ''
  }
}

const finders = new WeakMap<Narrative, ProseFinder>()

/** One finder per prose: every report asks for the places of many findings. */
export const proseFinder = (narrative: Narrative): ProseFinder => {
  const known = finders.get(narrative)
  if (known) return known
  const finder = new ProseFinder(narrative)
  finders.set(narrative, finder)
  return finder
}
