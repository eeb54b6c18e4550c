import { type FieldProblem, fieldText } from '../../../platform/form-fields.ts'
import { type Answer, html, type Router, redirect, type Visit } from '../../../platform/http/index.ts'
import { qrSvg } from '../../../platform/qr/index.ts'
import { confirmPasswordOf, explainPasswordRefused } from '../confirm-password.ts'
import { deskHrefOf, withAccount } from '../my-account/routes.tsx'
import { safeNext } from '../sign-in.form.ts'
import { signOut } from '../sign-out.ts'
import { GiveCodePage } from './give-code.page.tsx'
import { giveCode } from './give-code.ts'
import { giveRecoveryCodes } from './recovery-codes.ts'
import { explainCode } from './second-factor.text.ts'
import { ConfirmSecondFactorPage, RecoveryCodesPage, SecondFactorPage } from './set-up.page.tsx'
import {
  beginSecondFactor,
  confirmSecondFactor,
  findSecondFactor,
  removeSecondFactor,
  secretAddress,
} from './set-up.ts'

const here = '/minha-conta/duas-etapas'

export function secondFactorRoutes(router: Router): void {
  router.publicPage('/entrar/codigo', async () => redirect('/entrar'))

  router.publicAct('/entrar/codigo', (visit) => signInWithCode(visit, '/entrar/codigo'), {
    perMinute: 300,
    repeatable: true,
  })

  router.publicPage(here, (visit) => withAccount(visit, async ({ id }) => html(await statePage(visit, id))))

  router.publicAct(here, (visit) =>
    withAccount(visit, async ({ id, login }) => {
      const problem = await wrongPassword(visit, { accountId: id, login })
      if (problem) return html(await statePage(visit, id, [problem]), 422)
      await beginSecondFactor(visit.db, id)
      return redirect(`${here}/confirmacao`)
    }),
  )

  router.publicPage(`${here}/confirmacao`, (visit) =>
    withAccount(visit, async ({ id }) => (await secretPage(visit, id)) ?? redirect(here)),
  )

  router.publicAct(
    `${here}/confirmacao`,
    (visit) =>
      withAccount(visit, async ({ id }) => {
        const code = fieldText(visit.form, 'codigo').replace(/\s/g, '')
        const { db, randomness } = visit.platform
        const outcome = await confirmSecondFactor(db, id, code, visit.now, randomness)
        if (outcome.done) return codesPage(visit, outcome.value)
        const problem = {
          field: 'codigo',
          message: 'O código não confere. Confira o relógio do celular e digite o próximo.',
        }
        return (await secretPage(visit, id, [problem])) ?? redirect(here)
      }),
    // On the pool: its answer is a page, and yet the deed stays.
    { repeatable: true, perMinute: 20 },
  )

  router.publicAct(
    `${here}/mudanca`,
    (visit) =>
      withAccount(visit, async ({ id, login }) => {
        const problem = await wrongPassword(visit, { accountId: id, login })
        if (problem) return html(await statePage(visit, id, [problem]), 422)
        if (fieldText(visit.form, 'acao') === 'codigos') {
          const isOn = (await findSecondFactor(visit.db, id))?.secret !== undefined
          if (!isOn) return redirect(here)
          return codesPage(visit, await giveRecoveryCodes(visit.platform.db, id, visit.platform.randomness))
        }
        await removeSecondFactor(visit.platform.db, id)
        return redirect('/minha-conta?aviso=duas-etapas-desligada')
      }),
    { repeatable: true, perMinute: 20 },
  )
}

/** The second step of signing in, whatever the first was. */
export async function signInWithCode(visit: Visit, action: string): Promise<Answer> {
  const ticket = fieldText(visit.form, 'etapa').slice(0, 100)
  const code = fieldText(visit.form, 'codigo').trim().slice(0, 50)
  const next = safeNext(fieldText(visit.form, 'depois'))
  const { db, clock, randomness } = visit.platform
  const outcome = await giveCode(db, { ticket, code }, visit, clock(), randomness)
  if (outcome.done) {
    if (visit.accountId) await signOut(db, visit.sessionHash, visit.now)
    return redirect(next || '/inicio', [{ name: 'session', value: outcome.value.token }])
  }
  const [refusal] = outcome.refusals
  if (refusal.kind === 'ticket-over') return redirect('/entrar?aviso=codigo')
  const { page, formKeys } = visit
  return html(<GiveCodePage {...{ page, formKeys, ticket, next, action }} problems={[explainCode(refusal)]} />, 422)
}

async function wrongPassword(
  visit: Visit,
  who: { readonly accountId: string; readonly login: string },
): Promise<FieldProblem | undefined> {
  const given = fieldText(visit.form, 'senha').slice(0, 500)
  const confirmed = await confirmPasswordOf(visit.platform.db, who, given, visit.ip, visit.now)
  return confirmed.done ? undefined : { field: 'senha', message: explainPasswordRefused(confirmed.refusals[0]) }
}

async function statePage(visit: Visit, accountId: string, problems: readonly FieldProblem[] = []) {
  const found = await findSecondFactor(visit.db, accountId)
  const { page, formKeys } = visit
  return (
    <SecondFactorPage
      {...{ page, formKeys, problems }}
      deskHref={deskHrefOf(visit)}
      since={found?.secret ? found.confirmedAt : undefined}
      recoveryCodesLeft={found?.recoveryCodesLeft ?? 0}
    />
  )
}

async function secretPage(
  visit: Visit,
  accountId: string,
  problems: readonly FieldProblem[] = [],
): Promise<Answer | undefined> {
  const found = await findSecondFactor(visit.db, accountId)
  if (!found?.pending) return undefined
  const { page, formKeys } = visit
  const qr = qrSvg(secretAddress(found.pending, found.login, page.installationName), 'Código QR para o autenticador')
  const shown = { page, formKeys, problems, qr, secret: found.pending, deskHref: deskHrefOf(visit) }
  return html(<ConfirmSecondFactorPage {...shown} />, problems.length > 0 ? 422 : 200)
}

function codesPage(visit: Visit, codes: readonly string[]): Answer {
  return html(<RecoveryCodesPage page={visit.page} deskHref={deskHrefOf(visit)} codes={codes} />)
}
