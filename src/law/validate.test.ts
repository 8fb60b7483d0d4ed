import { describe, expect, it } from 'vitest'
import { type Changes, miniLaw } from '../../test/support/law.ts'
import { compiledLaw } from './compiled.ts'
import { packsOf } from './packs.ts'
import { lawProblems } from './validate.ts'

const parameter = 'packs/mini/self-evaluation/execution-weight'
const problem = (changes: Changes): string => {
  try {
    packsOf(miniLaw(changes))
  } catch (error) {
    return (error as Error).message
  }
  return 'nothing was wrong'
}

describe('law data', () => {
  it('passes as it is', () => {
    expect(() => packsOf(miniLaw())).not.toThrow()
  })

  it.each<[string, Changes, string]>([
    [
      'a value that is no number',
      { [parameter]: { value: '10分' } },
      `law/${parameter}.yaml 的 values.2020-01-01.value：“10分”不是数`,
    ],
    [
      'a source that does not exist',
      { [parameter]: { source: 'caiyu-2020-10#nothing' } },
      '没有“caiyu-2020-10#nothing”这一条依据',
    ],
    [
      'a certainty of its own making',
      { [parameter]: { certainty: 'sure' } },
      '“sure”不在可用的词中：read、second-hand、recalled',
    ],
    ['a misspelt key', { [parameter]: { sourse: 'x' } }, 'values.2020-01-01.sourse：不认识的键“sourse”'],
    ['a day that does not exist', { [parameter]: { until: '2020-02-30' } }, '“2020-02-30”不是日期'],
    [
      'two values that overlap',
      {
        [parameter]: {
          until: '2021-06-30',
          more: { '2021-01-01': { value: '20', source: 'definition#form-arithmetic', certainty: 'read' } },
        },
      },
      '终止日 2021-06-30 与其他值的日期重叠',
    ],
    [
      'a value that ends before it begins',
      { [parameter]: { until: '2019-12-31' } },
      '终止日 2019-12-31 与其他值的日期重叠',
    ],
    [
      'values out of order',
      {
        [parameter]: {
          more: { '2019-01-01': { value: '20', source: 'definition#form-arithmetic', certainty: 'read' } },
        },
      },
      '日期应由早到晚：2020-01-01 之后是 2019-01-01',
    ],
    [
      'bands with a hole',
      {
        'packs/mini/self-evaluation/qualitative-bands': {
          value: [
            { level: 'met', low: '0.8', high: '1' },
            { level: 'not', low: '0', high: '0.6' },
          ],
        },
      },
      '相邻两档的界线不一致',
    ],
    [
      'bands that leave the lowest rates out',
      {
        'packs/mini/self-evaluation/execution-scoring': {
          value: { method: 'bands', bands: [{ from: '0.6', share: '1' }] },
        },
      },
      '最低一档应从0开始',
    ],
    [
      'a parent that does not exist',
      { 'packs/mini/pack': { extends: { '2020-01-01': 'nobody' } } },
      '没有规则包“nobody”',
    ],
    ['a pack that extends itself', { 'packs/mini/pack': { extends: { '2020-01-01': 'mini' } } }, '不能间接引用自己'],
    ['another id than its folder', { 'packs/mini/pack': { id: 'maxi' } }, '编号与文件夹名“mini”不一致'],
    [
      'a parameter in the wrong file',
      { 'packs/mini/self-evaluation/weights': { parameter: 'executionWeight' } },
      '参数 executionWeight 应写在 execution-weight.yaml 里',
    ],
  ])('is refused for %s', (_, changes, message) => {
    expect(problem(changes)).toContain(message)
  })

  it('names all problems at once', () => {
    const law = {
      ...compiledLaw,
      'instruments/x': { id: 'x' },
      'odd/file': { a: 'b' },
      'checks/y': { goal: { value: '' } },
    }
    const problems = lawProblems(law)
    expect(problems).toContainEqual(expect.stringContaining('law/instruments/x.yaml'))
    expect(problems).toContainEqual(expect.stringContaining('law/odd/file.yaml：没有读取这个文件的程序'))
    expect(problems).toContainEqual(expect.stringContaining('law/checks/y.yaml 的 goal.value：没有值'))
  })
})
