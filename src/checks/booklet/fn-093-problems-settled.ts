import { defineBookletCheck } from '../../engine/check.ts'

const COUNT = '(\\d{1,4})(?:个|项|条|类)'
const FOUND = new RegExp(
  `(?:发现|查出|反馈|指出|梳理)(?:的)?(?:各类|主要)?(?:问题|整改事项)(?:共|共计|合计)?${COUNT}`,
  'u',
)
const DONE = new RegExp(
  `(?:已|已经)(?:全部)?(?:完成)?整改(?:到位|完成|落实)?(?:问题)?${COUNT}|整改完成(?:问题)?${COUNT}`,
  'u',
)
const OPEN = new RegExp(
  `(?:正在整改|正在推进整改|尚未完成整改|未完成整改|持续整改|尚在整改)(?:中)?(?:的)?(?:问题)?${COUNT}`,
  'u',
)

const countIn = (text: string, pattern: RegExp): number | undefined => {
  const match = pattern.exec(text)
  const digits = match?.slice(1).find((group) => group !== undefined)
  return digits === undefined ? undefined : Number(digits)
}

export const problemsSettled = defineBookletCheck({
  id: 'FN-093',
  title: '问题数等于已整改数加正在整改数',
  titleEn: 'Problems found are those settled and those still open',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#form-arithmetic'],
  rule: '同一段中：发现问题数 = 已整改数 + 正在整改数',
  remedy: '核对问题清单，改正其中的个数',
  remedyEn: 'Count the problems again.',
  run({ narrative }, report) {
    for (const { text, at } of narrative?.paragraphs ?? []) {
      const plain = text.normalize('NFKC').replace(/\s+/gu, '')
      const [found, done, open] = [countIn(plain, FOUND), countIn(plain, DONE), countIn(plain, OPEN)]
      if (found === undefined || done === undefined || open === undefined || found === done + open) continue
      report({
        section: 'narrative',
        position: at,
        verdict: 'outside',
        printed: FOUND.exec(plain)![0],
        expected: String(done + open),
        message: `发现问题${found}个，已整改${done}个，正在整改${open}个，合计${done + open}个`,
        messageEn: `${found} problems were found; ${done} are settled and ${open} open.`,
      })
    }
  },
})
