import type { InnerVisit } from '../../../platform/http/index.ts'
import type { Action } from '../../../ui/index.ts'
import { type CaseFile, factsToAct, refusalsToAct } from '../../cases/index.ts'
import type { Document } from '../document.ts'

export function secrecyActOfCase(visit: InnerVisit, caseFile: CaseFile): Action[] {
  if (caseFile.effectiveLevel === 'public' || caseFile.reach !== 'full' || !mayInclude(visit, caseFile)) return []
  return [act(visit.href(`/processos/${caseFile.digits}/certidao-de-sigilo`))]
}

export function secrecyActOfDocument(
  visit: InnerVisit,
  { level, state, caseFile, number, readRefusals }: Document,
): Action[] {
  if (level === 'public' || state !== 'active' || readRefusals.length > 0 || !mayInclude(visit, caseFile)) return []
  return [act(visit.href(`/documentos/${number}/certidao-de-sigilo`))]
}

function mayInclude({ actor }: InnerVisit, caseFile: CaseFile): boolean {
  const allowed = actor.permissions.has('documents.write')
  return allowed && refusalsToAct('include-document', factsToAct(caseFile, actor.unitId)).length === 0
}

const act = (href: string): Action => ({ label: 'Certidão de sigilo', icon: 'lock', href })
