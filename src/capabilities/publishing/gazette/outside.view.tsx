import type { VNode } from 'preact'
import { addDays } from '../../../platform/calendar/index.ts'
import type { InnerVisit } from '../../../platform/http/index.ts'
import type { Document } from '../../documents/index.ts'
import { holidaysOf } from '../../organization/index.ts'
import type { Publication } from '../publishing/publication.ts'
import { OutsideCards } from './outside.page.tsx'
import { selectSteps } from './steps.queries.ts'
import { termStartOf } from './term-start.rules.ts'

/** What stands on the page of a publication in an external gazette; nothing for the bulletin. */
export async function outsideOf(
  visit: InnerVisit,
  document: Document,
  publication: Publication,
): Promise<VNode | undefined> {
  const { vehicle, state, on, isApprover } = publication
  if (vehicle.kind !== 'external') return undefined
  const isOut = state === 'published'
  const [steps, holidays] = await Promise.all([
    selectSteps(visit.db, publication.id),
    isOut && on ? holidaysOf(visit.db, visit.actor.agencyId, on, addDays(on, 60)) : [],
  ])
  const term = isOut && on ? termStartOf(on, vehicle.termsFrom, holidays) : undefined
  const here = visit.href(`/documentos/${document.number}/publicacao`)
  const mayHandle = document.isOurs || isApprover
  const maySetDeadline = visit.actor.permissions.has('cases.change')
  const deadlineHref =
    term && maySetDeadline
      ? visit.href(`/prazos/novo?processo=${document.caseFile.digits}&desde=${term.publishedOn}`)
      : undefined
  const errataHref = visit.href(`/documentos/${document.number}/publicacao-relacionada`)
  return <OutsideCards {...{ publication, steps, term, here, mayHandle, deadlineHref, errataHref }} />
}
