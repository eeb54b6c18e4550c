import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  aCaseFile,
  confirmPasswordFor,
  eventsOf,
  formOf,
  openForCommands,
  postAnyway,
} from '../../../../test/support/builders-cases.ts'
import { aDraft, rowOf, writeText } from '../../../../test/support/builders-documents.ts'
import { signOnPage } from '../../../../test/support/builders-signatures.ts'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Page, Person } from '../../../../test/support/person.ts'
import { at, password } from '../../../../test/support/world.ts'

let house: TestHouse
let sonia: Person
let carla: Person
beforeAll(async () => {
  house = await openTestHouse()
  sonia = await house.signIn('secretaria')
  carla = await house.signIn('carla')
})
afterAll(() => house.close())

const ofCase = (digits: string, part = '', unit: string = at.gs) => `/em/${unit}/processos/${digits}${part}`
const ofDocument = (number: string, part = '', unit: string = at.gs) => `/em/${unit}/documentos/${number}${part}`

async function confidential() {
  const made = await aCaseFile(house, { by: 'secretaria', unit: at.gs, level: 'confidential' })
  await confirmPasswordFor(sonia, at.gs, made.digits, password)
  await openForCommands(house, 'secretaria', at.gs, made.id)
  return made
}

/** Presses the button of the row that names the person and the unit. */
async function pressIn(person: Person, page: Page, table: string, words: readonly string[]) {
  const row = [...page.document.querySelectorAll(`${table} tbody tr`)].find((tr) =>
    words.every((word) => tr.textContent?.includes(word)),
  )
  row?.querySelector('form')?.setAttribute('id', 'escolhido')
  return person.send(page, '#escolhido')
}

async function grant(digits: string, name: string, unit: string) {
  const page = await sonia.open(ofCase(digits, `/credenciais?pessoa=${name}`))
  return pressIn(sonia, page, '#pessoas', [unit])
}

describe('E2E-07 a confidential case file', () => {
  it('R27 is granted, received, signed by credential, revoked, and never left without a holder', async () => {
    const { id, digits, number } = await confidential()
    const draft = await aDraft(house, digits, { by: 'secretaria', unit: at.gs, text: 'Voto pelo arquivamento.' })
    await grant(digits, 'coordenadora', 'COFIC')
    expect((await carla.open(`/em/${at.cofic}/mesa`)).text).toContain(number)
    await confirmPasswordFor(carla, at.cofic, digits, password)
    expect((await carla.open(ofCase(digits, '', at.cofic))).text).toContain(number)
    expect(await eventsOf(house, id)).toContain('case-received')

    // Access alone opens no draft of another unit.
    const closed = await carla.open(ofDocument(draft, '', at.cofic))
    expect(closed.text).not.toContain('Voto pelo arquivamento')
    expect((await carla.open(ofDocument(draft, '/editor', at.cofic))).status).toBe(404)
    const offered = await sonia.open(ofDocument(draft, '/credenciais-de-assinatura?pessoa=coordenadora'))
    const granted = await pressIn(sonia, offered, '#pessoas', ['COFIC'])
    expect(granted.text).toContain('Em vigor')
    expect(granted.text).toContain('Ainda não')
    expect((await carla.open(ofDocument(draft, '', at.cofic))).text).toContain('Voto pelo arquivamento')
    expect((await carla.open(ofDocument(draft, '/editor', at.cofic))).status).toBe(200)
    await writeText(house, draft, 'Voto pelo arquivamento do feito.', { by: 'carla', unit: at.cofic })
    const signed = await signOnPage(carla, at.cofic, draft)
    expect(signed.errors).toEqual([])
    expect((await rowOf(house, draft)).signature_count).toBe(1)

    const used = await sonia.open(ofDocument(draft, '/credenciais-de-assinatura'))
    expect(used.text).not.toContain('Ainda não')
    const revoked = await sonia.send(used, formOf('cassacao'))
    expect(revoked.text).toContain('Cassada')
    // The access credential that came with it stays.
    expect((await carla.open(ofCase(digits, '', at.cofic))).text).toContain(number)
    const gone = await pressIn(sonia, await sonia.open(ofCase(digits, '/credenciais')), '#credenciais', ['Carla'])
    expect(gone.text).toContain('Cassada')
    expect((await carla.open(ofCase(digits, '', at.cofic))).status).toBe(404)
    const alone = await sonia.send(gone, formOf('renuncia'))
    expect(alone.errors.join()).toContain('única pessoa com credencial em vigor')
    const history = await sonia.open(ofCase(digits, '/historico'))
    expect(history.text).toContain('Credencial de assinatura do documento')
    expect(history.text).toContain('cassada')
  })

  it('PRO-088 is signed by credential only in a confidential case file, by who may sign, of another unit', async () => {
    const open = await aCaseFile(house, { by: 'secretaria', unit: at.gs })
    const ordinary = await aDraft(house, open.digits, { by: 'secretaria', unit: at.gs, text: 'Nada.' })
    expect((await sonia.open(ofDocument(ordinary, '/credenciais-de-assinatura'))).status).toBe(404)
    const { digits } = await confidential()
    const draft = await aDraft(house, digits, { by: 'secretaria', unit: at.gs, text: 'Voto.' })
    const page = await sonia.open(ofDocument(draft, '/credenciais-de-assinatura?pessoa=beto'))
    const refused = await pressIn(sonia, page, '#pessoas', ['ASSES'])
    expect(refused.errors).toEqual(['Esta pessoa não pode assinar documentos nesta unidade.'])
    const [ids] = await house.db`select a.id as account, u.id as unit from identity.account a, organization.unit u
      where a.login = 'ana' and u.slug = ${at.gs}`
    const own = await postAnyway(sonia, ofDocument(draft, '/credenciais-de-assinatura'), {
      pessoa: String(ids?.account),
      unidade: String(ids?.unit),
    })
    expect(own.errors.join()).toContain('não precisa desta credencial')
  })
})

describe('renewing and transferring', () => {
  it('PRO-083 reopens what was concluded there, at the top of that desk; what was revoked is not renewed', async () => {
    const { id, digits, number } = await confidential()
    await grant(digits, 'coordenadora', 'COFIC')
    const [row] = await house.db`select k.id from cases.credential k join identity.account a on a.id = k.account_id
      where k.case_file_id = ${id} and a.login = 'carla'`
    const renewal = ofCase(digits, `/credenciais/${row?.id}/renovacao`)
    expect((await postAnyway(sonia, renewal)).errors.join()).toContain('está aberto na unidade dessa pessoa')
    await confirmPasswordFor(carla, at.cofic, digits, password)
    const conclusion = await carla.open(`/em/${at.cofic}/conclusao?processo=${digits}`)
    await carla.send(conclusion, formOf('conclusao'))
    expect(
      (await carla.open(`/em/${at.cofic}/mesa`)).document.querySelector('#processos')?.textContent ?? '',
    ).not.toContain(number)
    await aCaseFile(house, { by: 'carla', unit: at.cofic })
    house.passTime(60_000)
    const page = await sonia.open(ofCase(digits, '/credenciais'))
    await sonia.send(page, formOf('renovacao'))
    const desk = await carla.open(`/em/${at.cofic}/mesa`)
    expect(desk.document.querySelector('#processos tbody tr')?.textContent).toContain(number)
    expect((await eventsOf(house, id)).at(-1)).toBe('credential-renewed')
    await postAnyway(sonia, ofCase(digits, `/credenciais/${row?.id}/cassacao`))
    expect((await postAnyway(sonia, renewal)).errors.join()).toContain('não é renovada: conceda outra')
  })

  it('PRO-086 gives credentials to many at once, with one password, each answering for itself, and keeps one’s own', async () => {
    const [one, two] = [await confidential(), await confidential()]
    await grant(two.digits, 'coordenadora', 'COFIC')
    const list = await sonia.open(`/em/${at.gs}/sigilosos`)
    expect(list.document.querySelectorAll('input[name=processo]').length).toBeGreaterThan(1)
    const query = `processo=${one.digits}&processo=${two.digits}&pessoa=coordenadora`
    const page = await sonia.open(`/em/${at.gs}/sigilosos/transferencia?${query}`)
    const to = page.document.querySelector('input[name=destino]')?.getAttribute('value') ?? ''
    const wrong = await sonia.send(page, '#transferencia', { destino: to, senha: 'outra' })
    expect(wrong.errors.join()).toContain('A senha não confere')
    const after = await sonia.send(wrong, '#transferencia', { destino: to, senha: password })
    expect(after.text).toContain('a sua continua em vigor')
    expect(after.text).toContain('já tem credencial nesta unidade')
    expect(await eventsOf(house, one.id)).toContain('credential-transferred')
    await confirmPasswordFor(carla, at.cofic, one.digits, password)
    expect((await carla.open(ofCase(one.digits, '', at.cofic))).status).toBe(200)
    expect((await sonia.open(ofCase(one.digits))).status).toBe(200)
  })
})
