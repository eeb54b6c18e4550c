import type { InnerVisit } from '../../platform/http/index.ts'
import { type DeskGroups, selectDeskFigures } from './count-desk.queries.ts'
import { readDeskFilter } from './desk.form.ts'

export type { DeskGroup } from './count-desk.queries.ts'

/**
 * How many case files each of these desks lists, by the queries of their addresses (`lista=recebidos`), up to 10,001; and
 * the whole desk by type, label and person. One statement, with the very conditions of the list.
 */
export function countDesk(
  { db, actor, now }: InnerVisit,
  queries: readonly string[],
): Promise<{ readonly counts: readonly number[] } & DeskGroups> {
  return selectDeskFigures(db, actor, queries.map(filterOf), now)
}

function filterOf(query: string) {
  const asked = new URLSearchParams(query)
  return readDeskFilter({ query: (name) => asked.get(name) ?? '' })
}
