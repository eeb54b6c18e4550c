/**
 * `valid`: it stands, and everything it covers is as it was signed. `superseded`: the document was changed afterwards,
 * so it lost its effect (DOC-070). `broken`: something it covers, or the signature itself, is no longer what was signed.
 */
export type SignatureState = 'valid' | 'broken' | 'superseded'

/** What was compared, each by itself. */
export interface SignatureChecks {
  /** The kept bytes give the signed hash, and hold the text of the version; for a copy, the file is the signed one. */
  readonly contentIntact: boolean
  /** The kept bytes name this document and this case file. */
  readonly ofThisDocument: boolean
  /** Name, capacity, unit and moment give the hash kept with them. */
  readonly statementIntact: boolean
  /** The history, which is sealed, tells of this very signature: one put in from outside has no event. */
  readonly recorded: boolean
  /** The code on the document follows from content and signatures. */
  readonly crcIntact: boolean
  /** It is of the version, or the file, that the document has now. */
  readonly current: boolean
}

/** Broken comes before superseded: what was tampered with is never passed over. */
export function signatureState(checks: SignatureChecks): SignatureState {
  const whole = checks.statementIntact && checks.crcIntact && checks.recorded
  const intact = whole && checks.contentIntact && checks.ofThisDocument
  if (!intact) return 'broken'
  return checks.current ? 'valid' : 'superseded'
}
