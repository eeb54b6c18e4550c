import { todayIn } from '../../../platform/calendar/index.ts'
import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import { html, type InnerVisit, notFound, type Router } from '../../../platform/http/index.ts'
import {
  explainLabel,
  findUnitsByLabel,
  goSaying,
  listAgenciesWithin,
  listRequest,
  reachOfVisit,
  unitLabels,
} from '../../organization/index.ts'
import { type FoundUser, userOf } from '../users/routes.tsx'
import { lastAdministrator } from '../users/users.text.ts'
import { listGrants } from './find-grants.ts'
import { findProfileChoices } from './find-profile-choices.ts'
import { readGrant, type TypedGrant } from './grant.form.ts'
import { grant, revoke } from './grant.ts'
import { GrantsPage } from './grants.page.tsx'
import { GrantPage, RevokePage } from './permissions.page.tsx'
import { explainGrant } from './permissions.text.ts'

const permission = 'identity.manage'

export function permissionsRoutes(router: Router): void {
  router.page('/administracao/permissoes', { permission }, async (visit) => {
    const reach = await reachOfVisit(visit, permission)
    const asked = listRequest(visit)
    const [list, agencies] = await Promise.all([
      listGrants(visit.db, reach, asked, visit.now),
      listAgenciesWithin(visit.db, reach),
    ])
    return html(<GrantsPage page={visit.page} {...{ asked, agencies, list }} />)
  })

  router.page('/administracao/usuarios/:id/permissoes/nova', { permission }, async (visit) => {
    const found = await userOf(visit)
    // The narrowest: who gives a permission in haste makes nobody an administrator of more than the unit.
    const begin = { onde: 'unidade', alcance: 'unidade', desde: todayIn(visit.now) }
    return found ? html(await grantPage(visit, found, begin, [])) : notFound
  })

  router.act('/administracao/usuarios/:id/permissoes', { permission }, async (visit) => {
    const found = await userOf(visit)
    if (!found) return notFound
    const again = async (problems: readonly FieldProblem[]) =>
      html(await grantPage(visit, found, visit.form, problems), 422)
    const { request, problems } = readGrant(visit.form)
    if (!request) return again(problems)
    const profile = (await findProfileChoices(visit.db, found.reach)).find(({ id }) => id === request.profileId)
    if (!profile) return again([{ field: 'perfil', message: 'Escolha o perfil.' }])
    const place = await placeOf(visit, found, request)
    if ('message' in place) return again([place])
    const { user, reach } = found
    const administers = reach.unitIds ? 'unit' : request.administers
    const wanted = { ...request, administers, accountId: user.id, place } as const
    const outcome = await grant(visit.db, visit.actor, reach, wanted, visit.now)
    if (!outcome) return notFound
    if (!outcome.done) return again(outcome.refusals.map(explainGrant))
    return goSaying(visit, `/usuarios/${user.id}`, `Perfil ${profile.name}`, 'concedido.')
  })

  router.page('/administracao/usuarios/:id/permissoes/:permissao/revogacao', { permission }, async (visit) => {
    const found = await grantOf(visit)
    return found ? html(revokePage(visit, found, [])) : notFound
  })

  router.act('/administracao/usuarios/:id/permissoes/:permissao/revogacao', { permission }, async (visit) => {
    const found = await grantOf(visit)
    if (!found) return notFound
    const { user, reach, given } = found
    const outcome = await revoke(visit.db, visit.actor, reach, { accountId: user.id, grant: given }, visit.now)
    if (!outcome) return notFound
    if (!outcome.done) return html(revokePage(visit, found, [{ field: '', message: lastAdministrator }]), 422)
    return goSaying(visit, `/usuarios/${user.id}`, `${given.profile} em ${given.place}`, 'revogado.')
  })
}

async function grantOf(visit: InnerVisit) {
  const found = await userOf(visit)
  const given = found?.user.grants.find(({ id }) => id === visit.param('permissao'))
  if (!found || !given || (found.reach.unitIds && found.user.isBeyond)) return undefined
  return { ...found, given }
}

/** The place that was typed, or what is wrong with it. */
async function placeOf(
  visit: InnerVisit,
  { reach }: FoundUser,
  { where, unitLabel, agencyId }: TypedGrant,
): Promise<{ agencyId: string; unitId: string | undefined } | FieldProblem> {
  if (where === 'agency') return { agencyId: agencyId ?? '', unitId: undefined }
  const [found] = await findUnitsByLabel(visit.db, [unitLabel], reach)
  if (found?.kind === 'found') return { agencyId: found.unit.agencyId, unitId: found.unit.id }
  return { field: 'unidade', message: (found && explainLabel(found)) ?? 'Informe a unidade.' }
}

async function grantPage(
  visit: InnerVisit,
  { user, reach }: FoundUser,
  fields: FormFields,
  problems: readonly FieldProblem[],
) {
  const [profiles, labels, agencies] = await Promise.all([
    findProfileChoices(visit.db, reach),
    unitLabels(visit.db, reach),
    listAgenciesWithin(visit.db, reach),
  ])
  const { page, formKeys } = visit
  return <GrantPage {...{ page, formKeys, user, profiles, labels, agencies, reach, fields, problems }} />
}

function revokePage(
  visit: InnerVisit,
  { user, given }: NonNullable<Awaited<ReturnType<typeof grantOf>>>,
  problems: readonly FieldProblem[],
) {
  const { page, formKeys } = visit
  return <RevokePage {...{ page, formKeys, user, problems }} grant={given} />
}
