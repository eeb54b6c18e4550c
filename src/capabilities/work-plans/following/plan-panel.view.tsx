import type { VNode } from 'preact'
import type { InnerVisit } from '../../../platform/http/index.ts'
import type { Action } from '../../../ui/index.ts'
import type { CaseFile } from '../../cases/index.ts'
import type { PlanTold } from './association.queries.ts'
import { planFrom } from './plan-of-case.ts'
import { mayChange } from './plan-page.view.tsx'
import { PlanCard } from './plan-panel.page.tsx'

/** The plan for the page of a case file, as `work_plans.told` gives it; undefined where it has none, or is not to be read. */
export function workPlanPanel(visit: InnerVisit, caseFile: CaseFile, told: PlanTold | null): VNode | undefined {
  const plan = caseFile.reach === 'full' ? planFrom(told, visit.now) : undefined
  if (!plan) return undefined
  const planHref = visit.href(`/processos/${caseFile.digits}/plano-de-trabalho`)
  const itemHref = mayChange(visit, caseFile) ? (id: string) => `${planHref}/itens/${id}` : undefined
  return <PlanCard plan={plan} planHref={planHref} itemHref={itemHref} />
}

/** The act on the page of a case file. */
export function workPlanActs(visit: InnerVisit, caseFile: CaseFile): Action[] {
  return mayChange(visit, caseFile)
    ? [
        {
          label: 'Plano de trabalho',
          icon: 'layers',
          href: visit.href(`/plano-de-trabalho?processo=${caseFile.digits}`),
        },
      ]
    : []
}
