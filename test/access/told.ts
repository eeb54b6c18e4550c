/**
 * What happened in a world, written down by who did it and not read from the database: the oracle judges by this alone.
 */
export type Level = 'public' | 'restricted' | 'confidential'

/** A word that stands in one place of the world and nowhere else. Where it turns up, that place was read. */
export interface Word {
  readonly word: string
  readonly kind: WordKind
  /** A document may be moved to another one. */
  caseFile: CaseTold
  readonly document?: DocumentTold
  readonly kept?: KeptTold
  /** Where else it stands since a case file was duplicated: whoever may read it in one place may read it. */
  also?: Word[]
  /** Of what was typed and not saved: who typed it. */
  readonly writer?: string
}

export type WordKind =
  /** The present text, or the file. */
  | 'text'
  /** An earlier version of the text. */
  | 'older'
  | 'unsaved'
  | 'description'
  /** The digest of an image's bytes. */
  | 'image'
  | 'summary'
  | 'remark'
  | 'party'
  | 'entry'
  /** The digits of the case file's number. */
  | 'number'
  /** What a unit, or a person, keeps beside a case file or a document: a note, a deadline, a comment. */
  | 'kept'

export interface CaseTold {
  readonly digits: string
  readonly number: string
  /** L0(P). */
  own: Level
  /** Units on whose desk it has lain: tramited(P). */
  readonly passed: Set<string>
  readonly open: Set<string>
  readonly credentials: Credential[]
  readonly documents: DocumentTold[]
  readonly annexed: CaseTold[]
  annexedTo: CaseTold | undefined
  suspendedBy: string | undefined
  readonly words: Readonly<Record<'summary' | 'remark' | 'party' | 'entry', string>>
}

export interface Credential {
  readonly login: string
  readonly unit: string
  readonly grantedBy: string
}

export interface DocumentTold {
  readonly number: string
  caseFile: CaseTold
  readonly kind: 'authored' | 'uploaded'
  /** The producing unit, and who made it. */
  readonly unit: string
  readonly login: string
  level: Level
  signed: boolean
  state: 'active' | 'cancelled' | 'deleted'
  /** It was signed or sent in when its case file left the unit: it can be cancelled, and no longer deleted. */
  hasLeft: boolean
  readonly words: { readonly text: string; readonly older: string; readonly description: string; unsaved?: string }
  /** Who typed what is not saved. */
  writer?: string
  /** Digest of the image that its text shows. */
  image?: string
  /** The CRC of its signature, by which anybody may ask for it. */
  crc?: string
  /** Made by duplicating a case file: it has no earlier version. */
  readonly isCopy?: true
  /** Who holds a credential to sign it, somewhere else. */
  readonly signers: { readonly login: string; readonly unit: string }[]
}

/** What somebody keeps beside a case file, or says beside it or a document. */
export interface KeptTold {
  readonly kind:
    | 'deadline'
    | 'note'
    | 'label'
    | 'follow'
    | 'favourite'
    | 'point'
    | 'return'
    | 'comment'
    | 'annotation'
    | 'search'
    | 'commitment'
    | 'demand'
    | 'activity'
    | 'entry'
    | 'letter'
  /** What its address names, where it has one. */
  readonly id: string
  caseFile: CaseTold
  readonly document?: DocumentTold
  readonly unit: string
  readonly login: string
  /** Empty where it has no words of its own. */
  readonly word: string
  /** Of a note: written while the case file was confidential, and so its writer's alone. */
  readonly ofHolder?: boolean
  /** Of a return: the unit that has to send back; of a demand: the one that is asked; of a letter: the one that posts. */
  readonly to?: string
  readonly bundle?: BundleTold
  /** The agenda, the project, the posting list in which it stands. */
  readonly within?: string
  /** The day of a commitment, and whether it was published. */
  readonly on?: string
  readonly isPublished?: boolean
}

/** A bundle, and who has it now. */
export interface BundleTold {
  readonly number: string
  readonly kind: 'signature' | 'meeting' | 'internal'
  readonly unit: string
  readonly items: readonly { readonly id: string; readonly caseFile: CaseTold; readonly document?: DocumentTold }[]
  /** The units to which it is made available. */
  readonly at: Set<string>
}

/** A copy that somebody asked for while it was allowed. */
export interface CopyTold {
  readonly id: string
  readonly kind: 'pdf' | 'zip'
  readonly caseFile: CaseTold
  readonly login: string
  readonly unit: string
  /** What is in it: what might be read both when it was asked for and when it was made. */
  documents: readonly DocumentTold[]
}

/** One world: its things, and the rule under which they are read. */
export interface WorldTold {
  /** PRO-065: each document keeps its own level inside. */
  readonly perDocument: boolean
  readonly caseFiles: CaseTold[]
  readonly copies: CopyTold[]
  readonly kept: KeptTold[]
  readonly bundles: BundleTold[]
  /** With those of earlier worlds of the house: what they opened is open still. */
  readonly everyBundle: BundleTold[]
  /** Where a word belongs, over all worlds of the house. */
  readonly words: Map<string, Word>
  /** In every text, to be looked for. */
  readonly everywhere: string
}

/** Who reads: a person in a unit, by one of their sessions. */
export interface Reader {
  readonly name: string
  /** Undefined: not signed in. */
  readonly login: string | undefined
  readonly unit: string
  /** The permission in the unit is still there. */
  readonly worksThere: boolean
  /** Gives the password of what is confidential. */
  readonly confirms: boolean
}

export const documentsOf = (world: WorldTold): DocumentTold[] => world.caseFiles.flatMap(({ documents }) => documents)
