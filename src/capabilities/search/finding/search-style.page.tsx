import type { PageContext } from '../../../ui/index.ts'

/** What pages with results look like, beyond the kit. */
export function SearchStyle({ page }: { page: PageContext }) {
  return <link rel="stylesheet" href={page.asset('search.css')} />
}
