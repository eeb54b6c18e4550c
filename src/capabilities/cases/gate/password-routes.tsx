import { type FieldProblem, fieldText } from '../../../platform/form-fields.ts'
import { html, type InnerVisit, notFound, type Router, redirect } from '../../../platform/http/index.ts'
import { confirmCaseAccess, confirmPassword, explainPasswordRefused } from '../../identity/index.ts'
import { findCaseFile, whichPasswordOpens } from '../find-case-file.ts'
import { digitsInAddress } from './gate-routes.tsx'
import { PasswordPage } from './password.page.tsx'

const path = '/processos/:numero/senha'

/** No permission is asked: whoever holds a credential may open what it is for (PRO-063). */
export function passwordRoutes(router: Router): void {
  router.page(path, {}, async (visit) => {
    const digits = digitsInAddress(visit)
    const next = nextOf(visit, digits, visit.query('depois'))
    if (digits && (await whichPasswordOpens(visit.db, visit.actor, digits, visit.now))) {
      return html(passwordPage(visit, digits, next, []))
    }
    const open = digits && (await findCaseFile(visit.db, visit.actor, { digits }, 'reading', visit.now))
    return open ? redirect(next) : notFound
  })

  router.act(path, { personal: true }, async (visit) => {
    const digits = digitsInAddress(visit)
    const awaiting = digits && (await whichPasswordOpens(visit.db, visit.actor, digits, visit.now))
    const next = nextOf(visit, digits, fieldText(visit.form, 'depois'))
    if (!awaiting) return notFound
    const password = fieldText(visit.form, 'senha').slice(0, 500)
    if (!password) return html(passwordPage(visit, digits, next, [asked]), 422)
    // On the pool: a wrong attempt is counted although the act is undone.
    const outcome = await confirmPassword(visit.platform.db, visit.actor, password, visit.ip, visit.now)
    if (!outcome.done) {
      const problems = outcome.refusals.map((one) => ({ field: 'senha', message: explainPasswordRefused(one) }))
      return html(passwordPage(visit, digits, next, problems), 422)
    }
    await confirmCaseAccess(visit.db, visit.actor, awaiting.id, visit.now)
    return redirect(next)
  })
}

const asked = { field: 'senha', message: 'Informe a senha.' }

function passwordPage(visit: InnerVisit, digits: string, next: string, problems: readonly FieldProblem[]) {
  return (
    <PasswordPage
      page={visit.page}
      formKeys={visit.formKeys}
      deskHref={visit.href('/mesa')}
      action={visit.href(`/processos/${digits}/senha`)}
      next={next}
      problems={problems}
    />
  )
}

/** Only on to a page of this very case file or of a document, in the same unit: never out of the house. */
function nextOf(visit: InnerVisit, digits: string, wanted: string): string {
  const home = visit.href(`/processos/${digits}`)
  const isOne = wanted.startsWith(`${home}/`) || wanted.startsWith(visit.href('/documentos/'))
  const inside = isOne && /^[\w/.-]+$/.test(wanted) && !wanted.includes('..')
  return inside ? wanted : home
}
