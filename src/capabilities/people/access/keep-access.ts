import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { type Editor, noteFields, type Reach } from '../../organization/index.ts'
import type { Contact } from '../contact.ts'
import {
  type AccessRow,
  deleteAccess,
  selectAccess,
  selectAccessWithin,
  selectLevel,
  upsertAccess,
} from './access.queries.ts'
import { levelWords } from './access.text.ts'
import { type AccessToContacts, type ContactAccess, usualAccess } from './contact-access.rules.ts'

/** How much of the contacts who works in the unit sees. Asked at each page: it changes at once. */
export async function accessOf(db: Database, unitId: string): Promise<ContactAccess> {
  const rows = await selectAccess(db, unitId)
  return { ...usualAccess, ...Object.fromEntries(rows.map(({ kind, level }) => [kind, level])) }
}

/** The units within reach that see more than the others, or less. At most 500 lines. */
export function listAccess(db: Database, reach: Reach): Promise<readonly AccessRow[]> {
  return selectAccessWithin(db, reach)
}

export interface AccessRequest {
  /** Found within reach by the caller. */
  readonly unitId: string
  readonly kind: Contact['kind']
  readonly level: AccessToContacts
  readonly reason: string
}

/** Says how much of the contacts of a kind a unit sees, and why; `usual` takes away what was said. */
export async function setAccess(db: Database, by: Editor, request: AccessRequest, now: Date): Promise<void> {
  const { unitId, kind, level, reason } = request
  await inTransaction(db, async (trx) => {
    const before = (await selectLevel(trx, unitId, kind)) ?? 'usual'
    if (level === 'usual') await deleteAccess(trx, unitId, kind)
    else await upsertAccess(trx, { unitId, kind, level, reason }, by.userId, now)
    if (before === level) return
    const field = kind === 'person' ? 'contatos_de_pessoas' : 'contatos_de_entidades'
    const change = { field, before: levelWords[before], after: `${levelWords[level]}${reason ? ` (${reason})` : ''}` }
    await noteFields(trx, by, { register: 'unit', id: unitId }, [change], now)
  })
}
