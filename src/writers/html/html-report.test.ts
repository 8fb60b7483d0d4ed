import { describe, expect, it } from 'vitest'
import { checkRead } from '../../app/check-file.ts'
import { readBytes } from '../../app/read-file.ts'
import type { CheckOutcome } from '../report-model.ts'
import { htmlReport } from './html-report.ts'

const OPTIONS = { floor: 'warning', day: '2021-12-31', version: '0.0.0' } as const

const ATTACK = '<img src=x onerror=alert(1)>"\'</td><script>alert(2)</script>'

/** A form with a wrong execution score; every text of it tries to become markup. */
const formLines = (name: string): string[] => [
  '项目支出绩效自评表（2021年度）',
  '',
  `项目名称\t${name}`,
  `主管部门\t${ATTACK}\t实施单位\t${ATTACK}`,
  '项目资金（万元）\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分',
  '年度资金总额\t43.20\t43.20\t37.24\t10\t86.20%\t9.10',
  '其中：当年财政拨款\t43.20\t43.20\t37.24\t—\t86.20%\t—',
  '年度总体目标\t预期目标\t实际完成情况',
  `${ATTACK}开展活动20次\t${ATTACK}已开展活动20次`,
  '绩效指标\t一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因分析及改进措施',
  `产出指标\t数量指标\t${ATTACK}\t≥20次\t20次\t50\t50\t${ATTACK}`,
  '效益指标\t社会效益指标\t覆盖人数\t≥100人\t100人\t40\t41\t',
  '总分\t100\t100\t',
]

const check = async (text: string, file = '表.txt'): Promise<CheckOutcome> =>
  checkRead(await readBytes(new TextEncoder().encode(text), file), { pack: 'national-2020' })

const checkForm = (name = '示例项目'): Promise<CheckOutcome> => check(formLines(name).join('\n'))

/** What a browser would take for tags, outside of our own style and script. */
const tagNames = (html: string): Set<string> => {
  const body = html.replace(/<style>.*?<\/style>/s, '').replace(/<script>.*<\/script>\n<\/body>/s, '')
  return new Set([...body.matchAll(/<([a-z][a-z0-9]*)/gi)].map((match) => match[1]!.toLowerCase()))
}

describe('htmlReport', () => {
  it('lets no text of a document become markup', async () => {
    const html = await htmlReport([await checkForm(ATTACK), await check(ATTACK, `${ATTACK}.txt`)], OPTIONS)
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;')
    expect(tagNames(html)).not.toContain('img')
    expect(html.match(/<script/g)).toHaveLength(1)
    expect(html).not.toMatch(/<[^>]*\sonerror=/)
  })
  it('allows no script but its own and no network', async () => {
    const html = await htmlReport([await checkForm()], OPTIONS)
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(html)![1]!
    expect(policy).toContain('default-src &#39;none&#39;')
    const script = /<script>(.*)<\/script>\n<\/body>/s.exec(html)![1]!
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(script)))
    expect(policy).toContain(`sha256-${btoa(String.fromCharCode(...digest))}`)
    expect(html).not.toMatch(/(?:src|href)="(?!#)/)
  })
  it('marks the cell and leads from the cell to the finding and back', async () => {
    const outcome = await checkForm()
    const html = await htmlReport([outcome], OPTIONS)
    const found = outcome.outcome === 'checked' ? outcome.findings : []
    expect(found.map(({ code }) => code)).toContain('SE-021')
    const number = /id="f(\d+)"[^>]*>(?:(?!<article).)*?SE-021/s.exec(html)![1]!
    expect(html).toContain(`href="#f${number}"`)
    expect(html).toMatch(new RegExp(`<td[^>]*data-f="${number}"[^>]*><i id="c${number}"></i>9.10`))
    expect(html).toContain(`href="#c${number}"`)
    expect(html).toContain('10 × 37.24 ÷ 43.20 = 8.62')
  })
  it('draws the official layout when the file kept no table, with every indicator', async () => {
    const html = await htmlReport([await checkForm()], OPTIONS)
    expect(html).toContain('按官方表式')
    expect(html).toContain('覆盖人数')
  })
  it('lists findings without drawings beyond the limit, and names a file that failed', async () => {
    const failed = {
      outcome: 'failed',
      file: '坏.pdf',
      failure: {
        code: 'ENCRYPTED_FILE',
        where: '坏.pdf',
        message: '文件有密码',
        messageEn: 'the file is encrypted',
        remedy: '去掉密码',
        remedyEn: 'remove the password',
      },
    } as const
    const html = await htmlReport([await checkForm(), failed], { ...OPTIONS, maxDrawn: 0 })
    expect(html).not.toContain('<table class="form">')
    expect(html).toContain('SE-021')
    expect(html).toContain('文件有密码')
  })
  it('counts what is below the floor and does not list it', async () => {
    const outcome = await checkForm()
    const infos = outcome.outcome === 'checked' ? outcome.findings.filter(({ severity }) => severity === 'info') : []
    expect(infos.length).toBeGreaterThan(0)
    const html = await htmlReport([outcome], OPTIONS)
    expect(html).toContain(`另有 ${infos.length} 条较低级别`)
    expect(html).not.toContain('data-s="info"')
    expect(await htmlReport([outcome], { ...OPTIONS, floor: 'info' })).toContain('data-s="info"')
  })
})
