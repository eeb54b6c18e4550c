import { findResult } from '../../../platform/act-results/index.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import { type FieldProblem, type FormFields, fieldText } from '../../../platform/form-fields.ts'
import { html, type InnerVisit, notFound, type Router } from '../../../platform/http/index.ts'
import { goSaying, idParam, listRequest, reachOfVisit } from '../administration/answers.view.ts'
import { answerChanges } from '../changes/answer-changes.view.tsx'
import { AgenciesPage } from './agencies.page.tsx'
import { explainAgencyRefusal, tellMaskExample } from './agencies.text.ts'
import { newAgencyFields, readAgency } from './agency.form.ts'
import { AgencyPage } from './agency.page.tsx'
import { AgencyConfirmPage, AgencyLinks } from './agency-confirm.page.tsx'
import { fieldsOfAgency } from './agency-fields.text.ts'
import { findAgency, listAgencyPage } from './find-agencies.ts'
import { examplesOfMask } from './mask-example.rules.ts'
import { changeAgency, openAgency, setAgencyActive } from './save-agency.ts'

const permission = 'organization.manage'

export function agenciesRoutes(router: Router): void {
  router.page('/administracao/orgaos', { permission }, async (visit) => {
    const reach = await reachOfVisit(visit, permission)
    if (reach.unitIds) return notFound
    const asked = listRequest(visit)
    const [list, result] = await Promise.all([listAgencyPage(visit.db, reach, asked), findResult(visit)])
    return html(<AgenciesPage page={visit.page} {...{ asked, list, result }} mayOpen={reach.agencyId === undefined} />)
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
    const outcome = await openAgency(visit.db, visit.actor, request, visit.now)
    if (!outcome.done) return html(newPage(visit, visit.form, outcome.refusals.map(explainAgencyRefusal)), 422)
    return goSaying(visit, '/orgaos', `Órgão ${request.acronym}`, 'cadastrado.')
  })

  router.page('/administracao/orgaos/:id', { permission }, async (visit) => {
    const [found, all, result] = await Promise.all([agencyOf(visit), keepsAll(visit), findResult(visit)])
    return found ? html(editPage(visit, found, fieldsOfAgency(found), [], { all, result })) : notFound
  })

  router.act('/administracao/orgaos/:id', { permission }, async (visit) => {
    const found = await agencyOf(visit)
    if (!found) return notFound
    const { request, problems } = readAgency(visit.form)
    if (!request || asksExample(visit)) {
      return html(editPage(visit, found, visit.form, asksExample(visit) ? [] : problems), 422)
    }
    const outcome = await changeAgency(visit.db, visit.actor, { agencyId: found.id }, found.id, request, visit.now)
    if (!outcome) return notFound
    if (!outcome.done) return html(editPage(visit, found, visit.form, outcome.refusals.map(explainAgencyRefusal)), 422)
    return goSaying(visit, `/orgaos/${found.id}`, `Órgão ${request.acronym}`, 'salvo.')
  })

  for (const [noun, active] of [
    ['desativacao', false],
    ['reativacao', true],
  ] as const) {
    router.page(`/administracao/orgaos/:id/${noun}`, { permission }, async (visit) => {
      const found = (await keepsAll(visit)) ? await agencyOf(visit) : undefined
      if (!found || found.active === active) return notFound
      return html(<AgencyConfirmPage page={visit.page} formKeys={visit.formKeys} agency={found} />)
    })
    router.act(`/administracao/orgaos/:id/${noun}`, { permission }, async (visit) => {
      const found = (await keepsAll(visit)) ? await agencyOf(visit) : undefined
      if (!found) return notFound
      await setAgencyActive(visit.db, visit.actor, found.id, active, visit.now)
      return goSaying(visit, `/orgaos/${found.id}`, `Órgão ${found.acronym}`, active ? 'reativado.' : 'desativado.')
    })
  }

  router.page('/administracao/orgaos/:id/alteracoes', { permission }, async (visit) => {
    const found = await agencyOf(visit)
    if (!found) return notFound
    return answerChanges(
      visit,
      { register: 'agency', id: found.id },
      {
        label: `Órgão ${found.acronym}`,
        register: { label: 'Órgãos', path: '/orgaos' },
        recordPath: `/orgaos/${found.id}`,
      },
    )
  })
}

type Found = NonNullable<Awaited<ReturnType<typeof findAgency>>>

async function agencyOf(visit: InnerVisit): Promise<Found | undefined> {
  const id = idParam(visit)
  const reach = await reachOfVisit(visit, permission)
  return id && !reach.unitIds ? findAgency(visit.db, id, reach) : undefined
}

/** Agencies are opened and closed by who administrates the whole installation. */
async function keepsAll(visit: InnerVisit): Promise<boolean> {
  return (await reachOfVisit(visit, permission)).agencyId === undefined
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
  shown?: { readonly all: boolean; readonly result: Awaited<ReturnType<typeof findResult>> },
) {
  return (
    <AgencyPage
      page={visit.page}
      formKeys={visit.formKeys}
      title={`Órgão ${found.acronym}`}
      headingActions={<AgencyLinks page={visit.page} agency={found} mayClose={shown?.all ?? false} />}
      path={`/orgaos/${found.id}`}
      fields={fields}
      problems={problems}
      examples={examplesFor(visit, fields, found.unitCodes)}
      names={found.names}
      result={shown?.result}
    />
  )
}

function examplesFor(visit: InnerVisit, fields: FormFields, unitCodes: readonly string[]): string[] {
  const year = Number(todayIn(visit.now).slice(0, 4))
  const agencyCode = fieldText(fields, 'codigo').trim()
  return examplesOfMask(fieldText(fields, 'mascara').trim(), { agencyCode, unitCodes, year }).map(tellMaskExample)
}
