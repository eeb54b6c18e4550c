import { html, type InnerVisit, type Router, redirect } from '../../platform/http/index.ts'
import { ContactsPage } from './contacts.page.tsx'
import { explainContactRefusal } from './contacts.text.ts'
import { listContacts } from './find-contacts.ts'
import { emptyContact, readContact } from './new-contact.form.ts'
import { NewContactPage } from './new-contact.page.tsx'
import { registerContact } from './register-contact.ts'

/** Whoever opens case files keeps the register of whom they are about. */
const permission = 'cases.open'

export function peopleRoutes(router: Router): void {
  router.page('/contatos', { permission }, async (visit) => {
    const text = visit.query('q').trim().slice(0, 250)
    const pageNumber = Math.min(10_000, Math.max(1, Number.parseInt(visit.query('pagina'), 10) || 1))
    const list = await listContacts(visit.db, text, pageNumber)
    return html(<ContactsPage {...addresses(visit)} text={text} {...list} pageNumber={pageNumber} />)
  })

  router.page('/contatos/novo', { permission }, async (visit) =>
    html(<NewContactPage {...addresses(visit)} formKeys={visit.formKeys} typed={emptyContact} problems={[]} />),
  )

  router.act('/contatos', { permission }, async (visit) => {
    const { typed, request, problems } = readContact(visit.form)
    const again = (found: typeof problems) =>
      html(<NewContactPage {...addresses(visit)} formKeys={visit.formKeys} typed={typed} problems={found} />, 422)
    if (!request) return again(problems)
    const outcome = await registerContact(visit.db, visit.actor, request, visit.now)
    if (outcome.done) return redirect(visit.href(`/contatos?q=${encodeURIComponent(request.name)}`))
    return again(outcome.refusals.map((refusal) => ({ field: 'cpf_ou_cnpj', message: explainContactRefusal(refusal) })))
  })
}

function addresses(visit: InnerVisit) {
  return {
    page: visit.page,
    deskHref: visit.href('/mesa'),
    contactsHref: visit.href('/contatos'),
    newHref: visit.href('/contatos/novo'),
  }
}
