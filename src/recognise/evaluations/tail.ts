/** Total and grade below a sheet: 综合评分 88.83 / 评分等级 良, or 合计得分：97.2分 等级为：优. */
import type { EvaluationSheet } from '../../domain/evaluation-sheet.ts'
import type { Cell } from '../../domain/self-evaluation.ts'
import type { Token } from '../lines/tokens.ts'
import { labelText } from '../lines/trie.ts'
import { sheetWords } from './words.ts'

type Closing = Pick<EvaluationSheet, 'totalWeight' | 'totalScore' | 'grade'>

const NUMBERS = /^[:：为]?((?:\d+(?:\.\d+)?分?)+)/
const GRADE = /(优秀|良好|合格|不合格|较好|较差|一般|优|良|中|差)/

/** Tokens from the total line on. Two numbers are weight and score, one is the score. */
export function closing(tail: readonly Token[]): Closing {
  const numbers: Cell[] = []
  let grade: Cell | undefined
  let isNumeric = false
  for (const [index, token] of tail.entries()) {
    const text = labelText(token.text)
    const label = sheetWords().totalList.find((known) => text.startsWith(known))
    const gradeLabel = sheetWords().gradeList.find((known) => text.startsWith(known))
    if (gradeLabel && !label) {
      const rest = GRADE.exec(text.slice(gradeLabel.length)) ?? GRADE.exec(labelText(tail[index + 1]?.text ?? ''))
      if (rest && !grade) grade = { printed: rest[1]!, at: token.at }
      isNumeric = false
      continue
    }
    if (label) isNumeric = true
    const match = isNumeric ? NUMBERS.exec(label ? text.slice(label.length) : text) : undefined
    if (match) numbers.push({ printed: match[1]!.replace(/分$/, ''), at: token.at })
  }
  const [first, second] = numbers
  return { totalWeight: second ? first : undefined, totalScore: second ?? first, grade }
}
