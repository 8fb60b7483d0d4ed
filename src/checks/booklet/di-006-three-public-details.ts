import { defineBookletCheck } from '../../engine/check.ts'
import { topicsOf } from '../../engine/ledger/narrative-places.ts'
import { isWholeBooklet } from '../support/booklet-whole.ts'
import { threePublicOf } from '../support/narrative-three-public.ts'

export const threePublicDetails = defineBookletCheck({
  id: 'DI-006',
  title: '“三公”经费的说明细化到团组、车辆、批次和人数',
  titleEn: 'The section on the three public expenses gives counts',
  kind: 'D',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'practice',
  cites: ['definition#form-fields'],
  rule: '整本决算公开：“三公”一节应有出国团组和人数、公务用车购置数和保有量、国内接待批次和人数；对应支出为0的可以不写',
  remedy: '补写缺少的团组、车辆、批次或人数',
  remedyEn: 'Add the missing counts.',
  run(context, report) {
    const { narrative } = context
    const own = narrative && threePublicOf(narrative)
    if (!narrative || !own || !isWholeBooklet(context)) return
    const isSpent = (key: 'abroad' | 'purchase' | 'running' | 'reception'): boolean => {
      const amount = own.amount(key, 'final')
      return amount !== undefined && !amount.mention.value.isZero()
    }
    const left = [
      isSpent('abroad') && !own.delegations && !own.travellers ? '因公出国（境）团组和人数' : '',
      isSpent('purchase') && !own.bought ? '公务用车购置数' : '',
      isSpent('running') && !own.held ? '公务用车保有量' : '',
      isSpent('reception') && !own.batches && !own.guests ? '国内接待批次和人数' : '',
    ].filter((name) => name !== '')
    if (left.length === 0) return
    const section = narrative.sections[topicsOf(narrative).indexOf('three-public')]
    report({
      section: 'narrative',
      ...(section ? { position: section.at } : {}),
      verdict: 'outside',
      printed: '',
      expected: left.join('、'),
      message: `“三公”经费的说明缺少${left.join('、')}`,
      messageEn: 'Counts are missing in the section on the three public expenses.',
    })
  },
})
