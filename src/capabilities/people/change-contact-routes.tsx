import { findResult, keepResult } from '../../platform/act-results/index.ts'
import { type Answer, html, type InnerVisit, notFound, type Router, redirect } from '../../platform/http/index.ts'
import { idParam, reachOfVisit } from '../organization/index.ts'
import { ChangeContactPage, ContactConfirmPage } from './change-contact.page.tsx'
import type { Contact } from './contact.ts'
import { contactsByIds } from './find-contacts.ts'
import { type ContactTyped, readContact } from './new-contact.form.ts'
import { changeContact, setContactActive } from './register-contact.ts'

const permission = 'organization.manage'

/** Changing a contact, and taking it out of use. All agencies use the register: that is for who administrates them all. */
export function changeContactRoutes(router: Router): void {
  router.page('/contatos/:id', { permission }, async (visit) => {
    const [contact, result] = await Promise.all([contactOf(visit), findResult(visit)])
    if (!contact) return notFound
    return html(<ChangeContactPage {...shown(visit)} {...{ contact, result }} typed={typedOf(contact)} problems={[]} />)
  })

  router.act('/contatos/:id', { permission }, async (visit) => {
    const contact = await contactOf(visit)
    if (!contact) return notFound
    const { kind: natureza, document: cpf_ou_cnpj } = typedOf(contact)
    const { typed, request, problems } = readContact({ ...visit.form, natureza, cpf_ou_cnpj })
    if (!request) return html(<ChangeContactPage {...shown(visit)} {...{ contact, typed, problems }} />, 422)
    await changeContact(visit.db, visit.actor, contact.id, request, visit.now)
    return said(visit, contact.id, request.name, 'salvo.')
  })

  for (const [noun, active] of [
    ['desativacao', false],
    ['reativacao', true],
  ] as const) {
    router.page(`/contatos/:id/${noun}`, { permission }, async (visit) => {
      const contact = await contactOf(visit)
      if (!contact || contact.active === active) return notFound
      return html(<ContactConfirmPage {...shown(visit)} contact={contact} />)
    })
    router.act(`/contatos/:id/${noun}`, { permission }, async (visit) => {
      const contact = await contactOf(visit)
      if (!contact) return notFound
      await setContactActive(visit.db, visit.actor, contact.id, active, visit.now)
      return said(visit, contact.id, contact.name, active ? 'de volta ao uso.' : 'fora de uso.')
    })
  }
}

/** Whether this person changes contacts from here. */
export async function keepsContacts(visit: InnerVisit): Promise<boolean> {
  if (!visit.actor.permissions.has(permission)) return false
  return (await reachOfVisit(visit, permission)).agencyId === undefined
}

async function contactOf(visit: InnerVisit): Promise<Contact | undefined> {
  const id = idParam(visit)
  if (!id || !(await keepsContacts(visit))) return undefined
  const [contact] = await contactsByIds(visit.db, [id])
  return contact
}

function typedOf({ kind, name, cpf, cnpj, email, phone, city }: Contact): ContactTyped {
  return { kind, name, document: cpf ?? cnpj ?? '', email, phone, city }
}

function shown(visit: InnerVisit) {
  const { page, formKeys } = visit
  return { page, formKeys, deskHref: visit.href('/mesa'), contactsHref: visit.href('/contatos') }
}

async function said(visit: InnerVisit, id: string, label: string, text: string): Promise<Answer> {
  const item = { label: label.slice(0, 200), done: true, text }
  return redirect(visit.href(`/contatos/${id}${await keepResult(visit, { title: label, items: [item] })}`))
}
