import type { InnerVisit } from '../../../platform/http/index.ts'
import { idParam, type Reach, reachOfVisit } from '../../organization/index.ts'
import { findOffice } from './keep-offices.ts'
import type { Office } from './office.ts'

/** The office of the address, where its unit is within reach. */
export async function officeOf(visit: InnerVisit): Promise<{ office: Office; reach: Reach } | undefined> {
  const id = idParam(visit)
  if (!id) return undefined
  const reach = await reachOfVisit(visit, 'identity.manage')
  const office = await findOffice(visit.db, id, reach, visit.now)
  return office && { office, reach }
}
