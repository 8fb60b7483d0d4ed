import { defineAcrossCheck } from '../../engine/check.ts'
import { placeInput } from '../../engine/ledger/entry.ts'
import { proof } from '../../engine/proof.ts'
import { inFile, yearPairs } from '../support/across.ts'
import { carriedCodes } from '../support/across-codes.ts'

export const movedCodes = defineAcrossCheck({
  id: 'FA-304',
  title: '两年间科目编码的变动',
  titleEn: 'Items that moved to another code between two years',
  kind: 'D',
  severity: 'info',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#same-fact'],
  rule: '上年有年末结转和结余的科目，本年应有同编码或同名称的科目；编码变动的按名称对应，找不到的作提示',
  remedy: '核对科目调整，必要时在说明中写明对应关系',
  remedyEn: 'Say which item took the place of the old one.',
  run({ documents }, report) {
    for (const { earlier, later } of yearPairs(documents))
      for (const { code, name, own, before, movedFrom } of carriedCodes({ earlier, later })) {
        const place = own ?? before
        if (!place || !before || (own && movedFrom === '')) continue
        const file = own ? later.file : earlier.file
        const message = own
          ? `科目“${name}”上年的编码是${movedFrom}，本年是${code}，两年的结转按名称对应`
          : `科目${code}“${name}”上年年末结转和结余${before.printed}，本年的表中没有这一科目`
        report({
          file,
          ...place.address,
          position: place.position,
          verdict: own ? 'not-applicable' : 'undecided',
          printed: own ? code : before.printed,
          expected: own ? movedFrom : '',
          message,
          messageEn: own ? `The code was ${movedFrom} the year before.` : 'The later year has no such item.',
          proof: () =>
            proof({
              formula: '按编码、再按名称对应',
              filledIn: own ? `${movedFrom} → ${code}` : `${code} → ？`,
              result: own ? code : '',
              verdict: own ? 'not-applicable' : 'undecided',
              inputs: [placeInput(inFile(file, place))],
            }),
        })
      }
  },
})
