/** FA-001: a table of the place's set that is neither there nor mentioned. */
import type { SourceDocument } from '../../domain/source-document.ts'
import { type AccountsContext, defineAccountsCheck } from '../../engine/check.ts'
import { proof } from '../../engine/proof.ts'
import { type SetTable, tableSetFor, tableSets } from '../../law/account-sets.ts'
import { atTable } from '../support/accounts.ts'

/** Fewer tables than this are an excerpt, and say nothing about what was published. */
const LEAST_PRESENT = 6

const dense = (text: string): string => text.normalize('NFKC').replace(/[\s“”"]+/g, '')

const textOf = ({ blocks }: SourceDocument): string =>
  dense(
    blocks
      .map((block) => {
        if (block.kind === 'paragraph') return block.text
        return block.kind === 'grid' ? block.cells.map(({ text }) => text).join('|') : ''
      })
      .join('|'),
  )

const isMentioned = (text: string, { title, profile }: SetTable): boolean =>
  [title, ...profile.titles].some((one) => text.includes(dense(one)))

/** Yunnan prints income as well in the table of the general budget: one stands for the other. */
const INSTEAD: Readonly<Record<string, string>> = {
  'general-budget-expenditure': 'general-budget-income-expenditure',
  'general-budget-income-expenditure': 'general-budget-expenditure',
}

/** A place that has sets of its own for other years: what it printed in this one is not known. */
const isUncertain = (region: string, places: readonly string[]): boolean =>
  places.length === 0 && tableSets().some((set) => set.places.some((place) => region.includes(place)))

const missingTables = ({ source, facts, accounts }: AccountsContext): readonly SetTable[] => {
  const set = facts.year > 0 ? tableSetFor('final', facts.region, facts.year) : undefined
  if (!set || isUncertain(facts.region, set.places)) return []
  const printed = new Set(accounts.tables.map(({ record }) => record.profile))
  const missing = set.tables.filter(
    ({ profile }) => !printed.has(profile.id) && !printed.has(INSTEAD[profile.id] ?? ''),
  )
  if (set.tables.length - missing.length < LEAST_PRESENT || missing.length === 0) return []
  const text = textOf(source)
  // What is recalled of a place's set proves nothing about a table that nobody has seen there.
  return missing.filter((table) => table.profile.certainty !== 'recalled' && !isMentioned(text, table))
}

const numbersOf = ({ accounts }: AccountsContext): readonly number[] =>
  accounts.tables.map(({ record }) => Number(/\d+(?=\D*$)/.exec(record.code)?.[0] ?? 0))

/** 公开04表 and 公开06表 are there, 公开05表 is not: then more speaks for it than a list of ours. */
const isGap = (context: AccountsContext, { code }: SetTable): boolean => {
  const numbers = numbersOf(context)
  const own = Number(/\d+/.exec(code)?.[0] ?? 0)
  return !numbers.includes(own) && numbers.includes(own - 1) && numbers.includes(own + 1)
}

export const setComplete = defineAccountsCheck({
  id: 'FA-001',
  title: '公开表齐全',
  titleEn: 'All tables of the set are there',
  kind: 'D',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'practice',
  cites: ['practice#account-table-sets'],
  rule: '当地当年成套公开表的每一张都在文件中；文件只摘录几张表的，以及文中提到该表而没有读出的，不查；表号中断的为警告，其余为提示',
  remedy: '核对公开表是否齐全，没有数据的表也应列出并说明',
  remedyEn: 'Check that all tables are published; a table without data is published empty, with a statement.',
  run(context, report) {
    const first = context.accounts.tables[0]
    if (!first) return
    for (const table of missingTables(context)) {
      const { code, title } = table
      report({
        ...atTable(first),
        severity: isGap(context, table) ? 'warning' : 'info',
        verdict: 'undecided',
        printed: '（未见）',
        expected: `${code}《${title}》`,
        message: `文件中没有${code}《${title}》，也没有提到它`,
        messageEn: `Table ${code} is neither in the document nor mentioned in it.`,
        proof: () =>
          proof({
            formula: '成套公开表 ⊆ 文件中的表',
            filledIn: `《${title}》`,
            result: '未见',
            verdict: 'undecided',
            inputs: [],
          }),
      })
    }
  },
})
