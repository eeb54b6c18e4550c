import { type FieldProblem, fieldText } from '../../platform/form-fields.ts'
import { type Answer, html, notFound, type Router, redirect, type Visit } from '../../platform/http/index.ts'
import { accessRoutes } from './access/routes.tsx'
import { demoPeople, enterDemo } from './demo-people.ts'
import { firstAdministratorRoutes } from './first-administrator/routes.tsx'
import { listAgencies } from './list-agencies.ts'
import { startAddress } from './my-account/keep-preferences.ts'
import { preferencesRoutes } from './my-account/preferences-routes.tsx'
import { myAccountRoutes } from './my-account/routes.tsx'
import { newPasswordRoutes } from './new-password/routes.tsx'
import { NoUnitPage } from './no-unit.page.tsx'
import { officesRoutes } from './offices/routes.tsx'
import { outsideNotice } from './outside-account/outside-account.text.ts'
import { outsideAccountRoutes } from './outside-account/routes.tsx'
import { permissionsRoutes } from './permissions/routes.tsx'
import { PreparingPage } from './preparing.page.tsx'
import { profilesRoutes } from './profiles/routes.tsx'
import { GiveCodePage } from './second-factor/give-code.page.tsx'
import { secondFactorRoutes } from './second-factor/routes.tsx'
import { readSignIn, type SignInTyped, safeNext } from './sign-in.form.ts'
import { SignInPage } from './sign-in.page.tsx'
import { explainSignIn, noticeOf } from './sign-in.text.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { usersRoutes } from './users/routes.tsx'

export function identityRoutes(router: Router): void {
  signingRoutes(router)
  outsideAccountRoutes(router)
  secondFactorRoutes(router)
  newPasswordRoutes(router)
  myAccountRoutes(router)
  preferencesRoutes(router)
  firstAdministratorRoutes(router)
  usersRoutes(router)
  accessRoutes(router)
  permissionsRoutes(router)
  officesRoutes(router)
  profilesRoutes(router)
}

function signingRoutes(router: Router): void {
  router.publicPage('/entrar', async (visit) => {
    const preparation = visit.platform.preparing?.()
    if (preparation) return html(<PreparingPage page={visit.page} preparation={preparation} />, 503)
    if (visit.accountId) return redirect('/inicio')
    return html(await signInPage(visit, { login: '', agencyId: '', next: safeNext(visit.query('depois')) }, []))
  })

  // A whole public body may come from one address at eight in the morning; guessing is held back by login and by address.
  router.publicAct('/entrar', signInWithPassword, { perMinute: 300, repeatable: true })

  router.publicAct(
    '/entrar/demonstracao',
    async (visit) => {
      const from = { ip: visit.ip, userAgent: visit.userAgent }
      const token = visit.platform.demo ? await enterDemo(visit.platform, visit.form, from) : undefined
      if (!token) return notFound
      return redirect(safeNext(fieldText(visit.form, 'depois')) || '/inicio', [{ name: 'session', value: token }])
    },
    { repeatable: true },
  )

  router.publicAct(
    '/sair',
    async (visit) => {
      await signOut(visit.platform.db, visit.sessionHash, visit.now)
      return redirect('/entrar', [{ name: 'session', value: undefined }])
    },
    { repeatable: true },
  )

  router.publicPage('/inicio', async (visit) => {
    if (!visit.accountId) return redirect('/entrar')
    const unit = visit.units[0]
    return unit
      ? redirect(await startAddress(visit.db, visit.accountId, unit.slug, visit.now))
      : html(<NoUnitPage page={visit.page} formKeys={visit.formKeys} />, 403)
  })
}

async function signInWithPassword(visit: Visit): Promise<Answer> {
  const { typed, request, problems } = readSignIn(visit.form)
  if (!request) return html(await signInPage(visit, typed, problems), 422)
  const { db, clock, randomness } = visit.platform
  const outcome = await signIn(db, request, { ip: visit.ip, userAgent: visit.userAgent }, clock(), randomness)
  if (!outcome.done) return html(await signInPage(visit, typed, outcome.refusals.map(explainSignIn)), 422)
  if (outcome.value.step === 'code') {
    const { page, formKeys } = visit
    const codeStep = {
      page,
      formKeys,
      ticket: outcome.value.ticket,
      next: typed.next,
      action: '/entrar/codigo',
      problems: [],
    }
    return html(<GiveCodePage {...codeStep} />)
  }
  // Whoever was signed in in this browser no longer is.
  if (visit.accountId) await signOut(db, visit.sessionHash, visit.now)
  return redirect(typed.next || '/inicio', [{ name: 'session', value: outcome.value.token }])
}

async function signInPage(visit: Visit, typed: SignInTyped, problems: readonly FieldProblem[]) {
  const { idProvider } = visit.platform
  const word = visit.query('aviso')
  return (
    <SignInPage
      page={visit.page}
      formKeys={visit.formKeys}
      typed={typed}
      problems={problems}
      notice={noticeOf(word) ?? (idProvider && outsideNotice(word, idProvider))}
      agencies={await listAgencies(visit.db)}
      providerName={idProvider?.name}
      demo={visit.platform.demo ? await demoPeople(visit.db) : []}
    />
  )
}
