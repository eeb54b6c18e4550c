import type { PageContext } from '../../ui/index.ts'

/** How texts and files look. Stands in the body of the pages that show them, which is allowed, and once is enough. */
export function DocumentStyle({ page }: { page: Pick<PageContext, 'asset'> }) {
  return <link rel="stylesheet" href={page.asset('document.css')} />
}
