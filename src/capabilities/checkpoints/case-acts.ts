import type { InnerVisit } from '../../platform/http/index.ts'
import type { Action } from '../../ui/index.ts'
import type { CaseFile } from '../cases/index.ts'

/** The act on the page of a case file: also after concluding, since it may still be taken off its point. */
export function checkpointActs({ actor, href }: InnerVisit, caseFile: CaseFile): Action[] {
  if (!actor.permissions.has('cases.change') || !(caseFile.passedHere || caseFile.hasCredential)) return []
  return [{ label: 'Ponto de controle', icon: 'flag', href: href(`/ponto-de-controle?processo=${caseFile.digits}`) }]
}
