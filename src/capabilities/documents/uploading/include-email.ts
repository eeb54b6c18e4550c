import type { Actor } from '../../../platform/actor.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import type { StoredFile } from '../../../platform/files/index.ts'
import { enqueue } from '../../../platform/jobs/index.ts'
import { type CaseFile, noteNews, refreshEffectiveLevel } from '../../cases/index.ts'
import { record } from '../../history/index.ts'
import { documentLabel } from '../document.ts'
import type { LevelRequest } from '../level/level.form.ts'
import { insertEmailDocument } from './include-email.queries.ts'
import { extractTextTask } from './include-files.ts'
import { insertFiles } from './uploading.queries.ts'

export interface EmailToInclude extends LevelRequest {
  readonly subject: string
  readonly recipients: number
  readonly attachments: number
}

/**
 * Puts an e-mail that goes out into the tree (DOC-050): locked from its birth, so that it can be cancelled and never
 * changed. `file` is its PDF, which carries the number that `reserveNumber` gave. The caller holds the case file and has
 * asked the rules.
 */
export async function includeEmail(
  db: Database,
  actor: Actor,
  caseFile: CaseFile,
  email: EmailToInclude,
  { number, file: { sha256, sizeBytes } }: { readonly number: string; readonly file: StoredFile },
  now: Date,
): Promise<{ readonly id: string }> {
  const treeName = [...email.subject].slice(0, 60).join('').trim()
  const { level, legalBasisId } = email
  const datedOn = todayIn(now)
  const row = { number, caseFileId: caseFile.id, treeName, datedOn, level, legalBasisId }
  const made = await insertEmailDocument(db, actor, row, now)
  const file = {
    documentId: made.id,
    sha256,
    sizeBytes: String(sizeBytes),
    extension: 'pdf',
    mediaType: 'application/pdf',
    fileName: `Correio_eletronico_${number}.pdf`,
    origin: 'born-digital' as const,
    conferenceKindId: null,
  }
  const event = {
    kind: 'email-sent',
    document: documentLabel({ typeName: made.typeName, typeNumber: undefined, treeName, number }),
    recipients: email.recipients,
    attachments: email.attachments,
  } as const
  await Promise.all([
    insertFiles(db, [file], { accountId: actor.userId }, now),
    record(db, actor, now, [{ caseFileId: caseFile.id, documentId: made.id, event }]),
    noteNews(db, actor, caseFile.id, now),
    enqueue(db, extractTextTask, { documentId: made.id, sha256 }),
  ])
  await refreshEffectiveLevel(db, actor, caseFile.id, now)
  return made
}
