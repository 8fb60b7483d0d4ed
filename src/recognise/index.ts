/** From a source document to the records it holds. Knows forms, and no file format. */
import type { DepartmentSelfEvaluation } from '../domain/department-self-evaluation.ts'
import type { EvaluationExcerpt, EvaluationSheet } from '../domain/evaluation-sheet.ts'
import type { FinalAccounts } from '../domain/final-accounts.ts'
import type { GoalDeclaration } from '../domain/goal-declaration.ts'
import type { Monitoring } from '../domain/monitoring.ts'
import type { Narrative } from '../domain/narrative.ts'
import type { SelfEvaluation } from '../domain/self-evaluation.ts'
import type { Position, SourceDocument, TextLines } from '../domain/source-document.ts'
import { formLayout } from '../law/forms.ts'
import { finalAccounts } from './accounts/index.ts'
import { formsApart } from './beside.ts'
import { departmentSelfEvaluations } from './department/index.ts'
import { evaluationSheets } from './evaluations/index.ts'
import { readForm } from './form.ts'
import { lineGroups } from './line-groups.ts'
import { formsFromLines } from './lines/index.ts'
import { readNarrative } from './narrative/index.ts'
import { planForms } from './plans/index.ts'
import { titleKind } from './plans/titles.ts'
import { mendRepeats } from './repeats.ts'
import { documentRows, type Row } from './rows.ts'
import { segments } from './segment.ts'
import { joinSplitHeaders } from './split-headers.ts'

/** Something the recogniser saw and could not turn into a record; a person should look. */
export interface RecognitionNote {
  readonly message: string
  readonly messageEn: string
  readonly at: Position
}

export interface Recognition {
  readonly selfEvaluations: readonly SelfEvaluation[]
  readonly evaluations: readonly EvaluationSheet[]
  /** Small tables of a report that repeat rows of a sheet. */
  readonly evaluationExcerpts: readonly EvaluationExcerpt[]
  /** 部门整体支出绩效自评表. */
  readonly departmentSelfEvaluations: readonly DepartmentSelfEvaluation[]
  /** 项目支出绩效目标申报表. */
  readonly goalDeclarations: readonly GoalDeclaration[]
  /** 项目支出绩效运行监控表. */
  readonly monitorings: readonly Monitoring[]
  /** 决算公开表: final-accounts and budget tables. */
  readonly finalAccounts: FinalAccounts
  /** The prose around forms and tables. */
  readonly narrative: Narrative
  readonly notes: readonly RecognitionNote[]
}

const tooManySheets = (at: Position): RecognitionNote => ({
  message: '评价指标体系评分表过多，从此处起没有读取；请把文件拆成几个较小的再检查',
  messageEn: 'Too many scored sheets: from here on they were not read; split the file into smaller ones',
  at,
})

type Unnumbered = Omit<SelfEvaluation, 'index'>

const fromTables = (rows: readonly Row[]): readonly Unnumbered[] =>
  segments(rows).flatMap((segment) => readForm(segment) ?? [])

const TITLE_LINES = 10

/** The title above a form in lines says that it is a goal declaration or a monitoring form. */
const isPlan = ({ lines }: TextLines, at: number): boolean => {
  for (let line = at; line >= 0 && line > at - TITLE_LINES; line -= 1) {
    const kind = titleKind(lines[line]!.text.trim())
    if (kind !== 'none') return kind === 'goal' || kind === 'monitoring'
  }
  return false
}

const fromLines = (source: SourceDocument): readonly Unnumbered[] =>
  source.blocks.flatMap((block, index) => {
    if (block.kind !== 'lines') return []
    return lineGroups(block, formLayout()).flatMap((group) =>
      formsFromLines(group.block, formLayout())
        .filter(({ fromLine }) => !isPlan(group.block, fromLine))
        .map(({ fromLine, toLine, ...form }) => ({
          ...form,
          source: { fromBlock: index, toBlock: index, fromRow: group.from + fromLine, toRow: group.from + toLine },
        })),
    )
  })

/** Finds and reads every 项目支出绩效自评表 and every scored framework sheet of the document. Never throws, never repairs. */
export const recognise = (source: SourceDocument): Recognition => {
  const printed = documentRows(source)
  const rows = formsApart(mendRepeats(joinSplitHeaders(printed)))
  const forms = [...fromTables(rows), ...fromLines(source)].sort((a, b) => a.source.fromBlock - b.source.fromBlock)
  const scored = evaluationSheets(source, rows)
  const taken = forms.map((form) => form.source)
  const plans = planForms(source, rows, taken)
  const accounts = finalAccounts(source, printed)
  // Between the tables of broken text stand a few lines of prose, which the lines of the tables would outvote.
  const tables = accounts.tables.map((table) => table.source).filter(({ fromRow }) => fromRow !== undefined)
  return {
    selfEvaluations: forms.map((form, i) => ({ index: i + 1, ...form })),
    evaluations: scored.sheets,
    evaluationExcerpts: scored.excerpts,
    departmentSelfEvaluations: departmentSelfEvaluations(source, rows),
    goalDeclarations: plans.goalDeclarations,
    monitorings: plans.monitorings,
    finalAccounts: accounts,
    narrative: readNarrative(source, [...taken, ...plans.sources, ...tables]),
    notes: scored.unread ? [tooManySheets(scored.unread)] : [],
  }
}
