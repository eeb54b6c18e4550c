import type { Actor } from '../../../platform/actor.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import { canonicalJson, doc, type RichText, section } from '../../../rich-text/index.ts'
import { countTexts, insertText } from '../knowledge.queries.ts'
import { mostTexts, type StandardTextRefusal } from '../write-standard-text.ts'
import { type CopyRow, selectCopy, selectReceivedOne, updateCopy } from './received.queries.ts'

/**
 * Copies a text of the institution into the unit's own, to be changed there (FLX-033). Of a model, the body: a standard
 * text has no letterhead. Undefined when it is not distributed to this unit.
 */
export async function copyText(
  db: Database,
  actor: Actor,
  id: string,
  now: Date,
): Promise<Outcome<{ id: string }, StandardTextRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const original = await selectReceivedOne(trx, actor.unitId, id)
    if (!original) return undefined
    if ((await countTexts(trx, actor.unitId)) >= mostTexts) return refuse({ kind: 'too-many' })
    const json = canonicalJson(ownText(original.content))
    const origin = { copiedFrom: original.id, copiedVersion: original.version }
    for (const name of namesForCopy(original.name)) {
      const text = { unitId: actor.unitId, accountId: actor.userId, name, json, ...origin }
      const made = await insertText(trx, text, now)
      if (made) return done({ id: made })
    }
    return refuse({ kind: 'name-taken' })
  })
}

/** A copy whose original has a newer version than the one it grew from. */
export interface StaleCopy extends CopyRow {
  readonly originId: string
  readonly originVersion: number
}

/** Undefined where the text is no copy, or follows the version in force. */
export async function findStaleCopy(db: Database, unitId: string, id: string): Promise<StaleCopy | undefined> {
  const copy = /^\d{1,18}$/.test(id) ? await selectCopy(db, unitId, id) : undefined
  if (!copy?.originId || copy.originVersion === null || copy.originVersion <= (copy.copiedVersion ?? 0))
    return undefined
  return { ...copy, originId: copy.originId, originVersion: copy.originVersion }
}

/**
 * Answers a new version of what was copied: its text takes the place of the unit's, or the unit's stays and the new
 * version counts as known. Undefined when there is nothing to answer, or a still newer version than the one shown.
 */
export async function answerNewVersion(
  db: Database,
  actor: Actor,
  answer: { readonly id: string; readonly version: number; readonly takes: boolean },
  now: Date,
): Promise<true | undefined> {
  return inTransaction(db, async (trx) => {
    const copy = await findStaleCopy(trx, actor.unitId, answer.id)
    if (!copy || copy.originVersion !== answer.version) return undefined
    const json = answer.takes ? canonicalJson(ownText(copy.originContent)) : null
    const by = { unitId: actor.unitId, accountId: actor.userId }
    await updateCopy(trx, copy.id, by, { version: copy.originVersion, json }, now)
    return true
  })
}

/** The sections that a standard text may have: of a whole document only the bodies. */
function ownText(content: unknown): RichText {
  const { content: sections } = content as RichText
  const bodies = sections.filter(({ attrs }) => attrs.kind === 'body')
  return doc(
    section(
      'corpo',
      'body',
      (bodies.length > 0 ? bodies : sections).flatMap((one) => one.content),
    ),
  )
}

function namesForCopy(name: string): string[] {
  const endings = ['', ' – cópia', ...Array.from({ length: 8 }, (_, index) => ` – cópia ${index + 2}`)]
  return endings.map((ending) => name.slice(0, 100 - ending.length) + ending)
}
