import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import { findCaseFile, whichAwaitsPassword } from '../../cases/index.ts'
import { findDocument } from '../../documents/index.ts'
import { looksLikeNumber } from '../number-lookup.rules.ts'

/** What a number leads to: a case file or a document, by the number that stands in its address. */
export type Opened = { readonly kind: 'case' | 'document'; readonly number: string }

/**
 * The one thing of this number that the actor may open, whatever its punctuation (PES-001); undefined where there is
 * none, where it is not for this actor, or where a case file and a document share the digits. A restricted case file is
 * opened by its number as PRO-062 says; a confidential one only for who holds a credential.
 */
export async function openByNumber(db: Database, actor: Actor, text: string, now: Date): Promise<Opened | undefined> {
  const digits = looksLikeNumber(text)
  if (digits === undefined) return undefined
  const isDocumentNumber = /^\d{1,15}$/.test(digits)
  // The same questions whatever there is: what is hidden and what is not there take the same time.
  const [caseFile, toConfirm, document, caseOfDocument] = await Promise.all([
    findCaseFile(db, actor, { digits }, 'reading', now),
    whichAwaitsPassword(db, actor, { digits }, now),
    findDocument(db, actor, digits, 'reading', now),
    isDocumentNumber ? whichAwaitsPassword(db, actor, { documentNumber: digits }, now) : undefined,
  ])
  // The document of a confidential case file that waits for the password: its case file asks for it.
  const cases = [caseFile ?? toConfirm, document ? undefined : caseOfDocument].flatMap((one) => one?.digits ?? [])
  const documents = document ? [document.number] : []
  const found = [
    ...cases.map((number) => ({ kind: 'case' as const, number })),
    ...documents.map((number) => ({ kind: 'document' as const, number })),
  ]
  return found.length === 1 ? found[0] : undefined
}
