/**
 * Walks through the numbers of a paragraph and makes statements and relations of them. State lives for one paragraph
 * (subjects, figures) and within it for one sentence (comparison, lists of parts).
 */
import type { Measure, Role, Subject } from '../../domain/narrative.ts'
import {
  asValue,
  type Drafts,
  fillCompletion,
  isSameKind,
  isTotalWord,
  type ParagraphInput,
  QUALIFIER,
  sameAs,
  withoutQualifiers,
  yearIn,
} from './drafts.ts'
import {
  budgetOf,
  type Frame,
  figureOf,
  isAverage,
  isSameSubject,
  newComparison,
  type OpenComparison,
  type OpenSum,
} from './frames.ts'
import { KnownFrames } from './known-frames.ts'
import { type Compared, comparedIn, isOfPast, PLANNED, type Reading, WHOLE } from './lead.ts'
import { LEVEL, labelledSign, REASON_LABEL } from './lexicon.ts'
import type { FoundNumber } from './numbers.ts'
import { OpenSums } from './open-sums.ts'

/** One paragraph's walk; a class because a dozen steps share its state. */
export class Walk {
  readonly #input: ParagraphInput
  readonly #out: Drafts
  readonly #frames: KnownFrames
  #main: Frame | undefined
  #current: Frame | undefined
  #comparison: OpenComparison | undefined
  #last: OpenComparison | undefined
  readonly #sums: OpenSums
  #year: number
  #sentence: number
  #latest: number | undefined
  #latestChange: number | undefined
  #first: Frame | undefined
  #whole: number | undefined
  #planned: number | undefined
  /** The part of a list that is being read. */
  #item: Frame | undefined

  constructor(input: ParagraphInput, out: Drafts) {
    this.#input = input
    this.#out = out
    this.#sums = new OpenSums(out)
    this.#frames = new KnownFrames(out, input.year)
    this.#year = input.year
    this.#sentence = input.sentence
    this.#last = input.before
  }

  get lastComparison(): OpenComparison | undefined {
    return this.#last
  }

  /** The first subject with a figure of money is what a list item is about. */
  get main(): Frame | undefined {
    return this.#first ?? this.#main
  }

  get frames(): readonly Frame[] {
    return this.#frames.all
  }

  get isComparing(): boolean {
    return this.#comparison !== undefined
  }

  openSentence(number: number, text: string): void {
    this.#sentence = number
    // （4）… behind a full stop is the fourth part of the list that （1） began.
    if (!/^\((?!1\))\d{1,2}\)/.test(text) && !this.#sums.lacksWhatBegins(text)) this.closeSums()
    this.#comparison = undefined
    this.#current = this.#main
    const own = yearIn(/^[^，；:]*/u.exec(text)?.[0] ?? '')
    // 与2019年相比 names the year of a base, not the one the sentence is about.
    this.#year = own !== undefined && !/^(?:与|比|较)/.test(text) ? own : this.#input.year
  }

  closeSums(): void {
    this.#sums.close()
  }

  #subject(name: string, level: Subject['level'], fallback: Frame | undefined): Subject {
    if (QUALIFIER.test(name)) {
      const of = withoutQualifiers(fallback?.subject.name ?? this.#input.subject) || this.#input.subject
      return { name: of.endsWith(name) ? of : of + name, level: undefined, isInherited: of !== '' }
    }
    if (name !== '') return { name, level, isInherited: false }
    const from = fallback?.subject
    return { name: from?.name ?? this.#input.subject, level: from?.level, isInherited: true }
  }

  #add(number: number, role: Role, measure: Measure, subject: Subject, year: number, reading: Reading): number {
    this.#out.found.push(this.#input.numbers[number - this.#input.firstNumber]!)
    const index = this.#out.statements.length
    this.#out.statements.push({
      index,
      number,
      role,
      measure,
      subject,
      year,
      direction: reading.direction,
      section: this.#input.section,
      sentence: this.#sentence,
    })
    return index
  }

  /** Brackets that close end the list inside them; 与…相比 behind ；returns to the main subject. */
  #leave(reading: Reading): void {
    const { lead } = reading
    const closes = [...lead].reduce((depth, c) => depth + (c === ')' ? 1 : c === '(' ? -1 : 0), 0)
    if (closes > 0 && this.#sums.top?.isInBrackets) {
      this.#sums.pop()
      this.#current = this.#comparison?.frame ?? this.#main
    }
    const isNew = reading.role === 'base' || (reading.compared !== undefined && /^；/.test(lead))
    if (isNew && /[；]/.test(lead) && this.#sums.length > 0) {
      while (this.#sums.length > 0) this.#sums.pop()
      this.#current = this.#main
    }
    if (/相比/.test(lead) && this.#sums.length > 0 && reading.role === 'change') {
      while (this.#sums.length > 0) this.#sums.pop()
      this.#current = this.#comparison?.frame ?? this.#main
    }
  }

  /** The statement that 其中 takes apart. */
  #totalFor(role: Role): number | undefined {
    if (role === 'change') return this.#latestChange
    const latest = this.#latest === undefined ? undefined : this.#out.statements[this.#latest]
    if (latest && (latest.role === 'value' || latest.role === 'base')) return this.#notZero(latest.index)
    return this.#current?.last ?? this.#main?.last
  }

  /** 基本支出A万元，…基金…0万元，其中：what is taken apart is A. */
  #notZero(total: number): number {
    const { statements, found } = this.#out
    if (!found[total]!.value.isZero()) return total
    for (let i = total; i >= 0 && statements[i]!.sentence === this.#sentence; i--)
      if (statements[i]!.role === 'value' && !found[i]!.value.isZero()) return i
    return total
  }

  #openSum(found: FoundNumber, reading: Reading): void {
    if (reading.opener === '') return
    const total = this.#totalFor(reading.role)
    if (total === undefined || !isSameKind(this.#out.found[total]!, found)) return
    const isInBrackets = /\([^)]*$/.test(reading.lead)
    // Parts of a part are taken apart beside it; a list that follows ；or 。 belongs to the same depth.
    this.#sums.push({ total, opener: reading.opener, parts: [], isInBrackets })
  }

  #value(number: number, found: FoundNumber, printed: Reading): number {
    const reading = this.#sums.length === 0 && printed.role === 'restated' ? asValue(printed) : printed
    this.#openSum(found, reading)
    const sum = this.#sums.top
    const total = sum && this.#out.statements[sum.total]
    const isBaseList = total?.role === 'base'
    const own = reading.role === 'value' ? yearIn(reading.lead.replace(/.*；/u, '')) : undefined
    if (own !== undefined && !sum) this.#year = own
    const past = /(?:上年|去年)(?!结转|末|结余)/.test(reading.lead.slice(-24)) ? this.#input.year - 1 : undefined
    const year = isBaseList ? total.year : (own ?? past ?? this.#year)
    const isPlan = reading.of === PLANNED
    const named = this.#subject(isPlan ? '' : reading.name, reading.level, isPlan ? this.#current : this.#alike(found))
    // 共398名: the total said again is that of the list.
    const subject = reading.role === 'restated' && total ? total.subject : named
    const statement = this.#add(number, reading.role, reading.measure, subject, year, reading)
    if (reading.of === WHOLE) this.#whole = statement
    if (reading.of === PLANNED) return this.#plan(statement, reading)
    if (reading.role === 'restated' || reading.role === 'bound' || reading.of === WHOLE) {
      if (reading.role === 'restated') this.closeSums()
      // 数量≥400篇，实际完成值717篇: the bound names what the next figure is of.
      if (reading.role === 'bound' && reading.name !== '' && !sum) this.#current = this.#frames.add(subject)
      return statement
    }
    if (found.kind === 'amount' || found.kind === 'count' || found.kind === 'points' || found.kind === 'bare')
      this.#place(statement, reading, sum)
    return statement
  }

  /** 支出12.36万元，完成全年预算 ‖ 15.00万元 ‖ 的82.40%: the budget of the figure before, and no subject of its own. */
  #plan(statement: number, { measure }: Reading): number {
    this.#planned = statement
    const frame = this.#current ?? this.#main
    if (frame && measure !== '') frame.values.set(measure, statement)
    return statement
  }

  /** A nameless figure goes on with the subject before only when it is of its kind: points do not go on as money. */
  #alike(found: FoundNumber): Frame | undefined {
    const last = this.#current?.last
    if (last === undefined) return this.#current
    const before = this.#out.found[last]!
    const isOther = (before.kind === 'points') !== (found.kind === 'points')
    return isOther ? undefined : this.#current
  }

  #place(statement: number, { name, measure }: Reading, sum: OpenSum | undefined): void {
    if (isAverage(name)) return
    const { subject } = this.#out.statements[statement]!
    const isNew = name !== '' && !(this.#current && isSameSubject(this.#current.subject.name, name))
    const isTaken = this.#current?.values.has(measure) === true
    if (sum && isSameKind(this.#out.found[sum.total]!, this.#out.found[statement]!)) {
      // 年初预算数为40.00万元，决算数为36.00万元 is one item; the part of a sum of final figures is the second.
      const isItem = this.#current !== undefined && this.#current === this.#item
      if (isNew || isTaken || !(isItem || sum.parts.includes(this.#current?.last ?? -1)))
        this.#current = this.#item = this.#frames.add(subject)
      if (this.#isPart(measure, sum) && !sum.parts.some((part) => [...this.#current!.values.values()].includes(part)))
        sum.parts.push(statement)
    } else if (!this.#current || isNew || (isTaken && name !== '')) {
      this.#current = this.#frames.add(subject)
      this.#main = this.#current
      if (this.#out.found[statement]!.kind === 'amount') this.#first ??= this.#current
    }
    const frame = this.#current!
    if (!frame.values.has(measure) || measure !== '') frame.values.set(measure, statement)
    if (measure !== 'initial-budget' && measure !== 'annual-budget' && measure !== 'budget') frame.last = statement
    else frame.last ??= statement
  }

  /** Budgets add up to budgets; a figure without a name adds up to either. */
  #isPart(measure: Measure, sum: OpenSum): boolean {
    const isBudget = (one: Measure): boolean => /budget/.test(one)
    return measure === '' || isBudget(measure) === isBudget(this.#out.statements[sum.total]!.measure)
  }

  #open(compared: Compared, frame: Frame | undefined, subject: Subject, start: number): OpenComparison {
    const stated = yearIn(compared.phrase)
    const kind = isOfPast(compared, stated, this.#input.year) ? 'last-year' : compared.kind
    const isPast = kind === 'last-year'
    const baseYear = stated ?? (this.#input.year > 0 ? this.#input.year - (isPast ? 1 : 0) : 0)
    const comparison = newComparison(frame, kind, baseYear, subject, this.#input.index, start)
    this.#out.comparisons.push(comparison)
    this.#comparison = comparison
    this.#last = comparison
    return comparison
  }

  #base(number: number, found: FoundNumber, reading: Reading): number {
    const frame =
      this.#frames.find(reading.name) ??
      (reading.name === '' ? this.#frames.comparable(found, this.#current) : undefined)
    const subject = this.#subject(reading.name, undefined, frame ?? this.#current)
    const comparison = this.#open(reading.compared!, frame, subject, found.start - reading.lead.length)
    const statement = this.#add(number, 'base', reading.measure, subject, comparison.baseYear, reading)
    comparison.base = statement
    comparison.end = found.end
    const isOwn = comparison.baseKind !== 'last-year' && reading.measure !== 'final' && reading.measure !== ''
    if (frame && isOwn) {
      frame.values.set(reading.measure, statement)
      fillCompletion(this.#out, frame, statement)
    }
    return statement
  }

  /** Change and rate go to the open comparison unless the text names another subject or has given it one already. */
  #comparisonFor(reading: Reading, slot: 'change' | 'rate', found: FoundNumber): OpenComparison {
    const open = this.#comparison
    const start = found.start - reading.lead.length
    if (reading.compared) {
      if (open && open.base !== undefined && open[slot] === undefined && !/[；。]/.test(reading.lead)) {
        // 比年初预算数N万元减少M万元: the phrase is that of the base.
        if (open.end === start) return open
      }
      const name = reading.name !== '' ? reading.name : reading.compared.subject
      const frame = this.#frames.find(name) ?? (name === '' ? this.#frames.comparable(found, this.#current) : undefined)
      return this.#open(reading.compared, frame, this.#subject(name, undefined, frame ?? this.#current), start)
    }
    if (open && open[slot] === undefined && (reading.name === '' || isTotalWord(reading.name) || sameAs(open, reading)))
      return open
    const frame =
      this.#frames.find(reading.name) ??
      (reading.name === '' ? this.#frames.comparable(found, this.#current) : undefined)
    const compared: Compared = { kind: open?.baseKind ?? 'last-year', phrase: '', subject: '' }
    const kept = open
    const fresh = this.#open(compared, frame, this.#subject(reading.name, undefined, frame), start)
    fresh.base = this.#partOfBase(reading.name, frame, fresh.baseYear)
    if (kept && slot === 'change' && this.#sums.length > 0) this.#comparison = fresh
    return fresh
  }

  /** 与2019年…，其中：基本支出608.92万元…相比，…基本支出增加: the part of the base with that name. */
  #partOfBase(name: string, frame: Frame | undefined, year: number): number | undefined {
    if (name === '') return undefined
    const past = this.#frames.all.find(
      (one) => one !== frame && this.#frames.yearOf(one) === year && isSameSubject(one.subject.name, name),
    )
    return figureOf(past)
  }

  #change(number: number, found: FoundNumber, reading: Reading): number {
    this.#openSum(found, reading)
    const slot = reading.role === 'change-rate' ? 'rate' : 'change'
    const comparison = this.#comparisonFor(reading, slot, found)
    const statement = this.#add(number, reading.role, '', comparison.subject, this.#year, reading)
    if (found.kind !== 'percent-points') comparison[slot] = statement
    comparison.end = found.end
    if (slot === 'change') {
      const sum = this.#sums.top
      if (sum && this.#out.statements[sum.total]!.role === 'change') sum.parts.push(statement)
      else this.#latestChange = statement
    }
    return statement
  }

  #share(number: number, reading: Reading): number {
    if (/^\)?的$/.test(reading.lead) && this.#planned !== undefined && this.#planned === this.#latest)
      return this.#completion(number, { ...reading, role: 'completion', name: '' })
    const frame = this.#frames.find(reading.name) ?? this.#current
    const subject = this.#subject(reading.name, undefined, frame)
    const statement = this.#add(number, 'share', '', subject, this.#year, reading)
    const part = reading.name === '' || this.#frames.find(reading.name) ? frame?.last : undefined
    const container = this.#sums.top?.total
    const whole = reading.lead === '的' ? this.#whole : undefined
    this.#out.shares.push({ kind: 'share', share: statement, part, wholeName: reading.of, whole, container })
    return statement
  }

  #completion(number: number, reading: Reading): number {
    const frame = this.#frames.find(reading.name) ?? this.#current
    const statement = this.#add(
      number,
      'completion',
      '',
      this.#subject(reading.name, undefined, frame),
      this.#year,
      reading,
    )
    const isPlanned = this.#planned !== undefined && this.#planned === this.#latest
    const [value, budget] = [figureOf(frame), isPlanned ? this.#planned : budgetOf(frame, reading.of)]
    this.#out.completions.push({ kind: 'completion', rate: statement, value, budget })
    return statement
  }

  number(number: number, found: FoundNumber, reading: Reading): number {
    this.#leave(reading)
    const statement = this.#take(number, found, reading)
    this.#latest = statement
    return statement
  }

  #take(number: number, found: FoundNumber, reading: Reading): number {
    switch (reading.role) {
      case 'base':
        return this.#base(number, found, reading)
      case 'change':
      case 'change-rate':
        return this.#change(number, found, reading)
      case 'share':
        return this.#share(number, reading)
      case 'completion':
        return this.#completion(number, reading)
      case 'rate':
        return this.#add(number, 'rate', '', this.#subject(reading.name, undefined, this.#current), this.#year, reading)
      default:
        return this.#value(number, found, reading)
    }
  }

  /** The text behind the last number of a clause group: 持平, reasons. */
  tail(text: string, start: number): void {
    const level = LEVEL.exec(text)
    if (level) {
      const before = text.slice(0, level.index)
      const compared = comparedIn(before)
      const open = this.#comparison
      const target =
        open && open.change === undefined && !/[。]/.test(before)
          ? open
          : compared && this.#open(compared, this.#current, this.#subject('', undefined, this.#current), start)
      if (target) target.level ??= { word: level[0], strength: level[1] === undefined ? 'exact' : 'about' }
    }
    const label = REASON_LABEL.exec(text)
    const last = this.#last
    if (!label || !last || last.reason !== '') return
    last.reason = text.slice(label.index + label[0].length).replace(/[。；]$/, '')
    last.reasonSign ??= labelledSign(text)
  }
}
