/**
 * What kinds of characters a text holds, found in one pass over its code units. Sixty text checks share the answer, so
 * that an expensive pattern runs only on the few texts that can match it.
 */
export const HAS = {
  digit: 1,
  space: 2,
  /** Two of X × _ in a row, or *: marks that templates leave. */
  mark: 4,
  /** ≥ ≤ > < ~ and their full-width forms. */
  operator: 8,
  bracket: 16,
  slash: 32,
  percent: 64,
  year: 128,
  deduct: 256,
  /** 请 此 击 字 例 待 T: every template instruction holds one of these. */
  instruction: 512,
  /** Eleven digits or more in one run. */
  longRun: 1024,
  /** Letters O, o, l, I, that a reader or a clerk puts for 0 and 1. */
  lookalike: 2048,
  /** Four digits or more in one run: a year, perhaps. */
  fourDigits: 8192,
  /** 占 or a change word's character: 增 降 长 高. */
  change: 4096,
  /** 年 月 日 号 季, a sign that stands between year and month, or eight digits in one run: without any of them no date. */
  date: 16384,
} as const

const KIND = new Uint16Array(0x10000)
const mark = (characters: string, bit: number): void => {
  for (let i = 0; i < characters.length; i++) KIND[characters.charCodeAt(i)]! |= bit
}
mark('0123456789０１２３４５６７８９', HAS.digit)
mark(' \t\n\r\u00a0\u3000\u200b', HAS.space)
mark('*＊', HAS.mark)
mark('≥≤><＞＜﹥﹤≧≦~～', HAS.operator)
mark('(（[【', HAS.bracket)
mark('/／', HAS.slash)
mark('%％﹪', HAS.percent)
mark('年', HAS.year)
mark('扣分', HAS.deduct)
mark('请此击字例待T', HAS.instruction)
/** Half of `HAS.mark`: alone it means nothing. It never leaves `scan`. */
const HALF_MARK = 0x8000
mark('XxＸ×✕_＿', HALF_MARK)
mark('OoIl〇', HAS.lookalike)
mark('增降占率度', HAS.change)
mark('年月日号季./-', HAS.date)

const LONG_RUN = 11

/** Bits of `HAS` for the text. */
export const scan = (text: string): number => {
  let bits = 0
  let run = 0
  let isAfterMark = false
  for (let i = 0; i < text.length; i++) {
    const kind = KIND[text.charCodeAt(i)]!
    if (kind === 0) {
      run = 0
      isAfterMark = false
      continue
    }
    if (kind & HALF_MARK) {
      if (isAfterMark) bits |= HAS.mark
      isAfterMark = true
      run = 0
      bits |= kind & ~HALF_MARK
      continue
    }
    // White space is dropped before anybody compares: X X is XX.
    if (kind !== HAS.space) isAfterMark = false
    bits |= kind
    run = kind === HAS.digit ? run + 1 : 0
    if (run === 4) bits |= HAS.fourDigits
    else if (run === 8) bits |= HAS.date
    else if (run === LONG_RUN) bits |= HAS.longRun
  }
  return bits
}
