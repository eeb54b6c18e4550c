/** What one way of reading gave. `trouble` is for the log; `pages` only when all were counted. */
export type Reading = {
  readonly text: string
  readonly method: 'pdftotext' | 'unpdf' | 'office' | 'plain' | 'none'
  readonly pages?: number
  readonly truncated?: boolean
  readonly trouble?: string
  readonly isScan?: boolean
}

/** `deadline` on the clock of `performance.now()`. */
export type ReadingLimits = { readonly limitChars: number; readonly deadline: number }
