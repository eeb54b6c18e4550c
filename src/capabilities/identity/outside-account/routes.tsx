import { fieldText } from '../../../platform/form-fields.ts'
import { type Answer, html, notFound, type Router, redirect, type Visit } from '../../../platform/http/index.ts'
import type { IdProvider } from '../../../platform/id-provider/index.ts'
import { GiveCodePage } from '../second-factor/give-code.page.tsx'
import { signInWithCode } from '../second-factor/routes.tsx'
import { safeNext } from '../sign-in.form.ts'
import { accountsToChoose, chooseAccount } from './answer-question.ts'
import { beginOutside } from './begin-outside.ts'
import { ChooseAccountPage } from './choose-account.page.tsx'
import { finishOutside } from './finish-outside.ts'
import { type OutsideRefusal, wordOfRefusal } from './outside-account.text.ts'

const here = '/entrar/conta'
/** A whole public body may come from one address at eight in the morning. */
const perMinute = 300

/** Signing in by an account of a provider, such as gov.br. Where none is configured these addresses are not there. */
export function outsideAccountRoutes(router: Router): void {
  router.publicPage(
    here,
    (visit) =>
      withProvider(visit, async (provider) => {
        if (visit.accountId) return redirect('/inicio')
        if (visit.platform.preparing?.()) return redirect('/entrar')
        const from = { browserHash: visit.sessionHash, next: safeNext(visit.query('depois')) }
        const begun = await beginOutside(visit.platform, provider, from, visit.now)
        return begun.done ? redirect(begun.value) : back(begun.refusals[0])
      }),
    { perMinute },
  )

  router.publicPage(
    `${here}/volta`,
    (visit) =>
      withProvider(visit, async (provider) => {
        const asked = (name: string) => visit.query(name).slice(0, 4000)
        const returned = { code: asked('code'), state: asked('state'), issuer: asked('iss'), error: asked('error') }
        const { platform, now } = visit
        const arrived = await finishOutside(platform, provider, returned, whereFrom(visit), now)
        if (!arrived.done) return back(arrived.refusals[0])
        if (arrived.value.step === 'question') return redirect(`${here}/escolha`)
        return entered(arrived.value)
      }),
    { perMinute },
  )

  router.publicPage(`${here}/escolha`, (visit) =>
    withProvider(visit, async () => {
      const { page, formKeys, platform, sessionHash, now } = visit
      const accounts = await accountsToChoose(platform.db, sessionHash, now)
      const [only, ...others] = accounts
      if (!only) return back({ kind: 'over' })
      if (others.length === 0) return goOn(visit, only.id)
      return html(<ChooseAccountPage {...{ page, formKeys, accounts }} />)
    }),
  )

  router.publicAct(
    `${here}/escolha`,
    (visit) => withProvider(visit, () => goOn(visit, fieldText(visit.form, 'conta'))),
    { perMinute, repeatable: true },
  )

  router.publicPage(`${here}/codigo`, async () => redirect('/entrar'))

  router.publicAct(`${here}/codigo`, (visit) => withProvider(visit, () => signInWithCode(visit, `${here}/codigo`)), {
    perMinute,
    repeatable: true,
  })
}

async function withProvider(visit: Visit, answer: (provider: IdProvider) => Promise<Answer>): Promise<Answer> {
  const { idProvider } = visit.platform
  return idProvider ? answer(idProvider) : notFound
}

async function goOn(visit: Visit, accountId: string): Promise<Answer> {
  const { page, formKeys, platform, now } = visit
  const chosen = await chooseAccount(platform.db, accountId, whereFrom(visit), now, platform.randomness)
  if (!chosen) return back({ kind: 'over' })
  if (chosen.step === 'in') return entered(chosen)
  const { ticket, next } = chosen
  return html(<GiveCodePage {...{ page, formKeys, ticket, next }} action={`${here}/codigo`} problems={[]} />)
}

function entered({ token, next }: { readonly token: string; readonly next: string }): Answer {
  return redirect(next || '/inicio', [{ name: 'session', value: token }])
}

/** What the provider sent, and any code in it, does not stay in the address. */
function back(refusal: OutsideRefusal): Answer {
  return redirect(`/entrar?aviso=${wordOfRefusal(refusal)}`)
}

function whereFrom({ ip, userAgent, sessionHash }: Visit) {
  return { ip, userAgent, browserHash: sessionHash }
}
