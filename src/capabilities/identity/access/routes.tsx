import type { FieldProblem } from '../../../platform/form-fields.ts'
import { html, type InnerVisit, notFound, type Router } from '../../../platform/http/index.ts'
import { goSaying } from '../../organization/index.ts'
import { linkLifeMs, makeLink } from '../one-time-links.ts'
import { removeSecondFactor } from '../second-factor/set-up.ts'
import { userOf } from '../users/routes.tsx'
import { disableUser, enableUser } from '../users/set-user-active.ts'
import type { User } from '../users/user.ts'
import { explainDisable } from '../users/users.text.ts'
import { type AccessAct, AccessPage, PasswordLinkPage } from './access.page.tsx'

const permission = 'identity.manage'

/** Whether and how a person gets in. Never of somebody who may do more than who administrates. */
export function accessRoutes(router: Router): void {
  for (const act of ['desativacao', 'reativacao', 'nova-senha', 'duas-etapas'] as const) {
    router.page(`/administracao/usuarios/:id/${act}`, { permission }, async (visit) => {
      const user = await changeable(visit)
      return user ? html(question(visit, user, act)) : notFound
    })
  }

  router.act('/administracao/usuarios/:id/desativacao', { permission }, async (visit) => {
    const user = await changeable(visit)
    if (!user) return notFound
    const outcome = await disableUser(visit.db, visit.actor, user, visit.now)
    if (!outcome.done) return html(question(visit, user, 'desativacao', outcome.refusals.map(explainDisable)), 422)
    return said(visit, user, 'desativada. As sessões terminaram.')
  })

  router.act('/administracao/usuarios/:id/reativacao', { permission }, async (visit) => {
    const user = await changeable(visit)
    if (!user) return notFound
    await enableUser(visit.db, visit.actor, user, visit.now)
    return said(visit, user, 'reativada.')
  })

  router.act('/administracao/usuarios/:id/nova-senha', { permission }, async (visit) => {
    const user = await changeable(visit)
    if (!user?.active) return notFound
    const { platform } = visit
    const link = {
      purpose: 'password',
      accountId: user.id,
      createdBy: visit.actor.userId,
      lifeMs: linkLifeMs['given-by-administrator'],
    } as const
    // On the pool: the answer is a page, which undoes an act, but the link that it shows must work. Only its hash is kept,
    // so it cannot be shown by a page that comes after a redirect.
    const token = await makeLink(platform.db, link, visit.now, platform.randomness)
    return html(<PasswordLinkPage page={visit.page} user={user} link={`${platform.publicUrl}/nova-senha/${token}`} />)
  })

  router.act('/administracao/usuarios/:id/duas-etapas', { permission }, async (visit) => {
    const user = await changeable(visit)
    if (!user) return notFound
    await removeSecondFactor(visit.db, user.id)
    return said(visit, user, 'verificação em duas etapas desligada.')
  })
}

async function changeable(visit: InnerVisit): Promise<User | undefined> {
  const found = await userOf(visit)
  return found && !found.user.isBeyond ? found.user : undefined
}

function question(visit: InnerVisit, user: User, act: AccessAct, problems: readonly FieldProblem[] = []) {
  const { page, formKeys } = visit
  return <AccessPage {...{ page, formKeys, user, act, problems }} />
}

function said(visit: InnerVisit, user: User, text: string) {
  return goSaying(visit, `/usuarios/${user.id}`, `Conta de ${user.login}`, text)
}
