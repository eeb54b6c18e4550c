import type { VNode } from 'preact'
import type { InnerVisit } from '../../../platform/http/index.ts'
import type { Action } from '../../../ui/index.ts'
import { factsToAct, refusalsToAct } from '../../cases/index.ts'
import type { Document } from '../document.ts'
import { Redactions } from './redactions.page.tsx'

/** Beside a document that may be read: its versions with stripes, or the original of which it is one. */
export async function redactionsPanel(visit: InnerVisit, { redactions = [] }: Document): Promise<VNode | undefined> {
  return redactions.length > 0 ? <Redactions rows={redactions} href={visit.href} /> : undefined
}

/** Hiding passages of what is signed, or parts of the pages of a PDF, in a new document. */
export function redactActs(visit: InnerVisit, document: Document): readonly Action[] {
  const { kind, signatureCount, state, caseFile, number, file } = document
  const isStripable = kind === 'authored' ? signatureCount > 0 : file?.extension === 'pdf'
  const isPossible = isStripable && state === 'active'
  if (!isPossible || !visit.actor.permissions.has('documents.write')) return []
  if (refusalsToAct('include-document', factsToAct(caseFile, visit.actor.unitId)).length > 0) return []
  return [{ label: 'Versão com tarjas', icon: 'copy', href: visit.href(`/documentos/${number}/tarjas`) }]
}
