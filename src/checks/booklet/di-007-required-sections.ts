import { defineBookletCheck } from '../../engine/check.ts'
import { isWholeBooklet, wholeText } from '../support/booklet-whole.ts'

const PARTS: readonly (readonly [string, RegExp])[] = [
  ['部门职责', /职责|职能/u],
  ['机构设置', /机构设置|内设机构|内设处室|内设科室|预算单位构成|决算单位构成|部门构成/u],
  ['机关运行经费', /机关运行经费|日常公用经费/u],
  ['政府采购', /政府采购/u],
  ['国有资产占用', /国有资产|车辆/u],
  ['名词解释', /名词解释|专业名词|名词说明/u],
]

export const requiredSections = defineBookletCheck({
  id: 'DI-007',
  title: '决算公开的说明部分齐全',
  titleEn: 'The published text has all its parts',
  kind: 'D',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'practice',
  cites: ['definition#form-fields'],
  rule: '整本决算公开应说明部门职责、机构设置、机关运行经费、政府采购、国有资产占用，并有名词解释',
  remedy: '补上缺少的部分；没有的写明没有',
  remedyEn: 'Add the missing part, or say that there is nothing to report.',
  run(context, report) {
    if (!isWholeBooklet(context)) return
    const text = wholeText(context)
    const left = PARTS.filter(([, pattern]) => !pattern.test(text)).map(([name]) => name)
    if (left.length === 0) return
    report({
      section: 'narrative',
      verdict: 'outside',
      printed: '',
      expected: left.join('、'),
      message: `决算公开的说明缺少：${left.join('、')}`,
      messageEn: 'Parts of the published text are missing.',
    })
  },
})
