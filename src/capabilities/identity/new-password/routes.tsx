import { fieldText } from '../../../platform/form-fields.ts'
import { html, type Router, redirect, type Visit } from '../../../platform/http/index.ts'
import { listAgencies } from '../list-agencies.ts'
import { readNewPassword } from '../new-password.form.ts'
import { typedLogin } from '../sign-in.form.ts'
import { ForgottenPasswordPage, LinkOverPage, LinkSentPage, NewPasswordPage } from './new-password.page.tsx'
import { recoverPassword } from './recover-password.ts'
import { findPasswordLink, setPasswordByLink } from './set-password.ts'

export function newPasswordRoutes(router: Router): void {
  router.publicPage('/esqueci-a-senha', async (visit) =>
    html(await askPage(visit, { login: typedLogin(visit.query('usuario')), agencyId: '' }, '')),
  )

  router.publicPage('/esqueci-a-senha/enviado', async (visit) => html(<LinkSentPage page={visit.page} />))

  router.publicAct(
    '/esqueci-a-senha',
    async (visit) => {
      const login = typedLogin(fieldText(visit.form, 'usuario'))
      const agencyId = fieldText(visit.form, 'orgao')
      if (!login) return html(await askPage(visit, { login, agencyId }, 'Informe o usuário.'), 422)
      const agency = /^\d{1,18}$/.test(agencyId) ? agencyId : undefined
      await recoverPassword(visit.platform, { login, agencyId: agency }, visit.now)
      return redirect('/esqueci-a-senha/enviado')
    },
    // On the pool: nothing may be held while the answer waits for its time.
    { perMinute: 10, repeatable: true },
  )

  router.publicPage('/nova-senha/:token', async (visit) => {
    const token = visit.param('token')
    const person = await findPasswordLink(visit.db, token, visit.now)
    if (!person) return linkOver(visit)
    return html(<NewPasswordPage {...{ token, person }} page={visit.page} formKeys={visit.formKeys} problems={[]} />)
  })

  router.publicAct(
    '/nova-senha/:token',
    async (visit) => {
      const token = visit.param('token')
      const person = await findPasswordLink(visit.db, token, visit.now)
      if (!person) return linkOver(visit)
      const { password, problems } = readNewPassword(visit.form, person)
      if (problems.length > 0) {
        return html(
          <NewPasswordPage {...{ token, person, problems }} page={visit.page} formKeys={visit.formKeys} />,
          422,
        )
      }
      const { accountId } = person
      const done = await setPasswordByLink(visit.db, { token, accountId }, password, visit.now)
      return done ? redirect('/entrar?aviso=senha') : linkOver(visit)
    },
    { perMinute: 20 },
  )
}

function linkOver(visit: Visit) {
  return html(
    <LinkOverPage page={visit.page} again={{ href: '/esqueci-a-senha', label: 'Pedir outro endereço' }} />,
    404,
  )
}

async function askPage(visit: Visit, typed: { login: string; agencyId: string }, problem: string) {
  return (
    <ForgottenPasswordPage
      page={visit.page}
      formKeys={visit.formKeys}
      typed={typed}
      agencies={await listAgencies(visit.db)}
      problems={problem ? [{ field: 'usuario', message: problem }] : []}
    />
  )
}
