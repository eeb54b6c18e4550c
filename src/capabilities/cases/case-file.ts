import type { AccessLevel, CaseAccessFacts } from './access.rules.ts'

/** Whether the case file is at work or stands still, and why. */
export type CaseState = 'normal' | 'suspended' | 'annexed' | 'blocked' | 'archived'

/** A case file as the gate hands it to an actor: with what this person and unit have to do with it. */
export interface CaseFile {
  readonly id: string
  /** As people write it: `00190.103008/2020-99`. */
  readonly number: string
  /** Digits only: in addresses, and unique in the installation. */
  readonly digits: string
  readonly agencyId: string
  readonly agencyAcronym: string
  readonly agencyName: string
  /** The unit that opened it. */
  readonly unitId: string
  readonly unitAcronym: string
  readonly typeId: string
  readonly typeName: string
  readonly summary: string
  readonly filedOn: string
  readonly openedAt: Date
  readonly openedBy: string
  readonly priority: string | null
  /** As set on the case file itself. */
  readonly level: AccessLevel
  /** The highest of the case file and its documents: rules reading inside. */
  readonly effectiveLevel: AccessLevel
  /** What the access rule needs of the case file and this actor; documents add their own facts to it. */
  readonly access: CaseAccessFacts
  readonly legalBasisId: string | null
  readonly legalBasisName: string | null
  readonly state: CaseState
  /**
   * `full`: the unit may have it in lists and read its documents as their own level and state allow. `number-only`: a
   * restricted case file asked for by its exact number; tree and history, never content (PRO-062).
   */
  readonly reach: 'full' | 'number-only'
  /** The unit generated or received it once, or succeeds one that did. */
  readonly passedHere: boolean
  readonly hasCredential: boolean
  /** The open holding of the actor's unit; undefined when it is not open there. */
  readonly holding: Holding | undefined
  /** How many units hold it now. */
  readonly openUnits: number
  /** The unit that suspended it; null when it is not suspended. */
  readonly suspensionUnitId: string | null
  /** The case file to which it is annexed; `(sigiloso)`, and no digits, where that is told to holders alone. */
  readonly annexedToNumber: string | null
  readonly annexedToDigits: string | null
  /** That one as the same gate gives it; absent where there is none, or none for this actor. */
  readonly principal?: CaseFile
  readonly hasAnnexes: boolean
  /** This person never opened it, or something happened since. */
  readonly unread: boolean
  readonly hasDocuments: boolean
  /** The moment of asking: what was scheduled until then has come. */
  readonly asOf: Date
}

export interface Holding {
  readonly id: string
  readonly origin: 'generated' | 'received'
  readonly openedAt: Date
  /** Undefined: sent here and not yet opened by anyone of the unit. */
  readonly receivedAt: Date | undefined
  readonly assignedTo: string | undefined
  readonly assignedToName: string | undefined
}
