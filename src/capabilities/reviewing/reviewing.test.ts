import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCaseFile, actorOf, done, eventsOf, postAnyway } from '../../../test/support/builders-cases.ts'
import { aDraft, rowOf, textOf, writeText } from '../../../test/support/builders-documents.ts'
import {
  aDraftToReview,
  aReview,
  observe,
  paragraphOf,
  review,
  threadsOf,
  words,
} from '../../../test/support/builders-reviewing.ts'
import { signDocument } from '../../../test/support/builders-signatures.ts'
import { forManyAtOnce, openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import type { Person } from '../../../test/support/person.ts'
import { at } from '../../../test/support/world.ts'
import { answerReview } from './requests/answer-review.ts'

let house: TestHouse
let marina: Person
let paulo: Person
let ana: Person
beforeAll(async () => {
  house = await openTestHouse({}, forManyAtOnce)
  ;[marina, paulo, ana] = await Promise.all([house.signIn('marina'), house.signIn('paulo'), house.signIn('ana')])
})
afterAll(() => house.close())

describe('a request for a review', () => {
  it('R1 opens the draft to the person asked, of another unit too, and to nobody else there, until the answer', async () => {
    const { id, number, digits } = await aDraftToReview(house)
    expect((await ana.open(review(number, at.asses))).status).toBe(404)
    const form = await marina.open(review(number, at.prot, '/pedido'))
    const someone = await actorOf(house, 'ana', at.asses)
    const revisor = `${someone.unitId}-${someone.userId}`
    const asked = await marina.send(form, '#pedido', { revisor, mensagem: 'Confira o prazo.', prazo: '2099-12-31' })
    expect(asked.text).toContain('Espera resposta')

    const list = await ana.open(`/em/${at.asses}/revisoes`)
    expect(list.text).toContain('Pedida por')
    expect(list.text).toContain('31/12/2099')
    expect((await ana.open(`/em/${at.asses}/mesa`)).text).toContain('Revisão pedida a você')
    const page = await ana.open(review(number, at.asses))
    expect(page.text).toContain('O prazo para recurso é de dez dias.')
    expect(page.text).toContain('Confira o prazo.')
    const beto = await house.signIn('beto')
    expect((await beto.open(review(number, at.asses))).status).toBe(404)
    expect((await ana.open(`/em/${at.gs}/documentos/${number}/revisao`)).status).toBe(404)
    expect((await ana.open(`/em/${at.asses}/documentos/${number}/editor`)).html).not.toContain('data-conteudo-url')
    expect((await ana.open(`/em/${at.asses}/documentos/${number}/versoes`)).status).toBe(404)

    const [request] = await house.db<{ id: string }[]>`select max(id)::text as id from reviewing.request`
    const answer = await ana.open(`/em/${at.asses}/revisoes/${request?.id}`)
    const answered = await ana.send(answer, '#resposta', { resposta: 'aprovado' })
    expect(answered.text).toContain('Aprovado')
    expect((await ana.open(review(number, at.asses))).status).toBe(404)
    expect((await marina.open(`/em/${at.prot}/documentos/${number}`)).text).toContain('O texto foi aprovado por Ana')
    expect((await marina.open(`/em/${at.prot}/mesa`)).text).toContain('Revisão aprovada')
    expect(await eventsOf(house, id)).toEqual([
      'case-opened',
      'document-created',
      'document-saved',
      'review-asked',
      'review-answered',
    ])
    const told = await ana.open(`/em/${at.asses}/processos/${digits}/historico`)
    expect(told.text).toContain('aprovada')
    expect(told.text).not.toContain('Minuta de deferimento')
  })

  it('R2 is answered once, whoever comes at the same time', async () => {
    const { number } = await aDraftToReview(house)
    const id = await aReview(house, number)
    const actor = await actorOf(house, 'paulo', at.prot)
    const { version } = await textOf(house, number)
    const give = (answer: 'approved' | 'returned') =>
      answerReview(house.db, actor, { id, answer, text: 'Visto.', version }, house.platform.clock())
    const outcomes = await Promise.all([give('approved'), give('returned'), give('approved')])
    expect(outcomes.filter((one) => one?.done)).toHaveLength(1)
    expect(outcomes.flatMap((one) => (one?.done === false ? one.refusals.map(({ kind }) => kind) : []))).toEqual([
      'closed',
      'closed',
    ])
    await expect(house.db`update reviewing.request set answer = 'Outra' where id = ${id}`).rejects.toThrow(
      'stays as it is',
    )
  })

  it('R2 that was answered, withdrawn or given to another is answered by nobody, and only by who was asked', async () => {
    const { number } = await aDraftToReview(house)
    const id = await aReview(house, number, { message: 'Veja.' })
    expect((await postAnyway(marina, `/em/${at.prot}/revisoes/${id}/resposta`, { resposta: 'aprovado' })).status).toBe(
      422,
    )
    expect((await postAnyway(ana, `/em/${at.asses}/revisoes/${id}/resposta`, { resposta: 'aprovado' })).status).toBe(
      404,
    )
    const form = await marina.open(`/em/${at.prot}/revisoes/${id}/repasse`)
    const someone = await actorOf(house, 'ana', at.asses)
    const passed = await marina.send(form, '#pedido', { revisor: `${someone.unitId}-${someone.userId}` })
    expect(passed.text).toContain('Passado a outra pessoa')
    expect((await ana.open(review(number, at.asses))).status).toBe(200)
    const late = await postAnyway(paulo, `/em/${at.prot}/revisoes/${id}/resposta`, {
      resposta: 'aprovado',
      versao: '2',
    })
    expect(late.text).toContain('já foi respondido ou retirado')
    const page = await marina.open(review(number))
    await marina.send(page, 'form[action$="/retirada"]')
    expect((await ana.open(review(number, at.asses))).status).toBe(404)
    const { id: documentId } = await rowOf(house, number)
    const states = await house.db`select state from reviewing.request where document_id = ${documentId} order by id`
    expect(states.map(({ state }) => state)).toEqual(['reassigned', 'withdrawn'])
  })

  it('R3 tells, on the page of signing, of what was not answered and of a text that is not the approved one', async () => {
    const { number } = await aDraftToReview(house)
    const id = await aReview(house, number)
    const signing = async () => (await marina.open(`/em/${at.prot}/documentos/${number}/assinatura`)).text
    expect(await signing()).toContain('Há revisão pedida a Paulo Protocolista e ainda não respondida.')
    const actor = await actorOf(house, 'paulo', at.prot)
    const { version } = await textOf(house, number)
    await done(answerReview(house.db, actor, { id, answer: 'approved', text: '', version }, house.platform.clock()))
    expect(await signing()).not.toContain('revisão')
    await writeText(house, number, 'Indefiro o pedido.')
    expect(await signing()).toContain('O texto foi alterado depois da aprovação')
    expect((await marina.open(review(number))).text).toContain('Texto alterado depois da aprovação')
    const again = await aReview(house, number)
    await signDocument(house, number)
    const [closed] = await house.db`select state from reviewing.request where id = ${again}`
    expect(closed?.state).toBe('signed')
  })

  it('R3 that a signature ends is found by who was asked, with who signed and when, and with what was being written', async () => {
    const { number } = await aDraftToReview(house)
    const id = await aReview(house, number, { of: 'ana', at: at.asses })
    const form = await ana.open(`/em/${at.asses}/revisoes/${id}`)
    await signDocument(house, number)
    const late = await ana.send(form, '#resposta', { resposta: 'devolvido', texto: 'Falta o prazo.' })
    expect(late.status).toBe(422)
    expect(late.document.querySelector('#nao-enviado')?.textContent).toContain('Falta o prazo.')
    const told = /O documento foi assinado por Marina Protocolista hoje às \d\d:\d\d; a revisão foi encerrada\./
    expect(late.text).toMatch(told)
    for (const part of ['', '/sugestoes']) {
      const page = await ana.open(review(number, at.asses, part))
      expect(page.url).toContain(`/revisoes/${id}`)
      expect(page.text).toMatch(told)
    }
    const list = await ana.open(`/em/${at.asses}/revisoes`)
    expect(list.document.querySelector('#respondidas')?.textContent).toContain('Encerrado com a assinatura')
    expect(list.document.querySelector(`#respondidas a[href$="/revisoes/${id}"]`)).not.toBeNull()
    const beto = await house.signIn('beto')
    expect((await beto.open(review(number, at.asses))).status).toBe(404)
    expect((await beto.open(`/em/${at.asses}/revisoes/${id}`)).status).toBe(404)
  })

  it('what is missing is told beside the field, and what was typed is kept', async () => {
    const { number } = await aDraftToReview(house)
    const form = await marina.open(review(number, at.prot, '/pedido'))
    const nobody = await marina.send(form, '#pedido', { mensagem: 'Urgente.', prazo: '2020-01-01' })
    expect(nobody.status).toBe(422)
    expect(nobody.text).toContain('Escolha a quem pedir a revisão.')
    expect(nobody.html).toContain('Urgente.')
    const stranger = await actorOf(house, 'carla', at.cofic)
    const far = await marina.send(form, '#pedido', {
      revisor: `${stranger.unitId}-${stranger.userId}`,
      prazo: '2020-01-01',
    })
    expect(far.text).toContain('não trabalha nesta unidade')
    expect(far.text).toContain('já passou')
    const id = await aReview(house, number)
    const answer = await paulo.open(`/em/${at.prot}/revisoes/${id}`)
    expect((await paulo.send(answer, '#resposta', { resposta: 'devolvido' })).text).toContain('Para devolver, escreva')
    await writeText(house, number, 'Outro texto.')
    expect((await paulo.send(answer, '#resposta', { resposta: 'aprovado' })).text).toContain('O texto mudou depois')
  })
})

describe('comments on passages', () => {
  it('R4 stand beside the words, find them after edits, and say so when they are gone', async () => {
    const { number } = await aDraftToReview(house)
    const said = await observe(house, paulo, number, { trecho: 'dez dias', texto: 'Não são quinze?' })
    expect(said.text).toContain('Não são quinze?')
    expect(said.document.querySelector('mark')?.textContent).toBe('dez dias')
    const [thread] = await threadsOf(house, number)
    const page = await marina.open(review(number))
    const replied = await marina.send(page, `#responder-${thread?.id}`, { texto: 'São dez, pela lei.' })
    expect(replied.text).toContain('São dez, pela lei.')

    await writeText(house, number, `Considerando o parecer.\n\n${words}`)
    const moved = await marina.open(review(number))
    expect(
      moved.document.querySelector(`#paragrafo-${await paragraphOf(house, number, 'prazo')} mark`)?.textContent,
    ).toBe('dez dias')
    await writeText(house, number, 'Arquive-se.')
    const gone = await marina.open(review(number))
    expect(gone.text).toContain('Sobre trechos que não estão mais no texto')
    expect(gone.text).toContain('Não são quinze?')

    await postAnyway(paulo, `/em/${at.prot}/revisao/observacoes/${thread?.id}/resolucao`)
    expect((await threadsOf(house, number))[0]?.state).toBe('resolved')
    await postAnyway(marina, `/em/${at.prot}/revisao/observacoes/${thread?.id}/reabertura`)
    expect((await threadsOf(house, number))[0]?.state).toBe('open')
    await expect(
      house.db`update reviewing.thread set account_id = 1, quote = 'outra' where id = ${thread?.id ?? ''}`,
    ).rejects.toThrow('stays')
    await expect(house.db`delete from reviewing.reply where thread_id = ${thread?.id ?? ''}`).rejects.toThrow(
      'append-only',
    )
  })

  it('R5 are for who may write or review the draft, and for nobody else by any address', async () => {
    const { number } = await aDraftToReview(house)
    await observe(house, paulo, number, { texto: 'Palavra reservada da revisão.' })
    const [thread] = await threadsOf(house, number)
    const about = `/em/${at.asses}/revisao/observacoes/${thread?.id}`
    for (const part of ['resposta', 'resolucao', 'reabertura', 'aceite', 'rejeicao']) {
      expect((await postAnyway(ana, `${about}/${part}`, { texto: 'x' })).status).toBe(404)
    }
    for (const part of ['', '/comentario', '/sugestoes', '/sugestoes/texto', '/observacoes', '/pedido']) {
      const page = await ana.open(review(number, at.asses, part))
      expect([part, page.status]).toEqual([part, 404])
    }
    await signDocument(house, number)
    const [record, elsewhere] = await Promise.all([marina.open(review(number)), ana.open(review(number, at.asses))])
    expect(record.text).toContain('Palavra reservada da revisão.')
    expect(record.text).toContain('Revisão encerrada com a assinatura')
    expect(record.document.querySelectorAll('form[action*="/revisao/"]')).toHaveLength(0)
    expect(elsewhere.status).toBe(404)
    expect(
      (await postAnyway(marina, `/em/${at.prot}/revisao/observacoes/${thread?.id}/resposta`, { texto: 'Tarde.' }))
        .status,
    ).toBe(422)
    expect((await ana.open(`/em/${at.asses}/documentos/${number}`)).text).not.toContain('reservada')
  })

  it('R5 are not for somebody of the very unit who may not write there', async () => {
    const { digits } = await aCaseFile(house, { by: 'secretaria', unit: at.gs })
    const number = await aDraft(house, digits, { by: 'secretaria', unit: at.gs, text: 'Minuta do gabinete.' })
    const [ivo, secretary] = await Promise.all([house.signIn('ivo'), house.signIn('secretaria')])
    expect((await secretary.open(review(number, at.gs))).status).toBe(200)
    expect((await ivo.open(review(number, at.gs))).status).toBe(404)
  })
})
