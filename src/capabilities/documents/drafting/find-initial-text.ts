import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import { findStandardText } from '../../knowledge/index.ts'
import type { Document } from '../document.ts'
import { factsOf } from '../document-facts.ts'
import { findDocument } from '../find-document.ts'
import { type DocumentRefusal, refusalsFor } from '../pen.rules.ts'
import { keptText } from '../versions/add-version.ts'
import { selectVersion } from '../versions/versions.queries.ts'
import type { FoundText, InitialText } from './initial-text.ts'

/** The text to begin with, or why there is none. */
export interface InitialTextFound {
  readonly text: FoundText
  /** The document that serves as model: taking its text is reading it. */
  readonly model?: Document
  readonly refusals: 'found' | 'standard-text-gone' | 'model-not-found' | readonly DocumentRefusal[]
}

/**
 * Looks for the initial text where the actor may read it. A document that is not there and one that is closed to the
 * actor give the same answer.
 */
export async function findInitialText(
  db: Database,
  actor: Actor,
  wanted: InitialText,
  now: Date,
): Promise<InitialTextFound> {
  switch (wanted.kind) {
    case 'template':
    case 'blank':
      return { text: wanted.kind, refusals: 'found' }
    case 'standard-text': {
      const text = await findStandardText(db, actor.unitId, wanted.id)
      return text
        ? { text: { body: text.content }, refusals: 'found' }
        : { text: 'blank', refusals: 'standard-text-gone' }
    }
    case 'document':
      return fromDocument(db, actor, wanted.number, now)
  }
}

async function fromDocument(db: Database, actor: Actor, number: string, now: Date): Promise<InitialTextFound> {
  const model = await findDocument(db, actor, number, 'reading', now)
  const isClosed = model?.readRefusals.some(({ kind }) => kind !== 'cancelled') ?? true
  if (!model || isClosed) return { text: 'blank', refusals: 'model-not-found' }
  const refusals = refusalsFor('use-as-model', factsOf(model))
  const version = refusals.length > 0 ? undefined : await selectVersion(db, model.id, model.version)
  if (!version) return { text: 'blank', refusals }
  return { text: { model: keptText(version.content) }, model, refusals: 'found' }
}
