import type { Database } from '../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../platform/outcome.ts'
import { canonicalJson } from '../../rich-text/index.ts'
import type { DocumentFile } from '../documents/index.ts'
import { areSealed, type LogKey, type LogProof, proveRecords, recordText } from '../history/index.ts'
import { type SignatureView, signedBytes, signedContents, statementText } from '../signatures/index.ts'
import { selectRecordsToProve } from './receipt.queries.ts'
import { sealedRecords } from './sealed-records.ts'

/** A document of which a receipt is asked; whoever asks may read its content. */
export interface DocumentToProve {
  readonly id: string
  readonly number: string
  readonly label: string
  readonly caseNumber: string
  readonly file: Pick<DocumentFile, 'fileName' | 'sha256' | 'sizeBytes'> | undefined
  /** Those of the present text or file, in their order. */
  readonly signatures: readonly SignatureView[]
}

/** Who issues it. */
export interface Issuer {
  readonly name: string
  readonly url: string
  readonly key: LogKey
}

/** `not-signed`: an authored text nobody has signed. `not-sealed`: some seconds are missing. `broken`: do not vouch. */
export type ReceiptRefusal = 'not-signed' | 'not-sealed' | 'broken'

/** The JSON that the verifier reads; its words are Portuguese because people open it. */
export type Receipt = Readonly<Record<string, unknown>>

/** Whether there is a receipt, and if not why; two statements, for a page that offers it. */
export async function refusalOfReceipt(db: Database, document: DocumentToProve): Promise<ReceiptRefusal | undefined> {
  const refusal = refusalOf(document)
  if (refusal) return refusal
  const wanted = await selectRecordsToProve(db, document.id)
  const isSealed = await areSealed(
    db,
    wanted.map(({ tx }) => tx),
  )
  return isSealed ? undefined : 'not-sealed'
}

/** A receipt: what was signed or received, who signed, and the proof that it stands in the log up to a signed head. */
export async function issueReceipt(
  db: Database,
  issuer: Issuer,
  document: DocumentToProve,
  now: Date,
): Promise<Outcome<Receipt, ReceiptRefusal>> {
  const { file, signatures } = document
  const last = signatures.at(-1)
  const refusal = refusalOf(document)
  if (refusal) return refuse(refusal)
  const [wanted, bytes] = await Promise.all([
    selectRecordsToProve(db, document.id),
    file || !last ? undefined : signedBytes(db, last.sha256),
  ])
  if (!file && !bytes) return refuse('broken')
  const cms = await signedContents(
    db,
    signatures.flatMap(({ certificate }) => certificate?.cms ?? []),
  )
  const [proof, texts] = await Promise.all([proveRecords(db, wanted), textsOf(db, wanted)])
  if (!proof) return refuse('not-sealed')
  const receipt = {
    formato: 'carimbo-comprovante-1',
    emitido_em: now.toISOString(),
    instalacao: { nome: issuer.name, endereco: issuer.url },
    documento: {
      numero: document.number,
      rotulo: document.label,
      processo: document.caseNumber,
      crc: last?.crc ?? null,
    },
    conteudo: file
      ? { especie: 'arquivo', nome: file.fileName, tamanho: file.sizeBytes, sha256: file.sha256 }
      : { especie: 'texto', sha256: last?.sha256 ?? '', bytes: Buffer.from(bytes ?? []).toString('base64') },
    assinaturas: signatures.map((one) => ({
      declaracao: statementText({ ...one, number: document.number }),
      crc: one.crc,
      ...(one.certificate ? { cms: Buffer.from(cms.get(one.certificate.cms) ?? []).toString('base64') } : {}),
    })),
    ...provedPart(proof, texts, issuer.key),
  }
  const signature = issuer.key.sign(`carimbo-comprovante-1\n${canonicalJson(receipt)}`)
  return done({ ...receipt, assinatura: signature.toString('base64') })
}

function refusalOf({ file, signatures }: DocumentToProve): ReceiptRefusal | undefined {
  if (!file && signatures.length === 0) return 'not-signed'
  return signatures.some(({ state }) => state === 'broken') ? 'broken' : undefined
}

function provedPart(proof: LogProof, texts: ReadonlyMap<string, string>, key: LogKey) {
  return {
    registros: proof.records.map(({ record, sealId, place, path }) => ({
      texto: texts.get(record) ?? '',
      selo: sealId,
      posicao: place,
      caminho: [...path],
    })),
    selos: proof.seals.map(({ text, path }) => ({ texto: text, caminho: [...path] })),
    cabeca: { nota: proof.note, chave: key.publicKey.toString('base64') },
    carimbo_do_tempo: proof.timeStamp ? Buffer.from(proof.timeStamp).toString('base64') : null,
  }
}

/** The very words of each row under its seal. One statement for each kind. */
async function textsOf(db: Database, wanted: readonly { readonly record: string }[]): Promise<Map<string, string>> {
  const found = await Promise.all(
    sealedRecords.map(async (source) => {
      const prefix = `${source.kind}:`
      const keys = wanted.flatMap(({ record }) => (record.startsWith(prefix) ? [record.slice(prefix.length)] : []))
      if (keys.length === 0) return []
      return (await source.withKeys(db, keys)).map(({ key, values }): [string, string] => [
        `${prefix}${key}`,
        recordText(source.kind, values),
      ])
    }),
  )
  return new Map(found.flat())
}
