import type { DocumentPdfInput } from '../../../platform/pdf/index.ts'
import type { SignatureView, Verification } from '../signature-view.ts'
import { certificateSentence, legalBasis, stampWords } from './stamps.text.ts'

/**
 * The signatures and the codes of a document as the PDF draws them. Signatures that lost their effect are not on paper;
 * broken ones are, and say so.
 */
export function stampsForPdf(
  signatures: readonly SignatureView[],
  verification: Verification | undefined,
): Pick<DocumentPdfInput, 'signatures' | 'authenticity' | 'legalBasis'> {
  const current = signatures.filter((signature) => signature.current)
  const kind = current[0]?.kind
  return {
    signatures: current.map((signature) => ({
      words: stampWords[signature.kind],
      name: signature.signerName,
      capacity: signature.capacity,
      unit: `${signature.agencyAcronym}, ${signature.unitAcronym}`,
      signedAt: signature.signedAt.toISOString(),
      method: signature.method,
      ...(signature.certificate ? { detail: certificateSentence(signature.certificate) } : {}),
      broken: signature.state === 'broken',
    })),
    legalBasis: kind && legalBasis[kind],
    authenticity: verification && {
      url: verification.url,
      verificationCode: verification.code,
      crc: verification.crc,
      sha256: verification.sha256,
    },
  }
}
