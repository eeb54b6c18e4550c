import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aConcludedCase, anArchivedCase, anArchiveHouse } from '../../../test/support/builders-archive.ts'
import { aCaseFile, actorOf, concludedIn, eventsOf } from '../../../test/support/builders-cases.ts'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import type { Person } from '../../../test/support/person.ts'
import { at, password } from '../../../test/support/world.ts'
import { keepCaseFile } from './keeping/keep-case-file.ts'

let house: TestHouse
let marina: Person
const base = `/em/${at.prot}`
const justificativa = 'Assunto encerrado e sem pendências.'
const signing = { cargo: 'Analista', senha: password }

beforeAll(async () => {
  house = await openTestHouse()
  await anArchiveHouse(house)
  marina = await house.signIn('marina')
})
afterAll(() => house.close())

const state = async (id: string) => (await house.db`select state from cases.case_file where id = ${id}`)[0]?.state
const file = async (digits: readonly string[], fields: Record<string, string> = {}) => {
  const query = digits.map((one) => `processo=${one}`).join('&')
  const page = await marina.open(`${base}/arquivo/arquivamento?${query}`)
  return marina.send(page, 'form[action$="/arquivamento"]', { justificativa, ...signing, ...fields })
}

describe('the archive of the unit', () => {
  it('R1 shows to the unit that concluded last what no unit holds any more, and nothing confidential', async () => {
    const waiting = await aConcludedCase(house, { summary: 'Espera arquivo' })
    const secret = await aCaseFile(house, { level: 'confidential', summary: 'Guarda segredo' })
    await concludedIn(house, secret.id, at.prot)
    const elsewhere = await aCaseFile(house, { by: 'carla', unit: at.cofic, summary: 'De outra unidade' })
    await concludedIn(house, elsewhere.id, at.cofic)
    const page = await marina.open(`${base}/arquivo`)
    expect(page.text).toContain(waiting.number)
    expect(page.text).not.toContain('Guarda segredo')
    expect(page.text).not.toContain('De outra unidade')
  })

  it('R2 archives many, each with its own signed term, and tells what became of each', async () => {
    const [one, two] = [await aConcludedCase(house), await aConcludedCase(house)]
    const page = await file([one.digits, two.digits])
    expect(page.text).toContain(one.number)
    expect(page.text).toContain('arquivado, termo')
    for (const { id } of [one, two]) {
      expect(await state(id)).toBe('archived')
      expect((await eventsOf(house, id)).at(-1)).toBe('case-archived')
      const [term] = await house.db`
        select s.signer_name as name, v.plain_text as text from documents.document d
          join classification.document_type t on t.id = d.document_type_id and t.name = 'Termo de Arquivamento'
          join signatures.signature s on s.document_id = d.id
          join documents.version v on v.document_id = d.id and v.number = d.version where d.case_file_id = ${id}`
      expect(term?.name).toBe('Marina Protocolista')
      expect(term?.text).toContain('900.1')
      expect(await house.db`select 1 from cases.holding where case_file_id = ${id} and closed_at is null`).toHaveLength(
        0,
      )
    }
    expect((await marina.open(`${base}/arquivo`)).text).not.toContain(one.number)
    expect((await marina.open(`${base}/arquivo?situacao=arquivados`)).text).toContain(one.number)
  })

  it('R2 refuses without justification, with a wrong password or another capacity, and nothing changes', async () => {
    const { digits, id } = await aConcludedCase(house)
    for (const fields of [{ justificativa: '' }, { senha: 'errada' }, { cargo: 'Imperador' }]) {
      const page = await file([digits], fields)
      expect(page.status).toBe(422)
      expect(page.errors.length).toBeGreaterThan(0)
    }
    expect(await state(id)).toBe('normal')
  })

  it('R1 what is open somewhere, confidential, or concluded last elsewhere is not archived', async () => {
    const open = await aCaseFile(house)
    const secret = await aCaseFile(house, { level: 'confidential' })
    await concludedIn(house, secret.id, at.prot)
    const form = await marina.open(`${base}/arquivo/arquivamento?processo=${(await aConcludedCase(house)).digits}`)
    for (const { digits, id } of [open, secret]) {
      const page = await marina.send(form, 'form[action$="/arquivamento"]', {
        justificativa,
        ...signing,
        processo: digits,
        _chave: crypto.randomUUID(),
      })
      expect(page.text).not.toContain('arquivado, termo')
      expect(await state(id)).toBe('normal')
    }
  })

  it('R3 what is archived is consulted and nothing else, until it is unarchived with a term', async () => {
    const { digits, id } = await anArchivedCase(house)
    const page = await marina.open(`${base}/processos/${digits}`)
    expect(page.status).toBe(200)
    expect(page.text).toContain('Processo arquivado')
    const reopened = await marina.post(`${base}/processos/${digits}/reabertura`, keysOf(page))
    expect(reopened.text).toContain('O processo está arquivado')
    expect(await state(id)).toBe('archived')
    await expect(
      house.db`insert into cases.holding (case_file_id, unit_id, origin, opened_at)
        select ${id}, id, 'received', now() from organization.unit limit 1`,
    ).rejects.toThrow('archived')
    const sheet = await marina.open(`${base}/processos/${digits}/arquivo`)
    const back = await marina.send(sheet, 'form[action$="/desarquivamento"]', { motivo: 'Novo pedido.', ...signing })
    expect(back.status).toBe(200)
    expect(await state(id)).toBe('normal')
    expect(await eventsOf(house, id)).toContain('case-unarchived')
    expect((await marina.open(`${base}/mesa`)).text).toContain(digits.slice(5, 11))
  })

  it('R4 the term follows the classes: a new class gives a new term, a permanent one for ever', async () => {
    const { digits } = await anArchivedCase(house)
    const sheet = await marina.open(`${base}/processos/${digits}/arquivo`)
    expect(sheet.text).toContain('Guarda até')
    const [row] = await house.db`select id from classification.record_class where code = '900.2'`
    const page = await marina.send(sheet, 'form[action$="/reclassificacao"]', { classe_nova: String(row?.id) })
    expect(page.text).toContain('guarda permanente')
  })

  it('R5 years that are counted from a fact wait for it, and begin with it', async () => {
    const { digits } = await anArchivedCase(house, { recordClass: '900.3' })
    const sheet = await marina.open(`${base}/processos/${digits}/arquivo`)
    expect(sheet.text).toContain('Aguarda o fato: aprovação das contas')
    const form = 'form[action$="/fato-gerador"]'
    const future = await marina.send(sheet, form, { dia_fato: '2199-01-01' })
    expect(future.errors[0]).toContain('ainda não aconteceu')
    const page = await marina.send(sheet, form, { dia_fato: '2020-05-05', _chave: crypto.randomUUID() })
    expect(page.text).toContain('Guarda até')
    const away = await marina.send(page, 'form[action$="/fato-gerador/retirada"]')
    expect(away.text).toContain('Aguarda o fato')
  })

  it('R6 goes to the unit that keeps the archive of the agency, which then keeps it, and comes back', async () => {
    const { digits, id } = await anArchivedCase(house, { level: 'restricted' })
    const sheet = await marina.open(`${base}/processos/${digits}/arquivo`)
    const form = 'form[action$="/transferencia"]'
    expect((await marina.send(sheet, form)).errors[0]).toContain('unidade de arquivo')
    await house.db`insert into archive.agency_archive select agency_id, id, now(), (select id from identity.account where login = 'admin')
      from organization.unit where slug = ${at.asses}`
    await marina.send(sheet, form, { _chave: crypto.randomUUID() })
    const asses = await actorOf(house, 'ana', at.asses)
    const outcome = await keepCaseFile(
      house.db,
      asses,
      digits,
      { kind: 'return', reason: 'Falta um anexo.' },
      new Date(),
    )
    expect(outcome?.done).toBe(true)
    expect(await eventsOf(house, id)).toEqual(
      expect.arrayContaining(['case-transferred', 'case-returned-from-archive']),
    )
    const elsewhere = await keepCaseFile(house.db, asses, digits, { kind: 'transfer', phase: 'permanent' }, new Date())
    expect(elsewhere).toMatchObject({ done: false, refusals: [{ kind: 'kept-elsewhere' }] })
  })

  it('R7 is not there for who may not archive', async () => {
    const { digits } = await anArchivedCase(house)
    const beto = await house.signIn('beto')
    for (const path of [
      '/arquivo',
      '/arquivo/arquivamento',
      '/eliminacao',
      '/arquivo/cpad',
      `/processos/${digits}/arquivo`,
    ]) {
      expect((await beto.open(`/em/${at.asses}${path}`)).status).toBe(404)
    }
  })

  it('R8 the commission shows who presides and who is a member, in and out of office', async () => {
    const page = await marina.open(`${base}/arquivo/cpad`)
    expect(page.text).toContain('Sônia Secretária de Estado')
    expect(page.text).toContain('Presidência')
    expect(page.text).toContain('Em exercício')
  })
})

function keysOf(page: { document: Document }): Record<string, string> {
  const value = (name: string) => page.document.querySelector(`input[name="${name}"]`)?.getAttribute('value') ?? ''
  return { _csrf: value('_csrf'), _chave: crypto.randomUUID() }
}
