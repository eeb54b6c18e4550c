import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { aCentralAdministrator, admin, formTo, idOf, problemsOf } from '../../../../test/support/builders-admin.ts'
import { aCaseFile, actorOf } from '../../../../test/support/builders-cases.ts'
import { forManyAtOnce, openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Page, Person } from '../../../../test/support/person.ts'
import { at } from '../../../../test/support/world.ts'
import { type AdjustFacts, refusalsToAdjust } from './adjust-number.rules.ts'
import { adjustNumber } from './adjust-number.ts'

let house: TestHouse
let central: Person
let typeId: string
let where: string
beforeAll(async () => {
  house = await openTestHouse({}, forManyAtOnce)
  central = await aCentralAdministrator(house)
  typeId = await idOf(house, 'classification.document_type', 'name', 'Ofício')
  where = `/tipos-de-documento/${typeId}/numeracao`
})
afterAll(() => house.close())

const adjust = async (fields: Record<string, string>): Promise<Page> =>
  central.send(await central.open(admin(where)), formTo(where), fields)
const year = new Date().getFullYear()
const last = async () =>
  (
    await house.db<
      { last: number }[]
    >`select last from classification.document_counter where document_type_id = ${typeId}`
  )[0]?.last

describe('the next number', () => {
  test.each<[string, Partial<AdjustFacts>, string[]]>([
    ['after the last one', { next: 11 }, ['unchanged']],
    ['further on', { next: 50 }, []],
    ['back to numbers that no document has', { next: 5, highestUsed: 4 }, []],
    ['R4 back to a number that a document has', { next: 4, highestUsed: 4 }, ['would-repeat']],
    ['of what has no numbers', { numbering: 'none' }, ['no-numbers']],
    ['the first one', { next: 1, last: 0, highestUsed: 0 }, ['unchanged']],
  ])('%s', (_, facts, kinds) => {
    const fine: AdjustFacts = { numbering: 'unit-year', next: 20, last: 10, highestUsed: 0 }
    expect(refusalsToAdjust({ ...fine, ...facts }).map(({ kind }) => kind)).toEqual(kinds)
  })

  it('is set for a unit, and who did it and why stays', async () => {
    const page = await adjust({ unidade: 'PROT', proximo: '120', motivo: 'Continua a numeração do sistema anterior.' })
    expect(page.text).toContain('o próximo número é 120.')
    expect(page.text).toContain('Clara Central')
    expect(page.text).toContain('de 1 para 120')
    expect(await last()).toBe(119)
    const [row] = await house.db`select last_before, last_after, year from classification.counter_adjustment`
    expect(row).toEqual({ last_before: 0, last_after: 119, year })
    await expect(house.db`delete from classification.counter_adjustment`).rejects.toMatchObject({ code: '23001' })
  })

  it('R4 never becomes one that a document carries already', async () => {
    const caseFile = await aCaseFile(house)
    const [unit] = await house.db<{ id: string }[]>`select id from organization.unit where acronym = 'PROT'`
    const [account] = await house.db<{ id: string }[]>`select id from identity.account where login = 'marina'`
    await house.db`
      insert into documents.document (case_file_id, kind, document_type_id, unit_id, created_at, created_by, dated_on,
        type_number, level, position)
      select ${caseFile.id}, 'authored', ${typeId}, ${unit?.id ?? ''}, now(), ${account?.id ?? ''}, current_date, n, 'public', 1
        from unnest(array[${`120/${year}`}, ${`900/${year - 1}`}, 'S/N']::text[]) n`
    const repeated = await adjust({ unidade: 'PROT', proximo: '120', motivo: 'Voltar um número' })
    expect(problemsOf(repeated).proximo).toMatch(/Já existe documento com o número 120/)
    expect((await adjust({ unidade: 'PROT', proximo: '121', motivo: 'Depois do 120' })).text).toContain('é 121')
    expect(await last()).toBe(120)
  })

  it('R4 set by two at once is taken one after the other', async () => {
    const actor = await actorOf(house, 'admin', at.gs)
    const [unit] = await house.db<{ id: string }[]>`select id from organization.unit where acronym = 'ASSES'`
    const set = (next: number) =>
      adjustNumber(
        house.db,
        actor,
        { id: typeId, numbering: 'unit-year' },
        { scopeId: unit?.id ?? '', next, reason: 'Corrida' },
        house.platform.clock(),
      )
    const outcomes = await Promise.all([set(10), set(20), set(30)])
    expect(outcomes.filter(({ done }) => done).length).toBeGreaterThan(0)
    const rows = await house.db<{ last: number }[]>`
      select last from classification.document_counter where document_type_id = ${typeId} and scope_id = ${unit?.id ?? ''}`
    expect(rows).toHaveLength(1)
    expect([9, 19, 29]).toContain(rows[0]?.last)
  })

  test.each([
    [{ unidade: '', proximo: '5', motivo: 'Motivo bom' }, 'unidade', /Informe a unidade/],
    [{ unidade: 'NADA', proximo: '5', motivo: 'Motivo bom' }, 'unidade', /Não há unidade/],
    [{ unidade: 'GS', proximo: '0', motivo: 'Motivo bom' }, 'proximo', /de 1 a/],
    [{ unidade: 'GS', proximo: '1', motivo: 'Motivo bom' }, 'proximo', /já é este/],
    [{ unidade: 'GS', proximo: 'dez', motivo: 'Motivo bom' }, 'proximo', /número inteiro/],
    [{ unidade: 'GS', proximo: '5', motivo: 'x' }, 'motivo', /ao menos 5/],
  ])('typed as %j is refused beside %s', async (fields, field, message) => {
    const page = await adjust(fields)
    expect(page.status).toBe(422)
    expect(problemsOf(page)[field]).toMatch(message)
  })
})
