/** Where published tables begin and end in a stream of lines: heading, header, data, notes. */
import type { TableProfile } from '../../law/account-tables.ts'
import { isHeadingText, looksLikeTitle, moneyUnit, tableCode, titleProfile } from './heading.ts'
import type { SourceLine } from './line-source.ts'
import { isStatement, type NoteLine, startsNote } from './notes.ts'
import { addToHeading, emptyHeading, type Heading } from './sections.ts'
import { isAmount, isCode, isColumnLabel, isColumnNumbers, isFigure, isSequence, isTotal, nameOfCode } from './words.ts'

export interface Region {
  readonly heading: Heading
  readonly header: readonly SourceLine[]
  readonly data: readonly SourceLine[]
  readonly notes: readonly NoteLine[]
  /** Amount columns that the line 栏次 counts, all sides together; 0 when there is none. */
  readonly numbered: number
  readonly first: SourceLine
  readonly last: SourceLine
}

const HEADING_LINES = 12
const LONG = 60
const isProse = (line: SourceLine): boolean => /[。，；]/.test(line.key) && line.key.length > 25

interface Anchor {
  /** First line of the heading. */
  readonly from: number
  /** The title, or the number where no title is known. */
  readonly at: number
  readonly profile: TableProfile | undefined
}

/** Unit, number or 栏次 soon below: a title without them stands in a list of contents or in the text. */
const isAnchored = (lines: readonly SourceLine[], at: number, profile: TableProfile | undefined): boolean => {
  for (let i = at + 1; i < Math.min(lines.length, at + HEADING_LINES); i++) {
    const line = lines[i]!
    if (line.isBreak || isProse(line)) return false
    const other = titleProfile(line.key)
    if (other && other !== profile) return false
    if (moneyUnit(line.text) !== '' || tableCode(line.text) !== '' || isColumnNumbers(line.key)) return true
    if (line.words.filter(({ text }) => isColumnLabel(text)).length > 2) return true
  }
  return false
}

const titleAt = (line: SourceLine): TableProfile | undefined =>
  line.key.length <= LONG && !line.isBreak && line.words.length <= 8 ? titleProfile(line.key) : undefined

const anchorsOf = (lines: readonly SourceLine[]): readonly Anchor[] => {
  const anchors: Anchor[] = []
  lines.forEach((line, i) => {
    const profile = titleAt(line)
    const isOwn = profile !== undefined || (looksLikeTitle(line.key) && tableCode(lines[i + 1]?.text ?? '') !== '')
    if (!isOwn || !isAnchored(lines, i, profile)) return
    const before = anchors.at(-1)
    const isSame =
      before !== undefined &&
      before.profile === profile &&
      i - before.at <= 3 &&
      lines.slice(before.at, i).every((one) => !one.words.some(({ text }) => isFigure(text)))
    if (before && isSame) anchors[anchors.length - 1] = { ...before, at: i }
    else {
      const above = lines[i - 1]
      const isCodeAbove = above !== undefined && !above.isBreak && tableCode(above.text) !== '' && above.key.length < 12
      anchors.push({ from: isCodeAbove ? i - 1 : i, at: i, profile })
    }
  })
  return anchors
}

const SECTION = /^(?:第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）])/

/** A heading of the text behind the table, as against a row such as 一、一般公共预算财政拨款收入. */
const isNextSection = (line: SourceLine): boolean =>
  SECTION.test(line.key) &&
  !line.words.some(({ text }) => isFigure(text)) &&
  /说明|情况|分析|部分|名词|附件/.test(line.key)

const startsNotes = (line: SourceLine): boolean =>
  startsNote(line.text) || (line.key.length >= 10 && line.words.length <= 4 && isStatement(line.key))

const MOST_NOTES = 8

const notesFrom = (lines: readonly SourceLine[], from: number, end: number): readonly NoteLine[] => {
  const notes: NoteLine[] = []
  for (let i = from; i < end && notes.length < MOST_NOTES; i++) {
    const line = lines[i]!
    if (i > from && (SECTION.test(line.key) || isHeadingText(line.key))) break
    notes.push({ text: line.text, at: line.at })
  }
  return notes
}

const numbersIn = (line: SourceLine): readonly string[] =>
  line.words.map(({ text }) => text).filter((text) => /^\d{1,2}$/.test(text))

const isNumberLine = (line: SourceLine): boolean => {
  if (isColumnNumbers(line.key)) return true
  const texts = line.words.map(({ text }) => text)
  return texts.length > 2 && isSequence(texts)
}

/** A row that no header has: a code with a name, a total with an amount, a label with an amount, only amounts. */
const looksLikeData = (line: SourceLine): boolean => {
  const [first, second] = line.words
  if (!first) return false
  const amounts = line.words.filter(({ text }) => isFigure(text)).length
  if (isCode(first.text) && (second ? !isAmount(second.text) : nameOfCode(first.text) !== '')) return true
  if (amounts > 0 && line.words.some(({ text }) => !isAmount(text))) return true
  return amounts > 1
}

const isBareTotal = (line: SourceLine): boolean => isTotal(line.key)

interface Split {
  readonly header: readonly SourceLine[]
  readonly data: readonly SourceLine[]
  readonly numbered: number
}

const splitAtNumbers = (lines: readonly SourceLine[], at: number): Split => {
  let numbers = numbersIn(lines[at]!).length
  let next = at + 1
  while (next < lines.length) {
    const texts = lines[next]!.words.map(({ text }) => text)
    if (!isSequence(texts, numbers + 1)) break
    numbers += texts.length
    next += 1
  }
  return { header: lines.slice(0, at), data: lines.slice(next), numbered: numbers }
}

const FIRST_LABEL = /^一、/
const LONGEST_LABEL_LINES = 3

/** Where the data begins once the pieces of its first label, which stand above its amounts, are counted in. */
const withBrokenLabel = (lines: readonly SourceLine[], at: number): number => {
  if (!isAmount(lines[at]!.words[0]?.text ?? '')) return at
  for (let from = at - 1; from >= Math.max(0, at - LONGEST_LABEL_LINES); from--) {
    const { key, words } = lines[from]!
    if (words.some(({ text }) => isAmount(text))) return at
    if (FIRST_LABEL.test(key) || isTotal(key)) return from
  }
  return at
}

const splitRegion = (lines: readonly SourceLine[], isTwoSided: boolean): Split => {
  const at = lines.slice(0, 60).findIndex(isNumberLine)
  const first = lines.findIndex(looksLikeData)
  const label = isTwoSided ? lines.findIndex(({ key }) => FIRST_LABEL.test(key)) : -1
  const data = label >= 0 ? label : first < 0 ? first : withBrokenLabel(lines, first)
  if (at >= 0 && (data < 0 || data >= at)) return splitAtNumbers(lines, at)
  if (data >= 0) return { header: lines.slice(0, data), data: lines.slice(data), numbered: 0 }
  const total = lines.findLastIndex(isBareTotal)
  const end = total >= 0 ? total : lines.length
  return { header: lines.slice(0, end), data: lines.slice(end), numbered: 0 }
}

const REPEATED = 3

/** Headers that a new page printed again. */
const isHeaderOnly = (text: string): boolean => /^(?:项|项目|行次|科目名称|决算数|.*编码)$/.test(text)

const withoutHeaders = (data: readonly SourceLine[], header: readonly SourceLine[]): readonly SourceLine[] => {
  const headerKey = header.map(({ key }) => key).join('')
  const isHeader = data.map(
    (line) =>
      line.words.every(({ text }) => !isAmount(text)) &&
      !isTotal(line.key) &&
      line.key !== '' &&
      headerKey.includes(line.key),
  )
  const dropped = new Set<number>()
  for (let i = 0; i < data.length; i++) {
    if (isHeadingText(data[i]!.key)) dropped.add(i)
    if (isNumberLine(data[i]!)) {
      dropped.add(i)
      for (let j = i - 1; j >= 0 && (isHeader[j] || isTotalLabel(data[j]!)); j--) dropped.add(j)
    }
    let end = i
    while (end < data.length && isHeader[end]) end += 1
    // 一般公共预算财政拨款 and its fellows are columns on one side and rows on the other; 项目 is a header's own.
    const isWhole =
      end - i >= REPEATED && data.slice(i, end).some((line) => line.words.some(({ text }) => isHeaderOnly(text)))
    if (isWhole) for (let j = i; j < end; j++) dropped.add(j)
  }
  return data.filter((_, i) => !dropped.has(i))
}

const isTotalLabel = (line: SourceLine): boolean => isTotal(line.key)

const regionOf = (lines: readonly SourceLine[], anchor: Anchor, end: number): Region | undefined => {
  const heading = emptyHeading()
  let body = anchor.from
  while (body < end && (body <= anchor.at || isHeadingText(lines[body]!.text)) && !lines[body]!.isBreak) {
    addToHeading(heading, lines[body]!.text, lines[body]!.at)
    body += 1
  }
  heading.profile = anchor.profile
  heading.title = {
    printed: lines[anchor.at]!.key === '' ? '' : lines[anchor.at]!.text.replace(/\s+/g, ''),
    at: lines[anchor.at]!.at,
  }
  let stop = body
  while (
    stop < end &&
    !lines[stop]!.isBreak &&
    !startsNotes(lines[stop]!) &&
    !isProse(lines[stop]!) &&
    !isNextSection(lines[stop]!)
  )
    stop += 1
  const own = lines.slice(body, stop)
  if (own.length === 0) return undefined
  const hasNotes = stop < end && startsNotes(lines[stop]!)
  const { header, data, numbered } = splitRegion(own, anchor.profile?.expenditure !== undefined)
  return {
    heading,
    header,
    data: withoutHeaders(data, header),
    notes: hasNotes ? notesFrom(lines, stop, end) : [],
    numbered,
    first: lines[anchor.at]!,
    last: own.at(-1)!,
  }
}

export const regionsOf = (lines: readonly SourceLine[]): readonly Region[] => {
  const anchors = anchorsOf(lines)
  return anchors.flatMap((anchor, i) => regionOf(lines, anchor, anchors[i + 1]?.from ?? lines.length) ?? [])
}
