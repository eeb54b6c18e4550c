/** The registers whose changes are kept. */
export type ChangedRegister =
  | 'agency'
  | 'unit'
  | 'user'
  | 'profile'
  | 'contact'
  | 'case-type'
  | 'document-type'
  | 'record-class'
  | 'class-table'
  | 'legal-basis'
  | 'conference-kind'
  | 'work-plan'
  | 'office'
  | 'group'
  | 'mail-template'
  | 'contact-scope'

/** One field that is not what it was. Undefined: there was, or there is, nothing. @term alteração */
export interface FieldChange {
  readonly field: string
  readonly before: string | undefined
  readonly after: string | undefined
}

/** Who changes a register, and from which unit. */
export interface Editor {
  readonly userId: string
  readonly name: string
  readonly unitId: string
}

/** Of one record of a register. */
export interface ChangedRecord {
  readonly register: ChangedRegister
  readonly id: string
}
