import type { VNode } from 'preact'
import { addDays } from '../../../platform/calendar/index.ts'
import type { FormFields } from '../../../platform/form-fields.ts'
import type { InnerVisit } from '../../../platform/http/index.ts'
import type { FormError } from '../../../ui/index.ts'
import type { Document } from '../../documents/index.ts'
import { holidaysOf } from '../../organization/index.ts'
import type { Publication } from '../publishing/publication.ts'
import { fieldsOfAwaited } from './awaited/awaited-term.form.ts'
import { AwaitedTermCard } from './awaited/awaited-term.page.tsx'
import { selectAwaited } from './awaited/awaited-terms.queries.ts'
import { OutsideCards } from './outside.page.tsx'
import { selectSteps } from './steps.queries.ts'
import { stepsFrom } from './steps.rules.ts'
import { termStartOf } from './term-start.rules.ts'

/** What stands on the page of a publication in an external gazette; nothing for the bulletin. */
export async function outsideOf(
  visit: InnerVisit,
  document: Document,
  publication: Publication,
  back?: { readonly fields: FormFields; readonly problems: readonly FormError[] },
): Promise<VNode | undefined> {
  const { vehicle, state, on, isApprover } = publication
  if (vehicle.kind !== 'external') return undefined
  const isOut = state === 'published'
  const [steps, holidays, awaited] = await Promise.all([
    selectSteps(visit.db, publication.id),
    isOut && on ? holidaysOf(visit.db, visit.actor.agencyId, on, addDays(on, 60)) : [],
    selectAwaited(visit.db, visit.actor, publication.id),
  ])
  const term = isOut && on ? termStartOf(on, vehicle.termsFrom, holidays) : undefined
  const here = visit.href(`/documentos/${document.number}/publicacao`)
  const mayHandle = document.isOurs || isApprover
  const maySetDeadline = visit.actor.permissions.has('cases.change')
  const deadlineHref =
    term && maySetDeadline
      ? visit.href(`/prazos/novo?processo=${document.caseFile.digits}&desde=${addDays(term.startsOn, -1)}`)
      : undefined
  const errataHref = visit.href(`/documentos/${document.number}/publicacao-relacionada`)
  const mayAsk = maySetDeadline && mayHandle && stepsFrom.cancelled.includes(publication.stage)
  const asking = mayAsk ? (
    <AwaitedTermCard
      formKeys={visit.formKeys}
      action={`${here}/prazo`}
      fields={back?.fields ?? fieldsOfAwaited(awaited)}
      problems={back?.problems ?? []}
    />
  ) : undefined
  return <OutsideCards {...{ asking, awaited, publication, steps, term, here, mayHandle, deadlineHref, errataHref }} />
}
