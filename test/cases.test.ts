import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { findCheck } from '../src/checks/index.ts'
import { caseFiles, reduced, runCase } from './support/run-cases.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), 'cases')

// Other folders under test/cases hold cases of other kinds (law boundaries) with runners of their own.
for (const folder of readdirSync(root).filter((name) => name !== 'law'))
  for (const { code, path, cases } of caseFiles(join(root, folder)))
    describe(path.slice(root.length + 1), () => {
      it('belongs to a registered check', () => {
        expect(findCheck(code)).toBeDefined()
        expect(cases.length).toBeGreaterThan(1)
      })
      it.each(cases.map((one) => [one.name, one] as const))('%s', (_, one) => {
        const found = runCase(code, one)
        expect(found.map((finding, i) => reduced(finding, one.findings[i]))).toEqual(one.findings)
        // A finding without its working is no proof.
        for (const finding of found) expect(finding.message).not.toBe('')
      })
    })
