import { sha256Hex } from '../../platform/sha256.ts'
import { canonicalJson, type RichText } from '../../rich-text/index.ts'
import { crc32Hex } from './crc.rules.ts'

/** What is signed of an authored document: its text, and the words that say which document it is, as of that moment. */
export interface SignedEnvelope {
  /** The nº SEI. */
  readonly number: string
  readonly caseNumber: string
  /** With its number, where the type has one: `Ofício 12/2026`. */
  readonly type: string
  readonly unit: string
  readonly agency: string
  /** The day of the document. */
  readonly datedOn: string
}

/**
 * The text whose UTF-8 bytes are signed: canonical JSON (RFC 8785), so that anybody can make the same bytes and compare
 * their SHA-256. The content comes first, which lets the database compare it with the version without sending either.
 */
export function signedText(envelope: SignedEnvelope, content: RichText): string {
  return canonicalJson({
    conteudo: content,
    data: envelope.datedOn,
    formato: 'carimbo-documento-1',
    numero: envelope.number,
    orgao: envelope.agency,
    processo: envelope.caseNumber,
    tipo: envelope.type,
    unidade: envelope.unit,
  })
}

/** Whether what follows the content in the signed bytes is of this document. Bytes that are no JSON are of none. */
export function isOfDocument(rest: Uint8Array, document: Pick<SignedEnvelope, 'number' | 'caseNumber'>): boolean {
  try {
    const envelope = JSON.parse(`{"conteudo":null${new TextDecoder('utf-8', { fatal: true }).decode(rest)}`)
    return (
      envelope.formato === 'carimbo-documento-1' &&
      envelope.numero === document.number &&
      envelope.processo === document.caseNumber
    )
  } catch {
    return false
  }
}

/** How somebody signed: with the password of the account, a certificate of ICP-Brasil, or the one that gov.br keeps for them. */
export type SignatureMethod = 'password' | 'certificate' | 'gov-br'

/** What a signature by certificate, of whatever authorities, states of it, in the words that are kept and sealed. */
export interface CertificateWords {
  /** SHA-256 of the CMS that holds the signature. */
  readonly cms: string
  /** The authority that issued the certificate. */
  readonly emissor: string
  /** The root up to which the chain was checked. */
  readonly raiz: string
  readonly revogacao: 'conferida' | 'nao-conferida'
  readonly serie: string
  /** The attempt that the declaration belonged to. */
  readonly tentativa: string
  /** Name in the certificate. */
  readonly titular: string
}

/** All that one signature states. */
export interface Statement {
  readonly number: string
  readonly kind: 'signature' | 'certification'
  /** The version of an authored document; undefined for a certified copy. */
  readonly version: number | undefined
  readonly accountId: string
  readonly signerName: string
  readonly capacity: string
  readonly unitAcronym: string
  readonly agencyAcronym: string
  readonly method: SignatureMethod
  /** Of signatures by certificate and by gov.br only. */
  readonly certificate?: CertificateWords | null | undefined
  /** SHA-256 of what is signed: the canonical bytes or the file. */
  readonly sha256: string
  readonly signedAt: Date
}

/** The SHA-256 of a statement, kept beside it: a change of any word of it shows. */
export function statementSha256(statement: Statement): string {
  return sha256Hex(statementText(statement))
}

/** The words of a statement, from which anybody makes its SHA-256. */
export function statementText(statement: Statement): string {
  return canonicalJson({
    ...saidBy(statement),
    ...(statement.certificate ? { certificado: { ...statement.certificate } } : {}),
    em: statement.signedAt.toISOString(),
    formato: 'carimbo-assinatura-1',
  })
}

/**
 * The words that a signer by certificate signs: those of the statement without the moment and the certificate, which are
 * known only once the signature has come. `attempt` makes them good for one signature.
 */
export function declarationText(said: Omit<Statement, 'signedAt' | 'certificate'>, attempt: string): string {
  return canonicalJson({ ...saidBy(said), formato: 'carimbo-declaracao-1', tentativa: attempt })
}

const methodWords: { readonly [method in SignatureMethod]: string } = {
  password: 'senha',
  certificate: 'certificado',
  'gov-br': 'govbr',
}

function saidBy(said: Omit<Statement, 'signedAt' | 'certificate'>) {
  return {
    assinante: said.signerName,
    cargo: said.capacity,
    conta: said.accountId,
    documento: said.number,
    especie: said.kind === 'signature' ? 'assinatura' : 'autenticacao',
    metodo: methodWords[said.method],
    orgao: said.agencyAcronym,
    resumo: said.sha256,
    unidade: said.unitAcronym,
    versao: said.version ?? null,
  }
}

/**
 * The CRC that people read on the document (DOC-065): of the SHA-256 of what is signed, then of the statements in their
 * order. It changes with the content and with each signature.
 */
export function crcOf(sha256: string, statements: readonly string[]): string {
  return crc32Hex(Buffer.from([sha256, ...statements].join(''), 'hex'))
}
