import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import { findCaseFile, findCaseFiles } from '../../cases/index.ts'
import { findDocument } from '../../documents/index.ts'
import type { Reach } from '../../organization/index.ts'
import type { TrailFilter } from './trail-filter.form.ts'
import { selectTrail, type TrailRow, type TrailSubject } from './trail-list.queries.ts'

export type TrailLine = TrailRow & {
  /** Of what the auditor may know by number; absent for everything else. */
  readonly caseNumber?: string
  readonly caseDigits?: string
}

export const trailPageSize = 50

/**
 * A page of the trail. Case files stand in it by number only where the gate gives them to the auditor in lists, or where
 * the auditor asked by the number: to audit is no credential. A number that the gate does not give has no entries.
 */
export async function findTrail(
  db: Database,
  actor: Actor,
  reach: Reach,
  filter: TrailFilter,
  most: number,
  now: Date,
): Promise<{ readonly lines: readonly TrailLine[]; readonly hasMore: boolean }> {
  const subject: TrailSubject | undefined = filter.number === '' ? {} : await subjectOf(db, actor, filter.number, now)
  if (!subject) return { lines: [], hasMore: false }
  const rows = await selectTrail(db, reach, filter, subject, most + 1)
  const shown = rows.slice(0, most)
  const ids = [...new Set(shown.flatMap(({ caseFileId }) => caseFileId ?? []))]
  const keys = ids.map((id) => ({ id }))
  const found = ids.length > 0 ? await findCaseFiles(db, actor, keys, 'reading', now) : []
  const known = new Map(
    found.filter(({ id, reach }) => reach === 'full' || id === subject.caseFileId).map((one) => [one.id, one]),
  )
  return {
    hasMore: rows.length > most,
    lines: shown.map((row) => {
      const caseFile = row.caseFileId ? known.get(row.caseFileId) : undefined
      return caseFile
        ? { ...row, caseNumber: caseFile.number, caseDigits: caseFile.digits }
        : { ...row, documentNumber: null }
    }),
  }
}

async function subjectOf(
  db: Database,
  actor: Actor,
  number: string,
  now: Date,
): Promise<(TrailSubject & { caseFileId: string }) | undefined> {
  if (number.length > 15 || number.length < 5) {
    const caseFile = await findCaseFile(db, actor, { digits: number }, 'reading', now)
    return caseFile && { caseFileId: caseFile.id }
  }
  const [caseFile, document] = await Promise.all([
    findCaseFile(db, actor, { digits: number }, 'reading', now),
    findDocument(db, actor, number, 'reading', now),
  ])
  if (caseFile) return { caseFileId: caseFile.id }
  return document && { caseFileId: document.caseFile.id, documentId: document.id }
}
