/** Headings of the prose and the titles that stand in front of a list item: 2.公务接待费。 */
import type { NarrativeSection } from '../../domain/narrative.ts'
import { type Enumerator, enumeratorOf } from './headings.ts'
import { headingSubject } from './lexicon.ts'
import { findNumbers } from './numbers.ts'
import type { ProseParagraph } from './paragraphs.ts'

export interface Outline {
  readonly sections: readonly NarrativeSection[]
  readonly paragraphs: readonly OutlinedParagraph[]
}

export interface OutlinedParagraph {
  readonly paragraph: ProseParagraph
  readonly enumerator: Enumerator | undefined
  readonly isHeading: boolean
  /** Index of the section it stands in; a heading stands in its own. */
  readonly section: number | undefined
  /** Behind enumerator and inline title. */
  readonly bodyStart: number
  /** Subject by its own title, else by the headings above. */
  readonly subject: string
}

const LONGEST_HEADING = 48
const LONGEST_TITLE = 26
/** …支出(类)…(款)…(项): the whole path of a classified item is its title. */
const LONGEST_CLASSIFIED = 80
const CLASSIFIED = /^[^，。；:]*\((?:类|款|项)\)[。:]/u

const hasQuantity = (text: string, headLength: number): boolean =>
  findNumbers(text, headLength).some(({ kind }) => ['amount', 'percent', 'points', 'count', 'bare'].includes(kind))

const isHeading = ({ key }: ProseParagraph, enumerator: Enumerator | undefined): boolean => {
  if (!enumerator || key.length > LONGEST_HEADING) return false
  const body = key.slice(enumerator.length).replace(/[。：:；]$/, '')
  return body !== '' && !/[。；]/.test(body) && !hasQuantity(key, enumerator.length)
}

/** 1.因公出国(境)费用。 in front of the text: the length of the title with its stop. */
const inlineTitle = (key: string, from: number): number => {
  const ahead = key.slice(from, from + LONGEST_CLASSIFIED)
  const title = CLASSIFIED.exec(ahead) ?? /^[^，。；:]{2,26}[。:]/u.exec(ahead.slice(0, LONGEST_TITLE + 1))
  if (!title || hasQuantity(title[0], 0)) return 0
  return title[0].length
}

export const outline = (paragraphs: readonly ProseParagraph[]): Outline => {
  const sections: NarrativeSection[] = []
  const open: number[] = []
  // 1、产出数量得分：9分（满分9分） is no heading, and yet the paragraphs below speak of it.
  let minor = ''
  const out = paragraphs.map((paragraph): OutlinedParagraph => {
    const { key } = paragraph
    const enumerator = enumeratorOf(key)
    const length = enumerator?.length ?? 0
    if (isHeading(paragraph, enumerator)) {
      while (open.length > 0 && sections[open.at(-1)!]!.level >= enumerator!.level) open.pop()
      const index = sections.length
      const title = paragraph.text.slice(length)
      sections.push({
        index,
        level: enumerator!.level,
        number: enumerator!.number,
        title,
        at: paragraph.at,
        parent: open.at(-1),
      })
      open.push(index)
      minor = ''
      return {
        paragraph,
        enumerator,
        isHeading: true,
        section: index,
        bodyStart: key.length,
        subject: headingSubject(key.slice(length)),
      }
    }
    const titleLength = enumerator ? inlineTitle(key, length) : 0
    const own = titleLength > 0 ? headingSubject(key.slice(length, length + titleLength)) : ''
    if (enumerator) minor = key.length <= LONGEST_TITLE + 4 && !/。./.test(key) ? own.replace(/得分$/, '') : ''
    return {
      paragraph,
      enumerator,
      isHeading: false,
      section: open.at(-1),
      bodyStart: length + titleLength,
      subject: own || minor || subjectAbove(sections, open),
    }
  })
  return { sections, paragraphs: out }
}

/** The deepest heading that names something. */
const subjectAbove = (sections: readonly NarrativeSection[], open: readonly number[]): string => {
  for (let i = open.length - 1; i >= 0; i--) {
    const subject = headingSubject(
      sections[open[i]!]!.title.replaceAll('（', '(').replaceAll('）', ')').replace(/，.*$/u, ''),
    )
    if (subject !== '') return subject
  }
  return ''
}
