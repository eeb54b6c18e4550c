import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aCentralAdministrator, admin, formTo, idOf } from '../../../test/support/builders-admin.ts'
import { importCsv, rowsOf, sendCsv } from '../../../test/support/builders-imports.ts'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import type { Page, Person } from '../../../test/support/person.ts'
import { at } from '../../../test/support/world.ts'

let house: TestHouse
let central: Person
beforeAll(async () => {
  house = await openTestHouse()
  central = await aCentralAdministrator(house)
})
afterAll(() => house.close())

const count = (many: number, line: (at: number) => string) => Array.from({ length: many }, (_, at) => line(at))
const file = (header: string, lines: readonly string[]) => [header, ...lines].join('\r\n')
const tabsOf = (page: Page) =>
  Object.fromEntries(
    [...page.document.querySelectorAll('[aria-label="Linhas por resultado"] a')].map((tab) => {
      const [, name = '', number = ''] = /^(.*?)\s*([\d.]+)$/.exec((tab.textContent ?? '').trim()) ?? []
      return [name, number]
    }),
  )

it('an administrator’s first day: 500 units, 5,000 people, their permissions, a type', {
  timeout: 600_000,
}, async () => {
  const units = count(500, (n) => `SET/RN;U${n};Unidade ${n};${n < 10 ? 'GS' : `U${Math.floor(n / 10)}`}`)
  const done = await importCsv(house, central, 'unidades', file('orgao;sigla;nome;superior', units))
  expect(tabsOf(done)).toMatchObject({ Criado: '500', Recusado: '0' })

  // Three lines are wrong: each is told by its number and its column, and holds nothing else back.
  const people = count(5000, (n) => `SET/RN;pessoa${n};Pessoa de Número ${n};p${n}@exemplo.gov.br`)
  people[6] = 'SET/RN;pessoa6;;p6@exemplo.gov.br'
  people[2499] = 'SET/RN;pessoa2499;Pessoa de Número 2499;nada'
  people[4999] = 'SET/RN;pessoa0;Pessoa repetida;p0@exemplo.gov.br'
  const sent = await sendCsv(central, 'usuarios', file('orgao;usuario;nome;email', people))
  expect(sent.url).toMatch(/importacoes\/\d+$/)
  const tried = await whileWorking(sent)
  expect(tabsOf(tried)).toMatchObject({ Todas: '5.000', 'Será criado': '4.997', Recusado: '3' })
  const refused = rowsOf(await central.open(`${sent.url}?situacao=recusados`)).map(([line, , , why]) => [line, why])
  expect(refused).toEqual([
    ['8', expect.stringMatching(/^Nome: /)],
    ['2501', expect.stringMatching(/^E-mail: /)],
    ['5001', 'Repete o registro da linha 2. Deixe só uma das duas.'],
  ])
  await central.send(tried, 'form[action$="/execucao"]')
  expect(tabsOf(await whileWorking(sent))).toMatchObject({ Criado: '4.997', Recusado: '3' })

  const permissions = count(50, (n) => `SET/RN;pessoa${100 + n};Básico;U${n}`)
  const given = await importCsv(house, central, 'permissoes', file('orgao;usuario;perfil;unidade', permissions))
  expect(tabsOf(given)).toMatchObject({ Criado: '50', Recusado: '0' })
  const list = await central.open(admin('/permissoes?q=pessoa149'))
  expect([...list.document.querySelectorAll('#cadastro tbody tr')]).toHaveLength(1)
  const id = await idOf(house, 'identity.account', 'login', 'pessoa0')
  const form = await central.open(admin(`/usuarios/${id}/permissoes/nova`))
  const profile = await idOf(house, 'identity.profile', 'name', 'Básico')
  const granted = await central.send(form, formTo(`/usuarios/${id}/permissoes`), { perfil: profile, unidade: 'U499' })
  expect(granted.text).toContain('Perfil Básico: concedido.')

  const type = await central.send(await central.open(admin('/tipos-de-processo/novo')), formTo('/tipos-de-processo'), {
    nome: 'Pessoal: Estágio',
    niveis: ['public'],
    nivel_sugerido: 'public',
    classes: '010.1',
  })
  expect(type.text).toContain('Pessoal: Estágio: cadastrado.')
})

/** While the job works, its progress grows and others go on with theirs. Answers the page when it is done. */
async function whileWorking(sent: Page): Promise<Page> {
  const marina = await house.signIn('marina')
  let working = true
  const work = house.workOff().finally(() => {
    working = false
  })
  const seen = new Set<number>()
  let answered = 0
  while (working) {
    const [progress, desk] = await Promise.all([
      central.open(`${sent.url}/andamento`),
      marina.open(`/em/${at.prot}/mesa`),
    ])
    const { total, feitos } = JSON.parse(progress.bytes.toString()) as { total: number; feitos: number }
    expect(total).toBe(5000)
    expect(desk.status).toBe(200)
    seen.add(feitos)
    await sleep(300)
    answered += 1
  }
  await work
  expect(seen.size).toBeGreaterThan(2)
  expect(answered).toBeGreaterThan(2)
  return central.open(sent.url)
}
