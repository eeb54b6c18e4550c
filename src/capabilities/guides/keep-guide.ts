import type { Actor } from '../../platform/actor.ts'
import { type Database, inTransaction } from '../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../platform/outcome.ts'
import { type ContentProblem, canonicalJson, type Doc, parseContent, toText } from '../../rich-text/index.ts'
import {
  copyParts,
  insertAttachment,
  insertGuide,
  insertVersion,
  lockGuide,
  markDeleted,
  markState,
  removeAttachment,
  removeVersion,
  replaceTypes,
  selectVersion,
  updateVersion,
} from './guide.queries.ts'

export interface GuideRequest {
  /** 3 to 200 characters. */
  readonly title: string
  /** At least one. */
  readonly typeIds: readonly string[]
  /** Untrusted: checked against the schema here. */
  readonly content: Doc
}

export type GuideRefusal =
  | { readonly kind: 'unknown-type' | 'too-many-files' | 'already-in-the-making' }
  | { readonly kind: 'content'; readonly problem: ContentProblem }

export const mostFiles = 20

/** Begins a guide of the actor's unit, or changes the version of it that is in the making (PES-020). */
export async function saveGuide(
  db: Database,
  actor: Actor,
  guideId: string | undefined,
  request: GuideRequest,
  now: Date,
): Promise<Outcome<{ id: string }, GuideRefusal> | undefined> {
  const parsed = parseContent(request.content)
  return inTransaction(db, async (trx) => {
    if (guideId !== undefined && !(await lockGuide(trx, actor.unitId, guideId))) return undefined
    const current = guideId === undefined ? undefined : await selectVersion(trx, actor.unitId, guideId, 'drafting')
    if (guideId !== undefined && !current) return undefined
    if (!parsed.ok) return refuse({ kind: 'content', problem: parsed.problem })
    const version = {
      title: request.title,
      json: canonicalJson(parsed.content),
      plainText: toText(parsed.content),
      accountId: actor.userId,
    }
    const id = guideId ?? (await insertGuide(trx, actor.unitId, actor.userId, now))
    const versionId = current?.versionId ?? (await insertVersion(trx, id, version, now))
    if (current) await updateVersion(trx, versionId, version, now)
    return (await replaceTypes(trx, versionId, request.typeIds)) ? done({ id }) : refuse({ kind: 'unknown-type' })
  })
}

/** What is done to a guide as a whole. */
export type GuideAct = 'release' | 'cancel-release' | 'begin-version' | 'drop-version' | 'delete'

/**
 * Moves a guide of the actor's unit from state to state (PES-021). Releasing what is in the making supersedes what was
 * released before; until then others read the old one. Undefined when there is nothing of the kind to act on.
 */
export async function moveGuide(
  db: Database,
  actor: Actor,
  guideId: string,
  act: GuideAct,
  now: Date,
): Promise<Outcome<undefined, GuideRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    if (!(await lockGuide(trx, actor.unitId, guideId))) return undefined
    const making = await selectVersion(trx, actor.unitId, guideId, 'drafting')
    const released = await selectVersion(trx, actor.unitId, guideId, 'released')
    if (act === 'delete') {
      await markDeleted(trx, guideId, actor.userId, now)
    } else if (act === 'release') {
      if (!making) return undefined
      if (released) await markState(trx, released.versionId, 'superseded', undefined)
      await markState(trx, making.versionId, 'released', { accountId: actor.userId, now })
    } else if (act === 'drop-version') {
      // The only version of a guide is not dropped: the guide is deleted.
      if (!making || !released) return undefined
      await removeVersion(trx, making.versionId)
    } else {
      if (!released) return undefined
      if (making) return refuse({ kind: 'already-in-the-making' })
      if (act === 'cancel-release') await markState(trx, released.versionId, 'drafting', undefined)
      else await copyVersion(trx, actor, released, now)
    }
    return done(undefined)
  })
}

/** Attaches a PDF, already in the store and looked at, to the version in the making. */
export async function attachFile(
  db: Database,
  actor: Actor,
  guideId: string,
  file: { readonly fileName: string; readonly sha256: string; readonly sizeBytes: number },
  now: Date,
): Promise<Outcome<undefined, GuideRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    if (!(await lockGuide(trx, actor.unitId, guideId))) return undefined
    const making = await selectVersion(trx, actor.unitId, guideId, 'drafting')
    if (!making) return undefined
    if (making.attachments.length >= mostFiles) return refuse({ kind: 'too-many-files' })
    await insertAttachment(trx, making.versionId, { ...file, accountId: actor.userId }, now)
    return done(undefined)
  })
}

/** Takes an attachment off the version in the making. Undefined when it is not there. */
export async function detachFile(db: Database, actor: Actor, guideId: string, id: string): Promise<true | undefined> {
  return inTransaction(db, async (trx) => {
    if (!(await lockGuide(trx, actor.unitId, guideId))) return undefined
    const making = await selectVersion(trx, actor.unitId, guideId, 'drafting')
    return making && (await removeAttachment(trx, making.versionId, id)) ? true : undefined
  })
}

async function copyVersion(
  db: Database,
  actor: Actor,
  released: NonNullable<Awaited<ReturnType<typeof selectVersion>>>,
  now: Date,
): Promise<void> {
  const content = parseContent(released.content)
  if (!content.ok) throw new Error(`guide ${released.id} holds no text`)
  const { title } = released
  const text = { json: canonicalJson(content.content), plainText: toText(content.content) }
  const id = await insertVersion(db, released.id, { title, ...text, accountId: actor.userId }, now)
  await copyParts(db, released.versionId, id)
}
