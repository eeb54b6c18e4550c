import type { Actor } from '../../../platform/actor.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import { lockPosted } from '../../documents/index.ts'
import { moveLetters, selectTakenCodes } from '../letters/keep-letters.queries.ts'
import { isTrackingCode } from '../letters/letter.rules.ts'
import { selectForList } from '../letters/letters.queries.ts'
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
    const [list] = await selectLists(trx, actor, { id: request.listId })
    if (!list) return undefined
    const waiting = (await selectForList(trx, actor, { listId: list.id }, now)).filter(
      ({ step }) => step === 'preparing',
    )
    const posted = waiting.filter(({ id, service }) => service === 'simple' || request.codes.has(id))
    const taken = await selectTakenCodes(trx, [...request.codes.values()])
    const all = posted.flatMap(({ id }) => request.codes.get(id) ?? [])
    const refusals: PostRefusal[] = posted.flatMap(({ id: letterId }): PostRefusal[] => {
      const code = request.codes.get(letterId)
      if (code === undefined) return []
      if (!isTrackingCode(code)) return [{ kind: 'bad-code', letterId }]
      const isTwice = all.filter((one) => one === code).length > 1
      return taken.includes(code) || isTwice ? [{ kind: 'code-taken', letterId }] : []
    })
    if (posted.length === 0) refusals.push({ kind: 'nothing-posted' })
    if (request.on > todayIn(now)) refusals.push({ kind: 'future-day' })
    const [first, ...others] = refusals
    if (first) return { done: false, refusals: [first, ...others] }
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
