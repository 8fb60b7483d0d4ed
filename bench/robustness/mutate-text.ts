/** Damage to the text of a table: what copying, converting and careless typing do to forms. */
import type { Random } from '../../test/support/random.ts'

export type TextMutation = (text: string, random: Random) => string

const onLines =
  (change: (lines: string[], at: number, random: Random) => void): TextMutation =>
  (text, random) => {
    const lines = text.split('\n')
    change(lines, random.int(0, lines.length - 1), random)
    return lines.join('\n')
  }

/** Replaces some of the places where the pattern matches. */
export function replaceSome(text: string, pattern: RegExp, random: Random, to: (found: string) => string): string {
  const probability = random.pick([0.01, 0.1, 0.5, 1])
  return text.replace(pattern, (found) => (random.chance(probability) ? to(found) : found))
}

export const NUMBERS: readonly string[] = [
  '9'.repeat(400),
  '0.'.padEnd(500, '3'),
  '-0',
  '1e309',
  '1,2,3,4.5.6',
  '１２３４５６７８９０．５',
  '100.00%%',
  '−12.5',
  '九千九百九十九万亿',
  '∞',
  'NaN',
  '00000000000000.10',
  '10^9',
  '3－5－7',
  '2020年13月45日',
  '',
]

const WORDS: readonly string[] = [
  '项目名称',
  '产出指标',
  '总分',
  '合计',
  '一级指标',
  '年度资金总额',
  '偏差原因分析及改进措施',
  '自评得分',
  '\u202e\u200f\u0000',
  '\ud800',
  '🀄️'.repeat(30),
  '|',
  '"',
  '</p><p>',
  '$\\geq 90\\%$',
  '&nbsp;',
]

const numbers: TextMutation = (text, random) =>
  replaceSome(text, /\d+(?:[.,]\d+)*%?/g, random, () => random.pick(NUMBERS))

const separators: TextMutation = (text, random) =>
  replaceSome(text, /\t/g, random, () => random.pick(['', '\t\t', ' ', '|', ',', '\n', '\t\n', '\f']))

const lineEnds: TextMutation = (text, random) =>
  replaceSome(text, /\r?\n/g, random, () => random.pick(['', '\r', '\n\n', '\n\t', '\t', '\f', '\n\n\n']))

const insertWord: TextMutation = (text, random) => {
  let result = text
  for (let word = random.pick([1, 5, 50]); word > 0; word -= 1) {
    const at = random.int(0, result.length)
    result = result.slice(0, at) + random.pick(WORDS) + result.slice(at)
  }
  return result
}

/** A long run of one character or piece: what quadratic patterns and recursive code fail on. */
const longRun: TextMutation = (text, random) => {
  const at = random.int(0, text.length)
  const piece = random.pick([
    ' ',
    '\t',
    '\n',
    '|',
    '-',
    '"',
    ',',
    '(',
    '（',
    '9',
    '甲',
    '\u3000',
    'a|',
    '"a',
    '<p>',
    '**',
    '$\\',
    '\tx\n',
  ])
  const run = piece.repeat(Math.floor(random.pick([100, 5000, 200_000]) / piece.length))
  return text.slice(0, at) + run + text.slice(at)
}

const swapCharacters: TextMutation = (text, random) => {
  const characters = [...text]
  for (let swap = random.pick([1, 20, 200]); swap > 0 && characters.length > 1; swap -= 1) {
    const a = random.int(0, characters.length - 1)
    const b = random.int(0, characters.length - 1)
    const held = characters[a]!
    characters[a] = characters[b]!
    characters[b] = held
  }
  return characters.join('')
}

/** More arguments than this overflow the stack. */
const MOST_SPREAD = 50_000

export const TEXT_MUTATIONS: Readonly<Record<string, TextMutation>> = {
  numbers,
  separators,
  'line-ends': lineEnds,
  'insert-word': insertWord,
  'long-run': longRun,
  'swap-characters': swapCharacters,
  'drop-line': onLines((lines, at, random) => lines.splice(at, random.int(1, 8))),
  'double-line': onLines((lines, at, random) => {
    const most = Math.max(1, Math.floor(1_000_000 / (lines[at]!.length + 1)))
    const copies = Array.from({ length: Math.min(random.pick([1, 3, 2000]), most) }, () => lines[at]!)
    lines.splice(at, 0, ...copies)
  }),
  'swap-lines': onLines((lines, at, random) => {
    const other = random.int(0, lines.length - 1)
    const held = lines[at]!
    lines[at] = lines[other]!
    lines[other] = held
  }),
  'drop-header': onLines((lines, _at, random) => {
    const probability = random.pick([0.1, 0.5, 1])
    const kept = lines.filter((line) => !/指标|预算数|得分|分值/.test(line) || !random.chance(probability))
    lines.splice(0, lines.length, ...kept.slice(0, MOST_SPREAD))
  }),
  'double-cell': onLines((lines, at, random) => {
    const cells = lines[at]!.split('\t')
    const cell = random.int(0, cells.length - 1)
    lines[at] = [
      ...cells.slice(0, cell),
      ...Array<string>(random.pick([1, 2, 500])).fill(cells[cell]!),
      ...cells.slice(cell),
    ].join('\t')
  }),
}
