import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { aCentralAdministrator, idOf, keysFrom, problemsOf } from '../../../test/support/builders-admin.ts'
import { aCaseFile, done } from '../../../test/support/builders-cases.ts'
import { aDraft } from '../../../test/support/builders-documents.ts'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import type { Page, Person } from '../../../test/support/person.ts'
import { at } from '../../../test/support/world.ts'
import { doc, section } from '../../rich-text/index.ts'
import { registerDocumentType } from '../classification/index.ts'

let house: TestHouse
let marina: Person
let central: Person
beforeAll(async () => {
  house = await openTestHouse()
  marina = await house.signIn('marina')
  central = await aCentralAdministrator(house)
})
afterAll(() => house.close())

type Fields = Record<string, string>
const make = async (by: Person, unit: string, fields: Fields): Promise<Page> =>
  by.send(await by.open(`/em/${unit}/grupos/novo`), 'form[action$="/grupos"][method="post"]', fields)
const idIn = (page: Page) => /\/grupos\/(\d+)/.exec(page.url)?.[1] ?? ''
const choices = (page: Page) =>
  [...page.document.querySelectorAll('select[name="grupo_de_destino"] option')].map((one) => one.textContent)
const add = (by: Person, page: Page, form: string, group: string, fields: Record<string, string | string[]> = {}) =>
  by.send(page, form, { grupo_de_destino: group, acrescentar_grupo: 'sim', ...fields })

describe('choosing a group', () => {
  it('R1 ticks all its units when sending, each shown, and names those that take no case files', async () => {
    await house.db`update organization.unit set available_for_sending = false where slug = ${at.cofic}`
    const made = await make(marina, at.prot, {
      nome: 'Toda a casa',
      membros: 'GS\nASSES\nPROT\nCOFIC\nGABSEC (SEPLAG/RJ)',
    })
    expect(made.text).toContain('Grupo Toda a casa: criado.')
    const { digits } = await aCaseFile(house)
    const page = await marina.open(`/em/${at.prot}/envio?processo=${digits}`)
    expect(choices(page)).toContain('Toda a casa · Só meu')
    const chosen = await add(marina, page, 'form[action$="/envio"]', idIn(made))
    expect(chosen.status).toBe(200)
    expect(chosen.text).toContain('Do grupo Toda a casa entraram: ASSES, GS, SEPLAG/RJ/GABSEC.')
    expect(chosen.text).toContain('Ficaram de fora: COFIC (não recebe processos), PROT (é esta unidade).')
    const ticked = [...chosen.document.querySelectorAll('input[name="destinos"][checked]')].map((one) =>
      one.getAttribute('value'),
    )
    expect(ticked).toHaveLength(3)
    const gs = await idOf(house, 'organization.unit', 'slug', at.gs)
    const sent = await marina.send(chosen, 'form[action$="/envio"]', {
      destinos: ticked.filter((one) => one !== gs) as string[],
    })
    expect(sent.text).toContain('ASSES')
    const holdings = await house.db`select u.acronym from cases.holding h join organization.unit u on u.id = h.unit_id
      join cases.case_file c on c.id = h.case_file_id where c.digits = ${digits} and h.closed_at is null order by 1`
    expect(holdings.map(({ acronym }) => acronym)).toEqual(['ASSES', 'GABSEC'])
    await house.db`update organization.unit set available_for_sending = true where slug = ${at.cofic}`
  })

  it('R1 ticks its units in a bundle, and keeps those that were ticked before', async () => {
    const made = await make(marina, at.prot, { nome: 'Do bloco', membros: 'ASSES\nCOFIC' })
    const gs = await idOf(house, 'organization.unit', 'slug', at.gs)
    const form = await marina.open(`/em/${at.prot}/blocos/novo?tipo=assinatura`)
    const page = await add(marina, form, 'form[action$="/blocos/novo"]', idIn(made), {
      destinos: gs,
      descricao: 'Para assinar',
    })
    expect(page.text).toContain('Do grupo Do bloco entraram: ASSES, COFIC.')
    expect(page.document.querySelectorAll('input[name="destinos"][checked]')).toHaveLength(3)
    expect(page.html).toContain('Para assinar')
    const none = await add(marina, form, 'form[action$="/blocos/novo"]', '')
    expect(none.status).toBe(422)
    expect(problemsOf(none).grupo_de_destino).toMatch(/Escolha o grupo/)
  })

  it('R2 a unit that was succeeded is stood for by its successor', async () => {
    const made = await make(marina, at.prot, { nome: 'Sucedidas', membros: 'COFIC' })
    const [cofic, asses] = await Promise.all(
      [at.cofic, at.asses].map((slug) => idOf(house, 'organization.unit', 'slug', slug)),
    )
    await house.db`insert into organization.succession (predecessor_id, successor_id) values (${cofic ?? ''}, ${asses ?? ''})`
    const { digits } = await aCaseFile(house)
    const page = await add(
      marina,
      await marina.open(`/em/${at.prot}/envio?processo=${digits}`),
      'form[action$="/envio"]',
      idIn(made),
    )
    expect(page.text).toContain('Do grupo Sucedidas entraram: ASSES.')
    await house.db`delete from organization.succession`
  })

  it('adds the addresses of a group of e-mails to those typed, each once', async () => {
    await house.db`insert into organization.unit_email (unit_id, address) select id, 'prot@exemplo.gov.br' from organization.unit where slug = ${at.prot} on conflict do nothing`
    const made = await make(central, at.gs, {
      ...{ nome: 'Imprensa', especie: 'emails', alcance: 'installation' },
      membros: 'Jornal@exemplo.org Jornal da Terra\nradio@exemplo.org',
    })
    const { digits } = await aCaseFile(house)
    const form = await marina.open(`/em/${at.prot}/processos/${digits}/correio`)
    expect(choices(form)).toEqual(['Escolha…', 'Imprensa · De toda a instituição'])
    const page = await add(marina, form, '#correio', idIn(made), {
      para: 'a@exemplo.org, radio@exemplo.org',
      assunto: 'Aviso',
    })
    expect(page.document.querySelector('textarea[name="para"]')?.textContent?.trim().split('\n')).toEqual([
      'a@exemplo.org',
      'radio@exemplo.org',
      'jornal@exemplo.org',
    ])
    expect(page.document.querySelector('input[name="assunto"]')?.getAttribute('value')).toBe('Aviso')
  })

  it('marks the contacts of a group for a circular', async () => {
    await house.db`insert into people.contact (kind, name, cpf) values ('person', 'Beatriz Convidada', '52998224725'), ('person', 'José Convidado', null)`
    const made = await make(marina, at.prot, {
      nome: 'Convidados',
      especie: 'contacts',
      membros: 'jose convidado\n529.982.247-25',
    })
    const again = await marina.send(await marina.open(made.url), 'form[method="post"][action*="/grupos/"]')
    expect(again.text).toContain('salvo')
    const { digits } = await aCaseFile(house)
    const template = doc(section('a', 'body', '@destinatario_nome@', { locked: true }), section('b', 'body', ''))
    await done(registerDocumentType(house.db, { name: 'Carta', appliesTo: 'authored', template }))
    const base = await aDraft(house, digits, { type: 'Carta', text: 'Convite.' })
    const form = await marina.open(`/em/${at.prot}/documentos/${base}/circular`)
    const page = await add(marina, form, '#destinatarios', idIn(made))
    expect(page.document.querySelectorAll('input[name="contato"][checked]')).toHaveLength(2)
  })
})

describe('keeping groups', () => {
  it('R3 one’s own are nobody else’s, the unit’s are of the unit, the agency’s of the agency, and the rest of all', async () => {
    const pages = [
      await make(marina, at.prot, { nome: 'Minhas', membros: 'GS' }),
      await make(marina, at.prot, { nome: 'Do protocolo', alcance: 'unit', membros: 'GS' }),
      await make(central, at.gs, { nome: 'Da SET', alcance: 'agency', membros: 'GS' }),
      await make(central, at.gs, { nome: 'De todos', alcance: 'installation', membros: 'GS' }),
    ]
    const [mine, ours, agency, all] = pages.map(idIn)
    const seen = async (login: 'paulo' | 'ana' | 'rita', unit: string) => {
      const person = await house.signIn(login)
      const states = await Promise.all(
        [mine, ours, agency, all].map(async (id) => (await person.open(`/em/${unit}/grupos/${id}`)).status),
      )
      return states.map((status) => status === 200)
    }
    expect(await seen('paulo', at.prot)).toEqual([false, true, true, true])
    expect(await seen('ana', at.asses)).toEqual([false, false, true, true])
    expect(await seen('rita', at.rj)).toEqual([false, false, false, true])
    // Seen is not kept: the form is not there, and a forged one finds nothing.
    const rita = await house.signIn('rita')
    const page = await rita.open(`/em/${at.rj}/grupos/${all}`)
    expect(page.document.querySelector('form[action*="/grupos/"]')).toBeNull()
    const keys = keysFrom(await rita.open(`/em/${at.rj}/grupos/novo`))
    expect((await rita.post(`/em/${at.rj}/grupos/${all}`, { ...keys, nome: 'Tomado', membros: 'GS' })).status).toBe(404)
    expect(
      (
        await rita.post(`/em/${at.rj}/grupos/${all}`, {
          ...keysFrom(await rita.open(`/em/${at.rj}/grupos/novo`)),
          ato: 'desativar',
        })
      ).status,
    ).toBe(404)
    const beyond = await make(rita, at.rj, { nome: 'De todos também', alcance: 'installation', membros: 'GS (SET/RN)' })
    expect(problemsOf(beyond).alcance).toMatch(/não mantém grupos com este alcance/)
    // A group that is not seen is not chosen either, by whatever form.
    const { digits } = await aCaseFile(house, { by: 'ana', unit: at.asses })
    const ana = await house.signIn('ana')
    const send = await ana.open(`/em/${at.asses}/envio?processo=${digits}`)
    expect((await add(ana, send, 'form[action$="/envio"]', ours ?? '')).status).toBe(422)
  })

  it('out of use, it is not offered, and its history says who changed what', async () => {
    const made = await make(marina, at.prot, { nome: 'Antigo', membros: 'GS' })
    await marina.send(made, 'form[method="post"][action*="/grupos/"]', { membros: 'GS\nASSES' })
    await marina.send(await marina.open(made.url), 'form[method="post"][action*="/grupos/"]', { ato: 'desativar' })
    const { digits } = await aCaseFile(house)
    expect(choices(await marina.open(`/em/${at.prot}/envio?processo=${digits}`))).not.toContain('Antigo · Só meu')
    const history = await marina.open(`/em/${at.prot}/grupos/${idIn(made)}/alteracoes`)
    expect(history.text).toContain('ASSES (SET/RN)')
    expect(history.text).toContain('Fora de uso')
  })

  test.each([
    [{ nome: '' }, 'nome', /Informe o nome/],
    [{ membros: '' }, 'membros', /Informe quem faz parte/],
    [{ membros: 'NADA' }, 'membros', /Não há unidade em uso/],
    [{ especie: 'emails', membros: 'sem arroba' }, 'membros', /não tem a forma/],
    [{ especie: 'contacts', membros: 'Ninguém da Silva' }, 'membros', /Não há contato em uso/],
    [{ especie: 'lua' }, 'especie', /Escolha o que o grupo reúne/],
    [{ nome: 'Repetido' }, 'nome', /Já existe um grupo/],
    [{ membros: Array.from({ length: 51 }, (_, i) => `U${i}`).join('\n') }, 'membros', /no máximo 50 linhas/],
  ])('refuses %j beside %s', async (fields, field, message) => {
    await make(marina, at.prot, { nome: 'Repetido', membros: 'GS' })
    const page = await make(marina, at.prot, { nome: 'Novo', membros: 'GS', ...fields })
    expect(page.status).toBe(422)
    expect(problemsOf(page)[field]).toMatch(message)
  })
})
