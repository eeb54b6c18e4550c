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
  readonly method: 'password'
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
    assinante: statement.signerName,
    cargo: statement.capacity,
    conta: statement.accountId,
    documento: statement.number,
    em: statement.signedAt.toISOString(),
    especie: statement.kind === 'signature' ? 'assinatura' : 'autenticacao',
    formato: 'carimbo-assinatura-1',
    metodo: statement.method === 'password' ? 'senha' : statement.method,
    orgao: statement.agencyAcronym,
    resumo: statement.sha256,
    unidade: statement.unitAcronym,
    versao: statement.version ?? null,
  })
}

/**
 * The CRC that people read on the document (DOC-065): of the SHA-256 of what is signed, then of the statements in their
 * order. It changes with the content and with each signature.
 */
export function crcOf(sha256: string, statements: readonly string[]): string {
  return crc32Hex(Buffer.from([sha256, ...statements].join(''), 'hex'))
}
