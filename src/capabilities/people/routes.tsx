import { html, type InnerVisit, notFound, type Router, redirect } from '../../platform/http/index.ts'
import { answerChangesAt, idParam, listRequest } from '../organization/index.ts'
import { fieldsTold } from './access/contact-access.rules.ts'
import { accessOf } from './access/keep-access.ts'
import { contactAccessRoutes } from './access/routes.tsx'
import { changeContactRoutes, keepsContacts } from './change-contact-routes.tsx'
import { ContactsPage } from './contacts.page.tsx'
import { explainContactRefusal } from './contacts.text.ts'
import { contactsByIds, listContacts } from './find-contacts.ts'
import { emptyContact, readContact } from './new-contact.form.ts'
import { NewContactPage } from './new-contact.page.tsx'
import { registerContact } from './register-contact.ts'

/** Whoever opens case files keeps the register of whom they are about. */
const permission = 'cases.open'

export function peopleRoutes(router: Router): void {
  router.page('/contatos', {}, async (visit) => {
    const mayChange = await keepsContacts(visit)
    const mayRegister = visit.actor.permissions.has(permission)
    if (!mayChange && !mayRegister) return notFound
    const asked = listRequest(visit)
    const [list, access] = await Promise.all([listContacts(visit.db, asked), accessOf(visit.db, visit.actor.unitId)])
    const { text, state, page: pageNumber } = asked
    return html(
      <ContactsPage {...addresses(visit)} {...list} {...{ text, state, access, mayChange, mayRegister, pageNumber }} />,
    )
  })

  router.page('/contatos/novo', { permission }, async (visit) =>
    html(<NewContactPage {...addresses(visit)} formKeys={visit.formKeys} typed={emptyContact} problems={[]} />),
  )

  router.page('/contatos/:id/alteracoes', {}, async (visit) => {
    const id = idParam(visit)
    const sees = visit.actor.permissions.has(permission) || (await keepsContacts(visit))
    const [contact] = id && sees ? await contactsByIds(visit.db, [id]) : []
    if (!contact) return notFound
    const breadcrumb = [
      { label: 'Mesa', href: visit.href('/mesa') },
      { label: 'Contatos', href: visit.href('/contatos') },
      { label: contact.name },
    ]
    const href = visit.href(`/contatos/${contact.id}/alteracoes`)
    const access = await accessOf(visit.db, visit.actor.unitId)
    const fields = fieldsTold(access[contact.kind])
    const shown = { label: contact.name, breadcrumb, href, ...(fields ? { fields } : {}) }
    return answerChangesAt(visit, { register: 'contact', id: contact.id }, shown)
  })

  router.act('/contatos', { permission }, async (visit) => {
    const { typed, request, problems } = readContact(visit.form)
    const again = (found: typeof problems) =>
      html(<NewContactPage {...addresses(visit)} formKeys={visit.formKeys} typed={typed} problems={found} />, 422)
    if (!request) return again(problems)
    const outcome = await registerContact(visit.db, visit.actor, request, visit.now)
    if (outcome.done) return redirect(visit.href(`/contatos?q=${encodeURIComponent(request.name)}`))
    return again(outcome.refusals.map((refusal) => ({ field: 'cpf_ou_cnpj', message: explainContactRefusal(refusal) })))
  })

  changeContactRoutes(router)
  contactAccessRoutes(router)
}

function addresses(visit: InnerVisit) {
  return {
    page: visit.page,
    deskHref: visit.href('/mesa'),
    contactsHref: visit.href('/contatos'),
    newHref: visit.href('/contatos/novo'),
  }
}
