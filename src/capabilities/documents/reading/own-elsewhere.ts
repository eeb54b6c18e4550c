import type { InnerVisit } from '../../../platform/http/index.ts'
import { type Document, isAtHand } from '../document.ts'

/** Where a document that is not at hand here can be opened by the same person. */
export interface Elsewhere {
  readonly href: string
  readonly acronym: string
}

/** The unit that made it, if this person works there too: nobody else is shown a way into it. */
export function ownElsewhere(document: Document, units: InnerVisit['units']): Elsewhere | undefined {
  const unit = isAtHand(document) ? undefined : units.find(({ slug }) => slug === document.unitSlug)
  return unit && { href: `/em/${unit.slug}/documentos/${document.number}`, acronym: unit.acronym }
}

/** Closed here by nothing but being a draft of that unit. */
export function draftElsewhere(document: Document, units: InnerVisit['units']): Elsewhere | undefined {
  const { readRefusals } = document
  const isDraftThere = readRefusals.length > 0 && readRefusals.every(({ kind }) => kind === 'draft-of-another-unit')
  return isDraftThere ? ownElsewhere(document, units) : undefined
}
