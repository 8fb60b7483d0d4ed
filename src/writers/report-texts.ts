/** Every text that the HTML and Excel reports print themselves, in both languages. What a document printed is no text of ours. */
export interface ReportTexts {
  /** Of the page, for browsers and screen readers. */
  readonly lang: string
  readonly product: string
  readonly reportTitle: string
  readonly pageTitle: (subject: string) => string
  readonly skip: string
  readonly files: (n: number) => string
  readonly forms: (n: number) => string
  readonly form: (n: number) => string
  readonly problems: (n: number) => string
  readonly noForms: string
  readonly year: (year: number) => string
  readonly pack: (id: string, why: string) => string
  readonly tiles: {
    readonly undecided: string
    readonly forms: string
    readonly files: string
    readonly failed: string
  }
  readonly byCode: string
  readonly byFile: string
  readonly nothingFound: string
  readonly notRead: string
  readonly hidden: (n: number) => string
  readonly filter: string
  readonly hint: string
  /** `{n}` is put in by the report's script. */
  readonly shown: string
  readonly wholeDocument: string
  readonly notDrawn: string
  readonly unnamed: string
  readonly asPrinted: string
  readonly official: string
  readonly clean: (n: number) => string
  readonly unchecked: (form: number | undefined) => string
  readonly notChecked: string
  /** Two sentences, each without its full stop. */
  readonly sentences: (first: string, second: string) => string
  readonly inBrackets: (text: string) => string
  readonly columns: {
    readonly number: string
    readonly file: string
    readonly form: string
    readonly forms: string
    readonly project: string
    readonly unit: string
    readonly totalScore: string
    readonly severity: string
    readonly code: string
    readonly problem: string
    readonly times: string
    readonly errors: string
    readonly field: string
    readonly place: string
    readonly printed: string
    readonly expected: string
    readonly working: string
    readonly verdict: string
    readonly basis: string
    readonly certainty: string
    readonly remedy: string
    readonly corrected: string
    readonly notes: string
  }
  readonly seeCell: string
  readonly blank: string
  readonly sameAs: (n: number) => string
  readonly interval: (low: string, high: string) => string
  readonly verdict: (word: string) => string
  readonly badge: (n: number, severity: string, code: string) => string
  readonly moreBadges: (n: number) => string
  readonly sheets: { readonly summary: string; readonly findings: string }
  readonly notListed: string
  readonly separator: string
  /** Between a number or mark and the words behind it. */
  readonly gap: string
}
