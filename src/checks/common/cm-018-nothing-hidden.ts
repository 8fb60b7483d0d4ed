/** CM-018: hidden sheets, comments, tracked changes and broken formulas in a file that is to be published. */
import type { Severity } from '../../domain/finding.ts'
import type { ReaderNote } from '../../domain/source-document.ts'
import { defineDocumentCheck } from '../../engine/check.ts'

/** Broken formulas are errors on their face; hidden content only matters when the file is published. */
const KINDS: Readonly<
  Partial<Record<ReaderNote['code'], readonly [name: string, nameEn: string, severity: Severity]>>
> = {
  'hidden-sheet': ['隐藏的工作表', 'hidden sheets', 'warning'],
  'hidden-row': ['隐藏的行', 'hidden rows', 'warning'],
  'hidden-column': ['隐藏的列', 'hidden columns', 'warning'],
  comment: ['批注', 'comments', 'warning'],
  'tracked-change': ['未接受的修订', 'tracked changes', 'warning'],
  'external-link': ['外部链接', 'external links', 'warning'],
  'formula-error': ['出错的公式（#REF! 等）', 'formula errors (#REF! …)', 'error'],
}

export const nothingHidden = defineDocumentCheck({
  id: 'CM-018',
  title: '文件没有隐藏内容、批注、修订和出错的公式',
  titleEn: 'The file holds nothing hidden, no comments, no changes, no broken formulas',
  kind: 'D',
  severity: 'warning',
  missing: 'skip-if-all',
  basis: 'proposal',
  cites: ['proposal#hidden-content'],
  rule: '公开的文件中无隐藏的表、行、列，无批注、修订、外部链接，无错误值',
  remedy: '公开前取消隐藏或删除，接受修订，删除批注，改正公式。',
  remedyEn: 'Unhide or delete, accept the changes, remove comments and repair the formulas before publishing.',
  run({ source }, report) {
    const notes = new Map<string, ReaderNote[]>()
    for (const note of source.notes) if (KINDS[note.code]) notes.set(note.code, [...(notes.get(note.code) ?? []), note])
    for (const [code, list] of notes) {
      const [name, nameEn, severity] = KINDS[code as ReaderNote['code']]!
      report({
        section: list[0]!.at.sheet ?? '',
        severity,
        verdict: 'outside',
        printed: `${list.length}处`,
        expected: '没有',
        message: `文件中有${name}${list.length}处：${list[0]!.message}`,
        messageEn: `The file holds ${nameEn} in ${list.length} place(s).`,
      })
    }
  },
})
