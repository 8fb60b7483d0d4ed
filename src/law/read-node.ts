/**
 * Reads the compiled law data into types and says exactly what is wrong when it cannot: file, path, what was found.
 * Unknown keys are refused, so that a misspelt parameter never silently counts for nothing.
 */
import { AppError } from '../domain/failure.ts'
import type { Certainty } from '../domain/finding.ts'
import { type IsoDay, isoDay } from '../kernel/date.ts'
import { Decimal } from '../kernel/decimal.ts'
import type { LawNode } from './compiled.ts'

/** A node with the place it stands at, for messages. */
export interface Placed {
  readonly node: LawNode
  /** `packs/beijing-2020/pack`, as in the compiled data. */
  readonly file: string
  /** `values.2020-02-25.source`; empty at the top. */
  readonly path: string
}

export type Read<T> = (at: Placed) => T

/** Throws AppError INVALID_LAW: file, path and what is wrong, in Chinese. */
export const invalidLaw = ({ file, path }: Pick<Placed, 'file' | 'path'>, what: string): never => {
  const where = path === '' ? `law/${file}.yaml` : `law/${file}.yaml 的 ${path}`
  throw new AppError('INVALID_LAW', where, `法规数据有误：${where}：${what}`, '请按同类文件的写法改正后重新运行')
}

export const placed = (file: string, node: LawNode, path = ''): Placed => ({ file, node, path })

const step = (at: Placed, key: string, node: LawNode): Placed => ({
  file: at.file,
  path: at.path === '' ? key : `${at.path}.${key}`,
  node,
})

const isMap = (node: LawNode): node is { readonly [key: string]: LawNode } =>
  typeof node === 'object' && !Array.isArray(node)

export const text: Read<string> = (at) => {
  if (typeof at.node !== 'string') return invalidLaw(at, '应为文字')
  if (at.node.trim() === '') return invalidLaw(at, '不能为空')
  return at.node
}

export const decimal: Read<Decimal> = (at) => {
  const value = Decimal.parse(text(at))
  return value ?? invalidLaw(at, `“${text(at)}”不是数`)
}

export const day: Read<IsoDay> = (at) => {
  const value = text(at)
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value)
  const found = match && isoDay(Number(match[1]), Number(match[2]), Number(match[3]))
  return found || invalidLaw(at, `“${value}”不是日期（应写成 2020-02-25）`)
}

export const year: Read<number> = (at) => {
  const value = text(at)
  return /^(?:19|20)\d{2}$/.test(value) ? Number(value) : invalidLaw(at, `“${value}”不是年度`)
}

export const integer: Read<number> = (at) => {
  const value = text(at)
  return /^\d{1,6}$/.test(value) ? Number(value) : invalidLaw(at, `“${value}”不是非负整数`)
}

export const yesNo: Read<boolean> = (at) => oneOf(['true', 'false'])(at) === 'true'

export const oneOf =
  <const T extends string>(words: readonly T[]): Read<T> =>
  (at) => {
    const value = text(at)
    return words.find((word) => word === value) ?? invalidLaw(at, `“${value}”不在可用的词中：${words.join('、')}`)
  }

export const certainty: Read<Certainty> = oneOf(['read', 'second-hand', 'recalled'])

export const listOf =
  <T>(item: Read<T>): Read<readonly T[]> =>
  (at) =>
    Array.isArray(at.node)
      ? at.node.map((node: LawNode, i) => item(step(at, String(i), node)))
      : invalidLaw(at, '应为列表')

/** Any keys, all values of one kind. */
export const mapOf =
  <T>(item: Read<T>): Read<Readonly<Record<string, T>>> =>
  (at) =>
    Object.fromEntries(keysOf(at).map((key) => [key, item(child(at, key))]))

export const keysOf = (at: Placed): readonly string[] =>
  isMap(at.node) ? Object.keys(at.node) : invalidLaw(at, '应为键值表')

export const child = (at: Placed, key: string): Placed => {
  const node = isMap(at.node) ? at.node[key] : undefined
  if (node === undefined) return invalidLaw(at, `缺少 ${key}`)
  return step(at, key, node)
}

/** The value behind `key`; throws when it is missing. */
export const need = <T>(at: Placed, key: string, read: Read<T>): T => read(child(at, key))

/** The value behind `key`, or `undefined` when the key is not there. */
export const maybe = <T>(at: Placed, key: string, read: Read<T>): T | undefined =>
  isMap(at.node) && at.node[key] !== undefined ? read(child(at, key)) : undefined

/** Refuses keys that are not in `known`. */
export const onlyKeys = (at: Placed, known: readonly string[]): void => {
  for (const key of keysOf(at))
    if (!known.includes(key)) invalidLaw(step(at, key, ''), `不认识的键“${key}”，可用：${known.join('、')}`)
}
