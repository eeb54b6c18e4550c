import { admin, formTo } from './builders-admin.ts'
import type { TestHouse } from './house.ts'
import type { Page, Person } from './person.ts'

/** An office made on the pages by who administrates. Answers its path below the administration. */
export async function anOffice(by: Person, title: string, unit = 'GS'): Promise<string> {
  const page = await by.send(await by.open(admin('/cargos/novo')), formTo('/cargos'), { cargo: title, unidade: unit })
  const path = /\/administracao(\/cargos\/\d+)/.exec(page.url)?.[1]
  if (!path) throw new Error(`no office was made: ${page.text}`)
  return path
}

/** Says who holds it, since long unless said otherwise. */
export async function aHolder(by: Person, office: string, login: string, fields: Fields = {}): Promise<Page> {
  const form = await by.open(admin(`${office}/titulares/novo`))
  return by.send(form, formTo(`${office}/titulares`), {
    titular: login,
    ato: 'Decreto de nomeação',
    desde: '2020-01-01',
    ...fields,
  })
}

/** Appoints who stands in, with what is typed; the rest as the page offers it. */
export async function aSubstitution(by: Person, office: string, login: string, fields: Fields = {}): Promise<Page> {
  const form = await by.open(admin(`${office}/substituicoes/nova`))
  return by.send(form, formTo(`${office}/substituicoes`), {
    substituto: login,
    motivo: 'vacation',
    ato: 'Portaria nº 12/2027-GS',
    ...fields,
  })
}

/** Goes through the page that asks before the act behind a link of the office. */
export async function confirmOn(by: Person, office: string, noun: string): Promise<Page> {
  const page = await by.open(admin(office))
  const href = page.document.querySelector(`a[href$="/${noun}"]`)?.getAttribute('href')
  if (!href) throw new Error(`no way to ${noun} on ${page.url}: ${page.text}`)
  return by.send(await by.open(href), `form[action="${href}"]`)
}

/** The permissions of somebody in a unit on a day, as every request asks for them. */
export async function permissionsOn(house: TestHouse, login: string, unit: string, day: string): Promise<string[]> {
  const [row] = await house.db<{ permissions: string[] }[]>`
    select identity.permissions_in(a.id, u.id, ${day}::date) as permissions
      from identity.account a, organization.unit u where a.login = ${login} and u.slug = ${unit}`
  return row?.permissions ?? []
}

type Fields = Record<string, string>
