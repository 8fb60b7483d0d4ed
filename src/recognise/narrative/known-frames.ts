/** The subjects that a paragraph has named so far, and which of them a later clause goes back to. */
import type { Subject } from '../../domain/narrative.ts'
import { type Drafts, isSameKind } from './drafts.ts'
import { type Frame, figureOf, isJoint, isSameSubject } from './frames.ts'
import type { FoundNumber } from './numbers.ts'

/** Subjects that a paragraph goes back to; each number looks through them. */
const MOST_FRAMES = 100

export class KnownFrames {
  readonly #out: Drafts
  readonly #year: number
  readonly #all: Frame[] = []

  constructor(out: Drafts, year: number) {
    this.#out = out
    this.#year = year
  }

  get all(): readonly Frame[] {
    return this.#all
  }

  add(subject: Subject): Frame {
    const frame: Frame = { subject, values: new Map(), last: undefined }
    this.#all.push(frame)
    if (this.#all.length > MOST_FRAMES) this.#all.shift()
    return frame
  }

  yearOf(frame: Frame): number | undefined {
    return frame.last === undefined ? undefined : this.#out.statements[frame.last]!.year
  }

  find(name: string): Frame | undefined {
    if (name === '') return undefined
    const named = this.#all.filter((frame) => isSameSubject(frame.subject.name, name)).reverse()
    return named.find((frame) => this.yearOf(frame) === this.#year) ?? named[0] ?? this.#joint(name)
  }

  /** 收入总计N万元、支出总计N万元。…收、支总计各增加: either of the two, when both are the same amount. */
  #joint(name: string): Frame | undefined {
    if (!isJoint(name)) return undefined
    const totals = this.#all.filter(
      (frame) => /(?:收入|支出|收支|支)(?:决算)?总/u.test(frame.subject.name) && figureOf(frame) !== undefined,
    )
    const values = new Set(totals.map((frame) => this.#out.found[figureOf(frame)!]!.printed.replaceAll(',', '')))
    return values.size === 1 ? totals[0] : undefined
  }

  /** Money is compared with money: behind 保有量0辆 a change of 2.5万元 is that of the cost named before. */
  comparable(found: FoundNumber, current: Frame | undefined): Frame | undefined {
    const isAlike = (frame: Frame | undefined): boolean => {
      const figure = figureOf(frame)
      return figure !== undefined && isSameKind(this.#out.found[figure]!, found)
    }
    if (found.kind === 'percent' || !current || isAlike(current) || figureOf(current) === undefined) return current
    return [...this.#all].reverse().find(isAlike)
  }
}
