/** `jiheng packs`. */
import { listPacks, type PackSummary } from '../app/packs.ts'
import { type Command, type Invocation, textValue } from './command.ts'
import { hang } from './width.ts'

const COVERAGE = {
  zh: { complete: '完整', partial: '部分', absent: '没有' },
  en: { complete: 'complete', partial: 'partial', absent: 'absent' },
} as const

const packText = (pack: PackSummary, { language, io }: Invocation): string => {
  const isChinese = language === 'zh'
  const period = `${pack.from} ${isChinese ? '起' : 'on'}${pack.until ? `${isChinese ? '，至' : ', until'} ${pack.until}` : ''}`
  const lines = [
    hang('  ', `${isChinese ? pack.title : pack.titleEn}（${pack.region}，${period}）`, io.width),
    hang(
      `  ${isChinese ? '覆盖' : 'coverage'} `,
      `${COVERAGE[language][pack.coverage]}${pack.missing ? `${isChinese ? '；缺：' : '; missing: '}${pack.missing}` : ''}`,
      io.width,
    ),
  ]
  if (pack.extends.length > 0)
    lines.push(
      hang(`  ${isChinese ? '其余取自' : 'otherwise as'} `, pack.extends.join(isChinese ? '、' : ', '), io.width),
    )
  return [io.style.bold(pack.id), ...lines].join('\n')
}

const run = async (invocation: Invocation): Promise<number> => {
  const packs = listPacks()
  const isJson = textValue(invocation, 'format') === 'json'
  await invocation.io.out(
    isJson
      ? `${JSON.stringify(packs, null, 2)}\n`
      : `${packs.map((pack) => packText(pack, invocation)).join('\n\n')}\n`,
  )
  return 0
}

export const packsCommand: Command = {
  name: 'packs',
  options: { format: { type: 'string', short: 'f', values: ['text', 'json'] } },
  run,
}
