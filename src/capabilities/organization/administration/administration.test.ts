import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { aCentralAdministrator, admin, countingQueries, idOf } from '../../../../test/support/builders-admin.ts'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Person } from '../../../../test/support/person.ts'
import { at } from '../../../../test/support/world.ts'

let house: TestHouse
let central: Person
beforeAll(async () => {
  house = await openTestHouse()
  central = await aCentralAdministrator(house)
})
afterAll(() => house.close())

const titlesOf = (page: { document: Document }) =>
  [...page.document.querySelectorAll('.card__title')].map((title) => (title.textContent ?? '').trim())

const groupsOn = (page: { document: Document }) =>
  [...page.document.querySelectorAll('main section:has(> .stack > h2)')].map((group) => [
    group.getAttribute('aria-label'),
    group.querySelectorAll('.card').length,
  ])

describe('the first page of the administration', () => {
  it('shows what may be kept, and for who administrates one agency not what is of all', async () => {
    const home = await central.open(admin(''))
    const all = titlesOf(home)
    expect(all).toHaveLength(25)
    expect(groupsOn(home)).toEqual([
      ['Órgãos e unidades', 5],
      ['Pessoas e permissões', 5],
      ['Processos e documentos', 8],
      ['Contatos e grupos', 3],
      ['Instalação e conferência', 4],
    ])
    expect(all).toContain('Pedidos de tipos')
    const requests = home.document.querySelector('.card__title a[href$="/pedidos-de-tipos"]')?.getAttribute('href')
    expect((await central.open(requests ?? '')).status).toBe(200)
    const local = titlesOf(await (await house.signIn('admin')).open(admin('')))
    expect(local).toEqual([
      'Órgãos',
      'Unidades',
      'Pontos de controle',
      'Migrações de unidades',
      'Feriados',
      'Usuários',
      'Permissões',
      'Cargos e titulares',
      'Substituições',
      'Perfis',
      'Veículos de publicação',
      'Acesso a contatos',
      'Grupos',
      'Importação por planilha',
      'Impressão',
    ])
  })

  test.each(['ana', 'ivo'] as const)('does not exist for %s, who keeps nothing', async (login) => {
    const person = await house.signIn(login)
    for (const path of ['', '/unidades', '/usuarios', '/tipos-de-processo', '/parametros']) {
      expect((await person.open(admin(path))).status).toBe(404)
    }
  })

  it('does not exist from a unit in which nothing may be kept', async () => {
    expect((await central.open(admin('', at.asses))).status).toBe(404)
  })
})

describe('every page', () => {
  const registers = [
    '/orgaos',
    '/unidades',
    '/feriados',
    '/usuarios',
    '/perfis',
    '/tipos-de-processo',
    '/tipos-de-documento',
    '/classes',
    '/hipoteses-legais',
    '/especies-de-conferencia',
    '/parametros',
  ]

  test.each(registers)('%s opens with few statements', async (path) => {
    const count = await countingQueries(house, async () => {
      const page = await central.open(admin(path))
      expect(page.status).toBe(200)
      expect(page.document.querySelectorAll('h1')).toHaveLength(1)
    })
    expect(count).toBeGreaterThan(1)
    expect(count).toBeLessThanOrEqual(10)
  })

  it('below them opens with few statements', async () => {
    const unit = await idOf(house, 'organization.unit', 'acronym', 'GS')
    const agency = await idOf(house, 'organization.agency', 'acronym', 'SET/RN')
    const user = await idOf(house, 'identity.account', 'login', 'ana')
    const profile = await idOf(house, 'identity.profile', 'name', 'Básico')
    const caseType = await idOf(house, 'classification.case_type', 'name', 'Pessoal: Férias')
    const documentType = await idOf(house, 'classification.document_type', 'name', 'Ofício')
    const pages = [
      ...['', '/hierarquia', '/hierarquia/retirada', '/desativacao'].map((noun) => `/unidades/${unit}${noun}`),
      '/unidades/nova',
      `/orgaos/${agency}`,
      '/orgaos/novo',
      ...['', '/permissoes/nova', '/desativacao', '/nova-senha'].map((noun) => `/usuarios/${user}${noun}`),
      '/usuarios/novo',
      `/perfis/${profile}`,
      `/perfis/novo?de=${profile}`,
      `/tipos-de-processo/${caseType}`,
      `/tipos-de-processo/${caseType}/desativacao`,
      '/tipos-de-processo/novo',
      ...['', '/modelo', '/numeracao', '/desativacao'].map((noun) => `/tipos-de-documento/${documentType}${noun}`),
      '/tipos-de-documento/novo',
      '/classes/nova',
      '/hipoteses-legais/nova',
      '/especies-de-conferencia/nova',
    ]
    for (const path of pages) {
      const count = await countingQueries(house, async () => {
        const page = await central.open(admin(path))
        expect([path, page.status]).toEqual([path, 200])
      })
      expect([path, count <= 10]).toEqual([path, true])
    }
  })

  test.each(registers)('%s with an address that names nothing is not found', async (path) => {
    for (const id of ['0', '999999999999999999', 'x', '1e3', "1'--"]) {
      expect((await central.open(admin(`${path}/${encodeURIComponent(id)}`))).status).toBe(404)
    }
  })

  test.each(registers)('%s asked for strangely answers as usual', async (path) => {
    const odd = `${path}?q=${encodeURIComponent("%'\\_ﬀ\u202e")}&pagina=-1&situacao=x&ano=abc`
    expect((await central.open(admin(odd))).status).toBe(200)
  })

  test.each(registers)('%s asked for what PostgreSQL refuses does not fall', async (path) => {
    const page = await central.open(admin(`${path}?q=%00a&pagina=${'9'.repeat(40)}&orgao=${'9'.repeat(40)}`))
    expect(page.status).toBeLessThan(500)
  })
})
