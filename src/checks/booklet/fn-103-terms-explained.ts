import { defineBookletCheck } from '../../engine/check.ts'
import { topicsOf } from '../../engine/ledger/narrative-places.ts'

/** Terms of the text that a glossary explains, by the patterns of both. */
const TERMS: readonly (readonly [string, RegExp])[] = [
  ['“三公”经费', /三公/u],
  ['机关运行经费', /机关运行经费/u],
  ['基本支出', /基本支出/u],
  ['项目支出', /项目支出/u],
  ['财政拨款收入', /财政拨款(?:收入)?/u],
]

/** 基本支出：指…… */
const EXPLAINS = /[:：]|指/u

export const termsExplained = defineBookletCheck({
  id: 'FN-103',
  title: '名词解释包括文中用到的名词',
  titleEn: 'The glossary explains the terms of the text',
  kind: 'D',
  severity: 'info',
  missing: 'skip-if-any',
  basis: 'practice',
  cites: ['definition#same-fact'],
  rule: '有名词解释时，文中的“三公”经费、机关运行经费、基本支出、项目支出、财政拨款收入应在其中解释',
  remedy: '补上缺少的名词解释',
  remedyEn: 'Explain the missing terms.',
  run({ narrative }, report) {
    if (!narrative) return
    const topics = topicsOf(narrative)
    const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '')
    const isGlossary = (section: number | undefined): boolean => section !== undefined && topics[section] === 'terms'
    const glossary = narrative.paragraphs.filter(({ section, text }) => isGlossary(section) && EXPLAINS.test(text))
    if (glossary.length < 2) return
    const explained = glossary.map(({ text }) => plain(text)).join('\n')
    const used = narrative.paragraphs
      .filter(({ section }) => !isGlossary(section))
      .map(({ text }) => plain(text))
      .join('\n')
    const left = TERMS.filter(([, pattern]) => pattern.test(used) && !pattern.test(explained)).map(([name]) => name)
    if (left.length === 0) return
    report({
      section: 'narrative',
      position: glossary[0]!.at,
      verdict: 'outside',
      printed: left.join('、'),
      expected: '名词解释',
      message: `文中用到${left.join('、')}，名词解释中没有`,
      messageEn: `The glossary does not explain: ${left.join(', ')}.`,
    })
  },
})
