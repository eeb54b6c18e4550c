import type { Actor } from '../../../platform/actor.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse, refused } from '../../../platform/outcome.ts'
import type { CaseFile, CaseRefusal } from '../../cases/index.ts'
import { type DraftRefusal, draftDocument, findDocument } from '../../documents/index.ts'
import { type ItemState, stateWithDocument } from '../item-state.rules.ts'
import { deleteItemDocument, insertItemDocument, upsertState } from './association.queries.ts'
import { itemIn, type PlanOfCase, planOfCase } from './plan-of-case.ts'
import { onCaseFile } from './set-plan.ts'

export type ItemRefusal =
  | CaseRefusal
  | {
      /**
       * `no-such-item`: the plan was changed meanwhile. `same-state`: it stands so already. `no-such-document`: not in
       * this case file, or not for this actor. `already-in`, `not-in`: of the document in the item.
       */
      readonly kind: 'no-such-item' | 'same-state' | 'no-such-document' | 'already-in' | 'not-in'
    }
  | { readonly kind: 'draft'; readonly why: DraftRefusal }

export interface ItemPlace {
  readonly caseNumber: string
  readonly itemId: string
}

/** Says how an item stands. Whatever it says, no act on the case file waits for it (PRO-245). */
export async function setItemState(
  db: Database,
  actor: Actor,
  request: ItemPlace & { readonly state: ItemState; readonly note: string },
  now: Date,
): Promise<Outcome<true, ItemRefusal> | undefined> {
  return onItem(db, actor, request, now, async (trx, caseFile, plan) => {
    const { itemId, state, note } = request
    const to = { caseFileId: caseFile.id, associationId: plan.association.id, itemId, state, note }
    return (await upsertState(trx, actor, to, now)) ? done(true) : refuse({ kind: 'same-state' })
  })
}

/** Puts a document of the case file into an item, which is under way from then on. */
export async function includeInItem(
  db: Database,
  actor: Actor,
  request: ItemPlace & { readonly document: string },
  now: Date,
): Promise<Outcome<true, ItemRefusal> | undefined> {
  return onItem(db, actor, request, now, async (trx, caseFile, plan) => {
    const document = await findDocument(trx, actor, request.document, 'reading', now)
    if (document?.caseFile.id !== caseFile.id) return refuse({ kind: 'no-such-document' })
    const put = await putDocument(trx, actor, { caseFile, plan, itemId: request.itemId }, document.id, now)
    return put ? done(true) : refuse({ kind: 'already-in' })
  })
}

/** Takes a document out of an item; the state stays as it is. */
export async function takeOutOfItem(
  db: Database,
  actor: Actor,
  request: ItemPlace & { readonly document: string },
  now: Date,
): Promise<Outcome<true, ItemRefusal> | undefined> {
  return onItem(db, actor, request, now, async (trx, caseFile, plan) => {
    const document = await findDocument(trx, actor, request.document, 'reading', now)
    if (!document) return refuse({ kind: 'no-such-document' })
    const from = { caseFileId: caseFile.id, associationId: plan.association.id, itemId: request.itemId }
    const gone = await deleteItemDocument(trx, actor, { ...from, documentId: document.id }, now)
    return gone ? done(true) : refuse({ kind: 'not-in' })
  })
}

/** Begins a document of this type in the case file, at its level, and puts it into the item at once. */
export async function draftInItem(
  db: Database,
  actor: Actor,
  request: ItemPlace & { readonly typeId: string },
  now: Date,
): Promise<Outcome<{ number: string }, ItemRefusal> | undefined> {
  return onItem<{ number: string }>(db, actor, request, now, async (trx, caseFile, plan) => {
    const draft = {
      caseDigits: caseFile.digits,
      typeId: request.typeId,
      initialText: { kind: 'template' } as const,
      description: '',
      treeName: '',
      datedOn: todayIn(now),
      level: caseFile.level,
      legalBasisId: caseFile.legalBasisId ?? undefined,
    }
    const outcome = await draftDocument(trx, actor, draft, now)
    if (!outcome?.done) {
      return refused<ItemRefusal>((outcome?.refusals ?? []).map((why) => ({ kind: 'draft', why })))
    }
    await putDocument(trx, actor, { caseFile, plan, itemId: request.itemId }, outcome.value.id, now)
    return done({ number: outcome.value.number })
  })
}

async function onItem<Value>(
  db: Database,
  actor: Actor,
  { caseNumber, itemId }: ItemPlace,
  now: Date,
  act: (trx: Database, caseFile: CaseFile, plan: PlanOfCase) => Promise<Outcome<Value, ItemRefusal> | undefined>,
): Promise<Outcome<Value, ItemRefusal> | undefined> {
  return onCaseFile<Value, ItemRefusal>(db, actor, caseNumber, now, async (trx, caseFile) => {
    const plan = await planOfCase(trx, caseFile, now)
    return plan && itemIn(plan, itemId) ? act(trx, caseFile, plan) : refuse({ kind: 'no-such-item' })
  })
}

async function putDocument(
  db: Database,
  actor: Actor,
  place: { readonly caseFile: CaseFile; readonly plan: PlanOfCase; readonly itemId: string },
  documentId: string,
  now: Date,
): Promise<boolean> {
  const to = { caseFileId: place.caseFile.id, associationId: place.plan.association.id, itemId: place.itemId }
  if (!(await insertItemDocument(db, actor, { ...to, documentId }, now))) return false
  await upsertState(db, actor, { ...to, state: stateWithDocument, note: '' }, now)
  return true
}
