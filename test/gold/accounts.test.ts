/**
 * Findings in the final-accounts tables of a published document: all that its gold record names, and none above info beside
 * them. The document lies outside the repository; without it the test is skipped.
 */
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readBytes } from '../../src/app/read-file.ts'
import { accountsChecks } from '../../src/checks/accounts.ts'
import { runChecks } from '../../src/engine/run.ts'
import { rulesFor } from '../../src/law/packs.ts'

const folder = new URL('../../../shared/samples/', import.meta.url)
const NAME = 'shenzhen-assistance-2020'
const isPresent = existsSync(new URL(`${NAME}.gold.json`, folder))

interface GoldFinding {
  readonly rule: string
  readonly machine: string
  readonly printed: string
  readonly at: { readonly table?: string }
}

const codesOf = JSON.parse(readFileSync(new URL('rule-codes.json', import.meta.url), 'utf8')) as Record<
  string,
  string[]
>

/** Two texts that print one number of more than two digits. */
const shareNumber = (a: string, b: string): boolean => {
  const plain = b.replaceAll(',', '')
  return (a.replaceAll(',', '').match(/\d+(?:\.\d+)?/g) ?? []).some((one) => one.length > 2 && plain.includes(one))
}

describe.skipIf(!isPresent)('findings in the tables of a published document', () => {
  it('are all that the gold record names, and nothing above info beside them', async () => {
    const gold = JSON.parse(readFileSync(new URL(`${NAME}.gold.json`, folder), 'utf8')) as { findings: GoldFinding[] }
    const bytes = new Uint8Array(readFileSync(new URL(`${NAME}.txt`, folder)))
    const { source, finalAccounts, facts } = await readBytes(bytes, `${NAME}.txt`)
    const findings = runChecks(source, [], rulesFor('national-2020', '2020-12-31'), accountsChecks, {
      accounts: finalAccounts!,
      facts,
    })
    const wanted = gold.findings.filter(({ machine, at }) => machine === 'yes' && at.table !== undefined)
    const used = new Set<unknown>()
    const missed = wanted.filter(({ rule, at, printed }) => {
      const hit = findings.find(
        (finding) =>
          !used.has(finding) &&
          codesOf[rule]?.includes(finding.code) &&
          finding.at.table === at.table &&
          (finding.printed === '' || shareNumber(finding.printed, printed) || !/\d{2}/.test(printed)),
      )
      used.add(hit)
      return hit === undefined
    })
    expect(wanted.length).toBeGreaterThan(10)
    expect(missed.map(({ rule, printed }) => `${rule}: ${printed}`)).toEqual([])
    expect(findings.filter(({ severity }) => severity !== 'info').map(({ message }) => message)).toEqual([])
  })
})

if (!isPresent)
  it('the gold document is not here: nothing is measured', (context) => {
    context.skip('跳过：没有 ../shared/samples。Skipped: ../shared/samples is absent.')
  })
