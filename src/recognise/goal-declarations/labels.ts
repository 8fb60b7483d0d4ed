/** What a label of the upper part of a goal declaration names: a field, a line of money, a goal, a block. */
import type { DeclarationField, MoneySource, Term } from '../../domain/goal-declaration.ts'
import { goalLayout } from '../../law/goal-form.ts'
import { fundRowKey } from '../funds.ts'
import { labelKey, narrow } from '../text.ts'
import { goalWords } from './words.ts'

export type GoalLabel =
  | { readonly kind: 'head'; readonly field: DeclarationField }
  | { readonly kind: 'total'; readonly term: Term }
  | { readonly kind: 'source'; readonly key: MoneySource }
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'goal'; readonly term: Term }
  | { readonly kind: 'ratio' }
  | { readonly kind: 'goalBlock' }
  | { readonly kind: 'moneyBlock' }

const LONGEST = 26
const NONE: ReadonlySet<string> = new Set()
const withoutWhich = (text: string): string => text.replace(/^(?:其中|其)\s*[:：]\s*/, '')

/** 中期目标（2021年—2023年+1）, 年度绩效目标3: the years and numbers behind a goal's label vary. */
const bareGoal = (key: string): string => key.replace(/(?:[一二三四五六七八九十\d]{1,2}|\d{4}年?[-—–~至]\d{4}年?)$/, '')

const sourceOf = (text: string): GoalLabel | undefined => {
  const key = labelKey(withoutWhich(text))
  if (goalWords().bareMoney.has(key)) {
    return /其[他它]/.test(key) ? { kind: 'source', key: 'other' } : { kind: 'total', term: 'annual' }
  }
  if (/目标|指标|说明|依据|用途|管理(?!资金)|测算|明细|来源|方向|情况|办法|内容|代码/.test(key)) return undefined
  const found = fundRowKey(text, NONE)
  if (found === undefined || found === 'total') return undefined
  return { kind: 'source', key: found }
}

/** `isMoney`: the form is in its block of money, where 其他, 合计 and 自筹资金 are lines of it and no values. */
export const goalLabel = (text: string, isMoney: boolean): GoalLabel | undefined => {
  if (text.length > LONGEST || /^[\d.,%—\-/]+$/.test(narrow(text))) return undefined
  const words = goalWords()
  const key = labelKey(text)
  const term = words.totals(withoutWhich(text))[0]
  if (term) return { kind: 'total', term }
  const head = words.head(text)[0]
  if (head) return { kind: 'head', field: head }
  const side = words.goals(text)[0] ?? words.goals(bareGoal(key))[0]
  if (side === 'ratio') return { kind: 'ratio' }
  if (words.goalBlock.has(key)) return { kind: 'goalBlock' }
  if (side) return { kind: 'goal', term: side }
  if (words.moneyBlock.has(key)) return { kind: 'moneyBlock' }
  // 2024年 alone may be the value of 开始时间.
  if ((isMoney || /预算|资金|计划|投入/.test(key)) && goalLayout().money.yearly.some((pattern) => pattern.test(key)))
    return { kind: 'year', year: Number(/20\d{2}/.exec(key)![0]) }
  return isMoney ? sourceOf(text) : undefined
}
