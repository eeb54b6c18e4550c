import type { Actor } from '../../../platform/actor.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refused } from '../../../platform/outcome.ts'
import { canonicalJson } from '../../../rich-text/index.ts'
import { type FormVersion, findFormVersion } from '../../classification/index.ts'
import type { ActRefusal } from '../act-refusal.text.ts'
import type { Document } from '../document.ts'
import { refusalsOfAct } from '../document-facts.ts'
import { firstText } from '../drafting/initial-text.ts'
import type { SaveRefusal } from '../editing/save-refusal.text.ts'
import { conflictWith } from '../editing/save-refusal.text.ts'
import { findDocument } from '../find-document.ts'
import { keptText } from '../versions/add-version.ts'
import { replaceText } from '../versions/replace-text.ts'
import { selectVersion } from '../versions/versions.queries.ts'
import { textOfForm } from './form-text.ts'
import { selectAnswers } from './forms.queries.ts'
import type { Answers } from './read-answers.ts'

/** A form that was filled in, opened to be changed. */
export interface OpenedForm {
  readonly document: Document
  readonly form: FormVersion
  readonly answers: Answers
  /** Why it may not be changed now. */
  readonly refusals: readonly ActRefusal[]
}

/** Undefined when there is no such form for this actor, or its content may not be read here. */
export async function openForm(db: Database, actor: Actor, number: string, now: Date): Promise<OpenedForm | undefined> {
  const document = await findDocument(db, actor, number, 'reading', now)
  if (!document || document.formVersionId === null || document.readRefusals.length > 0) return undefined
  const [form, answers] = await Promise.all([
    findFormVersion(db, document.formVersionId),
    selectAnswers(db, document.id, document.version),
  ])
  if (!form || !answers) throw new Error(`document ${number} has no answers`)
  return {
    document,
    form,
    answers,
    refusals: refusalsOfAct('edit-content', 'include-document', document, actor.unitId),
  }
}

/**
 * Fills in a form anew, with the fields it had when it was begun: a new version, over the one that was shown. Signatures
 * of the version before lose their effect (DOC-070). The same answers make no version. Undefined when it is not there.
 */
export async function changeAnswers(
  db: Database,
  actor: Actor,
  request: { readonly number: string; readonly baseVersion: number; readonly answers: Answers },
  now: Date,
): Promise<Outcome<{ version: number }, SaveRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const document = await findDocument(trx, actor, request.number, 'locked', now)
    if (!document || document.formVersionId === null || document.readRefusals.length > 0) return undefined
    const [form, current] = await Promise.all([
      findFormVersion(trx, document.formVersionId),
      selectVersion(trx, document.id, document.version),
    ])
    if (!form || !current) throw new Error(`document ${request.number} has no form`)
    const refusal = refused<SaveRefusal>([
      ...refusalsOfAct('edit-content', 'include-document', document, actor.unitId).map(
        (why) => ({ kind: 'act', why }) as const,
      ),
      ...(request.baseVersion === document.version ? [] : [conflictWith(current)]),
    ])
    if (refusal) return refusal
    const { answers } = request
    const content = firstText(keptText(current.content), { body: textOfForm(form.fields, answers) })
    const before = await selectAnswers(trx, document.id, document.version)
    const isSame = canonicalJson(content) === canonicalJson(keptText(current.content))
    if (isSame && JSON.stringify(before) === JSON.stringify(answers)) return done({ version: document.version })
    const { version } = await replaceText(trx, actor, document, { content, answers }, now)
    return done({ version })
  })
}
