import { describe, expect, it } from 'vitest'
import { Decimal } from './decimal.ts'
import { QUANTITY_CASES } from './parse-quantity.cases.ts'
import { parseQuantity } from './parse-quantity.ts'
import { type NumberQuantity, type Quantity, rangeToBase, toBase } from './quantity.ts'

const MAGNITUDES: Readonly<Record<number, string>> = {
  0: '',
  2: '百',
  3: '千',
  4: '万',
  5: '十万',
  6: '百万',
  7: '千万',
  8: '亿',
  12: '万亿',
}

const context = (q: { before: string; after: string }): string =>
  (q.before === '' ? '' : ` ‹${q.before}`) + (q.after === '' ? '' : ` ›${q.after}`)

const tail = (q: { power: number; unit: string; isPercent: boolean; per: string }): string =>
  `${q.isPercent ? '%' : ''}${MAGNITUDES[q.power]}${q.unit}${q.per === '' ? '' : ` [${q.per}]`}`

/** One line for a quantity: what the tables of cases are written in. */
const show = (q: Quantity): string => {
  switch (q.kind) {
    case 'number':
      return `${q.operator ?? ''}${q.value}${tail(q)}${context(q)}`
    case 'range':
      return `${q.low}…${q.high}${tail(q)}${context(q)}`
    case 'date': {
      const { fromMonth, fromDay, toMonth, toDay } = q.span
      const days = q.period ? `${q.period.start}…${q.period.end}` : `${fromMonth}/${fromDay}…${toMonth}/${toDay}`
      return `${q.relation} ${days}${context(q)}`
    }
    case 'several':
      return q.parts.map(show).join(' | ')
    case 'unreadable':
      return `? ${q.reason}`
    default:
      return q.kind
  }
}

describe('parseQuantity', () => {
  for (const [title, cases] of Object.entries(QUANTITY_CASES)) {
    it(title, () => {
      const wrong = Object.entries(cases).flatMap(([printed, expected]) => {
        const shown = show(parseQuantity(printed))
        return shown === expected ? [] : [`${printed} → ${shown}, not ${expected}`]
      })
      expect(wrong).toEqual([])
    })
  }

  it('keeps the words of a wording as printed, and takes texts over 2,000 characters for words', () => {
    expect(parseQuantity(' 得到 提升 ')).toEqual({ kind: 'wording', text: '得到 提升' })
    expect(parseQuantity('完成3次'.repeat(501)).kind).toBe('wording')
  })

  it('gives the value without its magnitude', () => {
    const number = parseQuantity('不少于23.71亿元')
    expect(number.kind === 'number' && toBase(number).toString()).toBe('2371000000')
    const range = parseQuantity('0.5-1.5万元')
    if (range.kind !== 'range') throw new Error('not a range')
    const { low, high } = rangeToBase(range)
    expect([low.toString(), high.toString()]).toEqual(['5000', '15000'])
  })
})

const random = (seed: number): ((below: number) => number) => {
  let state = seed
  return (below) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

const PIECES =
  '0 1 2 12 100 2020 3.5 . , ， 、 ； 。 ( ) （ ） “ ” 《 》 - － ~ 至 / 每 月 年 日 底 前 底前 季度 第 一 两 十 半 百分之 万 亿 元 万元 次 人 人次 个 个月 % ％ ‰ ≥ ≤ > < = 约 不少于 不超过 控制在 以上 以内 左右 余 多 内 完成 培训 率 O l A5 G km m2 ㎡ ① ² \u3000 \n 无 — 全年 上半年 截至 双周 均 🙂 \uD800'.split(
    ' ',
  )

const randomText = (next: (below: number) => number): string =>
  Array.from({ length: next(9) }, () => PIECES[next(PIECES.length)]).join('')

const spaced = (text: string): string => text.replace(/(?<=[^\d.\s])(?=[^\d.\s])/gu, ' ')
const wide = (text: string): string => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))

describe('parseQuantity on anything', () => {
  it('never throws, and finds some of every kind', () => {
    const next = random(11)
    const kinds = new Set<string>()
    for (let i = 0; i < 20_000; i++) kinds.add(parseQuantity(randomText(next)).kind)
    expect([...kinds].sort()).toEqual(['blank', 'date', 'none', 'number', 'range', 'several', 'unreadable', 'wording'])
  })

  it('reads the same whatever the width of the characters and the spaces of the layout', () => {
    const next = random(5)
    const wrong: string[] = []
    for (let i = 0; i < 5000; i++) {
      const text = randomText(next).replace(/[\s\u3000]/g, '')
      const expected = show(parseQuantity(text))
      for (const variant of [spaced(text), wide(text)])
        if (show(parseQuantity(variant)) !== expected) wrong.push(`${variant} ≠ ${text}`)
    }
    expect(wrong).toEqual([])
  })

  it('reads back the number that it prints', () => {
    const next = random(3)
    const pick = <T>(list: readonly T[]): T => list[next(list.length)]!
    const wrong: string[] = []
    for (let i = 0; i < 5000; i++) {
      const isPercent = next(4) === 0
      const number: NumberQuantity = {
        kind: 'number',
        operator: pick([undefined, '≥', '≤', '>', '<', '=', '≈']),
        value: Decimal.of(next(1_000_000), next(4)),
        power: isPercent ? 0 : pick([0, 0, 4, 8]),
        unit: isPercent ? '' : pick(['', '次', '人次', '元', '平方米', '个月', '份', 'km']),
        isPercent,
        per: '',
        before: '',
        after: '',
      }
      const printed = `${number.operator ?? ''}${number.value}${number.isPercent ? '%' : ''}${MAGNITUDES[number.power]}${number.unit}`
      if (/^[12]\d{3}\.\d\d?$/.test(printed)) continue // 2020.12 is December
      if (show(parseQuantity(printed)) !== show(number)) wrong.push(`${printed} → ${show(parseQuantity(printed))}`)
    }
    expect(wrong).toEqual([])
  })

  it('takes time in proportion to the length, also on texts made to hurt', () => {
    for (const piece of [
      '1',
      '1,',
      '1.',
      '1个',
      '1-',
      '(1',
      '“',
      '每',
      '十',
      '12月',
      '年底',
      '2020.1-',
      '半',
      '≥',
      ' 1',
    ]) {
      const start = performance.now()
      for (let i = 0; i < 10; i++) parseQuantity(piece.repeat(2000 / piece.length))
      expect(performance.now() - start, piece).toBeLessThan(2000)
    }
  })
})

describe('a number with its unit and nothing else', () => {
  /** A zero-width space means nothing, and nothing that holds one is read the short way. */
  const theLongWay = (text: string): Quantity => parseQuantity(`\u200B${text}`)
  const OPERATORS = ['', '≥', '≤', '>', '<', '=', '≈', '-', '≥≤', '不少于']
  const NUMBERS =
    '0 1 5 07 12 19 20 50 99 100 365 1949 1990 2000 2020 2100 20200 120201 1234567 12345678 20200131 0.5 5.25 2020.5 12020.5 2020.12 99.90 1.2.3 5. .5 1,200 12.3456789 123456789012345678'.split(
      ' ',
    )
  const SUFFIXES = [
    ...'万 亿 千 百 万亿 千万 元 万元 亿元 人 人次 万人次 次 场 家 个 名 年 月 日 天 季度 个月 小时 工作日 度 分 级 期 届 批 项 % ％ ‰ %以上 百分点 个百分点'.split(
      ' ',
    ),
    ...'平方米 ㎡ m2 公里 km 亩 吨 kg 床位 元/人 次/年 次每月 余人 多次 个半月 年半 以上 以内 左右 人以上 万元以内 桶装 号 号楼 世纪 岁 股 型 热线 月底前 年底 (次) 人(次) （万元） O l 次。 ;、 分之一'.split(
      ' ',
    ),
    '',
  ]

  it('is what the scanner reads, key by key', () => {
    for (const operator of OPERATORS)
      for (const number of NUMBERS)
        for (const suffix of SUFFIXES) {
          const text = `${operator}${number}${suffix}`
          const { text: _, ...quick } = parseQuantity(text) as Quantity & { text?: string }
          const { text: __, ...slow } = theLongWay(text) as Quantity & { text?: string }
          expect(`${text} ${JSON.stringify(quick)}`).toBe(`${text} ${JSON.stringify(slow)}`)
        }
  })
})
