import type { BundleTold, CaseTold, DocumentTold, KeptTold, Level, Reader, Word, WorldTold } from './told.ts'

/**
 * Who may read what, written from §10.3 of the specification (with PRO-062, PRO-065, PRO-191, PP-10 to PP-21 and decision
 * 2) and from nothing of the program. If this and the program ever say different things, one of them is wrong.
 */
export function oracleOf({ perDocument, everyBundle }: Pick<WorldTold, 'perDocument' | 'everyBundle'>) {
  /** L(P): the own level, and the highest inside. */
  const effective = (caseFile: CaseTold): Level =>
    highest([
      caseFile.own,
      ...caseFile.documents.filter(({ state }) => state !== 'deleted').map(({ level }) => level),
      ...caseFile.annexed.map(effective),
    ])
  const base = (caseFile: CaseTold): Level => (perDocument ? caseFile.own : effective(caseFile))
  const governing = (document: DocumentTold): Level => highest([base(document.caseFile), document.level])
  const has = ({ unit }: Reader, kind: BundleTold['kind'], those: (item: BundleTold['items'][number]) => boolean) =>
    everyBundle.some((bundle) => bundle.kind === kind && bundle.at.has(unit) && bundle.items.some(those))
  /** meetingBlock(U, P), signatureBlock(U, d) and signatureBlockProcess(U, P). */
  const meets = (reader: Reader, caseFile: CaseTold) => has(reader, 'meeting', (item) => item.caseFile === caseFile)
  const signsAlong = (reader: Reader, document: DocumentTold) =>
    has(reader, 'signature', (item) => item.document === document)
  const signsWithin = (reader: Reader, caseFile: CaseTold) =>
    has(reader, 'signature', ({ document }) => document?.caseFile === caseFile)
  const signsByCredential = ({ login, unit }: Reader, { signers }: DocumentTold) =>
    signers.some((one) => one.login === login && one.unit === unit)
  const passed = (reader: Reader, caseFile: CaseTold) => caseFile.passed.has(reader.unit) || meets(reader, caseFile)

  /** canReadTree: in lists too, by the exact number alone, or not at all. */
  const reach = (reader: Reader, caseFile: CaseTold): 'full' | 'number' | 'none' => {
    if (!works(reader)) return 'none'
    switch (base(caseFile)) {
      case 'public':
        return 'full'
      case 'restricted':
        return passed(reader, caseFile) ? 'full' : 'number'
      case 'confidential':
        return holds(reader, caseFile) && reader.confirms ? 'full' : 'none'
    }
  }

  /** A holder knows of it, before the password too. */
  const knowsOf = (reader: Reader, caseFile: CaseTold): boolean =>
    reach(reader, caseFile) !== 'none' || (works(reader) && holds(reader, caseFile))

  const mayRead = (reader: Reader, document: DocumentTold): boolean => {
    if (reach(reader, document.caseFile) === 'none' || document.state !== 'active') return false
    const level = governing(document)
    if (level === 'confidential' && !(holds(reader, document.caseFile) && reader.confirms)) return false
    if (isDraft(document)) {
      if (reader.unit === document.unit || signsByCredential(reader, document)) return true
      return level !== 'confidential' && (signsAlong(reader, document) || meets(reader, document.caseFile))
    }
    return level !== 'restricted' || passed(reader, document.caseFile) || signsWithin(reader, document.caseFile)
  }
  /** With another unit to be signed: who made it no longer writes in it, who has it does. */
  const isAway = (document: DocumentTold) =>
    everyBundle.some(
      ({ kind, at, items }) => kind === 'signature' && at.size > 0 && items.some((one) => one.document === document),
    )
  const writesIn = (reader: Reader, document: DocumentTold) =>
    reader.unit === document.unit || signsAlong(reader, document) || signsByCredential(reader, document)
  /** What was deleted, in the bin of its unit: as it might be read if it were still there. */
  const mayReadInBin = (reader: Reader, document: DocumentTold) =>
    document.state === 'deleted' && reader.unit === document.unit && mayRead(reader, { ...document, state: 'active' })
  const hasBundle = (reader: Reader, { unit, at }: BundleTold) =>
    works(reader) && (unit === reader.unit || at.has(reader.unit))

  /**
   * What a unit keeps is the unit's alone, what a person keeps the person's; of what is confidential, its holders' with
   * the password. A comment is read by who reads what it is about (PRO-240 to PRO-248).
   */
  const mayReadKept = (reader: Reader, kept: KeptTold): boolean => {
    const { caseFile, document, kind } = kept
    const reached = reach(reader, caseFile)
    switch (kind) {
      case 'comment':
        return document ? mayRead(reader, document) : reached === 'full'
      case 'annotation':
        return kept.bundle !== undefined && hasBundle(reader, kept.bundle) && reached !== 'none'
      case 'note':
        if (reached === 'none' || reader.unit !== kept.unit) return false
        return base(caseFile) === 'confidential'
          ? kept.ofHolder === true && kept.login === reader.login
          : kept.ofHolder !== true
      case 'favourite':
        return (
          reached === 'full' && kept.login === reader.login && (document === undefined || mayRead(reader, document))
        )
      case 'search':
        return works(reader) && kept.login === reader.login
      case 'commitment':
      case 'activity':
      case 'entry':
        return reached === 'full' && kept.unit === reader.unit
      case 'demand':
        return reached === 'full' && (kept.unit === reader.unit || kept.to === reader.unit)
      case 'letter':
        // The addressee stands on the envelope: who posts reads it, of a restricted case file too (FLX-055).
        return reached !== 'none' && (kept.unit === reader.unit || kept.to === reader.unit)
      case 'return':
        return (kept.unit === reader.unit || kept.to === reader.unit) && reached !== 'none'
      default:
        return reached !== 'none' && reader.unit === kept.unit
    }
  }

  const isPublicCase = (caseFile: CaseTold): boolean =>
    caseFile.own === 'public' &&
    effective(caseFile) !== 'confidential' &&
    (caseFile.annexedTo === undefined || isPublicCase(caseFile.annexedTo))
  const isPublic = (document: DocumentTold): boolean =>
    isPublicCase(document.caseFile) && document.level === 'public' && document.state === 'active' && !isDraft(document)

  /**
   * Whether this word may stand in an answer to this reader: on the public face, to who has both codes of the document,
   * in a list, or on a page whose address names the case file itself.
   */
  const mayTell = (reader: Reader, word: Word, face: Face): boolean => {
    if (word.also?.some((other) => mayTell(reader, other, face))) return true
    const { kind, caseFile, document } = word
    if (face === 'public') return mayTellPublicly(word)
    if (face === 'codes') return mayTellByCodes(word)
    switch (kind) {
      case 'number':
        // Who has something of it to sign knows its number by that.
        if (signsWithin(reader, caseFile) && reach(reader, caseFile) !== 'none') return true
        return reach(reader, caseFile) === 'number' ? face === 'number' : knowsOf(reader, caseFile)
      case 'summary':
      case 'remark':
      case 'party':
      case 'entry':
        return reach(reader, caseFile) === 'full' || (face === 'number' && reach(reader, caseFile) === 'number')
      case 'kept':
        return (
          word.kept !== undefined &&
          mayReadKept(reader, word.kept) &&
          (face === 'number' || word.kept.kind === 'letter' || reach(reader, caseFile) === 'full')
        )
      case 'older':
        return document !== undefined && mayRead(reader, document) && writesIn(reader, document)
      case 'unsaved':
        return document !== undefined && mayRead(reader, document) && word.writer === reader.login
      case 'text':
      case 'description':
      case 'image':
        return document !== undefined && mayRead(reader, document)
    }
  }

  const mayTellPublicly = ({ kind, caseFile, document, kept }: Word): boolean => {
    switch (kind) {
      case 'kept':
        // What is in an agenda that the public reads (AG-04).
        return kept?.isPublished === true && isPublicCase(caseFile)
      case 'number':
      case 'summary':
      case 'party':
        return isPublicCase(caseFile)
      case 'text':
      case 'description':
      case 'image':
        return document !== undefined && isPublic(document)
      default:
        return false
    }
  }

  /** The codes are the key, for restricted documents too (DOC-067); of confidential ones they open only who signed. */
  const mayTellByCodes = ({ kind, caseFile, document }: Word): boolean => {
    const open = (one: DocumentTold) =>
      one.state === 'active' && highest([effective(one.caseFile), one.level]) !== 'confidential'
    if (document) return (kind === 'text' || kind === 'image') && open(document)
    return kind === 'number' && caseFile.documents.some(open)
  }

  return {
    effective,
    base,
    governing,
    reach,
    knowsOf,
    mayRead,
    mayReadInBin,
    mayReadKept,
    hasBundle,
    isAway,
    isPublicCase,
    isPublic,
    mayTell,
    mayTellByCodes,
    isHolder: holds,
  }
}

/** Where an answer stands: what may be told there differs. */
export type Face = 'public' | 'codes' | 'list' | 'number'

export type Oracle = ReturnType<typeof oracleOf>

/** An authored document without a signature: a minuta. */
export const isDraft = ({ kind, signed }: DocumentTold): boolean => kind === 'authored' && !signed

export const highest = (levels: readonly Level[]): Level =>
  levels.includes('confidential') ? 'confidential' : levels.includes('restricted') ? 'restricted' : 'public'

const works = ({ login, worksThere }: Reader): boolean => login !== undefined && worksThere

const holds = (reader: Reader, { credentials }: CaseTold): boolean =>
  credentials.some(({ login, unit }) => login === reader.login && unit === reader.unit)
