import type { Actor } from '../../../platform/actor.ts'
import { type LocalDate, todayIn } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { failpoint } from '../../../platform/failpoints/index.ts'
import { enqueue } from '../../../platform/jobs/index.ts'
import { done, type Outcome, refused } from '../../../platform/outcome.ts'
import {
  type CaseFile,
  factsToAct,
  findCaseFile,
  noteNews,
  refreshEffectiveLevel,
  refusalsToAct,
} from '../../cases/index.ts'
import { record } from '../../history/index.ts'
import { documentLabel } from '../document.ts'
import { insertDocuments, selectType, type TypeRow } from '../drafting/drafting.queries.ts'
import { checkLevel } from '../level/check-level.ts'
import type { LevelRequest } from '../level/level.form.ts'
import { type IncludeRefusal, refusalsToInclude } from './include-files.rules.ts'
import { insertFiles, selectConferenceKinds } from './uploading.queries.ts'
import { selectWaiting, takeWaiting, type WaitingFileRow } from './waiting-files.queries.ts'

export interface IncludeRequest extends LevelRequest {
  /** Digits of the case file's number. */
  readonly caseDigits: string
  readonly typeId: string
  /** Files that this person sent for this case file and that were found right. */
  readonly waitingIds: readonly string[]
  readonly description: string
  /** Empty: of several files, each is named after itself. */
  readonly treeName: string
  /** As it stands on the document itself: `Nota Fiscal 123`. Of one file alone. */
  readonly typeNumber?: string | undefined
  readonly datedOn: LocalDate
  readonly origin: 'born-digital' | 'digitized'
  readonly conferenceKindId: string | undefined
  /**
   * Where the person is at work who does it for the actor's unit: the document is of this unit, by its gate; the history
   * and the page of the document say who did it and where.
   */
  readonly doneIn?: Pick<Actor, 'unitId' | 'unitAcronym' | 'unitName'>
}

/** The job that reads the words of a file, for searching. */
export const extractTextTask = 'documents.extract-text'

/**
 * Includes received files as documents, one each, in the order in which they came. What waits is taken once: sent twice,
 * it goes in once. Undefined when there is no such case file for this actor.
 */
export async function includeFiles(
  db: Database,
  actor: Actor,
  request: IncludeRequest,
  now: Date,
): Promise<Outcome<{ numbers: readonly string[] }, IncludeRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const caseFile = await findCaseFile(trx, actor, { digits: request.caseDigits }, 'locked', now)
    if (!caseFile) return undefined
    const owner = { accountId: actor.userId, caseFileId: caseFile.id }
    const [type, levelRefusals, conferences, waiting] = await Promise.all([
      selectType(trx, request.typeId),
      checkLevel(trx, caseFile, request),
      selectConferenceKinds(trx),
      selectWaiting(trx, owner, request.waitingIds),
    ])
    const refusal = refused(
      refusalsToInclude({
        caseRefusals: refusalsToAct('include-document', factsToAct(caseFile, actor.unitId)),
        levelRefusals,
        typeIsForFiles: type !== undefined && type.appliesTo !== 'authored',
        isFuture: request.datedOn > todayIn(now),
        origin: request.origin,
        conferenceKindIsKnown: conferences.some(({ id }) => id === request.conferenceKindId),
        files: waiting.filter(({ problem }) => problem === null).length,
        isNumbered: Boolean(request.typeNumber),
      }),
    )
    if (refusal || !type) return refusal
    const files = await takeWaiting(trx, owner, request.waitingIds)
    failpoint('upload.taken')
    return done({ numbers: await carryOut(trx, actor, request, caseFile, type, files, now) })
  })
}

async function carryOut(
  db: Database,
  actor: Actor,
  request: IncludeRequest,
  caseFile: CaseFile,
  type: TypeRow,
  files: readonly WaitingFileRow[],
  now: Date,
): Promise<string[]> {
  const { doneIn } = request
  const doer = doneIn ? { ...actor, unitId: doneIn.unitId } : actor
  const names = files.map((file) => request.treeName || (files.length > 1 ? nameFrom(file.fileName) : ''))
  const { level, legalBasisId, datedOn, description, origin, typeNumber } = request
  const made = await insertDocuments(
    db,
    names.map((treeName) => ({
      caseFileId: caseFile.id,
      kind: 'uploaded',
      typeId: type.id,
      unitId: actor.unitId,
      createdBy: actor.userId,
      datedOn,
      typeNumber: typeNumber || null,
      description,
      treeName,
      level,
      legalBasisId: legalBasisId ?? null,
      version: 0,
    })),
    now,
  )
  const rows = made.map((document, place) => ({ document, file: files[place], treeName: names[place] ?? '' }))
  await Promise.all([
    insertFiles(
      db,
      rows.flatMap(({ document, file }) => (file ? [fileRow(document.id, file, request)] : [])),
      { accountId: actor.userId },
      now,
    ),
    record(
      db,
      doer,
      now,
      rows.map(({ document, file, treeName }) => ({
        caseFileId: caseFile.id,
        documentId: document.id,
        event: {
          kind: 'document-included',
          document: documentLabel({
            typeName: type.name,
            typeNumber: typeNumber || undefined,
            treeName,
            number: document.number,
          }),
          file: `${file?.fileName ?? ''}, ${origin === 'digitized' ? 'digitalizado' : 'nato-digital'}`,
          ...(doneIn && { by: doneIn.unitAcronym, for: actor.unitAcronym }),
        },
      })),
    ),
    noteNews(db, doer, caseFile.id, now),
    ...rows.map(({ document, file }) =>
      enqueue(db, extractTextTask, { documentId: document.id, sha256: file?.sha256 }),
    ),
  ])
  await refreshEffectiveLevel(db, actor, caseFile.id, now)
  failpoint('upload.included')
  return made.map(({ number }) => number)
}

/** The row of a file that was found right. */
export function fileRow(
  documentId: string,
  file: WaitingFileRow,
  { origin, conferenceKindId, doneIn }: Pick<IncludeRequest, 'origin' | 'conferenceKindId' | 'doneIn'>,
) {
  return {
    documentId,
    sha256: file.sha256 ?? '',
    sizeBytes: file.sizeBytes ?? '0',
    extension: file.extension ?? '',
    mediaType: file.mediaType ?? '',
    fileName: file.fileName,
    origin,
    conferenceKindId: origin === 'digitized' ? (conferenceKindId ?? null) : null,
    ...(doneIn && { includedIn: `${doneIn.unitAcronym} – ${doneIn.unitName}` }),
  }
}

/** `Laudo do imóvel.pdf` → `Laudo do imóvel`, as long as the tree can show. */
function nameFrom(fileName: string): string {
  return [...fileName.replace(/\.[^.]{1,16}$/, '')].slice(0, 60).join('').trim()
}
