import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import { contentToRead, isAtHand } from '../../documents/index.ts'
import type { SignatureMethod } from '../signed-bytes.ts'
import { type DocumentToSign, offerSigning, type SigningOffer } from './offer-signing.ts'

/**
 * One document to be signed, with its text: it stands on the page where it is signed, and the form names the version of
 * that very text. Undefined where the document is not there for this person.
 */
export async function offerOne(
  db: Database,
  actor: Actor,
  number: string,
  link: (path: string) => string,
  now: Date,
  method: SignatureMethod = 'password',
): Promise<{ offer: SigningOffer; one: DocumentToSign; html: string | undefined } | undefined> {
  const offer = await offerSigning(db, actor, { documents: [number] }, now, method)
  const [one] = offer.documents
  if (!one) return undefined
  const content = one.shown && isAtHand(one.document) ? await contentToRead(db, one.document, { link }) : undefined
  if (!content) return { offer, one, html: undefined }
  const shown = { number: one.document.number, version: content.version, sha256: content.sha256 }
  return { offer, one: { ...one, shown }, html: content.html }
}
