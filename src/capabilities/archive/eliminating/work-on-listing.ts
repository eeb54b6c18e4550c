import type { Actor } from '../../../platform/actor.ts'
import { type LocalDate, todayIn } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { enqueue } from '../../../platform/jobs/index.ts'
import { done, type Outcome, refuse, refused } from '../../../platform/outcome.ts'
import { findCaseFile, findCaseFiles } from '../../cases/index.ts'
import { beginCoSigning, endCoSigning } from '../../documents/index.ts'
import { record } from '../../history/index.ts'
import { type KeptRow, selectKept } from '../kept.queries.ts'
import { termOf } from '../terms/term.rules.ts'
import { signTerm, termTypes, writeTerm } from '../write-term.ts'
import {
  type ItemRefusal,
  type ListingAct,
  type ListingRefusal,
  type Role,
  refusalsOfListing,
  refusalsToEliminate,
} from './elimination.rules.ts'
import {
  insertListing,
  insertSignature,
  type ListingRow,
  selectDocumentIds,
  selectItems,
  selectListing,
  updateItem,
  updateListing,
  withdrawAll,
} from './listing.queries.ts'
import { linesOfListing, linesOfTerm } from './listing-lines.text.ts'

/** How many case files one listing takes. */
export const mostItems = 500
export const eliminateTask = 'archive:eliminate'

export type MakeRefusal =
  | { readonly kind: 'no-such-case' | 'confidential-case' | 'nothing-chosen' | 'too-many' }
  | { readonly kind: 'unfit'; readonly number: string; readonly why: ItemRefusal }

/**
 * Makes a listing of case files whose term is over, kept by the actor's unit, with the case file in which its documents will
 * stand (PRO-048). One unfit case file refuses the whole. @term listagem de eliminação
 */
export async function makeListing(
  db: Database,
  actor: Actor,
  request: { readonly caseDigits: string; readonly digits: readonly string[] },
  now: Date,
): Promise<Outcome<{ id: string; name: string }, MakeRefusal>> {
  return inTransaction(db, async (trx) => {
    if (request.digits.length > mostItems) return refuse({ kind: 'too-many' })
    const own = await findCaseFile(trx, actor, { digits: request.caseDigits }, 'reading', now)
    if (!own?.holding) return refuse({ kind: 'no-such-case' })
    // People of other units sign in it, and the term is there to be read.
    if ([own.level, own.effectiveLevel].includes('confidential')) return refuse({ kind: 'confidential-case' })
    const keys = request.digits.map((digits) => ({ digits }))
    const caseFiles = keys.length > 0 ? await findCaseFiles(trx, actor, keys, 'locked', now) : []
    if (caseFiles.length === 0) return refuse({ kind: 'nothing-chosen' })
    const today = todayIn(now)
    const judged = await Promise.all(
      caseFiles.map(async ({ id, number }) => {
        const kept = await selectKept(trx, actor, id)
        return { id, number, kept, whyNot: kept?.keptHere ? whyNotEliminated(kept, today) : notArchived }
      }),
    )
    const refusal = refused(
      judged.flatMap(({ number, whyNot }) => whyNot.map((why) => ({ kind: 'unfit', number, why }) as const)),
    )
    if (refusal) return refusal
    const items = judged.flatMap(({ id, kept }) => {
      const term = kept && termOf(kept)
      return term?.kind === 'counted' ? [{ caseFileId: id, classCode: term.code, finalOn: term.finalOn }] : []
    })
    const made = await insertListing(trx, actor, { caseFileId: own.id, year: Number(today.slice(0, 4)), items }, now)
    const event = { kind: 'case-listed', listing: made.name } as const
    await record(
      trx,
      actor,
      now,
      items.map(({ caseFileId }) => ({ caseFileId, event })),
    )
    return done(made)
  })
}

const notArchived: ItemRefusal[] = [{ kind: 'not-archived' }]

/** All the reasons against eliminating what is kept so. */
export function whyNotEliminated(kept: KeptRow, today: LocalDate, inListing?: string): ItemRefusal[] {
  return refusalsToEliminate(
    {
      archived: true,
      phase: kept.phase,
      term: termOf(kept),
      held: kept.heldFor !== null,
      contested: kept.listingId !== null && (kept.listingId !== inListing || kept.itemState === 'contested'),
      confidential: kept.confidential,
      hasAnnexes: kept.hasAnnexes,
      blocked: kept.blocked,
      eliminated: kept.eliminatedBy !== null,
    },
    today,
  )
}

/** What is done to a listing. The password was confirmed before where something is signed. */
export type ListingDeed =
  | { readonly act: 'withdraw-item' | 'contest-item'; readonly position: number; readonly reason: string }
  | { readonly act: 'sign'; readonly role: Role; readonly capacity: string }
  | { readonly act: 'announce'; readonly reference: string; readonly on: LocalDate; readonly days: number }
  | { readonly act: 'order' | 'confirm'; readonly capacity: string }
  | { readonly act: 'abandon'; readonly reason: string }

/** Thrown to undo a transaction; never leaves this file. */
class InTheWay extends Error {}

/**
 * Does one thing to a listing of the actor's agency, which is held meanwhile: two people never order or sign past each
 * other. What the actor may do, by permission, the routes have asked. Undefined where there is none.
 */
export async function workOnListing(
  db: Database,
  actor: Actor,
  id: string,
  deed: ListingDeed,
  now: Date,
): Promise<Outcome<true, ListingRefusal> | undefined> {
  try {
    return await inTransaction(db, async (trx) => {
      const listing = await selectListing(trx, actor.agencyId, id, 'locked')
      if (!listing) return undefined
      const by = { accountId: actor.userId, today: todayIn(now), ...('role' in deed ? { role: deed.role } : {}) }
      const refusal = refused(refusalsOfListing(deed.act as ListingAct, listingFacts(listing), by))
      if (refusal) return refusal
      await carryOut(trx, actor, listing, deed, now)
      return done(true)
    })
  } catch (error) {
    if (error instanceof InTheWay) return refuse({ kind: 'in-the-way', message: error.message })
    throw error
  }
}

/** What the rules ask of a listing. */
export function listingFacts(listing: ListingRow) {
  return {
    state: listing.state,
    signed: listing.signatures,
    noticeOn: listing.noticeOn ?? undefined,
    noticeDays: listing.noticeDays ?? undefined,
    orderedBy: listing.orderedBy ?? undefined,
    listed: listing.counts.listed,
  }
}

async function carryOut(trx: Database, actor: Actor, listing: ListingRow, deed: ListingDeed, now: Date): Promise<void> {
  switch (deed.act) {
    case 'withdraw-item':
    case 'contest-item':
      return decideItem(trx, actor, listing, deed, now)
    case 'sign':
      return sign(trx, actor, listing, deed, now)
    case 'announce': {
      if (deed.on > todayIn(now)) throw new InTheWay('O edital ainda não foi publicado. Informe um dia até hoje.')
      return updateListing(trx, listing.id, { state: 'noticed', notice: deed })
    }
    case 'order': {
      const lines = linesOfTerm(listing, await selectItems(trx, actor, listing.id))
      const term = await write(trx, actor, listing, termTypes.eliminated, lines, deed.capacity, now)
      return updateListing(trx, listing.id, {
        state: 'ordered',
        termDocumentId: term.id,
        ordered: { by: actor.userId, at: now },
      })
    }
    case 'confirm': {
      await signAlong(trx, actor, listing, listing.termNumber ?? '', deed.capacity, now)
      const confirmed = { by: actor.userId, unitId: actor.unitId, at: now }
      await updateListing(trx, listing.id, { state: 'confirmed', confirmed })
      return enqueue(trx, eliminateTask, { listingId: listing.id }, { key: `${eliminateTask}:${listing.id}` })
    }
    case 'abandon': {
      const freed = await withdrawAll(trx, listing.id, deed.reason, actor.userId, now)
      await updateListing(trx, listing.id, { state: 'abandoned', abandonReason: deed.reason })
      const event = { kind: 'case-unlisted', listing: listing.name, reason: deed.reason } as const
      return record(
        trx,
        actor,
        now,
        freed.map((caseFileId) => ({ caseFileId, event })),
      )
    }
  }
}

/** A contested or withdrawn item is not eliminated. The case file is held: wholly before its elimination, or too late. */
async function decideItem(
  trx: Database,
  actor: Actor,
  listing: ListingRow,
  deed: Extract<ListingDeed, { position: number }>,
  now: Date,
): Promise<void> {
  const item = (await selectItems(trx, actor, listing.id)).find(({ position }) => position === deed.position)
  if (!item) throw new InTheWay('Não há este item na listagem.')
  await findCaseFile(trx, actor, { id: item.caseFileId }, 'locked', now)
  const contests = deed.act === 'contest-item'
  const state = contests ? 'contested' : 'withdrawn'
  const key = { listingId: listing.id, caseFileId: item.caseFileId }
  if (!(await updateItem(trx, key, { state, reason: deed.reason, by: actor.userId }, now))) {
    throw new InTheWay('Este item já foi decidido. Confira a listagem.')
  }
  const kind = contests ? 'elimination-contested' : 'case-unlisted'
  const event = { kind, listing: listing.name, reason: deed.reason } as const
  await record(trx, actor, now, [{ caseFileId: item.caseFileId, event }])
}

async function sign(
  trx: Database,
  actor: Actor,
  listing: ListingRow,
  { role, capacity }: { readonly role: Role; readonly capacity: string },
  now: Date,
): Promise<void> {
  if (role === 'responsible') {
    const lines = linesOfListing(listing, await selectItems(trx, actor, listing.id))
    const document = await write(trx, actor, listing, termTypes.listing, lines, capacity, now)
    await updateListing(trx, listing.id, { listingDocumentId: document.id })
  } else {
    await signAlong(trx, actor, listing, listing.listingNumber ?? '', capacity, now)
  }
  await insertSignature(trx, actor, listing.id, role, now)
  if (listing.signatures.length === 2) await updateListing(trx, listing.id, { state: 'signed' })
}

async function write(
  trx: Database,
  actor: Actor,
  listing: ListingRow,
  type: (typeof termTypes)[keyof typeof termTypes],
  lines: readonly string[],
  capacity: string,
  now: Date,
): Promise<{ id: string; number: string }> {
  const written = await writeTerm(trx, actor, { caseDigits: listing.caseDigits, type, lines, capacity }, now)
  if ('problem' in written) throw new InTheWay(written.problem)
  return written
}

/** Who works in another unit than the document's signs along for this one moment, as in a bundle. */
async function signAlong(
  trx: Database,
  actor: Actor,
  listing: ListingRow,
  number: string,
  capacity: string,
  now: Date,
): Promise<void> {
  const elsewhere = actor.unitId !== listing.unitId
  // Bundles have the positive numbers.
  const source = `-${listing.id}`
  const documentIds = await selectDocumentIds(trx, number)
  if (elsewhere) await beginCoSigning(trx, { documentIds, unitIds: [actor.unitId], source }, now)
  const problem = await signTerm(trx, actor, { number, capacity }, now)
  if (elsewhere) await endCoSigning(trx, { source }, now)
  if (problem !== undefined) throw new InTheWay(problem)
}
