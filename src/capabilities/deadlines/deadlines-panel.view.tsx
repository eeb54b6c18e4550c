import type { VNode } from 'preact'
import type { InnerVisit } from '../../platform/http/index.ts'
import type { Action } from '../../ui/index.ts'
import { type CaseFile, factsToAct, refusalsToAct } from '../cases/index.ts'
import { DeadlinesCard } from './deadlines-panel.page.tsx'
import { actsOn } from './keeping/deadline.view.tsx'
import { deadlinesOf } from './keeping/find-deadlines.ts'

/** The unit's deadlines for the page of a case file; undefined where it has none in it. */
export async function deadlinesPanel(visit: InnerVisit, caseFile: CaseFile): Promise<VNode | undefined> {
  const deadlines = await deadlinesOf(visit.db, visit.actor, [caseFile.id], 'all', visit.now)
  if (deadlines.length === 0) return undefined
  return (
    <DeadlinesCard
      deadlines={deadlines.slice(0, 20)}
      hrefOf={({ id }) => visit.href(`/prazos/${id}`)}
      actsOf={(deadline) => actsOn(visit, deadline, 'processo')}
      newHref={maySet(visit, caseFile) ? newHref(visit, caseFile) : undefined}
      now={visit.now}
    />
  )
}

/** Setting a deadline, among the acts of a case file. */
export function deadlineActs(visit: InnerVisit, caseFile: CaseFile): Action[] {
  return maySet(visit, caseFile) ? [{ label: 'Definir prazo', icon: 'clock', href: newHref(visit, caseFile) }] : []
}

function maySet({ actor }: InnerVisit, caseFile: CaseFile): boolean {
  return (
    actor.permissions.has('cases.change') && refusalsToAct('annotate', factsToAct(caseFile, actor.unitId)).length === 0
  )
}

function newHref(visit: InnerVisit, caseFile: CaseFile): string {
  return visit.href(`/prazos/novo?processo=${caseFile.digits}`)
}
