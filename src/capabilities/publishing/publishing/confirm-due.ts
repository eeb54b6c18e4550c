import type { Actor } from '../../../platform/actor.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { documentLabel, endPublication } from '../../documents/index.ts'
import { record } from '../../history/index.ts'
import { vehicleName } from '../vehicles/vehicle.ts'
import { type DueRow, lockDue } from './due.queries.ts'
import { updateState } from './publications.queries.ts'

const most = 50

const withheld = 'O processo se tornou sigiloso antes do dia da publicação.'

/**
 * Writes down that the day of what was scheduled has come. Readers need no job for that: they go by the day. Some at a time,
 * each lot whole or not at all: killed in between, or late, the next round goes on; several nodes never take the same. What
 * lies in a case file that became confidential does not come out. Answers how many were published.
 */
export async function confirmDue(db: Database, now: Date): Promise<number> {
  let published = 0
  for (;;) {
    const { taken, out } = await inTransaction(db, async (trx) => {
      const rows = await lockDue(trx, now, most)
      for (const row of rows) await settle(trx, row, now)
      return { taken: rows.length, out: rows.filter(({ isConfidential }) => !isConfidential).length }
    })
    published += out
    if (taken < most) return published
  }
}

async function settle(db: Database, row: DueRow, now: Date): Promise<void> {
  const { id, documentId, caseFileId, on } = row
  const told = {
    document: documentLabel({ ...row, typeNumber: row.typeNumber ?? undefined }),
    vehicle: vehicleName(row.vehicle),
  }
  const about = { caseFileId, documentId }
  if (row.isConfidential) {
    await updateState(db, id, { state: 'cancelled', endReason: withheld }, now)
    await endPublication(db, documentId)
    await record(db, clockOf(row), now, [
      { ...about, event: { kind: 'publication-cancelled', ...told, reason: withheld } },
    ])
    return
  }
  await updateState(db, id, { state: 'published' }, now)
  await record(db, clockOf(row), now, [{ ...about, event: { kind: 'document-published', ...told, on } }])
}

/** Nobody's deed: the clock of the unit that scheduled it. */
function clockOf({ unitId, unitAcronym, agencyId }: DueRow): Actor {
  return {
    userId: '',
    name: '',
    login: '',
    unitId,
    unitSlug: '',
    unitAcronym,
    unitName: '',
    agencyId,
    permissions: new Set(),
    sessionHash: '',
  }
}
