import { registerDocumentType } from '../../src/capabilities/classification/index.ts'
import { registerContact } from '../../src/capabilities/people/index.ts'
import { doc, section } from '../../src/rich-text/index.ts'
import { aCaseFile, actorOf, done, formOf } from './builders-cases.ts'
import { aDraft, documentAddress, typeIdOf } from './builders-documents.ts'
import type { TestHouse } from './house.ts'
import type { Person } from './person.ts'
import { at } from './world.ts'

/** An address of the protocol, so that it sends e-mails. */
export async function givesEmail(house: TestHouse): Promise<void> {
  await house.db`insert into organization.unit_email (unit_id, address)
    select id, 'protocolo@exemplo.gov.br' from organization.unit where slug = ${at.prot} on conflict do nothing`
}

/** A type of document that is made for somebody. */
export async function aTypeWithAddressee(house: TestHouse): Promise<void> {
  const addressee = section('destinatario', 'body', '@destinatario_nome@', { locked: true })
  const template = doc(addressee, section('corpo', 'body', ''))
  await done(registerDocumentType(house.db, { name: 'Carta', appliesTo: 'authored', template }))
}

/** A list of documents to be made, sent as people do. Answers the page with what was found. */
export async function aList(house: TestHouse, marina: Person, digits: string, list: string) {
  const page = await marina.open(`/em/${at.prot}/lotes/novo?processo=${digits}`)
  const file = { field: 'lista', name: 'lista.csv', type: 'text/csv', content: list }
  return marina.send(page, formOf('lotes'), { tipo: await typeIdOf(house, 'Despacho') }, [file])
}

/** An e-mail that was sent, a circular with its documents, a list: what the pages of issuing show. */
export async function furnishIssuing(house: TestHouse, marina: Person) {
  await givesEmail(house)
  await aTypeWithAddressee(house)
  const actor = await actorOf(house, 'marina', at.prot)
  const now = house.platform.clock()
  const { digits } = await aCaseFile(house, { summary: 'Convite para a audiência pública' })
  const ids: string[] = []
  for (const [name, email] of [
    ['Bruno Sá', 'bruno@exemplo.org'],
    ['Elza Pinto', undefined],
  ] as const) {
    ids.push(
      (await done(registerContact(house.db, actor, { kind: 'person', name, ...(email ? { email } : {}) }, now))).id,
    )
  }
  const base = await aDraft(house, digits, { type: 'Carta', text: 'Convidamos para a audiência.' })
  const circular = await marina.open(documentAddress(base, '/circular'))
  const made = await marina.send(circular, formOf('circular'), { ato: 'gerar', contato: ids })
  const writing = await marina.open(`/em/${at.prot}/processos/${digits}/correio`)
  const sent = await marina.send(
    writing,
    formOf('correio'),
    { ato: 'enviar', para: 'bruno@exemplo.org', assunto: 'Convite', mensagem: 'Segue o convite.' },
    [{ field: 'arquivos', name: 'mapa.txt', type: 'text/plain', content: 'O mapa' }],
  )
  const list = await aList(house, marina, digits, 'nome;processo\nAna;1\nBia;2')
  if (made.status !== 200 || sent.errors.length > 0 || list.errors.length > 0) {
    throw new Error(`nothing was issued: ${made.status} ${sent.errors.join(' ')} ${list.errors.join(' ')}`)
  }
  return { circularBase: base, email: sent.url.split('/').at(-1) ?? '', list: list.url.split('/').at(-1) ?? '' }
}
