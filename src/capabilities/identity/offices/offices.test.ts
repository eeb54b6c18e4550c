import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import {
  aCentralAdministrator,
  admin,
  aGrant,
  aPerson,
  formTo,
  idOf,
  keysFrom,
  problemsOf,
  signInAs,
} from '../../../../test/support/builders-admin.ts'
import { aCaseFile, confirmPasswordFor, openForCommands } from '../../../../test/support/builders-cases.ts'
import { aDraft } from '../../../../test/support/builders-documents.ts'
import {
  aHolder,
  anOffice,
  aSubstitution,
  confirmOn,
  permissionsOn,
} from '../../../../test/support/builders-offices.ts'
import { forManyAtOnce, openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Person } from '../../../../test/support/person.ts'
import { at, password } from '../../../../test/support/world.ts'
import { addDays, todayIn } from '../../../platform/calendar/index.ts'

let house: TestHouse
let local: Person
beforeAll(async () => {
  house = await openTestHouse({}, forManyAtOnce)
  local = await house.signIn('admin')
})
afterAll(() => house.close())

const today = () => todayIn(house.platform.clock())
const days = (count: number) => ({ desde: today(), ate: addDays(today(), count - 1) })
const dayMs = 86_400_000
const opens = async (person: Person, unit: string) => (await person.open(`/em/${unit}/mesa`)).status === 200

describe('who stands in', () => {
  it('R12 works in the unit on the days of the act and on no other, without any job, also in an open session', async () => {
    const office = await anOffice(local, 'Secretária de Estado')
    await aHolder(local, office, 'secretaria')
    const carla = await house.signIn('carla')
    expect(await opens(carla, at.gs)).toBe(false)
    const page = await aSubstitution(local, office, 'carla', { desde: addDays(today(), 1), ate: addDays(today(), 2) })
    expect(page.text).toContain('Carla Coordenadora: designado como substituto.')
    expect(page.text).toContain('Por vir')
    expect(await opens(carla, at.gs)).toBe(false)
    const seen: boolean[] = []
    for (let day = 0; day < 3; day++) {
      house.passTime(dayMs)
      const again = await house.signIn('carla')
      seen.push(await opens(again, at.gs))
      expect((await again.open(`/em/${at.cofic}/mesa`)).status).toBe(200)
    }
    expect(seen).toEqual([true, true, false])
    house.passTime(-3 * dayMs)
    await confirmOn(local, office, 'fim')
  })

  it('R13 signs with the office and the way of the act, on those days only, and the history tells in whose place', async () => {
    const office = await anOffice(local, 'Chefe de Gabinete')
    await aHolder(local, office, 'secretaria')
    await aSubstitution(local, office, 'carla', { ...days(5), forma: 'em exercício' })
    const carla = await signInAs(house, 'carla')
    const caseFile = await aCaseFile(house, { by: 'ana', unit: at.gs })
    const number = await aDraft(house, caseFile.digits, { by: 'ana', unit: at.gs, text: 'Autorizo.' })
    const address = `/em/${at.gs}/documentos/${number}/assinatura`
    const capacity = 'Chefe de Gabinete em exercício'
    const form = await carla.open(address)
    const offered = [...form.document.querySelectorAll('select[name="cargo"] option')].map((one) => one.textContent)
    expect(offered[0]).toBe(capacity)
    const page = await carla.send(form, 'form[action$="/assinatura"]', { cargo: capacity, senha: password })
    expect(page.text).toContain(`Carla Coordenadora, ${capacity} (SET/RN, GS)`)
    const history = await carla.open(`/em/${at.gs}/processos/${caseFile.digits}/historico`)
    expect(history.text).toContain(`Assinatura de Carla Coordenadora, ${capacity}, no documento`)
    expect(history.text).toContain('substituindo: Sônia Secretária de Estado, Chefe de Gabinete')
    // Nobody else signs with it, and it is not offered in the substitute's own unit.
    const ana = await house.signIn('ana')
    const other = await aDraft(house, caseFile.digits, { by: 'ana', unit: at.gs, text: 'Outro.' })
    const hers = await ana.open(`/em/${at.gs}/documentos/${other}/assinatura`)
    expect(hers.text).not.toContain('em exercício')
    const forged = await ana.send(hers, 'form[action$="/assinatura"]', { cargo: capacity, senha: password })
    expect(forged.errors.join()).toContain('Este cargo não é mais da unidade')
    // Ended, it is over in the session that is open; what was signed stays.
    await confirmOn(local, office, 'fim')
    expect((await carla.open(`/em/${at.gs}/documentos/${other}/assinatura`)).status).toBe(404)
    expect((await ana.open(`/em/${at.gs}/documentos/${number}`)).text).toContain(capacity)
  })

  it('R14 gets no credential, no collection of confidential case files and no register to keep', async () => {
    const secret = await aCaseFile(house, { by: 'ana', unit: at.gs, level: 'confidential' })
    await openForCommands(house, 'ana', at.gs, secret.id)
    await aGrant(house, 'ana', { profile: 'Administrador', unit: 'GS' })
    await aGrant(house, 'ana', { profile: 'Acervo de Sigilosos da Unidade', unit: 'GS' })
    await aGrant(house, 'ana', { profile: 'Informática', unit: 'GS' })
    const office = await anOffice(local, 'Assessora-Chefe')
    await aHolder(local, office, 'ana')
    await aPerson(house, { login: 'substituta', name: 'Sara Substituta' })
    await aSubstitution(local, office, 'substituta', days(5))
    const [mine, hers] = await Promise.all(
      ['substituta', 'ana'].map((login) => permissionsOn(house, login, at.gs, today())),
    )
    const kept = [
      'organization.manage',
      'identity.manage',
      'classification.manage',
      'platform.operate',
      'history.audit',
      'acervo.confidential',
    ]
    expect((hers ?? []).filter((one) => !kept.includes(one)).sort()).toEqual([...(mine ?? [])].sort())
    expect(hers).toEqual(expect.arrayContaining(kept))
    const sara = await signInAs(house, 'substituta')
    for (const noun of ['', '/historico', '/senha']) {
      expect((await sara.open(`/em/${at.gs}/processos/${secret.digits}${noun}`)).status).toBe(404)
    }
    await confirmPasswordFor(sara, at.gs, secret.digits, password).catch(() => undefined)
    expect((await sara.open(`/em/${at.gs}/sigilosos`)).text).toContain('Nenhum processo com credencial')
    expect((await sara.open(`/em/${at.gs}/administracao/usuarios`)).status).toBe(404)
    // What she has by standing in does not pass to who stands in for her.
    const second = await anOffice(local, 'Assessora')
    await aHolder(local, second, 'substituta')
    await aPerson(house, { login: 'terceira' })
    await aSubstitution(local, second, 'terceira', days(5))
    expect(await permissionsOn(house, 'terceira', at.gs, today())).toEqual([])
  })

  it('R12 has what the holder has at each moment: taken from the holder, it is gone', async () => {
    await aPerson(house, { login: 'chefe', grants: [{ profile: 'Básico', unit: 'COFIC', until: addDays(today(), 1) }] })
    await aPerson(house, { login: 'suplente' })
    const office = await anOffice(local, 'Coordenador', 'COFIC')
    await aHolder(local, office, 'chefe')
    await aSubstitution(local, office, 'suplente', days(5))
    expect(await permissionsOn(house, 'suplente', at.cofic, today())).toContain('signatures.sign')
    expect(await permissionsOn(house, 'suplente', at.cofic, addDays(today(), 2))).toEqual([])
    expect(await permissionsOn(house, 'suplente', at.gs, today())).toEqual([])
    const page = await confirmOn(local, office, 'saida')
    expect(page.text).toContain('Pessoa suplente deixou de substituir.')
    expect(await permissionsOn(house, 'suplente', at.cofic, today())).toEqual([])
  })

  it('fills a vacant office with a profile chosen in the act, until somebody holds it', async () => {
    await aPerson(house, { login: 'interina', name: 'Iara Interina' })
    const office = await anOffice(local, 'Diretora')
    const basic = await idOf(house, 'identity.profile', 'name', 'Básico')
    const fields = { motivo: 'vacancy', perfil: basic, forma: 'interina', ...days(30) }
    expect((await aSubstitution(local, office, 'interina', { ...fields, perfil: '' })).errors.join()).toContain(
      'perfil',
    )
    const page = await aSubstitution(local, office, 'interina', fields)
    expect(page.text).toContain('Diretora interina')
    expect(await permissionsOn(house, 'interina', at.gs, today())).toContain('routing.send')
    expect((await aHolder(local, office, 'ana')).errors.join()).toContain('Iara Interina substitui por vacância')
    const mine = await (await signInAs(house, 'interina')).open('/minha-conta')
    expect(mine.text).toContain('Diretora interina, GS (SET/RN), cargo vago')
  })
})

describe('the register', () => {
  it('shows each right that comes by substitution as such, and takes none of it away there', async () => {
    const office = await anOffice(local, 'Tesoureira', 'PROT')
    await aHolder(local, office, 'marina')
    await aSubstitution(local, office, 'beto', days(3))
    const grants = await local.open(admin('/permissoes?q=beto+por'))
    expect(grants.status).toBe(200)
    const list = await local.open(admin('/permissoes?q=Beto'))
    expect(list.text).toContain('Básico, por substituição')
    expect(list.text).toContain('Tesoureira, no lugar de Marina Protocolista')
    const user = await local.open(admin(`/usuarios/${await idOf(house, 'identity.account', 'login', 'beto')}`))
    const row = [...user.document.querySelectorAll('#permissoes-tabela tr')].find((tr) =>
      tr.textContent?.includes('por substituição'),
    )
    expect(row?.querySelector('a[href$="/revogacao"]')).toBeNull()
    const found = await local.open(admin('/substituicoes?q=tesoureira+portaria'))
    expect(found.text).toContain('Férias')
    await confirmOn(local, office, 'fim')
    expect((await local.open(admin('/substituicoes?q=tesoureira'))).text).toContain('Nada encontrado')
    expect((await local.open(admin('/substituicoes?q=tesoureira&situacao=inativos'))).text).toContain(
      'Beto Colaborador',
    )
    const changes = await local.open(admin(`${office}/alteracoes`))
    expect(changes.text).toContain('Beto Colaborador, Tesoureira em exercício, de')
  })

  test.each([
    [{ substituto: 'ninguem' }, 'substituto', /não há conta em uso/],
    [{ substituto: 'rita' }, 'substituto', /não há conta em uso/],
    [{ substituto: 'secretaria' }, 'substituto', /é o titular/],
    [{ desde: '2020-01-01', ate: '2020-02-01' }, 'desde', /ninguém ganha direitos para trás/],
    [{ ate: '2020-01-01' }, 'ate', /vem antes do primeiro/],
    [{ ato: '' }, 'ato', /Informe o ato/],
    [{ motivo: 'cansaço' }, 'motivo', /Escolha o motivo/],
    [{ motivo: 'vacancy' }, 'motivo', /não está vago/],
    [{ forma: 'à paisana' }, 'forma', /Escolha como o substituto assina/],
    [{ ate: '2400-01-01' }, 'ate', /dia, mês e ano/],
  ])('refuses %j beside %s', async (fields, field, message) => {
    refusing ??= anOffice(local, 'Procuradora').then(async (path) => {
      await aHolder(local, path, 'secretaria')
      return path
    })
    const page = await aSubstitution(local, await refusing, 'carla', { ...days(5), ...fields })
    expect(page.status).toBe(422)
    expect(problemsOf(page)[field]).toMatch(message)
  })
  let refusing: Promise<string> | undefined

  it('refuses two who stand in at once, in the form and in the database, and rewrites nothing', async () => {
    const office = await anOffice(local, 'Ouvidora')
    await aHolder(local, office, 'secretaria')
    await aSubstitution(local, office, 'carla', days(10))
    const page = await aSubstitution(local, office, 'beto', { desde: addDays(today(), 9), ate: addDays(today(), 12) })
    expect(problemsOf(page).desde).toMatch(/Carla Coordenadora já substitui de/)
    expect(
      (await aSubstitution(local, office, 'beto', { desde: addDays(today(), 10), ate: addDays(today(), 12) })).status,
    ).toBe(200)
    const copy = house.db`
      insert into identity.substitution (office_id, tenure_id, substitute_id, reason, act, style, from_day, until_day, valid, appointed_by, appointed_at)
      select office_id, tenure_id, appointed_by, reason, act, style, from_day, until_day, valid, appointed_by, appointed_at
        from identity.substitution order by id desc limit 1`
    await expect(copy).rejects.toMatchObject({ code: '23P01' })
    const longer = house.db`update identity.substitution set valid = daterange(lower(valid), upper(valid) + 1) where ended_at is null`
    await expect(longer).rejects.toThrow(/only ends|within_its_days/)
    await expect(house.db`delete from identity.substitution`).rejects.toThrow(/only ends/)
    expect((await confirmOn(local, office, 'desativacao')).errors.join()).toContain('tem titular ou substituto')
  })

  it('R8 exists for who keeps the people of the unit, and for nobody else', async () => {
    const central = await aCentralAdministrator(house, 'centralcargos')
    const office = await anOffice(central, 'Presidente', 'GABSEC')
    for (const noun of ['', '/alteracoes', '/substituicoes/nova', '/titulares/novo', '/desativacao']) {
      expect((await local.open(admin(`${office}${noun}`))).status).toBe(404)
      expect((await central.open(admin(`${office}${noun}`))).status).toBe(200)
    }
    const keys = keysFrom(await local.open(admin('/cargos/novo')))
    const appointed = {
      ...keys,
      substituto: 'carla',
      motivo: 'vacation',
      ato: 'Portaria',
      forma: 'substituto',
      ...days(2),
    }
    expect((await local.post(admin(`${office}/substituicoes`), appointed)).status).toBe(404)
    expect(
      (await local.post(admin(`${office}/titulares`), { ...keys, titular: 'carla', ato: 'Ato', desde: today() }))
        .status,
    ).toBe(404)
    expect(
      (
        await local.send(await local.open(admin('/cargos/novo')), formTo('/cargos'), {
          cargo: 'Intruso',
          unidade: 'GABSEC',
        })
      ).errors.join(),
    ).toContain('Não há unidade')
    await aPerson(house, {
      login: 'localcofic',
      grants: [{ profile: 'Administrador', unit: 'COFIC', administers: 'unit' }],
    })
    const chief = await signInAs(house, 'localcofic')
    const inside = await chief.open(admin('/cargos', at.cofic))
    expect(inside.status).toBe(200)
    expect(inside.text).toContain('Coordenador')
    expect(inside.text).not.toContain('Procuradora')
    const ana = await house.signIn('beto')
    expect((await ana.open(admin('/cargos', at.asses))).status).toBe(404)
  })
})
