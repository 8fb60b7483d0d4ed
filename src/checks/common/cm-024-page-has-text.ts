/** CM-024: a page without a text layer is a picture; nothing on it was read or checked. */
import { defineDocumentCheck } from '../../engine/check.ts'

export const pageHasText = defineDocumentCheck({
  id: 'CM-024',
  title: '每页都有可读取的文字',
  titleEn: 'Every page has a text layer',
  kind: 'D',
  severity: 'warning',
  missing: 'skip-if-all',
  basis: 'proposal',
  cites: ['proposal#reading-damage'],
  rule: '每页文字数 > 0',
  remedy: '改用由文字处理软件直接导出的文件，扫描页另行人工核对。',
  remedyEn: 'Use a file exported from the word processor; check scanned pages by hand.',
  run({ source }, report) {
    const pages = source.notes.filter(({ code }) => code === 'page-without-text')
    if (pages.length === 0) return
    const list = pages.map(({ at }) => at.page).filter((page) => page !== undefined)
    report({
      section: list.length > 0 ? `第${list.slice(0, 10).join('、')}页` : '',
      verdict: 'undecided',
      printed: `${pages.length}页没有文字`,
      expected: '有文字层',
      message: `${pages.length}页是图片，没有文字，未读取也未检查。`,
      messageEn: `${pages.length} page(s) are pictures without text; they were neither read nor checked.`,
    })
  },
})
