/** CM-009: the name printed beside a code is that of the code in the year. */
import type { Severity } from '../../domain/finding.ts'
import { defineAccountsCheck } from '../../engine/check.ts'
import { proof } from '../../engine/proof.ts'
import { editDistance } from '../../kernel/normalize.ts'
import { type Classification, type ClassificationEntry, dictionary } from '../../law/classification.ts'
import {
  allCodeRows,
  atRow,
  type CodeRow,
  dictionaryOf,
  entryIn,
  isDoubted,
  nameText,
} from '../support/accounts-codes.ts'

interface Judged {
  readonly severity: Severity
  readonly why: string
}

/** 统计信息事 (cut by its column) or 其他支出（项）. */
const isCut = (printed: string, known: string): boolean =>
  printed.length >= 2 && (known.startsWith(printed) || known.endsWith(printed) || printed.startsWith(known))

const isOtherYears = ({ kind, code }: CodeRow, printed: string): boolean =>
  dictionary(kind).entries.some((entry) => entry.code === code && nameText(entry.name) === printed)

/** Names that stand beside another code, each beside one only: 行政运行 belongs to a hundred. */
const isAnothers = (all: Classification, { kind, code }: CodeRow, printed: string): boolean => {
  const own = [...all[kind].values()].filter(({ name }) => nameText(name) === printed)
  return own.length === 1 && own[0]!.code !== code
}

const judge = (all: Classification, row: CodeRow, entry: ClassificationEntry, printed: string): Judged => {
  const known = nameText(entry.name)
  if (isOtherYears(row, printed)) return { severity: 'info', why: '是其他年度的名称' }
  if (isCut(printed, known)) return { severity: 'info', why: '名称不完整' }
  if (!all.isCovered || entry.certainty === 'recalled' || isDoubted(row))
    return { severity: 'info', why: '词典中的名称未经核对' }
  if (isAnothers(all, row, printed)) return { severity: 'error', why: '是另一科目的名称' }
  return { severity: 'warning', why: editDistance(printed, known, 3) <= 2 ? '疑有错字' : '与科目名称不同' }
}

export const nameOfCode = defineAccountsCheck({
  id: 'CM-009',
  title: '科目名称与编码一致',
  titleEn: 'The name belongs to the code',
  kind: 'D',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#same-fact'],
  rule: '名称（去空格、统一括号后）= 当年该编码的名称；相差两字以内的疑为错字；词典中凭记忆的名称只作提示',
  remedy: '对照当年政府收支分类科目，改正编码或名称',
  remedyEn: 'Correct the code or the name.',
  run({ accounts, facts }, report) {
    const all = dictionaryOf(facts.year)
    if (!all) return
    const told = new Set<string>()
    for (const row of allCodeRows(accounts)) {
      const entry = entryIn(all, row)
      const printed = nameText(row.nameCell?.printed ?? '')
      if (!entry || printed === '' || printed === nameText(entry.name)) continue
      const key = `${row.code}|${printed}`
      if (told.has(key)) continue
      told.add(key)
      const { severity, why } = judge(all, row, entry, printed)
      const verdict = severity === 'info' ? 'undecided' : 'outside'
      report({
        ...atRow(row),
        field: `rows[${row.entry.row}].name`,
        severity,
        verdict,
        printed: row.nameCell!.printed,
        expected: entry.name,
        message: `${row.table.key}编码${row.code}的名称印为“${row.nameCell!.printed}”，${facts.year}年度为“${entry.name}”（${why}）`,
        messageEn: `The name printed beside ${row.code} is not the one of the dictionary (${entry.name}).`,
        proof: () =>
          proof({
            formula: '名称 = 当年该编码的名称',
            filledIn: `${row.code}：${row.nameCell!.printed}`,
            result: entry.name,
            verdict,
            inputs: [
              { name: '科目编码', printed: row.codeCell.printed, position: row.codeCell.at },
              { name: '科目名称', printed: row.nameCell!.printed, position: row.nameCell!.at },
            ],
          }),
      })
    }
  },
})
