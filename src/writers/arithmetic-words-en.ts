/** Words of formulas and expectations in English, longest match first. */
export const ARITHMETIC_EN: ReadonlyMap<string, string> = new Map([
  ['不成立', 'does not hold'],
  ['得分', 'score'],
])
