import { type BookletContext, defineBookletCheck, type Report } from '../../engine/check.ts'
import { projectName } from '../../engine/ledger/projects.ts'
import { Decimal } from '../../kernel/decimal.ts'
import { projectFigures } from '../support/booklet-projects.ts'
import { about, figure, printedOf } from '../support/narrative.ts'

/** 项目自评得分94.37分 against the total of the form. */
const reportScores = (context: BookletContext, report: Report): void => {
  for (const { one, form, kind, by } of projectFigures(context)) {
    const total = form.totalScore
    if (kind !== 'score' || by !== 'name' || !total?.number) continue
    const { value } = one.mention
    if (total.number.equals(value) || total.number.round(value.scale).equals(value)) continue
    report(
      about(one, {
        severity: total.cell.unsure ? 'warning' : 'error',
        verdict: 'outside',
        expected: `${total.cell.printed}分`,
        message: `正文中“${projectName(form)}”的自评得分是${printedOf(one)}，自评表${form.index}的总分是${total.cell.printed}`,
        messageEn: `The text gives ${printedOf(one)}, form ${form.index} a total of ${total.cell.printed}.`,
      }),
    )
  }
}

const AVERAGE = /平均(?:得)?分|自评均分/u

/** 平均得分: the simple mean of all forms, or the mean weighted with the budgets. */
const reportAverage = ({ narrative, forms }: BookletContext, report: Report): void => {
  const scores = forms.map(({ totalScore }) => totalScore?.number)
  if (!narrative || forms.length < 2 || scores.some((score) => score === undefined)) return
  const all = scores as readonly Decimal[]
  const sum = all.reduce((a, b) => a.add(b))
  for (const { index, subject } of narrative.statements) {
    if (!AVERAGE.test(subject.name)) continue
    const one = figure(narrative, index)
    const { value, kind } = one.mention
    if (kind !== 'points') continue
    const mean = sum.divide(Decimal.of(forms.length), value.scale)
    const gap = mean.subtract(value).abs()
    if (gap.compare(value.lastUnit()) <= 0) continue
    const low = all.reduce((a, b) => (b.compare(a) < 0 ? b : a))
    const high = all.reduce((a, b) => (b.compare(a) > 0 ? b : a))
    // Weighted with money it lies anywhere between the least and the largest score.
    const isPossible = low.compare(value) <= 0 && value.compare(high) <= 0
    report(
      about(one, {
        severity: isPossible ? 'info' : 'error',
        verdict: isPossible ? 'undecided' : 'outside',
        expected: `${mean}分`,
        message: `正文的平均得分是${printedOf(one)}，${forms.length}张自评表总分的平均数是${mean}${isPossible ? '（加权平均的请写明权重）' : ''}`,
        messageEn: `The mean is printed ${printedOf(one)}; the forms give ${mean}.`,
      }),
    )
  }
}

const GRADE =
  /(\d{1,3}(?:\.\d+)?)分[^。；;]{0,80}?(?:评价?(?:结果|等级|等次|结论)|评定(?:结论|结果|等级)|等级|等次)(?:为|是|:)?[“"'‘]?(优秀|良好|中等|较差|优|良|中|差)/gu

/** 良好 beside 良: one grade, one name. */
const reportGradeNames = ({ narrative }: BookletContext, report: Report): void => {
  if (!narrative) return
  const first = new Map<string, { grade: string; score: string }>()
  for (const { text, at } of narrative.paragraphs)
    for (const [printed, score, grade] of text.normalize('NFKC').replace(/\s+/gu, '').matchAll(GRADE)) {
      const known = first.get(score!)
      if (!known) first.set(score!, { grade: grade!, score: score! })
      else if (known.grade !== grade) {
        const isSame = known.grade[0] === grade![0]
        report({
          section: 'narrative',
          position: at,
          severity: isSame ? 'info' : 'error',
          verdict: 'outside',
          printed: printed!.length > 60 ? grade! : printed!,
          expected: known.grade,
          message: `${score}分在一处评为“${known.grade}”，另一处评为“${grade}”${isSame ? '，等级名称不一' : ''}`,
          messageEn: `A score of ${score} is called ${known.grade} in one place and ${grade} in another.`,
        })
      }
    }
}

export const scoresOfProjects = defineBookletCheck({
  id: 'FN-092',
  title: '正文所述得分、等级与自评表一致',
  titleEn: 'Scores and grades of the text are those of the forms',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#same-fact'],
  rule: '正文所述项目自评得分 = 该项目自评表的总分；平均得分 = 各表总分的平均数（加权的写明权重）；同一得分的等级名称前后相同',
  remedy: '以自评表为准改正正文，等级统一写作优、良、中、差',
  remedyEn: 'Correct the text after the forms; call a grade by one name.',
  run(context, report) {
    reportScores(context, report)
    reportAverage(context, report)
    reportGradeNames(context, report)
  },
})
