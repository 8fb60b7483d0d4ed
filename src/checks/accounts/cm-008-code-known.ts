/** CM-008: a code that the dictionary of the year does not hold. The dictionary is not complete: unknown is not wrong. */
import { defineAccountsCheck } from '../../engine/check.ts'
import { proof } from '../../engine/proof.ts'
import type { Classification } from '../../law/classification.ts'
import {
  allCodeRows,
  atRow,
  type CodeRow,
  dictionaryOf,
  entryIn,
  isDoubted,
  missingIn,
  nameText,
} from '../support/accounts-codes.ts'

/** The only other code that has this name: 2080555 beside 机关事业单位基本养老保险缴费支出 is 2080505. */
const codeOfName = (all: Classification, { kind, code, nameCell }: CodeRow): string | undefined => {
  const name = nameText(nameCell?.printed ?? '')
  if (name === '') return undefined
  const own = [...all[kind].values()].filter(
    (entry) => entry.code.length === code.length && nameText(entry.name) === name,
  )
  return own.length === 1 ? own[0]!.code : undefined
}

/** Functional codes of spending begin with 2, economic codes of departments with 3. */
const FIRST = { functional: '2', economic: '3' } as const

const digitsApart = (a: string, b: string): number => [...a].filter((digit, i) => digit !== b[i]).length

export const codeKnown = defineAccountsCheck({
  id: 'CM-008',
  title: '科目编码在当年的科目册中',
  titleEn: 'The code is in the classification of the year',
  kind: 'D',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'law',
  cites: ['caiyu-2016-143#level-of-detail', 'definition#column-meaning'],
  rule: '功能分类编码（类3位、款5位、项7位，以2开头）、经济分类编码（类3位、款5位，以3开头）见于当年科目册；词典不全，查不到的只作提示',
  remedy: '对照当年政府收支分类科目核对编码',
  remedyEn: 'Compare the code with the classification of that year.',
  run({ accounts, facts }, report) {
    const all = dictionaryOf(facts.year)
    if (!all) return
    const told = new Set<string>()
    for (const row of allCodeRows(accounts)) {
      if (entryIn(all, row) || told.has(`${row.kind}${row.code}`)) continue
      told.add(`${row.kind}${row.code}`)
      const other = codeOfName(all, row)
      const isSlip = other !== undefined && digitsApart(other, row.code) <= 2
      const isForeign = !row.code.startsWith(FIRST[row.kind])
      const isWrong = (isSlip || isForeign) && all.isCovered && !isDoubted(row)
      const name = row.nameCell?.printed ?? ''
      report({
        ...atRow(row),
        field: `rows[${row.entry.row}].code`,
        severity: isWrong ? 'warning' : 'info',
        verdict: isWrong ? 'outside' : 'undecided',
        printed: row.code,
        expected: isSlip ? other : '科目册中的编码',
        message: isSlip
          ? `${row.table.key}编码${row.code}查不到，“${name}”的编码是${other}`
          : isForeign
            ? `${row.table.key}编码${row.code}不以${FIRST[row.kind]}开头，不是${row.kind === 'functional' ? '支出功能' : '部门预算支出经济'}分类科目`
            : `${row.table.key}编码${row.code}“${name}”不在本工具的词典中（词典不全：${missingIn(row.kind)}），请对照科目册`,
        messageEn: isSlip
          ? `Code ${row.code} is unknown; that name belongs to ${other}.`
          : `Code ${row.code} is not in the dictionary, which is not complete.`,
        proof: () =>
          proof({
            formula: '编码 ∈ 当年科目册',
            filledIn: `${row.code} ${name}`,
            result: other ?? '查不到',
            verdict: isWrong ? 'outside' : 'undecided',
            inputs: [{ name: '科目编码', printed: row.codeCell.printed, position: row.codeCell.at }],
          }),
      })
    }
  },
})
