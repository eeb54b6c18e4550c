import type { VNode } from 'preact'
import type { InnerVisit } from '../../../platform/http/index.ts'
import type { Action } from '../../../ui/index.ts'
import type { Document } from '../../documents/index.ts'
import { StampCard, UnpublishedCard } from './publication-card.page.tsx'
import { tellUnpublished } from './unpublished.text.ts'

/**
 * Beside a document that may be read: where it is published, or that it is on its way; beside one of a type that the
 * agency publishes, what is missing and who may do it. Asks nothing of the database.
 */
export async function publicationPanel(visit: InnerVisit, document: Document): Promise<VNode | undefined> {
  const { publication, number, isOurs } = document
  if (!publication) return besideUnpublished(visit, document)
  const mayFollow = isOurs && visit.actor.permissions.has('documents.publish')
  return (
    <StampCard
      stamp={publication.stamp}
      boletimHref={publication.isPublished ? `/boletim/documentos/${number}` : undefined}
      publicationHref={mayFollow ? visit.href(`/documentos/${number}/publicacao`) : undefined}
    />
  )
}

function besideUnpublished(visit: InnerVisit, document: Document): VNode | undefined {
  const { vehicle, isOurs, state, role, caseFile } = document
  if (!vehicle || !isOurs || state !== 'active' || role || caseFile.effectiveLevel === 'confidential') return undefined
  const mayPublish = visit.actor.permissions.has('documents.publish')
  const sentence = tellUnpublished({ document, vehicle, unit: visit.actor.unitAcronym, mayPublish })
  const ready = mayPublish && document.signatureCount > 0 && document.level === 'public'
  const publishHref = ready ? visit.href(`/documentos/${document.number}/publicacao`) : undefined
  return <UnpublishedCard sentence={sentence} publishHref={publishHref} />
}

/** What may be done about the publication of a document, by who publishes. */
export function publicationActs(visit: InnerVisit, document: Document): readonly Action[] {
  const { kind, isOurs, signatureCount, state, publication, number, role } = document
  if (!visit.actor.permissions.has('documents.publish') || kind !== 'authored' || state !== 'active' || role) return []
  const at = (part: string) => visit.href(`/documentos/${number}/${part}`)
  const derive = (label: string): Action => ({ label, icon: 'copy', href: at('publicacao-relacionada') })
  if (!isOurs)
    return [derive(publication?.isPublished ? 'Retificar, republicar ou apostilar' : 'Produzir versão final')]
  if (signatureCount === 0) return []
  return [
    { label: publication ? 'Publicação' : 'Publicar', icon: 'gazette', href: at('publicacao') },
    ...(publication?.isPublished ? [derive('Retificar, republicar ou apostilar')] : []),
  ]
}
