/** The prose of two documents: of versions the paragraphs, number by number; of years the figures of the same subject. */
import type { ComparisonMode, RecordChange, ValueChange } from '../../domain/document-comparison.ts'
import { isQuantity, type Narrative, type NumberMention, type Statement } from '../../domain/narrative.ts'
import { digitsRemoved, similarity, textKey } from '../../kernel/normalize.ts'
import { keyOf, Occurrences } from './compared-record.ts'
import { match } from './match.ts'
import { differenceOf, isSameValue, type Measured } from './values.ts'

interface OwnParagraph {
  readonly index: number
  readonly text: string
  readonly keys: readonly string[]
}

/** Half of the wording kept: the paragraph was reworded, not replaced. */
const REWORDED = 0.5

/** （2021年度） under the title of a form. */
const YEAR_LINE = /^[(（]?\d{4}年度?[)）]?$/

/** The line over a form tells of the form; that one came or went is said of the form itself. */
const paragraphsOf = ({ paragraphs }: Narrative, titles: ReadonlySet<string>): readonly OwnParagraph[] => {
  const seen = new Occurrences()
  return paragraphs.flatMap(({ text }, index) => {
    const key = textKey(text)
    if (titles.has(key) || YEAR_LINE.test(key)) return []
    return [{ index, text, keys: [seen.of(key), seen.of(`skeleton|${digitsRemoved(text)}`)] }]
  })
}

const quantitiesIn = ({ numbers }: Narrative, paragraph: number): readonly NumberMention[] =>
  numbers.filter((one) => one.paragraph === paragraph)

const shown = ({ printed, unit }: NumberMention): string => printed + unit

const measured = (mention: NumberMention): Measured => ({
  printed: shown(mention),
  power: undefined,
  unit: '',
  isBlankZero: false,
})

/** Numbers of the prose carry their unit; those that no table knows (人次, 辆) are compared as they stand. */
const measuredAs = ({ printed, power, unit, kind }: NumberMention): Measured => ({
  printed: kind === 'percent' ? `${printed}%` : printed,
  power,
  unit: kind === 'percent' ? '' : unit,
  isBlankZero: false,
})

const headingOf = ({ paragraphs, sections }: Narrative, paragraph: number): string => {
  const section = paragraphs[paragraph]?.section
  return section === undefined ? '' : (sections[section]?.title ?? '')
}

const numberChange = (
  narrative: Narrative,
  before: NumberMention,
  after: NumberMention,
  name: string,
): ValueChange[] => {
  if (shown(before) === shown(after) || isSameValue(measured(before), measured(after))) return []
  return [
    {
      field: `paragraphs[${after.paragraph}]`,
      row: headingOf(narrative, after.paragraph),
      column: name,
      before: { printed: shown(before), at: before.at },
      after: { printed: shown(after), at: after.at },
      ...differenceOf(measuredAs(before), measuredAs(after)),
    },
  ]
}

const subjectOf = ({ statements }: Narrative, { statement }: NumberMention): string =>
  statement === undefined ? '' : (statements[statement]?.subject.name ?? '')

const textChange = (
  narrative: Narrative,
  paragraph: number,
  before: string | undefined,
  after: string | undefined,
): ValueChange => ({
  field: `paragraphs[${paragraph}]`,
  row: headingOf(narrative, paragraph),
  column: '',
  before: before === undefined ? undefined : { printed: before, at: narrative.paragraphs[paragraph]?.at },
  after: after === undefined ? undefined : { printed: after, at: narrative.paragraphs[paragraph]?.at },
  difference: undefined,
  rate: undefined,
  unit: '',
})

const versionChanges = (before: Narrative, after: Narrative, titles: ReadonlySet<string>): readonly ValueChange[] => {
  const sides = [paragraphsOf(before, titles), paragraphsOf(after, titles)] as const
  const { pairs, gone, added } = match(...sides, ({ keys }) => keys, {
    of: (a, b) => similarity(a.text, b.text),
    least: REWORDED,
  })
  const changed = pairs.flatMap(([a, b]): ValueChange[] => {
    if (textKey(a.text) === textKey(b.text)) return []
    const [old, now] = [quantitiesIn(before, a.index), quantitiesIn(after, b.index)]
    const isNumbersOnly = digitsRemoved(a.text) === digitsRemoved(b.text) && old.length === now.length
    if (!isNumbersOnly) return [textChange(after, b.index, a.text, b.text)]
    const numbers = now.flatMap((mention, i) => numberChange(after, old[i]!, mention, subjectOf(after, mention)))
    return numbers.length > 0 ? numbers : [textChange(after, b.index, a.text, b.text)]
  })
  return [
    ...changed,
    ...added.map(({ index, text }) => textChange(after, index, undefined, text)),
    ...gone.map(({ index, text }) => textChange(before, index, text, undefined)),
  ]
}

interface Figure {
  readonly statement: Statement
  readonly mention: NumberMention
  readonly keys: readonly string[]
}

/** What is said of the document's own year: 收入总计, not 上年收入总计. Said twice, it counts once. */
const figuresOf = (narrative: Narrative): readonly Figure[] => {
  const byKey = new Map<string, Figure>()
  for (const statement of narrative.statements) {
    const mention = narrative.numbers[statement.number]!
    const isOwn = statement.year === narrative.year || statement.year === 0
    if (!isOwn || statement.role !== 'value' || !isQuantity(mention) || mention.kind === 'bare') continue
    const { name, level } = statement.subject
    const kind = mention.kind === 'amount' ? 'amount' : mention.unit
    const key = `${keyOf(name)}|${level ?? ''}|${statement.measure}|${kind}`
    if (name !== '' && !byKey.has(key)) byKey.set(key, { statement, mention, keys: [key] })
  }
  return [...byKey.values()]
}

const yearChanges = (before: Narrative, after: Narrative): readonly ValueChange[] =>
  match(figuresOf(before), figuresOf(after), ({ keys }) => keys).pairs.flatMap(([a, b]) =>
    numberChange(after, a.mention, b.mention, b.statement.subject.name),
  )

/** `titles`: keys of the titles of all other records. */
export const compareNarratives = (
  before: Narrative,
  after: Narrative,
  mode: ComparisonMode,
  titles: ReadonlySet<string>,
): RecordChange => {
  const changes = mode === 'version' ? versionChanges(before, after, titles) : yearChanges(before, after)
  return { kind: 'text', state: changes.length > 0 ? 'changed' : 'same', name: '', before: 0, after: 0, changes }
}
