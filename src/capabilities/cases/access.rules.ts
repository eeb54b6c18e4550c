/** 'público', 'restrito' and 'sigiloso', from the most open to the most closed. */
export type AccessLevel = 'public' | 'restricted' | 'confidential'

/**
 * What must be known of a case file, and of one actor in one unit, to say whether they may find it. All facts are of
 * the moment of the reading: nothing here may be remembered from an earlier one (PRO-072).
 */
export interface CaseAccessFacts {
  /** The level the case file itself was given: L0(P). */
  readonly baseLevel: AccessLevel
  /** The highest of the case file's level and of all its documents': L(P), as `effectiveLevel` gives it. */
  readonly effectiveLevel: AccessLevel
  /** The installation lets a document's level stay with that document for internal readers too (PRO-065). */
  readonly perDocumentInternal: boolean
  /** The actor's unit generated or received the case file, itself or through predecessors or successors (EST-090). */
  readonly unitTramited: boolean
  /** The case file is in a meeting bundle now made available to the actor's unit (BLO-041). */
  readonly meetingBundle: boolean
  /** The actor has an active credential in this unit (PRO-063). */
  readonly hasCredential: boolean
  /** The actor has typed the password again for this opening (PRO-063). */
  readonly passwordConfirmed: boolean
}

/** What must moreover be known of one document to say whether its content may be read. */
export interface DocumentAccessFacts extends CaseAccessFacts {
  readonly documentLevel: AccessLevel
  readonly isDraft: boolean
  readonly actorUnitIsProducing: boolean
  /** This document is in a signature bundle now made available to the actor's unit. */
  readonly signatureBundle: boolean
  /** Any document of the same case file is: its receiver reads the rest of the case file too (BLO-023). */
  readonly signatureBundleOfCase: boolean
  /** The actor has a signature credential for this document (PRO-088). */
  readonly signatureCredential: boolean
  /** The actor was asked to review this draft, and the answer is waited for. */
  readonly reviewRequest: boolean
  readonly cancelled: boolean
  /** Its content was eliminated by a term (PRO-048): there is nothing left to read. */
  readonly eliminated?: boolean
}

/** Why the content of a document may not be read. */
export type ReadRefusal =
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'eliminated' }
  | { readonly kind: 'no-credential' }
  | { readonly kind: 'password-not-confirmed' }
  | { readonly kind: 'draft-of-another-unit' }
  | { readonly kind: 'restricted-elsewhere' }

/** The level that governs the whole case file: its own or its documents' highest, 'contamination' (PRO-064). */
export function effectiveLevel(baseLevel: AccessLevel, documentLevels: readonly AccessLevel[]): AccessLevel {
  return documentLevels.reduce(higher, baseLevel)
}

/**
 * How the actor may come to the case file: 'full' in any list or search; 'number-only' by its exact number, which shows
 * tree and history but no content (PRO-062); 'no' as if it did not exist. Reading its tree follows the same answer.
 */
export function mayListCase(facts: CaseAccessFacts): 'full' | 'number-only' | 'no' {
  switch (caseLevel(facts)) {
    case 'public':
      return 'full'
    case 'restricted':
      return facts.unitTramited || facts.meetingBundle ? 'full' : 'number-only'
    case 'confidential':
      return facts.hasCredential && facts.passwordConfirmed ? 'full' : 'no'
  }
}

/** Whether only the password stands between the actor and the case file: then it is asked, not answered "not found". */
export function mustConfirmPassword(facts: CaseAccessFacts): boolean {
  return caseLevel(facts) === 'confidential' && facts.hasCredential && !facts.passwordConfirmed
}

/**
 * Whether the password would open something: the case file itself, or what is confidential within one that is open to
 * the actor as it is (PRO-065).
 */
export function mayConfirmPassword(facts: CaseAccessFacts): boolean {
  const highest = higher(caseLevel(facts), facts.effectiveLevel)
  return highest === 'confidential' && facts.hasCredential && !facts.passwordConfirmed
}

/** Whether the actor may read the document's content, by whatever path: page, PDF, link, snippet or export. */
export function mayReadDocument(facts: DocumentAccessFacts): boolean {
  return refusalsToRead(facts).length === 0
}

/**
 * All the reasons against reading the document's content; none means it may be read.
 *
 * Two points where this is stricter than the oracle of the specification: cancelled content is closed in a confidential
 * case file too (DOC-083), and a confidential document asks for the password as its case file does (PRO-063).
 */
export function refusalsToRead(facts: DocumentAccessFacts): ReadRefusal[] {
  const level = governingLevel(facts)
  const refusals: ReadRefusal[] = []
  if (facts.eliminated) refusals.push({ kind: 'eliminated' })
  if (facts.cancelled) refusals.push({ kind: 'cancelled' })
  if (level === 'confidential' && !facts.hasCredential) refusals.push({ kind: 'no-credential' })
  if (level === 'confidential' && !facts.passwordConfirmed) refusals.push({ kind: 'password-not-confirmed' })
  if (facts.isDraft && !mayReadDraft(facts, level)) refusals.push({ kind: 'draft-of-another-unit' })
  if (level === 'restricted' && !facts.isDraft && !reachesRestricted(facts)) {
    refusals.push({ kind: 'restricted-elsewhere' })
  }
  return refusals
}

/** Bundles cannot carry what is confidential (PRO-081, BLO-023), so there they open no draft. */
function mayReadDraft(facts: DocumentAccessFacts, level: AccessLevel): boolean {
  if (facts.actorUnitIsProducing || facts.signatureCredential || facts.reviewRequest) return true
  return level !== 'confidential' && (facts.signatureBundle || facts.meetingBundle)
}

function reachesRestricted(facts: DocumentAccessFacts): boolean {
  return facts.unitTramited || facts.meetingBundle || facts.signatureBundle || facts.signatureBundleOfCase
}

/** The level at which the case file itself is judged by internal readers (PRO-065): base(P) of the oracle. */
export function caseLevel(facts: CaseAccessFacts): AccessLevel {
  return facts.perDocumentInternal ? facts.baseLevel : higher(facts.baseLevel, facts.effectiveLevel)
}

function governingLevel(facts: DocumentAccessFacts): AccessLevel {
  return higher(caseLevel(facts), facts.documentLevel)
}

function higher(one: AccessLevel, other: AccessLevel): AccessLevel {
  return rank[one] >= rank[other] ? one : other
}

const rank: { readonly [level in AccessLevel]: number } = { public: 0, restricted: 1, confidential: 2 }
