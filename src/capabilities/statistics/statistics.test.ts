import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { countingQueries, idOf, problemsOf } from '../../../test/support/builders-admin.ts'
import { types } from '../../../test/support/builders-cases.ts'
import { cellsOf, furnishNovember, november } from '../../../test/support/builders-statistics.ts'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import type { Person } from '../../../test/support/person.ts'
import { at } from '../../../test/support/world.ts'

let house: TestHouse
let people: Record<'marina' | 'ana' | 'admin' | 'rita' | 'ivo', Person>
let made: Awaited<ReturnType<typeof furnishNovember>>

beforeAll(async () => {
  house = await openTestHouse()
  made = await furnishNovember(house)
  people = {
    marina: await house.signIn('marina'),
    ana: await house.signIn('ana'),
    admin: await house.signIn('admin'),
    rita: await house.signIn('rita'),
    ivo: await house.signIn('ivo'),
  }
}, 120_000)
afterAll(() => house.close())

const request = types.request
const open = (person: Person, path: string, unit: string = at.prot) => person.open(`/em/${unit}/estatisticas${path}`)
const secrets = () => [
  made.restricted.number,
  made.restricted.digits,
  made.confidential.number,
  made.confidential.digits,
]
const expectNoSecret = (text: string) => {
  for (const secret of secrets()) expect(text).not.toContain(secret)
}

describe('the figures of a unit', () => {
  it('R6 tell what was opened, passed, is closed and open, by type, with confidential case files in one line', async () => {
    const page = await open(people.marina, `?${november}`)
    expect(cellsOf(page, 'tabela-unidade')).toEqual([
      [request, '3', '3', '3', '0', '3', '1', '6,7 dias'],
      ['Sigilosos (todos os tipos)', '1', '1', '1', '0', '0', '0', '8,0 dias'],
      ['Total', '4', '4', '4', '0', '3', '1', '7,0 dias'],
    ])
    expectNoSecret(page.html)
  })

  it('R6 what is open at the end of the period is told as it was then', async () => {
    const page = await open(people.marina, '?de=2026-11-05&ate=2026-11-07')
    expect(cellsOf(page, 'tabela-unidade').at(-1)).toEqual(['Total', '0', '4', '1', '3', '0', '0', '2,5 dias'])
  })

  it.each([
    ['tramitados', 3],
    ['fechados', 3],
    ['abertos', 0],
    ['gerados', 3],
  ])(
    'R5 lead to a list of %s that names public case files, masks restricted ones and leaves confidential ones out',
    async (measure, count) => {
      const page = await open(people.marina, `/lista?medida=${measure}&${november}`)
      const rows = cellsOf(page, 'lista')
      expect(rows).toHaveLength(count)
      if (count > 0) {
        expect(rows.map(([number]) => number).sort()).toEqual(
          [made.quick.number, made.slow.number, 'Processo restrito'].sort(),
        )
      }
      expectNoSecret(page.html)
      expectNoSecret((await open(people.marina, `/lista?medida=${measure}&${november}&formato=csv`)).bytes.toString())
    },
  )

  it('R5 list drafts for their own unit alone; for others they are counted', async () => {
    const list = `/lista?medida=documentos&${november}`
    const own = cellsOf(await open(people.marina, list), 'lista')
    expect(own.map(([document, , caseNumber]) => `${document} ${caseNumber}`).sort()).toEqual([
      `${made.draft} ${made.quick.number}`,
      expect.stringContaining(made.quick.number),
      'Documento restrito Processo restrito',
    ])
    const prot = await idOf(house, 'organization.unit', 'acronym', 'PROT')
    const figures = await open(people.admin, `?${november}&unidade=${prot}`, at.gs)
    expect(cellsOf(figures, 'tabela-unidade').at(-1)?.[5]).toBe('3')
    const theirs = await open(people.admin, `${list}&unidade=${prot}`, at.gs)
    expect(cellsOf(theirs, 'lista')).toHaveLength(1)
    expect(theirs.html).not.toContain(made.draft)
  })

  it('R7 are for who works there, and for administrators within reach', async () => {
    const [prot, gabsec] = [
      await idOf(house, 'organization.unit', 'acronym', 'PROT'),
      await idOf(house, 'organization.unit', 'acronym', 'GABSEC'),
    ]
    expect((await open(people.ana, `?unidade=${prot}`, at.asses)).status).toBe(404)
    expect((await open(people.ana, `/lista?medida=abertos&unidade=${prot}`, at.asses)).status).toBe(404)
    expect((await open(people.ana, `/atividades?unidade=${prot}`, at.asses)).status).toBe(404)
    expect((await open(people.admin, `?unidade=${prot}`, at.gs)).status).toBe(200)
    expect((await open(people.admin, `?unidade=${gabsec}`, at.gs)).status).toBe(404)
    for (const path of ['', '/lista?medida=abertos', '/desempenho', '/meta', '/atividades', '/fluxo']) {
      expect((await open(people.ivo, path, at.gs)).status).toBe(404)
    }
  })

  test.each([
    ['de=2026-11-10&ate=2026-11-01', { ate: 'O último dia vem antes do primeiro.' }],
    ['de=2019-01-01&ate=2026-11-01', { ate: 'O período tem mais de cinco anos. Escolha um mais curto.' }],
  ])('R8 asked for %s say what is wrong beside the field, on every report', async (query, problems) => {
    for (const path of ['', '/desempenho', '/meta', '/atividades', '/fluxo']) {
      const page = await open(people.marina, `${path}?${query}`)
      expect([page.status, problemsOf(page)]).toEqual([422, problems])
    }
  })

  it('asked for strangely are not found, and never fail', async () => {
    for (const strange of [
      '?unidade=x',
      `?unidade=${'9'.repeat(18)}`,
      '/lista?medida=x',
      '/lista?medida=abertos&tipo=1;',
      '/fluxo?tipo=0',
      '/desempenho/tipo?tipo=x',
      '/atividades?usuario=%00',
    ]) {
      expect([strange, (await open(people.marina, strange)).status]).toEqual([strange, 404])
    }
    expect((await open(people.marina, `/lista?medida=abertos&${november}&pagina=${'9'.repeat(30)}`)).status).toBe(200)
  })

  it.each(['ods', 'xlsx'])('are taken away as %s, which opens and holds the same numbers', async (format) => {
    const file = await open(people.marina, `?${november}&formato=${format}`)
    expect(file.headers['content-disposition']).toBe(`attachment; filename="estatisticas-PROT.${format}"`)
    const parts = unzipSync(new Uint8Array(file.bytes))
    const part = parts[format === 'ods' ? 'content.xml' : 'xl/worksheets/sheet1.xml']
    expect(strFromU8(part ?? new Uint8Array())).toContain(format === 'ods' ? 'office:value="6.7"' : '<v>6.7</v>')
  })
})

describe('performance', () => {
  it('counts what is concluded on every desk, and its time from opening to the last conclusion', async () => {
    const page = await open(people.ana, `/desempenho?${november}`, at.asses)
    expect(cellsOf(page, 'tabela-desempenho')).toEqual([
      [request, '2', '8,5 dias'],
      ['Sigilosos (todos os tipos)', '1', '8,0 dias'],
    ])
    const before = await open(people.ana, '/desempenho?de=2026-11-11&ate=2026-11-11', at.asses)
    expect(before.text).toContain('Nenhum processo concluído no período')
  })

  it('R5 leads to the units and the case files of a type, naming public ones alone', async () => {
    const page = await open(people.ana, `/desempenho?${november}`, at.asses)
    const type = await people.ana.open(page.document.querySelector('#tabela-desempenho a')?.getAttribute('href') ?? '')
    expect(cellsOf(type, 'tabela-unidades')).toEqual([
      ['PROT', '2', '7,5 dias'],
      ['ASSES', '1', '2,0 dias'],
    ])
    expect(cellsOf(type, 'lista')).toEqual([
      [made.slow.number, '02/11/2026', '12/11/2026', '10'],
      [made.quick.number, '02/11/2026', '09/11/2026', '7'],
    ])
    expectNoSecret(type.html)
  })

  it('against the target of seven days tells the mean, and how many kept it', async () => {
    const page = await open(people.ana, `/meta?${november}`, at.asses)
    expect(cellsOf(page, 'tabela-meta').map((row) => row.slice(0, 4))).toEqual([
      [request, '2', '8,5 dias', '1'],
      ['Sigilosos (todos os tipos)', '1', '8,0 dias', '0'],
    ])
    expect(page.text).toContain('acima da meta')
    const eleven = await open(people.ana, `/meta?${november}&dias=11`, at.asses)
    expect(cellsOf(eleven, 'tabela-meta').map((row) => row.slice(3))).toEqual([
      ['2', 'dentro da meta'],
      ['1', 'dentro da meta'],
    ])
    const csv = (await open(people.ana, `/meta?${november}&formato=csv`, at.asses)).bytes.toString()
    expect(csv).toContain(`${request};2;8,5;1;acima da meta\r\n`)
    expect(csv).toContain('Sigilosos (todos os tipos);1;8;0;acima da meta\r\n')
    expect(problemsOf(await open(people.ana, '/meta?dias=-1', at.asses))).toEqual({
      dias: 'Informe a meta em dias, de 1 a 999.',
    })
  })

  it('of one agency does not reach another', async () => {
    expect((await open(people.rita, `/desempenho?${november}`, at.rj)).text).toContain('Nenhum processo concluído')
  })
})

describe('activities', () => {
  it('R5 are counted in all, those in confidential case files in one line, and listed without secrets', async () => {
    const page = await open(people.marina, `/atividades?${november}`)
    const totals = cellsOf(page, 'tabela-atividades')
    expect(totals).toContainEqual(['Processo iniciado', '3'])
    expect(totals).toContainEqual(['Documento elaborado', '3'])
    expect(totals.map(([name]) => name)).toContain('Em processos sigilosos (todas as atividades)')
    expect(cellsOf(page, 'linhas').map(([, , number]) => number)).toContain('Processo restrito')
    expectNoSecret(page.html)
    const csv = await open(people.marina, `/atividades?${november}&tabela=linhas&formato=csv`)
    expectNoSecret(csv.bytes.toString())
    expect(csv.bytes.toString()).toContain(made.quick.number)
  })

  it('are those of the unit and of the person who was chosen', async () => {
    const ana = await idOf(house, 'identity.account', 'login', 'ana')
    const nothing = await open(people.marina, `/atividades?${november}&usuario=${ana}`)
    expect(nothing.text).toContain('Nenhuma atividade no período')
    const hers = await open(people.ana, `/atividades?${november}&usuario=${ana}`, at.asses)
    expect(cellsOf(hers, 'linhas').every(([, , , person]) => person === 'Ana Assessora')).toBe(true)
    expect(cellsOf(hers, 'tabela-atividades')).toContainEqual(['Processo enviado', '1'])
  })
})

describe('the map of a flow', () => {
  it('R5 draws who sent to whom and how long it stayed; confidential case files are only counted', async () => {
    const type = await idOf(house, 'classification.case_type', 'name', request)
    const page = await open(people.ana, `/fluxo?tipo=${type}&${november}`, at.asses)
    expect(
      cellsOf(page, 'tabela-caminhos')
        .map((row) => row.join(' '))
        .sort(),
    ).toEqual(['ASSES PROT 1', 'PROT ASSES 1', 'PROT GS 1'])
    expect(cellsOf(page, 'tabela-permanencia')).toEqual([
      ['PROT', '3', '4', '5,0 dias', '2'],
      ['ASSES', '0', '1', '2,0 dias', '0'],
      ['GS', '0', '1', '13,0 dias', '0'],
    ])
    expect(page.text).toContain('3 processos iniciados no período.')
    expect(page.text).toContain('1 processo sigiloso ficou fora do mapa.')
    expect(page.document.querySelector('.flow-map svg')?.getAttribute('aria-label')).toContain('de PROT para GS, 1')
    expectNoSecret(page.html)
  })
})

describe('every page', () => {
  it.each(['', '/desempenho', '/meta', '/atividades', '/fluxo', '/indices', '/numeros'])(
    '%s opens with few statements',
    async (path) => {
      const count = await countingQueries(house, async () => {
        expect((await open(people.admin, path, at.gs)).status).toBe(200)
      })
      expect(count).toBeLessThanOrEqual(10)
    },
  )
})
