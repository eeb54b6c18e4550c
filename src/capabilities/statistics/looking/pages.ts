/** Rows of a list on one page, and at most in a file that is taken away. */
export const rowsPerPage = 50
export const rowsPerFile = 10_000

const lastPage = 2_000

/** One row more than a page is asked for, so that one knows whether there is a next one. */
export function stretchAsked(typed: string, asFile: boolean): { page: number; limit: number; offset: number } {
  const page = Math.min(lastPage, Math.max(1, Number.parseInt(typed, 10) || 1))
  return asFile
    ? { page: 1, limit: rowsPerFile, offset: 0 }
    : { page, limit: rowsPerPage + 1, offset: (page - 1) * rowsPerPage }
}
