import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import type { RichText } from '../../../rich-text/index.ts'
import { type EventToRecord, record } from '../../history/index.ts'
import { type Document, labelForHistory } from '../document.ts'
import { copyAnswers, insertAnswers } from '../forms/forms.queries.ts'
import type { Answers } from '../forms/read-answers.ts'
import { addVersion } from './add-version.ts'
import { deleteDraft, updateVersion } from './versions.queries.ts'

export interface ReplacedText {
  readonly version: number
  readonly sha256: string
}

/**
 * Makes a new version the text of a document. The one place where it happens: signatures were of the text before, so
 * they lose their effect (DOC-070), and the history says so. The caller holds the document locked and has asked the rules.
 *
 * `from`: the version that this one brings back. A version made only to be signed takes nobody's draft away.
 */
export async function replaceText(
  db: Database,
  actor: Actor,
  document: Document,
  change: {
    readonly content: RichText
    readonly from?: number
    readonly keepsDraft?: boolean
    readonly answers?: Answers
  },
  now: Date,
): Promise<ReplacedText> {
  const version = document.version + 1
  const kind = change.from === undefined ? 'saved' : 'restored'
  const [{ sha256 }] = await Promise.all([
    addVersion(db, actor, { documentId: document.id, number: version, kind, content: change.content }, now),
    updateVersion(db, document.id, version),
    change.keepsDraft ? undefined : deleteDraft(db, document.id, actor.userId),
    answersOfVersion(db, document, version, change),
    record(db, actor, now, eventsOf(document, version, change.from)),
  ])
  return { version, sha256 }
}

/** Every version of a form has its answers: new ones, or those of the version whose text it carries on. */
async function answersOfVersion(
  db: Database,
  document: Document,
  version: number,
  { answers, from }: { readonly answers?: Answers; readonly from?: number },
): Promise<void> {
  if (document.formVersionId === null) return
  if (answers) await insertAnswers(db, document.id, version, answers)
  else await copyAnswers(db, document.id, from ?? document.version, version)
}

function eventsOf(document: Document, version: number, from: number | undefined): EventToRecord[] {
  const about = { caseFileId: document.caseFile.id, documentId: document.id }
  const label = labelForHistory(document)
  const saved: EventToRecord = {
    ...about,
    // What is still a draft concerns nobody else (PRO-067); what another unit wrote in a bundle concerns its own unit.
    ...(document.isDraft && document.isOurs ? { scope: 'unit' as const } : {}),
    event:
      from === undefined
        ? { kind: 'document-saved', document: label, version }
        : { kind: 'version-restored', document: label, version, from },
  }
  if (document.signatureCount === 0) return [saved]
  const count = document.signatureCount
  return [saved, { ...about, event: { kind: 'signatures-withdrawn', document: label, count } }]
}
