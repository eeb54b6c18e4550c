import type { InnerVisit } from '../../platform/http/index.ts'
import type { Action } from '../../ui/index.ts'
import { type CaseFile, factsToAct, refusalsToAct } from '../cases/index.ts'
import type { Document } from '../documents/index.ts'

/** What may be sent from a case file, or made in numbers within it. */
export function issuingActsOfCase(visit: InnerVisit, caseFile: CaseFile): readonly Action[] {
  if (!mayInclude(visit, caseFile)) return []
  return [
    { label: 'Enviar correio eletrônico', icon: 'mail', href: visit.href(`/processos/${caseFile.digits}/correio`) },
    { label: 'Documentos de uma lista', icon: 'sheet', href: visit.href(`/lotes/novo?processo=${caseFile.digits}`) },
  ]
}

/** What may be made of a document that may be read. */
export function issuingActsOfDocument(visit: InnerVisit, document: Document): readonly Action[] {
  if (!mayInclude(visit, document.caseFile) || document.state !== 'active') return []
  const { number, caseFile, kind, isDraft, isOurs, role } = document
  const isBase = kind === 'authored' && isDraft && isOurs && visit.actor.permissions.has('bundles.use')
  return [
    ...(isDraft
      ? []
      : [
          {
            label: 'Enviar por correio eletrônico',
            icon: 'mail' as const,
            href: visit.href(`/processos/${caseFile.digits}/correio?documento=${number}`),
          },
        ]),
    ...(isBase
      ? [
          {
            label: role === 'circular-base' ? 'Destinatários da circular' : 'Gerar circular',
            icon: 'people' as const,
            href: visit.href(`/documentos/${number}/circular`),
          },
        ]
      : []),
  ]
}

function mayInclude({ actor }: InnerVisit, caseFile: CaseFile): boolean {
  if (!actor.permissions.has('documents.write')) return false
  return refusalsToAct('include-document', factsToAct(caseFile, actor.unitId)).length === 0
}
