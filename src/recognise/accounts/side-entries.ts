/** Income beside spending in broken text: which label, line number and amounts stand on which side. */
import { append } from '../../kernel/lists.ts'
import type { SideProfile } from '../../law/account-tables.ts'
import { type Entry, entryAt, nameText } from './entries.ts'
import type { SourceLine, Word } from './line-source.ts'
import { accountKey, classNames, denseKey, isAmount } from './words.ts'

export interface SideEntry extends Entry {
  line: Word | undefined
}

export interface Sides {
  readonly income: readonly SideEntry[]
  readonly spending: readonly SideEntry[]
}

const newEntry = (word: Word): SideEntry => ({ ...entryAt(word.at), line: undefined })

const keysOf = (side: SideProfile): ReadonlySet<string> =>
  new Set(side.rows.flatMap(({ labels }) => labels.map((label) => denseKey(accountKey(label)))))

interface Known {
  readonly income: ReadonlySet<string>
  readonly spending: ReadonlySet<string>
}

const knownLabels = (income: SideProfile, spending: SideProfile): Known => ({
  income: keysOf(income),
  spending: new Set([...keysOf(spending), ...classNames()]),
})

const beginsOne = (keys: ReadonlySet<string>, text: string): boolean => {
  const key = denseKey(accountKey(text))
  return key !== '' && [...keys].some((one) => one.startsWith(key))
}

/** Whole numbers that count the lines of each side: 1 2 3 … on the left, going on from the last of them on the right. */
interface LineNumbers {
  readonly left: number
  readonly right: number
}

const SOME_LINES = 4
const LATEST_RIGHT = 100

/** True when the words hold these numbers in this order, whatever stands between. */
const inOrder = (words: readonly string[], numbers: readonly number[]): boolean => {
  let next = 0
  for (const word of words) if (word === String(numbers[next])) next += 1
  return next >= numbers.length
}

/** 1, 33, 2, 34, 3, 35 …: the numbers of both sides take turns. By how much the right side is ahead is looked for. */
const lineNumbers = (lines: readonly SourceLine[]): LineNumbers | undefined => {
  const words = lines.flatMap((line) => line.words.map(({ text }) => text)).filter((text) => /^\d{1,3}$/.test(text))
  const [one, two] = [words.indexOf('1'), words.indexOf('2')]
  if (one < 0 || two < one) return undefined
  for (const word of words.slice(one + 1, two)) {
    const right = Number(word)
    if (right < SOME_LINES || right > LATEST_RIGHT) continue
    const turns = Array.from({ length: 2 * SOME_LINES }, (_, i) => (i % 2 === 0 ? 1 : right) + (i >> 1))
    if (inOrder(words, turns)) return { left: 1, right }
  }
  return undefined
}

class CountedReader {
  readonly income: SideEntry[] = []
  readonly spending: SideEntry[] = []
  private label: Word[] = []
  private current: SideEntry | undefined
  private left: number
  private right: number
  private isRightNext = false
  private readonly known: Known

  constructor(numbers: LineNumbers, known: Known) {
    this.left = numbers.left
    this.right = numbers.right
    this.known = known
  }

  word(word: Word, isFirst: boolean, hasLabelBehind: boolean): void {
    const isRight = word.text === String(this.right) && this.isRightNext
    const isLeft = word.text === String(this.left) && (isFirst || this.label.length > 0 || !this.current)
    // 29 9.79 61: the right side may have no label, and then nothing stands behind its number.
    if (isRight && (this.label.length > 0 || !hasLabelBehind)) this.begin(this.spending, word)
    else if (isLeft) this.begin(this.income, word)
    else if (isAmount(word.text)) this.current?.amounts.push(word)
    else this.label.push(word)
  }

  private begin(list: SideEntry[], word: Word): void {
    const entry = newEntry(word)
    entry.line = word
    const isIncome = list === this.income
    // A long label of the right side may begin above its line, where the left side has none.
    const isOther = isIncome && this.label.length > 0 && this.belongsRight()
    if (!isOther) {
      entry.name = this.takeTail(isIncome)
    }
    list.push(entry)
    this.current = entry
    this.isRightNext = isIncome
    if (isIncome) this.left += 1
    else this.right += 1
  }

  private belongsRight(): boolean {
    const text = nameText(this.label)
    return !beginsOne(this.known.income, text) && beginsOne(this.known.spending, text)
  }

  /** The end of the right label above, where its last piece stands below its numbers. */
  private takeTail(isIncome: boolean): Word[] {
    const words = this.label
    this.label = []
    const before = this.spending.at(-1)
    if (!isIncome || !before || before.name.length === 0) return words
    for (let count = words.length; count > 0; count--) {
      const whole = denseKey(accountKey(nameText([...before.name, ...words.slice(0, count)])))
      if (!this.known.spending.has(whole) || this.known.spending.has(denseKey(accountKey(nameText(before.name)))))
        continue
      append(before.name, words.slice(0, count))
      return words.slice(count)
    }
    return words
  }
}

const readCounted = (lines: readonly SourceLine[], numbers: LineNumbers, known: Known): Sides => {
  const reader = new CountedReader(numbers, known)
  for (const line of lines)
    line.words.forEach((word, i) => {
      const hasLabelBehind = line.words.slice(i + 1).some(({ text }) => !isAmount(text))
      reader.word(word, i === 0, hasLabelBehind)
    })
  return reader
}

/** A label whose side is known by its words; else the left one when it begins a line that has another label behind it. */
const sideOf = (text: string, known: Known, hasLeft: boolean): 'income' | 'spending' => {
  const key = denseKey(accountKey(text))
  const [isIncome, isSpending] = [known.income.has(key), known.spending.has(key)]
  if (isIncome !== isSpending) return isIncome ? 'income' : 'spending'
  return hasLeft ? 'spending' : 'income'
}

const NUMBERED = /^[一二三四五六七八九十]+、/

const readUncounted = (lines: readonly SourceLine[], known: Known): Sides => {
  const income: SideEntry[] = []
  const spending: SideEntry[] = []
  let pieces: Word[] = []
  let current: SideEntry | undefined
  let hasLeft = false
  const isWhole = (text: string): boolean => {
    const key = denseKey(accountKey(text))
    return known.income.has(key) || known.spending.has(key)
  }
  const mayGoOn = (text: string): boolean => beginsOne(known.income, text) || beginsOne(known.spending, text)
  const flush = (): void => {
    if (pieces.length === 0) return
    const entry = newEntry(pieces[0]!)
    entry.name = pieces
    const side = sideOf(nameText(pieces), known, hasLeft)
    ;(side === 'income' ? income : spending).push(entry)
    hasLeft = side === 'income'
    current = entry
    pieces = []
  }
  for (const line of lines)
    line.words.forEach((word, i) => {
      if (isAmount(word.text)) {
        flush()
        current?.amounts.push(word)
        return
      }
      const joined = nameText([...pieces, word])
      const isNew = NUMBERED.test(word.text) || isWhole(nameText(pieces)) || (i === 0 && !mayGoOn(nameText(pieces)))
      if (pieces.length > 0 && !mayGoOn(joined) && isNew) flush()
      if (i === 0 && pieces.length === 0) hasLeft = false
      pieces.push(word)
    })
  flush()
  return { income, spending }
}

export const sideEntries = (lines: readonly SourceLine[], income: SideProfile, spending: SideProfile): Sides => {
  const known = knownLabels(income, spending)
  const numbers = lineNumbers(lines)
  return numbers ? readCounted(lines, numbers, known) : readUncounted(lines, known)
}
