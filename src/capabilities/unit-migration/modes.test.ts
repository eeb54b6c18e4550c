import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCentralAdministrator, admin, idOf, problemsOf } from '../../../test/support/builders-admin.ts'
import { aCaseFile, actorOf, alsoOpenIn, done, eventsOf, formOf, types } from '../../../test/support/builders-cases.ts'
import { aDraft } from '../../../test/support/builders-documents.ts'
import { aMigration, aUnit, type MigrationToBuild, orderRun } from '../../../test/support/builders-unit-migration.ts'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import { at } from '../../../test/support/world.ts'
import { doc, section } from '../../rich-text/index.ts'
import { addStandardText } from '../knowledge/index.ts'
import { assignCaseFile } from '../routing/index.ts'
import { approveMigration, runMigration, simulateMigration, startMigration } from './index.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
}, 120_000)
afterAll(() => house.close())

const everywhere = { agencyId: undefined }
const run = async (id: string) => runMigration(house.platform, { migrationId: id })
const migrate = async (toBuild: MigrationToBuild) => {
  const id = await aMigration(house, toBuild)
  await orderRun(house, id)
  await run(id)
  return id
}
const rowOf = async (id: string) => {
  const [row] = await house.db<{ state: string; problem: string | null }[]>`
    select state, problem from unit_migration.migration where id = ${id}`
  return row
}
const deskOf = async (caseFileId: string) => {
  const rows = await house.db<{ acronym: string }[]>`
    select u.acronym from cases.holding h join organization.unit u on u.id = h.unit_id
     where h.case_file_id = ${caseFileId} and h.closed_at is null order by 1`
  return rows.map(({ acronym }) => acronym)
}
const notesOf = async (id: string) => {
  const rows = await house.db<{ notes: string[] }[]>`select notes from unit_migration.item where migration_id = ${id}`
  return rows.flatMap(({ notes }) => notes)
}
const text = async (login: 'marina' | 'carla', unit: typeof at.prot | typeof at.cofic, name: string) => {
  const content = doc(section('corpo', 'body', 'Encaminho.'))
  await done(addStandardText(house.db, await actorOf(house, login, unit), { name, content }, new Date()))
}

describe('what blocks', () => {
  it('R3 is the next step on the page: no approval is offered that would be refused', async () => {
    await aUnit(house, 'VAZIA')
    const id = await aMigration(house, { from: ['GS'], to: ['VAZIA'] })
    const admins = await house.signIn('admin')
    const page = await admins.send(await admins.open(admin(`/migracoes/${id}`)), formOf('simulacao'))
    expect(page.text).toContain('Ninguém tem permissão na unidade VAZIA')
    expect(page.text).toContain('Próximo passo: resolver os impedimentos')
    expect(page.document.querySelector('main a[href$="/aprovacao"]')).toBeNull()
    expect(page.document.querySelector(formOf('simulacao'))).not.toBeNull()
  })
})

describe('a merge', () => {
  it('R4 joins what both units had of one case file: one holding, one event, all observations', async () => {
    await aUnit(house, 'FUSAO', ['marina', 'carla'])
    const both = await aCaseFile(house, { observation: 'Do protocolo' })
    await alsoOpenIn(house, both.id, at.cofic)
    const [cofic, prot] = [
      await idOf(house, 'organization.unit', 'acronym', 'COFIC'),
      await idOf(house, 'organization.unit', 'acronym', 'PROT'),
    ]
    const marina = await idOf(house, 'identity.account', 'login', 'marina')
    await house.db`insert into cases.observation values (${both.id}, ${cofic}, 'Da coordenadoria', now(), ${marina})`
    await house.db`insert into routing.movement (case_file_id, from_unit_id, to_unit_id, sent_at, sent_by, kept_open, return_due, received_at)
      values (${both.id}, ${prot}, ${cofic}, now(), ${marina}, true, '2030-01-01', now())`
    await text('marina', at.prot, 'Encaminhamento')
    await text('carla', at.cofic, 'Encaminhamento')
    await aDraft(house, both.digits, { type: 'Ofício' })
    const id = await migrate({ mode: 'merge', from: ['PROT', 'COFIC'], to: ['FUSAO'] })
    expect(await rowOf(id)).toEqual({ state: 'done', problem: null })
    expect(await deskOf(both.id)).toEqual(['FUSAO'])
    expect((await eventsOf(house, both.id)).filter((kind) => kind === 'case-migrated')).toHaveLength(1)
    const fusao = await idOf(house, 'organization.unit', 'acronym', 'FUSAO')
    const [observed] = await house.db<{ text: string; unit_id: string }[]>`
      select text, unit_id from cases.observation where case_file_id = ${both.id}`
    expect(observed?.unit_id).toBe(fusao)
    expect(observed?.text.split('\n').sort()).toEqual(['Da coordenadoria', 'Do protocolo'])
    const [movement] = await house.db<{ returned_at: Date | null }[]>`
      select returned_at from routing.movement where case_file_id = ${both.id}`
    expect(movement?.returned_at).not.toBeNull()
    expect(await notesOf(id)).toContain('Um retorno entre as unidades que se juntaram foi encerrado.')
    const texts = await house.db<{ name: string }[]>`
      select name from knowledge.standard_text where unit_id = ${fusao} and deleted_at is null order by name`
    const names = texts.map(({ name }) => name)
    expect(names).toHaveLength(2)
    expect(names[0]).toBe('Encaminhamento')
    expect(names[1]).toMatch(/^Encaminhamento \(COFIC \d+\)$/)
    const [counter] = await house.db<{ last: number }[]>`
      select last from classification.document_counter where scope_id = ${fusao}`
    expect(counter?.last).toBe(1)
  })
})

describe('a split', () => {
  it('R7 sends each case file where the rules say, given on pages', async () => {
    await aUnit(house, 'NORTE', ['ana', 'beto'])
    await aUnit(house, 'SUL', ['ana', 'beto'])
    const made = (type: string) => {
      const parties = type === types.vacation ? [{ newName: 'Fernanda das Férias' }] : []
      return aCaseFile(house, { by: 'ana', unit: at.asses, type, level: 'restricted', parties })
    }
    const [plain, ofType, ofPerson, named] = [
      await made(types.request),
      await made(types.vacation),
      await made(types.request),
      await made(types.request),
    ]
    const beto = await idOf(house, 'identity.account', 'login', 'beto')
    const ana = await actorOf(house, 'ana', at.asses)
    await done(assignCaseFile(house.db, ana, { caseNumber: ofPerson.digits, to: beto }, new Date()))
    const id = await aMigration(house, { mode: 'split', from: ['ASSES'], to: ['NORTE', 'SUL'] })
    const central = await aCentralAdministrator(house)
    const rules = admin(`/migracoes/${id}/regras`)
    const sul = await idOf(house, 'organization.unit', 'acronym', 'SUL')
    const give = async (fields: Record<string, string>) =>
      central.send(await central.open(rules), formOf('regras'), { destino: sul, ...fields })
    const vacation = await idOf(house, 'classification.case_type', 'name', types.vacation)
    expect((await give({ criterio: 'tipo', tipo: vacation })).text).toContain('regra acrescentada')
    expect(problemsOf(await give({ criterio: 'tipo', tipo: vacation })).tipo).toContain('Já há uma regra para isto')
    expect(problemsOf(await give({ criterio: 'pessoa', pessoa: 'ninguem' })).pessoa).toContain('Não há usuário')
    expect(problemsOf(await give({ criterio: 'processo', processo: '99' })).processo).toContain('Não há processo')
    await give({ criterio: 'pessoa', pessoa: 'beto' })
    const listed = await give({ criterio: 'processo', processo: named.number })
    expect(listed.document.querySelectorAll('form[action$="/remocao"]')).toHaveLength(3)
    await orderRun(house, id)
    expect((await central.open(rules)).status).toBe(404)
    const late = house.db`delete from unit_migration.rule where migration_id = ${id}`
    await expect(late).rejects.toMatchObject({ code: '23514' })
    await run(id)
    expect(await rowOf(id)).toEqual({ state: 'done', problem: null })
    expect(await Promise.all([plain, ofType, ofPerson, named].map((one) => deskOf(one.id)))).toEqual([
      ['NORTE'],
      ['SUL'],
      ['SUL'],
      ['SUL'],
    ])
  })
})

describe('a renaming', () => {
  it('R15 changes the acronym from today on: same unit, old name on what is older', async () => {
    const unit = await aUnit(house, 'ANTIGA', ['ana'])
    const id = await migrate({ mode: 'rename', from: ['ANTIGA'], newAcronym: 'RENOVADA' })
    expect(await rowOf(id)).toEqual({ state: 'done', problem: null })
    expect(await idOf(house, 'organization.unit', 'acronym', 'RENOVADA')).toBe(unit)
    const names = await house.db<{ acronym: string }[]>`
      select acronym from organization.unit_name where unit_id = ${unit} order by valid`
    expect(names.map(({ acronym }) => acronym)).toEqual(['ANTIGA', 'RENOVADA'])
  })

  it('R3 to an acronym that is taken is an obstacle, also when it is taken after the approval', async () => {
    await aUnit(house, 'PRIMA', ['ana'])
    const id = await aMigration(house, { mode: 'rename', from: ['PRIMA'], newAcronym: 'GS' })
    await expect(orderRun(house, id)).rejects.toThrow('has-obstacles')
    const second = await aMigration(house, { mode: 'rename', from: ['PRIMA'], newAcronym: 'TARDIA' })
    await orderRun(house, second)
    await aUnit(house, 'TARDIA')
    await run(second)
    expect(await rowOf(second)).toMatchObject({ state: 'failed', problem: expect.stringContaining('sigla foi tomada') })
  })
})

describe('a run', () => {
  it('R5 waits for who is writing, and goes on afterwards', async () => {
    await aUnit(house, 'ESCRITA', ['ana'])
    await aUnit(house, 'ESCRITA2', ['ana'])
    const unit = 'set-rn-escrita' as typeof at.prot
    const busy = await aCaseFile(house, { by: 'ana', unit })
    const draft = await aDraft(house, busy.digits, { by: 'ana', unit })
    const free = await aCaseFile(house, { by: 'ana', unit })
    const ana = await actorOf(house, 'ana', unit)
    await house.db`insert into documents.editing (document_id, account_id, unit_id, since, heartbeat_at)
      select id, ${ana.userId}, ${ana.unitId}, ${house.platform.clock()}, ${house.platform.clock()} from documents.document where number = ${draft}`
    const id = await migrate({ from: ['ESCRITA'], to: ['ESCRITA2'] })
    expect(await rowOf(id)).toMatchObject({ state: 'running' })
    expect(await Promise.all([busy, free].map((one) => deskOf(one.id)))).toEqual([['ESCRITA'], ['ESCRITA2']])
    house.passTime(61_000)
    await run(id)
    expect(await rowOf(id)).toMatchObject({ state: 'done' })
    expect(await deskOf(busy.id)).toEqual(['ESCRITA2'])
  })

  it('R4 leaves a case file whole that could not be moved, says so, and takes it up again', async () => {
    await aUnit(house, 'FALHA', ['ana'])
    await aUnit(house, 'FALHA2', ['ana'])
    const unit = 'set-rn-falha' as typeof at.prot
    const bad = await aCaseFile(house, { by: 'ana', unit, observation: 'Presa' })
    const good = await aCaseFile(house, { by: 'ana', unit })
    await house.db.unsafe(`create function cases.fail_test() returns trigger language plpgsql as $$
        begin if new.case_file_id = ${bad.id} then raise exception 'broken for a test'; end if; return new; end $$;
      create trigger fail_test before insert or update on cases.observation for each row execute function cases.fail_test()`)
    const id = await migrate({ from: ['FALHA'], to: ['FALHA2'] })
    expect(await rowOf(id)).toMatchObject({ state: 'failed', problem: expect.stringContaining('não foram migrados') })
    expect(await Promise.all([bad, good].map((one) => deskOf(one.id)))).toEqual([['FALHA'], ['FALHA2']])
    expect(await eventsOf(house, bad.id)).not.toContain('case-migrated')
    await house.db.unsafe('drop trigger fail_test on cases.observation')
    await done(startMigration(house.db, await actorOf(house, 'admin', at.gs), id, everywhere, house.platform.clock()))
    await run(id)
    expect(await rowOf(id)).toEqual({ state: 'done', problem: null })
    expect(await deskOf(bad.id)).toEqual(['FALHA2'])
    expect(await notesOf(id)).toEqual([])
  })

  it('R6 explains what came, left and changed since the simulation', async () => {
    await aUnit(house, 'DIFERE', ['ana'])
    await aUnit(house, 'DIFERE2', ['ana'])
    const unit = 'set-rn-difere' as typeof at.prot
    const [left, changed] = [await aCaseFile(house, { by: 'ana', unit }), await aCaseFile(house, { by: 'ana', unit })]
    const id = await aMigration(house, { from: ['DIFERE'], to: ['DIFERE2'] })
    await orderRun(house, id)
    await house.db`update cases.holding set closed_at = now(), closing = 'concluded' where case_file_id = ${left.id}`
    await aDraft(house, changed.digits, { by: 'ana', unit })
    await aCaseFile(house, { by: 'ana', unit })
    await run(id)
    expect((await notesOf(id)).sort()).toEqual([
      'Chegou à unidade depois da simulação.',
      'Já não estava na unidade quando a migração foi executada.',
      'Mudou depois da simulação.',
    ])
  })
})

describe('R1 the database itself refuses', () => {
  it('an approval by who proposed it, or by a unit that is not above', async () => {
    await aUnit(house, 'LIVRE', ['ana'])
    await aUnit(house, 'LIVRE2', ['ana'])
    const id = await aMigration(house, { from: ['LIVRE'], to: ['LIVRE2'] })
    const actor = await actorOf(house, 'admin', at.gs)
    await done(simulateMigration(house.db, actor, id, everywhere, new Date()))
    const approve = (by: string, unit: string) => house.db`update unit_migration.migration
      set state = 'approved', approved_at = now(), approved_by = ${by}, approved_unit_id = ${unit} where id = ${id}`
    const ana = await actorOf(house, 'ana', at.gs)
    await expect(approve(actor.userId, actor.unitId)).rejects.toMatchObject({
      constraint_name: 'approved_by_another_person',
    })
    const cofic = await idOf(house, 'organization.unit', 'acronym', 'COFIC')
    await expect(approve(ana.userId, cofic)).rejects.toMatchObject({ constraint_name: 'approved_by_superior_unit' })
    await expect(house.db`delete from unit_migration.migration where id = ${id}`).rejects.toMatchObject({
      constraint_name: 'migration_order',
    })
    const again = await approveMigration(house.db, actor, id, everywhere, new Date())
    expect(again).toMatchObject({ done: false, refusals: ['same-person'] })
    const early = await startMigration(house.db, actor, id, everywhere, new Date())
    expect(early).toMatchObject({ done: false, refusals: ['not-approved'] })
  })

  it('units that do not fit the mode', async () => {
    const id = await aMigration(house, { from: ['LIVRE'], to: ['LIVRE2'] })
    await house.db`delete from unit_migration.migration_unit where migration_id = ${id} and role = 'to'`
    const actor = await actorOf(house, 'admin', at.gs)
    const simulated = simulateMigration(house.db, actor, id, everywhere, new Date())
    await expect(simulated).rejects.toMatchObject({ constraint_name: 'migration_units' })
  })
})
