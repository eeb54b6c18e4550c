import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import { type CaseFile, findCaseFiles } from '../../cases/index.ts'
import { type Contact, contactsByIds } from '../../people/index.ts'
import { readingKeys } from '../resources.rules.ts'
import { type SubjectReader, selectCaseFilesOf, selectSubjectReaders } from './subject.queries.ts'

export interface Subject {
  readonly contact: Contact
  /** Only those that the gate gives to who asks. */
  readonly caseFiles: readonly CaseFile[]
  readonly readers: readonly SubjectReader[]
}

/**
 * What is known of one person, and who read it (AUD-022). To make the report is no credential: what the gate does not
 * give is not in it, nor who read that.
 */
export async function findSubject(db: Database, actor: Actor, id: string, now: Date): Promise<Subject | undefined> {
  const [[contact], ids] = await Promise.all([contactsByIds(db, [id]), selectCaseFilesOf(db, id)])
  if (!contact) return undefined
  const keys = ids.map((caseFileId) => ({ id: caseFileId }))
  const found = keys.length > 0 ? await findCaseFiles(db, actor, keys, 'reading', now) : []
  const caseFiles = found.filter(({ reach }) => reach === 'full')
  const reading = [...readingKeys('case-files'), ...readingKeys('documents')].filter((key) => !key.endsWith('-readers'))
  const readers = await selectSubjectReaders(
    db,
    id,
    caseFiles.map((one) => one.id),
    reading,
  )
  return { contact, caseFiles, readers }
}
