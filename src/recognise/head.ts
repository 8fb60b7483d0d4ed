/** What a text of the head is: a label of a field, a title, a year. */
import type { ExtraField, HeadField } from '../domain/self-evaluation.ts'
import { labelKey, narrow } from './text.ts'
import { vocabulary } from './vocabulary.ts'

export type Labelled = HeadField | ExtraField

export const fieldOf = (text: string): Labelled | undefined => vocabulary().head(text)[0] ?? vocabulary().more(text)[0]

/** A label in front of its value. */
export const COLON = /^([^:：]{2,20})[:：]\s*([\s\S]*)$/

/** A label of a field, or one in front of its value. */
export const mayBeField = (text: string): boolean => {
  if (fieldOf(text)) return true
  const match = COLON.exec(text)
  return match !== null && fieldOf(match[1]!) !== undefined
}

export const isProjectNameLabel = (text: string): boolean =>
  vocabulary().head(text)[0] === 'projectName' ||
  (/[:：]/.test(text) && vocabulary().head(COLON.exec(text)?.[1] ?? '')[0] === 'projectName')

/** A heading of a form: 项目支出绩效自评表, also with a year or a unit's name before it and （2020年度） behind it. */
export const isFormTitle = (text: string): boolean => {
  if (text.length > 60) return false
  const key = labelKey(text).replace(/^\d{4}年度?/, '')
  if (vocabulary().titles.has(key)) return true
  return /自评表$/.test(key) && !/[。；]/.test(key)
}

const OTHER_TITLE = /(?:监控|监测|申报|审核|批复|备案)(?:情况)?表$|整体(?:支出|项目|绩效).{0,16}表$/

/** A heading of a paper with much the same rows: goals declared, goals watched during the year, a whole department. */
export const isOtherTitle = (text: string): boolean => text.length < 60 && OTHER_TITLE.test(labelKey(text))

/** Not the year of a day or a month: 填报日期：2023年3月2日 stands above forms of 2022. */
const YEAR = /(?:^|[^\d])((?:19|20)\d{2})\s*年(?:度)?(?!\s*\d{1,2}\s*月)/
export const yearIn = (text: string): number => Number(YEAR.exec(narrow(text))?.[1] ?? 0)
