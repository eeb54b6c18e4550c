import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actorOf, done, postAnyway } from '../../../test/support/builders-cases.ts'
import { rowOf, textOf, withBody, writeText } from '../../../test/support/builders-documents.ts'
import {
  aDraftToReview,
  aReview,
  bodyOf,
  observe,
  review,
  threadsOf,
  words,
} from '../../../test/support/builders-reviewing.ts'
import { signDocument } from '../../../test/support/builders-signatures.ts'
import { forManyAtOnce, openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import type { Person } from '../../../test/support/person.ts'
import { at } from '../../../test/support/world.ts'
import { saveDraft } from '../documents/editing/save-draft.ts'
import { findDocument } from '../documents/index.ts'
import { offerSigning } from '../signatures/signing/offer-signing.ts'
import { decideSuggestions } from './threads/decide-suggestions.ts'
import { writeThread } from './threads/write-thread.ts'

let house: TestHouse
let marina: Person
let paulo: Person
let ana: Person
beforeAll(async () => {
  house = await openTestHouse({}, forManyAtOnce)
  ;[marina, paulo, ana] = await Promise.all([house.signIn('marina'), house.signIn('paulo'), house.signIn('ana')])
})
afterAll(() => house.close())

describe('suggested words', () => {
  it('R6 leave the text as it is until they are accepted; then they make one version', async () => {
    const { number } = await aDraftToReview(house)
    const said = await observe(house, paulo, number, {
      trecho: 'dez dias',
      redacao: 'quinze dias úteis',
      texto: 'Lei nova.',
    })
    expect(said.document.querySelector('.review__suggestion')?.textContent).toContain('quinze')
    expect(await bodyOf(house, number)).toContain('é de dez dias.')
    const { version } = await textOf(house, number)
    const [thread] = await threadsOf(house, number)
    const page = await marina.open(review(number))
    await marina.send(page, `#decidir-${thread?.id}`)
    expect(await bodyOf(house, number)).toContain('é de quinze dias úteis.')
    expect((await textOf(house, number)).version).toBe(version + 1)
    expect((await threadsOf(house, number))[0]?.state).toBe('accepted')
    await expect(
      house.db`update reviewing.thread set state = 'open', settled_by = null, settled_at = null where id = ${thread?.id ?? ''}`,
    ).rejects.toThrow('stays')
  })

  it('R6 are decided one by one or all at once, each for itself, and never twice', async () => {
    const { number } = await aDraftToReview(house)
    await observe(house, paulo, number, { trecho: 'dez', redacao: 'quinze' })
    await observe(house, paulo, number, { diz: 'Defiro', trecho: 'Defiro', redacao: 'Indefiro' })
    await observe(house, paulo, number, { trecho: 'de dez dias', redacao: 'de um mês' })
    const now = house.platform.clock()
    const [one, other] = await Promise.all([actorOf(house, 'marina', at.prot), actorOf(house, 'paulo', at.prot)])
    const request = { number, threads: undefined, decision: 'accepted' } as const
    const outcomes = await Promise.all([one, other].map((actor) => decideSuggestions(house.db, actor, request, now)))
    const decided = outcomes.flatMap((outcome) => (outcome?.done ? outcome.value : []))
    expect(decided.filter(({ outcome }) => outcome.done)).toHaveLength(2)
    expect(await bodyOf(house, number)).toContain('Indefiro o pedido')
    expect(await bodyOf(house, number)).toContain('é de quinze dias.')
    const page = await marina.open(review(number))
    const after = await marina.send(page, '#todas-as-sugestoes', {})
    expect(after.text).toContain('O trecho mudou depois da sugestão')
    await postAnyway(marina, review(number, at.prot, '/rejeicao'))
    expect((await threadsOf(house, number)).map(({ state }) => state)).toEqual(['accepted', 'accepted', 'rejected'])
  })

  it('R7 that wait stand against signing, which names the next step; a text never holds one', async () => {
    const { number } = await aDraftToReview(house)
    await observe(house, paulo, number, { diz: 'Publique', redacao: 'Cumpra-se secretamente.' })
    const page = await marina.open(`/em/${at.prot}/documentos/${number}/assinatura`)
    expect(page.text).toContain('Há uma sugestão de alteração sem decisão. Aceite ou rejeite')
    await expect(signDocument(house, number)).rejects.toThrow('open-suggestions')
    const actor = await actorOf(house, 'marina', at.prot)
    const offer = await offerSigning(house.db, actor, { documents: [number] }, house.platform.clock())
    expect(offer.documents[0]?.reasons).toHaveLength(1)
    await postAnyway(marina, review(number, at.prot, '/rejeicao'))
    await signDocument(house, number)
    expect(await bodyOf(house, number)).not.toContain('secretamente')
  })

  it('R8 bear the name of who made them, and reviewers take none in; who made one may take it back', async () => {
    const { number } = await aDraftToReview(house)
    await aReview(house, number, { of: 'ana', at: at.asses })
    await observe(house, ana, number, { trecho: 'dez', redacao: 'vinte', autor: '1', account_id: '1' }, at.asses)
    const someone = await actorOf(house, 'ana', at.asses)
    const [thread] = await threadsOf(house, number)
    expect(thread?.accountId).toBe(someone.userId)
    const tried = await postAnyway(ana, `/em/${at.asses}/revisao/observacoes/${thread?.id}/aceite`)
    expect(tried.text).toContain('Só quem pode escrever no documento')
    expect(await bodyOf(house, number)).toContain('dez dias')
    await postAnyway(ana, `/em/${at.asses}/revisao/observacoes/${thread?.id}/rejeicao`)
    expect((await threadsOf(house, number))[0]?.state).toBe('rejected')
  })

  it('R9 never pass over what somebody typed in the editor and has not saved', async () => {
    const { number } = await aDraftToReview(house)
    await observe(house, paulo, number, { trecho: 'dez', redacao: 'vinte' })
    const actor = await actorOf(house, 'marina', at.prot)
    const { content, version } = await textOf(house, number)
    const typed = withBody(content, 'Texto que ainda se escreve.')
    const draft = { number, content: typed, baseVersion: version, session: 's', sequence: 1 }
    await done(saveDraft(house.db, actor, draft, house.platform.clock()))
    const tried = await postAnyway(marina, review(number, at.prot, '/aceite'))
    expect(tried.text).toContain('Você tem um rascunho deste documento')
    const document = await findDocument(house.db, actor, number, 'reading', house.platform.clock())
    expect(document?.ownDraftAt).not.toBeNull()
    expect(document?.version).toBe(version)
  })

  it('R10 are written over a copy, kept while they are written, and sent place by place', async () => {
    const { number } = await aDraftToReview(house)
    await aReview(house, number, { of: 'ana', at: at.asses })
    const page = await ana.open(review(number, at.asses, '/sugestoes'))
    const csrf = page.document.querySelector('[data-csrf]')?.getAttribute('data-csrf') ?? ''
    const { content, version } = await textOf(house, number)
    const edited = withBody(content, words.replace('Defiro', 'Indefiro').replace('dez dias', 'quinze dias'))
    const body = { content: edited, baseVersion: version, session: 'x', sequence: 1 }
    const kept = await ana.exchange('PUT', review(number, at.asses, '/sugestoes/rascunho'), body, csrf)
    expect(kept.status).toBe(200)
    expect((await ana.open(review(number, at.asses, '/sugestoes'))).text).toContain('Descartar o que escrevi')
    await writeText(house, number, `Visto.\n\n${words}`)
    const sent = await ana.exchange('POST', review(number, at.asses, '/sugestoes/envio'), body, csrf)
    expect(sent.status).toBe(200)
    expect((await threadsOf(house, number)).map(({ suggestion }) => suggestion)).toEqual(['Indefiro', 'quinze'])
    await postAnyway(marina, review(number, at.prot, '/aceite'))
    expect(await bodyOf(house, number)).toMatch(
      /Visto\.\nIndefiro o pedido de restituição\.\nO prazo para recurso é de quinze dias\./,
    )
    const nothing = await ana.exchange('POST', review(number, at.asses, '/sugestoes/envio'), { ...body, content }, csrf)
    expect(nothing.status).toBe(422)
  })

  it('R10 are written without script too', async () => {
    const { number } = await aDraftToReview(house)
    const page = await paulo.open(review(number, at.prot, '/sugestoes'))
    const field = [...page.document.querySelectorAll('textarea')].find((one) => one.textContent?.includes('prazo'))
    const name = field?.getAttribute('name') ?? ''
    const after = await paulo.send(page, 'form[data-editor]', {
      [name]: (field?.textContent ?? '').replace('dez', 'doze'),
    })
    expect(after.text).toContain('1 sugestão enviada')
    expect((await threadsOf(house, number)).map(({ suggestion }) => suggestion)).toEqual(['doze'])
  })
})

describe('the editor speaks of passages', () => {
  it('by the words and what stands around them, and hears what is there', async () => {
    const { number } = await aDraftToReview(house)
    const page = await marina.open(`/em/${at.prot}/documentos/${number}/editor`)
    const csrf = page.document.querySelector('[data-csrf]')?.getAttribute('data-csrf') ?? ''
    const say = (message: object) => marina.exchange('POST', review(number, at.prot, '/observacoes'), message, csrf)
    const meant = { passage: 0, quote: 'dez dias', before: 'O prazo para recurso é de ', after: '.' }
    const heard = async () => JSON.parse((await marina.open(review(number, at.prot, '/observacoes'))).html).waiting
    expect(await heard()).toEqual([])
    await aReview(house, number)
    expect(await heard()).toEqual(['Paulo Protocolista'])
    const written = await say({ act: 'write', meant, text: 'Confirmar.' })
    expect(written.status).toBe(200)
    const [thread] = await threadsOf(house, number)
    expect((await say({ act: 'resolve', id: thread?.id })).status).toBe(200)
    expect((await say({ act: 'write', meant, text: '', suggestion: 'oito dias' })).status).toBe(200)
    expect(
      (await say({ act: 'write', meant: { ...meant, quote: 'cem dias' }, text: '', suggestion: 'x' })).status,
    ).toBe(422)
    expect((await say({ act: 'forge', author: '1' })).status).toBe(400)
    const [, suggestion] = await threadsOf(house, number)
    const accepted = await say({ act: 'accept', id: suggestion?.id })
    expect(JSON.stringify(accepted.body)).toContain('oito dias')
    expect(await bodyOf(house, number)).toContain('oito dias')
  })

  it('of too many at once nothing is taken', async () => {
    const { number } = await aDraftToReview(house)
    const actor = await actorOf(house, 'paulo', at.prot)
    const { id } = await rowOf(house, number)
    await house.db`insert into reviewing.thread (document_id, version, passage, quote, before, after, account_id, unit_id, at)
      select ${id}, 2, 0, 'x', '', '', ${actor.userId}, ${actor.unitId}, now() from generate_series(1, 500)`
    const request = { number, meant: { passage: 1, quote: '' }, text: 'Mais um.', suggestion: undefined }
    const outcome = await writeThread(house.db, actor, request, house.platform.clock())
    expect(outcome).toMatchObject({ done: false, refusals: [{ kind: 'too-many' }] })
  })
})
