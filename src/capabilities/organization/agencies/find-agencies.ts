import type { Database } from '../../../platform/db/index.ts'
import { type ListOf, type ListRequest, listOf } from '../administration/lists.ts'
import type { Reach } from '../administration/reach.ts'
import { type AgencyRow, selectAgencies, selectAgency, selectAgencyPage } from './agencies.queries.ts'

/** The agencies within reach, in their own order. */
export function listAgenciesWithin(db: Database, reach: Reach): Promise<readonly AgencyRow[]> {
  return selectAgencies(db, reach)
}

/** One page of the register. */
export async function listAgencyPage(db: Database, reach: Reach, asked: ListRequest): Promise<ListOf<AgencyRow>> {
  return listOf(await selectAgencyPage(db, reach, asked))
}

/** One agency with its names and sample unit codes; undefined where there is none, or it is out of reach. */
export function findAgency(db: Database, id: string, reach: Reach) {
  return selectAgency(db, id, reach)
}
