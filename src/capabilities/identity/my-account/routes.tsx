import { fieldText, meaningOf } from '../../../platform/form-fields.ts'
import { type Answer, html, type Router, redirect, type Visit } from '../../../platform/http/index.ts'
import { confirmPasswordOf, explainPasswordRefused } from '../confirm-password.ts'
import { readNewPassword } from '../new-password.form.ts'
import { ChangePasswordPage, MyAccountPage, NoPasswordPage } from './my-account.page.tsx'
import { changeMyPassword, endOtherSessions, findMyAccount } from './my-account.ts'

export function myAccountRoutes(router: Router): void {
  router.publicPage('/minha-conta', (visit) =>
    mine(visit, async (accountId) => {
      const found = await findMyAccount(visit.db, accountId, visit.sessionHash, visit.now)
      if (!found) return toSignIn(visit)
      const { page, formKeys } = visit
      const notice = meaningOf(notices, visit.query('aviso'))
      return html(<MyAccountPage {...{ page, formKeys, notice, ...found }} deskHref={deskHrefOf(visit)} />)
    }),
  )

  router.publicAct('/minha-conta/sessoes', (visit) =>
    mine(visit, async (accountId) => {
      await endOtherSessions(visit.db, accountId, visit.sessionHash, visit.now)
      return redirect('/minha-conta?aviso=sessoes')
    }),
  )

  router.publicPage('/minha-conta/senha', (visit) =>
    withAccount(visit, (account) => html(passwordPage(visit, account))),
  )

  router.publicAct('/minha-conta/senha', (visit) =>
    withAccount(visit, async (account) => {
      const { password, problems } = readNewPassword(visit.form, account)
      if (problems.length > 0) return html(passwordPage(visit, account, problems), 422)
      const who = { accountId: account.id, login: account.login }
      const current = fieldText(visit.form, 'senha').slice(0, 500)
      // On the pool: a wrong password is counted though the act is undone.
      const confirmed = await confirmPasswordOf(visit.platform.db, who, current, visit.ip, visit.now)
      if (!confirmed.done) {
        const problem = { field: 'senha', message: explainPasswordRefused(confirmed.refusals[0]) }
        return html(passwordPage(visit, account, [problem]), 422)
      }
      await changeMyPassword(visit.db, { accountId: account.id, sessionHash: visit.sessionHash }, password, visit.now)
      return redirect('/minha-conta?aviso=senha')
    }),
  )
}

const notices: Readonly<Record<string, string>> = {
  senha: 'Senha trocada. As sessões em outros navegadores terminaram.',
  preferencias: 'Preferências salvas.',
  sessoes: 'As outras sessões terminaram.',
  'duas-etapas-ligada': 'Verificação em duas etapas ligada.',
  'duas-etapas-desligada': 'Verificação em duas etapas desligada.',
}

/** Only for who is signed in. */
export async function mine(visit: Visit, answer: (accountId: string) => Promise<Answer>): Promise<Answer> {
  return visit.accountId ? answer(visit.accountId) : toSignIn(visit)
}

type Account = NonNullable<Awaited<ReturnType<typeof findMyAccount>>>['account']

/** Only for who is signed in, with the account. */
export function withAccount(visit: Visit, answer: (account: Account) => Answer | Promise<Answer>): Promise<Answer> {
  return mine(visit, async (accountId) => {
    const found = await findMyAccount(visit.db, accountId, visit.sessionHash, visit.now)
    return found ? answer(found.account) : toSignIn(visit)
  })
}

/** The desk of the person's first unit. */
export function deskHrefOf({ units }: Visit): string | undefined {
  const [unit] = units
  return unit && `/em/${unit.slug}/mesa`
}

function toSignIn(visit: Visit): Answer {
  return redirect(`/entrar?depois=${encodeURIComponent(visit.path)}`)
}

function passwordPage(
  visit: Visit,
  account: Account,
  problems: Parameters<typeof ChangePasswordPage>[0]['problems'] = [],
) {
  const { page, formKeys } = visit
  const { login } = account
  if (!account.hasPassword) return <NoPasswordPage {...{ page, account }} deskHref={deskHrefOf(visit)} />
  return <ChangePasswordPage {...{ page, formKeys, login, problems }} deskHref={deskHrefOf(visit)} />
}
