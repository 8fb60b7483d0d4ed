/** What the checks across documents share: which of them belong together, and how a place in another file is named. */
import type { AcrossDocument } from '../../engine/across.ts'
import type { FindingDraft, Report } from '../../engine/check.ts'
import { type LedgerPlace, placeInput } from '../../engine/ledger/entry.ts'
import { proof } from '../../engine/proof.ts'
import { agrees, expectedFrom, isRounding } from './booklet-ledger.ts'

export const yearOf = ({ narrative, facts }: AcrossDocument): number => narrative?.year || facts.year

export const hasTables = ({ accounts }: AcrossDocument, stage: 'final' | 'budget'): boolean =>
  (accounts?.tables ?? []).some(
    ({ record }) => record.profile !== '' && record.profile.startsWith('budget-') === (stage === 'budget'),
  )

/** Documents of one department; those that name none are compared with nothing. */
export const byDepartment = (documents: readonly AcrossDocument[]): readonly (readonly AcrossDocument[])[] => {
  const groups = new Map<string, AcrossDocument[]>()
  for (const document of documents) {
    const key = document.department
    if (key === '' || yearOf(document) === 0) continue
    groups.set(key, [...(groups.get(key) ?? []), document])
  }
  return [...groups.values()].filter((group) => group.length > 1)
}

export interface YearPair {
  readonly earlier: AcrossDocument
  readonly later: AcrossDocument
}

/** Final accounts of one year and of the year before; a year with two booklets is ambiguous and left out. */
export const yearPairs = (documents: readonly AcrossDocument[]): readonly YearPair[] =>
  byDepartment(documents).flatMap((group) => {
    const booklets = group.filter((one) => !hasTables(one, 'budget') && (hasTables(one, 'final') || one.narrative))
    const ofYear = (year: number): AcrossDocument | undefined => {
      const own = booklets.filter((one) => yearOf(one) === year)
      const withTables = own.filter((one) => hasTables(one, 'final'))
      const best = withTables.length > 0 ? withTables : own
      return best.length === 1 ? best[0] : undefined
    }
    return [...new Set(booklets.map(yearOf))].flatMap((year) => {
      const [earlier, later] = [ofYear(year - 1), ofYear(year)]
      return earlier && later ? [{ earlier, later }] : []
    })
  })

/** Pairs of two different documents of one department and year. */
export const sameYearPairs = (
  documents: readonly AcrossDocument[],
): readonly (readonly [AcrossDocument, AcrossDocument])[] =>
  byDepartment(documents).flatMap((group) =>
    group.flatMap((a, i) => group.slice(i + 1).flatMap((b) => (yearOf(a) === yearOf(b) ? [[a, b] as const] : []))),
  )

/** 2021.docx的公开01表《收入支出决算总表》“年末结转和结余”行. */
export const inFile = (file: string, place: LedgerPlace): LedgerPlace => ({
  ...place,
  name: `${file.replace(/^.*[/\\]/u, '')}的${place.name}`,
})

const ADJUSTED = /年初(?:结转和结余|结转|数)?(?:进行)?(?:了)?调整|调整(?:了)?年初|会计差错更正|收回(?:存量|结余)资金/u

/** The later document says that its opening figures were adjusted. */
export const statesAdjustment = ({ narrative }: AcrossDocument): boolean =>
  (narrative?.paragraphs ?? []).some(({ text }) => ADJUSTED.test(text.normalize('NFKC').replace(/\s+/gu, '')))

export interface Carried {
  readonly name: string
  readonly formula: string
  readonly own: LedgerPlace
  readonly before: LedgerPlace
}

/** Opening of a year against the closing of the year before. */
export const reportCarried = (
  { earlier, later }: YearPair,
  { name, formula, own, before }: Carried,
  report: Report,
): void => {
  if (agrees(own.amount, before.amount)) return
  const isNear = isRounding(own.amount, before.amount)
  const isAdjusted = !isNear && statesAdjustment(later)
  const there = inFile(earlier.file, before)
  const verdict = isNear ? 'rounding-only' : isAdjusted ? 'undecided' : 'outside'
  const expected = expectedFrom(before, own)
  const draft: FindingDraft = {
    file: later.file,
    ...own.address,
    position: own.position,
    severity: isNear || isAdjusted ? 'info' : 'warning',
    verdict,
    printed: own.printed,
    expected,
    message: `${own.name}是${own.printed}，${there.name}是${before.printed}${isNear ? '，相差在舍入范围内' : isAdjusted ? '（正文说年初数有调整）' : ''}`,
    messageEn: `${name}: this year opens with ${own.printed}, last year closed with ${before.printed}.`,
    proof: () =>
      proof({
        formula,
        filledIn: `${own.printed} ≠ ${before.printed}`,
        result: expected,
        verdict,
        inputs: [placeInput(inFile(later.file, own)), placeInput(there)],
      }),
  }
  report(draft)
}
