import { may } from '../../../platform/actor.ts'
import type { InnerVisit } from '../../../platform/http/index.ts'
import type { Action } from '../../../ui/index.ts'
import type { CaseFile } from '../../cases/index.ts'
import type { Document } from '../../documents/index.ts'
import { maySeeReaders } from './readers.rules.ts'

export function readersOfCaseAct({ actor, href }: InnerVisit, caseFile: CaseFile): Action[] {
  if (!may(actor, 'auditing.readers') || !maySeeReaders(caseFile)) return []
  return [{ label: 'Quem acessou', icon: 'eye', href: href(`/processos/${caseFile.digits}/acessos`) }]
}

export function readersOfDocumentAct({ actor, href }: InnerVisit, document: Document): Action[] {
  const { caseFile, readRefusals, number } = document
  if (!may(actor, 'auditing.readers') || readRefusals.length > 0 || !maySeeReaders(caseFile)) return []
  return [{ label: 'Quem acessou', icon: 'eye', href: href(`/documentos/${number}/acessos`) }]
}
