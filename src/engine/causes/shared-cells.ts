/**
 * Findings that use one and the same printed cell: whoever corrects it has to look at all of them together. The cell from
 * which the others are computed stands for the group, not what was computed from it.
 */
import { type Finding, isAtLeast, type ProofInput } from '../../domain/finding.ts'
import type { Position } from '../../domain/source-document.ts'
import type { CauseDraft } from './cause.ts'

/** A sum of many cells says of none of them that it is wrong. */
const MOST_INPUTS = 5

interface Use {
  readonly index: number
  readonly input: ProofInput
  /** The finding stands at this cell: it was computed from the others. */
  readonly isResult: boolean
}

/** 37.24, 554人次, 2020年12月: a long text that two findings quote is not one thing to correct. */
const isFigure = (printed: string): boolean => printed.length <= LONGEST_FIGURE && /\d/.test(printed)
const LONGEST_FIGURE = 24

class PlaceKeys {
  readonly #ids = new Map<Position, number>()

  /** Several cells of a broken line have one position: text and field tell them apart. */
  of({ at }: Finding, { position, printed, field }: ProofInput): string | undefined {
    if (!isFigure(printed) || (!position && field === undefined)) return undefined
    if (!position) return `${at.file ?? ''}|${at.form ?? ''}|${at.table ?? ''}|${field}`
    let id = this.#ids.get(position)
    if (id === undefined) this.#ids.set(position, (id = this.#ids.size))
    return `${id}|${printed}|${field ?? ''}`
  }
}

const usesOf = (findings: readonly Finding[], taken: ReadonlySet<number>): ReadonlyMap<string, readonly Use[]> => {
  const keys = new PlaceKeys()
  const uses = new Map<string, Use[]>()
  findings.forEach((finding, index) => {
    if (taken.has(index) || finding.verdict !== 'outside' || !isAtLeast(finding.severity, 'warning')) return
    const placed = (finding.proof?.inputs ?? []).filter(({ position, field }) => position || field !== undefined)
    if (placed.length > MOST_INPUTS) return
    const seen = new Set<string>()
    for (const input of placed) {
      const key = keys.of(finding, input)
      if (key === undefined || seen.has(key)) continue
      seen.add(key)
      const isResult = input.field !== undefined && input.field === finding.at.field
      const own = uses.get(key)
      if (own) own.push({ index, input, isResult })
      else uses.set(key, [{ index, input, isResult }])
    }
  })
  return uses
}

const results = (uses: readonly Use[]): number => uses.filter(({ isResult }) => isResult).length

const groupOf = (findings: readonly Finding[], uses: readonly Use[]): CauseDraft => {
  const own = uses.map(({ index }) => findings[index]!)
  const { input } = uses[0]!
  const { at } = own[0]!
  const files = new Set(own.flatMap(({ at: { file } }) => file ?? []))
  const codes = [...new Set(own.map(({ code }) => code))].join('、')
  const name = /[“”]/.test(input.name) || input.name === '' ? input.name : `“${input.name}”`
  const { file, form, table, evaluation, section, row } = at
  return {
    kind: files.size > 0 ? 'same-amount' : 'same-cell',
    title: `${own.length}个问题都用到${name}（印为${input.printed}），请先核对这一处：${codes}`,
    titleEn: `${own.length} findings use one printed figure (${input.printed}): ${codes.replaceAll('、', ', ')}`,
    main: {
      ...(file === undefined ? {} : { file }),
      ...(form === undefined ? {} : { form }),
      ...(evaluation === undefined ? {} : { evaluation }),
      ...(table === undefined ? {} : { table }),
      ...(input.field === undefined ? {} : { field: input.field }),
      ...(input.field === undefined && section !== undefined ? { section } : {}),
      ...(row === undefined || input.field !== at.field ? {} : { row }),
    },
    ...(input.position ? { position: input.position } : {}),
    findings: uses.map(({ index }) => index),
    candidates: [],
  }
}

/**
 * Groups of at least two findings; each finding is in one of them at most. More findings first; among equals the cell that
 * others are computed from; then the order of the document.
 */
export const sharedCells = (findings: readonly Finding[], taken: ReadonlySet<number>): readonly CauseDraft[] => {
  const bySize = new Map<number, (readonly Use[])[]>()
  const put = (uses: readonly Use[]): void => {
    if (uses.length < 2) return
    const own = bySize.get(uses.length)
    if (own) own.push(uses)
    else bySize.set(uses.length, [uses])
  }
  for (const uses of usesOf(findings, taken).values()) put(uses)
  const used = new Set<number>()
  const drafts: CauseDraft[] = []
  for (let size = Math.max(0, ...bySize.keys()); size > 1; size--)
    for (const uses of (bySize.get(size) ?? []).sort((a, b) => results(a) - results(b) || a[0]!.index - b[0]!.index)) {
      const rest = uses.filter(({ index }) => !used.has(index))
      // What has lost a finding to a larger group waits for its own size.
      if (rest.length < size) {
        put(rest)
        continue
      }
      drafts.push(groupOf(findings, rest))
      for (const { index } of rest) used.add(index)
    }
  return drafts
}
