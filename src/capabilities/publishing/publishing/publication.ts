import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Vehicle } from '../vehicles/vehicle.ts'

/**
 * In the bulletin: scheduled, published, cancelled. In an external gazette (FLX-064, DOE-01): a draft (`to-send`), approved,
 * sent, received by the gazette, scheduled by it, published, given back (`rejected`), cancelled.
 */
export type PublicationState =
  | 'to-send'
  | 'approved'
  | 'sent'
  | 'received'
  | 'scheduled'
  | 'published'
  | 'rejected'
  | 'cancelled'

/** How far it is, as pages tell it: what is published may have been compared with what was sent. */
export type Stage = PublicationState | 'checked'

export type PublicationReason = 'publication' | 'rectification' | 'republication' | 'annotation'

/** Where a publication stands in an external gazette; all of it may be unknown (DOC-101). */
export interface GazetteData {
  readonly gazette: string
  readonly edition: string
  readonly section: string
  readonly page: string
  readonly date: LocalDate | undefined
  readonly link: string
}

/** One publication of a document in one vehicle. @term publicação */
export interface Publication {
  readonly id: string
  readonly documentId: string
  readonly vehicle: Vehicle
  readonly reason: PublicationReason
  readonly summary: string
  readonly extraordinary: boolean
  /** As its day says: what is scheduled for a day that has come is published, whatever a job did. */
  readonly state: PublicationState
  readonly stage: Stage
  readonly on: LocalDate | undefined
  readonly endReason: string | undefined
  readonly gazette: GazetteData
  readonly unitId: string
  readonly unitAcronym: string
  readonly personName: string
  readonly changedAt: Date
  /** Of the text that was sent to the gazette, normalised. */
  readonly sentSha256: string | undefined
  /** The last comparison with what the gazette printed: how many places differ. */
  readonly differences: number | undefined
  /** The actor's unit is the one that approves and sends for this vehicle, or succeeds it. */
  readonly isApprover: boolean
}
