import type { Actor } from '../../../platform/actor.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse, refused } from '../../../platform/outcome.ts'
import { fieldsIn, parseContent } from '../../../rich-text/index.ts'
import { explainBundleRefusal, includeItems, makeBundle } from '../../bundles/index.ts'
import { factsToAct, refusalsToAct } from '../../cases/index.ts'
import {
  becomeCircularBase,
  type Document,
  documentLabel,
  draftDocument,
  findDocument,
  labelForHistory,
} from '../../documents/index.ts'
import { record } from '../../history/index.ts'
import { type Contact, contactsByIds } from '../../people/index.ts'
import { type CircularRefusal, refusalsToMake } from './circular.rules.ts'
import { fieldsOfAddressee } from './circular.text.ts'
import { insertAddressed, selectAddressed, selectTemplate } from './circulars.queries.ts'

export interface CircularRequest {
  /** Number of the base. */
  readonly number: string
  readonly contactIds: readonly string[]
}

export interface CircularMade {
  /** Number of the signature bundle with all the documents. */
  readonly bundle: string
  readonly documents: readonly { readonly number: string; readonly contact: Contact }[]
}

/**
 * Makes one document for each addressee of a base, and puts all of them into a new signature bundle (DOC-054). The base
 * stays unsigned from now on (DOC-055). Who has a document of this circular gets no second one. Undefined when there is no
 * such document for this actor.
 */
export async function makeCircular(
  db: Database,
  actor: Actor,
  request: CircularRequest,
  now: Date,
): Promise<Outcome<CircularMade, CircularRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const base = await findDocument(trx, actor, request.number, 'locked', now)
    if (!base || base.readRefusals.length > 0) return undefined
    const [before, chosen, typeHasAddressee] = await Promise.all([
      selectAddressed(trx, base.id),
      contactsByIds(trx, [...new Set(request.contactIds)]),
      namesAddressee(trx, base.typeId),
    ])
    const served = new Set(before.map(({ contactId }) => contactId))
    const contacts = chosen.filter(({ id }) => !served.has(id))
    const refusal = refused(refusalsToMake(factsOf(base, actor, typeHasAddressee, contacts.length)))
    if (refusal) return refusal
    const documents: { id: string; number: string; contact: Contact }[] = []
    for (const contact of contacts) {
      const outcome = await draftFor(trx, actor, base, contact, now)
      if (!outcome) return undefined
      // The same facts for all of them: the first one is refused, or none is.
      if (!outcome.done) return refused(outcome.refusals.map((why) => ({ kind: 'draft', why }) as const))
      documents.push({ ...outcome.value, contact })
    }
    const bundle = await bundleOf(
      trx,
      actor,
      base,
      documents.map(({ number }) => number),
      now,
    )
    if (!bundle.done) return bundle
    const rows = documents.map(({ id, contact }) => ({ documentId: id, contactId: contact.id }))
    const event = {
      kind: 'circular-made',
      document: labelForHistory(base),
      documents: documents.length,
      bundle: bundle.value,
    } as const
    if (!(await becomeCircularBase(trx, base.id))) throw new Error(`document ${base.number} did not become a base`)
    await insertAddressed(trx, base.id, bundle.value, rows)
    await record(trx, actor, now, [{ caseFileId: base.caseFile.id, documentId: base.id, event }])
    return done({ bundle: bundle.value, documents })
  })
}

/** Whether documents of this type are made for somebody: their template says where the addressee stands. */
async function namesAddressee(db: Database, typeId: string): Promise<boolean> {
  return hasAddressee(await selectTemplate(db, typeId))
}

/** The same of its template. */
export function hasAddressee(kept: unknown): boolean {
  const template = parseContent(kept)
  return template.ok && fieldsIn(template.content).some((name) => name.startsWith('destinatario_'))
}

/** What the rules ask, of a base and of how many contacts it is for. */
export function factsOf(base: Document, actor: Actor, typeHasAddressee: boolean, addressees: number) {
  return {
    caseRefusals: refusalsToAct('include-document', factsToAct(base.caseFile, actor.unitId)),
    isAuthored: base.kind === 'authored',
    isOurs: base.isOurs,
    signed: base.signatureCount > 0,
    cancelled: base.state === 'cancelled',
    confidential: base.caseFile.effectiveLevel === 'confidential',
    typeHasAddressee,
    addressees,
  }
}

function draftFor(db: Database, actor: Actor, base: Document, contact: Contact, now: Date) {
  return draftDocument(
    db,
    actor,
    {
      caseDigits: base.caseFile.digits,
      typeId: base.typeId,
      initialText: { kind: 'document', number: base.number },
      description: base.description,
      treeName: [...contact.name].slice(0, 60).join(''),
      datedOn: todayIn(now),
      level: base.level,
      legalBasisId: base.legalBasisId ?? undefined,
      fields: fieldsOfAddressee(contact),
    },
    now,
  )
}

async function bundleOf(
  db: Database,
  actor: Actor,
  base: Document,
  numbers: readonly string[],
  now: Date,
): Promise<Outcome<string, CircularRefusal>> {
  const description = `Circular: ${documentLabel(base)}`.slice(0, 250)
  const made = await makeBundle(
    db,
    actor,
    { kind: 'signature', description, groupId: undefined, destinations: [], inOrder: false, signBy: undefined },
    now,
  )
  if (!made.done) {
    return refuse({ kind: 'bundle', message: made.refusals.map((why) => explainBundleRefusal(why)).join(' ') })
  }
  const { number } = made.value
  const included = await includeItems(db, actor, { bundleNumber: number, documents: numbers, caseFiles: [] }, now)
  if (!included?.done || included.value.some(({ outcome }) => !outcome.done)) {
    throw new Error(`bundle ${number} did not take the documents of a circular`)
  }
  return done(number)
}
