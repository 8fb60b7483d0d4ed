/** What stands above a table: its title, its number (公开01表), unit, department. */
import { type TableProfile, tableProfiles } from '../../law/account-tables.ts'
import { fullKey } from '../text.ts'

const QUOTES = /[“”"‘’'「」『』《》]/g

const titleKey = (text: string): string =>
  fullKey(text.replace(QUOTES, ''))
    .replace(/^[(]?[一二三四五六七八九十\d]+[)、.]/, '')
    .replace(/[(](?:续|公开)[^()]*[)]$/, '')
    .replace(/[,、]/g, '')

interface Known {
  readonly key: string
  readonly profile: TableProfile
}

let known: readonly Known[] | undefined

const knownTitles = (): readonly Known[] => {
  known ??= tableProfiles()
    .flatMap((profile) => [profile.title, ...profile.titles].map((title) => ({ key: titleKey(title), profile })))
    .sort((a, b) => b.key.length - a.key.length)
  return known
}

const LONGEST_TITLE = 60
/** Words that make the table behind them another one: 社会保险基金 + 支出决算表 is not 支出决算表. */
const OTHER_TABLE = /(?:拨款|基金|经费|项目|资本|基本|公共预算|资金|经营预算|明细|收入|支出)$/

/** The profile whose title the text is or ends with: 2022年度某某局收入决算表. */
export const titleProfile = (text: string): TableProfile | undefined => {
  if (text.length > LONGEST_TITLE || !text.includes('表') || /[，。；：,;:]\s*$/.test(text)) return undefined
  const key = titleKey(text)
  if (!key.endsWith('表') || /[。;,:]/.test(key)) return undefined
  const found = knownTitles().find((one) => key.endsWith(one.key))
  if (!found) return undefined
  return OTHER_TABLE.test(key.slice(0, -found.key.length)) ? undefined : found.profile
}

/** Forms that other readers know: 绩效自评表, 绩效目标表. */
export const isOtherForm = (text: string): boolean => /绩效|自评|评价|评分|目标申报/.test(text)

/** A short line that ends in 表 and names accounts, whatever the profile. */
export const looksLikeTitle = (text: string): boolean => {
  const key = titleKey(text)
  return (
    key.length <= LONGEST_TITLE &&
    !isOtherForm(key) &&
    /(?:决算|预算|收支|支出|情况|明细|经费).*表$/.test(key) &&
    !/[。;,:]/.test(key)
  )
}

const CODE = /(?:财决|部门|单位|预算|决算){0,4}公开(?:表)?\d{1,2}(?:-\d)?表?|(?:预算|决算)\d{1,2}表/
const BARE_CODE = /^(?:附?表)[一二三四五六七八九十\d]{1,3}(?=$|[:、.\s])/

/** 公开01表 as printed, without spaces; empty when the text prints none. */
export const tableCode = (text: string): string => {
  const dense = text.normalize('NFKC').replace(/\s+/g, '')
  return CODE.exec(dense)?.[0] ?? BARE_CODE.exec(text.normalize('NFKC').trim())?.[0] ?? ''
}

const CODE_END = new RegExp(`(?:${CODE.source})$`)
const CODE_START = new RegExp(`^(?:${CODE.source})`)

/** Lines that a layout ran together: the note of one table, the title and the number of the next. */
export const headingPieces = (text: string): readonly string[] => {
  if (text.length > 8 * LONGEST_TITLE || !text.includes('表')) return [text]
  return text.split(/(?<=[。；])/).flatMap((piece) => {
    const dense = piece.normalize('NFKC').replace(/\s+/g, '')
    const code = CODE_END.exec(dense)?.[0] ?? ''
    const first = code === '' ? (CODE_START.exec(dense)?.[0] ?? '') : ''
    if (code !== '' && titleProfile(dense.slice(0, -code.length))) return [dense.slice(0, -code.length), code]
    if (first !== '' && titleProfile(dense.slice(first.length))) return [first, dense.slice(first.length)]
    return [piece]
  })
}

const UNIT = /单位[:：]?(?:人民币)?(万元|亿元|千元|元)/

/** 万元 of 金额单位：万元; empty when the text states none. */
export const moneyUnit = (text: string): string => UNIT.exec(text.replace(/\s+/g, ''))?.[1] ?? ''

const DEPARTMENT =
  /(?:编制部门|公开部门|编报部门|填报部门|部门名称|部门|编制单位|公开单位|编报单位|填报单位|预算单位|单位名称|单位)[(（]?(?:公章|盖章)?[)）]?[:：]\s*(\S[^:：]*?)(?=\s*(?:金额)?单位[:：]|\s+\S*公开\s*\d|\s{2,}|$)/

/** The pattern looks ahead from each character, so a text that is no heading is not gone through. */
const LONGEST_HEADING = 400

/** 某某局 of 部门：某某局　单位：万元. */
export const departmentIn = (text: string): string => {
  const found = DEPARTMENT.exec(text.trim().slice(0, LONGEST_HEADING))?.[1]?.trim() ?? ''
  return /^(?:人民币)?(?:万|亿|千)?元$/.test(found) ? '' : found
}

/** Nothing but title, number, unit, department, year or 续表. */
export const isHeadingText = (text: string): boolean =>
  titleProfile(text) !== undefined ||
  (tableCode(text) !== '' && text.length <= LONGEST_TITLE) ||
  (moneyUnit(text) !== '' && text.length <= 2 * LONGEST_TITLE) ||
  departmentIn(text) !== '' ||
  /^(?:部门|编制单位|单位名称|单位|编制部门|公开部门)[:：]$/.test(text.trim()) ||
  /^[(（]?(?:19|20)\d{2}年度?[)）]?$/.test(text.replace(/\s+/g, '')) ||
  /^[(（]?续表?\d*[)）]?$/.test(text.trim())
