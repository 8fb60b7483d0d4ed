/** What the reports on two documents say themselves, in both languages. */
import type { ComparisonMode } from '../../domain/document-comparison.ts'
import type { Language } from '../words.ts'

export interface CompareTexts {
  readonly title: string
  readonly mode: (mode: ComparisonMode, before: number, after: number) => string
  readonly counts: (values: number, changed: number, added: number, gone: number, same: number) => string
  readonly findings: (gone: number, added: number, remaining: number, across: number) => string
  readonly same: string
  readonly state: { readonly changed: string; readonly new: string; readonly gone: string; readonly same: string }
  readonly values: (n: number) => string
  readonly blank: string
  readonly more: (n: number) => string
  readonly heads: {
    readonly added: string
    readonly gone: string
    readonly remaining: string
    readonly across: string
    readonly findings: string
  }
  readonly columns: {
    readonly kind: string
    readonly record: string
    readonly state: string
    readonly field: string
    readonly before: string
    readonly after: string
    readonly difference: string
    readonly rate: string
    readonly placeBefore: string
    readonly placeAfter: string
    readonly change: string
    readonly severity: string
    readonly code: string
    readonly place: string
    readonly message: string
    readonly printed: string
    readonly expected: string
  }
  readonly sheets: { readonly summary: string; readonly changes: string; readonly findings: string }
}

const ZH: CompareTexts = {
  title: '两份文件的比较',
  mode: (mode, before, after) =>
    mode === 'version' ? '同一年度的两个版本' : `${before || '？'}年度与${after || '？'}年度：比较金额、得分和项目`,
  counts: (values, changed, added, gone, same) =>
    `改动 ${values} 处（涉及 ${changed} 张表），新增 ${added} 张，减少 ${gone} 张，${same} 张没有变化`,
  findings: (gone, added, remaining, across) =>
    `问题：新增 ${added}，消除 ${gone}，仍有 ${remaining}${across > 0 ? `；两年之间 ${across}` : ''}`,
  same: '没有不同',
  state: { changed: '改动', new: '新增', gone: '减少', same: '相同' },
  values: (n) => `${n} 处改动`,
  blank: '（空）',
  more: (n) => `……另有 ${n} 处（全部见 json、html 或 xlsx）`,
  heads: {
    added: '新增的问题',
    gone: '消除的问题',
    remaining: '仍有的问题',
    across: '两年之间的问题（年初与上年末、上年数等）',
    findings: '问题',
  },
  columns: {
    kind: '种类',
    record: '表',
    state: '变化',
    field: '栏目',
    before: '旧',
    after: '新',
    difference: '差额',
    rate: '增减率',
    placeBefore: '旧位置',
    placeAfter: '新位置',
    change: '变化',
    severity: '级别',
    code: '代码',
    place: '位置',
    message: '问题',
    printed: '印刷值',
    expected: '应为',
  },
  sheets: { summary: '汇总', changes: '改动', findings: '问题变化' },
}

const counted = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`

const EN: CompareTexts = {
  title: 'Comparison of two documents',
  mode: (mode, before, after) =>
    mode === 'version'
      ? 'two versions of one year'
      : `years ${before || '?'} and ${after || '?'}: amounts, scores and projects`,
  counts: (values, changed, added, gone, same) =>
    `${counted(values, 'value')} changed (in ${counted(changed, 'record')}), ${added} new, ${gone} gone, ${same} unchanged`,
  findings: (gone, added, remaining, across) =>
    `Findings: ${added} new, ${gone} gone, ${remaining} remain${across > 0 ? `; ${across} between the years` : ''}`,
  same: 'no difference',
  state: { changed: 'changed', new: 'new', gone: 'gone', same: 'same' },
  values: (n) => `${counted(n, 'value')} changed`,
  blank: '(blank)',
  more: (n) => `… and ${n} more (all of them in json, html or xlsx)`,
  heads: {
    added: 'New findings',
    gone: 'Findings that are gone',
    remaining: 'Findings that remain',
    across: 'Findings between the years (opening and closing, last year’s figures)',
    findings: 'Findings',
  },
  columns: {
    kind: 'Kind',
    record: 'Record',
    state: 'Change',
    field: 'Field',
    before: 'Before',
    after: 'After',
    difference: 'Difference',
    rate: 'Rate',
    placeBefore: 'Place before',
    placeAfter: 'Place after',
    change: 'Change',
    severity: 'Severity',
    code: 'Code',
    place: 'Place',
    message: 'Finding',
    printed: 'Printed',
    expected: 'Expected',
  },
  sheets: { summary: 'Summary', changes: 'Changes', findings: 'Findings' },
}

export const compareTexts = (language: Language): CompareTexts => (language === 'zh' ? ZH : EN)
