/** One English identifier per Chinese term, and a term for every key that the domain exports. */
import { describe, expect, it } from 'vitest'
import { SEVERITIES, VERDICT_NAMES } from '../../src/domain/finding.ts'
import {
  EXTRA_FIELDS,
  EXTRA_INDICATOR_COLUMNS,
  FUND_COLUMNS,
  FUND_ROWS,
  HEAD_FIELDS,
  INDICATOR_COLUMNS,
} from '../../src/domain/self-evaluation.ts'
import { compiledLaw } from '../../src/law/compiled.ts'
import { GLOSSARY_GROUPS, type GlossaryGroup, readGlossary, termOf } from '../../src/law/glossary.ts'
import { PARAMETER_NAMES } from '../../src/law/parameters.ts'

const glossary = readGlossary(compiledLaw)
const KEYS: Readonly<Partial<Record<GlossaryGroup, readonly string[]>>> = {
  head: HEAD_FIELDS,
  more: EXTRA_FIELDS,
  fundRows: FUND_ROWS,
  fundColumns: [...FUND_COLUMNS, 'reason'],
  indicatorColumns: [...INDICATOR_COLUMNS, ...EXTRA_INDICATOR_COLUMNS],
  severities: SEVERITIES,
  verdicts: Object.keys(VERDICT_NAMES),
  certainties: ['read', 'second-hand', 'recalled'],
  parameters: PARAMETER_NAMES,
}

describe('glossary', () => {
  it.each(Object.entries(KEYS))('binds every key of %s and no other', (group, keys) => {
    expect(Object.keys(glossary[group as GlossaryGroup]).sort()).toEqual([...keys].sort())
  })

  it('binds no Chinese term to two identifiers', () => {
    const bound = new Map<string, string[]>()
    for (const group of GLOSSARY_GROUPS)
      for (const [identifier, { term }] of Object.entries(glossary[group]))
        bound.set(term, [...(bound.get(term) ?? []), `${group}.${identifier}`])
    expect([...bound].filter(([, identifiers]) => identifiers.length > 1)).toEqual([])
  })

  it('says the verdicts as findings do', () => {
    for (const [verdict, name] of Object.entries(VERDICT_NAMES)) expect(termOf('verdicts', verdict)).toBe(name)
  })

  it('writes identifiers as code does', () => {
    const odd = GLOSSARY_GROUPS.flatMap((group) =>
      Object.keys(glossary[group]).filter((key) => !/^[a-z][A-Za-z0-9]*(?:-[a-z]+)*$/.test(key)),
    )
    expect(odd).toEqual([])
  })
})
