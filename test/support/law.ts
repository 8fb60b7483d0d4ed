/** Law data for tests: a small pack that has every required parameter, with one file changed at a time. */
import { compiledLaw, type LawNode } from '../../src/law/compiled.ts'
import { PARAMETERS, type ParameterName } from '../../src/law/parameters.ts'

type Files = Record<string, LawNode>

const kebab = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** A value of the earliest national pack, moved to 2020-01-01. */
const firstValue = (name: ParameterName): LawNode => {
  const file = compiledLaw[`packs/ministry-form-2018/self-evaluation/${kebab(name)}`] as Record<string, LawNode>
  const first = Object.values(file.values as Record<string, LawNode>)[0] as Record<string, LawNode>
  return { value: first.value!, source: 'definition#form-arithmetic', certainty: 'read' }
}

/** What to change: keys of the first value (`value`, `source`, `until` …), further dated values, or other files as a whole. */
export type Changes = Readonly<
  Record<string, LawNode | { readonly more?: LawNode; readonly [key: string]: LawNode | undefined }>
>

/** The instruments of the real law, and one pack `mini` from 2020-01-01 on. */
export const miniLaw = (changes: Changes = {}): Files => {
  const files: Files = {}
  for (const [file, node] of Object.entries(compiledLaw)) if (file.startsWith('instruments/')) files[file] = node
  files['packs/mini/pack'] = {
    id: 'mini',
    title: '测试用规则包',
    titleEn: 'For tests',
    region: '全国',
    from: '2020-01-01',
    chosen: 'by-name',
    ...(changes['packs/mini/pack'] as Files | undefined),
  }
  for (const name of Object.keys(PARAMETERS) as ParameterName[]) {
    if (!PARAMETERS[name].isRequired) continue
    const file = `packs/mini/self-evaluation/${kebab(name)}`
    const { more, ...change } = (changes[file] ?? {}) as { more?: Files } & Files
    const first = { ...(firstValue(name) as Files), ...change }
    files[file] = { parameter: name, unit: 'rule', checkedOn: '2026-11-21', values: { '2020-01-01': first, ...more } }
  }
  for (const [file, node] of Object.entries(changes)) if (!(file in files)) files[file] = node as LawNode
  return files
}
