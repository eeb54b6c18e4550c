import type { Actor } from '../../../platform/actor.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome } from '../../../platform/outcome.ts'
import { type Block, doc, p, section } from '../../../rich-text/index.ts'
import type { CaseFile } from '../../cases/index.ts'
import { record } from '../../history/index.ts'
import type { Document } from '../document.ts'
import type { DraftRefusal } from '../drafting/draft-document.rules.ts'
import { draftDocument } from '../drafting/draft-document.ts'
import { selectBasis, selectCertificateType, selectLevelSet } from './secrecy.queries.ts'
import { type SecrecyFacts, secrecyLines } from './secrecy.text.ts'

/** A case file, or a document in it, that passed the gate. */
export interface SecrecySubject {
  readonly caseFile: CaseFile
  readonly document: Document | undefined
}

/** What can be certified; undefined of what is public. */
export async function secrecyFacts(
  db: Database,
  { caseFile, document }: SecrecySubject,
): Promise<SecrecyFacts | undefined> {
  const byDocuments = !document && caseFile.level === 'public'
  const level = document ? document.level : byDocuments ? caseFile.effectiveLevel : caseFile.level
  if (level === 'public') return undefined
  const basisId = document ? document.legalBasisId : byDocuments ? null : caseFile.legalBasisId
  const kind = document ? 'document-level-changed' : byDocuments ? 'effective-level-changed' : 'case-level-changed'
  const [set, basis] = await Promise.all([
    selectLevelSet(db, { caseFileId: caseFile.id, documentId: document?.id ?? null, level, kind }),
    basisId ? selectBasis(db, basisId) : undefined,
  ])
  const first = document
    ? { at: document.createdAt, person: document.createdByName, unit: document.unitAcronym }
    : { at: caseFile.openedAt, person: caseFile.openedBy, unit: caseFile.unitAcronym }
  const { at, person, unit } = set ?? first
  return {
    caseNumber: caseFile.number,
    agencyName: caseFile.agencyName,
    documentNumber: document?.number,
    level,
    byDocuments,
    basis,
    since: at,
    person: person ?? undefined,
    unit: unit ?? undefined,
  }
}

/**
 * Makes the certificate as a draft in the case file: whoever may sign there signs it, and then it can be checked like any
 * other document. Undefined: there is nothing to certify.
 */
export async function certifySecrecy(
  db: Database,
  actor: Actor,
  subject: SecrecySubject,
  now: Date,
): Promise<Outcome<{ readonly number: string }, DraftRefusal> | undefined> {
  const [facts, typeId] = await Promise.all([secrecyFacts(db, subject), selectCertificateType(db)])
  if (!facts || !typeId) return undefined
  return inTransaction(db, async (trx) => {
    const drafted = await draftDocument(
      trx,
      actor,
      {
        caseDigits: subject.caseFile.digits,
        typeId,
        bySystem: true,
        initialText: { kind: 'given', body: doc(section('corpo', 'body', secrecyLines(facts, now).map(asTyped))) },
        description: '',
        treeName: '',
        datedOn: todayIn(now),
        level: 'public',
        legalBasisId: undefined,
      },
      now,
    )
    if (!drafted?.done) return drafted
    const { id, number } = drafted.value
    await record(trx, actor, now, [
      {
        caseFileId: subject.caseFile.id,
        documentId: id,
        event: {
          kind: 'secrecy-certified',
          document: number,
          ...(facts.documentNumber ? { of: facts.documentNumber } : {}),
        },
      },
    ])
    return done({ number })
  })
}

/** Word for word: nothing in it is taken for a mark or a variable. */
function asTyped(text: string): Block {
  return { ...p(''), content: [{ type: 'text', text }] } as Block
}
