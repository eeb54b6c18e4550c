import type { VNode } from 'preact'
import type { InnerVisit } from '../../../platform/http/index.ts'
import type { Action } from '../../../ui/index.ts'
import type { Document } from '../../documents/index.ts'
import { StampCard } from './publication-card.page.tsx'

/** Beside a document that may be read: where it is published, or that it is on its way. Asks nothing of the database. */
export async function publicationPanel(visit: InnerVisit, document: Document): Promise<VNode | undefined> {
  const { publication, number, isOurs } = document
  if (!publication) return undefined
  const mayFollow = isOurs && visit.actor.permissions.has('documents.publish')
  return (
    <StampCard
      stamp={publication.stamp}
      boletimHref={publication.isPublished ? `/boletim/documentos/${number}` : undefined}
      publicationHref={mayFollow ? visit.href(`/documentos/${number}/publicacao`) : undefined}
    />
  )
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
