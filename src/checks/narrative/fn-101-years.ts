/** FN-101: last year's text left in this year's booklet. */
import type { Narrative } from '../../domain/narrative.ts'
import { defineNarrativeCheck } from '../../engine/check.ts'
import { narrativeWords } from '../../law/narrative.ts'

const LEADING_YEAR = /^[“"]?(?:截[至止]到?)?((?:19|20)\d{2})\s*年(?:度|末|底|12月31日)?/u
const COMPARES = /比|较|相比|同比|上年|以来|起|开始|至今|设立|成立|印发|文件|规划|年初结转/u
/** Sections deep below a heading still belong to it. */
const headings = (narrative: Narrative, section: number | undefined): string => {
  let text = ''
  for (let at = section; at !== undefined; at = narrative.sections[at]!.parent) text += narrative.sections[at]!.title
  return text
}

/** Behind the year a figure of the department follows, not an event: 2019年本部门车辆0台. */
const STATES_FIGURE = /^[^。；]{0,40}\d/u

export const years = defineNarrativeCheck({
  id: 'FN-101',
  title: '文中年度与决算年度一致',
  titleEn: 'The text speaks of the year of the accounts',
  kind: 'T',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#budget-year'],
  rule: '决算说明各节以决算年度开头的句子，年度 = 决算年度；与上年比较的句子除外',
  remedy: '核对年度，改正沿用上年文字的地方',
  remedyEn: 'Check the year; last year’s text may have been left.',
  run({ narrative }, report) {
    if (narrative.year === 0) return
    const bound = new RegExp(narrativeWords().yearBound.join('|'), 'u')
    narrative.paragraphs.forEach(({ text, at, section, isHeading }) => {
      if (isHeading || !bound.test(headings(narrative, section))) return
      for (const sentence of text.split(/(?<=。)/u)) {
        const lead = LEADING_YEAR.exec(sentence)
        const year = lead ? Number(lead[1]) : narrative.year
        if (!lead || year !== narrative.year - 1 || COMPARES.test(sentence)) continue
        if (!STATES_FIGURE.test(sentence.slice(lead[0].length))) continue
        // Some sections state both years; then the sentence is no leftover.
        if (text.includes(`${narrative.year}年`) || sentence.includes(String(narrative.year))) continue
        report({
          section: 'narrative',
          position: at,
          verdict: 'outside',
          printed: `${year}年`,
          expected: `${narrative.year}年`,
          message: `决算年度为${narrative.year}年，本句以${year}年开头，疑为沿用上年文字：“${sentence.slice(0, 24)}…”`,
          messageEn: `The accounts are of ${narrative.year}; the sentence speaks of ${year}.`,
        })
      }
    })
  },
})
