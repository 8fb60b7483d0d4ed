/** Titles of the two forms that look ahead: goal declarations and monitoring forms; and titles of all other papers. */
import { goalLayout } from '../../law/goal-form.ts'
import { monitoringLayout } from '../../law/monitoring-form.ts'
import { isFormTitle, isOtherTitle } from '../head.ts'
import { remembered } from '../lookup.ts'
import { labelKey } from '../text.ts'

export type PlanKind = 'goal' | 'monitoring'
/** `other`: a title of a paper that is neither. */
export type TitleKind = PlanKind | 'other' | 'none'

const LONGEST_TITLE = 40
/** A sentence that ends in the name of a form (详见项目支出绩效目标表) is no title. */
const SENTENCE = /[。；，、]|详?见|填写|附有/u
/** 长期绩效目标表, 年度绩效指标表: a part of a form that has two. */
const PART = /^(?:中?长期|中期|年度|当年|实施期)绩效(?:目标|指标)表$/u

/** 表 at the end, before a year or a number of pages that some print behind it. */
const keyOf = (text: string): string => labelKey(text).replace(/表[-—_\s]?(?:20\d{2}年?度?|\d{1,2}|[A-Za-z])$/u, '表')

const matches = (key: string, { titles, otherTitles }: { titles: readonly RegExp[]; otherTitles: readonly RegExp[] }) =>
  titles.some((pattern) => pattern.test(key)) && !otherTitles.some((pattern) => pattern.test(key))

const kindOf = (text: string): TitleKind => {
  const key = keyOf(text)
  if (key.length > LONGEST_TITLE || !/[表书本]$/.test(key) || SENTENCE.test(key) || PART.test(key)) return 'none'
  if (matches(key, monitoringLayout())) return 'monitoring'
  if (matches(key, goalLayout())) return 'goal'
  return isFormTitle(text) ||
    isOtherTitle(text) ||
    /(?:自评|评分|评价|绩效|决算|预算|情况|明细|汇总).{0,12}表$/.test(key)
    ? 'other'
    : 'none'
}

export const titleKind = remembered(kindOf, 'none')
