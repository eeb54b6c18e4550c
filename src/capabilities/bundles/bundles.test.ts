import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aBundle, stateOf, tryMove, unitIdOf } from '../../../test/support/builders-bundles.ts'
import { aCaseFile, actorOf, eventsOf, formOf } from '../../../test/support/builders-cases.ts'
import { aDraft, rowOf, writeText } from '../../../test/support/builders-documents.ts'
import { signDocument } from '../../../test/support/builders-signatures.ts'
import { forManyAtOnce, openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import type { Page, Person } from '../../../test/support/person.ts'
import { at, password } from '../../../test/support/world.ts'
import { findDocument } from '../documents/index.ts'

let house: TestHouse
let marina: Person
let ana: Person
let carla: Person
beforeAll(async () => {
  house = await openTestHouse({}, forManyAtOnce)
  ;[marina, ana, carla] = await Promise.all([house.signIn('marina'), house.signIn('ana'), house.signIn('carla')])
})
afterAll(() => house.close())

const inProt = (path: string) => `/em/${at.prot}${path}`
const inAsses = (path: string) => `/em/${at.asses}${path}`
const inCofic = (path: string) => `/em/${at.cofic}${path}`

/** Presses the button of the action bar that posts to this address. */
const press = (person: Person, page: Page, path: string) => person.send(page, `form[action$="${path}"]`)

async function aCaseWithDraft(text = 'Encaminhe-se para assinatura.') {
  const caseFile = await aCaseFile(house, { level: 'restricted' })
  return { caseFile, draft: await aDraft(house, caseFile.digits, { text }) }
}

it('R5 E2E-04 a signature block goes to two units: one hourglass less with each return, then returned, concluded, reopened', async () => {
  const { caseFile, draft } = await aCaseWithDraft()
  const form = await marina.open(inProt(`/blocos/novo?tipo=assinatura&documento=${draft}`))
  const to = [await unitIdOf(house, at.asses), await unitIdOf(house, at.cofic)]
  const made = await marina.send(form, formOf('blocos/novo'), { descricao: 'Para assinar hoje', destinos: to })
  expect(made.text).toContain(`incluído no bloco`)
  const number = /Bloco de assinatura (\d+)/.exec(made.text)?.[1] ?? ''
  expect(await eventsOf(house, caseFile.id)).toContain('bundle-included')

  const available = await press(marina, made, '/disponibilizacao')
  expect(available.text).toContain('Disponibilizado')
  expect(available.html.match(/ainda não devolveu/g)).toHaveLength(2)

  const received = await ana.open(inAsses(`/blocos/${number}`))
  expect(received.text).toContain('Recebido')
  const returning = await ana.open(inAsses(`/blocos/${number}/devolucao`))
  await ana.send(returning, formOf('devolucao'), { texto: 'De acordo.' })
  expect((await ana.open(inAsses(`/blocos/${number}`))).status).toBe(404)

  const one = await marina.open(inProt(`/blocos/${number}`))
  expect(await stateOf(house, number)).toBe('available')
  expect(one.html.match(/ainda não devolveu/g)).toHaveLength(1)
  expect(one.text).toContain('De acordo.')

  await carla.send(await carla.open(inCofic(`/blocos/${number}/devolucao`)), formOf('devolucao'))
  const returned = await marina.open(inProt(`/blocos/${number}`))
  expect(returned.text).toContain('Retornado')
  const concluded = await press(marina, returned, '/conclusao')
  expect(concluded.text).toContain('Concluído')
  expect((await marina.open(inProt('/blocos'))).html).not.toContain(`/blocos/${number}"`)
  expect((await marina.open(inProt('/blocos?estado=concluidos'))).html).toContain(`/blocos/${number}"`)
  const reopened = await press(marina, concluded, '/reabertura')
  expect(reopened.text).toContain('agora está no estado Retornado')
  expect(await stateOf(house, number)).toBe('returned')
})

describe('R6 while a signature block is with another unit', () => {
  it('the receiver reads draft and case file, edits, signs; the generator does none of it; afterwards all is as before', async () => {
    const { caseFile, draft } = await aCaseWithDraft()
    const other = await aDraft(house, caseFile.digits, { text: 'Texto assinado do mesmo processo.' })
    await signDocument(house, other)
    const foreign = await aDraft(house, caseFile.digits, { text: 'Minuta fora do bloco.' })
    const before = await carla.open(inCofic(`/documentos/${other}`))
    expect(before.text).not.toContain('Texto assinado do mesmo processo.')

    const number = await aBundle(house, { to: [at.cofic], documents: [draft], available: true })
    const [item] = await house.db<{ id: string }[]>`
      select i.id from bundles.item i join bundles.bundle b on b.id = i.bundle_id where b.number = ${number}`
    const reading = await carla.open(inCofic(`/blocos/${number}/itens/${item?.id}`))
    expect(reading.text).toContain('Encaminhe-se para assinatura.')
    expect((await carla.open(inCofic(`/documentos/${other}`))).text).toContain('Texto assinado do mesmo processo.')
    expect((await carla.open(inCofic(`/documentos/${foreign}`))).text).not.toContain('Minuta fora do bloco.')

    // The generator may neither edit nor sign nor delete.
    const home = await actorOf(house, 'marina', at.prot)
    const atHome = await findDocument(house.db, home, draft, 'reading', house.platform.clock())
    expect(atHome?.inSignatureBundle).toBe(true)
    expect((await marina.open(inProt(`/documentos/${draft}/editor`))).status).toBe(409)
    expect((await marina.open(inProt(`/documentos/${draft}/assinatura`))).text).toContain('bloco disponibilizado')
    expect((await marina.open(inProt(`/documentos/${draft}/exclusao`))).text).toContain('bloco disponibilizado')

    // The receiver edits while nobody has signed (DOC-076), and may not take anything out.
    expect((await carla.open(inCofic(`/documentos/${draft}/editor`))).status).toBe(200)
    await writeText(house, draft, 'Texto revisto por quem assina.', { by: 'carla', unit: at.cofic })
    const removal = await carla.open(inCofic(`/blocos/${number}/retirada?item=${item?.id}`))
    expect([removal.status, removal.text.includes('Só a unidade que gerou')]).toEqual([422, true])

    const bundle = await carla.open(inCofic(`/blocos/${number}?selecao=sem-minha-assinatura`))
    expect(bundle.document.querySelectorAll('input[name="item"][checked]')).toHaveLength(1)
    const signing = await carla.open(inCofic(`/blocos/${number}/assinatura?item=${item?.id}`))
    const shown = signing.document.querySelector('input[name="documento"]')?.getAttribute('value') ?? ''
    const fields = { documento: [shown], senha: password }
    const signed = await carla.send(signing, formOf('assinatura'), fields)
    expect(signed.url).toContain(`/blocos/${number}?resultado=`)
    expect(signed.text).toContain('assinatura registrada, de Carla Coordenadora')
    expect(await rowOf(house, draft)).toMatchObject({ signature_count: 1 })
    expect((await carla.open(inCofic(`/documentos/${draft}/editor`))).status).toBe(409)
    // Reading by a unit that signs along does not turn the pen black (DOC-074).
    await carla.open(inCofic(`/documentos/${draft}`))
    expect((await rowOf(house, draft))?.locked_at).toBeNull()

    await tryMove(house, number, 'return', 'carla', at.cofic)
    expect((await carla.open(inCofic(`/documentos/${other}`))).text).not.toContain('Texto assinado do mesmo processo.')
    expect((await carla.open(inCofic(`/documentos/${draft}`))).text).not.toContain('Texto revisto por quem assina.')
    expect((await marina.open(inProt(`/documentos/${draft}/editor`))).status).toBe(200)
  })

  it('cancelling frees the document at once, and the case file was never open at the receiver', async () => {
    const { caseFile, draft } = await aCaseWithDraft('Segredo da minuta.')
    const number = await aBundle(house, { to: [at.cofic], documents: [draft], available: true })
    expect((await carla.open(inCofic(`/documentos/${draft}`))).text).toContain('Segredo da minuta.')
    const [held] = await house.db`select count(*)::int from cases.holding h join organization.unit u on u.id = h.unit_id
      where h.case_file_id = ${caseFile.id} and u.slug = ${at.cofic}`
    expect(held?.count).toBe(0)
    const page = await marina.open(inProt(`/blocos/${number}`))
    await press(marina, page, '/disponibilizacao/cancelamento')
    expect(await stateOf(house, number)).toBe('generated')
    expect((await carla.open(inCofic(`/documentos/${draft}`))).text).not.toContain('Segredo da minuta.')
    expect((await carla.open(inCofic(`/blocos/${number}`))).status).toBe(404)
    expect((await carla.open(inCofic(`/documentos/${draft}/editor`))).status).toBe(404)
  })

  it('the menu of who may sign there counts what waits', async () => {
    const { draft } = await aCaseWithDraft()
    const badge = async () => {
      const page = await carla.open(inCofic('/mesa'))
      return page.document.querySelector('a[href$="/blocos"] .count')?.textContent?.trim()
    }
    const waiting = Number((await badge()) ?? 0)
    const number = await aBundle(house, { to: [at.cofic], documents: [draft], available: true })
    expect(Number(await badge())).toBe(waiting + 1)
    await signDocument(house, draft, { by: 'carla', unit: at.cofic })
    expect(Number((await badge()) ?? 0)).toBe(waiting)
    await tryMove(house, number, 'cancel')
  })
})

it('R7 a document is with others in one block at a time, in the rule and in SQL', async () => {
  const { draft } = await aCaseWithDraft()
  const first = await aBundle(house, { to: [at.cofic], documents: [draft] })
  const second = await aBundle(house, { to: [at.asses], documents: [draft] })
  await tryMove(house, first, 'make-available')
  const page = await marina.open(inProt(`/blocos/${second}`))
  const refused = await press(marina, page, '/disponibilizacao')
  expect(refused.text).toContain(`está no bloco ${first}`)
  expect(await stateOf(house, second)).toBe('generated')
  await expect(
    house.db`insert into documents.co_signing (document_id, case_file_id, unit_id, source, since)
      select document_id, case_file_id, ${await unitIdOf(house, at.gs)}, source + 1000, since from documents.co_signing
       where until is null and document_id = (select id from documents.document where number = ${draft})`,
  ).rejects.toThrow(/exclusion/)
  await tryMove(house, first, 'cancel')
  expect(await tryMove(house, second, 'make-available')).toMatchObject({ done: true })
})

it('R8 in order, each unit gets the block when the one before returns it', async () => {
  const { draft } = await aCaseWithDraft('Em ordem.')
  const number = await aBundle(house, {
    to: [at.cofic, at.asses],
    inOrder: true,
    documents: [draft],
    available: true,
  })
  expect((await ana.open(inAsses(`/blocos/${number}`))).status).toBe(404)
  expect((await ana.open(inAsses(`/documentos/${draft}`))).text).not.toContain('Em ordem.')
  expect((await marina.open(inProt(`/blocos/${number}`))).text).toContain('aguarda a vez')
  await tryMove(house, number, 'return', 'carla', at.cofic)
  expect(await stateOf(house, number)).toBe('available')
  expect((await ana.open(inAsses(`/documentos/${draft}`))).text).toContain('Em ordem.')
  expect((await carla.open(inCofic(`/documentos/${draft}`))).text).not.toContain('Em ordem.')
  await tryMove(house, number, 'return', 'ana', at.asses)
  expect(await stateOf(house, number)).toBe('returned')
})

describe('R9 a meeting block', () => {
  it('lets its receiver find and read a restricted case file, drafts too, and nothing after its return', async () => {
    const caseFile = await aCaseFile(house, { level: 'restricted', summary: 'Pauta da reunião xilofone' })
    const draft = await aDraft(house, caseFile.digits, { text: 'Minuta para discutir.' })
    const text = async () => (await carla.open(inCofic(`/documentos/${draft}`))).text
    const found = async () => {
      await house.workOff()
      return (await carla.open(inCofic('/pesquisa?q=xilofone&em=processos'))).html.includes(caseFile.digits)
    }
    expect(await text()).not.toContain('Minuta para discutir.')
    expect(await found()).toBe(false)
    const kind = 'meeting' as const
    const number = await aBundle(house, { kind, to: [at.cofic], caseFiles: [caseFile.digits], available: true })
    expect(await text()).toContain('Minuta para discutir.')
    expect(await found()).toBe(true)
    // Read, and no more: BLO-040.
    expect((await carla.open(inCofic(`/documentos/${draft}/editor`))).status).toBe(409)
    expect((await carla.open(inCofic(`/documentos/${draft}/assinatura`))).text).toContain('não pode ser assinado agora')
    const passed = await house.db`select 1 from cases.passage p join organization.unit u on u.id = p.unit_id
      where p.case_file_id = ${caseFile.id} and u.slug = ${at.cofic}`
    expect(passed).toHaveLength(0)
    expect(await eventsOf(house, caseFile.id)).toContain('bundle-made-available')

    await tryMove(house, number, 'return', 'carla', at.cofic)
    expect(await text()).not.toContain('Minuta para discutir.')
    expect((await carla.open(inCofic(`/processos/${caseFile.digits}`))).text).toContain('Processo restrito')
    expect((await carla.open(inCofic('/pesquisa?q=xilofone'))).html).not.toContain(caseFile.digits)
  })

  it('carries nothing confidential: not when it goes in, nor when it became so inside', async () => {
    const secret = await aCaseFile(house, { level: 'confidential' })
    await expect(aBundle(house, { kind: 'meeting', to: [at.cofic], caseFiles: [secret.digits] })).resolves.toBeTruthy()
    const [row] = await house.db`select count(*)::int from bundles.item where case_file_id = ${secret.id}`
    expect(row?.count).toBe(0)
    const caseFile = await aCaseFile(house)
    const number = await aBundle(house, { kind: 'meeting', to: [at.cofic], caseFiles: [caseFile.digits] })
    await house.db`update cases.case_file set level = 'confidential', effective_level = 'confidential',
      legal_basis_id = (select min(id) from classification.legal_basis where level = 'confidential') where id = ${caseFile.id}`
    expect(await tryMove(house, number, 'make-available')).toMatchObject({
      done: false,
      refusals: [{ kind: 'item', why: { kind: 'gone' } }],
    })
  })
})

describe('R10 an internal block', () => {
  it('is seen by its unit alone, goes nowhere, keeps what has left the unit, and tells nobody else', async () => {
    const caseFile = await aCaseFile(house)
    const number = await aBundle(house, { kind: 'internal', to: [at.cofic], caseFiles: [caseFile.digits] })
    expect((await carla.open(inCofic(`/blocos/${number}`))).status).toBe(404)
    expect(await tryMove(house, number, 'make-available')).toMatchObject({ done: false })
    expect((await marina.open(inProt(`/processos/${caseFile.digits}/historico?visao=completa`))).text).toContain(
      `bloco interno ${number}`,
    )
    expect((await carla.open(inCofic(`/processos/${caseFile.digits}/historico?visao=completa`))).text).not.toContain(
      'bloco interno',
    )
    await house.db`update cases.holding set closed_at = now(), closing = 'concluded' where case_file_id = ${caseFile.id}`
    expect((await marina.open(inProt(`/blocos/${number}`))).text).toContain(caseFile.number)
    const other = await aCaseFile(house)
    await house.db`update cases.holding set closed_at = now(), closing = 'concluded' where case_file_id = ${other.id}`
    const page = await marina.open(inProt(`/blocos/inclusao?processo=${other.digits}`))
    const refused = await marina.send(page, formOf('blocos/inclusao'), { bloco: number })
    expect(refused.status).toBe(422)
  })
})
