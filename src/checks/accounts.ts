/** The checks of final-accounts and budget tables, in the order of their codes. */
import type { Check } from '../engine/check.ts'
import { budgetTotalsBalance } from './accounts/bg-001-totals-balance.ts'
import { budgetIncomeByCode } from './accounts/bg-002-income-by-code.ts'
import { budgetSpendingByCode } from './accounts/bg-003-spending-by-code.ts'
import { budgetFiscalTotals } from './accounts/bg-004-fiscal-totals.ts'
import { budgetFundsEqualFiscal } from './accounts/bg-005-funds-equal-fiscal.ts'
import { budgetFundTables } from './accounts/bg-006-fund-tables.ts'
import { budgetBasicByEconomicCode } from './accounts/bg-007-basic-by-economic-code.ts'
import { budgetThreePublic } from './accounts/bg-008-three-public.ts'
import { budgetProjectList } from './accounts/bg-009-project-list.ts'
import { codeKnown } from './accounts/cm-008-code-known.ts'
import { nameOfCode } from './accounts/cm-009-name-of-code.ts'
import { parentRow } from './accounts/cm-010-parent-row.ts'
import { setComplete } from './accounts/fa-001-set-complete.ts'
import { tableNumbers } from './accounts/fa-002-table-numbers.ts'
import { columnsAndUnit } from './accounts/fa-003-columns-and-unit.ts'
import { emptyTableStatement } from './accounts/fa-004-empty-table-statement.ts'
import { depth } from './accounts/fa-005-depth.ts'
import { codesOnce } from './accounts/fa-006-codes-once.ts'
import { incomeItems } from './accounts/fa-101-income-items.ts'
import { spendingClasses } from './accounts/fa-102-spending-classes.ts'
import { incomeGrandTotal } from './accounts/fa-103-income-grand-total.ts'
import { spendingGrandTotal } from './accounts/fa-104-spending-grand-total.ts'
import { inEqualsOut } from './accounts/fa-105-in-equals-out.ts'
import { notNegative } from './accounts/fa-106-not-negative.ts'
import { usedBalance } from './accounts/fa-107-used-balance.ts'
import { incomeSources } from './accounts/fa-121-income-sources.ts'
import { incomeHierarchy } from './accounts/fa-122-income-hierarchy.ts'
import { incomeClasses } from './accounts/fa-123-income-classes.ts'
import { incomeEqualsTotals } from './accounts/fa-124-income-equals-totals.ts'
import { fiscalIncome } from './accounts/fa-125-fiscal-income.ts'
import { otherIncome } from './accounts/fa-126-other-income.ts'
import { spendingKinds } from './accounts/fa-141-spending-kinds.ts'
import { spendingHierarchy } from './accounts/fa-142-spending-hierarchy.ts'
import { spendingTotal } from './accounts/fa-143-spending-total.ts'
import { spendingEqualsTotals } from './accounts/fa-144-spending-equals-totals.ts'
import { spendingByClass } from './accounts/fa-145-spending-by-class.ts'
import { operating } from './accounts/fa-146-operating.ts'
import { fiscalIncomeTotal } from './accounts/fa-161-fiscal-income-total.ts'
import { fiscalClassRows } from './accounts/fa-162-fiscal-class-rows.ts'
import { fiscalSpendingTotal } from './accounts/fa-163-fiscal-spending-total.ts'
import { fiscalBalances } from './accounts/fa-164-fiscal-balances.ts'
import { fundBalance } from './accounts/fa-165-fund-balance.ts'
import { fiscalGrandTotals } from './accounts/fa-166-fiscal-grand-totals.ts'
import { fiscalRowsEqualTotals } from './accounts/fa-167-fiscal-rows-equal-totals.ts'
import { fiscalIncomeByCode } from './accounts/fa-168-fiscal-income-by-code.ts'
import { fiscalWithinAll } from './accounts/fa-169-fiscal-within-all.ts'
import { nonFiscalBalance } from './accounts/fa-170-non-fiscal-balance.ts'
import { generalRows } from './accounts/fa-181-general-rows.ts'
import { generalHierarchy } from './accounts/fa-182-general-hierarchy.ts'
import { generalEqualsFiscal } from './accounts/fa-183-general-equals-fiscal.ts'
import { generalByClass } from './accounts/fa-184-general-by-class.ts'
import { generalWithinAll } from './accounts/fa-185-general-within-all.ts'
import { fundsWithinAll } from './accounts/fa-186-funds-within-all.ts'
import { generalWithIncome } from './accounts/fa-187-general-with-income.ts'
import { economicClasses } from './accounts/fa-201-economic-classes.ts'
import { staffTotal } from './accounts/fa-202-staff-total.ts'
import { runningTotal } from './accounts/fa-203-running-total.ts'
import { basicSpending } from './accounts/fa-204-basic-spending.ts'
import { economicWithinPublic } from './accounts/fa-205-economic-within-public.ts'
import { meetingsAndTraining } from './accounts/fa-206-meetings-and-training.ts'
import { threePublicTotal } from './accounts/fa-221-three-public-total.ts'
import { vehicles } from './accounts/fa-222-vehicles.ts'
import { zerosPrinted } from './accounts/fa-224-zeros-printed.ts'
import { fundBalanceRows } from './accounts/fa-241-fund-balance-rows.ts'
import { fundRows } from './accounts/fa-242-fund-rows.ts'
import { fundHierarchy } from './accounts/fa-243-fund-hierarchy.ts'
import { fundEqualsFiscal } from './accounts/fa-244-fund-equals-fiscal.ts'
import { capitalEqualsFiscal } from './accounts/fa-245-capital-equals-fiscal.ts'
import { emptyWhenNothing } from './accounts/fa-246-empty-when-nothing.ts'
import { fundCodes } from './accounts/fa-247-fund-codes.ts'
import { beijingTables } from './accounts/fa-261-beijing-tables.ts'
import { yunnanTables } from './accounts/fa-262-yunnan-tables.ts'
import { sichuanDetail } from './accounts/fa-263-sichuan-detail.ts'
import { localisation } from './accounts/fa-342-localisation.ts'

export const accountsChecks: readonly Check[] = [
  budgetTotalsBalance,
  budgetIncomeByCode,
  budgetSpendingByCode,
  budgetFiscalTotals,
  budgetFundsEqualFiscal,
  budgetFundTables,
  budgetBasicByEconomicCode,
  budgetThreePublic,
  budgetProjectList,
  codeKnown,
  nameOfCode,
  parentRow,
  setComplete,
  tableNumbers,
  columnsAndUnit,
  emptyTableStatement,
  depth,
  codesOnce,
  incomeItems,
  spendingClasses,
  incomeGrandTotal,
  spendingGrandTotal,
  inEqualsOut,
  notNegative,
  usedBalance,
  incomeSources,
  incomeHierarchy,
  incomeClasses,
  incomeEqualsTotals,
  fiscalIncome,
  otherIncome,
  spendingKinds,
  spendingHierarchy,
  spendingTotal,
  spendingEqualsTotals,
  spendingByClass,
  operating,
  fiscalIncomeTotal,
  fiscalClassRows,
  fiscalSpendingTotal,
  fiscalBalances,
  fundBalance,
  fiscalGrandTotals,
  fiscalRowsEqualTotals,
  fiscalIncomeByCode,
  fiscalWithinAll,
  nonFiscalBalance,
  generalRows,
  generalHierarchy,
  generalEqualsFiscal,
  generalByClass,
  generalWithinAll,
  fundsWithinAll,
  generalWithIncome,
  economicClasses,
  staffTotal,
  runningTotal,
  basicSpending,
  economicWithinPublic,
  meetingsAndTraining,
  threePublicTotal,
  vehicles,
  zerosPrinted,
  fundBalanceRows,
  fundRows,
  fundHierarchy,
  fundEqualsFiscal,
  capitalEqualsFiscal,
  emptyWhenNothing,
  fundCodes,
  beijingTables,
  yunnanTables,
  sichuanDetail,
  localisation,
]
