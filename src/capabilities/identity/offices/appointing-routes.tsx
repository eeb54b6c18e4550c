import { todayIn } from '../../../platform/calendar/index.ts'
import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import { type Answer, html, type InnerVisit, notFound, type Router } from '../../../platform/http/index.ts'
import { ConfirmPage } from '../../../ui/index.ts'
import { adminHref, administrationCrumbs, goSaying, type Reach } from '../../organization/index.ts'
import { findProfileChoices } from '../permissions/find-profile-choices.ts'
import { unitPeople } from '../unit-people.ts'
import { NewSubstitutionPage, NewTenurePage } from './appointing.page.tsx'
import { appointHolder, endTenure } from './hold-office.ts'
import { findColleague } from './keep-offices.ts'
import { trailToOffices } from './office.page.tsx'
import type { Office } from './office.ts'
import { officeOf } from './office-of.view.ts'
import { readSubstitution, readTenure } from './offices.form.ts'
import { explainSubstitution, explainTenure } from './offices.text.ts'
import { appointSubstitute, endSubstitution } from './substitute.ts'

const permission = 'identity.manage'
const path = '/administracao/cargos/:id'

export function appointingRoutes(router: Router): void {
  router.page(`${path}/titulares/novo`, { permission }, async (visit) => {
    const found = await officeOf(visit)
    return found?.office.active ? tenurePage(visit, found.office, { desde: todayIn(visit.now) }, []) : notFound
  })

  router.act(`${path}/titulares`, { permission }, async (visit) => {
    const found = await officeOf(visit)
    if (!found) return notFound
    const { office } = found
    const again = (problems: readonly FieldProblem[]) => tenurePage(visit, office, visit.form, problems, 422)
    const { request, problems } = readTenure(visit.form)
    if (!request) return again(problems)
    const holder = await findColleague(visit.db, office.agencyId, request.login)
    if (!holder) return again([notThere('titular')])
    const outcome = await appointHolder(visit.db, visit.actor, office, { ...request, holder }, visit.now)
    if (!outcome.done) return again(outcome.refusals.map(explainTenure))
    return goSaying(visit, `/cargos/${office.id}`, holder.name, 'registrado como titular.')
  })

  router.page(`${path}/titulares/:titular/saida`, { permission }, async (visit) => {
    const found = await tenureOf(visit)
    if (!found) return notFound
    const { office, one } = found
    return endPage(visit, office, `titulares/${one.id}/saida`, {
      title: `Registrar a saída de ${one.name}?`,
      crumb: 'Registrar a saída',
      consequences: [
        'O cargo fica vago hoje. Quem substitui este titular deixa de substituir agora.',
        'As permissões da pessoa não mudam: se for o caso, revogue-as na página dela.',
      ],
      label: 'Registrar a saída',
    })
  })

  router.act(`${path}/titulares/:titular/saida`, { permission }, async (visit) => {
    const found = await tenureOf(visit)
    const ended = found && (await endTenure(visit.db, visit.actor, found.office, found.one, visit.now))
    if (!found || !ended) return notFound
    const also = ended.substitutes.length > 0 ? ` ${ended.substitutes.join(', ')} deixou de substituir.` : ''
    return goSaying(visit, `/cargos/${found.office.id}`, found.one.name, `não é mais titular.${also}`)
  })

  substitutionRoutes(router)
}

function substitutionRoutes(router: Router): void {
  router.page(`${path}/substituicoes/nova`, { permission }, async (visit) => {
    const found = await officeOf(visit)
    const begin = { desde: todayIn(visit.now), forma: 'em exercício' }
    return found?.office.active ? substitutionPage(visit, found, begin, []) : notFound
  })

  router.act(`${path}/substituicoes`, { permission }, async (visit) => {
    const found = await officeOf(visit)
    if (!found) return notFound
    const { office, reach } = found
    const again = (problems: readonly FieldProblem[]) => substitutionPage(visit, found, visit.form, problems, 422)
    const { request, problems } = readSubstitution(visit.form)
    if (!request) return again(problems)
    const substitute = await findColleague(visit.db, office.agencyId, request.login)
    if (!substitute) return again([notThere('substituto')])
    const outcome = await appointSubstitute(visit.db, visit.actor, reach, office, { ...request, substitute }, visit.now)
    if (!outcome) return notFound
    if (!outcome.done) return again(outcome.refusals.map(explainSubstitution))
    return goSaying(visit, `/cargos/${office.id}`, substitute.name, 'designado como substituto.')
  })

  router.page(`${path}/substituicoes/:substituicao/fim`, { permission }, async (visit) => {
    const found = await substitutionOf(visit)
    if (!found) return notFound
    const { office, one } = found
    return endPage(visit, office, `substituicoes/${one.id}/fim`, {
      title: `Encerrar a substituição por ${one.name}?`,
      crumb: 'Encerrar a substituição',
      consequences: [
        `${one.name} perde agora o que tem nesta unidade por substituição, mesmo no meio de um trabalho.`,
        'O que fez e assinou como substituto continua valendo e registrado.',
      ],
      label: 'Encerrar',
    })
  })

  router.act(`${path}/substituicoes/:substituicao/fim`, { permission }, async (visit) => {
    const found = await substitutionOf(visit)
    if (!found) return notFound
    const ended = await endSubstitution(visit.db, visit.actor, found.office, found.one, visit.now)
    return ended ? goSaying(visit, `/cargos/${found.office.id}`, found.one.name, 'não substitui mais.') : notFound
  })
}

const notThere = (field: string) => ({
  field,
  message: 'Neste órgão não há conta em uso com este usuário. Confira em Usuários.',
})

async function tenureOf(visit: InnerVisit) {
  const found = await officeOf(visit)
  const one = found?.office.tenures.find(({ id, state }) => id === visit.param('titular') && state !== 'over')
  return found && one && { ...found, one }
}

async function substitutionOf(visit: InnerVisit) {
  const found = await officeOf(visit)
  const one = found?.office.substitutions.find(
    ({ id, state }) => id === visit.param('substituicao') && state !== 'over',
  )
  return found && one && { ...found, one }
}

async function tenurePage(
  visit: InnerVisit,
  office: Office,
  fields: FormFields,
  problems: readonly FieldProblem[],
  status: 200 | 422 = 200,
): Promise<Answer> {
  const { page, formKeys } = visit
  const logins = await loginsOf(visit, office)
  return html(<NewTenurePage {...{ page, formKeys, office, logins, fields, problems }} />, status)
}

async function substitutionPage(
  visit: InnerVisit,
  { office, reach }: { readonly office: Office; readonly reach: Reach },
  fields: FormFields,
  problems: readonly FieldProblem[],
  status: 200 | 422 = 200,
): Promise<Answer> {
  const { page, formKeys } = visit
  const [logins, profiles] = await Promise.all([loginsOf(visit, office), findProfileChoices(visit.db, reach)])
  return html(<NewSubstitutionPage {...{ page, formKeys, office, logins, profiles, fields, problems }} />, status)
}

async function loginsOf(visit: InnerVisit, office: Office): Promise<readonly string[]> {
  return (await unitPeople(visit.db, office.unitId, visit.now)).map(({ login }) => login)
}

function endPage(
  { page, formKeys }: InnerVisit,
  office: Office,
  address: string,
  words: { title: string; crumb: string; consequences: readonly string[]; label: string },
): Answer {
  const at = `/cargos/${office.id}`
  return html(
    <ConfirmPage
      page={page}
      title={words.title}
      breadcrumb={administrationCrumbs(page, [...trailToOffices, { label: office.title, path: at }], words.crumb)}
      consequences={words.consequences}
      action={adminHref(page, `${at}/${address}`)}
      idempotencyKey={formKeys.idempotencyKey}
      confirmLabel={words.label}
      confirmIcon="remove"
      cancelHref={adminHref(page, at)}
    />,
  )
}
