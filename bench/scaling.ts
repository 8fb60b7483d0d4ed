/** Cost per form from 1 to 10,000 forms in one file: read, recognise, check. */
import { allChecks } from '../src/checks/index.ts'
import { runChecks } from '../src/engine/run.ts'
import { rulesFor } from '../src/law/packs.ts'
import { readDocument } from '../src/readers/index.ts'
import { recognise } from '../src/recognise/index.ts'
import { generateForm } from '../test/support/generate-form.ts'
import { randomFrom } from '../test/support/random.ts'
import { toDocx, toTabs } from '../test/support/write-forms.ts'
import { machine, ms, printTable } from './_support/measure.ts'

const rules = rulesFor('national-2020', '2020-12-31')
const rows: string[][] = []
const stage = async <T>(run: () => T | Promise<T>): Promise<[T, number]> => {
  const start = performance.now()
  const value = await run()
  return [value, performance.now() - start]
}

for (const [ext, write] of [
  ['txt', toTabs],
  ['docx', toDocx],
] as const)
  for (const count of [1, 10, 100, 1000, 10_000]) {
    const forms = Array.from({ length: count }, (_, i) => generateForm(randomFrom(i + 1), i + 1).form)
    const bytes = await write(forms)
    if (count === 1) for (let i = 0; i < 20; i++) recognise(await readDocument(bytes, `warm.${ext}`))
    globalThis.gc?.()
    const [source, reading] = await stage(() => readDocument(bytes, `a.${ext}`))
    const [{ selfEvaluations }, recognising] = await stage(() => recognise(source))
    const [, checking] = await stage(() => runChecks(source, selfEvaluations, rules, allChecks))
    if (selfEvaluations.length !== count) throw new Error(`${selfEvaluations.length} of ${count} forms recognised`)
    const total = reading + recognising + checking
    rows.push([
      `.${ext}`,
      String(count),
      `${(bytes.length / 2 ** 20).toFixed(1)} MB`,
      ms(reading),
      ms(recognising),
      ms(checking),
      ms(total / count),
    ])
  }
console.log(machine())
printTable(
  'Cost from 1 to 10,000 forms in a file',
  ['format', 'forms', 'size', 'read ms', 'recognise ms', 'check ms', 'ms per form'],
  rows,
)
