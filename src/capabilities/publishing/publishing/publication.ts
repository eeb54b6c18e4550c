import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Vehicle } from '../vehicles/vehicle.ts'

/**
 * In the bulletin: scheduled, published, cancelled. In an external gazette (FLX-064): to be sent, sent, scheduled by the
 * gazette, published, rejected, cancelled.
 */
export type PublicationState = 'to-send' | 'sent' | 'scheduled' | 'published' | 'rejected' | 'cancelled'

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
  readonly on: LocalDate | undefined
  readonly endReason: string | undefined
  readonly gazette: GazetteData
  readonly unitId: string
  readonly unitAcronym: string
  readonly personName: string
  readonly changedAt: Date
}
