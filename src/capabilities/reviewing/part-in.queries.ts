import type { Actor } from '../../platform/actor.ts'
import type { Database } from '../../platform/db/index.ts'

/**
 * Whether the actor could have part in the review of the document `d` at all, asked before its gate: to everybody else an
 * id in it costs what one that is nobody's does. The gate and `reviewAccess` are asked all the same.
 */
export function partIn(db: Database, { userId, unitId, permissions }: Actor) {
  return db`(documents.reviews(d.id, ${userId}, ${unitId})
    or ${permissions.has('documents.write')}::boolean
       and (d.unit_id in (select organization.lineage(${unitId})) or documents.co_signs(d.id, ${unitId})
            or documents.may_sign_by_credential(d.id, ${userId}, ${unitId})))`
}
