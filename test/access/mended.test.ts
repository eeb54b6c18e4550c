import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCentralAdministrator, admin } from '../support/builders-admin.ts'
import { aCaseFile, confirmPasswordFor, legalBasisOf, types } from '../support/builders-cases.ts'
import { aDraft, rowOf } from '../support/builders-documents.ts'
import { shownOf } from '../support/builders-signatures.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import type { Person } from '../support/person.ts'
import { at, password } from '../support/world.ts'
import { type Caller, callerOf } from './caller.ts'

/** Each of these was open once: found by the random worlds, and shut with a test of its own. */
let house: TestHouse
let marina: Person
let marinas: Caller
let paulos: Caller
let central: Caller
beforeAll(async () => {
  house = await openTestHouse()
  marina = await house.signIn('marina')
  marinas = callerOf(house.app, marina)
  paulos = callerOf(house.app, await house.signIn('paulo'))
  central = callerOf(house.app, await aCentralAdministrator(house))
})
afterAll(() => house.close())

const here = `/em/${at.prot}`
const party = 'Fulana Reservada'
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

describe('before the password is given, of a confidential case file its holder sees number and type', () => {
  it('on the desk, in its columns and in its filters', async () => {
    const { digits, number } = await aCaseFile(house, {
      ...{ level: 'confidential', summary: 'Denúncia de fulano', parties: [{ newName: party }] },
    })
    for (const query of [`?filtro=${digits}`, '', '?ordem=especificacao']) {
      const { text } = await marinas.get(`${here}/mesa${query}`)
      expect(text).toContain(number)
      expect(text).not.toContain('Denúncia de fulano')
      expect(text).not.toContain(party)
    }
    for (const words of ['denúncia', 'reservada']) {
      expect((await marinas.get(`${here}/mesa?filtro=${encodeURIComponent(words)}`)).text).not.toContain(number)
    }
    await confirmPasswordFor(marina, at.prot, digits, password)
    expect((await marinas.get(`${here}/mesa?filtro=reservada`)).text).toContain('Denúncia de fulano')
  })

  it('among those that are suspended', async () => {
    const { digits, number } = await aCaseFile(house, { level: 'confidential', summary: 'Apuração de sicrano' })
    await confirmPasswordFor(marina, at.prot, digits, password)
    const suspended = await marinas.post(`${here}/processos/${digits}/sobrestamento`, {
      motivo: 'À espera da polícia.',
    })
    expect(suspended.status).toBe(303)
    const again = callerOf(house.app, await house.signIn('marina'))
    const { text } = await again.get(`${here}/sobrestados`)
    expect(text).toContain(number)
    expect(text).not.toContain('Apuração de sicrano')
    expect(text).not.toContain('À espera da polícia')
    expect((await marinas.get(`${here}/sobrestados`)).text).toContain('À espera da polícia')
    expect((await paulos.get(`${here}/sobrestados`)).text).not.toContain(number)
  })
})

describe('a case file that became confidential', () => {
  it('is named by those related to it to its holders, and told of after the password alone', async () => {
    const [open, closed] = [await aCaseFile(house), await aCaseFile(house, { summary: 'Sindicância de beltrano' })]
    await marinas.post(`${here}/processos/${open.digits}/relacionados`, { outro: closed.number })
    await close(closed.digits)
    const pages = [`${here}/processos/${open.digits}`, `${here}/processos/${open.digits}/relacionados`]
    for (const page of pages) {
      expect((await paulos.get(page)).text).not.toContain(closed.number)
      const { text } = await marinas.get(page)
      expect(text).toContain(closed.number)
      expect(text).not.toContain('Sindicância de beltrano')
    }
    await confirmPasswordFor(marina, at.prot, closed.digits, password)
    expect((await marinas.get(pages[1] ?? '')).text).toContain('Sindicância de beltrano')
  })

  it('is not named by the history of those related to it, nor by the last movement that the desk shows of them', async () => {
    const [open, closed] = [await aCaseFile(house), await aCaseFile(house)]
    await marinas.post(`${here}/processos/${open.digits}/relacionados`, { outro: closed.number })
    for (const caller of [marinas, paulos]) {
      expect((await caller.post(`${here}/mesa/colunas`, { colunas: 'last-movement' })).status).toBe(303)
    }
    const pages = ['historico', 'historico?visao=completa'].map((page) => `${here}/processos/${open.digits}/${page}`)
    const desks = [`${here}/mesa?filtro=${open.digits}`, `${here}/mesa/planilha?filtro=${open.digits}`]
    for (const page of [...pages, ...desks]) {
      expect((await paulos.get(page)).text).toContain(`relacionado ao processo ${closed.number}`)
    }
    await close(closed.digits)
    for (const page of [...pages, ...desks]) {
      const { text } = await paulos.get(page)
      expect(text).toContain('relacionado ao processo (sigiloso)')
      expect(text).not.toContain(closed.number)
      expect((await marinas.get(page)).text).toContain(`relacionado ao processo ${closed.number}`)
    }
  })

  it('is not named by what was annexed to it before', async () => {
    const [annexed, principal] = [await aCaseFile(house), await aCaseFile(house)]
    await aDraft(house, annexed.digits, { text: 'Um pedido.' })
    const done = await marinas.post(`${here}/processos/${annexed.digits}/anexacao`, { principal: principal.number })
    expect(done.status).toBe(303)
    expect((await paulos.get(`${here}/processos/${annexed.digits}`)).text).toContain(principal.number)
    await close(principal.digits)
    for (const page of ['', '/dados', '/nivel', '/sobrestamento', '/documentos/novo']) {
      expect((await paulos.get(`${here}/processos/${annexed.digits}${page}`)).text).not.toContain(principal.number)
    }
    expect((await paulos.get(`${here}/processos/${annexed.digits}`)).text).toContain('um processo sigiloso')
    expect((await marinas.get(`${here}/processos/${annexed.digits}`)).text).toContain(principal.number)
  })
})

it('of one restricted to other units, those related to it tell the number alone', async () => {
  const [open, restricted] = [
    await aCaseFile(house),
    await aCaseFile(house, { type: types.vacation, level: 'restricted', parties: [{ newName: party }] }),
  ]
  expect(
    (await marinas.post(`${here}/processos/${open.digits}/relacionados`, { outro: restricted.number })).status,
  ).toBe(303)
  const carla = callerOf(house.app, await house.signIn('carla'))
  const { text } = await carla.get(`/em/${at.cofic}/processos/${open.digits}`)
  expect(text).toContain(restricted.number)
  expect(text).not.toContain(types.vacation)
  expect((await marinas.get(`${here}/processos/${open.digits}`)).text).toContain(types.vacation)
})

it('what a unit has to return, and waits for, is not counted of confidential case files to who may not know of them', async () => {
  const { digits } = await aCaseFile(house)
  const ana = callerOf(house.app, await house.signIn('ana'))
  const [unit] = await house.db<{ id: string }[]>`select id from organization.unit where slug = ${at.asses}`
  const fields = { processo: digits, destinos: unit?.id ?? '', manter: 'sim', retorno: '2099-12-31' }
  expect((await marinas.post(`${here}/envio`, fields)).status).toBe(303)
  const figures = async () => [
    figure((await ana.get(`/em/${at.asses}/mesa`)).text, 'a devolver'),
    figure((await paulos.get(`${here}/mesa`)).text, 'aguardando retorno'),
    figure((await marinas.get(`${here}/mesa`)).text, 'aguardando retorno'),
  ]
  expect(await figures()).toEqual([1, 1, 1])
  await close(digits)
  expect(await figures()).toEqual([0, 0, 1])
})

describe('where each document keeps its own level', () => {
  beforeAll(() => eachDocumentItsOwn(true))
  afterAll(() => eachDocumentItsOwn(false))

  it('a colleague without credential does nothing to a confidential document of their own unit', async () => {
    const { digits } = await aCaseFile(house)
    const number = await aConfidentialDraft(digits)
    const before = await rowOf(house, number)
    for (const page of ['dados', 'exclusao', 'cancelamento']) {
      const address = `${here}/documentos/${number}/${page}`
      expect((await paulos.get(address)).status).toBe(404)
      const fields = { nivel: 'publico', descricao: 'Agora todos leem.', motivo: 'Porque sim.' }
      expect((await paulos.post(address, fields)).status).toBe(404)
    }
    expect(await rowOf(house, number)).toEqual(before)
    expect((await paulos.get(`${here}/documentos/${number}`)).text).toContain('Conteúdo não disponível')
  })

  it('nobody signs a text that they may not read, not even a holder who has not given the password', async () => {
    const { digits } = await aCaseFile(house)
    const number = await aConfidentialDraft(digits)
    const { version, sha256 } = await shownOf(house, number)
    const shown = { documento: `${number}.${version}.${sha256}`, oferecido: number }
    const fields = { ...shown, cargo: 'Analista', senha: password }
    const hurried = callerOf(house.app, await house.signIn('marina'))
    for (const path of [`documentos/${number}/assinatura`, 'assinatura']) {
      const answer = await hurried.post(`${here}/${path}`, fields)
      expect(answer.status).toBe(422)
      expect(answer.text).toContain('não pode ler este documento agora')
    }
    expect((await rowOf(house, number)).signature_count).toBe(0)
  })

  it('an image in a public text is shown by its digest too, whatever else the case file holds', async () => {
    const { digits } = await aCaseFile(house)
    const shown = await aDraft(house, digits, { text: 'Com um mapa.' })
    const file = { field: 'arquivo', name: 'mapa.png', content: pixel }
    const { text } = await marinas.upload(`${here}/documentos/${shown}/imagem`, file)
    const { src } = JSON.parse(text) as { src: string }
    await aConfidentialDraft(digits)
    expect((await paulos.get(src)).status).toBe(200)
    await eachDocumentItsOwn(false)
    expect((await paulos.get(src)).status).toBe(404)
    await eachDocumentItsOwn(true)
  })

  it('the desk keeps a public case file in which one document is confidential', async () => {
    const { digits, number } = await aCaseFile(house)
    await aConfidentialDraft(digits)
    expect((await paulos.get(`${here}/mesa?filtro=${digits}`)).text).toContain(number)
    await eachDocumentItsOwn(false)
    expect((await paulos.get(`${here}/mesa?filtro=${digits}`)).text).not.toContain(number)
    await eachDocumentItsOwn(true)
  })
})

/** A draft of Marina's that she made confidential; she gets the first credential by it. */
async function aConfidentialDraft(digits: string): Promise<string> {
  const number = await aDraft(house, digits, { text: 'Só para quem tem credencial.' })
  const fields = { nivel: 'sigiloso', hipotese: await legalBasisOf(house.db, 'confidential') }
  expect((await marinas.post(`${here}/documentos/${number}/dados`, fields)).status).toBe(303)
  return number
}

async function close(digits: string): Promise<void> {
  const fields = { nivel: 'confidential', hipotese: await legalBasisOf(house.db, 'confidential') }
  expect((await marinas.post(`${here}/processos/${digits}/nivel`, fields)).status).toBe(303)
}

async function eachDocumentItsOwn(on: boolean): Promise<void> {
  const answer = await central.post(admin('/parametros'), {
    ...{ 'informed-number': '0', 'informed-mask': '', 'public-search': 'sim', 'documents.file-limits': '' },
    ...(on ? { 'per-document-internal': 'sim' } : {}),
    confirmado: 'sim',
  })
  expect(answer.status).toBe(303)
}

function figure(page: string, label: string): number {
  return Number(new RegExp(`<strong>([\\d.]+)</strong> ${label}`).exec(page)?.[1])
}
