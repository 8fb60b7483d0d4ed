/** docs/findings/ is what `npm run docs` would write now. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { catalogue } from '../../src/app/catalogue.ts'
import { cataloguePages } from '../../src/app/catalogue-page.ts'

const FOLDER = fileURLToPath(new URL('../../docs/findings', import.meta.url))

it('has one up-to-date page per check (else: npm run docs)', () => {
  const pages = cataloguePages(catalogue())
  expect(readdirSync(FOLDER).sort()).toEqual([...pages.keys()].sort())
  const stale = [...pages]
    .filter(([name, text]) => readFileSync(join(FOLDER, name), 'utf8') !== text)
    .map(([name]) => name)
  expect(stale).toEqual([])
})
