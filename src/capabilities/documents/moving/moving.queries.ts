import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'

/** Whether the installation lets this unit move documents. */
export async function selectMoving(
  db: Database,
  unitId: string,
): Promise<{ setting: unknown; unitIsMailroom: boolean }> {
  const [row] = await db<{ setting: unknown; unitIsMailroom: boolean }[]>`
    select (select value from platform.setting where name = 'documents.moving') as setting, u.is_mailroom as "unitIsMailroom"
      from organization.unit u where u.id = ${unitId}`
  return row ?? { setting: 0, unitIsMailroom: false }
}

/** To the end of the other tree, and the move on record. Both case files are held. */
export async function moveToCase(
  db: Database,
  actor: Actor,
  move: { readonly documentId: string; readonly from: string; readonly to: string; readonly reason: string },
  now: Date,
): Promise<void> {
  await db`with moved as (
      update documents.document set case_file_id = ${move.to},
             position = (select coalesce(max(position), 0) + 1 from documents.document where case_file_id = ${move.to})
       where id = ${move.documentId} returning id
    ) insert into documents.move (document_id, from_case_file_id, to_case_file_id, reason, account_id, unit_id, at)
      select id, ${move.from}, ${move.to}, ${move.reason}, ${actor.userId}, ${actor.unitId}, ${now} from moved`
}
