/** FN-105: punctuation twice, words twice, brackets and quotes that do not close. */
import { defineNarrativeCheck } from '../../engine/check.ts'

const TWICE = /([，。、；：！？])\1|[，、；：][。，；]/u
/** 支出支出; not 方方面面, not figures, not words that Chinese doubles. */
const WORD_TWICE = /([\u4e00-\u9fff]{2,4})\1(?!\1)/u
const DOUBLED =
  /^(?:一一|方方|点点|实实|清清|高高|认认|人人|家家|户户|处处|层层|年年|天天|逐一|研究|讨论|比较|考核考核)/u
const PAIRS: readonly (readonly [string, string])[] = [
  ['“', '”'],
  ['《', '》'],
]

const count = (text: string, character: string): number => text.split(character).length - 1
/** （ and ( are one bracket in texts that mix them. */
const brackets = (text: string): readonly [number, number] => [
  count(text, '（') + count(text, '('),
  // 1）and (1) begin items; a closing bracket behind a list number has no partner.
  text.replace(/(?:^|[。；：:，])\s*\d{1,2}[)）]/gu, '').match(/[）)]/gu)?.length ?? 0,
]

const unclosed = (text: string): string | undefined => {
  const [open, close] = brackets(text)
  if (open !== close) return open > close ? '（' : '）'
  for (const [left, right] of PAIRS) {
    const [a, b] = [count(text, left), count(text, right)]
    if (a !== b) return a > b ? left : right
  }
  return undefined
}

export const typography = defineNarrativeCheck({
  id: 'FN-105',
  title: '文字没有重复词、重复标点和不成对的括号引号',
  titleEn: 'No doubled words or punctuation, no unclosed brackets or quotes',
  kind: 'T',
  severity: 'info',
  missing: 'skip-if-any',
  basis: 'proposal',
  cites: ['definition#printed-number'],
  rule: '相邻标点不重复，词语不重复，括号、引号、书名号成对',
  remedy: '校对文字',
  remedyEn: 'Proofread the text.',
  run({ narrative }, report) {
    for (const { text, at } of narrative.paragraphs) {
      const word = WORD_TWICE.exec(text)
      const found: readonly (readonly [string, string])[] = [
        ...(TWICE.test(text) ? [[TWICE.exec(text)![0], '标点重复'] as const] : []),
        ...(word && !DOUBLED.test(word[1]!) ? [[word[0], '词语重复'] as const] : []),
        ...(unclosed(text) ? [[unclosed(text)!, '括号或引号不成对'] as const] : []),
      ]
      for (const [printed, what] of found)
        report({
          section: 'narrative',
          position: at,
          verdict: 'outside',
          printed,
          expected: '',
          message: `${what}“${printed}”：${text.slice(0, 20)}…`,
          messageEn: `Doubled or unclosed: ${printed}.`,
        })
    }
  },
})
