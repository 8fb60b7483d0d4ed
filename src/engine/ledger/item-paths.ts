/** Items of the classification that a text names with their level: 一般公共服务支出（类）组织事务（款）行政运行（项）. */

export type ItemLevel = '类' | '款' | '项'

export interface NamedItem {
  readonly name: string
  readonly level: ItemLevel
}

/** Names that follow each other directly, from the outer level to the inner one. */
export interface TextPath {
  readonly items: readonly NamedItem[]
  /** The words behind it, to the end of the clause or to the next path. */
  readonly rest: string
  readonly printed: string
}

export const CODE_LENGTHS: Readonly<Record<ItemLevel, number>> = { 类: 3, 款: 5, 项: 7 }

const ITEM = /([\u4e00-\u9fff][\u4e00-\u9fff()、]*?)\((类|款|项)\)/gu
const BOUNDARY = /[，。；;:,]/u

const plain = (text: string): string => text.normalize('NFKC').replace(/[\s“”"‘’]+/gu, '')

/** 一般公共服务（类）支出 and 一般公共服务支出（类） name one class. */
export const coreName = (name: string): string =>
  plain(name)
    .replace(/^(?:[一二三四五六七八九十]+[、.]|\d+[、.]?)/u, '')
    .replace(/^(?:其中|用于|包括|及|和)/u, '')
    .replace(/支出$/u, '')

export const pathsInText = (text: string): readonly TextPath[] => {
  const paths: TextPath[] = []
  for (const clause of plain(text).split(BOUNDARY)) {
    let items: NamedItem[] = []
    let [start, end] = [0, -1]
    const flush = (next: number): void => {
      if (items.length > 0) paths.push({ items, rest: clause.slice(end, next), printed: clause.slice(start, end) })
      items = []
    }
    for (const match of clause.matchAll(ITEM)) {
      if (match.index !== end) {
        flush(match.index)
        start = match.index
      }
      items.push({ name: coreName(match[1]!), level: match[2] as ItemLevel })
      end = match.index + match[0].length
    }
    flush(clause.length)
  }
  return paths
}
