import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { confirmCaseAccess } from '../../src/capabilities/identity/index.ts'
import { aCentralAdministrator, admin, idOf } from '../support/builders-admin.ts'
import { aListing, anArchivedCase, anArchiveHouse, onListing, passYears } from '../support/builders-archive.ts'
import { aBundle } from '../support/builders-bundles.ts'
import {
  aCaseFile,
  actorOf,
  confirmPasswordFor,
  legalBasisOf,
  openForCommands,
  types,
} from '../support/builders-cases.ts'
import { aDeadline } from '../support/builders-deadlines.ts'
import { aDraft, anUpload, rowOf } from '../support/builders-documents.ts'
import { furnishReviewing, threadsOf } from '../support/builders-reviewing.ts'
import { shownOf } from '../support/builders-signatures.ts'
import { aLabel, furnishCheckpoints, labelled } from '../support/builders-watchlists.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import type { Person } from '../support/person.ts'
import { at, password } from '../support/world.ts'
import { type Caller, callerOf } from './caller.ts'
import { absentLike, compareTwins, countingIn } from './twins.ts'

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

describe('what a unit keeps beside a case file', () => {
  it('has no words for the holder of a credential before the password, in no list and by no search', async () => {
    const { digits, number } = await aCaseFile(house, { level: 'confidential', summary: 'Denúncia guardada' })
    await confirmPasswordFor(marina, at.prot, digits, password)
    await openForCommands(house, 'marina', at.prot, await idOf(house, 'cases.case_file', 'digits', digits))
    await aDeadline(house, digits, { text: 'Ouvir a testemunha' })
    await labelled(house, digits, await aLabel(house, 'Urgente'), 'Sobre o vizinho')
    const deeds = [
      ['anotacao', { anotacao: 'Ligar ao delegado' }],
      ['acompanhamento', { observacao: 'Pede notícias o irmão' }],
      ['favorito', { grupo: 'Modelos' }],
      ['ponto-de-controle', { ponto: await furnishCheckpoints(house, 'PROT') }],
    ] as const
    for (const [path, fields] of deeds) {
      expect((await marinas.post(`${here}/${path}`, { processo: digits, ...fields })).status).toBe(303)
    }
    const words = /testemunha|vizinho|delegado|irmão|Denúncia guardada/
    const hurried = callerOf(house.app, await house.signIn('marina'))
    for (const page of ['mesa', 'mesa/planilha', 'prazos', 'acompanhamentos', 'favoritos', 'pontos-de-controle']) {
      const { text } = await hurried.get(`${here}/${page}`)
      expect(text, page).toContain(number)
      expect(text, page).not.toMatch(words)
      expect((await marinas.get(`${here}/${page}`)).text, page).toMatch(words)
    }
    for (const search of ['prazos?filtro=testemunha', 'acompanhamentos?q=irmão', 'favoritos?q=guardada']) {
      expect((await hurried.get(`${here}/${encodeURI(search)}`)).text).not.toContain(number)
      expect((await marinas.get(`${here}/${encodeURI(search)}`)).text).toContain(number)
    }
  })

  it('is not told by a bundle, where the item is no longer for who looks', async () => {
    const { digits } = await aCaseFile(house)
    const numbers = [await aBundle(house, { kind: 'internal', caseFiles: [digits] })]
    numbers.push(await aBundle(house, { documents: [await aDraft(house, digits)] }))
    const annotated = async (bundle: string) => {
      const [item] = await house.db<{ id: string }[]>`
        select i.id from bundles.item i join bundles.bundle b on b.id = i.bundle_id where b.number = ${bundle}`
      const page = `${here}/blocos/${bundle}/itens/${item?.id}/anotacao`
      expect((await marinas.post(page, { texto: 'Conferir o sigilo bancário' })).status).toBe(303)
    }
    for (const bundle of numbers) await annotated(bundle)
    const told = async () =>
      Promise.all(numbers.map(async (one) => (await paulos.get(`${here}/blocos/${one}`)).text.includes('bancário')))
    expect(await told()).toEqual([true, true])
    await close(digits)
    expect(await told()).toEqual([false, false])
  })
})

it('comments on a case file restricted to other units are not for who comes by its number alone', async () => {
  const { digits, number } = await aCaseFile(house, { level: 'restricted' })
  expect((await marinas.post(`${here}/processos/${digits}/comentarios`, { comentario: 'Há dúvida' })).status).toBe(303)
  const [comment] = await house.db<{ id: string }[]>`select max(id)::text as id from remarks.comment`
  const carla = callerOf(house.app, await house.signIn('carla'))
  const { text } = await carla.get(`/em/${at.cofic}/processos/${digits}`)
  expect(text).toContain(number)
  expect(text).not.toContain('Há dúvida')
  expect((await carla.get(`/em/${at.cofic}/comentarios/${comment?.id}`)).status).toBe(404)
  expect((await paulos.get(`${here}/processos/${digits}`)).text).toContain('Há dúvida')
})

it('a favourite document that was moved is judged by the case file in which it is now', async () => {
  const [open, secret] = [await aCaseFile(house), await aCaseFile(house, { level: 'confidential' })]
  await confirmPasswordFor(marina, at.prot, secret.digits, password)
  const number = await anUpload(house, open.digits)
  expect((await paulos.post(`${here}/documentos/${number}/favorito`, { grupo: 'Modelos' })).status).toBe(303)
  expect((await paulos.get(`${here}/favoritos`)).text).toContain(number)
  const fields = { destino: secret.number, motivo: 'Juntado ao errado.' }
  expect((await marinas.post(`${here}/documentos/${number}/mudanca-de-processo`, fields)).status).toBe(303)
  expect((await paulos.get(`${here}/favoritos`)).text).not.toContain(number)
})

it('a copy of a file whose words were not read yet is found by them too', async () => {
  const { digits } = await aCaseFile(house)
  const number = await anUpload(house, digits, { fileName: 'carta.txt', content: Buffer.from('Sobre o abacateiro.') })
  const copied = await marinas.post(`${here}/processos/${digits}/duplicacao`, { documento: number })
  const [, copy] = /\/processos\/(\d+)/.exec(copied.location) ?? []
  await house.workOff()
  const { text } = await marinas.get(`${here}/pesquisa/planilha?q=abacateiro`)
  expect(text.replace(/\D/g, '')).toContain(copy)
})

it('a file that was deleted before its words were read is found by them when it is brought back', async () => {
  const { digits } = await aCaseFile(house)
  const number = await anUpload(house, digits, { fileName: 'carta.txt', content: Buffer.from('Sobre a jabuticaba.') })
  expect((await marinas.post(`${here}/documentos/${number}/exclusao`)).status).toBe(303)
  await house.workOff()
  expect((await marinas.post(`${here}/lixeira/${number}/recuperacao`)).status).toBe(303)
  await house.workOff()
  expect((await marinas.get(`${here}/pesquisa/planilha?q=jabuticaba`)).text).toContain(number)
})

it('what print servers wrote is kept and never handed out, to nobody and by no address', async () => {
  const log = Buffer.from('data;usuario;impressora;paginas\n2026-11-20 10:00;ana;HP01;4')
  const file = { field: 'registro', name: 'impressoras.csv', content: log }
  expect((await central.upload(`/em/${at.gs}/impressao/registros`, file)).status).toBe(303)
  const [kept] = await house.db<{ sha256: string }[]>`select sha256 from printing.import order by id desc limit 1`
  expect(kept?.sha256).toMatch(/^[0-9a-f]{64}$/)
  for (const caller of [central, marinas, callerOf(house.app, house.visitor())]) {
    const { status, text } = await caller.get(`/arquivos/${kept?.sha256}`)
    expect([303, 404]).toContain(status)
    expect(text).not.toContain('HP01')
  }
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

  it('what a unit keeps beside a public case file stays the unit’s, whatever else is in it', async () => {
    const { digits, number } = await aCaseFile(house)
    await aDeadline(house, digits, { text: 'Responder ao ofício' })
    const fields = { processo: digits, anotacao: 'Nota de todos' }
    expect((await marinas.post(`${here}/anotacao`, fields)).status).toBe(303)
    await aConfidentialDraft(digits)
    expect((await paulos.get(`${here}/prazos?filtro=${digits}`)).text).toContain(number)
    expect((await paulos.get(`${here}/mesa?filtro=${digits}`)).text).toContain('Nota de todos')
  })

  it('the holder of a credential for one confidential document in a public case file is asked for the password and reads it', async () => {
    const { digits } = await aCaseFile(house)
    const number = await aConfidentialDraft(digits)
    const page = `${here}/documentos/${number}`
    const asked = await marinas.get(page)
    expect(asked.text).not.toContain('Só para quem tem credencial.')
    const gate = `${here}/processos/${digits}/senha`
    expect(asked.text).toContain(`${gate}?depois=${encodeURIComponent(page)}`)
    expect((await paulos.get(page)).text).not.toContain(gate)
    expect((await paulos.get(gate)).status).toBe(303)
    const form = await marinas.get(`${gate}?depois=${encodeURIComponent(page)}`)
    expect(form.status).toBe(200)
    const answer = await marinas.post(gate, { senha: password, depois: page })
    expect([answer.status, answer.location]).toEqual([303, page])
    expect((await marinas.get(page)).text).toContain('Só para quem tem credencial.')
  })

  it('what was confidential stays so in the bin, though the case file around it is open', async () => {
    const { digits } = await aCaseFile(house)
    const number = await aConfidentialDraft(digits)
    const actor = { ...(await actorOf(house, 'marina', at.prot)), sessionHash: marinas.sessionHash }
    const id = await idOf(house, 'cases.case_file', 'digits', digits)
    await confirmCaseAccess(house.db, actor, id, house.platform.clock())
    expect((await marinas.post(`${here}/documentos/${number}/exclusao`)).status).toBe(303)
    expect((await marinas.get(`${here}/lixeira`)).text).toContain(number)
    expect((await paulos.get(`${here}/lixeira`)).text).not.toContain(number)
    expect((await paulos.get(`${here}/lixeira/${number}`)).status).toBe(404)
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

describe('a listing of eliminations whose own case file became confidential', () => {
  it('tells no number of a document in it to the others of the commission, and is not begun in one', async () => {
    await anArchiveHouse(house)
    passYears(house, -3)
    const listed = await anArchivedCase(house)
    passYears(house, 3)
    const id = await aListing(house, [listed.digits])
    await onListing(house, id, { act: 'sign', role: 'responsible', capacity: 'Analista' })
    const [row] = await house.db<{ digits: string; number: string }[]>`
      select c.digits, lpad(d.number::text, 7, '0') as number from archive.listing l
        join cases.case_file c on c.id = l.case_file_id join documents.document d on d.id = l.listing_document_id
       where l.id = ${id}`
    const president = callerOf(house.app, await house.signIn('secretaria'))
    const address = `/em/${at.gs}/eliminacao/${id}`
    expect((await president.get(address)).text).toContain(row?.number)
    await close(row?.digits ?? '')
    const { text } = await president.get(address)
    expect(text).toContain('Em processo sigiloso')
    expect(text).not.toContain(row?.number)
    const fields = { processo_da_listagem: row?.digits ?? '', processo: listed.digits }
    await confirmPasswordFor(marina, at.prot, row?.digits ?? '', password)
    const again = await marinas.post(`${here}/eliminacao`, fields)
    expect([again.status, again.text]).toEqual([422, expect.stringContaining('não pode ser sigiloso')])
  })
})

describe('an id in a review of which one has no part', () => {
  it('costs what one costs that is nobody’s, where the case file and its tree are open too', async () => {
    const { digits } = await aCaseFile(house)
    const { askedByMarina, number } = await furnishReviewing(house, digits)
    const [thread] = await threadsOf(house, number)
    const carlas = callerOf(house.app, await house.signIn('carla'))
    for (const path of [`revisoes/${askedByMarina}/resposta`, `revisao/observacoes/${thread?.id}/aceite`]) {
      const [id = ''] = /\d+/.exec(path) ?? []
      const twins = {
        ...{ name: path, who: 'Carla', caller: carlas, things: [[id, absentLike(id)]] as const },
        ask: (caller: Caller, [thing = '']: readonly string[]) =>
          caller.post(`/em/${at.cofic}/${path.replace(id, thing)}`),
      }
      expect((await compareTwins(twins, countingIn(house))).differences).toEqual([])
    }
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
