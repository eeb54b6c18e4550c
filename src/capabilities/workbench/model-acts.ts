import { may } from '../../platform/actor.ts'
import type { InnerVisit } from '../../platform/http/index.ts'
import type { Action } from '../../ui/index.ts'
import { type Document, mayBeDistributed, mayBeModel } from '../documents/index.ts'

/** What makes a model of a document: for the unit, or distributed to many. */
export function modelActs({ actor, href }: InnerVisit, document: Document): Action[] {
  const distributes = may(actor, 'knowledge.distribute') || may(actor, 'knowledge.distribute-locally')
  const at = (part: string) => href(`/documentos/${document.number}/${part}`)
  return [
    ...(may(actor, 'knowledge.manage') && mayBeModel(document)
      ? [{ label: 'Guardar como modelo da unidade', icon: 'book', href: at('modelo-da-unidade') } as const]
      : []),
    ...(distributes && mayBeDistributed(document)
      ? [{ label: 'Distribuir como modelo', icon: 'send', href: at('distribuicao') } as const]
      : []),
  ]
}
