/** How a level reads in facts. */
export type LevelFact = 'public' | 'restricted' | 'confidential'

/** Which kind of bundle. */
export type BundleFact = 'signature' | 'meeting' | 'internal'

/** Number and kind of the bundle that an event is about. */
interface OfBundle {
  readonly bundle: string
  readonly bundleKind: BundleFact
}

/**
 * Everything that can happen to a case file, with what its sentence needs as it was at that moment. A new kind without a
 * sentence in `sentences.text.ts` does not compile.
 */
export type CaseEvent =
  | { readonly kind: 'case-opened'; readonly number: string; readonly type: string; readonly level: LevelFact }
  | { readonly kind: 'case-received' }
  | { readonly kind: 'case-sent'; readonly to: string; readonly keptOpen: boolean; readonly returnDue?: string }
  | { readonly kind: 'case-recalled'; readonly from: string }
  | { readonly kind: 'case-concluded'; readonly automatic: boolean }
  | { readonly kind: 'case-reopened' }
  | { readonly kind: 'case-assigned'; readonly to: string }
  | { readonly kind: 'case-unassigned' }
  | { readonly kind: 'case-type-changed'; readonly from: string; readonly to: string }
  | { readonly kind: 'case-data-changed'; readonly fields: string }
  | { readonly kind: 'case-classes-changed'; readonly from: string; readonly to: string }
  | { readonly kind: 'case-level-changed'; readonly from: LevelFact; readonly to: LevelFact; readonly basis?: string }
  | { readonly kind: 'case-legal-basis-changed'; readonly from: string; readonly to: string }
  | { readonly kind: 'effective-level-changed'; readonly from: LevelFact; readonly to: LevelFact }
  | { readonly kind: 'case-deleted'; readonly number: string }
  | { readonly kind: 'case-suspended'; readonly reason: string; readonly linkedTo?: string }
  | { readonly kind: 'case-resumed' }
  | { readonly kind: 'case-related'; readonly other: string }
  | { readonly kind: 'case-unrelated'; readonly other: string }
  | { readonly kind: 'annexed-to'; readonly principal: string }
  | { readonly kind: 'annexation-received'; readonly annexed: string }
  | { readonly kind: 'annexation-undone'; readonly other: string; readonly reason: string }
  | { readonly kind: 'case-blocked'; readonly reason: string }
  | { readonly kind: 'case-unblocked' }
  | { readonly kind: 'manual-entry'; readonly text: string }
  | { readonly kind: 'document-created'; readonly document: string }
  | {
      readonly kind: 'document-included'
      readonly document: string
      readonly file: string
      /** Acronyms, where one unit included it for another. */
      readonly by?: string
      readonly for?: string
    }
  | {
      readonly kind: 'email-sent'
      readonly document: string
      readonly recipients: number
      readonly attachments: number
    }
  | { readonly kind: 'circular-made'; readonly document: string; readonly documents: number; readonly bundle: string }
  | { readonly kind: 'document-redacted'; readonly document: string; readonly original: string; readonly basis: string }
  | { readonly kind: 'file-replaced'; readonly document: string; readonly file: string }
  | { readonly kind: 'document-saved'; readonly document: string; readonly version: number }
  | { readonly kind: 'version-restored'; readonly document: string; readonly version: number; readonly from: number }
  | {
      readonly kind: 'document-signed' | 'copy-certified'
      readonly document: string
      readonly signer: string
      readonly capacity: string
      /** Who was signed in, where another person signed there with a password of their own. */
      readonly inSessionOf?: string
      /** SHA-256 of the signature's own words: a signature without its event, or the other way round, shows. */
      readonly statement: string
      /** The code that the document carries since. */
      readonly crc: string
    }
  | { readonly kind: 'signatures-withdrawn'; readonly document: string; readonly count: number }
  | { readonly kind: 'document-locked'; readonly document: string; readonly cause: string }
  | { readonly kind: 'document-data-changed'; readonly document: string; readonly fields: string }
  | {
      readonly kind: 'document-level-changed'
      readonly document: string
      readonly from: LevelFact
      readonly to: LevelFact
      readonly basis?: string
    }
  | { readonly kind: 'document-deleted'; readonly document: string }
  | { readonly kind: 'document-cancelled'; readonly document: string; readonly reason: string; readonly term?: string }
  | { readonly kind: 'tree-reordered' }
  | { readonly kind: 'credential-granted'; readonly to: string; readonly unit: string }
  | { readonly kind: 'credential-revoked'; readonly from: string; readonly unit: string }
  | { readonly kind: 'credential-renounced' }
  | { readonly kind: 'deadline-set'; readonly text: string; readonly due: string; readonly time?: string }
  | { readonly kind: 'deadline-changed'; readonly text: string; readonly from: string; readonly to: string }
  | { readonly kind: 'deadline-concluded'; readonly text: string; readonly due: string }
  | { readonly kind: 'deadline-reopened'; readonly text: string; readonly due: string }
  | { readonly kind: 'deadline-deleted'; readonly text: string; readonly due: string }
  | { readonly kind: 'return-extended'; readonly unit: string; readonly from: string; readonly to: string }
  | { readonly kind: 'return-excluded'; readonly unit: string; readonly due: string }
  | { readonly kind: 'reopening-scheduled'; readonly on: string }
  | { readonly kind: 'reopening-cancelled'; readonly on: string }
  | { readonly kind: 'case-reopened-on-schedule'; readonly on: string; readonly person: string }
  | ({ readonly kind: 'bundle-included'; readonly document?: string } & OfBundle)
  | ({ readonly kind: 'bundle-removed'; readonly document?: string } & OfBundle)
  | ({ readonly kind: 'bundle-made-available'; readonly to: string } & OfBundle)
  | ({ readonly kind: 'bundle-cancelled' } & OfBundle)
  | ({ readonly kind: 'bundle-returned' } & OfBundle)
  | { readonly kind: 'credential-transferred'; readonly to: string; readonly unit: string }
  | { readonly kind: 'credential-renewed'; readonly to: string; readonly unit: string }
  | { readonly kind: 'credential-activated'; readonly to: string; readonly unit: string }
  | { readonly kind: 'credential-cancelled'; readonly from: string; readonly unit: string }
  | {
      readonly kind: 'signature-credential-granted' | 'signature-credential-revoked'
      readonly document: string
      readonly person: string
      readonly unit: string
    }
  | { readonly kind: 'comment-added' | 'comment-changed' | 'comment-deleted'; readonly document?: string }
  | {
      readonly kind: 'review-asked'
      readonly document: string
      readonly reviewer: string
      readonly unit: string
    }
  | {
      readonly kind: 'review-answered'
      readonly document: string
      readonly answer: 'approved' | 'returned'
      readonly version: number
    }
  | { readonly kind: 'review-withdrawn'; readonly document: string; readonly reviewer: string }
  | {
      readonly kind: 'review-reassigned'
      readonly document: string
      readonly from: string
      readonly to: string
      readonly unit: string
    }
  | { readonly kind: 'acknowledged'; readonly document?: string; readonly annexed?: string }
  | {
      readonly kind: 'document-moved-away' | 'document-moved-here'
      readonly document: string
      readonly other: string
      readonly reason: string
    }
  | { readonly kind: 'document-recovered'; readonly document: string }
  | { readonly kind: 'case-duplicated'; readonly other: string }
  | { readonly kind: 'duplicated-from'; readonly other: string }
  | { readonly kind: 'case-wrongly-opened'; readonly reason: string; readonly term?: string }
  | { readonly kind: 'awaited-resumed'; readonly other: string }
  | { readonly kind: 'credential-moved'; readonly to: string; readonly from: string; readonly unit: string }
  | {
      readonly kind: 'case-migrated'
      readonly from: string
      readonly several: boolean
      readonly to: string
      readonly act: string
      readonly caseNumber: string
    }
  | {
      readonly kind: 'publication-scheduled' | 'publication-changed' | 'document-published'
      readonly document: string
      readonly vehicle: string
      readonly on: string
    }
  | {
      readonly kind:
        | 'publication-prepared'
        | 'publication-approved'
        | 'publication-sent'
        | 'publication-received'
        | 'publication-restated'
        | 'gazette-data-changed'
      readonly document: string
      readonly vehicle: string
    }
  | {
      readonly kind: 'publication-cancelled' | 'publication-rejected'
      readonly document: string
      readonly vehicle: string
      readonly reason: string
    }
  | {
      readonly kind: 'publication-checked'
      readonly document: string
      readonly vehicle: string
      readonly differences: string
    }
  | {
      readonly kind: 'document-derived'
      readonly document: string
      readonly original: string
      readonly as: 'rectification' | 'republication' | 'annotation' | 'final-version'
    }
  | { readonly kind: 'case-archived'; readonly reason: string; readonly term: string; readonly classes: string }
  | { readonly kind: 'case-unarchived'; readonly reason: string; readonly term: string }
  | { readonly kind: 'case-transferred'; readonly to: string; readonly phase: 'intermediate' | 'permanent' }
  | { readonly kind: 'case-returned-from-archive'; readonly reason: string }
  | { readonly kind: 'term-event-recorded' | 'term-event-withdrawn'; readonly name: string; readonly on: string }
  | { readonly kind: 'disposal-suspended' | 'disposal-released'; readonly reason: string }
  | { readonly kind: 'case-listed' | 'case-unlisted'; readonly listing: string; readonly reason?: string }
  | { readonly kind: 'elimination-contested'; readonly listing: string; readonly reason: string }
  | {
      readonly kind: 'case-eliminated'
      readonly listing: string
      /** The nº SEI of the term: proofs look for it. */
      readonly term: string
      readonly documents: number
    }
  | {
      readonly kind: 'letter-moved'
      readonly document: string
      readonly letter: string
      readonly number: string
      readonly step: string
      readonly on?: string
      readonly reason?: string
      readonly receipt?: string
    }
  | { readonly kind: 'unmarked-file-taken'; readonly document: string; readonly why: string }
  | { readonly kind: 'secrecy-certified'; readonly document: string; readonly of?: string }
  | { readonly kind: 'case-exported'; readonly format: 'PDF' | 'ZIP'; readonly documents: number }
