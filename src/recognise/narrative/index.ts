/** The prose of a booklet as statements. Never throws, never repairs. */
import type { Narrative, NarrativeParagraph, NumberMention } from '../../domain/narrative.ts'
import type { SourceDocument } from '../../domain/source-document.ts'
import { type Drafts, emptyDrafts, type ParagraphOutput } from './drafts.ts'
import type { Frame, OpenComparison } from './frames.ts'
import { type FoundNumber, findNumbers } from './numbers.ts'
import { missingParts } from './open-sums.ts'
import { type ProseParagraph, positionAt, proseParagraphs, type TakenRange } from './paragraphs.ts'
import {
  type AnnouncedList,
  allRelations,
  comparisonsOf,
  containersOfLists,
  namedRates,
  resolveShares,
  sumsOfLists,
  sumsOfShares,
} from './relations.ts'
import { type OutlinedParagraph, outline } from './sections.ts'
import { readParagraph } from './statements.ts'

const TITLE_YEAR = /((?:19|20)\d{2})年度?[^，。；]{0,16}决算/u
const ANY_YEAR = /((?:19|20)\d{2})年/gu

/** The year that the booklet says it is of, else the one it speaks of most. */
const documentYear = (paragraphs: readonly ProseParagraph[]): number => {
  const counts = new Map<number, number>()
  for (const { key } of paragraphs) {
    const title = TITLE_YEAR.exec(key)
    if (title) return Number(title[1])
    for (const match of key.matchAll(ANY_YEAR)) {
      const year = Number(match[1])
      counts.set(year, (counts.get(year) ?? 0) + 1)
    }
  }
  let [best, most] = [0, 0]
  for (const [year, count] of counts) if (count > most) [best, most] = [year, count]
  return best
}

const mention = (
  found: FoundNumber,
  index: number,
  paragraph: number,
  own: ProseParagraph,
  why: string,
  statement: number | undefined,
): NumberMention => ({
  index,
  printed: found.printed,
  kind: found.kind,
  value: found.value,
  power: found.power,
  unit: found.unit,
  isApproximate: found.isApproximate,
  isBound: found.isBound,
  paragraph,
  start: found.start,
  end: found.end,
  at: positionAt(own, found.start),
  why,
  statement,
})

const ANNOUNCES =
  /(?:其中|构成(?:情况)?(?:为|如下|是)?|按[^，。；\d]{2,12}分(?:类|别)?(?:为|如下)?|以下(?:几个)?方面(?:\([^()]*\))?|如下|具体(?:情况)?(?:为|如下)?)[:。，]?$/u

/** 其中：, 本年收入的具体构成为：: a line that announces and has no figure of its own. */
const SHORT = 24

/** Follows lists over paragraphs: an announcing paragraph, then items until a heading or a sibling of the announcer. */
class Lists {
  readonly all: AnnouncedList[] = []
  #before: { readonly main: Frame | undefined; readonly level: number | undefined } | undefined
  #open: { readonly list: AnnouncedList; readonly level: number | undefined } | undefined

  take({ paragraph, enumerator, isHeading }: OutlinedParagraph, { main, frames }: ParagraphOutput): void {
    const level = enumerator?.level
    if (this.#open && !isItemTitle(paragraph, isHeading)) {
      const isSibling = level !== undefined && this.#open.level !== undefined && level <= this.#open.level
      if (isHeading || isSibling) this.#open = undefined
      else if (main) this.#add(this.#open.list, main, frames)
    }
    // 其中： may stand in a paragraph of its own behind the one that names the total.
    const total = main ?? (paragraph.key.length < SHORT ? this.#before?.main : undefined)
    if (total && ANNOUNCES.test(paragraph.key)) {
      const list = { main: total, items: [] }
      this.all.push(list)
      this.#open = { list, level: main ? level : this.#before?.level }
    }
    this.#before = isHeading ? undefined : { main, level }
  }

  /** Lines that a converter joined: 人员经费A万元，…。公用经费B万元 is one paragraph with two items. */
  #add({ main, items }: AnnouncedList, item: Frame, frames: readonly Frame[]): void {
    items.push(item)
    const names = items.map(({ subject }) => subject.name)
    for (const frame of frames) {
      const { name } = frame.subject
      const isMissing = missingParts(main.subject.name, names).some((part) => part.test(name))
      if (frame === item || !isMissing) continue
      items.push(frame)
      names.push(name)
    }
  }
}

/** 1.因公出国(境)费。 as a paragraph of its own looks like a heading and belongs to the list. */
const isItemTitle = ({ key }: ProseParagraph, isHeading: boolean): boolean => isHeading && /^(?:\d|\(\d)/.test(key)

interface Read {
  readonly numbers: NumberMention[]
  readonly drafts: Drafts
  readonly lists: Lists
}

const readAll = (outlined: readonly OutlinedParagraph[], year: number): Read => {
  const numbers: NumberMention[] = []
  const drafts = emptyDrafts()
  const lists = new Lists()
  let sentence = 0
  let before: { readonly comparison: OpenComparison; readonly section: number | undefined } | undefined
  outlined.forEach((own, index) => {
    const { paragraph, enumerator, section, bodyStart, subject } = own
    const found = findNumbers(paragraph.key, enumerator?.length ?? 0)
    const input = {
      index,
      key: paragraph.key,
      bodyStart,
      numbers: found,
      firstNumber: numbers.length,
      subject,
      section: section ?? -1,
      year,
      sentence,
      before: before?.section === section ? before?.comparison : undefined,
    }
    const output = readParagraph(input, drafts)
    found.forEach((one, i) => {
      numbers.push(mention(one, numbers.length, index, paragraph, output.why[i]!, output.statementOf[i]))
    })
    lists.take(own, output)
    sentence += output.sentences
    before = output.lastComparison && { comparison: output.lastComparison, section }
  })
  return { numbers, drafts, lists }
}

/** A paragraph of nothing but digits is a page number. */
const isFurniture = ({ key }: ProseParagraph): boolean => /^[-—\d\s]+$/.test(key)

/** `taken`: forms and tables, which are read elsewhere. */
export const readNarrative = (source: SourceDocument, taken: readonly TakenRange[]): Narrative => {
  const prose = proseParagraphs(source, taken).filter((paragraph) => !isFurniture(paragraph))
  const { sections, paragraphs } = outline(prose)
  const year = documentYear(prose)
  const { numbers, drafts, lists } = readAll(paragraphs, year)
  const { statements } = drafts
  const known = { statements, numbers }
  const containers = containersOfLists(lists.all)
  const withLists = drafts.shares.map((share) =>
    share.part !== undefined && share.container === undefined && containers.has(share.part)
      ? { ...share, container: containers.get(share.part) }
      : share,
  )
  const shares = resolveShares({ ...drafts, shares: withLists }, known)
  const sums = [...drafts.sums, ...sumsOfLists(lists.all)]
  return {
    year,
    sections,
    paragraphs: paragraphs.map(
      ({ paragraph, section, isHeading }): NarrativeParagraph => ({
        text: paragraph.text,
        at: paragraph.at,
        section,
        isHeading,
      }),
    ),
    numbers,
    statements,
    relations: allRelations(
      comparisonsOf(drafts.comparisons, statements),
      shares,
      drafts.completions,
      sums,
      sumsOfShares(shares, sums, known),
      namedRates(known),
    ),
  }
}
