import type { Database } from '../../platform/db/index.ts'
import { signatureState } from './signature-state.rules.ts'
import type { SignatureView, Verification } from './signature-view.ts'
import { type SignatureCount, type SignatureRow, selectSignatureCount, selectSignatures } from './signatures.queries.ts'
import { crcOf, isOfDocument, statementSha256 } from './signed-bytes.ts'

/**
 * The signatures and certifications of documents, in their order, each with its state as of now: everything it covers is
 * compared again at each reading. Whoever calls has asked the gate. Documents without any have no entry.
 */
export async function signaturesOf(
  db: Database,
  documentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly SignatureView[]>> {
  if (documentIds.length === 0) return new Map()
  const rows = await selectSignatures(db, documentIds)
  return Map.groupBy(
    rows.map((row) => viewOf(row, rows)),
    ({ documentId }) => documentId,
  )
}

/**
 * The codes and the address by which anybody checks a document; undefined where it has no signature in force.
 *
 * `publicUrl`: where people reach the installation. `known` and `counted`: what `signaturesOf` and `countSignatures` have
 * already told of the document.
 */
export async function verificationOf(
  db: Database,
  document: { readonly id: string; readonly number: string },
  publicUrl: string,
  known?: readonly SignatureView[],
  counted?: SignatureCount,
): Promise<Verification | undefined> {
  const [all, { count, missing }] = await Promise.all([
    known ?? signaturesOf(db, [document.id]).then((found) => found.get(document.id) ?? []),
    counted ?? selectSignatureCount(db, document.id),
  ])
  const current = all.filter((signature) => signature.current)
  const last = current.at(-1)
  if (!last) return undefined
  const intact = missing === 0 && current.length === count && current.every(({ state }) => state === 'valid')
  return {
    code: document.number,
    crc: last.crc,
    sha256: last.sha256,
    url: authenticityUrl(publicUrl, document.number, last.crc),
    condition: intact ? 'intact' : 'broken',
  }
}

/**
 * How many signatures the document counts, and how many the history tells of that are no longer on record. They are never
 * taken away, so any missing one is told wherever the document is shown, also when not one signature is left.
 */
export function countSignatures(db: Database, documentId: string): Promise<SignatureCount> {
  return selectSignatureCount(db, documentId)
}

/** The public page of a document with both codes. */
export function authenticityUrl(publicUrl: string, code: string, crc: string): string {
  return `${publicUrl}/autenticidade?codigo=${code}&crc=${crc}`
}

function viewOf(row: SignatureRow, all: readonly SignatureRow[]): SignatureView {
  const {
    number: _number,
    caseNumber: _case,
    fileId: _file,
    contentIntact,
    recorded,
    rest,
    eliminated,
    ...signature
  } = row
  const version = row.version ?? undefined
  const state = signatureState({
    contentIntact: eliminated || contentIntact,
    ofThisDocument: eliminated || row.kind === 'certification' || (rest !== null && isOfDocument(rest, row)),
    statementIntact: statementSha256({ ...row, version }) === row.statementSha256,
    recorded,
    crcIntact: row.crc === crcOf(row.sha256, statementsUntil(row, all)),
    current: row.current,
  })
  return { ...signature, version, state }
}

/** Those of the same text or file up to this one, of which its code was made. */
function statementsUntil(row: SignatureRow, all: readonly SignatureRow[]): string[] {
  return all
    .slice(0, all.indexOf(row) + 1)
    .filter((one) => one.documentId === row.documentId && one.version === row.version && one.fileId === row.fileId)
    .map((one) => one.statementSha256)
}
