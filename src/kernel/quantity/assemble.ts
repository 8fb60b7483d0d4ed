/** Decides what a scanned text is: one quantity, several, or words. Conservative: what is not clear stays words. */
import type { Quantity } from '../quantity.ts'
import { isRateOf, type Part, partOf, trimmed } from './context.ts'
import type { Scan, Token } from './scan.ts'

/** Beyond this much text around it a number is a detail of a sentence, not its value. */
const MOST_TEXT = 60
const MOST_TEXT_PER_PART = 20
const MOST_PARTS = 12

const YEAR_MAY_END =
  /^(?:$|[，,、；;。)）.]|之前|以前|前|底|内|期间|完成|实施|开展|建成|竣工|投入|启动|全部|之?间|起|止|度$|开始)/

/** 2020年政府办…, 全年确保…: the year of a title, or a word, and no date by which something is done. */
const isIdleDate = (token: Token, text: string): boolean => {
  if (token.kind !== 'date') return false
  const around = text.length - (token.end - token.start)
  if (token.date.isWordOnly) return around > 8
  return (
    token.date.grain === 'year' &&
    token.relation === undefined &&
    !YEAR_MAY_END.test(text.slice(token.end, token.end + 4))
  )
}

/** Beside another number these dates only say when it was counted: 截止2020年9月报到人数1164人, 2020年完成3次. */
const isTimeStamp = (token: Token, text: string): boolean =>
  token.kind === 'date' &&
  (token.date.grain === 'year' || /截[至止][到于]?$/.test(text.slice(Math.max(0, token.start - 3), token.start)))

/** 每月5日前, 次月10日内: a day of every month is neither 5 days nor a date. */
const isDayOfMonth = (token: Token, text: string): boolean =>
  token.kind === 'amount' &&
  (token.suffix.unit === '日' || token.suffix.unit === '号') &&
  /(?:每|次|当|下|上|本)个?(?:月|季|季度)(?:底|末|的)?$/.test(text.slice(Math.max(0, token.start - 5), token.start))

const usefulTokens = (scan: Scan, text: string): Token[] => {
  const kept =
    scan.tokens.length === 0
      ? scan.tokens
      : scan.tokens.filter((token) => !isIdleDate(token, text) && !isDayOfMonth(token, text))
  if (kept.length < 2) return kept
  const telling = kept.filter((token) => !isTimeStamp(token, text))
  return telling.length > 0 ? telling : kept
}

/** `约270人(局级70人,局以下200人)`: a total and its breakdown in brackets up to the end. */
const isBreakdown = (tokens: readonly Token[], text: string): boolean => {
  const [first, second] = [tokens[0]!, tokens[1]!]
  if (first.kind !== 'amount' || text[first.end] !== '(' || second.start <= first.end) return false
  const close = text.indexOf(')', first.end)
  return close >= tokens.at(-1)!.end && trimmed(text.slice(close + 1)) === ''
}

const single = (token: Token, text: string): Quantity | undefined => {
  if (text.length - (token.end - token.start) > MOST_TEXT) return undefined
  return partOf(token, text.slice(0, token.start), text.slice(token.end))
}

const SEPARATOR = /[，,、；;。｜|\\/ ()\n]/

/** Text between two quantities: up to the first separator it belongs to the first one, unless it leads to the second. */
/** Nothing before the number, or only a verb or operator: the noun follows the number. */
const NO_NOUN =
  /(?:^|[，,、；;。])$|(?:完成|开展|举办|召开|组织|印发|编制|新建|建设|建成|购置|采购|提供|形成|不少于|不低于|不超过|至少|约|[≥≤><=≈])$/

const splitBetween = (between: string, lead: string): readonly [behind: string, lead: string] => {
  const at = between.search(SEPARATOR)
  if (at >= 0) return [between.slice(0, at), between.slice(at)]
  // 总报告1篇分报告2份: where the noun stood before the first number, it stands before the second too
  return !NO_NOUN.test(lead) || /[≥≤><=≈]|不|至少|控制在|约/.test(between) ? ['', between] : [between, '']
}

/** A bare number among others has no meaning of its own. */
const isBare = (part: Part): boolean => part.kind !== 'date' && part.unit === '' && !part.isPercent && part.power === 0

const several = (tokens: readonly Token[], text: string): Quantity | undefined => {
  if (tokens.length > MOST_PARTS) return undefined
  const used = tokens.reduce((sum, token) => sum + token.end - token.start, 0)
  if (text.length - used > MOST_TEXT_PER_PART * tokens.length) return undefined
  const parts: Part[] = []
  let lead = text.slice(0, tokens[0]!.start)
  for (const [i, token] of tokens.entries()) {
    const next = tokens[i + 1]
    const between = text.slice(token.end, next?.start)
    const [behind, nextLead] = next ? splitBetween(between, lead) : [between, '']
    const part = partOf(token, lead, behind)
    if (!part || isBare(part)) return undefined
    parts.push(part)
    lead = nextLead
  }
  return { kind: 'several', parts }
}

/** `至少2周更新1次` → once per 2周. */
const rated = (tokens: readonly Token[], text: string): Quantity | undefined => {
  const [rate, count] = [tokens[0]!, tokens[1]!]
  const between = text.slice(rate.end, count.start)
  if (tokens.length !== 2 || !isRateOf(rate, count, between)) return undefined
  const part = partOf(count, text.slice(0, rate.start) + between, text.slice(count.end))
  return part && part.kind !== 'date' ? { ...part, per: text.slice(rate.start, rate.end) } : undefined
}

/** The quantity that a scan holds; `undefined` when its text is words. */
export const assemble = (scan: Scan, text: string): Quantity | undefined => {
  if (scan.isUnclear) return undefined
  const tokens = usefulTokens(scan, text)
  if (tokens.length === 0) return undefined
  if (tokens.length === 1 || isBreakdown(tokens, text)) return single(tokens[0]!, text)
  return rated(tokens, text) ?? several(tokens, text)
}
