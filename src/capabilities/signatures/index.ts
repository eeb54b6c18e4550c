export { readCodes } from './authenticity/authenticity.form.ts'
export { type Authenticity, checkAuthenticity } from './authenticity/check-authenticity.ts'
export { signedBytes, signedContents } from './authenticity/serve-signed.ts'
export { type CertifyRefusal, explainCertifyRefusal } from './certifying/certify-copy.text.ts'
export { type CertifiedCopy, type CertifyRequest, certifyCopy } from './certifying/certify-copy.ts'
export { eraseSignedContents } from './erase-signed-contents.ts'
export { authenticityUrl, countSignatures, signaturesOf, verificationOf } from './find-signatures.ts'
export { PaperStamp } from './paper/paper-stamp.page.tsx'
export { capacitiesOf, isPaperSigned, type PaperSignature, signPaper } from './paper/sign-paper.ts'
export { signaturesRoutes } from './routes.tsx'
export { signatureRecords } from './sealed-records.queries.ts'
export type { SignatureState } from './signature-state.rules.ts'
export type { SignatureView, Verification } from './signature-view.ts'
export { statementText } from './signed-bytes.ts'
export type { ShownDocument } from './signing/gather-to-sign.ts'
export { explainSignRefusal, type SigningRefused, type SignRefusal } from './signing/sign-documents.text.ts'
export {
  mostDocuments,
  type SignRequest,
  type SignResult,
  signDocuments,
} from './signing/sign-documents.ts'
export { AuthenticityBox } from './stamps/authenticity-box.page.tsx'
export { MissingSignatures, SignatureStamps } from './stamps/signature-stamps.page.tsx'
export { stampsForPdf } from './stamps/stamps-for-pdf.ts'
