import type { InnerVisit } from '../../platform/http/index.ts'
import type { Action } from '../../ui/index.ts'
import type { Document } from '../documents/index.ts'

/** “Comprovante”, for who may read the document, once it is signed or if it is a file. */
export function offerReceipt(visit: InnerVisit, document: Document): readonly Action[] {
  if (document.file === undefined && document.signatureCount === 0) return []
  return [{ label: 'Comprovante', icon: 'shield', href: visit.href(`/documentos/${document.number}/comprovante`) }]
}
