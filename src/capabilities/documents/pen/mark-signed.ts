import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import { fillVariables, type RichText, variablesIn } from '../../../rich-text/index.ts'
import type { Document } from '../document.ts'
import { selectAgencyOf, selectNumbering } from '../drafting/numbering.queries.ts'
import { takeNumber } from '../drafting/take-number.ts'
import { numberVariable } from '../drafting/variable-values.text.ts'
import { keptText } from '../versions/add-version.ts'
import { replaceText } from '../versions/replace-text.ts'
import { selectVersion } from '../versions/versions.queries.ts'
import { addSignature, updateTypeNumber, useCredential } from './pen.queries.ts'

/** The text that a signature covers: its version, its content and the SHA-256 of its canonical JSON. */
export interface TextToSign {
  readonly version: number
  readonly content: RichText
  readonly sha256: string
  /** Number within the type, perhaps taken just now. */
  readonly typeNumber: string | undefined
}

/**
 * Makes an authored document ready for its next signature. Where the type gives its number at the first one (DOC-005),
 * the number is taken now and a version is made in which it stands in the place of `[nº]`: what is signed carries it.
 * In the transaction of the signature, with the document locked. Undefined when there is no text to sign.
 */
export async function prepareForSigning(
  db: Database,
  actor: Actor,
  document: Document,
  now: Date,
): Promise<TextToSign | undefined> {
  const [current, type] = await Promise.all([
    selectVersion(db, document.id, document.version),
    selectNumbering(db, document.typeId),
  ])
  if (!current) return undefined
  const content = keptText(current.content)
  const { typeNumber } = document
  const isSettled = typeNumber !== undefined || type.numbering === 'none'
  const number = isSettled ? typeNumber : await numberNow(db, document, type, now)
  if (number === undefined || !variablesIn(content).includes(numberVariable)) {
    return { version: document.version, content, sha256: current.sha256, typeNumber: number }
  }
  const numbered = fillVariables(content, { [numberVariable]: number }).content
  const change = { content: numbered, keepsDraft: true }
  const { version, sha256 } = await replaceText(db, actor, { ...document, typeNumber: number }, change, now)
  return { version, content: numbered, sha256, typeNumber: number }
}

/**
 * One valid signature (or certification of a copy) more. The caller has recorded it and its event. Who signs by credential
 * has used it.
 */
export async function markSigned(db: Database, actor: Actor, document: Document, now: Date): Promise<void> {
  await Promise.all([
    addSignature(db, document.id),
    document.signsByCredential ? useCredential(db, actor, document.id, now) : undefined,
  ])
}

/** The number belongs to the unit that made the document, whoever signs it. */
async function numberNow(
  db: Database,
  document: Document,
  type: Awaited<ReturnType<typeof selectNumbering>>,
  now: Date,
): Promise<string | undefined> {
  const at = { unitId: document.unitId, agencyId: await selectAgencyOf(db, document.unitId) }
  const number = await takeNumber(db, { id: document.typeId, numbering: type.numbering }, at, now)
  if (number !== undefined) await updateTypeNumber(db, document.id, number)
  return number
}
