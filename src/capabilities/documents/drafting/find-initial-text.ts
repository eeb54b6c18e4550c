import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import { findDistributedText, findStandardText } from '../../knowledge/index.ts'
import type { Document } from '../document.ts'
import { factsOf } from '../document-facts.ts'
import { findDocument } from '../find-document.ts'
import { selectAnswers } from '../forms/forms.queries.ts'
import { type DocumentRefusal, refusalsFor } from '../pen.rules.ts'
import { keptText } from '../versions/add-version.ts'
import { selectVersion } from '../versions/versions.queries.ts'
import type { FilledForm, FoundText, InitialText } from './initial-text.ts'

/** The text to begin with, or why there is none. */
export interface InitialTextFound {
  readonly text: FoundText
  /** The document that serves as model: taking its text is reading it. */
  readonly model?: Document
  /** The document whose images the text shows. */
  readonly imagesFrom?: string
  /** What was answered, where the text is a form of this type. */
  readonly form?: Omit<FilledForm, 'content'> & { readonly typeId?: string }
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
    case 'given':
      return { text: { body: wanted.body }, refusals: 'found' }
    case 'standard-text': {
      const text = await findStandardText(db, actor.unitId, wanted.id)
      return text
        ? { text: { body: text.content }, refusals: 'found' }
        : { text: 'blank', refusals: 'standard-text-gone' }
    }
    case 'institutional': {
      const text = await findDistributedText(db, actor.unitId, wanted.id)
      if (!text) return { text: 'blank', refusals: 'standard-text-gone' }
      const images = text.documentId === undefined ? {} : { imagesFrom: text.documentId }
      const found = text.kind === 'model' ? { model: text.content } : { body: text.content }
      return { text: found, ...images, refusals: 'found' }
    }
    case 'form':
      return { text: { body: wanted.form.content }, form: wanted.form, refusals: 'found' }
    case 'document':
      return fromDocument(db, actor, wanted.number, now)
  }
}

async function fromDocument(db: Database, actor: Actor, number: string, now: Date): Promise<InitialTextFound> {
  const model = await findDocument(db, actor, number, 'reading', now)
  const isClosed = model?.readRefusals.some(({ kind }) => kind !== 'cancelled') ?? true
  if (!model || isClosed) return { text: 'blank', refusals: 'model-not-found' }
  const refusals = refusalsFor('use-as-model', factsOf(model))
  if (refusals.length > 0) return { text: 'blank', refusals }
  const [version, answers] = await Promise.all([
    selectVersion(db, model.id, model.version),
    model.formVersionId === null ? undefined : selectAnswers(db, model.id, model.version),
  ])
  if (!version) return { text: 'blank', refusals }
  const text = { model: keptText(version.content) }
  const filled = answers && model.formVersionId !== null
  const form = filled ? { form: { versionId: model.formVersionId, answers, typeId: model.typeId } } : {}
  return { text, model, imagesFrom: model.id, ...form, refusals: 'found' }
}
