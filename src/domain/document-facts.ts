/** What the document says about itself: who published it, where, for which year. Empty or 0 where it does not say. */
export interface DocumentFacts {
  readonly department: string
  readonly region: string
  readonly year: number
}
