/** Accuracy of reading damaged tables, by layout, way of writing and damage (npm run bench perturb [files] [mixed] [seed]). */
import { allCases, type Case, mixedCases, runCase } from '../test/perturb/cases.ts'
import { printTable } from './_support/measure.ts'

const [files = 10, mixed = 600, seed = 100_000] = process.argv.slice(2).map(Number)

interface Count {
  right: number
  all: number
  cases: number
  perfect: number
}

const groups = new Map<string, Count>()
const add = (group: string, right: number, all: number): void => {
  const count = groups.get(group) ?? { right: 0, all: 0, cases: 0, perfect: 0 }
  count.right += right
  count.all += all
  count.cases += 1
  if (right === all) count.perfect += 1
  groups.set(group, count)
}

const groupsOf = (one: Case): readonly string[] => {
  if (one.also) return ['two damages at once']
  const [style = '', writing = '', damage = ''] = one.name.split(' / ')
  return damage === 'none' ? [`layout: ${style}`, `writing: ${writing}`] : [`damage: ${damage}`]
}

for (const one of [...allCases(), ...mixedCases(mixed, seed)]) {
  const { right, all, wrong } = await runCase(one, one.also ? 1 : files, seed)
  for (const group of groupsOf(one)) add(group, right, all)
  if (right < all) console.log(`${one.name}: ${right}/${all}, e.g. ${wrong[0] ?? 'a form too many'}`)
}
printTable(
  'Fields read right in damaged tables',
  ['what', 'cases', 'all right', 'fields', 'share'],
  [...groups].map(([group, { right, all, cases, perfect }]) => [
    group,
    String(cases),
    String(perfect),
    `${right} / ${all}`,
    `${((100 * right) / all).toFixed(3)} %`,
  ]),
)
