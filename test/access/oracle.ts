import type { CaseTold, DocumentTold, Level, Reader, Word, WorldTold } from './told.ts'

/**
 * Who may read what, written from §10.3 of the specification (with PRO-062, PRO-065, PRO-191, PP-10 to PP-21 and decision
 * 2) and from nothing of the program. If this and the program ever say different things, one of them is wrong.
 */
export function oracleOf({ perDocument }: Pick<WorldTold, 'perDocument'>) {
  /** L(P): the own level, and the highest inside. */
  const effective = (caseFile: CaseTold): Level =>
    highest([
      caseFile.own,
      ...caseFile.documents.filter(({ state }) => state !== 'deleted').map(({ level }) => level),
      ...caseFile.annexed.map(effective),
    ])
  const base = (caseFile: CaseTold): Level => (perDocument ? caseFile.own : effective(caseFile))
  const governing = (document: DocumentTold): Level => highest([base(document.caseFile), document.level])
  const passed = (reader: Reader, caseFile: CaseTold) => caseFile.passed.has(reader.unit)

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
    if (isDraft(document)) return reader.unit === document.unit
    return level !== 'restricted' || passed(reader, document.caseFile)
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
    const { kind, caseFile, document } = word
    if (face === 'public') return mayTellPublicly(word)
    if (face === 'codes') return mayTellByCodes(word)
    switch (kind) {
      case 'number':
        return reach(reader, caseFile) === 'number' ? face === 'number' : knowsOf(reader, caseFile)
      case 'summary':
      case 'remark':
      case 'party':
      case 'entry':
        return reach(reader, caseFile) === 'full' || (face === 'number' && reach(reader, caseFile) === 'number')
      case 'older':
        return document !== undefined && mayRead(reader, document) && document.unit === reader.unit
      case 'unsaved':
        return document !== undefined && mayRead(reader, document) && word.writer === reader.login
      case 'text':
      case 'description':
      case 'image':
        return document !== undefined && mayRead(reader, document)
    }
  }

  const mayTellPublicly = ({ kind, caseFile, document }: Word): boolean => {
    switch (kind) {
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
