import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  aCaseFile,
  actorOf,
  alsoOpenIn,
  concludedIn,
  done,
  eventsOf,
  postAnyway,
} from '../../../test/support/builders-cases.ts'
import { aDraft, anUpload, rowOf } from '../../../test/support/builders-documents.ts'
import { signDocument } from '../../../test/support/builders-signatures.ts'
import { forManyAtOnce, openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import type { Person } from '../../../test/support/person.ts'
import { at } from '../../../test/support/world.ts'
import { annexCaseFile } from '../cases/index.ts'
import { acknowledge } from './acknowledge.ts'
import { refusalsToAcknowledge, refusalsToComment, refusalsToTouch } from './remarks.rules.ts'
import { deleteComment, writeComment } from './write-comment.ts'

let house: TestHouse
let marina: Person
let ana: Person
beforeAll(async () => {
  house = await openTestHouse({}, forManyAtOnce)
  marina = await house.signIn('marina')
  ana = await house.signIn('ana')
})
afterAll(() => house.close())

const ofCase = (digits: string, part = '', unit: string = at.prot) => `/em/${unit}/processos/${digits}${part}`
const ofDocument = (number: string, part = '', unit: string = at.prot) => `/em/${unit}/documentos/${number}${part}`

async function commented(words: string) {
  const made = await aCaseFile(house)
  const page = await marina.send(await marina.open(ofCase(made.digits)), '#novo-comentario', { comentario: words })
  const link = page.document.querySelector('a[href*="/comentarios/"]')?.getAttribute('href') ?? ''
  return { ...made, page, link, id: link.split('/').at(-1) ?? '' }
}

describe('comments', () => {
  it('R1 are read by who reads the case file, and told in its history without their words', async () => {
    const { id, digits, page } = await commented('Conferir o CPF antes de deferir.')
    expect(page.text).toContain('Conferir o CPF antes de deferir.')
    expect((await ana.open(ofCase(digits, '', at.asses))).text).toContain('Conferir o CPF antes de deferir.')
    expect(await eventsOf(house, id)).toEqual(['case-opened', 'comment-added'])
    const [event] =
      await house.db`select facts::text as facts from history.event where case_file_id = ${id} and kind = 'comment-added'`
    expect(event?.facts).not.toContain('CPF')
  })

  it('R1 of a document that one may not read are not there', async () => {
    const { digits } = await aCaseFile(house, { level: 'restricted' })
    const number = await anUpload(house, digits)
    await marina.send(await marina.open(ofDocument(number)), '#novo-comentario', {
      comentario: 'Segredo do comentário.',
    })
    expect((await marina.open(ofDocument(number))).text).toContain('Segredo do comentário.')
    expect((await ana.open(ofDocument(number, '', at.asses))).text).not.toContain('Segredo')
    const [row] = await house.db`select id from remarks.comment order by id desc limit 1`
    expect((await ana.open(`/em/${at.asses}/comentarios/${row?.id}`)).status).toBe(404)
  })

  it('R2 are changed and taken back by the unit that wrote them alone', async () => {
    const { id, link } = await commented('Primeira redação.')
    const [, commentId] = /comentarios\/(\d+)/.exec(link) ?? []
    await alsoOpenIn(house, id, at.asses, 'ana')
    const elsewhere = await postAnyway(ana, `/em/${at.asses}/comentarios/${commentId}`, { comentario: 'Outra.' })
    expect(elsewhere.text).toContain('O comentário é de outra unidade. Só ela pode alterá-lo ou excluí-lo.')
    const changed = await marina.send(await marina.open(link), '#comentario', { comentario: 'Segunda redação.' })
    expect(changed.text).toContain('Segunda redação.')
    expect(changed.text).toContain('(alterado)')
    expect((await marina.send(await marina.open(link), '#comentario', { comentario: ' ' })).errors).toEqual([
      'Escreva o comentário.',
    ])
  })

  it('R3 taken back leave their trace and no word, also when two do it at once', async () => {
    const { id, digits, link } = await commented('Nome que não devia estar aqui.')
    const [, commentId = ''] = /comentarios\/(\d+)/.exec(link) ?? []
    const actor = await actorOf(house, 'marina', at.prot)
    const outcomes = await Promise.all([1, 2].map(() => deleteComment(house.db, actor, commentId, new Date())))
    expect(outcomes.filter((one) => one?.done)).toHaveLength(1)
    const page = await marina.open(ofCase(digits))
    expect(page.text).toContain('Comentário excluído por Marina Protocolista')
    expect(page.text).not.toContain('não devia estar')
    const kept = await house.db`select text from remarks.comment where case_file_id = ${id}`
    expect(kept).toEqual([{ text: '' }])
    expect((await eventsOf(house, id)).filter((kind) => kind === 'comment-deleted')).toHaveLength(1)
  })

  it('R4 on a draft are of its unit alone, and so is what the history tells', async () => {
    const { id, digits } = await aCaseFile(house)
    const number = await aDraft(house, digits, { treeName: 'Minuta do veto' })
    await alsoOpenIn(house, id, at.asses, 'ana')
    await marina.send(await marina.open(ofDocument(number)), '#novo-comentario', { comentario: 'Falta a ementa.' })
    const other = await actorOf(house, 'ana', at.asses)
    const outcome = await writeComment(house.db, other, { about: { number }, text: 'Li.' }, new Date())
    expect(outcome?.done).toBe(false)
    expect((await ana.open(ofCase(digits, '/historico', at.asses))).text).not.toContain('Comentário')
    expect((await marina.open(ofCase(digits, '/historico'))).text).toContain('Comentário escrito')
  })
})

describe('declarations of knowledge', () => {
  it('R5 are made once a day by a person, whatever is pressed, and stay for ever', async () => {
    const { id, digits } = await aCaseFile(house)
    const page = await marina.open(ofCase(digits))
    const after = await marina.send(page, '#dar-ciencia')
    expect(after.text).toContain('ciência registrada')
    const actor = await actorOf(house, 'marina', at.prot)
    const again = await Promise.all(
      [1, 2, 3].map(() => acknowledge(house.db, actor, { caseFiles: [digits] }, house.platform.clock())),
    )
    expect(again.flat().map(({ outcome }) => outcome.done)).toEqual([false, false, false])
    house.passTime(86_400_000)
    const tomorrow = await acknowledge(house.db, actor, { caseFiles: [digits] }, house.platform.clock())
    expect(tomorrow.map(({ outcome }) => outcome.done)).toEqual([true])
    house.setClock(new Date())
    expect((await eventsOf(house, id)).filter((kind) => kind === 'acknowledged')).toHaveLength(2)
    await expect(house.db`delete from remarks.acknowledgement`).rejects.toThrow('append-only')
  })

  it('R6 of a case file, its documents and what is annexed to it: each answers for itself', async () => {
    const principal = await aCaseFile(house)
    const annexed = await aCaseFile(house)
    const draft = await aDraft(house, principal.digits)
    const signed = await aDraft(house, principal.digits, { text: 'Ciente.' })
    await signDocument(house, signed)
    await aDraft(house, annexed.digits)
    const actor = await actorOf(house, 'marina', at.prot)
    await done(annexCaseFile(house.db, actor, annexed.digits, principal.digits, new Date()))
    const page = await marina.open(ofCase(principal.digits, '/ciencia'))
    expect(page.text).toContain(`Processo anexado ${annexed.number}`)
    expect(page.text).not.toContain(draft)
    expect((await marina.send(page, '#ciencia')).text).toContain('Nada foi marcado')
    const after = await marina.send(page, '#ciencia', {
      processo: [principal.digits, annexed.digits],
      documento: [signed, draft],
    })
    expect(after.text).toContain('O documento ainda não foi assinado.')
    expect(after.text).toContain('3 itens feitos')
    expect((await eventsOf(house, annexed.id)).at(-1)).toBe('acknowledged')
    const { id } = await rowOf(house, signed)
    const rows = await house.db`select 1 from remarks.acknowledgement where document_id = ${id}`
    expect(rows).toHaveLength(1)
  })

  it('R6 of many from the desk: nineteen of twenty, and why not the other', async () => {
    const made = await Promise.all(Array.from({ length: 4 }, () => aCaseFile(house)))
    await concludedIn(house, made[3]?.id ?? '', at.prot)
    const query = made.map(({ digits }) => `processo=${digits}`).join('&')
    const page = await marina.open(`/em/${at.prot}/ciencia?${query}`)
    const after = await marina.send(page, '#ciencia')
    expect(after.text).toContain('3 itens feitos')
    expect(after.text).toContain('O processo não está aberto nesta unidade')
    const again = await marina.open(`/em/${at.prot}/ciencia?${query}`)
    expect((await marina.send(again, '#ciencia', { processo: [] })).status).toBe(422)
  })
})

describe('the rules', () => {
  const read = { closed: false, isDraft: false, isOurs: false }
  it.each([
    [{ document: undefined, length: 5 }, []],
    [{ document: undefined, length: 0 }, ['empty']],
    [{ document: undefined, length: 2001 }, ['too-long']],
    [{ document: read, length: 5 }, []],
    [{ document: { ...read, closed: true }, length: 5 }, ['closed']],
    [{ document: { ...read, isDraft: true }, length: 5 }, ['draft-of-others']],
    [{ document: { ...read, isDraft: true, isOurs: true }, length: 5 }, []],
  ])('of commenting: %o', (facts, expected) => {
    expect(refusalsToComment({ caseRefusals: [], ...facts }).map(({ kind }) => kind)).toEqual(expected)
  })

  it('of touching: only one’s own, and only once', () => {
    expect(refusalsToTouch({ ours: true, deleted: false })).toEqual([])
    expect(refusalsToTouch({ ours: false, deleted: false })).toEqual([{ kind: 'of-another-unit' }])
    expect(refusalsToTouch({ ours: true, deleted: true })).toEqual([{ kind: 'deleted' }])
  })

  it('of declaring: what may be read and is no draft', () => {
    const kinds = (document: { closed: boolean; isDraft: boolean } | undefined) =>
      refusalsToAcknowledge({ caseRefusals: [], document }).map(({ kind }) => kind)
    expect(kinds(undefined)).toEqual([])
    expect(kinds({ closed: false, isDraft: false })).toEqual([])
    expect(kinds({ closed: true, isDraft: true })).toEqual(['closed'])
    expect(kinds({ closed: false, isDraft: true })).toEqual(['draft'])
  })
})
