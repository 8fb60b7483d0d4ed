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
  /** Behind the number of records of a kind. */
  readonly clean: string
  readonly unchecked: (form: number | undefined) => string
  readonly notChecked: string
  /** Two sentences, each without its full stop. */
  readonly sentences: (first: string, second: string) => string
  readonly inBrackets: (text: string) => string
  readonly columns: {
    readonly number: string
    readonly file: string
    readonly form: string
    readonly record: string
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
    readonly cause: string
    readonly rank: string
    readonly slip: string
    readonly repaired: string
    readonly findings: string
    readonly notes: string
  }
  readonly seeCell: string
  readonly blank: string
  readonly sameAs: (n: number) => string
  readonly interval: (low: string, high: string) => string
  readonly verdict: (word: string) => string
  readonly badge: (n: number, severity: string, code: string) => string
  readonly moreBadges: (n: number) => string
  readonly sheets: { readonly summary: string; readonly findings: string; readonly causes: string }
  readonly notListed: string
  readonly separator: string
  /** Between a number or mark and the words behind it. */
  readonly gap: string
  /** Causes: one wrong cell with the findings it explains. */
  readonly cause: (n: number) => string
  readonly causeBadge: (n: number) => string
  readonly explains: (n: number) => string
  readonly candidates: string
  readonly repaired: (n: number) => string
  readonly causeRemedy: string
  readonly unsureCell: string
  readonly rowsLeftOut: (n: number) => string
  readonly summary: ReportSummaryTexts
  readonly contents: string
  readonly finding: (n: number) => string
  readonly counted: (kind: string, n: number) => string
  readonly scored: (score: string) => string
  readonly notDrawnRecords: (n: number) => string
  readonly wholeProse: (paragraphs: number) => string
  readonly wholeProseTooLong: (paragraphs: number) => string
  readonly notUnderstood: (why: string) => string
  readonly drawnFromRecord: string
  readonly noRecords: string
  readonly severitiesHint: string
}

/** The first page of a report. */
export interface ReportSummaryTexts {
  readonly read: string
  readonly kind: string
  readonly count: string
  /** Forms, tables and sheets of a file. */
  readonly records: string
  readonly top: string
  readonly open: string
  readonly numbers: (understood: number, total: number, share: string) => string
  readonly undecided: (n: number) => string
  readonly unsure: (cells: number) => string
  readonly unknownTables: (n: number) => string
  readonly noUnit: (n: number) => string
  readonly unchecked: (n: number) => string
  readonly pagesUnread: (n: number) => string
  readonly nothingOpen: string
  readonly facts: {
    readonly department: string
    readonly region: string
    readonly year: string
    readonly packs: string
    readonly file: string
    readonly pages: (n: number) => string
  }
  readonly problems: string
}
