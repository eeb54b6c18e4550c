import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import { permittedList } from '../../../platform/file-kinds/index.ts'
import type { CaseFile } from '../../cases/index.ts'
import { type TypeToChoose, typesToUpload } from '../drafting/offer-draft.ts'
import { type LevelOffer, offerLevels } from '../level/check-level.ts'
import { largestLimit, permittedKinds } from './permitted-kinds.ts'
import type { ReceivedFile } from './receive-files.ts'
import { selectConferenceKinds } from './uploading.queries.ts'
import { selectWaiting } from './waiting-files.queries.ts'

export interface FileOffer {
  readonly conferenceKinds: readonly { readonly id: string; readonly name: string }[]
  /** Endings for the browser's own dialogue, and the same in words. */
  readonly accept: string
  readonly permitted: string
  /** Of the kind that may be largest. */
  readonly limitBytes: number
}

export interface UploadOffer extends FileOffer {
  readonly types: readonly TypeToChoose[]
  readonly levels: LevelOffer
}

/** What the form for files offers. */
export async function offerUpload(db: Database, actor: Actor, caseFile: CaseFile): Promise<UploadOffer> {
  const [types, levels, files] = await Promise.all([
    typesToUpload(db, actor),
    offerLevels(db, caseFile),
    offerFiles(db),
  ])
  return { types, levels, ...files }
}

export async function offerFiles(db: Database): Promise<FileOffer> {
  const [conferenceKinds, kinds] = await Promise.all([selectConferenceKinds(db), permittedKinds(db)])
  const endings = kinds.flatMap(({ extension, otherExtensions }) => [extension, ...otherExtensions])
  return {
    conferenceKinds,
    accept: endings.map((ending) => `.${ending}`).join(','),
    permitted: permittedList(kinds),
    limitBytes: largestLimit(kinds),
  }
}

/** Files that this person sent for this case file and that still wait, or were refused. */
export async function waitingFiles(
  db: Database,
  actor: Actor,
  caseFile: CaseFile,
  ids: readonly string[],
): Promise<ReceivedFile[]> {
  const rows = await selectWaiting(db, { accountId: actor.userId, caseFileId: caseFile.id }, ids.slice(0, 200))
  return rows.map((row) => ({
    id: row.id,
    fileName: row.fileName,
    problem: row.problem ?? undefined,
    sizeBytes: row.sizeBytes === null ? undefined : Number(row.sizeBytes),
  }))
}
