import type { Permission } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'

export async function selectAdministersInstallation(
  db: Database,
  accountId: string,
  unitId: string,
  permission: Permission,
  today: string,
): Promise<boolean> {
  const [row] = await db<{ everywhere: boolean }[]>`
    select identity.administers_installation(${accountId}, ${unitId}, ${permission}, ${today}::date) as everywhere`
  return row?.everywhere ?? false
}
