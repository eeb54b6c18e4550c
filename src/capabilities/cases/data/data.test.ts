import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCaseFile, alsoOpenIn, eventsOf, formOf, postAnyway, types } from '../../../../test/support/builders-cases.ts'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Person } from '../../../../test/support/person.ts'
import { at } from '../../../../test/support/world.ts'
import { interestedOf } from './read-data.ts'

let house: TestHouse
let marina: Person
beforeAll(async () => {
  house = await openTestHouse()
  marina = await house.signIn('marina')
})
afterAll(() => house.close())

const address = (digits: string, noun = 'dados') => `/em/${at.prot}/processos/${digits}/${noun}`
const typeId = async (name: string) => {
  const [row] = await house.db`select id from classification.case_type where name = ${name}`
  return row?.id as string
}

describe('changing the data of a case file', () => {
  it('tells each change, and only what changed', async () => {
    const { id, digits } = await aCaseFile(house, { parties: [{ newName: 'Primeira Interessada' }] })
    const form = await marina.open(address(digits))
    await marina.send(form, formOf('dados'), { acao: 'salvar' })
    expect(await eventsOf(house, id)).toEqual(['case-opened'])
    const found = await marina.send(await marina.open(address(digits)), formOf('dados'), {
      novo_interessado: 'Segundo Interessado',
      especificacao: 'Outra especificação',
      prioridade: 'illness',
    })
    expect(found.status).toBe(200)
    await marina.send(found, formOf('dados'), { acao: 'salvar' })
    const [event] =
      await house.db`select facts from history.event where case_file_id = ${id} and kind = 'case-data-changed'`
    expect(event?.facts).toEqual({ fields: 'especificação, interessados, prioridade' })
    const parties = (await interestedOf(house.db, [id])).get(id)?.map(({ name }) => name)
    expect(parties).toEqual(['Primeira Interessada', 'Segundo Interessado'])
    const [row] = await house.db`select number, summary, priority from cases.case_file where id = ${id}`
    expect(row).toMatchObject({ summary: 'Outra especificação', priority: 'illness' })
  })

  it('of the type offers the classes of the new one without forcing them', async () => {
    const [recordClass] = await house.db`insert into classification.record_class (code, description)
      values ('030.5', 'Transporte de servidores') returning id`
    const [other] = await house.db`insert into classification.case_type (name, allowed_levels, suggested_level)
      values ('Transporte: Diárias', '{public}', 'public') returning id`
    await house.db`insert into classification.case_type_class values (${other?.id}, ${recordClass?.id})`
    const { id, digits } = await aCaseFile(house)
    const form = await marina.open(address(digits))
    const offered = await marina.send(form, formOf('dados'), { tipo: other?.id, acao: 'sugerir' })
    const box = offered.document.querySelector(`input[name=classe][value="${recordClass?.id}"]`)
    expect(box?.hasAttribute('checked')).toBe(false)
    await marina.send(offered, formOf('dados'), { classe: recordClass?.id, acao: 'salvar' })
    const events = await house.db`select kind, facts from history.event where case_file_id = ${id} order by id`
    expect(events.slice(1).map(({ kind, facts }) => [kind, facts.from, facts.to])).toEqual([
      ['case-type-changed', types.request, 'Transporte: Diárias'],
      ['case-classes-changed', '010.1', '030.5'],
    ])
  })

  it('to a type that does not allow the present level is refused beside the type', async () => {
    const { digits } = await aCaseFile(house)
    const [only] = await house.db`insert into classification.case_type (name, allowed_levels, suggested_level)
      values ('Só restrito', '{restricted}', 'restricted') returning id`
    const page = await marina.send(await marina.open(address(digits)), formOf('dados'), {
      tipo: only?.id,
      acao: 'salvar',
    })
    expect(page.errors).toEqual(['O processo é público, e o novo tipo não o permite. Mude antes o nível de acesso.'])
    expect(page.document.querySelector(`option[value="${only?.id}"]`)?.hasAttribute('selected')).toBe(true)
  })

  it('keeps a type and a class that are no longer offered', async () => {
    const { id, digits } = await aCaseFile(house)
    await house.db`update classification.case_type set deactivated_at = now() where id = ${await typeId(types.request)}`
    await house.db`update classification.record_class set deactivated_at = now() where code = '010.1'`
    const form = await marina.open(address(digits))
    const page = await marina.send(form, formOf('dados'), { especificacao: 'Corrigida', acao: 'salvar' })
    expect(page.errors).toEqual([])
    expect((await eventsOf(house, id)).at(-1)).toBe('case-data-changed')
    await house.db`update classification.case_type set deactivated_at = null`
    await house.db`update classification.record_class set deactivated_at = null`
  })

  it('wants a class, and a summary of at most 500 characters', async () => {
    const { digits } = await aCaseFile(house)
    const page = await marina.send(await marina.open(address(digits)), formOf('dados'), { classe: [], acao: 'salvar' })
    expect(page.errors).toEqual(['Escolha ao menos uma classe do plano de classificação.'])
    const long = await marina.send(page, formOf('dados'), { especificacao: 'x'.repeat(501), acao: 'salvar' })
    expect(long.errors).toEqual(['A especificação tem 501 caracteres; são no máximo 500.'])
  })

  it('R4 is not for a unit where it never was, and says why', async () => {
    const { digits } = await aCaseFile(house)
    const ana = await house.signIn('ana')
    const page = await ana.open(`/em/${at.asses}/processos/${digits}/dados`)
    expect(page.text).toContain('O processo nunca passou por esta unidade.')
    const classe = '1'
    expect((await postAnyway(ana, `/em/${at.asses}/processos/${digits}/dados`, { classe })).status).toBe(422)
  })
})

describe('the observation of a unit', () => {
  it('is one a unit, written by that unit, read by all, and taken away by leaving it blank', async () => {
    const { id, digits } = await aCaseFile(house, { observation: 'Veio pelo correio.' })
    await alsoOpenIn(house, id, at.asses, 'ana')
    const ana = await house.signIn('ana')
    const theirs = `/em/${at.asses}/processos/${digits}/observacao`
    const page = await ana.open(theirs)
    expect(page.text).toContain('Observação de PROT')
    expect(page.text).toContain('Veio pelo correio.')
    await ana.send(page, formOf('observacao'), { observacao: 'Falta a procuração.' })
    const ours = await marina.open(address(digits, 'observacao'))
    expect(ours.text).toContain('Falta a procuração.')
    await marina.send(ours, formOf('observacao'), { observacao: '' })
    const rows = await house.db`select text from cases.observation where case_file_id = ${id}`
    expect(rows).toEqual([{ text: 'Falta a procuração.' }])
    expect(await eventsOf(house, id)).toEqual(['case-opened', 'case-data-changed', 'case-data-changed'])
  })

  it('has at most 2000 characters, and what was typed is kept', async () => {
    const { digits } = await aCaseFile(house)
    const form = await marina.open(address(digits, 'observacao'))
    const page = await marina.send(form, formOf('observacao'), { observacao: 'y'.repeat(2001) })
    expect(page.errors).toEqual(['A observação tem 2001 caracteres; são no máximo 2000.'])
    expect(page.document.querySelector('textarea')?.textContent).toContain('yyyy')
  })
})
