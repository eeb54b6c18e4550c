import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { aCentralAdministrator, admin, aPerson, idOf, signInAs } from '../../../test/support/builders-admin.ts'
import { importCsv, importsAt, rowsOf, sendCsv, tryCsv } from '../../../test/support/builders-imports.ts'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import type { Page, Person } from '../../../test/support/person.ts'
import { at } from '../../../test/support/world.ts'
import { importableRegisters } from './registers.ts'
import { runImport } from './run-import.ts'

let house: TestHouse
let central: Person
let local: Person
beforeAll(async () => {
  house = await openTestHouse()
  central = await aCentralAdministrator(house)
  local = await house.signIn('admin')
})
afterAll(() => house.close())

const results = (page: Parameters<typeof rowsOf>[0]) => rowsOf(page).map(([, record, result]) => [record, result])
const count = async (table: string) => {
  const [row] = await house.db<{ count: number }[]>`select count(*)::int as count from ${house.db(table)}`
  return row?.count ?? 0
}
const confirmForm = 'form[action$="/execucao"]'

/** A file of each register: what it says first, and the same with one thing changed. */
const files: readonly (readonly [register: string, first: string, changed: string])[] = [
  ['orgaos', 'sigla;nome;recebe\nSEED/RN;Educação;sim', 'sigla;nome;recebe\nSEED/RN;Educação e Cultura;sim'],
  [
    'unidades',
    'orgao;sigla;nome;superior;emails;cargos\nSET/RN;FILHA;Filha;MAE;\nSET/RN;MAE;Mãe;GS;b@exemplo.gov.br|a@exemplo.gov.br;Zelador|Auditor',
    'orgao;sigla;nome;superior;emails;cargos\nSET/RN;FILHA;Filha mais nova;MAE;\nSET/RN;MAE;Mãe;ASSES;a@exemplo.gov.br|b@exemplo.gov.br;Auditor|Zelador',
  ],
  [
    'usuarios',
    'orgao,usuario,nome,cpf\nSET/RN,novata,Nova Pessoa,529.982.247-25\nSET/RN,outra,Outra Pessoa,',
    'orgao,usuario,nome,cpf\nSET/RN,novata,Nova Pessoa de Tal,52998224725\nSET/RN,outra,Outra Pessoa Nova,',
  ],
  [
    'permissoes',
    'orgao;usuario;perfil;unidade;subunidades\nSET/RN;novata;básico;MAE;sim',
    'orgao;usuario;perfil;unidade;subunidades\nSET/RN;novata;Colaborador;*;não',
  ],
  [
    'contatos',
    'natureza;nome;cpf_ou_cnpj;telefone\nPessoa jurídica;Potengi;11.222.333/0001-81;+55 84 3232',
    'natureza;nome;cpf_ou_cnpj;telefone\njuridica;Potengi Ltda.;11222333000181;+55 84 3232',
  ],
  [
    'classes',
    'codigo;descricao;fase_corrente;destinacao\n020.1;Pessoal;5;Eliminação',
    'codigo;descricao;fase_corrente;destinacao\n020.1;Gestão de pessoal;5;eliminacao',
  ],
  [
    'tipos-de-processo',
    'nome;niveis;nivel_sugerido;hipotese;classes;unidades\nPessoal: Licença;Restrito|Público;Restrito;Informação pessoal;020.1|010.1;GS|MAE',
    'nome;niveis;nivel_sugerido;hipotese;classes;unidades\nPessoal: Licença;Público|Restrito;Público;;010.1|020.1;MAE|GS',
  ],
  [
    'tipos-de-documento',
    'nome;aplicacao;numeracao\nNota Técnica;Ambos;Unidade/ano',
    'nome;aplicacao;numeracao\nNota Técnica;Elaborado;Unidade/ano',
  ],
]

describe('every register', () => {
  it.each(files)(
    'R1 R3 %s: the trial writes nothing, the run creates, once more changes nothing',
    async (register, first, changed) => {
      const before = await count('organization.register_change')
      const tried = await tryCsv(house, central, register, first)
      expect(new Set(results(tried).map(([, result]) => result))).toEqual(new Set(['Será criado']))
      expect(await count('organization.register_change')).toBe(before)

      const done = await importCsv(house, central, register, first)
      expect(done.text).toContain('Concluída')
      expect(new Set(results(done).map(([, result]) => result))).toEqual(new Set(['Criado']))
      expect(await count('organization.register_change')).toBeGreaterThan(before)

      const again = await tryCsv(house, central, register, first)
      expect(new Set(results(again).map(([, result]) => result))).toEqual(new Set(['Sem mudança']))
      expect(again.document.querySelector(confirmForm)).toBeNull()

      const other = await importCsv(house, central, register, changed)
      expect(results(other).map(([, result]) => result)).not.toContain('Recusado')
      const last = await tryCsv(house, central, register, changed)
      expect(new Set(results(last).map(([, result]) => result))).toEqual(new Set(['Sem mudança']))
    },
  )

  it('shows field by field what changes, also of the hierarchy', async () => {
    const page = await tryCsv(house, central, 'unidades', 'orgao;sigla;nome;superior\nSET/RN;MAE;Outra;GS')
    expect(rowsOf(page)[0]?.[3]).toBe('Nome: de “Mãe” para “Outra”Unidade superior: de “ASSES (SET/RN)” para “GS”')
  })

  it('has the history of who brought it in', async () => {
    const id = await idOf(house, 'organization.unit', 'acronym', 'FILHA')
    const page = await central.open(admin(`/unidades/${id}/alteracoes`))
    expect(page.text).toContain('Clara Central (GS)')
    expect(page.text).toContain('Filha mais nova')
  })

  it('of people gives nobody a password', async () => {
    const [row] = await house.db`select password_hash from identity.account where login = 'novata'`
    expect(row?.password_hash).toBeNull()
  })
})

describe('rows', () => {
  it('R4 that are refused hold no others back, and say beside which field', async () => {
    const csv = [
      'orgao;sigla;nome;superior;uf;recebe',
      'SET/RN;BOA;Unidade boa;GS;RN;sim',
      'SET/RN;;Sem sigla;GS;RN;sim',
      'NADA;X;Sem órgão;GS;RN;sim',
      'SET/RN;RUIM;Ruim;LUGAR-NENHUM;XX;talvez',
      'SET/RN;RUIM2;Ruim;LUGAR-NENHUM;RN;sim',
      'SET/RN;BOA;Repetida;GS;RN;sim',
      'SET/RN;ROD1;Roda;ROD2;RN;sim',
      'SET/RN;ROD2;Roda;ROD1;RN;sim',
    ].join('\r\n')
    const page = await importCsv(house, central, 'unidades', csv)
    const told = rowsOf(page).map(([line, , result, fields]) => [line, result, fields])
    expect(told).toEqual([
      ['2', 'Criado', expect.stringContaining('Sigla: BOA')],
      ['3', 'Recusado', 'Sigla: Informe a sigla.'],
      ['4', 'Recusado', 'Órgão: Ao seu alcance não há órgão com esta sigla.'],
      ['5', 'Recusado', 'Disponível para envio: Escreva sim ou não.'],
      ['6', 'Recusado', expect.stringContaining('Não há unidade em uso com a sigla “LUGAR-NENHUM”')],
      ['7', 'Recusado', 'Repete o registro da linha 2. Deixe só uma das duas.'],
      ['8', 'Recusado', expect.stringContaining('Não há unidade em uso')],
      ['9', 'Recusado', expect.stringContaining('Não há unidade em uso')],
    ])
  })

  it('R4 that stand below a refused one say which line is to be mended, in the trial as in the run', async () => {
    const below = (from: number, many: number) =>
      Array.from({ length: many }, (_, at) => `SET/RN;GALHO${from + at};Galho;TRONCO;RN`)
    const last = ['SET/RN;TRONCO;Tronco;GS;XX', 'SET/RN;FOLHA;Folha;GALHO9;RN']
    const csv = ['orgao;sigla;nome;superior;uf', ...below(2, 60), ...last]
    const because = (line: number) =>
      `Unidade superior: A linha ${line}, da qual esta depende, foi recusada. Corrija-a e envie as duas de novo.`
    const check = async ({ url }: Page) => {
      const on = async (number: number) => rowsOf(await central.open(`${url}?situacao=recusados&pagina=${number}`))
      expect((await on(1))[0]?.[3]).toBe(because(62))
      expect((await on(2)).map(([line, , , told]) => [line, told])).toEqual([
        ...Array.from({ length: 10 }, (_, at) => [String(52 + at), because(62)]),
        ['62', expect.stringContaining('UF')],
        ['63', because(9)],
      ])
    }
    await check(await tryCsv(house, central, 'unidades', csv.join('\n')))
    await check(await importCsv(house, central, 'unidades', [...csv, 'SET/RN;TOCO;Toco;GS;RN'].join('\n')))
  })

  it('that were refused come back as a file with the reasons, which is mended and sent again', async () => {
    const csv = 'orgao;sigla;nome;superior\nSET/RN;VIVA;Viva;GS\nSET/RN;MORTA;"=Nome; com ""sinais""";NENHURES'
    const done = await importCsv(house, central, 'unidades', csv)
    const href = done.document.querySelector('a[href$="/recusadas"]')?.getAttribute('href') ?? ''
    const file = await central.open(href)
    expect(file.headers['content-disposition']).toMatch(/attachment; filename="recusadas-unidades-\d+\.csv"/)
    const text = file.bytes.toString()
    expect(text).toMatch(/^\uFEFForgao;sigla;nome;superior;motivo_da_recusa\r\n/)
    expect(text).toContain(`SET/RN;MORTA;"'=Nome; com ""sinais""";NENHURES;`)
    expect(text).toMatch(/Não há unidade em uso.*\r\n$/)
    expect(text).not.toContain('VIVA')
    const again = await tryCsv(house, central, 'unidades', text.replace('NENHURES', 'GS'))
    expect(results(again)).toEqual([['SET/RN · MORTA', 'Será criado']])
    expect(again.text).toContain('=Nome; com "sinais"')
    expect(again.document.querySelector('a[href$="/recusadas"]')).toBeNull()
  })

  it('make nobody an administrator whose reach the file does not say, and tell the reach before anything is given', async () => {
    await aPerson(house, { login: 'chefia' })
    const tried = async (profile: string, reach: string) => {
      const csv = `orgao;usuario;perfil;unidade;alcance\nSET/RN;chefia;${profile};COFIC;${reach}`
      return rowsOf(await tryCsv(house, central, 'permissoes', csv)).map(([, , result, told]) => [result, told])
    }
    expect(await tried('Administrador', '')).toEqual([
      ['Recusado', 'Alcance: O perfil Administrador administra. Diga o alcance: unidade, órgão ou instalação.'],
    ])
    expect(await tried('Administrador', 'unidade')).toEqual([
      ['Será criado', expect.stringContaining('alcance na unidade e nas que estão abaixo dela')],
    ])
    expect(await tried('Administrador', 'órgão')).toEqual([
      ['Será criado', expect.stringContaining('alcance no órgão')],
    ])
    expect(await tried('Básico', '')).toEqual([['Será criado', expect.not.stringContaining('alcance')]])
  })

  it('come back as a report that no spreadsheet works out', async () => {
    const csv = 'natureza;nome;cpf_ou_cnpj\nPessoa física;=CMD();529.982.247-25'
    const page = await tryCsv(house, central, 'contatos', csv)
    const report = await central.open(`${page.url}/relatorio`)
    expect(report.headers['content-disposition']).toMatch(/attachment; filename="relatorio-contatos-\d+\.csv"/)
    expect(report.bytes.toString()).toContain(`"'=CMD()"`)
    expect(report.bytes.toString()).not.toMatch(/[;\n]=CMD/)
  })
})

describe('a run', () => {
  const people = (from: number, many: number) =>
    ['orgao;usuario;nome', ...Array.from({ length: many }, (_, at) => `SET/RN;massa${from + at};Pessoa da Massa`)].join(
      '\n',
    )

  it('R2 is of the very file that was tried', async () => {
    const tried = await tryCsv(house, central, 'usuarios', people(0, 1))
    const refused = await central.send(tried, confirmForm, { sha256: 'f'.repeat(64) })
    expect(refused.errors).toEqual(['O arquivo confirmado não é o que foi ensaiado. Abra a importação de novo.'])
    await house.workOff()
    expect((await central.open(tried.url)).text).toContain('falta confirmar')
  })

  it('R5 cut off in the middle goes on where it was, and does no row twice', async () => {
    const tried = await tryCsv(house, central, 'usuarios', people(100, 120))
    await central.send(tried, confirmForm)
    const id = tried.url.split('/').at(-1) ?? ''
    let reads = 0
    const dying = {
      ...house.platform,
      // Each batch asks what time it is: the third one finds the machine gone.
      clock: () => {
        reads += 1
        if (reads === 3) throw new Error('the machine stopped')
        return new Date()
      },
    }
    await expect(runImport(dying, { importId: id })).rejects.toThrow('the machine stopped')
    const half = await central.open(tried.url)
    expect(half.text).toContain('100 de 120 linhas gravadas')
    await house.workOff()
    const done = await central.open(tried.url)
    expect(done.text).toContain('Concluída')
    const [row] = await house.db`select count(*)::int as count from identity.account where login ~ '^massa[12]..$'`
    expect(row?.count).toBe(120)
  })

  it('R6 stops where who sent it may no longer', async () => {
    await aPerson(house, { login: 'passageira', grants: [{ profile: 'Administrador', unit: 'GS' }] })
    const person = await signInAs(house, 'passageira')
    const tried = await tryCsv(house, person, 'usuarios', people(500, 1))
    await person.send(tried, confirmForm)
    await house.db`update identity.assignment a set valid = daterange('2020-01-01', '2020-02-01')
      from identity.account x where x.id = a.account_id and x.login = 'passageira'`
    await house.workOff()
    const [row] = await house.db`select state, problem from register_import.import order by id desc limit 1`
    expect(row).toMatchObject({ state: 'failed', problem: expect.stringContaining('não pode mais') })
    expect(await house.db`select 1 from identity.account where login = 'massa500'`).toHaveLength(0)
  })
})

describe('R6 reach', () => {
  it('of an agency ends at the agency, and says the same of what is beyond as of what is not', async () => {
    const csv = 'orgao;sigla;nome\nSEPLAG/RJ;GABSEC;Tomada\nNADA;X;Y\nSET/RN;NOSSA;Nossa'
    expect(rowsOf(await importCsv(house, local, 'unidades', csv)).map((row) => row.slice(2))).toEqual([
      ['Recusado', 'Órgão: Ao seu alcance não há órgão com esta sigla.'],
      ['Recusado', 'Órgão: Ao seu alcance não há órgão com esta sigla.'],
      ['Criado', expect.anything()],
    ])
  })

  const ofAll = ['contatos', 'classes', 'tipos-de-processo', 'tipos-de-documento']
  test.each(ofAll)('%s are there only for who administrates the whole installation', async (register) => {
    for (const path of [`/nova?cadastro=${register}`, `/modelos/${register}`]) {
      expect((await local.open(importsAt(path))).status).toBe(404)
      expect((await central.open(importsAt(path))).status).toBe(200)
    }
  })

  it('an import is there only for who sent it', async () => {
    const tried = await tryCsv(house, central, 'usuarios', 'orgao;usuario;nome\nSET/RN;segredo;Nome Alheio')
    for (const path of ['', '/andamento', '/relatorio', '/recusadas']) {
      expect((await local.open(`${tried.url}${path}`)).status).toBe(404)
    }
    expect((await (await house.signIn('ana')).open(importsAt('', at.asses))).status).toBe(404)
  })
})

describe('the files', () => {
  test.each(importableRegisters.map(({ slug }) => slug))('the example of %s is one that is taken', async (slug) => {
    const example = await central.open(importsAt(`/modelos/${slug}`))
    const page = await tryCsv(house, central, slug, example.bytes)
    expect(rowsOf(page)).toHaveLength(1)
  })

  test.each([
    ['nothing', ''],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1])],
    ['a header that is not known', 'a;b\n1;2'],
    ['quotes that do not close', 'orgao;usuario;nome\n"x;y;z'],
    ['more than 10 MB', `orgao;usuario;nome\n${'x'.repeat(11_000_000)}`],
  ])('of %s are refused beside the field', async (_what, content) => {
    const page = await sendCsv(central, 'usuarios', content)
    expect(page.status).toBe(422)
    expect(page.errors).toHaveLength(1)
  })
})
