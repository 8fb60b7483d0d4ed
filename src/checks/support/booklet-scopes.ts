/** XD-014: 7省90县 in one place, 7个省区、89个贫困县 in another. */
import type { Position } from '../../domain/source-document.ts'
import type { BookletContext, Report } from '../../engine/check.ts'

const SCOPE = /(?<!\d)(\d{1,3})个?省(?:区|份|市)*[、,，和]?(\d{1,4})个?([^\d、,，。;；]{0,8}?)县/gu

interface Scope {
  readonly provinces: string
  readonly counties: string
  readonly printed: string
  readonly at: Position | undefined
}

const bare = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '')

const scopesIn = (text: string, at: Position | undefined): readonly Scope[] =>
  [...bare(text).matchAll(SCOPE)].map(([printed, provinces, counties]) => ({
    provinces: provinces!,
    counties: counties!,
    printed,
    at,
  }))

/** The rarer number is reported; of two that are equally frequent the one that stands first. */
export const reportScopes = ({ narrative, forms }: BookletContext, report: Report): void => {
  if (!narrative) return
  const inText = narrative.paragraphs.flatMap(({ text, at }) => scopesIn(text, at))
  const inForms = forms.flatMap(({ record: { goalExpected, goalActual } }) =>
    [goalExpected, goalActual].flatMap((cell) => (cell ? scopesIn(cell.printed, undefined) : [])),
  )
  const all = [...inText, ...inForms]
  for (const provinces of new Set(inText.map((scope) => scope.provinces))) {
    const own = all.filter((scope) => scope.provinces === provinces)
    const counts = new Map<string, number>()
    for (const { counties } of own) counts.set(counties, (counts.get(counties) ?? 0) + 1)
    if (counts.size < 2) continue
    const rarest = [...counts].reduce((a, b) => (b[1] < a[1] ? b : a))[0]
    const scope = inText.find((one) => one.provinces === provinces && one.counties === rarest)
    const other = own.find(({ counties }) => counties !== rarest)
    if (!scope || !other) continue
    report({
      section: 'narrative',
      ...(scope.at ? { position: scope.at } : {}),
      severity: 'warning',
      verdict: 'undecided',
      printed: scope.printed,
      expected: other.printed,
      message: `同一范围在正文一处写作“${scope.printed}”，另一处写作“${other.printed}”`,
      messageEn: `One place says ${scope.counties} counties, another ${other.counties}.`,
    })
  }
}
