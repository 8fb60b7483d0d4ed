/** Words and options of the report for a terminal. */
import type { Language } from '../app/report-words.ts'
import type { Severity } from '../domain/finding.ts'
import type { Style } from './style.ts'

export interface TextOptions {
  readonly language: Language
  readonly width: number
  readonly style: Style
  /** Findings below this severity are counted, not listed. */
  readonly floor: Severity
}

export const WORDS = {
  zh: {
    printed: '印刷值',
    expected: '应为',
    blank: '（空）',
    basis: '依据',
    remedy: '处理',
    more: (n: number) => `……另有 ${n} 处`,
    same: (n: number) => `同类问题另有 ${n} 处`,
    nothingRead: '没有找到可以检查的内容',
    counted: (kind: string, n: number) => `${kind} ${n}`,
    cause: (n: number) => `原因 ${n}`,
    maybe: '可能应为',
    or: '或者',
    repaired: (n: number) => `可使 ${n} 条等式成立`,
    explains: (n: number) => `由此产生 ${n} 条问题：`,
    numbers: (understood: number, total: number, share: string) =>
      `文字中的数 ${total} 个，读懂 ${understood} 个（${share}）`,
    problems: (n: number) => `同一原因算一个，共 ${n} 个问题`,
    listed: (n: number) => `另有 ${n} 条低于所列级别，未列出`,
    clean: '没有发现所列级别的问题',
    note: '说明',
    unchecked: '未检查',
    pack: '规则包',
    undecided: (n: number) => `${n} 处无法判定`,
  },
  en: {
    printed: 'printed',
    expected: 'expected',
    blank: '(blank)',
    basis: 'basis',
    remedy: 'to do',
    more: (n: number) => `… and ${n} more places`,
    same: (n: number) => `${n} more of this kind at`,
    nothingRead: 'nothing to check was found',
    counted: (kind: string, n: number) => `${kind} ${n}`,
    cause: (n: number) => `cause ${n}`,
    maybe: 'perhaps',
    or: 'or',
    repaired: (n: number) => `makes ${n} equation${n === 1 ? '' : 's'} hold`,
    explains: (n: number) => `explains ${n} finding${n === 1 ? '' : 's'}: `,
    numbers: (understood: number, total: number, share: string) =>
      `${total} numbers in the text, ${understood} understood (${share})`,
    problems: (n: number) => `${n} problems, one per cause`,
    listed: (n: number) => `${n} more below the listed severity`,
    clean: 'nothing found at the listed severity',
    note: 'note',
    unchecked: 'not checked',
    pack: 'rule pack',
    undecided: (n: number) => `${n} could not be decided`,
  },
} as const
