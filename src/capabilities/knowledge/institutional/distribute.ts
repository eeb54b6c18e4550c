import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import { type ContentProblem, canonicalJson, parseContent } from '../../../rich-text/index.ts'
import {
  insertInstitutional,
  insertTextVersion,
  markWithdrawn,
  replaceDistribution,
  selectKeptOne,
  updateInstitutional,
} from './institutional.queries.ts'
import type { Keeper } from './keeper.ts'
import type { Scope } from './offer-scopes.ts'

export interface InstitutionalRequest {
  /** 1 to 100 characters, unique among what the unit distributes. */
  readonly name: string
  /** Untrusted: checked against the schema here. */
  readonly content: unknown
  /** What is new in it, in a few words for the units. */
  readonly note: string
  /** Read by `readScope`, which has asked how far the keeper reaches. */
  readonly scope: Scope
  /** A whole document as model of its type, with the document it was taken from. */
  readonly model?: { readonly documentTypeId: string; readonly documentId: string }
}

export type InstitutionalRefusal =
  | { readonly kind: 'name-taken' | 'withdrawn' | 'other-type' }
  | { readonly kind: 'content'; readonly problem: ContentProblem }

/** Distributes a text, or a document as model, to units: its first version. */
export async function distribute(
  db: Database,
  keeper: Keeper,
  request: InstitutionalRequest,
  now: Date,
): Promise<Outcome<{ id: string }, InstitutionalRefusal>> {
  const parsed = parseContent(request.content)
  if (!parsed.ok) return refuse({ kind: 'content', problem: parsed.problem })
  const { model, name, scope } = request
  const text = {
    kind: model ? 'model' : 'text',
    documentTypeId: model?.documentTypeId ?? null,
    name,
    ...scopeColumns(scope),
  } as const
  return inTransaction(db, async (trx) => {
    const id = await insertInstitutional(trx, keeper, text, now)
    if (!id) return refuse({ kind: 'name-taken' })
    await insertTextVersion(trx, id, versionOf(keeper, request, 1, canonicalJson(parsed.content)), now)
    await replaceDistribution(trx, id, unitsOf(scope))
    return done({ id })
  })
}

/**
 * Changes what is distributed: another text is a new version, which the units see marked as new; name and scope change
 * with it or alone. What was written with an earlier version stays as it is (FLX-033). Undefined when it is not there.
 */
export async function redistribute(
  db: Database,
  keeper: Keeper,
  request: InstitutionalRequest & { readonly id: string },
  now: Date,
): Promise<Outcome<{ id: string; version: number }, InstitutionalRefusal> | undefined> {
  const parsed = parseContent(request.content)
  return inTransaction(db, async (trx) => {
    const current = await selectKeptOne(trx, keeper, request.id, true)
    if (!current) return undefined
    if (current.withdrawn) return refuse({ kind: 'withdrawn' })
    if (request.model && request.model.documentTypeId !== current.documentTypeId) return refuse({ kind: 'other-type' })
    if (!parsed.ok) return refuse({ kind: 'content', problem: parsed.problem })
    const json = canonicalJson(parsed.content)
    const isSame = json === canonicalJson(current.content)
    const version = isSame ? current.version : current.version + 1
    const text = { name: request.name, ...scopeColumns(request.scope), version }
    if (!(await updateInstitutional(trx, current.id, keeper, text, now))) return refuse({ kind: 'name-taken' })
    if (!isSame) await insertTextVersion(trx, current.id, versionOf(keeper, request, version, json), now)
    await replaceDistribution(trx, current.id, unitsOf(request.scope))
    return done({ id: current.id, version })
  })
}

/** Takes a text out of the lists of all units; copies and documents stay. Undefined when it is not there. */
export async function withdraw(db: Database, keeper: Keeper, id: string, now: Date): Promise<true | undefined> {
  return inTransaction(db, async (trx) => {
    const current = await selectKeptOne(trx, keeper, id, true)
    if (!current || current.withdrawn) return undefined
    await markWithdrawn(trx, id, now)
    return true
  })
}

const scopeColumns = (scope: Scope) => ({
  scope: scope.kind,
  agencyId: scope.kind === 'agency' ? scope.agencyId : null,
})

const unitsOf = (scope: Scope) => (scope.kind === 'units' ? scope.unitIds : [])

function versionOf(keeper: Keeper, { note, model }: InstitutionalRequest, number: number, json: string) {
  return { number, json, note, documentId: model?.documentId ?? null, accountId: keeper.actor.userId }
}
