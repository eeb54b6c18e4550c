import { findResult } from '../../../platform/act-results/index.ts'
import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import { html, type InnerVisit, notFound, type Router } from '../../../platform/http/index.ts'
import { ConfirmPage } from '../../../ui/index.ts'
import {
  adminHref,
  administrationCrumbs,
  answerChanges,
  explainLabel,
  findUnitsByLabel,
  goSaying,
  listAgenciesWithin,
  listRequest,
  reachOfVisit,
  unitLabels,
} from '../../organization/index.ts'
import { appointingRoutes } from './appointing-routes.tsx'
import { listOffices, listSubstitutions, openOffice, renameOffice, setOfficeActive } from './keep-offices.ts'
import { NewOfficePage, OfficePage, trailToOffices } from './office.page.tsx'
import type { Office } from './office.ts'
import { officeOf } from './office-of.view.ts'
import { readOffice } from './offices.form.ts'
import { OfficesPage, SubstitutionsPage } from './offices.page.tsx'

const permission = 'identity.manage'

export function officesRoutes(router: Router): void {
  router.page('/administracao/cargos', { permission }, async (visit) => {
    const { reach, asked, agencies, result } = await listFacts(visit)
    const list = await listOffices(visit.db, reach, asked, visit.now)
    return html(<OfficesPage page={visit.page} {...{ list, agencies, asked, result }} />)
  })

  router.page('/administracao/substituicoes', { permission }, async (visit) => {
    const { reach, asked, agencies, result } = await listFacts(visit)
    const list = await listSubstitutions(visit.db, reach, asked, visit.now)
    return html(<SubstitutionsPage page={visit.page} {...{ list, agencies, asked, result }} />)
  })

  router.page('/administracao/cargos/novo', { permission }, async (visit) => html(await newPage(visit, {}, [])))

  router.act('/administracao/cargos', { permission }, async (visit) => {
    const { request, problems } = readOffice(visit.form, { isNew: true })
    if (!request) return html(await newPage(visit, visit.form, problems), 422)
    const reach = await reachOfVisit(visit, permission)
    const [found] = await findUnitsByLabel(visit.db, [request.unitLabel], reach)
    if (found?.kind !== 'found') {
      const message = (found && explainLabel(found)) ?? 'Informe a unidade.'
      return html(await newPage(visit, visit.form, [{ field: 'unidade', message }]), 422)
    }
    const { id: unitId, label: unit } = found.unit
    const outcome = await openOffice(visit.db, visit.actor, { unitId, unit, title: request.title }, visit.now)
    if (!outcome.done) return html(await newPage(visit, visit.form, [titleTaken]), 422)
    return goSaying(visit, `/cargos/${outcome.value.id}`, request.title, 'cadastrado. Falta registrar o titular.')
  })

  router.page('/administracao/cargos/:id', { permission }, async (visit) => {
    const [found, result] = await Promise.all([officeOf(visit), findResult(visit)])
    if (!found) return notFound
    const { page, formKeys } = visit
    const { office } = found
    return html(<OfficePage {...{ page, formKeys, office, result }} fields={{ cargo: office.title }} problems={[]} />)
  })

  router.act('/administracao/cargos/:id', { permission }, async (visit) => {
    const found = await officeOf(visit)
    if (!found) return notFound
    const { office } = found
    const { request, problems } = readOffice(visit.form, { isNew: false })
    const again = (wrong: readonly FieldProblem[]) =>
      html(
        <OfficePage {...{ page: visit.page, formKeys: visit.formKeys, office }} fields={visit.form} problems={wrong} />,
        422,
      )
    if (!request) return again(problems)
    const outcome = await renameOffice(visit.db, visit.actor, office, request.title, visit.now)
    return outcome.done ? goSaying(visit, `/cargos/${office.id}`, request.title, 'salvo.') : again([titleTaken])
  })

  router.page('/administracao/cargos/:id/alteracoes', { permission }, async (visit) => {
    const found = await officeOf(visit)
    if (!found) return notFound
    const { id, title } = found.office
    const shown = { label: title, register: trailToOffices[0], recordPath: `/cargos/${id}` }
    return answerChanges(visit, { register: 'office', id }, shown)
  })

  useRoutes(router)
  appointingRoutes(router)
}

const titleTaken = { field: 'cargo', message: 'Esta unidade já tem um cargo com este nome.' }
const stillHeld = 'O cargo tem titular ou substituto. Registre antes a saída e encerre a substituição.'

/** In use, and out of it. */
function useRoutes(router: Router): void {
  for (const [noun, active] of [
    ['desativacao', false],
    ['reativacao', true],
  ] as const) {
    router.page(`/administracao/cargos/:id/${noun}`, { permission }, async (visit) => {
      const found = await officeOf(visit)
      return found && found.office.active !== active ? html(usePage(visit, found.office, active, [])) : notFound
    })
    router.act(`/administracao/cargos/:id/${noun}`, { permission }, async (visit) => {
      const found = await officeOf(visit)
      if (!found) return notFound
      const { office, reach } = found
      const outcome = await setOfficeActive(visit.db, visit.actor, reach, office.id, active, visit.now)
      if (!outcome.done) return html(usePage(visit, office, active, [{ message: stillHeld }]), 422)
      return goSaying(visit, `/cargos/${office.id}`, office.title, active ? 'de novo em uso.' : 'fora de uso.')
    })
  }
}

function usePage(visit: InnerVisit, office: Office, active: boolean, errors: readonly { message: string }[]) {
  const { page, formKeys } = visit
  const path = `/cargos/${office.id}`
  return (
    <ConfirmPage
      page={page}
      title={active ? `Pôr ${office.title} de novo em uso?` : `Tirar ${office.title} de uso?`}
      breadcrumb={administrationCrumbs(
        page,
        [...trailToOffices, { label: office.title, path }],
        active ? 'Pôr em uso' : 'Tirar de uso',
      )}
      consequences={
        active
          ? ['O cargo volta a poder ter titular e substitutos.']
          : ['O cargo deixa de receber titulares e substitutos.', 'O que se assinou com ele continua como está.']
      }
      action={adminHref(page, `${path}/${active ? 'reativacao' : 'desativacao'}`)}
      idempotencyKey={formKeys.idempotencyKey}
      confirmLabel={active ? 'Pôr em uso' : 'Tirar de uso'}
      confirmIcon={active ? 'reopen' : 'cancel'}
      cancelHref={adminHref(page, path)}
      errors={errors}
    />
  )
}

async function listFacts(visit: InnerVisit) {
  const reach = await reachOfVisit(visit, permission)
  const [agencies, result] = await Promise.all([listAgenciesWithin(visit.db, reach), findResult(visit)])
  return { reach, asked: listRequest(visit), agencies, result }
}

async function newPage(visit: InnerVisit, fields: FormFields, problems: readonly FieldProblem[]) {
  const { page, formKeys } = visit
  const labels = await unitLabels(visit.db, await reachOfVisit(visit, permission))
  return <NewOfficePage {...{ page, formKeys, labels, fields, problems }} />
}
