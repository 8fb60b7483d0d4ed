/** Codes of the basic-spending table beside the items of “三公”经费 that contain them. */
import { codeTree } from '../../engine/account-equations/codes.ts'
import { finalTables, rowCell } from '../../engine/account-equations/final.ts'
import type { AccountCell, AccountsView, AccountTableView } from '../../engine/accounts.ts'
import type { Report } from '../../engine/check.ts'
import { certainlyMore, excessDraft } from './accounts-compare.ts'

/** The final amount of one item, in a row of figures or in a list. */
const finalOf = (table: AccountTableView, item: string): AccountCell | undefined => {
  const role = `final${item[0]!.toUpperCase()}${item.slice(1)}`
  for (const { cells } of table.entries) if (cells.has(role)) return cells.get(role)
  return rowCell(table, item, 'amount')
}

/** Reports each economic code whose basic spending alone is more than the item that contains it. */
export const reportPublic = (
  accounts: AccountsView,
  items: readonly (readonly [code: string, item: string, name: string])[],
  report: Report,
): void => {
  const { basic, threePublic } = finalTables(accounts)
  if (!basic || !threePublic || threePublic.record.isBlank) return
  const { byCode } = codeTree(basic)
  for (const [code, item, name] of items) {
    const left = [byCode.get(code)?.cells.get('amount')]
    const right = [finalOf(threePublic, item)]
    if (left[0] && right[0] && certainlyMore(left, right))
      report(excessDraft({ left, right, formula: `基本支出${code} ≤ ${name}决算数`, severity: 'error' }))
  }
}
