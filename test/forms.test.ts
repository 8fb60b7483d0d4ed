/**
 * Forms in odd shapes: every file of test/fixtures/forms is read and compared with the .json beside it, field by field.
 * The expected files were checked by eye against the printed form. After a wanted change run
 * `JIHENG_WRITE_EXPECTED=1 npx vitest run test/forms.test.ts` and read the difference before committing it.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readDocument } from '../src/readers/index.ts'
import { recognise } from '../src/recognise/index.ts'
import { plainForm } from './support/plain-form.ts'

const folder = new URL('./fixtures/forms/', import.meta.url)
const files = readdirSync(folder).filter((name) => !name.endsWith('.json'))

describe('forms in odd shapes are read as printed', () => {
  it.each(files)('%s', async (name) => {
    const source = await readDocument(new Uint8Array(readFileSync(new URL(name, folder))), name)
    const forms = recognise(source).selfEvaluations.map(plainForm)
    const expectedFile = new URL(`${name}.json`, folder)
    if (process.env.JIHENG_WRITE_EXPECTED === '1') writeFileSync(expectedFile, `${JSON.stringify(forms, null, 1)}\n`)
    expect(existsSync(expectedFile), `${name}.json is missing`).toBe(true)
    expect(forms).toEqual(JSON.parse(readFileSync(expectedFile, 'utf8')))
    expect(forms.length, 'no form was recognised').toBeGreaterThan(0)
  })
})
