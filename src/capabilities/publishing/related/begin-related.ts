import type { Actor } from '../../../platform/actor.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refused } from '../../../platform/outcome.ts'
import { type Document, type DraftRefusal, documentLabel, draftDocument, findDocument } from '../../documents/index.ts'
import { record } from '../../history/index.ts'
import { selectPublishableTypes } from '../vehicles/vehicles.queries.ts'
import { insertRelated } from './related.queries.ts'

/** What a document is made of another one for. */
export type Derivation = 'rectification' | 'republication' | 'annotation' | 'final-version'

export interface RelatedRequest {
  /** The nº SEI of the original. */
  readonly number: string
  readonly as: Derivation
  /** Of a final version; what corrects a publication is of the type of the original. */
  readonly typeId: string | undefined
}

export type RelatedRefusal =
  | { readonly kind: 'not-published' | 'ours-already' | 'type' | 'not-authored' }
  | { readonly kind: 'draft'; readonly why: DraftRefusal }

/**
 * Begins a document as a copy of another one, in the same case file, and links both: to rectify, publish anew or annotate
 * what was published (DOC-104), or as the final and numbered version of what another unit wrote (DOC-106). It is a draft
 * like any other: to be mended, signed and published. Undefined when there is no such document for this actor to read.
 */
export async function beginRelated(
  db: Database,
  actor: Actor,
  request: RelatedRequest,
  now: Date,
): Promise<Outcome<{ number: string }, RelatedRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const original = await findDocument(trx, actor, request.number, 'locked', now)
    if (!original || original.readRefusals.length > 0) return undefined
    const types = request.as === 'final-version' ? await selectPublishableTypes(trx, actor) : []
    const refusal = refused(refusalsToDerive(original, request, types))
    if (refusal) return refusal
    const outcome = await draftDocument(trx, actor, draftOf(original, request, now), now)
    if (!outcome) return undefined
    if (!outcome.done) return refused<RelatedRefusal>(outcome.refusals.map((why) => ({ kind: 'draft', why })))
    const { id, number } = outcome.value
    const { typeName, typeNumber } = original
    const isFinal = request.as === 'final-version'
    const name = isFinal ? (types.find((one) => one.id === request.typeId)?.name ?? '') : typeName
    const event = {
      kind: 'document-derived',
      document: documentLabel({ typeName: name, typeNumber: undefined, treeName: '', number }),
      original: documentLabel({ typeName, typeNumber, treeName: '', number: original.number }),
      as: request.as,
    } as const
    await insertRelated(trx, actor, { documentId: id, originalId: original.id, reason: request.as }, now)
    await record(trx, actor, now, [{ caseFileId: original.caseFile.id, documentId: id, event }])
    return done({ number })
  })
}

/** The reasons in the original and in what was chosen. */
export function refusalsToDerive(
  original: Pick<Document, 'kind' | 'isOurs' | 'publication'>,
  { as, typeId }: Omit<RelatedRequest, 'number'>,
  types: readonly { readonly id: string }[],
): RelatedRefusal[] {
  const when = (holds: boolean, kind: Exclude<RelatedRefusal['kind'], 'draft'>) => (holds ? [{ kind } as const] : [])
  if (as !== 'final-version') return when(original.publication?.isPublished !== true, 'not-published')
  return [
    ...when(original.kind !== 'authored', 'not-authored'),
    ...when(original.isOurs, 'ours-already'),
    ...when(!types.some(({ id }) => id === typeId), 'type'),
  ]
}

/** What a final version may be. */
export function typesToFinish(db: Database, actor: Actor) {
  return selectPublishableTypes(db, actor)
}

function draftOf(original: Document, { as, typeId }: RelatedRequest, now: Date): Parameters<typeof draftDocument>[2] {
  const treeNames = {
    rectification: 'Retificação',
    republication: 'Republicação',
    annotation: 'Apostilamento',
  } as const
  return {
    caseDigits: original.caseFile.digits,
    typeId: as === 'final-version' ? (typeId ?? '') : original.typeId,
    initialText: { kind: 'document', number: original.number },
    description: '',
    treeName: as === 'final-version' ? '' : treeNames[as],
    datedOn: todayIn(now),
    level: 'public',
    legalBasisId: undefined,
  }
}
