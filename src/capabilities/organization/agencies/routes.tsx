import { findResult } from '../../../platform/act-results/index.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import { type FieldProblem, type FormFields, fieldText } from '../../../platform/form-fields.ts'
import { html, type InnerVisit, notFound, type Router } from '../../../platform/http/index.ts'
import { goSaying, idParam, reachOfVisit } from '../administration/answers.view.ts'
import { AgenciesPage } from './agencies.page.tsx'
import { explainAgencyRefusal, tellMaskExample } from './agencies.text.ts'
import { fieldsOfAgency, newAgencyFields, readAgency } from './agency.form.ts'
import { AgencyPage } from './agency.page.tsx'
import { findAgency, listAgenciesWithin } from './find-agencies.ts'
import { examplesOfMask } from './mask-example.rules.ts'
import { changeAgency, openAgency } from './save-agency.ts'

const permission = 'organization.manage'

export function agenciesRoutes(router: Router): void {
  router.page('/administracao/orgaos', { permission }, async (visit) => {
    const reach = await reachOfVisit(visit, permission)
    const [agencies, result] = await Promise.all([listAgenciesWithin(visit.db, reach), findResult(visit)])
    return html(
      <AgenciesPage page={visit.page} result={result} agencies={agencies} mayOpen={reach.agencyId === undefined} />,
    )
  })

  router.page('/administracao/orgaos/novo', { permission }, async (visit) => {
    const reach = await reachOfVisit(visit, permission)
    return reach.agencyId === undefined ? html(newPage(visit, newAgencyFields, [])) : notFound
  })

  router.act('/administracao/orgaos', { permission }, async (visit) => {
    const reach = await reachOfVisit(visit, permission)
    if (reach.agencyId !== undefined) return notFound
    const { request, problems } = readAgency(visit.form)
    if (!request || asksExample(visit)) return html(newPage(visit, visit.form, asksExample(visit) ? [] : problems), 422)
    const outcome = await openAgency(visit.db, request)
    if (!outcome.done) return html(newPage(visit, visit.form, outcome.refusals.map(explainAgencyRefusal)), 422)
    return goSaying(visit, '/orgaos', `Órgão ${request.acronym}`, 'cadastrado.')
  })

  router.page('/administracao/orgaos/:id', { permission }, async (visit) => {
    const [found, result] = await Promise.all([agencyOf(visit), findResult(visit)])
    return found ? html(editPage(visit, found, fieldsOfAgency(found), [], result)) : notFound
  })

  router.act('/administracao/orgaos/:id', { permission }, async (visit) => {
    const found = await agencyOf(visit)
    if (!found) return notFound
    const { request, problems } = readAgency(visit.form)
    if (!request || asksExample(visit)) {
      return html(editPage(visit, found, visit.form, asksExample(visit) ? [] : problems), 422)
    }
    const outcome = await changeAgency(visit.db, { agencyId: found.id }, found.id, request, visit.now)
    if (!outcome) return notFound
    if (!outcome.done) return html(editPage(visit, found, visit.form, outcome.refusals.map(explainAgencyRefusal)), 422)
    return goSaying(visit, `/orgaos/${found.id}`, `Órgão ${request.acronym}`, 'salvo.')
  })
}

type Found = NonNullable<Awaited<ReturnType<typeof findAgency>>>

async function agencyOf(visit: InnerVisit): Promise<Found | undefined> {
  const id = idParam(visit)
  return id ? findAgency(visit.db, id, await reachOfVisit(visit, permission)) : undefined
}

/** The form is shown again with the number that the typed mask makes; nothing is changed. */
function asksExample(visit: InnerVisit): boolean {
  return fieldText(visit.form, 'acao') === 'exemplo'
}

function newPage(visit: InnerVisit, fields: FormFields, problems: readonly FieldProblem[]) {
  return (
    <AgencyPage
      page={visit.page}
      formKeys={visit.formKeys}
      title="Novo órgão"
      path="/orgaos"
      fields={fields}
      problems={problems}
      examples={examplesFor(visit, fields, [])}
      names={[]}
    />
  )
}

function editPage(
  visit: InnerVisit,
  found: Found,
  fields: FormFields,
  problems: readonly FieldProblem[],
  result?: Awaited<ReturnType<typeof findResult>>,
) {
  return (
    <AgencyPage
      page={visit.page}
      formKeys={visit.formKeys}
      title={`Órgão ${found.acronym}`}
      path={`/orgaos/${found.id}`}
      fields={fields}
      problems={problems}
      examples={examplesFor(visit, fields, found.unitCodes)}
      names={found.names}
      result={result}
    />
  )
}

function examplesFor(visit: InnerVisit, fields: FormFields, unitCodes: readonly string[]): string[] {
  const year = Number(todayIn(visit.now).slice(0, 4))
  const agencyCode = fieldText(fields, 'codigo').trim()
  return examplesOfMask(fieldText(fields, 'mascara').trim(), { agencyCode, unitCodes, year }).map(tellMaskExample)
}
