import type { Actor } from '../../../platform/actor.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import { findCaseFiles } from '../../cases/index.ts'
import {
  type Document,
  documentLabel,
  documentsOf,
  findDocument,
  isAtHand,
  type ReviewState,
} from '../../documents/index.ts'
import { reviewStatesOf, reviewWarnings } from '../../reviewing/index.ts'
import { signaturesOf } from '../find-signatures.ts'
import type { SignatureView } from '../signature-view.ts'
import { selectSigningUnit } from '../signatures.queries.ts'
import type { SignatureMethod } from '../signed-bytes.ts'
import type { ShownDocument } from './gather-to-sign.ts'
import { refusalsToSign } from './refusals-to-sign.ts'
import { explainSignRefusal } from './sign-documents.text.ts'
import { mostDocuments } from './sign-documents.ts'
import { reaches } from './signature-level.rules.ts'
import { selectCasesWithDrafts, selectTexts, type TextToSignRow } from './signing.queries.ts'

/** One document as the page of signing shows it. */
export interface DocumentToSign {
  readonly document: Document
  readonly label: string
  readonly shown: ShownDocument | undefined
  /** Why it cannot be signed, in sentences; none means it may. */
  readonly reasons: readonly string[]
  /** Nothing but this person's own signature stands in the way: another person may sign in this session. */
  readonly mayOthers: boolean
  /** Nothing stands in the way of a certificate of this person. */
  readonly mayByCertificate: boolean
  /** Nothing stands in the way of a signature of this person by gov.br. */
  readonly mayByGovBr: boolean
  /** Its type takes nothing less than a certificate (TR-07). */
  readonly needsCertificate: boolean
  readonly warnings: readonly string[]
  readonly savedAt: Date | undefined
  readonly savedBy: string | undefined
  /** Signatures in force, in their order. */
  readonly signatures: readonly SignatureView[]
}

export interface SigningOffer {
  readonly documents: readonly DocumentToSign[]
  /** There are more than can be signed at once. */
  readonly more: boolean
  /** Of the unit, the one used last first. */
  readonly capacities: readonly string[]
  /** Those that do not follow from who signs. */
  readonly capacitiesOfUnit: readonly string[]
}

/** What is asked for: documents by number, or all the drafts of this unit in case files by the digits of their number. */
export type WhatToSign = { readonly documents: readonly string[] } | { readonly caseFiles: readonly string[] }

/** What may be signed here now, with what has to be known before signing. Nothing is in it that the gate keeps closed. */
export async function offerSigning(
  db: Database,
  actor: Actor,
  asked: WhatToSign,
  now: Date,
  method: SignatureMethod = 'password',
): Promise<SigningOffer> {
  const all =
    'documents' in asked
      ? await byNumber(db, actor, asked.documents, now)
      : await drafts(db, actor, asked.caseFiles, now)
  const documents = all.slice(0, mostDocuments)
  const ids = documents.map(({ id }) => id)
  const [unit, texts, signatures, reviews] = await Promise.all([
    selectSigningUnit(db, actor, todayIn(now)),
    selectTexts(db, ids),
    signaturesOf(db, ids),
    reviewStatesOf(db, ids),
  ])
  return {
    documents: documents.map((document) =>
      toSign(
        actor,
        method,
        document,
        texts.find(({ documentId }) => documentId === document.id),
        signatures.get(document.id) ?? [],
        reviews.find(({ documentId }) => documentId === document.id),
      ),
    ),
    more: all.length > documents.length,
    capacities: unit.capacities,
    capacitiesOfUnit: unit.own,
  }
}

async function byNumber(db: Database, actor: Actor, numbers: readonly string[], now: Date): Promise<Document[]> {
  const asked = [...new Set(numbers)].slice(0, mostDocuments + 1)
  const found = await Promise.all(asked.map((number) => findDocument(db, actor, number, 'reading', now)))
  return found.filter((document) => document !== undefined)
}

async function drafts(db: Database, actor: Actor, digits: readonly string[], now: Date): Promise<Document[]> {
  const keys = [...new Set(digits)].slice(0, mostDocuments).map((one) => ({ digits: one }))
  const caseFiles = await findCaseFiles(db, actor, keys, 'reading', now)
  const holding = await selectCasesWithDrafts(
    db,
    actor.unitId,
    caseFiles.map(({ id }) => id),
  )
  const trees = await Promise.all(
    caseFiles.filter(({ id }) => holding.includes(id)).map((caseFile) => documentsOf(db, actor, caseFile)),
  )
  return trees.flat().filter((one) => one.isDraft && isAtHand(one) && one.state === 'active')
}

function toSign(
  actor: Actor,
  method: SignatureMethod,
  document: Document,
  text: TextToSignRow | undefined,
  all: readonly SignatureView[],
  review: ReviewState | undefined,
): DocumentToSign {
  const readable = document.readRefusals.length === 0
  const openSuggestions = review?.openSuggestions ?? 0
  const facts = { document, text, signatures: all, openSuggestions, actor }
  const refusals = refusalsToSign({ ...facts, method })
  return {
    document,
    label: documentLabel(document),
    shown: text && { number: document.number, version: text.version, sha256: text.sha256 },
    reasons: refusals.map(explainSignRefusal),
    mayOthers: readable && refusals.every(({ kind }) => kind === 'signed-by-you'),
    mayByCertificate: readable && refusalsToSign({ ...facts, method: 'certificate' }).length === 0,
    mayByGovBr: readable && refusalsToSign({ ...facts, method: 'gov-br' }).length === 0,
    needsCertificate: readable && text !== undefined && !reaches('password', text.leastLevel),
    warnings:
      text && readable
        ? [...warningsOf(text), ...(review && document.isDraft ? reviewWarnings(review, text.version) : [])]
        : [],
    savedAt: readable ? text?.savedAt : undefined,
    savedBy: readable ? text?.savedBy : undefined,
    signatures: all.filter(({ current }) => current),
  }
}

function warningsOf({ untouched, unsavedBy }: TextToSignRow): string[] {
  return [
    ...(untouched ? ['O texto ainda é o do modelo: nada foi escrito depois que o documento foi criado.'] : []),
    ...(unsavedBy
      ? [
          `Há um rascunho de ${unsavedBy} que não faz parte deste texto. Para que faça, abra o editor e salve a versão antes de assinar.`,
        ]
      : []),
  ]
}
