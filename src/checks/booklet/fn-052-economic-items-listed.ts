import { tableOf } from '../../engine/accounts.ts'
import { defineBookletCheck } from '../../engine/check.ts'
import { itemName, topicsOf } from '../../engine/ledger/narrative-places.ts'
import { baseValue } from '../../engine/verdict.ts'
import { classification } from '../../law/classification.ts'

const GROUP_LENGTH = 5
/** Fewer names are examples. */
const FEWEST_NAMED = 3

export const economicItemsListed = defineBookletCheck({
  id: 'FN-052',
  title: '文字列出的经济分类科目在基本支出决算表中有金额',
  titleEn: 'The economic items that the text lists have money in the table',
  kind: 'D',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#same-fact'],
  rule: '基本支出一节列出的经济分类款级科目，在基本支出决算表中应不为0；表中不为0而没有列出的作提示',
  remedy: '对照基本支出决算表增删所列科目',
  remedyEn: 'Compare the list with the table.',
  run({ narrative, accounts }, report) {
    const table = accounts && tableOf(accounts, 'basic-expenditure')
    if (!narrative || !table || table.record.isBlank) return
    const names = new Set(
      [...classification(narrative.year).economic.values()]
        .filter(({ code }) => code.length === GROUP_LENGTH)
        .map(({ name }) => itemName(name)),
    )
    const spent = new Map<string, string>()
    for (const entry of table.entries) {
      const amount = entry.cells.get('amount')?.amount
      if (amount && !baseValue(amount).isZero()) spent.set(itemName(entry.name), entry.code)
    }
    if (spent.size === 0) return
    const topics = topicsOf(narrative)
    const named = new Set<string>()
    for (const { text, at, section } of narrative.paragraphs) {
      if (section === undefined || topics[section] !== 'basic') continue
      for (const token of text
        .normalize('NFKC')
        .replace(/\s+/gu, '')
        .split(/[、，,。；;:]/u)) {
        const name = token
          .replace(/^(?:主要)?(?:包括|用于|是|为)/u, '')
          .replace(/(?:(?<!\d)\d[\d,.]{0,30}(?:万|亿)?元)?(?:等)?(?:支出|费用)?$/u, '')
        const own = names.has(name) ? name : names.has(token) ? token : undefined
        if (own === undefined || named.has(own)) continue
        named.add(own)
        if (spent.has(own)) continue
        report({
          section: 'narrative',
          position: at,
          verdict: 'outside',
          printed: own,
          expected: '表中有金额的科目',
          message: `文字列出“${own}”，${table.name}中该科目为0或没有`,
          messageEn: 'The text lists an item that has no money in the table.',
        })
      }
    }
    if (named.size < FEWEST_NAMED) return
    const left = [...spent].filter(
      ([name, code]) => code.length === GROUP_LENGTH && names.has(name) && !named.has(name),
    )
    if (left.length === 0) return
    report({
      table: table.key,
      position: table.record.at,
      severity: 'info',
      verdict: 'outside',
      printed: left.map(([name]) => name).join('、'),
      expected: '文字中列出',
      message: `${table.name}中有金额而文字没有列出的科目：${left.map(([name]) => name).join('、')}`,
      messageEn: 'Some items with money are not listed in the text.',
    })
  },
})
