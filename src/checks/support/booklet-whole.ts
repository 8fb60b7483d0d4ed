/** Is the document plainly a whole booklet of final accounts? A single form or table is not an incomplete booklet. */
import type { BookletContext } from '../../engine/check.ts'
import { topicsOf } from '../../engine/ledger/narrative-places.ts'

const FEWEST_TABLES = 6
const FEWEST_TOPICS = 4
/** Published sets in this form exist since then. */
const FIRST_YEAR = 2019

const FINAL_TABLES: ReadonlySet<string> = new Set([
  'income-expenditure-total',
  'income',
  'expenditure',
  'fiscal-total',
  'general-budget-expenditure',
  'basic-expenditure',
  'three-public',
  'government-fund',
  'state-capital',
])

/** Most of the tables of final accounts, and a text with sections on most of them. */
export const isWholeBooklet = ({ narrative, accounts, facts }: BookletContext): boolean => {
  if (!narrative || !accounts) return false
  const year = narrative.year || facts.year
  const tables = new Set(
    accounts.tables.map(({ record }) => record.profile).filter((profile) => FINAL_TABLES.has(profile)),
  )
  const topics = new Set(topicsOf(narrative).filter((topic) => topic !== 'none'))
  return year >= FIRST_YEAR && tables.size >= FEWEST_TABLES && topics.size >= FEWEST_TOPICS
}

/** All prose without white space. */
export const wholeText = ({ narrative }: BookletContext): string =>
  (narrative?.paragraphs ?? []).map(({ text }) => text.normalize('NFKC').replace(/\s+/gu, '')).join('\n')
