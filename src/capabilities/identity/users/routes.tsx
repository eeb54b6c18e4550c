import { findResult } from '../../../platform/act-results/index.ts'
import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import { html, type InnerVisit, notFound, type Router } from '../../../platform/http/index.ts'
import {
  answerChanges,
  goSaying,
  idParam,
  listAgenciesWithin,
  listRequest,
  type Reach,
  reachOfVisit,
} from '../../organization/index.ts'
import { findUser, listUsers } from './find-users.ts'
import { changeUser, openUser } from './save-user.ts'
import { readUser } from './user.form.ts'
import { UserPage } from './user.page.tsx'
import type { User } from './user.ts'
import { fieldsOfUser } from './user-fields.text.ts'
import { NewUserPage } from './user-form.page.tsx'
import { UsersPage } from './users.page.tsx'
import { explainUserRefusal } from './users.text.ts'

const permission = 'identity.manage'

export function usersRoutes(router: Router): void {
  router.page('/administracao/usuarios', { permission }, async (visit) => {
    const reach = await reachOfVisit(visit, permission)
    const asked = listRequest(visit)
    const [list, agencies, result] = await Promise.all([
      listUsers(visit.db, reach, asked, visit.now),
      listAgenciesWithin(visit.db, reach),
      findResult(visit),
    ])
    return html(<UsersPage page={visit.page} {...{ list, agencies, result, asked }} />)
  })

  router.page('/administracao/usuarios/novo', { permission }, async (visit) =>
    html(await newPage(visit, await reachOfVisit(visit, permission), {}, [])),
  )

  router.act('/administracao/usuarios', { permission }, async (visit) => {
    const reach = await reachOfVisit(visit, permission)
    const { request, problems } = readUser(visit.form, { isNew: true })
    if (!request) return html(await newPage(visit, reach, visit.form, problems), 422)
    const agency = (await listAgenciesWithin(visit.db, reach)).find(({ id }) => id === request.agencyId)
    if (!agency) return notFound
    const outcome = await openUser(visit.db, visit.actor, agency.id, request.data, visit.now)
    if (!outcome.done) {
      return html(await newPage(visit, reach, visit.form, outcome.refusals.map(explainUserRefusal)), 422)
    }
    const text = 'cadastrado. Falta conceder uma permissão e gerar o endereço da senha.'
    return goSaying(visit, `/usuarios/${outcome.value.id}`, `Usuário ${request.data.login}`, text)
  })

  router.page('/administracao/usuarios/:id', { permission }, async (visit) => {
    const [found, result] = await Promise.all([userOf(visit), findResult(visit)])
    return found ? html(userPage(visit, found, fieldsOfUser(found.user), [], result)) : notFound
  })

  router.act('/administracao/usuarios/:id', { permission }, async (visit) => {
    const found = await userOf(visit)
    if (!found || found.user.isBeyond) return notFound
    const { request, problems } = readUser(visit.form, { isNew: false })
    if (!request) return html(userPage(visit, found, visit.form, problems), 422)
    const outcome = await changeUser(visit.db, visit.actor, found.user, request.data, visit.now)
    if (!outcome.done) return html(userPage(visit, found, visit.form, outcome.refusals.map(explainUserRefusal)), 422)
    return goSaying(visit, `/usuarios/${found.user.id}`, `Usuário ${request.data.login}`, 'salvo.')
  })

  router.page('/administracao/usuarios/:id/alteracoes', { permission }, async (visit) => {
    const found = await userOf(visit)
    if (!found) return notFound
    return answerChanges(
      visit,
      { register: 'user', id: found.user.id },
      {
        label: found.user.socialName ?? found.user.name,
        register: { label: 'Usuários', path: '/usuarios' },
        recordPath: `/usuarios/${found.user.id}`,
      },
    )
  })
}

export interface FoundUser {
  readonly user: User
  readonly reach: Reach
}

/** The person of the address, where they are within reach. */
export async function userOf(visit: InnerVisit): Promise<FoundUser | undefined> {
  const id = idParam(visit)
  if (!id) return undefined
  const reach = await reachOfVisit(visit, permission)
  const user = await findUser(visit.db, id, reach, visit.now)
  return user && { user, reach }
}

async function newPage(visit: InnerVisit, reach: Reach, fields: FormFields, problems: readonly FieldProblem[]) {
  const agencies = await listAgenciesWithin(visit.db, reach)
  const { page, formKeys } = visit
  return <NewUserPage {...{ page, formKeys, fields, problems, agencies }} />
}

function userPage(
  visit: InnerVisit,
  { user, reach }: FoundUser,
  fields: FormFields,
  problems: readonly FieldProblem[],
  result?: Awaited<ReturnType<typeof findResult>>,
) {
  const { page, formKeys } = visit
  return <UserPage {...{ page, formKeys, user, reach, fields, problems, result }} />
}
