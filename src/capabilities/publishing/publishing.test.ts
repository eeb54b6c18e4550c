import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aCaseFile, eventsOf, legalBasisOf } from '../../../test/support/builders-cases.ts'
import { rowOf } from '../../../test/support/builders-documents.ts'
import { anAct, aVehicle, letPublish, publish } from '../../../test/support/builders-publishing.ts'
import { signDocument } from '../../../test/support/builders-signatures.ts'
import { forManyAtOnce, openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import type { Page, Person } from '../../../test/support/person.ts'
import { at } from '../../../test/support/world.ts'
import { confirmDue } from './publishing/confirm-due.ts'

/** A Monday, at ten in Brasília and in Natal. */
const monday = new Date('2026-11-23T10:00:00-03:00')
const wednesday = '2026-11-25'

let house: TestHouse
let marina: Person
let visitor: Person
let bulletin: string
let gazette: string
beforeAll(async () => {
  house = await openTestHouse({}, forManyAtOnce)
  house.setClock(monday)
  await letPublish(house)
  bulletin = await aVehicle(house)
  gazette = await aVehicle(house, {
    kind: 'external',
    acronym: 'DOE',
    name: 'Diário Oficial do Estado',
    cutOff: '17:00',
  })
  await house.db`insert into organization.holiday (on_date, name) values ('2026-11-26', 'Dia da Cidade')`
  visitor = house.visitor()
})
beforeEach(() => itIs(monday))
afterAll(() => house.close())

const where = (number: string, part = 'publicacao') => `/em/${at.prot}/documentos/${number}/${part}`
const form = (noun: string) => `form[action$="/${noun}"]`

/** Sets the clock and signs in anew: sessions end by the clock. */
async function itIs(moment: Date): Promise<void> {
  house.setClock(moment)
  marina = await house.signIn('marina')
}

async function publishOnPage(number: string, fields: Record<string, string>): Promise<Page> {
  const page = await marina.open(where(number))
  return marina.send(page, form('publicacao'), { veiculo: bulletin, resumo: 'Designa a comissão.', ...fields })
}

async function states(number: string): Promise<string[]> {
  const rows = await house.db<{ state: string }[]>`
    select p.state from publishing.publication p join documents.document d on d.id = p.document_id
     where d.number = ${number} order by p.id`
  return rows.map(({ state }) => state)
}

describe('E2E-13 a publication', () => {
  it('on a holiday is refused; on a working day it appears only from that day on; and its rectification is linked', async () => {
    const { digits, id } = await aCaseFile(house)
    const number = await anAct(house, digits)
    const refused = await publishOnPage(number, { data: '2026-11-26' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('feriado no órgão (Dia da Cidade)')
    expect(refused.document.querySelector('[name=data]')?.getAttribute('value')).toBe('2026-11-26')
    expect(await states(number)).toEqual([])

    const scheduled = await publishOnPage(number, { data: wednesday })
    expect(scheduled.text).toContain('Publicação agendada.')
    const inside = () => marina.open(where(number, '')).then(({ html }) => html)
    expect(await inside()).not.toContain('Publicado: Boletim de Serviço (BS) de 25/11/2026')
    expect((await visitor.open(`/boletim/documentos/${number}`)).status).toBe(404)
    expect((await visitor.open(`/boletim?data=${wednesday}`)).text).not.toContain(number)

    // The last minute before its day, and the first of it: no job has run.
    await itIs(new Date('2026-11-24T23:59:30-03:00'))
    expect((await visitor.open(`/boletim/documentos/${number}`)).status).toBe(404)
    await itIs(new Date('2026-11-25T00:00:01-03:00'))
    expect(await states(number)).toEqual(['scheduled'])
    const shown = await visitor.open(`/boletim/documentos/${number}`)
    expect(shown.status).toBe(200)
    expect(shown.text).toContain('Fica designada a comissão de inventário.')
    expect(shown.text).toContain('Marina Protocolista')
    expect(shown.text).not.toContain(digits)
    expect((await visitor.open('/boletim')).text).toContain(number)
    expect(await inside()).toContain('Publicado: Boletim de Serviço (BS) de 25/11/2026')

    await house.workOff()
    expect(await states(number)).toEqual(['published'])
    expect(await confirmDue(house.db, house.platform.clock())).toBe(0)
    expect((await eventsOf(house, id)).filter((kind) => kind === 'document-published')).toHaveLength(1)

    const begin = await marina.open(where(number, 'publicacao-relacionada'))
    const draft = await marina.send(begin, form('publicacao-relacionada'), { como: 'retificacao' })
    const correction = /documentos\/(\d+)/.exec(draft.url)?.[1] ?? ''
    expect(draft.text).toContain('Fica designada a comissão de inventário.')
    expect((await marina.open(where(correction))).text).toContain('Este documento é retificação de')
    // What is not out is not named beside what is.
    expect((await visitor.open(`/boletim/documentos/${number}`)).text).not.toContain(correction)
    await signDocument(house, correction)
    await itIs(new Date('2026-11-25T10:00:00-03:00'))
    await publishOnPage(correction, { data: wednesday })
    expect((await visitor.open(`/boletim/documentos/${number}`)).text).toContain(
      `Retificação deste documento: Portaria`,
    )
    const corrected = await visitor.open(`/boletim/documentos/${correction}`)
    expect(corrected.text).toContain('Este documento é retificação de')
    expect(corrected.document.querySelector(`a[href="/boletim/documentos/${number}"]`)).not.toBeNull()
  })
})

describe('what is published or on its way', () => {
  it('R2 cannot be cancelled, deleted, edited, signed again, nor made less public', async () => {
    const { digits } = await aCaseFile(house)
    for (const day of ['2026-11-23', wednesday]) {
      const number = await anAct(house, digits)
      const outcome = await publish(house, number, bulletin, day)
      expect(outcome?.done).toBe(true)
      const words = day === wednesday ? 'a caminho da publicação' : 'foi publicado e não pode mais mudar'
      for (const part of ['cancelamento', 'exclusao', 'dados', 'editor', 'assinatura']) {
        expect([part, (await marina.open(where(number, part))).text.includes(words)]).toEqual([part, true])
      }
      const before = await rowOf(house, number)
      const level = house.db`update documents.document set level = 'restricted',
        legal_basis_id = ${await legalBasisOf(house.db, 'restricted')} where number = ${number}`
      await expect(level).rejects.toThrow('publishes_what_is_fixed')
      await expect(
        house.db`update documents.document set state = 'cancelled' where number = ${number}`,
      ).rejects.toThrow('publishes_what_is_fixed')
      expect(await rowOf(house, number)).toEqual(before)
      expect(before?.lock_cause ?? before?.lockCause).toBe('publicação')
    }
  })

  it('R5 changes and is cancelled until its day, with the reason; what is out only in the data of an external gazette', async () => {
    const { digits, id } = await aCaseFile(house)
    const number = await anAct(house, digits)
    await publish(house, number, bulletin, wednesday)
    const page = await marina.open(where(number))
    const holiday = await marina.send(page, form('alteracao'), { data: '2026-11-26' })
    expect([holiday.status, holiday.text.includes('Dia da Cidade')]).toEqual([422, true])
    const changed = await marina.send(page, form('alteracao'), { data: '2026-11-27', resumo: 'Outro resumo.' })
    expect(changed.text).toContain('27/11/2026')
    const asking = await marina.open(where(number, 'publicacao/cancelamento'))
    expect((await marina.send(asking, form('cancelamento'), { motivo: '' })).status).toBe(422)
    await marina.send(asking, form('cancelamento'), { motivo: 'Ato sem efeito.' })
    expect(await states(number)).toEqual(['cancelled'])
    expect(await eventsOf(house, id)).toContain('publication-cancelled')

    await publishOnPage(number, { data: '2026-11-23' })
    expect(await states(number)).toEqual(['cancelled', 'published'])
    const out = await marina.open(where(number))
    expect(out.document.querySelector('a[href$="/cancelamento"]')).toBeNull()
    const forced = await marina.post(where(number, 'publicacao/cancelamento'), {
      ...Object.fromEntries(
        [...out.document.querySelectorAll<HTMLInputElement>('form[action$="alteracao"] input[type=hidden]')].map(
          (one) => [one.name, one.value],
        ),
      ),
      motivo: 'Queria que não tivesse saído.',
    })
    expect([forced.status, forced.text.includes('publicação não se cancela')]).toEqual([422, true])
    await marina.send(out, form('alteracao'), { diario: 'Diário Oficial da União', pagina: '34', resumo: 'Trocado.' })
    const shown = await visitor.open(`/boletim/documentos/${number}`)
    expect(shown.text).toContain('Diário Oficial da União, página 34')
    expect(shown.text).not.toContain('Trocado.')
    for (const change of [
      "summary = 'Trocado.'",
      "on_date = '2026-12-01'",
      "state = 'cancelled', end_reason = 'porque sim'",
    ]) {
      await expect(
        house.db.unsafe(`update publishing.publication set ${change} where state = 'published'`),
      ).rejects.toThrow('append-only')
    }
    await expect(house.db`delete from publishing.publication`).rejects.toThrow('append-only')
  })

  it('R7 is there once, however many publish it at the same moment', async () => {
    const { digits, id } = await aCaseFile(house)
    const number = await anAct(house, digits)
    await letPublish(house, 'paulo')
    const all = await Promise.all(
      (['marina', 'paulo', 'marina', 'paulo'] as const).map((by) =>
        publish(house, number, bulletin, '2026-11-23', { by }),
      ),
    )
    expect(all.filter((one) => one?.done)).toHaveLength(1)
    expect(await states(number)).toEqual(['published'])
    expect((await eventsOf(house, id)).filter((kind) => kind === 'document-published')).toHaveLength(1)
    const twin = house.db`insert into publishing.publication
      select (jsonb_populate_record(p, jsonb_build_object('id', p.id + 1000))).* from publishing.publication p where state = 'published' limit 1`
    await expect(twin).rejects.toThrow()
  })
})

describe('the round that writes it down', () => {
  it('R8 is done whole or not at all, once, by however many nodes, and late as well', async () => {
    const { digits, id } = await aCaseFile(house)
    const later = new Date('2026-12-02T10:00:00-03:00')
    await confirmDue(house.db, later)
    const numbers = [await anAct(house, digits), await anAct(house, digits)]
    for (const number of numbers) await publish(house, number, bulletin, wednesday)
    // It dies at the second of the two: as if the machine had gone in the middle.
    await house.db.unsafe(`create function pg_temp_fail() returns trigger language plpgsql as
      $$ begin if new.document_id = (select id from documents.document where number = ${numbers[1]}) then raise 'gone'; end if; return new; end $$;
      create trigger dies before insert on history.event for each row execute function pg_temp_fail()`)
    await expect(confirmDue(house.db, later)).rejects.toThrow('gone')
    expect(await Promise.all(numbers.map(states))).toEqual([['scheduled'], ['scheduled']])
    await house.db.unsafe('drop trigger dies on history.event; drop function pg_temp_fail()')
    const done = await Promise.all([1, 2, 3].map(() => confirmDue(house.db, later)))
    expect(done.reduce((sum, one) => sum + one)).toBe(2)
    expect(await Promise.all(numbers.map(states))).toEqual([['published'], ['published']])
    expect((await eventsOf(house, id)).filter((kind) => kind === 'document-published')).toHaveLength(2)
  })
})

describe('R6 an external gazette', () => {
  it('gets it, marks a day with an edition, and publishes; only then the stamp stands on it', async () => {
    const { digits, id } = await aCaseFile(house)
    const number = await anAct(house, digits)
    const prepared = await publishOnPage(number, { veiculo: gazette, data: '' })
    expect(prepared.text).toContain('Rascunho, a aprovar')
    const step = async (fields: Record<string, string>) =>
      marina.send(await marina.open(where(number)), form('situacao'), fields)
    expect((await step({ passo: 'publicado', data: '2026-11-23' })).status).toBe(422)
    expect((await step({ passo: 'enviado' })).status).toBe(422)
    expect((await step({ passo: 'aprovado' })).text).toContain('Aprovada, a enviar')
    expect((await step({ passo: 'enviado', recibo: 'P-77' })).text).toContain('P-77')
    expect((await step({ passo: 'agendado', data: '2026-11-26' })).text).toContain('Dia da Cidade')
    expect((await step({ passo: 'agendado', data: '2026-11-24' })).text).toContain('24/11/2026')
    await itIs(new Date('2026-11-24T09:00:00-03:00'))
    expect((await visitor.open(`/boletim/documentos/${number}`)).status).toBe(404)
    const out = await step({
      passo: 'publicado',
      data: '2026-11-24',
      edicao: '15.123',
      pagina: '7',
      link: 'https://diario.exemplo.gov.br/7',
    })
    expect(out.text).toContain('edição 15.123, página 7')
    expect((await visitor.open(`/boletim/documentos/${number}`)).text).toContain('página 7')
    expect((await marina.open(where(number, ''))).html).toContain(
      'Diário Oficial do Estado (DOE) de 24/11/2026, edição 15.123',
    )
    expect(await eventsOf(house, id)).toEqual(
      expect.arrayContaining([
        'publication-prepared',
        'publication-sent',
        'publication-scheduled',
        'document-published',
      ]),
    )
  })

  it('refuses it with its reason, and the document may be published again', async () => {
    const { digits } = await aCaseFile(house)
    const number = await anAct(house, digits)
    await publishOnPage(number, { veiculo: gazette })
    const open = () => marina.open(where(number))
    await marina.send(await open(), form('situacao'), { passo: 'aprovado' })
    await marina.send(await open(), form('situacao'), { passo: 'enviado' })
    await marina.send(await open(), form('situacao'), { passo: 'devolvido', motivo: 'Fora do padrão.' })
    expect((await marina.open(`/em/${at.prot}/publicacoes?lista=devolvidas`)).text).toContain('Fora do padrão.')
    expect(await states(number)).toEqual(['rejected'])
    expect((await publishOnPage(number, { data: '2026-11-23' })).text).toContain('Documento publicado.')
  })
})
