import type { Actor } from '../../../platform/actor.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse, refused } from '../../../platform/outcome.ts'
import { lockPosted } from '../../documents/index.ts'
import { moveLetters, selectTakenCodes, updateCodes } from '../letters/keep-letters.queries.ts'
import { isTrackingCode } from '../letters/letter.rules.ts'
import { type LetterRow, selectForList } from '../letters/letters.queries.ts'
import { recordLetters } from '../letters/record-letters.ts'
import { insertList, selectLists } from './lists.queries.ts'

export type MakeListRefusal = { readonly kind: 'nothing-chosen' }

/** Puts letters that wait on a new posting list, numbered without a hole; those that another list took are left out. */
export async function makeList(
  db: Database,
  actor: Actor,
  ids: readonly string[],
  now: Date,
): Promise<Outcome<{ id: string }, MakeListRefusal>> {
  return inTransaction(db, async (trx) => {
    const letters = await selectForList(trx, actor, { ids: ids.slice(0, 100) }, now)
    if (letters.length === 0) return refuse({ kind: 'nothing-chosen' })
    const listId = await insertList(trx, actor, Number(todayIn(now).slice(0, 4)), now)
    await moveLetters(
      trx,
      actor,
      letters.map(({ id }) => ({ id, step: 'preparing', listId })),
      now,
    )
    return done({ id: listId })
  })
}

export interface PostingRequest {
  readonly listId: string
  readonly on: string
  /** Tracking codes by letter; a letter without one stays in preparation, unless it goes as a simple letter. */
  readonly codes: ReadonlyMap<string, string>
}

export type PostRefusal =
  | { readonly kind: 'nothing-posted' | 'future-day' }
  | { readonly kind: 'bad-code' | 'code-taken'; readonly letterId: string }

/** Says that letters of a list were handed to the post, with their codes. Undefined: there is no such list here. */
export async function postLetters(
  db: Database,
  actor: Actor,
  request: PostingRequest,
  now: Date,
): Promise<Outcome<{ posted: number }, PostRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const letters = await lettersOf(trx, actor, request.listId, now)
    if (!letters) return undefined
    const posted = letters.filter(
      ({ id, service, step }) => step === 'preparing' && (service === 'simple' || request.codes.has(id)),
    )
    const refusals = await refusalsOfCodes(trx, request, letters, posted)
    if (posted.length === 0) refusals.push({ kind: 'nothing-posted' })
    if (request.on > todayIn(now)) refusals.push({ kind: 'future-day' })
    const refusal = refused(refusals)
    if (refusal) return refusal
    const changes = posted.map(({ id }) => ({
      id,
      step: 'posted' as const,
      trackingCode: request.codes.get(id) ?? null,
      postedOn: request.on,
      note: request.codes.get(id) ?? '',
    }))
    await moveLetters(trx, actor, changes, now)
    await lockPosted(
      trx,
      actor,
      posted.map(({ documentId, caseFileId }) => ({ id: documentId, caseFileId })),
      now,
    )
    await recordLetters(trx, actor, posted, { step: 'posted', on: request.on }, now)
    return done({ posted: posted.length })
  })
}

/**
 * Keeps the codes of letters that are being prepared, so that their envelopes and AR are printed with them. Undefined: there
 * is no such list here.
 */
export async function keepCodes(
  db: Database,
  actor: Actor,
  request: Pick<PostingRequest, 'listId' | 'codes'>,
  now: Date,
): Promise<Outcome<{ kept: number }, PostRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const letters = await lettersOf(trx, actor, request.listId, now)
    if (!letters) return undefined
    const coded = letters.filter(({ id, step }) => step === 'preparing' && request.codes.has(id))
    const refusal = refused(await refusalsOfCodes(trx, request, letters, coded))
    if (refusal) return refusal
    await updateCodes(trx, new Map(coded.map(({ id }) => [id, request.codes.get(id) ?? ''])))
    return done({ kept: coded.length })
  })
}

async function lettersOf(
  db: Database,
  actor: Actor,
  listId: string,
  now: Date,
): Promise<readonly LetterRow[] | undefined> {
  const [list] = await selectLists(db, actor, { id: listId })
  return list && selectForList(db, actor, { listId: list.id }, now)
}

/** Each code has its check digit, and is one letter's alone: on this list and everywhere. */
async function refusalsOfCodes(
  db: Database,
  { codes, listId }: Pick<PostingRequest, 'codes' | 'listId'>,
  letters: readonly LetterRow[],
  meant: readonly LetterRow[],
): Promise<PostRefusal[]> {
  const taken = await selectTakenCodes(db, [...codes.values()], listId)
  const isOthers = (id: string, code: string) =>
    letters.some((one) => one.id !== id && (codes.get(one.id) ?? one.trackingCode) === code)
  return meant.flatMap(({ id: letterId }): PostRefusal[] => {
    const code = codes.get(letterId)
    if (code === undefined) return []
    if (!isTrackingCode(code)) return [{ kind: 'bad-code', letterId }]
    return taken.includes(code) || isOthers(letterId, code) ? [{ kind: 'code-taken', letterId }] : []
  })
}
