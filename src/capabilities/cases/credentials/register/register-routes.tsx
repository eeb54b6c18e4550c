import { findResult, keepResult } from '../../../../platform/act-results/index.ts'
import { type FieldProblem, fieldList, fieldText } from '../../../../platform/form-fields.ts'
import { type Answer, bytes, html, type InnerVisit, type Router, redirect } from '../../../../platform/http/index.ts'
import { confirmPassword, explainPasswordRefused, unitPeople } from '../../../identity/index.ts'
import { explainCancellingRefusal, explainGrantRefusal } from '../credentials.text.ts'
import {
  activateCredentials,
  cancelInactive,
  isRegisterOpen,
  openRegister,
  readRegister,
  registerAsCsv,
} from './keep-register.ts'
import { ActivatePage, RegisterPage, RegisterPasswordPage } from './register.page.tsx'
import type { RegisterState } from './register.queries.ts'
import { stateInAddress } from './register.text.ts'

const path = '/acervo-de-sigilosos'
const permission = 'acervo.confidential'
const mostAtOnce = 50

/** The report of confidential case files of the unit: a permission of its own, and the password (PRO-089). */
export function registerRoutes(router: Router): void {
  router.page(path, { permission }, (visit) => behindPassword(visit, () => registerPage(visit)))

  router.act(`${path}/senha`, { permission }, async (visit) => {
    const password = fieldText(visit.form, 'senha').slice(0, 500)
    if (!password) return html(passwordPage(visit, [{ field: 'senha', message: 'Informe a senha.' }]), 422)
    const outcome = await confirmPassword(visit.platform.db, visit.actor, password, visit.ip, visit.now)
    if (!outcome.done) {
      const problems = outcome.refusals.map((one) => ({ field: 'senha', message: explainPasswordRefused(one) }))
      return html(passwordPage(visit, problems), 422)
    }
    await openRegister(visit.db, visit.actor, visit.now)
    return redirect(visit.href(path))
  })

  router.page(`${path}/planilha`, { permission }, (visit) =>
    behindPassword(visit, async () =>
      bytes(await registerAsCsv(visit.db, visit.actor, stateAsked(visit), visit.now), {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="acervo-de-sigilosos.csv"',
      }),
    ),
  )

  router.page(`${path}/ativacao`, { permission }, (visit) =>
    behindPassword(visit, () => activatePage(visit, idsOf(visit.queryList('processo')), [])),
  )
  router.act(`${path}/ativacao`, { permission }, (visit) => behindPassword(visit, () => activate(visit)))

  router.act(`${path}/cancelamento`, { permission }, (visit) =>
    behindPassword(visit, async () => {
      const results = await cancelInactive(visit.db, visit.actor, idsOf(fieldList(visit.form, 'credencial')), visit.now)
      const items = results.map(({ number, outcome }) => ({
        label: number,
        done: outcome.done,
        text: outcome.done
          ? `credencial de ${outcome.value} cancelada.`
          : outcome.refusals.map(explainCancellingRefusal).join(' '),
      }))
      return backTo(visit, 'Cancelamento de credenciais', items)
    }),
  )
}

async function activate(visit: InnerVisit): Promise<Answer> {
  const caseFileIds = idsOf(fieldList(visit.form, 'processo'))
  const [accountId] = idsOf([fieldText(visit.form, 'pessoa')])
  if (!accountId) return activatePage(visit, caseFileIds, [{ field: 'pessoa', message: 'Escolha a pessoa.' }])
  const results = await activateCredentials(visit.db, visit.actor, { caseFileIds, accountId }, visit.now)
  const items = results.map(({ number, outcome }) => ({
    label: number,
    done: outcome.done,
    text: outcome.done
      ? `credencial ativada para ${outcome.value}.`
      : outcome.refusals.map(explainGrantRefusal).join(' '),
  }))
  return backTo(visit, 'Ativação de credenciais', items)
}

async function backTo(
  visit: InnerVisit,
  title: string,
  items: readonly { readonly label: string; readonly done: boolean; readonly text: string }[],
): Promise<Answer> {
  const nothing = { label: 'Nada foi escolhido', done: false, text: 'marque uma ou mais linhas e tente de novo.' }
  const result = { title, items: items.length > 0 ? items : [nothing] }
  return redirect(visit.href(`${path}${await keepResult(visit, result)}`))
}

/** Without the password of the last half hour, the page that asks for it. */
async function behindPassword(visit: InnerVisit, answer: () => Promise<Answer>): Promise<Answer> {
  return (await isRegisterOpen(visit.db, visit.actor, visit.now)) ? answer() : html(passwordPage(visit, []))
}

function passwordPage(visit: InnerVisit, problems: readonly FieldProblem[]) {
  return (
    <RegisterPasswordPage
      page={visit.page}
      formKeys={visit.formKeys}
      deskHref={visit.href('/mesa')}
      action={visit.href(`${path}/senha`)}
      problems={problems}
    />
  )
}

async function registerPage(visit: InnerVisit): Promise<Answer> {
  const state = stateAsked(visit)
  const page = Math.min(10_000, Math.max(1, Number.parseInt(visit.query('pagina'), 10) || 1))
  const [list, result] = await Promise.all([
    readRegister(visit.db, visit.actor, { state, page }, visit.now),
    findResult(visit),
  ])
  return html(
    <RegisterPage
      page={visit.page}
      formKeys={visit.formKeys}
      deskHref={visit.href('/mesa')}
      href={visit.href(path)}
      unitAcronym={visit.actor.unitAcronym}
      state={state}
      {...list}
      pageNumber={page}
      result={result}
    />,
  )
}

async function activatePage(
  visit: InnerVisit,
  caseFileIds: readonly string[],
  problems: readonly FieldProblem[],
): Promise<Answer> {
  const people = await unitPeople(visit.db, visit.actor.unitId, visit.now)
  return html(
    <ActivatePage
      page={visit.page}
      formKeys={visit.formKeys}
      deskHref={visit.href('/mesa')}
      href={visit.href(path)}
      caseFileIds={caseFileIds}
      people={people}
      problems={problems}
    />,
    problems.length > 0 ? 422 : 200,
  )
}

function stateAsked(visit: InnerVisit): RegisterState | undefined {
  const asked = visit.query('situacao')
  return (Object.keys(stateInAddress) as RegisterState[]).find((state) => stateInAddress[state] === asked)
}

function idsOf(values: readonly string[]): string[] {
  return [...new Set(values.filter((one) => /^\d{1,18}$/.test(one)))].slice(0, mostAtOnce)
}
