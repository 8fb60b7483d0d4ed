import { readXlsx } from 'hucre'
import { describe, expect, it } from 'vitest'
import { checkRead } from '../app/check-file.ts'
import { readBytes } from '../app/read-file.ts'
import { htmlReport } from './html/html-report.ts'
import type { CheckedFile } from './report-model.ts'
import { xlsxReport } from './xlsx/xlsx-report.ts'

const OPTIONS = { floor: 'info', day: '2021-12-31', version: '0.0.0', language: 'en' } as const

const FORM = [
  '项目支出绩效自评表（2021年度）',
  '',
  '项目名称\t河道保洁',
  '主管部门\t青禾区水利局\t实施单位\t青禾区河道所',
  '项目资金（万元）\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分',
  '年度资金总额\t43.20\t43.20\t37.24\t10\t86.20%\t9.10',
  '其中：当年财政拨款\t43.20\t40.20\t37.24\t—\t86.20%\t—',
  '年度总体目标\t预期目标\t实际完成情况',
  '完成\t开展活动20次',
  '绩效指标\t一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因分析及改进措施',
  '产出指标\t数量指标\t巡河\t≥20次\t20\t50\t45\t',
  '时效指标\t按时完成\t12月底前\t2022年3月\t10\t10\t',
  '效益指标\t社会效益指标\t覆盖人数\t≥100人\t100人\t30\t31\t',
  '满意度指标\t满意度\t居民满意度\t较高\t较高\t10\t10\t',
  '总分\t100\t100\t',
].join('\n')

const checked = async (text: string): Promise<CheckedFile> =>
  checkRead(await readBytes(new TextEncoder().encode(text), '表.txt'))

const HAN = /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]+/g

/** What the document prints, and what the law and the rule pack are called. */
const ownWords = ({ source, findings, file, forms }: CheckedFile): string =>
  [
    file,
    JSON.stringify(source.blocks),
    ...forms.map(({ title }) => title?.printed ?? ''),
    ...findings.flatMap(({ basis, printed }) => [basis.text, printed]),
    '元或万元',
  ].join('\n')

const foreign = (text: string, own: string): string[] =>
  [...text.matchAll(HAN)].map(([run]) => run).filter((run) => !own.includes(run))

describe('reports in English', () => {
  it('prints no Chinese of its own as a web page', async () => {
    const one = await checked(FORM)
    expect(one.findings.length).toBeGreaterThan(8)
    const html = await htmlReport([one], OPTIONS)
    const body = html.replace(/<style>.*?<\/style>/s, '').replace(/<script>.*<\/script>\n<\/body>/s, '')
    expect(foreign(body.replaceAll(/<[^>]*>/g, '\n'), ownWords(one))).toEqual([])
    const attributes = [...body.matchAll(/(?:title|aria-label|data-text)="([^"]*)"/g)].map((match) => match[1]!)
    expect(foreign(attributes.join('\n'), ownWords(one))).toEqual([])
    expect(html).toContain('<html lang="en">')
    expect(html).toContain('What to do')
  })
  it('prints no Chinese of its own as a workbook', async () => {
    const one = await checked(FORM)
    const { sheets } = await readXlsx(await xlsxReport([one], OPTIONS))
    expect(sheets.map(({ name }) => name)).toEqual(['Summary', 'Findings', 'Causes'])
    const cells = sheets.flatMap(({ rows }) => rows.flatMap((row) => row.map((cell) => String(cell ?? ''))))
    expect(foreign(cells.join('\n'), ownWords(one))).toEqual([])
  })
  it('tells notes, failures and unjudged forms in English', async () => {
    const one = await checked(FORM.replace('2021年度', '1999年度'))
    const failed = {
      outcome: 'failed',
      file: 'b.pdf',
      failure: {
        code: 'ENCRYPTED_FILE',
        where: 'b.pdf',
        message: '文件有密码',
        messageEn: 'the file is encrypted',
        remedy: '去掉密码',
        remedyEn: 'remove the password',
      },
    } as const
    const html = await htmlReport([one, failed], OPTIONS)
    expect(one.unchecked).toHaveLength(1)
    expect(html).toContain('Not checked: form 1')
    expect(html).toContain('remove the password')
    expect(html).not.toContain('文件有密码')
  })
})
