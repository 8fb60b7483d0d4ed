/**
 * Whole booklets that are true by construction: the tables of `generateAccounts`, prose over their printed cells, and
 * self-evaluation forms, for one department and any number of years that follow each other.
 *
 *   const { years } = generateBooklet(seed, { years: 2 })
 *   years[1].read()                     as the product reads a .docx of it
 *   withSlot(years[1], slot, '12.34')   one number of its text printed otherwise
 */
import { readSource } from '../../src/app/read-file.ts'
import type { Block } from '../../src/domain/source-document.ts'
import { classification } from '../../src/law/classification.ts'
import type { ReadFile } from '../../src/writers/report-model.ts'
import { documentOf } from './document-of.ts'
import { type AccountsOptions, type GeneratedYear, generateAccounts, printedAmounts } from './generate-accounts.ts'
import {
  basic,
  expenditure,
  fiscal,
  funds,
  general,
  income,
  others,
  overall,
  type ProjectText,
  performance,
  threePublic,
} from './generate-booklet-sections.ts'
import { type Paragraph, randomTextStyle, type Slot, type Writer } from './generate-booklet-text.ts'
import { generateForm } from './generate-form.ts'
import type { PrintedForm } from './printed-form.ts'
import { type Random, randomFrom } from './random.ts'

export interface GeneratedBooklet {
  readonly accounts: GeneratedYear
  readonly paragraphs: readonly Paragraph[]
  readonly forms: readonly PrintedForm[]
  readonly file: string
}

/** 1,234.5 → 123450 hundredths; blanks and dashes are 0. */
const hundredthsOf = (text: string): bigint => {
  const match = /^(-?)([\d,]+)(?:\.(\d{1,2}))?$/.exec(text)
  if (!match) return 0n
  const [, sign, whole, cents = ''] = match
  const value = BigInt(whole!.replaceAll(',', '')) * 100n + BigInt(cents.padEnd(2, '0'))
  return sign === '-' ? -value : value
}

/** 元 to 万元 with two decimals, half up. */
const inWan = (value: bigint): bigint => (value < 0n ? -inWan(-value) : (value + 5_000n) / 10_000n)

const valuesOf = (year: GeneratedYear): ReadonlyMap<string, bigint> => {
  const unitOf = new Map(year.tables.map(({ profile, unit }) => [profile, unit]))
  return new Map(
    [...printedAmounts(year)].map(([key, text]) => {
      const profile = key.split('|')[0]!.split(':')[0]!
      const value = hundredthsOf(text)
      return [key, unitOf.get(profile) === '元' ? inWan(value) : value]
    }),
  )
}

const writerOf = (random: Random, year: GeneratedYear, before: GeneratedYear | undefined): Writer => {
  const values = valuesOf(year)
  const last = before ? valuesOf(before) : undefined
  const { functional, economic } = classification(year.year)
  return {
    random,
    style: randomTextStyle(random),
    year: year.year,
    value: (key) => values.get(key),
    last: (key) => last?.get(key),
    rows: (profile, length) =>
      [...new Set([...values.keys()].filter((key) => key.startsWith(`${profile}|`)).map((key) => key.split('|')[1]!))]
        .filter((code) => /^\d+$/.test(code) && code.length === length)
        .flatMap((code) => {
          const name = (profile === 'basic-expenditure' ? economic : functional).get(code)?.name
          return name === undefined ? [] : [{ code, name }]
        }),
  }
}

/** 12.345678 万元 or 123456.78 元 in millionths of 万元. */
const millionths = (text: string, unit: string): bigint => {
  const [whole = '', decimals = ''] = text.replaceAll(',', '').split('.')
  const shift = unit === '元' ? 2 : 6
  return BigInt(whole + decimals.padEnd(shift, '0').slice(0, shift))
}

const rounded = (value: bigint): bigint => (value + 5_000n) / 10_000n

const projectText = ({ projectName, funds: { unit, total }, totalScore }: PrintedForm): ProjectText => ({
  name: projectName,
  budget: rounded(millionths(total.fullYearBudget, unit)),
  executed: rounded(millionths(total.executed, unit)),
  score: totalScore,
})

/** Forms whose spending the accounts can hold: no more than all projects together, no more carried over than there was. */
const formsOf = (random: Random, year: GeneratedYear): readonly PrintedForm[] => {
  const values = valuesOf(year)
  let left = (values.get('expenditure|total|project') ?? 0n) * 10_000n
  const opening = (values.get('income-expenditure-total:收入|opening|amount') ?? 0n) * 10_000n
  const forms: PrintedForm[] = []
  for (let i = 0; i < 9 && forms.length < 4; i++) {
    const { form } = generateForm(random, (year.year % 10) * 10 + i, year.year)
    const { unit, total, carryover } = form.funds
    const spent = millionths(total.executed, unit)
    // Some places want a reason for every adjustment, which these forms do not print.
    if (
      total.initialBudget !== total.fullYearBudget ||
      spent > left ||
      (carryover.fullYearBudget !== '' && millionths(carryover.fullYearBudget, unit) > opening)
    )
      continue
    left -= spent
    forms.push({ ...form, department: year.department, implementingUnit: year.department })
  }
  return forms
}

const OPENING = [
  '第一部分 部门概况',
  '一、部门职责',
  '贯彻执行国家和上级有关方针政策，拟订本行业发展规划并组织实施，承担上级交办的其他事项。',
  '二、机构设置',
  '本部门内设办公室、业务科、财务科等科室，纳入决算编报范围的单位为本级。',
]

const TERMS = [
  '第四部分 名词解释',
  '1.财政拨款收入：指同级财政当年拨付的资金。',
  '2.基本支出：指为保障机构正常运转、完成日常工作任务而发生的支出。',
  '3.项目支出：指在基本支出之外为完成特定任务而发生的支出。',
  '4.“三公”经费：指用财政拨款安排的因公出国（境）费、公务用车购置及运行费和公务接待费。',
  '5.机关运行经费：指行政单位和参照公务员法管理的事业单位用于购买货物和服务的各项资金。',
]

const say = (text: string): Paragraph => ({ pieces: [text] })

const narrativeOf = (w: Writer, forms: readonly PrintedForm[]): readonly Paragraph[] => {
  const spent = forms.reduce((sum, { funds: { unit, total } }) => sum + millionths(total.executed, unit), 0n)
  return [
    say(`第三部分 ${w.year}年度部门决算情况说明`),
    ...overall(w),
    ...income(w),
    ...expenditure(w),
    ...fiscal(w),
    ...general(w),
    ...basic(w),
    ...threePublic(w),
    ...funds(w),
    ...performance(w, forms.map(projectText), rounded(spent)),
    ...others(w),
    ...TERMS.map(say),
  ]
}

/** Sets whose tables this prose is about. */
const SETS = ['national', 'national', 'national', 'beijing', 'sichuan'] as const

export const generateBooklet = (
  seed: number,
  options: AccountsOptions = {},
): { readonly seed: number; readonly years: readonly GeneratedBooklet[] } => {
  const random = randomFrom(seed * 7919 + 13)
  const set = options.set ?? random.pick(SETS)
  const { years } = generateAccounts(seed, { ...options, set })
  return {
    seed,
    years: years.map((accounts, i): GeneratedBooklet => {
      const forms = formsOf(random, accounts)
      const paragraphs = narrativeOf(writerOf(random, accounts, years[i - 1]), forms)
      return { accounts, paragraphs, forms, file: `${accounts.year}.docx` }
    }),
  }
}

export const textOf = ({ pieces }: Paragraph): string =>
  pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text + piece.unit)).join('')

export const slotsOf = ({ paragraphs }: GeneratedBooklet): readonly Slot[] =>
  paragraphs.flatMap(({ pieces }) => pieces.filter((piece): piece is Slot => typeof piece !== 'string'))

/** The same booklet with one slot printed otherwise. */
export const withSlot = (booklet: GeneratedBooklet, slot: Slot, text: string, unit = slot.unit): GeneratedBooklet => ({
  ...booklet,
  paragraphs: booklet.paragraphs.map(({ pieces }) => ({
    pieces: pieces.map((piece) => (piece === slot ? { ...slot, text, unit } : piece)),
  })),
})

const paragraphBlock = (text: string): Block => ({ kind: 'paragraph', text, at: {} })

/** The booklet read as the product reads a document of exact tables. */
export const readBooklet = ({ accounts, paragraphs, forms, file }: GeneratedBooklet): ReadFile => {
  const [title, ...tables] = accounts.document().blocks
  const blocks = [
    title!,
    ...OPENING.map(paragraphBlock),
    paragraphBlock(`第二部分 ${accounts.year}年度部门决算表`),
    ...tables,
    ...paragraphs.map((paragraph) => paragraphBlock(textOf(paragraph))),
    ...documentOf(forms).blocks,
  ]
  return readSource({ file, format: 'docx', blocks, notes: [] }, file)
}
