import type { InnerVisit } from '../../../platform/http/index.ts'
import { readFilter } from './list.form.ts'
import { type BundleGroupFigures, selectBundleFigures } from './list.queries.ts'

/**
 * How many bundles each of these lists has, by the queries of their addresses; the open signature bundles of each group;
 * the documents to sign, and those that this person has not signed. One statement, with the conditions of the lists.
 */
export function countBundleLists(
  { db, actor }: InnerVisit,
  queries: readonly string[],
): Promise<{
  readonly counts: readonly number[]
  readonly groups: readonly BundleGroupFigures[]
  readonly documents: number
  readonly unsigned: number
}> {
  return selectBundleFigures(db, actor, queries.map(filterOf), filterOf('tipo=assinatura'))
}

function filterOf(query: string) {
  const asked = new URLSearchParams(query)
  return readFilter({ query: (name) => asked.get(name) ?? '' })
}
