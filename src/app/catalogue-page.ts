/** Pages of docs/findings/: made from headers and cases, so that they cannot say something else than the program. */
import { fieldLabel } from '../writers/field-labels.ts'
import { certaintyWord, severityWord } from '../writers/words.ts'
import type { CatalogueEntry } from './catalogue.ts'
import type { CheckExample } from './examples.ts'

const KINDS = { A: '算术', D: '字典与格式', P: '程序与日期', T: '文字', S: '统计', L: '语言模型' } as const

const SCOPES = {
  form: '逐张自评表',
  document: '整个文件',
  narrative: '决算说明文字',
  assessment: '评分表和部门整体自评表',
  accounts: '决算（预算）公开表',
  booklet: '整个文件（文字、表、评分表、自评表之间）',
  goal: '逐张绩效目标申报表',
  monitoring: '逐张绩效运行监控表',
  across: '同一部门的几个文件之间',
} as const

const MISSING = {
  'skip-if-any': '有一个格为空就不判断',
  'skip-if-all': '全部为空才不判断',
  'blank-is-zero': '空白按0',
  'blank-is-error': '空白即为问题',
} as const

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

const changes = (form: Readonly<Record<string, string | null>>): string[] =>
  Object.entries(form).map(([field, printed]) => {
    const shown = printed === null ? '（表上没有这一栏）' : printed === '' ? '（空）' : printed
    return `| ${cell(fieldLabel(undefined, field))} | ${cell(shown)} |`
  })

const cellsTable = (form: Readonly<Record<string, string | null>>): string[] =>
  Object.keys(form).length === 0 ? [] : ['| 栏目 | 印刷值 |', '|---|---|', ...changes(form), '']

const rowsTable = (rows: CheckExample['rows']): string[] =>
  rows.length === 0
    ? []
    : [
        '| 一级 | 二级 | 三级 | 指标值 | 实际完成值 | 分值 | 得分 | 偏差原因 |',
        '|---|---|---|---|---|---|---|---|',
        ...rows.map((row) => `| ${Array.from({ length: 8 }, (_, i) => cell(row[i] ?? '')).join(' | ')} |`),
        '',
      ]

const foundLine = (finding: Readonly<Record<string, string>>): string => {
  const parts = [
    finding.at && `位置 ${fieldLabel(undefined, finding.at)}`,
    finding.printed !== undefined && `印刷值 ${finding.printed === '' ? '（空）' : finding.printed}`,
    finding.expected && `应为 ${finding.expected}`,
  ].filter(Boolean)
  return `- ${parts.length > 0 ? parts.join('，') : '报告此问题'}`
}

const exampleLines = (example: CheckExample | undefined): string[] =>
  example === undefined
    ? []
    : [
        '## 例子',
        '',
        `${example.name}（规则包 ${example.pack}，${example.on}）。`,
        '',
        ...(example.text ?? []).flatMap((text) => [`> ${text}`, '']),
        ...cellsTable(example.form),
        ...rowsTable(example.rows),
        ...example.forms.flatMap((form, i) => [`自评表${i + 1}：`, '', ...cellsTable(form)]),
        '报告：',
        '',
        ...example.findings.map(foundLine),
        '',
        `全部用例：[${example.path}](../../${example.path})`,
        '',
      ]

const basisLines = ({ check, citations }: CatalogueEntry): string[] =>
  citations.length === 0
    ? [check.basis === 'definition' ? '- 由表格本身的定义得出' : '- 本项目的建议，没有法规依据']
    : citations.map(
        ({ text, kind, certainty }) => `- ${text}${kind === 'law' ? `（${certaintyWord(certainty)}）` : ''}`,
      )

/** One page, Chinese first, with the English title under it. */
export const cataloguePage = (entry: CatalogueEntry): string => {
  const { check, example } = entry
  return `${[
    `# ${check.id} ${check.title}`,
    '',
    `*${check.titleEn}*`,
    '',
    `- 级别：${severityWord(check.severity)}　种类：${KINDS[check.kind]}　空白单元格：${MISSING[check.missing]}`,
    `- 范围：${SCOPES[check.scope]}`,
    '',
    '## 规则',
    '',
    check.rule,
    '',
    '## 依据',
    '',
    ...basisLines(entry),
    '',
    '## 处理',
    '',
    check.remedy,
    '',
    `*${check.remedyEn}*`,
    '',
    ...exampleLines(example),
  ]
    .join('\n')
    .trimEnd()}\n`
}

/** docs/findings/README.md. */
export const catalogueIndex = (entries: readonly CatalogueEntry[]): string =>
  `${[
    '# 检查目录',
    '',
    `共 ${entries.length} 项。代码是公开的，不复用、不改号。本目录由程序生成（\`npm run docs\`），不要手改。`,
    '',
    '| 代码 | 检查 | 级别 | 种类 |',
    '|---|---|---|---|',
    ...entries.map(
      ({ check }) =>
        `| [${check.id}](${check.id}.md) | ${cell(check.title)} | ${severityWord(check.severity)} | ${KINDS[check.kind]} |`,
    ),
  ].join('\n')}\n`

/** File name → text of all pages. */
export const cataloguePages = (entries: readonly CatalogueEntry[]): ReadonlyMap<string, string> =>
  new Map([
    ['README.md', catalogueIndex(entries)],
    ...entries.map((entry) => [`${entry.check.id}.md`, cataloguePage(entry)] as const),
  ])
