/** FN-104: 一、 followed by 三、: a section is missing, or its heading is. */
import { defineNarrativeCheck } from '../../engine/check.ts'

/** Headings below （一） are too often list items. */
const DEEPEST = 1
const FEWEST = 3
const NUMERALS = '零一二三四五六七八九十'
const numeral = (n: number): string => NUMERALS[n] ?? String(n)

export const headingNumbers = defineNarrativeCheck({
  id: 'FN-104',
  title: '标题序号连续',
  titleEn: 'The numbers of headings have no gap',
  kind: 'D',
  severity: 'info',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#printed-number'],
  rule: '同一层标题的序号依次加一',
  remedy: '核对是否漏写标题或漏列内容',
  remedyEn: 'See whether a heading or a section is missing.',
  run({ narrative }, report) {
    const last = new Map<string, number>()
    for (const { level, number, parent, title, at } of narrative.sections) {
      if (level > DEEPEST || number === 0) continue
      const key = `${level} ${parent ?? -1}`
      const before = last.get(key)
      last.set(key, number)
      if (before === undefined || number <= before + 1 || number > before + FEWEST) continue
      report({
        section: 'narrative',
        position: at,
        verdict: 'outside',
        printed: `${numeral(number)}、`,
        expected: `${numeral(before + 1)}、`,
        message: `标题“${numeral(number)}、${title.slice(0, 16)}”的前一个是“${numeral(before)}、”，缺“${numeral(before + 1)}、”`,
        messageEn: `Heading ${number} follows heading ${before}.`,
      })
    }
  },
})
