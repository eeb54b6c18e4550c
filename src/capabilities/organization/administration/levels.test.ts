import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import {
  aCentralAdministrator,
  admin,
  aPerson,
  formTo,
  idOf,
  keysFrom,
  problemsOf,
  signInAs,
} from '../../../../test/support/builders-admin.ts'
import { rowsOf, sendCsv } from '../../../../test/support/builders-imports.ts'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Person } from '../../../../test/support/person.ts'
import { at } from '../../../../test/support/world.ts'

let house: TestHouse
const people: Record<string, Person> = {}
const ids: Record<string, string> = {}

beforeAll(async () => {
  house = await openTestHouse()
  const grant = { profile: 'Administrador', unit: 'ASSES', administers: 'unit' } as const
  await aPerson(house, { login: 'chefe', name: 'Chefe da Assessoria', grants: [grant] })
  await aPerson(house, { login: 'daassessoria', grants: [{ profile: 'Básico', unit: 'ASSES' }] })
  const theirs = ['Básico', 'Colaborador', 'Informática'].map((profile) => ({ profile, unit: 'PROT' }))
  await aPerson(house, { login: 'doprotocolo', grants: theirs })
  people.central = await aCentralAdministrator(house)
  people.agency = await house.signIn('admin')
  people.local = await signInAs(house, 'chefe')
  people.nobody = await house.signIn('ana')
  const unit = (acronym: string) => idOf(house, 'organization.unit', 'acronym', acronym)
  const user = (login: string) => idOf(house, 'identity.account', 'login', login)
  Object.assign(ids, {
    asses: await unit('ASSES'),
    prot: await unit('PROT'),
    rj: await unit('GABSEC'),
    ours: await user('daassessoria'),
    theirs: await user('doprotocolo'),
    rita: await user('rita'),
    set: await idOf(house, 'organization.agency', 'acronym', 'SET/RN'),
    seplag: await idOf(house, 'organization.agency', 'acronym', 'SEPLAG/RJ'),
    profile: await idOf(house, 'identity.profile', 'name', 'Básico'),
    type: await idOf(house, 'classification.case_type', 'name', 'Pessoal: Férias'),
    document: await idOf(house, 'classification.document_type', 'name', 'Ofício'),
    recordClass: await idOf(house, 'classification.record_class', 'code', '010.1'),
    basis: await idOf(house, 'classification.legal_basis', 'name', 'Sigilo fiscal'),
    conference: await idOf(house, 'classification.conference_kind', 'name', 'Cópia simples'),
    daughter: await aUnitBelow('ASSES'),
    contact: await aContact(),
    ritaGrant: await grantOf('rita'),
    theirGrant: await grantOf('doprotocolo'),
    theirOther: await grantOf('doprotocolo', 1),
  })
})
afterAll(() => house.close())

async function aUnitBelow(acronym: string): Promise<string> {
  const form = await (people.central as Person).open(admin('/unidades/nova'))
  const orgao = await idOf(house, 'organization.agency', 'acronym', 'SET/RN')
  const fields = { orgao, sigla: 'FILHOTE', nome: 'Unidade de baixo', superior: acronym }
  await (people.central as Person).send(form, formTo('/unidades'), fields)
  return idOf(house, 'organization.unit', 'acronym', 'FILHOTE')
}

async function aContact(): Promise<string> {
  const form = await (people.nobody as Person).open(`/em/${at.asses}/contatos/novo`)
  await (people.nobody as Person).send(form, 'form[action$="/contatos"]', { natureza: 'person', nome: 'Fulana de Tal' })
  return idOf(house, 'people.contact', 'name', 'Fulana de Tal')
}

async function grantOf(login: string, which = 0): Promise<string> {
  const rows = await house.db<{ id: string }[]>`
    select x.id from identity.assignment x join identity.account a on a.id = x.account_id where a.login = ${login} order by x.id`
  return rows[which]?.id ?? ''
}

const each = (path: string, nouns: readonly string[]) => nouns.map((noun) => `${path}${noun}`)
const ofAll = [
  '/parametros',
  '/orgaos/novo',
  '/perfis/novo',
  '/perfis/{profile}/alteracoes',
  ...each('/orgaos/{seplag}', ['', '/alteracoes', '/desativacao']),
  '/orgaos/{set}/desativacao',
  ...each('/unidades/{rj}', ['', '/hierarquia', '/hierarquia/retirada', '/desativacao', '/alteracoes']),
  ...each('/usuarios/{rita}', ['', '/permissoes/nova', '/desativacao', '/nova-senha', '/alteracoes']),
  ...each('/tipos-de-processo', ['', '/novo', '/{type}', '/{type}/desativacao', '/{type}/alteracoes']),
  ...each('/tipos-de-documento', ['', '/novo', '/{document}', '/{document}/modelo', '/{document}/numeracao']),
  ...each('/tipos-de-documento/{document}', ['/desativacao', '/alteracoes']),
  ...each('/classes', ['', '/nova', '/{recordClass}', '/{recordClass}/desativacao', '/{recordClass}/alteracoes']),
  ...each('/hipoteses-legais', ['', '/nova', '/{basis}', '/{basis}/desativacao', '/{basis}/alteracoes']),
  ...each('/especies-de-conferencia', ['', '/nova', '/{conference}', '/{conference}/alteracoes']),
  ...each('/importacoes/nova?cadastro=', ['contatos', 'classes', 'tipos-de-processo', 'tipos-de-documento']),
]
const ofAgency = [
  ...['/orgaos', '/migracoes', '/migracoes/nova'],
  ...each('/orgaos/{set}', ['', '/alteracoes']),
  '/feriados',
  ...each('/unidades/{prot}', ['', '/hierarquia', '/hierarquia/retirada', '/desativacao', '/alteracoes']),
  ...each('/usuarios/{theirs}', ['', '/permissoes/nova', '/desativacao', '/nova-senha', '/alteracoes']),
  ...each('/unidades/{asses}', ['/hierarquia', '/hierarquia/retirada', '/desativacao']),
  '/importacoes/nova?cadastro=orgaos',
]
const ofUnit = [
  '',
  '/unidades',
  '/unidades/nova',
  ...each('/unidades/{asses}', ['', '/alteracoes']),
  '/usuarios',
  '/usuarios/novo',
  ...each('/usuarios/{ours}', ['', '/permissoes/nova', '/desativacao', '/nova-senha', '/alteracoes']),
  '/permissoes',
  '/perfis',
  '/importacoes',
  ...each('/importacoes/nova?cadastro=', ['unidades', 'usuarios', 'permissoes']),
]

const open = async (who: string, path: string) => {
  const real = path.replace(/\{(\w+)\}/g, (_, name) => ids[name] ?? 'x')
  return (await people[who]?.open(admin(real, who === 'local' || who === 'nobody' ? at.asses : at.gs)))?.status
}

/** Sends an act as it would come without a form; answers the status. */
async function send(who: string, path: string, fields: Record<string, string> = {}): Promise<number | undefined> {
  const unit = who === 'local' || who === 'nobody' ? at.asses : at.gs
  const person = people[who]
  const page = await person?.open(`/em/${unit}/mesa`)
  const real = path
    .replace('{contacts}', `/em/${unit}/contatos`)
    .replace('{printing}', `/em/${unit}/impressao`)
    .replace('{grantFor}', `{${who === 'agency' ? 'theirOther' : 'theirGrant'}}`)
    .replace(/\{(\w+)\}/g, (_, name) => ids[name] ?? 'x')
  return (
    page &&
    (await person?.post(real.startsWith('/em/') ? real : admin(real, unit), { ...keysFrom(page), ...fields }))?.status
  )
}

const names = ['nobody', 'local', 'agency', 'central'] as const

describe('R4 the three levels of administration (EST-026)', () => {
  test.each([
    ...ofAll.map((path) => [path, 200, 404, 404] as const),
    ...ofAgency.map((path) => [path, 200, 200, 404] as const),
    ...ofUnit.map((path) => [path, 200, 200, 200] as const),
  ])(
    '%s answers the central one %i, that of the agency %i, the local one %i, others 404',
    async (path, ...expected) => {
      const statuses = await Promise.all(['central', 'agency', 'local', 'nobody'].map((who) => open(who, path)))
      expect(statuses).toEqual([...expected, 404])
    },
  )

  /** Each register in each scope: who may send the act. The empty form that comes is refused beside its fields, or does it. */
  const whole = ['central'] as const
  const ofAgencyToo = ['central', 'agency'] as const
  const all = ['central', 'agency', 'local'] as const
  const ends = (path: string) => each(path, ['', '/desativacao', '/reativacao'])
  const acts: readonly (readonly [path: string, allowed: readonly string[]])[] = [
    ...['/orgaos', ...ends('/orgaos/{seplag}'), ...each('/orgaos/{set}', ['/desativacao', '/reativacao'])].map(
      (path) => [path, whole] as const,
    ),
    ['/orgaos/{set}', ofAgencyToo],
    ['/unidades', all],
    ['/unidades/{asses}', all],
    ...ends('/unidades/{daughter}').map((path) => [path, all] as const),
    ['/unidades/{daughter}/hierarquia', all],
    ...[...ends('/unidades/{prot}'), ...each('/unidades/{prot}/hierarquia', ['', '/retirada'])].map(
      (path) => [path, ofAgencyToo] as const,
    ),
    ...each('/unidades/{asses}', ['/hierarquia', '/desativacao', '/reativacao']).map(
      (path) => [path, ofAgencyToo] as const,
    ),
    ...[...ends('/unidades/{rj}'), '/unidades/{rj}/hierarquia'].map((path) => [path, whole] as const),
    ['/usuarios', all],
    ...[...ends('/usuarios/{ours}'), ...each('/usuarios/{ours}', ['/permissoes', '/nova-senha', '/duas-etapas'])].map(
      (path) => [path, all] as const,
    ),
    ...[...ends('/usuarios/{theirs}'), ...each('/usuarios/{theirs}', ['/permissoes', '/nova-senha'])].map(
      (path) => [path, ofAgencyToo] as const,
    ),
    ...[...ends('/usuarios/{rita}'), ...each('/usuarios/{rita}', ['/permissoes', '/nova-senha'])].map(
      (path) => [path, whole] as const,
    ),
    ['/usuarios/{theirs}/permissoes/{grantFor}/revogacao', ofAgencyToo],
    ['/usuarios/{rita}/permissoes/{ritaGrant}/revogacao', whole],
    ['/feriados', ofAgencyToo],
    ['/pontos-de-controle/{asses}', all],
    ['/pontos-de-controle/{prot}', ofAgencyToo],
    ['/pontos-de-controle/{rj}', whole],
    ...['/perfis', '/perfis/{profile}', '/parametros'].map((path) => [path, whole] as const),
    ...[
      ['/tipos-de-processo', 'type'],
      ['/tipos-de-documento', 'document'],
      ['/classes', 'recordClass'],
      ['/hipoteses-legais', 'basis'],
      ['/especies-de-conferencia', 'conference'],
    ].flatMap(([path, id]) => [path ?? '', ...ends(`${path}/{${id}}`)].map((one) => [one, whole] as const)),
    ...ends('{contacts}/{contact}').map((path) => [path, whole] as const),
    ['{printing}/registros', ofAgencyToo],
  ]

  test.each(acts)('POST %s is answered to %j and is not there for anybody else', async (path, allowed) => {
    const statuses: Record<string, boolean> = {}
    for (const who of names) statuses[who] = (await send(who, path)) !== 404
    expect(statuses).toEqual(
      Object.fromEntries(names.map((who) => [who, (allowed as readonly string[]).includes(who)])),
    )
  })

  test.each([
    ...['unidades', 'usuarios', 'permissoes'].map((register) => [register, all] as const),
    ['orgaos', ofAgencyToo] as const,
    ...['contatos', 'classes', 'tipos-de-processo', 'tipos-de-documento'].map((one) => [one, whole] as const),
  ])('a file of %s is read for %j and for nobody else', async (cadastro, allowed) => {
    const statuses: Record<string, boolean> = {}
    for (const who of names) statuses[who] = (await send(who, '/importacoes', { cadastro })) !== 404
    expect(statuses).toEqual(
      Object.fromEntries(names.map((who) => [who, (allowed as readonly string[]).includes(who)])),
    )
  })

  it('hold for lists: each sees the units, the people and the permissions within reach', async () => {
    const listed = async (who: string, path: string) => {
      const page = await people[who]?.open(admin(`${path}?situacao=todos`, who === 'local' ? at.asses : at.gs))
      const cells = [...(page?.document.querySelectorAll('tbody th, tbody td') ?? [])]
      return new Set(cells.map((cell) => (cell.textContent ?? '').trim().replace(/^.* · /, '')))
    }
    expect(await listed('local', '/unidades')).toContain('ASSES')
    expect(await listed('local', '/pontos-de-controle')).toContain('ASSES')
    for (const path of ['/unidades', '/pontos-de-controle']) {
      expect(await listed('local', path)).not.toContain('PROT')
      expect(await listed('agency', path)).toContain('PROT')
      expect(await listed('agency', path)).not.toContain('GABSEC')
      expect(await listed('central', path)).toContain('GABSEC')
    }
    for (const path of ['/usuarios', '/permissoes']) {
      expect(await listed('local', path)).toContain('daassessoria')
      expect(await listed('local', path)).not.toContain('doprotocolo')
      expect(await listed('agency', path)).toContain('doprotocolo')
      expect(await listed('agency', path)).not.toContain('rita')
      expect(await listed('central', path)).toContain('rita')
    }
  })

  it('the list of permissions tells the days as they were given, and finds by person, profile and unit', async () => {
    const rows = async (query: string) => {
      const page = await (people.central as Person).open(admin(`/permissoes?${query}`))
      return [...page.document.querySelectorAll('#cadastro tbody tr')].map((row) =>
        [...row.querySelectorAll('th, td')].map((cell) => (cell.textContent ?? '').trim()),
      )
    }
    const [row] = await rows('q=daassessoria+básico')
    expect(row?.slice(1)).toEqual(['daassessoria', 'Básico', 'ASSES (SET/RN)', '01/01/2020', 'Sem fim', 'Em vigor'])
    expect(await rows('q=daassessoria+gabsec')).toEqual([])
    expect((await rows('q=doprotocolo&situacao=inativos')).map((one) => one.at(-1))).toContain('Encerrada')
    expect((await rows('q=doprotocolo')).map((one) => one.at(-1))).not.toContain('Encerrada')
  })

  it('hold for figures: a local administrator looks at no other unit’s', async () => {
    const figures = (who: string, id: string | undefined) =>
      people[who]?.open(`/em/${who === 'local' ? at.asses : at.gs}/estatisticas?unidade=${id}`)
    const status = async (who: string, id: string | undefined) => (await figures(who, id))?.status
    expect(await status('local', ids.daughter)).toBe(200)
    expect(await status('local', ids.prot)).toBe(404)
    expect(await status('agency', ids.prot)).toBe(200)
    expect(await status('agency', ids.rj)).toBe(404)
    expect(await status('central', ids.rj)).toBe(200)
  })

  it('a local administrator keeps titles of the unit, and gives no more than they reach (EST-027)', async () => {
    const local = people.local as Person
    const path = `/unidades/${ids.asses}`
    const saved = await local.send(await local.open(admin(path, at.asses)), formTo(path), { cargos: 'Assessor\nChefe' })
    expect(saved.text).toContain('salva')
    const give = async (fields: Record<string, string>) => {
      const form = await local.open(admin(`/usuarios/${ids.ours}/permissoes/nova`, at.asses))
      return local.send(form, formTo(`/usuarios/${ids.ours}/permissoes`), { perfil: ids.profile ?? '', ...fields })
    }
    expect(problemsOf(await give({ unidade: 'PROT' })).unidade).toMatch(/Não há unidade/)
    expect((await give({ onde: 'orgao', orgao: ids.set ?? '' })).status).toBe(404)
    const administrator = await idOf(house, 'identity.profile', 'name', 'Administrador')
    expect(problemsOf(await give({ unidade: 'ASSES', perfil: administrator })).perfil).toMatch(/Escolha o perfil/)
    const collaborator = await idOf(house, 'identity.profile', 'name', 'Colaborador')
    expect((await give({ unidade: 'ASSES', perfil: collaborator, alcance: 'sim' })).text).toContain('concedido')
    const history = admin(`/usuarios/${ids.ours}/alteracoes`, at.asses)
    expect((await local.open(history)).text).toContain('Chefe da Assessoria (ASSES)')
    expect(await house.db`table identity.assignment order by id desc limit 1`).toMatchObject([{ administers: 'unit' }])
  })

  it('a local administrator brings in only what is of the unit', async () => {
    const csv =
      'orgao;sigla;nome;superior\nSET/RN;FILHA;Filha;ASSES\nSET/RN;TOPO;Topo;\nSET/RN;PROT;Tomada;ASSES\nSET/RN;SOB;Sob;PROT'
    const sent = await sendCsv(people.local as Person, 'unidades', csv, at.asses)
    await house.workOff()
    const told = rowsOf(await (people.local as Person).open(sent.url)).map(([, , result]) => result)
    expect(told).toEqual(['Será criado', 'Recusado', 'Recusado', 'Recusado'])
  })
})
