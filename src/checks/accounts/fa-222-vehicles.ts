import { defineEquationCheck } from '../support/accounts.ts'

export const vehicles = defineEquationCheck({
  id: 'FA-222',
  title: '公务用车购置及运行费等于购置费加运行费',
  titleEn: 'Vehicles are purchase and running',
  severity: 'error',
  rule: '公务用车购置及运行费 = 购置费 + 运行费，预算数和决算数都如此',
  remedy: '对照总账核对合计与各项，改正写错的一处',
  remedyEn: 'Compare the total and its parts with the ledger and correct the wrong figure.',
})
