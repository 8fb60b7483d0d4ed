/** FA-004: a table without data says so, and one with data does not say it has none. */
import type { SourceDocument } from '../../domain/source-document.ts'
import type { AccountTableView } from '../../engine/accounts.ts'
import { defineAccountsCheck } from '../../engine/check.ts'
import { proof } from '../../engine/proof.ts'
import { atTable } from '../support/accounts.ts'

const NO_DATA = /本表无数据|本表为空|空表/

/** What the statement would be about; other tables are never empty. */
const SUBJECTS: Readonly<Record<string, RegExp>> = {
  'government-fund': /政府性基金/,
  'state-capital': /国有资本经营/,
  'fund-basic-expenditure': /政府性基金/,
  'budget-fund': /政府性基金/,
  'budget-state-capital': /国有资本经营/,
  'three-public': /[“"]?三公/,
}

const NONE = /没有|无|未(?:安排|发生|涉及)|不涉及|空表/

/** A sentence anywhere else in the document that says the same. */
const isSaidElsewhere = ({ blocks }: SourceDocument, subject: RegExp): boolean =>
  blocks.some(
    (block) =>
      block.kind === 'paragraph' &&
      block.text
        .split(/[。；]/)
        .some((sentence) => subject.test(sentence) && NONE.test(sentence) && !sentence.endsWith('表')),
  )

const hasMoney = ({ entries }: AccountTableView): boolean =>
  entries.some(({ cells }) => [...cells.values()].some(({ amount }) => amount !== undefined && !amount.value.isZero()))

export const emptyTableStatement = defineAccountsCheck({
  id: 'FA-004',
  title: '空表附说明，有数据的表不说是空表',
  titleEn: 'An empty table says so, and only an empty one',
  kind: 'D',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'law',
  cites: ['caiyu-2016-143#empty-tables'],
  rule: '表中没有数据 ⇔ 印有“本表无数据”一类的说明；文中另有说明的视为已说明',
  remedy: '空表下注明没有此项收支；有数据的表删去空表说明',
  remedyEn: 'State under an empty table that there is nothing to report; remove the statement from a table with data.',
  run({ accounts, source }, report) {
    for (const table of accounts.tables) {
      const { isBlank, statement, profile, note } = table.record
      const subject = SUBJECTS[profile]
      if (isBlank && subject && !statement && !isSaidElsewhere(source, subject))
        report({
          ...atTable(table),
          verdict: 'outside',
          printed: '（空表，无说明）',
          expected: '没有此项收支的说明',
          message: `${table.name}没有数据，也没有说明`,
          messageEn: `${table.key} is empty and does not say why.`,
          proof: () =>
            proof({ formula: '空表 ⇒ 说明', filledIn: table.name, result: '没有说明', verdict: 'outside', inputs: [] }),
        })
      const said = statement ?? note
      if (!isBlank && said && NO_DATA.test(said.printed) && hasMoney(table))
        report({
          ...atTable(table),
          severity: said.unsure ? 'warning' : 'error',
          verdict: 'outside',
          printed: said.printed,
          expected: '与表内数据一致的说明',
          message: `${table.name}列有金额，却说明“${said.printed}”`,
          messageEn: `${table.key} has amounts, but says that it is empty.`,
          proof: () =>
            proof({
              formula: '有数据 ⇒ 没有空表说明',
              filledIn: said.printed,
              result: '矛盾',
              verdict: 'outside',
              inputs: [{ name: '说明', printed: said.printed, position: said.at }],
            }),
        })
    }
  },
})
