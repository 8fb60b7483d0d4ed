/** What stands under a table: notes, and the sentence that says it has no data. */
import type { Cell } from '../../domain/self-evaluation.ts'
import type { Position } from '../../domain/source-document.ts'

const NOTE = /^\s*[（(【]?(?:备\s*注|附\s*注|注\s*释|注|说\s*明|填表说明)\s*\d?[】)）]?\s*[:：.、]/
const NONE = /无(?!法|需)|没有|未(?:安排|发生|使用|涉及|有)|不(?:涉及|存在)|空表|为零|为空/
const ABOUT = /本表|此表|该表|空表|本单位|我单位|本部门|我部门|本级|我局|我委|我办|本局|本委|年度|无数据|不涉及/
const SUBJECT = /收入|支出|拨款|基金|数据|资本|经费|空表|结转|采购|业务|不涉及/

export const startsNote = (text: string): boolean => NOTE.test(text)

/** A sentence such as 本单位2021年度没有政府性基金预算收支，故本表无数据. */
export const isStatement = (text: string): boolean =>
  text.length >= 6 && NONE.test(text) && ABOUT.test(text) && SUBJECT.test(text)

export interface NoteLine {
  readonly text: string
  readonly at: Position
}

const joined = (lines: readonly NoteLine[]): string => lines.map(({ text }) => text.replace(/\s+/g, '')).join('')

/** The notes as one text, and the statement among their sentences. */
export const readNotes = (lines: readonly NoteLine[]): { note: Cell | undefined; statement: Cell | undefined } => {
  if (lines.length === 0) return { note: undefined, statement: undefined }
  const text = joined(lines)
  const sentence = text.split(/(?<=[。；;！])/).find((one) => isStatement(one.replace(NOTE, '')))
  const line = lines.find((one) => isStatement(one.text)) ?? lines[0]!
  const printed = sentence?.replace(NOTE, '').replace(/^\d+[.、．]/, '')
  return {
    note: { printed: text, at: lines[0]!.at },
    statement: printed === undefined ? undefined : { printed, at: line.at },
  }
}
