import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import { enqueue } from '../../../platform/jobs/index.ts'
import { refreshEffectiveLevel } from '../../cases/index.ts'
import { record } from '../../history/index.ts'
import { type Document, documentLabel } from '../document.ts'
import { insertDocuments } from '../drafting/drafting.queries.ts'
import { noteOpened } from '../pen/note-opened.ts'
import { extractTextTask } from '../uploading/include-files.ts'
import { copyFile } from './duplicating.queries.ts'

/**
 * The same file once more in another case file, with what is said of it and its words, without certifications. Answers
 * its nº SEI. The caller holds the other case file.
 */
export async function copyUpload(
  db: Database,
  actor: Actor,
  document: Document,
  toCaseFileId: string,
  now: Date,
  /** Whether its history names the document it was copied from. */
  tells = true,
): Promise<string> {
  const { typeId, typeNumber, description, treeName, datedOn, level, legalBasisId } = document
  const [made] = await insertDocuments(
    db,
    [
      {
        caseFileId: toCaseFileId,
        kind: 'uploaded',
        typeId,
        unitId: actor.unitId,
        createdBy: actor.userId,
        datedOn,
        typeNumber: typeNumber ?? null,
        description,
        treeName,
        level,
        legalBasisId,
        version: 0,
      },
    ],
    now,
  )
  if (!made) throw new Error('a document was not inserted')
  const event = {
    kind: 'document-included',
    document: documentLabel({ ...document, number: made.number }),
    file: [document.file?.fileName ?? '', ...(tells ? [`cópia de ${documentLabel(document)}`] : [])].join(', '),
  } as const
  const [unread] = await Promise.all([
    copyFile(db, actor, document.id, made.id, now),
    record(db, actor, now, [{ caseFileId: toCaseFileId, documentId: made.id, event }]),
    noteOpened(db, actor, document, now),
  ])
  // Copied before the words of the first one were read: the copy's are read for themselves.
  if (unread) await enqueue(db, extractTextTask, { documentId: made.id, sha256: unread })
  await refreshEffectiveLevel(db, actor, toCaseFileId, now)
  return made.number
}
