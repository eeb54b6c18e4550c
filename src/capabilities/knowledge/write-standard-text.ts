import type { Actor } from '../../platform/actor.ts'
import { type Database, inTransaction } from '../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../platform/outcome.ts'
import { type ContentProblem, canonicalJson, parseContent } from '../../rich-text/index.ts'
import { countTexts, insertText, markDeleted, selectText, selectTextByName, updateText } from './knowledge.queries.ts'

/** How many standard texts a unit may keep: a list that can still be read. */
export const mostTexts = 500

export interface StandardTextRequest {
  /** 1 to 100 characters, unique in the unit. */
  readonly name: string
  /** Untrusted: checked against the schema here. */
  readonly content: unknown
}

export type StandardTextRefusal =
  | { readonly kind: 'name-taken' | 'too-many' }
  | { readonly kind: 'content'; readonly problem: ContentProblem }

/** Adds a standard text to the actor's unit. */
export async function addStandardText(
  db: Database,
  actor: Actor,
  request: StandardTextRequest,
  now: Date,
): Promise<Outcome<{ id: string }, StandardTextRefusal>> {
  const parsed = parseContent(request.content)
  if (!parsed.ok) return refuse({ kind: 'content', problem: parsed.problem })
  if ((await countTexts(db, actor.unitId)) >= mostTexts) return refuse({ kind: 'too-many' })
  const id = await insertText(db, toKeep(actor, request.name, canonicalJson(parsed.content)), now)
  return id ? done({ id }) : refuse({ kind: 'name-taken' })
}

/** Changes a standard text of the actor's unit; documents begun with it stay as they are. Undefined when it is not there. */
export async function changeStandardText(
  db: Database,
  actor: Actor,
  request: StandardTextRequest & { readonly id: string },
  now: Date,
): Promise<Outcome<{ id: string }, StandardTextRefusal> | undefined> {
  const parsed = parseContent(request.content)
  return inTransaction(db, async (trx) => {
    if (!(await selectText(trx, actor.unitId, request.id))) return undefined
    if (!parsed.ok) return refuse({ kind: 'content', problem: parsed.problem })
    const namesake = await selectTextByName(trx, actor.unitId, request.name)
    if (namesake !== undefined && namesake !== request.id) return refuse({ kind: 'name-taken' })
    const text = toKeep(actor, request.name, canonicalJson(parsed.content))
    return (await updateText(trx, request.id, text, now)) ? done({ id: request.id }) : undefined
  })
}

/** Takes a standard text off the unit's list. Undefined when it is not there. */
export async function deleteStandardText(db: Database, actor: Actor, id: string, now: Date): Promise<true | undefined> {
  const by = { unitId: actor.unitId, accountId: actor.userId }
  return (await markDeleted(db, id, by, now)) ? true : undefined
}

function toKeep(actor: Actor, name: string, json: string) {
  return { unitId: actor.unitId, accountId: actor.userId, name, json }
}
