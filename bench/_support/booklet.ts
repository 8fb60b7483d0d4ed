/** A booklet of some 200 pages of an invented department: text, final-accounts tables, self-evaluation forms; as PDF by LibreOffice. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateAccounts } from '../../test/support/generate-accounts.ts'
import { generateForm } from '../../test/support/generate-form.ts'
import { drawForm } from '../../test/support/printed-form.ts'
import { type Random, randomFrom } from '../../test/support/random.ts'
import { type DrawnPart, partsToDocx } from '../../test/support/write-forms.ts'

const FORMS = 142
const PARAGRAPHS = 260
const SUBJECTS = [
  '教育支出',
  '文化旅游体育与传媒支出',
  '社会保障和就业支出',
  '卫生健康支出',
  '农林水支出',
  '住房保障支出',
]
const REASONS = ['人员变动', '项目进度调整', '落实过紧日子要求', '上年结转项目完工', '新增设备购置']

const amount = (random: Random): string => `${random.int(10, 9999)}.${String(random.int(0, 99)).padStart(2, '0')}`

const paragraph = (random: Random, i: number): string => {
  const [now, before, change] = [amount(random), amount(random), amount(random)]
  const rate = `${random.int(1, 60)}.${random.int(0, 9)}%`
  return (
    `${i + 1}.${random.pick(SUBJECTS)}2021年度决算${now}万元，比年初预算增加${change}万元，增长${rate}，主要原因是${random.pick(REASONS)}；` +
    `比上年决算${before}万元减少${amount(random)}万元，下降${rate}。其中：基本支出${amount(random)}万元，占${rate}；` +
    `项目支出${amount(random)}万元，占${rate}。全年开展活动${random.int(3, 90)}场次，服务群众${random.int(100, 9000)}人次。`
  )
}

/** Blocks of generated accounts as drawn parts: paragraphs above a grid, the grid, the rest. */
const accountParts = (): DrawnPart[] => {
  const parts: DrawnPart[] = []
  let above: string[] = []
  for (const block of generateAccounts(7, { set: 'national' }).years[0]!.document().blocks) {
    if (block.kind === 'paragraph') above.push(block.text)
    if (block.kind !== 'grid') continue
    parts.push({ above, table: { rows: block.rows, columns: block.columns, cells: block.cells } })
    above = []
  }
  return parts
}

const bookletParts = (): DrawnPart[] => {
  const random = randomFrom(2021)
  const text = Array.from({ length: PARAGRAPHS }, (_, i) => paragraph(random, i))
  const [first, ...tables] = accountParts()
  const forms = Array.from({ length: FORMS }, (_, i): DrawnPart => {
    const { form } = generateForm(randomFrom(i + 1), i + 1)
    return { above: ['项目支出绩效自评表', `（${form.year}年度）`], table: drawForm(form) }
  })
  return [{ ...first!, above: ['2021年度部门决算公开', ...text, ...first!.above] }, ...tables, ...forms]
}

export const bookletDocx = (): Promise<Uint8Array> => partsToDocx(bookletParts())

/** The booklet as PDF, kept in the folder for temporary files; undefined where LibreOffice is missing. */
export const bookletPdf = async (): Promise<Uint8Array | undefined> => {
  const docx = await bookletDocx()
  const folder = join(
    tmpdir(),
    'jiheng-bench',
    createHash('sha256').update(JSON.stringify(bookletParts())).digest('hex').slice(0, 12),
  )
  const pdf = join(folder, 'booklet.pdf')
  if (!existsSync(pdf)) {
    mkdirSync(join(folder, 'out'), { recursive: true })
    writeFileSync(join(folder, 'booklet.docx'), docx)
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    try {
      execFileSync(
        'soffice',
        [profile, '--headless', '--convert-to', 'pdf', '--outdir', join(folder, 'out'), join(folder, 'booklet.docx')],
        { stdio: 'ignore', timeout: 300_000 },
      )
    } catch {
      return undefined
    }
    renameSync(join(folder, 'out/booklet.pdf'), pdf)
  }
  return new Uint8Array(readFileSync(pdf))
}
