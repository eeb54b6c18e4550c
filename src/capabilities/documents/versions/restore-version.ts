import type { Actor } from '../../../platform/actor.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refused } from '../../../platform/outcome.ts'
import type { RichText } from '../../../rich-text/index.ts'
import { refusalsOfAct } from '../document-facts.ts'
import { otherHolder } from '../editing/pen-holder.ts'
import type { SaveRefusal } from '../editing/save-refusal.text.ts'
import { findDocument } from '../find-document.ts'
import { keptText } from './add-version.ts'
import { replaceText } from './replace-text.ts'
import { selectVersion } from './versions.queries.ts'

/**
 * Makes the text of an earlier version the newest one: a new version, equal to the old (DOC-023). The locked sections
 * stay as they are now: a number taken since must not go away again. Undefined when there is no such version for this
 * actor.
 */
export async function restoreVersion(
  db: Database,
  actor: Actor,
  request: { readonly number: string; readonly version: number },
  now: Date,
): Promise<Outcome<{ version: number }, SaveRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const document = await findDocument(trx, actor, request.number, 'locked', now)
    if (!document?.isOurs || document.kind !== 'authored' || document.readRefusals.length > 0) return undefined
    const [old, current, holder] = await Promise.all([
      selectVersion(trx, document.id, request.version),
      selectVersion(trx, document.id, document.version),
      otherHolder(trx, actor, document.id, now),
    ])
    if (!old || !current) return undefined
    const refusal = refused<SaveRefusal>([
      ...refusalsOfAct('edit-content', 'include-document', document, actor.unitId).map(
        (why) => ({ kind: 'act', why }) as const,
      ),
      ...(holder ? [{ kind: 'held', ...holder } as const] : []),
    ])
    if (refusal) return refusal
    if (old.number === current.number) return done({ version: current.number })
    const content = withLockedSectionsOf(keptText(current.content), keptText(old.content))
    const { version } = await replaceText(trx, actor, document, { content, from: old.number }, now)
    return done({ version })
  })
}

function withLockedSectionsOf(current: RichText, old: RichText): RichText {
  const sections = current.content.map((section) => {
    const twin = old.content.find(({ attrs }) => attrs.key === section.attrs.key)
    return section.attrs.locked || !twin ? section : twin
  })
  return { ...current, content: sections }
}
