import type { Actor } from '../../../platform/actor.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refused } from '../../../platform/outcome.ts'
import { refreshEffectiveLevel } from '../../cases/index.ts'
import { type EventToRecord, record } from '../../history/index.ts'
import type { ActRefusal } from '../act-refusal.text.ts'
import { type Document, labelForHistory } from '../document.ts'
import { refusalsOfAct } from '../document-facts.ts'
import { findDocument } from '../find-document.ts'
import { checkLevel } from '../level/check-level.ts'
import type { LevelRequest } from '../level/level.form.ts'
import type { LevelRefusal } from '../level/level.rules.ts'
import { selectLegalBasisName, selectUploadType, updateData } from './keeping.queries.ts'

export interface DataRequest extends LevelRequest {
  /** The nº SEI. */
  readonly number: string
  readonly description: string
  readonly treeName: string
  /** Another type, which only uploaded documents may get (DOC-078); undefined leaves it. */
  readonly typeId: string | undefined
  /** The number that an uploaded document brings with it; undefined leaves it, '' takes it away. */
  readonly typeNumber?: string | undefined
}

export type DataRefusal =
  | { readonly kind: 'act'; readonly why: ActRefusal }
  | { readonly kind: 'level'; readonly why: LevelRefusal }
  | { readonly kind: 'type-fixed' }
  | { readonly kind: 'type-unavailable' }

/**
 * Changes what is known of a document: name, description, level, and the type of a file. Its date of inclusion and its
 * numbers never change (DOC-009). Of a locked one too (DOC-078), which the history tells. Undefined when there is no
 * such document for this actor.
 */
export async function changeData(
  db: Database,
  actor: Actor,
  request: DataRequest,
  now: Date,
): Promise<Outcome<{ changed: boolean }, DataRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const document = await findDocument(trx, actor, request.number, 'locked', now)
    if (!document || !isOursToKeep(document)) return undefined
    const wantsType = request.typeId !== undefined && request.typeId !== document.typeId
    const [levelRefusals, type, basisName] = await Promise.all([
      checkLevel(trx, document.caseFile, request, document.legalBasisId),
      wantsType && request.typeId ? selectUploadType(trx, request.typeId) : undefined,
      selectLegalBasisName(trx, request.legalBasisId),
    ])
    const refusal = refused<DataRefusal>([
      ...refusalsOfAct('edit-metadata', 'change', document, actor.unitId).map((why) => ({ kind: 'act', why }) as const),
      ...(wantsType && document.kind === 'authored' ? [{ kind: 'type-fixed' } as const] : []),
      ...(wantsType && document.kind === 'uploaded' && !type ? [{ kind: 'type-unavailable' } as const] : []),
      ...levelRefusals.map((why) => ({ kind: 'level', why }) as const),
    ])
    if (refusal) return refusal
    const events = eventsOf(document, request, wantsType, basisName)
    if (events.length === 0) return done({ changed: false })
    const { description, treeName, level } = request
    await Promise.all([
      updateData(trx, document.id, {
        typeId: type?.id ?? document.typeId,
        description,
        treeName,
        level,
        legalBasisId: request.legalBasisId ?? null,
        typeNumber: numberOf(document, request) ?? null,
      }),
      record(trx, actor, now, events),
    ])
    if (level !== document.level) await refreshEffectiveLevel(trx, actor, document.caseFile.id, now)
    return done({ changed: true })
  })
}

/** What stands on a file is for people to write; numbers of the editor are given once and never change (DOC-009). */
function numberOf(document: Document, { typeNumber }: DataRequest): string | undefined {
  if (document.kind === 'authored' || typeNumber === undefined) return document.typeNumber
  return typeNumber || undefined
}

/**
 * What this person may read; and what their own unit cancelled, of which the page says just that. Of anything else there
 * is nothing to be told, nor to be done: who may not read a document of their own unit does not take away its level.
 */
export function isOursToKeep({ isOurs, readRefusals }: Document): boolean {
  return readRefusals.every(({ kind }) => isOurs && kind === 'cancelled')
}

function eventsOf(
  document: Document,
  request: DataRequest,
  changesType: boolean,
  basisName: string | undefined,
): EventToRecord[] {
  const about = { caseFileId: document.caseFile.id, documentId: document.id }
  const label = labelForHistory(document)
  const fields = [
    ...(changesType ? ['tipo'] : []),
    ...(numberOf(document, request) === document.typeNumber ? [] : ['número']),
    ...(request.description === document.description ? [] : ['descrição']),
    ...(request.treeName === document.treeName ? [] : ['nome na árvore']),
  ]
  const basisChanged = (request.legalBasisId ?? null) !== document.legalBasisId
  return [
    ...(fields.length > 0
      ? [{ ...about, event: { kind: 'document-data-changed', document: label, fields: fields.join(', ') } as const }]
      : []),
    ...(request.level !== document.level || basisChanged
      ? [
          {
            ...about,
            event: {
              kind: 'document-level-changed',
              document: label,
              from: document.level,
              to: request.level,
              ...(basisName ? { basis: basisName } : {}),
            } as const,
          },
        ]
      : []),
  ]
}
