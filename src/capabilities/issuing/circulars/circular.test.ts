import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCaseFile, actorOf, done, eventsOf, formOf } from '../../../../test/support/builders-cases.ts'
import { aDraft, documentAddress } from '../../../../test/support/builders-documents.ts'
import { signDocument } from '../../../../test/support/builders-signatures.ts'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Page, Person } from '../../../../test/support/person.ts'
import { at } from '../../../../test/support/world.ts'
import type { Letter } from '../../../platform/mail/index.ts'
import { doc, section } from '../../../rich-text/index.ts'
import { registerDocumentType } from '../../classification/index.ts'
import { registerContact } from '../../people/index.ts'

const names = ['Ana Lima', 'Bruno Sá', 'Carla Dias', 'Davi Reis', 'Elza Pinto']

describe('a circular', () => {
  let house: TestHouse
  let marina: Person
  let base: string
  let digits: string
  let caseId: string
  const letters: Letter[] = []

  beforeAll(async () => {
    house = await openTestHouse({
      mailer: {
        deliver: async (letter) => {
          letters.push(letter)
          return { done: true, value: { messageId: '<1@x>', refusedAddresses: [] } }
        },
      },
    })
    await house.db`insert into organization.unit_email (unit_id, address)
      select id, 'protocolo@exemplo.gov.br' from organization.unit where slug = ${at.prot}`
    const template = doc(
      section('destinatario', 'body', '@destinatario_nome@', { locked: true }),
      section('corpo', 'body', ''),
    )
    await done(registerDocumentType(house.db, { name: 'Carta', appliesTo: 'authored', template }))
    const actor = await actorOf(house, 'marina', at.prot)
    for (const [index, name] of names.entries()) {
      const email = index === 4 ? {} : { email: `pessoa${index}@exemplo.org` }
      await done(registerContact(house.db, actor, { kind: 'person', name, ...email }, house.platform.clock()))
    }
    marina = await house.signIn('marina')
    const made = await aCaseFile(house)
    digits = made.digits
    caseId = made.id
    base = await aDraft(house, digits, { type: 'Carta', text: 'Convidamos para a reunião.' })
  })
  afterAll(() => house.close())

  const idsOf = async () => {
    const rows = await house.db<
      { id: string }[]
    >`select id from people.contact where name = any (${names}) order by name`
    return rows.map(({ id }) => id)
  }
  const circular = () => marina.open(documentAddress(base, '/circular'))
  const documentsOn = (page: Page) =>
    [...page.document.querySelectorAll('input[name="documento"]')].map((one) => one.getAttribute('value') ?? '')

  it('R6 is not made of a type without addressee, nor without anybody', async () => {
    const despacho = await aDraft(house, digits, { text: 'Sem destinatário.' })
    const page = await marina.open(documentAddress(despacho, '/circular'))
    expect(page.text).toContain('O modelo deste tipo de documento não tem destinatário.')
    const nobody = await marina.send(await circular(), formOf('circular'), { ato: 'gerar' })
    expect(nobody.errors[0]).toContain('Marque ao menos um contato')
    expect(await eventsOf(house, caseId)).not.toContain('circular-made')
  })

  it('E2E-12 R6 five contacts, one without e-mail: five documents to sign, four e-mails, a report', async () => {
    let found = await circular()
    const chosen: string[] = []
    for (const [index, name] of names.entries()) {
      found = await marina.send(found, formOf('circular'), { ato: 'procurar', busca: name, contato: [...chosen] })
      expect(found.text).toContain(name)
      chosen.push((await idsOf())[index] ?? '')
    }
    expect(found.text).toContain('Sem e-mail no cadastro')
    const made = await marina.send(found, formOf('circular'), { ato: 'gerar', contato: chosen })
    expect(made.errors).toEqual([])
    expect(made.text).toMatch(/Elza Pinto: documento \d{7} no bloco \d+; sem e-mail no cadastro/)
    const numbers = documentsOn(made)
    expect(numbers).toHaveLength(5)
    const reading = await marina.open(documentAddress(numbers[0] ?? ''))
    expect(reading.text).toContain('Ana Lima')
    expect(reading.text).toContain('Convidamos para a reunião.')
    const [items] = await house.db<{ count: number }[]>`
      select count(*)::int from bundles.item i join documents.document d on d.id = i.document_id
        join bundles.bundle b on b.id = i.bundle_id and b.kind = 'signature' where d.number = any (${numbers}::bigint[])`
    expect(items?.count).toBe(5)

    const early = await marina.send(await circular(), formOf('envio'), { assunto: 'Convite', mensagem: 'Segue.' })
    expect(early.text).toContain('o documento ainda não foi assinado')
    for (const number of numbers) await signDocument(house, number)
    const sent = await marina.send(await circular(), formOf('envio'), { assunto: 'Convite', mensagem: 'Segue.' })
    expect(sent.text).toContain('Elza Pinto: o contato não tem e-mail no cadastro')
    expect(sent.text).toContain('4 itens feitos')
    await house.workOff()
    expect(letters.map(({ envelopeTo }) => envelopeTo).sort()).toEqual(
      [0, 1, 2, 3].map((n) => `pessoa${n}@exemplo.org`),
    )
    expect(letters.map(({ attachments }) => attachments?.length)).toEqual([1, 1, 1, 1])
    expect((await eventsOf(house, caseId)).filter((kind) => kind === 'email-sent')).toHaveLength(4)

    const again = await marina.send(await circular(), formOf('envio'), {
      documento: numbers,
      assunto: 'Convite',
      mensagem: 'Segue.',
    })
    expect(again.text).toContain('o e-mail já foi enviado')
    await house.workOff()
    expect(letters).toHaveLength(4)
  })

  it('R7 the base carries its sign in the tree and is signed by nobody, on pages or in SQL', async () => {
    const tree = await marina.open(documentAddress(base))
    expect(tree.html).toContain('Base de circular')
    const signing = await marina.open(documentAddress(base, '/assinatura'))
    expect(signing.text).toContain('Este documento é a base de uma circular e não é assinado.')
    await expect(house.db`update documents.document set signature_count = 1 where number = ${base}`).rejects.toThrow(
      'base_is_unsigned',
    )
  })

  it('R6 gives nobody a second document', async () => {
    const page = await marina.send(await circular(), formOf('circular'), { ato: 'gerar', contato: await idsOf() })
    expect(page.errors[0]).toContain('Marque ao menos um contato')
  })
})
