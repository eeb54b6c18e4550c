import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { aCentralAdministrator, problemsOf } from '../../../../test/support/builders-admin.ts'
import { cellsOf } from '../../../../test/support/builders-statistics.ts'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Page, Person } from '../../../../test/support/person.ts'
import { at } from '../../../../test/support/world.ts'
import { publishedFigures } from '../../../demonstration/published-figures.ts'

let house: TestHouse
let central: Person
let ana: Person
beforeAll(async () => {
  house = await openTestHouse()
  central = await aCentralAdministrator(house)
  ana = await house.signIn('ana')
}, 120_000)
afterAll(() => house.close())

const board = (person: Person, query = '') => person.open(`/em/${at.gs}/estatisticas/indices${query}`)
const publish = async (person: Person, fields: Record<string, string>) => {
  const form = await person.open(`/em/${at.gs}/estatisticas/publicados/novo`)
  return person.send(form, 'form[action$="/publicados/novo"]', fields)
}

describe('figures that another installation published', () => {
  let page: Page
  beforeAll(async () => {
    const orgaos = publishedFigures.agencies.map(
      ({ acronym, users, bornDigital, digitized, utilizationTenths: tenths }) =>
        [acronym, users, bornDigital, digitized, tenths && (tenths / 10).toFixed(1).replace('.', ',')]
          .map((cell) => cell ?? '')
          .join(';'),
    )
    page = await publish(central, {
      nome: 'Minas Gerais',
      fonte: 'apresentação aos multiplicadores',
      orgaos: orgaos.reverse().join('\r\n'),
      instalacoes:
        'Governo de MG;1.979;20.032;130.000;300 GB\nPrefeitura de SP;;22.425;196.000;6TB\nPRF;3.481;12.956;500.000;10,3 TB',
    })
  })

  it('E2E-17 print the published list of utilization, order included, with the four implied rows marked', () => {
    const rows = cellsOf(page, 'tabela-utilizacao')
    expect(rows.map(([position, acronym, users, , index]) => [position, acronym, users, index].join(' '))).toEqual([
      '1 SESP 490 18,8',
      '2 SEPLAG 810 14,3',
      '3 SEESP 129 11,8',
      '4 SES 1117 10,8',
      '5 SEAP 3249 10,6',
      '6 FCS 110 10,5',
      '7 IGAM 108 8,9',
      '8 SEGOV 142 7,0',
      '9 PCMG 3582 6,6',
      '10 SEE 161 6,3',
    ])
    const implied = rows.filter(([, , , documents]) => documents?.includes('deduzido'))
    expect(implied.map(([, acronym, , documents]) => `${acronym} ${documents}`)).toEqual([
      'SEPLAG 11583 deduzido',
      'FCS 1155 deduzido',
      'SEGOV 994 deduzido',
      'PCMG 23641 deduzido',
    ])
    expect(rows[0]?.[3]).toBe('9212')
    expect(page.text).toContain('porque a fonte não traz usuários: CBMMG, CGE, IEF, IPSEMG.')
  })

  it('E2E-17 print the published list of born-digital documents, order included', () => {
    expect(cellsOf(page, 'tabela-nato-digitais').map((cells) => cells.join(' '))).toEqual([
      '1 IPSEMG 908 359 72%',
      '2 IGAM 653 309 68%',
      '3 CBMMG 2129 1039 67%',
      '4 SESP 6102 3110 66%',
      '5 SEE 650 358 64%',
      '6 CGE 878 525 63%',
      '7 SES 7124 4896 59%',
      '8 SEAP 20357 14056 59%',
      '9 SEESP 896 631 59%',
      '10 IEF 530 423 56%',
    ])
    expect(page.text).toContain('porque a fonte não traz nato-digitais e digitalizados: FCS, PCMG, SEGOV, SEPLAG.')
  })

  it('stand beside the numbers of this installation', async () => {
    const numbers = await ana.open(`/em/${at.gs}/estatisticas/numeros`)
    expect(cellsOf(numbers, 'tabela-instalacoes')).toEqual([
      ['Usuários externos', '1.979', '—', '3.481'],
      ['Usuários cadastrados', '20.032', '22.425', '12.956'],
      ['Documentos gerados (mês)', '130.000', '196.000', '500.000'],
      ['Armazenamento', '300 GB', '6 TB', '10,3 TB'],
    ])
  })

  it('are taken away with what is implied said', async () => {
    const quadro = new URL(page.url, 'http://x').searchParams.get('quadro')
    const csv = await board(ana, `?quadro=${quadro}&formato=csv`)
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(csv.bytes.toString()).toContain('\r\n2;SEPLAG;810;11583 (deduzido);14,3\r\n')
  })

  test.each([
    [{ nome: 'Minas Gerais' }, 'nome', 'Já há uma publicação com este nome. Escolha outro.'],
    [{ orgaos: 'SESP;490;-1;2' }, 'orgaos', 'Linha 1: os números precisam ser inteiros, sem sinal.'],
    [
      { orgaos: 'A;1;1;1\n\nB;1;1' },
      'orgaos',
      'Linha 3: nato-digitais e digitalizados vêm juntos, ou nenhum dos dois.',
    ],
    [
      { orgaos: 'A;10;;;14,35' },
      'orgaos',
      'Linha 1: o índice precisa ser um número com até uma casa decimal, como 14,3.',
    ],
    [{ orgaos: 'A;1;1;1\nA;2;2;2' }, 'orgaos', 'A aparece mais de uma vez.'],
    [{ orgaos: 'A;9;;' }, 'orgaos', 'Linha 1: faltam os documentos, ou então usuários e índice.'],
    [
      { orgaos: '', instalacoes: 'PRF;;;;muito' },
      'instalacoes',
      'Linha 1: escreva o armazenamento como 300 GB ou 10,3 TB.',
    ],
    [{ orgaos: '' }, 'orgaos', 'Informe os números de ao menos um órgão ou de uma instalação.'],
  ])('%j is refused beside %s, and what was typed stays', async (fields, field, message) => {
    const refused = await publish(central, {
      nome: 'Outra',
      fonte: 'boletim',
      orgaos: 'A;1;1;1',
      instalacoes: '',
      ...fields,
    })
    expect([refused.status, problemsOf(refused)]).toEqual([422, { [field]: message }])
    expect(refused.document.querySelector('[name="fonte"]')?.getAttribute('value')).toBe('boletim')
  })

  it('are loaded by who administrates the whole installation alone', async () => {
    for (const login of ['ana', 'admin', 'ivo'] as const) {
      const person = await house.signIn(login)
      for (const path of ['/publicados/novo', '/indices/definicao']) {
        expect((await person.open(`/em/${at.gs}/estatisticas${path}`)).status).toBe(404)
      }
    }
  })

  it('R4 are never changed, nor emptied', async () => {
    await expect(house.db`update statistics.published_agency set users = 1`).rejects.toThrow('append-only')
    await expect(house.db`truncate statistics.published cascade`).rejects.toThrow('append-only')
  })
})
