import type { InnerVisit } from '../../platform/http/index.ts'
import type { Crumb } from '../../ui/index.ts'
import { type Document, documentLabel } from '../documents/index.ts'

/** The way to a page about the publication of a document. */
export function crumbsOf({ href }: Pick<InnerVisit, 'href'>, document: Document, label: string): Crumb[] {
  const { caseFile, number } = document
  return [
    { label: 'Mesa', href: href('/mesa') },
    { label: `Processo ${caseFile.number}`, href: href(`/processos/${caseFile.digits}`) },
    { label: documentLabel(document), href: href(`/documentos/${number}`) },
    { label },
  ]
}
