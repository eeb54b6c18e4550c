import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  aCentralAdministrator,
  admin,
  aGrant,
  aPerson,
  idOf,
  problemsOf,
  signInAs,
} from '../../../test/support/builders-admin.ts'
import {
  aCaseFile,
  actorOf,
  concludedIn,
  confirmPasswordFor,
  done,
  eventsOf,
  formOf,
} from '../../../test/support/builders-cases.ts'
import { aDraft } from '../../../test/support/builders-documents.ts'
import { indexAll } from '../../../test/support/builders-search.ts'
import { signDocument } from '../../../test/support/builders-signatures.ts'
import { aUnit } from '../../../test/support/builders-unit-migration.ts'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import type { Page, Person } from '../../../test/support/person.ts'
import { at, password } from '../../../test/support/world.ts'
import { suspendCaseFile } from '../cases/index.ts'
import { currentUnitOf } from '../organization/index.ts'
import { assignCaseFile, sendCaseFile } from '../routing/index.ts'

let house: TestHouse
let central: Person
let local: Person
let marina: Person
const list = '/migracoes'
const nova = 'set-rn-nuprot' as typeof at.prot

beforeAll(async () => {
  house = await openTestHouse()
  central = await aCentralAdministrator(house)
  local = await house.signIn('admin')
  await aUnit(house, 'NUPROT', ['marina'])
  marina = await house.signIn('marina')
}, 120_000)
afterAll(() => house.close())

const propose = async (fields: Record<string, string>, by = central) => {
  const acting = await aCaseFile(house, { by: 'ana', unit: at.gs })
  const page = await by.open(admin(`${list}/nova`))
  const all = { modo: 'sucessao', ato: 'Decreto nº 31.000/2026', processo: acting.number, numeracao: 'sim', ...fields }
  return by.send(page, 'form[action$="/migracoes"]', all)
}
const take = async (by: Person, page: Page, noun: string) => {
  const base = page.url.replace(/\?.*/, '').replace(/\/(aprovacao|execucao|regras)$/, '')
  return by.send(await by.open(noun === 'simulacao' ? base : `${base}/${noun}`), formOf(noun))
}
const keysOn = async (by: Person, address: string) => {
  const form = (await by.open(address)).document.querySelector('main form')
  const fields = [...(form?.querySelectorAll<HTMLInputElement>('input[type=hidden]') ?? [])]
  return Object.fromEntries(
    fields.map((field) => [field.getAttribute('name') ?? '', field.getAttribute('value') ?? '']),
  )
}
const counts = (page: Page) =>
  Object.fromEntries<string[]>(
    [...page.document.querySelectorAll('#contagem tbody tr, table#contagem tr')].flatMap((row) => {
      const [name, ...cells] = [...row.querySelectorAll('th,td')].map((cell) => (cell.textContent ?? '').trim())
      return row.querySelector('td') ? [[name ?? '', cells] as const] : []
    }),
  )

describe('E2E-15 a unit gives place to another one', () => {
  let open: { id: string; digits: string; number: string }
  let restricted: typeof open
  let red: typeof open
  let suspended: typeof open
  let secret: typeof open
  let signed: string
  let draft: string
  let page: Page

  beforeAll(async () => {
    const [actor, now] = [await actorOf(house, 'marina', at.prot), house.platform.clock()]
    open = await aCaseFile(house, { observation: 'Cuidado com o prazo' })
    signed = await aDraft(house, open.digits, { text: 'Texto assinado no protocolo sobre xaxado.' })
    await signDocument(house, signed)
    draft = await aDraft(house, open.digits, { text: 'Ainda uma minuta.' })
    const paulo = await idOf(house, 'identity.account', 'login', 'paulo')
    await done(assignCaseFile(house.db, actor, { caseNumber: open.digits, to: paulo }, now))
    restricted = await aCaseFile(house, { level: 'restricted' })
    const closed = await aDraft(house, restricted.digits, { text: 'Conteúdo restrito de outrora.' })
    await signDocument(house, closed)
    await concludedIn(house, restricted.id, at.prot)
    red = await aCaseFile(house, { by: 'carla', unit: at.cofic })
    const prot = await idOf(house, 'organization.unit', 'acronym', 'PROT')
    const sender = await actorOf(house, 'carla', at.cofic)
    const sending = { caseNumber: red.digits, to: [prot], keepOpen: true, returnDue: '2030-01-10' }
    await done(sendCaseFile(house.db, sender, sending, now))
    suspended = await aCaseFile(house)
    await done(
      suspendCaseFile(
        house.db,
        actor,
        { digits: suspended.digits, reason: 'Aguarda perícia', linkedDigits: undefined },
        now,
      ),
    )
    secret = await aCaseFile(house, { level: 'confidential' })
  }, 120_000)

  it('R2 is proposed with act and case file, simulated, and moves nothing by that', async () => {
    const wrong = await propose({ de: 'PROT', para: 'PROT', processo: '123', ato: '' })
    expect(wrong.status).toBe(422)
    expect(problemsOf(wrong).ato).toMatch(/Informe o ato formal/)
    expect(wrong.document.querySelector('#campo-de')?.textContent).toContain('PROT')
    page = await propose({ de: 'PROT', para: 'NUPROT' })
    expect(page.status).toBe(200)
    page = await take(central, page, 'simulacao')
    expect(page.text).toContain('Nada foi movido')
    expect(counts(page)).toEqual({
      'Processos abertos na unidade': ['4'],
      Sobrestamentos: ['1'],
      'Credenciais de processos sigilosos': ['1'],
      'Observações da unidade': ['1'],
      'Retornos programados e envios por receber': ['1'],
      Minutas: ['1'],
    })
    expect(page.text).toContain('só poderão consultar a antiga: Paulo Protocolista')
    expect(page.text).toContain('Um processo ficará sem atribuição')
    expect(await house.db`select 1 from history.event where kind = 'case-migrated'`).toEqual([])
  })

  it('R1 is approved by another person, in the superior unit', async () => {
    const offered = (shown: Page) => shown.document.querySelector('main a[href$="/aprovacao"]') !== null
    const who = 'Pode aprovar quem administra uma unidade superior, entrando por ela: GS ('
    const proposers = await central.open(page.url)
    expect(offered(proposers)).toBe(false)
    expect(proposers.text).toContain(`Você propôs esta migração: outra pessoa precisa aprová-la.${who}`)
    expect(proposers.document.querySelector('#passo')?.textContent).not.toContain('Clara Central')
    // By the form of another page, or one that was open before.
    const force = async (by: Person, base: string) => by.post(`${base}/aprovacao`, await keysOn(by, base))
    const base = page.url.replace(/\?.*/, '')
    expect((await central.open(`${base}/aprovacao`)).url).toBe(base)
    expect((await force(central, base)).text).toContain(
      'Quem propôs a migração não a aprova. Peça a outra pessoa da unidade superior.',
    )
    await aPerson(house, { login: 'vizinha', grants: [{ profile: 'Administrador', unit: 'COFIC' }] })
    const neighbour = await signInAs(house, 'vizinha')
    const address = base.replace(at.gs, at.cofic)
    const besides = await neighbour.open(address)
    expect(offered(besides)).toBe(false)
    expect(besides.text).toContain(`daqui não se aprova.${who}`)
    expect((await force(neighbour, address)).text).toContain(
      'Só a unidade superior às que serão migradas aprova. Entre nessa unidade e tente de novo.',
    )
    expect(offered(await local.open(base))).toBe(true)
    page = await take(local, page, 'aprovacao')
    expect(page.text).toContain('aprovada.')
    const early = house.db`update unit_migration.migration set state = 'done'`
    await expect(early).rejects.toMatchObject({ code: '23514' })
  })

  it('R6 gives what the simulation counted, and says so', async () => {
    page = await take(central, page, 'execucao')
    await house.workOff()
    page = await central.open(page.url.replace(/\?.*/, ''))
    expect(page.text).toContain('Migração concluída')
    for (const [planned, moved] of Object.values(counts(page))) expect(moved).toBe(planned)
    const items = await central.open(`${page.url}/itens?mostrar=observacoes`)
    expect(items.text).toContain('A atribuição a Paulo Protocolista foi removida.')
    expect(items.text).not.toMatch(/depois da simulação|Já não estava na unidade/)
    const csv = await central.open(`${page.url}/relatorio`)
    expect(csv.html).toContain(open.number)
    expect(csv.html).not.toContain(secret.number)
    expect(csv.html).toContain('Processo sigiloso')
  })

  it('R8 has the open ones on its desk as they lay: red, suspended, observed, one event each', async () => {
    const desk = await marina.open(`/em/${nova}/mesa`)
    expect(desk.text).toContain(open.number)
    const [row] = await house.db<{ received_at: Date | null; closing: string | null; acronym: string }[]>`
      select h.received_at, u.acronym from cases.holding h join organization.unit u on u.id = h.unit_id
       where h.case_file_id = ${red.id} and h.closed_at is null and u.acronym <> 'COFIC'`
    expect(row).toMatchObject({ received_at: null, acronym: 'NUPROT' })
    expect((await marina.open(`/em/${nova}/sobrestados`)).text).toContain(suspended.number)
    expect((await eventsOf(house, open.id)).filter((kind) => kind === 'case-migrated')).toHaveLength(1)
    const history = await marina.open(`/em/${nova}/processos/${open.digits}/historico`)
    expect(history.text).toMatch(/Processo migrado da unidade PROT para NUPROT \(Decreto nº 31.000\/2026, processo /)
    expect((await marina.open(`/em/${nova}/processos/${open.digits}`)).text).toContain('Cuidado com o prazo')
    const [due] = await house.db<{ to: string; first: string }[]>`
      select t.acronym as "to", f.acronym as first from routing.movement m join organization.unit t on t.id = m.to_unit_id
        join organization.unit f on f.id = m.first_to_unit_id where m.case_file_id = ${red.id}`
    expect(due).toEqual({ to: 'NUPROT', first: 'PROT' })
  })

  it('R9 keeps the old unit on what was signed, and gives drafts to the new one with a version that says so', async () => {
    const old = await marina.open(`/em/${nova}/documentos/${signed}`)
    expect(old.text).toContain('PROT')
    const rows = await house.db<{ number: string; acronym: string; version: number }[]>`
      select lpad(d.number::text, 7, '0') as number, u.acronym, d.version from documents.document d
        join organization.unit u on u.id = d.unit_id where d.case_file_id = ${open.id} order by d.number`
    expect(rows.map(({ number, acronym }) => [number, acronym])).toEqual([
      [signed, 'PROT'],
      [draft, 'NUPROT'],
    ])
    const versions = await marina.open(`/em/${nova}/documentos/${draft}/versoes`)
    expect(versions.text).toContain('Mudança de unidade')
    expect((await marina.open(`/em/${nova}/documentos/${draft}/editor`)).status).toBe(200)
    const verified = await house.db`select 1 from signatures.signature where unit_acronym = 'PROT'`
    expect(verified.length).toBeGreaterThan(0)
  })

  it('R10 reads what is restricted and was concluded long before, by succession and not by passage', async () => {
    const there = await marina.open(`/em/${nova}/processos/${restricted.digits}`)
    expect(there.status).toBe(200)
    expect(
      await house.db`select 1 from cases.passage p join organization.unit u on u.id = p.unit_id
      where u.acronym = 'NUPROT' and p.case_file_id = ${restricted.id}`,
    ).toEqual([])
    const carla = await house.signIn('carla')
    const [inside] = await house.db<{ number: string }[]>`
      select lpad(number::text, 7, '0') as number from documents.document where case_file_id = ${restricted.id}`
    expect((await marina.open(`/em/${nova}/documentos/${inside?.number}`)).text).toContain('restrito de outrora')
    expect((await carla.open(`/em/${at.cofic}/documentos/${inside?.number}`)).text).not.toContain('restrito de outrora')
  })

  it('R11 has the credentials of the same people, with an event', async () => {
    expect(await eventsOf(house, secret.id)).toContain('credential-moved')
    await confirmPasswordFor(marina, nova, secret.digits, password)
    expect((await marina.open(`/em/${nova}/processos/${secret.digits}`)).text).toContain(secret.number)
    expect((await marina.open(`/em/${at.prot}/processos/${secret.digits}`)).status).toBe(404)
  })

  it('R12 leaves the old unit for reading alone: nothing is sent to it, nothing made in it', async () => {
    const paulo = await house.signIn('paulo')
    expect((await paulo.open(`/em/${at.prot}/processos/${open.digits}`)).status).toBe(200)
    expect((await paulo.open(`/em/${at.prot}/processos/novo`)).status).toBe(404)
    expect((await paulo.open(`/em/${at.prot}/processos/${open.digits}/documentos/novo`)).status).toBe(404)
    const desk = await paulo.open(`/em/${at.prot}/mesa`)
    expect(desk.text).toContain('Esta unidade foi sucedida por NUPROT')
    expect(desk.text).toContain('Nada mais chega a esta unidade.')
    const seen = await paulo.open(`/em/${at.prot}/acompanhamento?processo=${open.digits}`)
    const followed = await paulo.send(seen, 'form[action$="/acompanhamento"]', { observacao: 'Ainda daqui' })
    expect(followed.status).toBe(404)
    expect(await house.db`select 1 from watchlists.entry`).toEqual([])
    const favourite = await paulo.open(`/em/${at.prot}/favorito?processo=${open.digits}`)
    expect((await paulo.send(favourite, 'form[action$="/favorito"]', { grupo: 'Meus' })).status).toBe(200)
    const ana = await house.signIn('ana')
    const other = await aCaseFile(house, { by: 'ana', unit: at.asses })
    const choose = await ana.open(`/em/${at.asses}/envio?processo=${other.digits}&unidade=prot`)
    expect(choose.document.querySelector('main')?.textContent).not.toContain('Protocolo')
    const reopened = house.db`update organization.unit set available_for_sending = true where acronym = 'PROT'`
    await expect(reopened).rejects.toMatchObject({ code: '23514' })
    const prot = await idOf(house, 'organization.unit', 'acronym', 'PROT')
    expect(await currentUnitOf(house.db, prot)).toBe(await idOf(house, 'organization.unit', 'acronym', 'NUPROT'))
  })

  it('R13 is found in searches of the new unit that include predecessors', async () => {
    await indexAll(house)
    const search = (extra: string) => marina.open(`/em/${nova}/pesquisa?q=xaxado&ordem=data&unidades=NUPROT${extra}`)
    expect((await search('')).text).not.toContain(signed)
    expect((await search('&antecessoras=sim')).text).toContain(signed)
  })

  it('R14 is for who administrates its units: for others it is not there', async () => {
    const address = page.url.replace(/\?.*/, '')
    await aGrant(house, 'rita', { profile: 'Administrador', unit: 'GABSEC' })
    const rita = await house.signIn('rita')
    expect((await rita.open(address.replace(at.gs, at.rj))).status).toBe(404)
    expect((await marina.open(address.replace(at.gs, at.prot))).status).toBe(404)
    const foreign = await propose({ de: 'GABSEC', para: 'GS' }, local)
    expect(problemsOf(foreign).de).toContain('Não há unidade em uso com a sigla “GABSEC”')
    expect(
      await signInAs(house, 'central')
        .then((one) => one.open(address))
        .then(({ status }) => status),
    ).toBe(200)
  })
})
