import { findResult } from '../../../platform/act-results/index.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import { type FieldProblem, type FormFields, fieldList, fieldText } from '../../../platform/form-fields.ts'
import { html, type InnerVisit, notFound, type Router } from '../../../platform/http/index.ts'
import { ConfirmPage, formatCount, formatLongDate } from '../../../ui/index.ts'
import { adminHref, administrationCrumbs } from '../administration/administration.page.tsx'
import { goSaying, idParam, reachOfVisit } from '../administration/answers.view.ts'
import { listAgenciesWithin } from '../agencies/find-agencies.ts'
import { readHoliday } from './holiday.form.ts'
import { HolidaysPage } from './holidays.page.tsx'
import {
  addHoliday,
  addSuggested,
  findHoliday,
  firstOf,
  holidaysOf,
  lastOf,
  missingNational,
  removeHoliday,
} from './keep-holidays.ts'

const permission = 'organization.manage'

export function holidaysRoutes(router: Router): void {
  router.page('/administracao/feriados', { permission }, async (visit) => {
    const asked = await askedFor(visit, visit.query)
    return asked ? html(await calendarPage(visit, asked, { especie: 'feriado' }, [])) : notFound
  })

  router.act('/administracao/feriados', { permission }, async (visit) => {
    const asked = await askedFor(visit, (name) => fieldText(visit.form, name))
    if (!asked) return notFound
    const { request, problems } = readHoliday(visit.form, asked)
    if (!request) return html(await calendarPage(visit, asked, visit.form, problems), 422)
    const outcome = await addHoliday(visit.db, request)
    if (!outcome.done) {
      const taken = { field: 'dia', message: 'Este dia já está no calendário.' }
      return html(await calendarPage(visit, asked, visit.form, [taken]), 422)
    }
    return goSaying(visit, backTo(asked), formatLongDate(request.date), 'acrescentado ao calendário.')
  })

  router.act('/administracao/feriados/nacionais', { permission }, async (visit) => {
    const asked = await askedFor(visit, (name) => fieldText(visit.form, name))
    if (!asked) return notFound
    const forAll = asked.mayAll && fieldText(visit.form, 'todos') === 'sim'
    const forAgency = forAll ? undefined : asked.agencyId
    const days = fieldList(visit.form, 'dias')
    const added = await addSuggested(visit.db, { kept: asked.agencyId, forAgency }, asked.year, days)
    const text = formatCount(
      added,
      'dia nacional acrescentado.',
      'dias nacionais acrescentados.',
      'nenhum dia acrescentado.',
    )
    return goSaying(visit, backTo(asked), `Calendário de ${asked.year}`, text)
  })

  router.page('/administracao/feriados/:id/exclusao', { permission }, async (visit) => {
    const holiday = await holidayOf(visit)
    if (!holiday) return notFound
    const day = formatLongDate(holiday.date)
    return html(
      <ConfirmPage
        page={visit.page}
        title={`Excluir o dia ${day}?`}
        breadcrumb={administrationCrumbs(visit.page, [{ label: 'Feriados', path: '/feriados' }], 'Excluir')}
        consequences={[
          `${holiday.name}: o dia volta a contar nos próximos prazos em dias úteis.`,
          'Prazos já calculados ficam como estão.',
        ]}
        action={adminHref(visit.page, `/feriados/${holiday.id}/exclusao`)}
        idempotencyKey={visit.formKeys.idempotencyKey}
        confirmLabel="Excluir"
        confirmIcon="remove"
        cancelHref={adminHref(visit.page, `/feriados?ano=${holiday.date.slice(0, 4)}`)}
      />,
    )
  })

  router.act('/administracao/feriados/:id/exclusao', { permission }, async (visit) => {
    const holiday = await holidayOf(visit)
    if (!holiday) return notFound
    await removeHoliday(visit.db, holiday)
    return goSaying(visit, '/feriados', formatLongDate(holiday.date), 'excluído do calendário.')
  })
}

interface Asked {
  readonly year: number
  readonly agencyId: string
  readonly agencies: readonly { readonly id: string; readonly acronym: string }[]
  readonly mayAll: boolean
}

/** The calendar that is meant: by default of this unit's agency and this year. Undefined: out of reach. */
async function askedFor(visit: InnerVisit, field: (name: string) => string): Promise<Asked | undefined> {
  const reach = await reachOfVisit(visit, permission)
  if (reach.unitIds) return undefined
  const agencies = await listAgenciesWithin(visit.db, reach)
  const agency = agencies.find(({ id }) => id === (field('orgao') || visit.actor.agencyId))
  const year = Number.parseInt(field('ano'), 10) || Number(todayIn(visit.now).slice(0, 4))
  if (!agency) return undefined
  return {
    year: Math.min(2200, Math.max(1900, year)),
    agencyId: agency.id,
    agencies,
    mayAll: reach.agencyId === undefined,
  }
}

/** The calendar to which the act belongs. */
function backTo({ year, agencyId }: Asked): string {
  return `/feriados?ano=${year}&orgao=${agencyId}`
}

async function holidayOf(visit: InnerVisit) {
  const id = idParam(visit)
  return id ? findHoliday(visit.db, await reachOfVisit(visit, permission), id) : undefined
}

async function calendarPage(visit: InnerVisit, asked: Asked, fields: FormFields, problems: readonly FieldProblem[]) {
  const [holidays, result] = await Promise.all([
    holidaysOf(visit.db, asked.agencyId, firstOf(asked.year), lastOf(asked.year)),
    findResult(visit),
  ])
  const missing = missingNational(asked.year, holidays)
  const { page, formKeys } = visit
  return <HolidaysPage {...{ page, formKeys, ...asked, holidays, missing, fields, problems, result }} />
}
