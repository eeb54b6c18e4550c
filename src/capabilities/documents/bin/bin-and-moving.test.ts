import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  aCaseFile,
  actorOf,
  confirmPasswordFor,
  eventsOf,
  formOf,
  openForCommands,
} from '../../../../test/support/builders-cases.ts'
import { aDraft, anUpload, eventsOfDocument, lockAsIfSent, rowOf } from '../../../../test/support/builders-documents.ts'
import { signDocument } from '../../../../test/support/builders-signatures.ts'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Person } from '../../../../test/support/person.ts'
import { at, password } from '../../../../test/support/world.ts'
import { recoverDocument } from './recover-document.ts'

let house: TestHouse
let marina: Person
let ana: Person
beforeAll(async () => {
  house = await openTestHouse()
  marina = await house.signIn('marina')
  ana = await house.signIn('ana')
})
afterAll(() => house.close())

const ofDocument = (number: string, part = '') => `/em/${at.prot}/documentos/${number}${part}`
const set = (name: string, value: unknown) =>
  house.db`insert into platform.setting (name, value) values (${name}, ${JSON.stringify(value)}::text::jsonb)
    on conflict (name) do update set value = excluded.value`

describe('the bin', () => {
  it('R24 what was deleted is read and brought back with its signatures, by its unit alone', async () => {
    const { id, digits } = await aCaseFile(house)
    const number = await aDraft(house, digits, { text: 'Texto a recuperar.' })
    await signDocument(house, number)
    const after = await marina.send(await marina.open(ofDocument(number, '/exclusao')), formOf('exclusao'))
    expect(after.text).toContain('Está na lixeira da unidade')
    expect((await marina.open(`/em/${at.prot}/lixeira`)).text).toContain(number)
    expect((await ana.open(`/em/${at.asses}/lixeira`)).text).not.toContain(number)
    expect((await ana.open(`/em/${at.asses}/lixeira/${number}`)).status).toBe(404)
    const page = await marina.open(`/em/${at.prot}/lixeira/${number}`)
    expect(page.text).toContain('Texto a recuperar.')
    const back = await marina.send(page, '#recuperacao')
    expect(back.text).toContain('Texto a recuperar.')
    expect(await rowOf(house, number)).toMatchObject({ state: 'active', signature_count: 1 })
    expect((await eventsOf(house, id)).at(-1)).toBe('document-recovered')
  })

  it('R24 undoes the deletion at once, from where it was done', async () => {
    const { digits } = await aCaseFile(house)
    const number = await anUpload(house, digits)
    const after = await marina.send(await marina.open(ofDocument(number, '/exclusao')), formOf('exclusao'))
    await marina.send(after, formOf('recuperacao'))
    expect((await rowOf(house, number)).state).toBe('active')
  })

  it('R24 lets go after the days that the installation gives, and not into a case file that stands still', async () => {
    const { id, digits } = await aCaseFile(house)
    const number = await aDraft(house, digits)
    await marina.send(await marina.open(ofDocument(number, '/exclusao')), formOf('exclusao'))
    await house.db`update cases.holding set closed_at = now(), closed_by = 1, closing = 'concluded' where case_file_id = ${id}`
    const page = await marina.send(await marina.open(`/em/${at.prot}/lixeira/${number}`), '#recuperacao')
    expect(page.errors.join()).toContain('O processo não está aberto nesta unidade')
    const actor = await actorOf(house, 'marina', at.prot)
    const late = new Date(house.platform.clock().getTime() + 46 * 86_400_000)
    expect(await recoverDocument(house.db, actor, number, late)).toBeUndefined()
    await set('documents.bin-days', 90)
    expect((await recoverDocument(house.db, actor, number, late))?.done).toBe(false)
    await set('documents.bin-days', 45)
  })

  it('R4 of a confidential case file only holders know', async () => {
    const { id, digits } = await aCaseFile(house, { level: 'confidential' })
    await confirmPasswordFor(marina, at.prot, digits, password)
    await openForCommands(house, 'marina', at.prot, id)
    const number = await aDraft(house, digits)
    await marina.send(await marina.open(ofDocument(number, '/exclusao')), formOf('exclusao'))
    const paulo = await house.signIn('paulo')
    expect((await paulo.open(`/em/${at.prot}/lixeira`)).text).not.toContain(number)
    expect((await paulo.open(`/em/${at.prot}/lixeira/${number}`)).status).toBe(404)
    expect((await marina.open(`/em/${at.prot}/lixeira`)).text).toContain(number)
  })
})

describe('moving an external document', () => {
  const move = async (number: string, destino: string, motivo = 'Juntado ao processo errado') =>
    marina.send(await marina.open(ofDocument(number, '/mudanca-de-processo')), formOf('mudanca-de-processo'), {
      destino,
      motivo,
    })

  it('R25 takes it to the end of the other tree, with its level, and both histories tell why', async () => {
    const [from, to] = [await aCaseFile(house), await aCaseFile(house)]
    await anUpload(house, to.digits)
    const number = await anUpload(house, from.digits, { level: 'restricted' })
    await lockAsIfSent(house, number)
    const page = await move(number, to.number)
    expect(page.text).toContain(to.number)
    const levels =
      await house.db`select id, effective_level from cases.case_file where id in ${house.db([from.id, to.id])} order by id`
    expect(levels.map((row) => row.effective_level)).toEqual(['public', 'restricted'])
    expect(await eventsOf(house, from.id)).toContain('document-moved-away')
    expect(await eventsOf(house, to.id)).toContain('document-moved-here')
    const facts = await house.db`select facts->>'reason' as reason, facts->>'other' as other from history.event
      where kind in ('document-moved-away', 'document-moved-here') and case_file_id in ${house.db([from.id, to.id])} order by id`
    expect(facts).toEqual([
      { reason: 'Juntado ao processo errado', other: to.number },
      { reason: 'Juntado ao processo errado', other: from.number },
    ])
    const last = await house.db`select number from documents.document where case_file_id = ${to.id} order by position`
    expect(last.at(-1)?.number).toBe(String(Number(number)))
  })

  it('R25 refuses what is of the editor, what is not there, itself, and what is not open here', async () => {
    const [from, closed] = [await aCaseFile(house), await aCaseFile(house)]
    const draft = await aDraft(house, from.digits)
    expect((await marina.open(ofDocument(draft, '/mudanca-de-processo'))).text).toContain('Só documentos externos')
    const number = await anUpload(house, from.digits)
    expect((await move(number, '99999999999999999')).errors.join()).toContain('Não há processo com este número')
    expect((await move(number, from.number)).errors.join()).toContain('já está neste processo')
    await house.db`update cases.holding set closed_at = now(), closed_by = 1, closing = 'concluded' where case_file_id = ${closed.id}`
    expect((await move(number, closed.number)).errors.join()).toContain('Quanto ao outro processo')
    expect((await move(number, closed.number, 'x')).errors.join()).toContain('Informe o motivo da mudança')
    expect(await eventsOfDocument(house, number)).toEqual(['document-included'])
  })

  it('R25 never takes anything out of a confidential case file into an open one, nor tells its number', async () => {
    const [secret, open] = [await aCaseFile(house, { level: 'confidential' }), await aCaseFile(house)]
    await confirmPasswordFor(marina, at.prot, secret.digits, password)
    await openForCommands(house, 'marina', at.prot, secret.id)
    const inside = await anUpload(house, secret.digits)
    expect((await move(inside, open.number)).errors.join()).toContain('é sigiloso e o outro não é')
    const outside = await anUpload(house, open.digits)
    await move(outside, secret.number)
    const [event] = await house.db`select facts->>'other' as other from history.event
      where case_file_id = ${open.id} and kind = 'document-moved-away'`
    expect(event?.other).toBe('(sigiloso)')
  })

  it.each([
    [0, 'Nesta instalação, documentos não são movidos'],
    [1, ''],
  ])('R25 follows the parameter %i', async (mode, sentence) => {
    await set('documents.moving', mode)
    const [from, to] = [await aCaseFile(house), await aCaseFile(house)]
    const page = await move(await anUpload(house, from.digits), to.number)
    expect(page.errors.join()).toContain(sentence)
    expect(page.status).toBe(sentence ? 422 : 200)
    await set('documents.moving', 2)
  })
})

describe('the term of cancellation', () => {
  it('DOC-084 is asked where the installation wants it: signed, of the same case file, another document', async () => {
    await set('documents.cancellation-term', true)
    const { digits } = await aCaseFile(house)
    const number = await anUpload(house, digits)
    await lockAsIfSent(house, number)
    const term = await aDraft(house, digits, { text: 'Termo de cancelamento.' })
    const cancel = async (termo: string) =>
      marina.send(await marina.open(ofDocument(number, '/cancelamento')), formOf('cancelamento'), {
        motivo: 'Incluído por engano',
        termo,
      })
    expect((await cancel('')).errors).toEqual(['Informe o nº SEI do Termo de Cancelamento, assinado neste processo.'])
    expect((await cancel(term)).errors.join()).toContain('assinado e não cancelado')
    expect((await cancel(number)).errors.join()).toContain('outro documento deste processo')
    expect((await cancel('9999999')).errors.join()).toContain('Não há documento com este número')
    await signDocument(house, term)
    expect((await cancel(term)).text).toContain(`termo de cancelamento ${term}`)
    const [event] =
      await house.db`select facts from history.event where kind = 'document-cancelled' order by id desc limit 1`
    expect(event?.facts.term).toContain(term)
    await set('documents.cancellation-term', false)
  })
})

describe('the number that a file brings with it', () => {
  it('DOC-040 stands in its name, changes with a trace, and is of one file alone', async () => {
    const { digits } = await aCaseFile(house)
    const number = await anUpload(house, digits)
    const page = await marina.open(ofDocument(number, '/dados'))
    await marina.send(page, formOf('dados'), { numero: ' 12/2026 ' })
    expect((await rowOf(house, number)).type_number).toBe('12/2026')
    expect((await marina.open(ofDocument(number))).text).toContain('Requerimento 12/2026')
    expect(await eventsOfDocument(house, number)).toContain('document-data-changed')
    const again = await marina.open(ofDocument(number, '/dados'))
    expect((await marina.send(again, formOf('dados'), { numero: 'x'.repeat(41) })).errors).toEqual([
      'O número passa de 40 caracteres.',
    ])
    const draft = await aDraft(house, digits)
    const data = await marina.open(ofDocument(draft, '/dados'))
    await marina.send(data, formOf('dados'), { numero: '99' })
    expect((await rowOf(house, draft)).type_number).toBeNull()
  })
})

describe('the history', () => {
  it('R26 never tells what a unit calls its draft, neither as sentence nor in the tree of others', async () => {
    const { digits } = await aCaseFile(house)
    const number = await aDraft(house, digits, { treeName: 'Exoneração do diretor' })
    await marina.send(await marina.open(ofDocument(number, '/dados')), formOf('dados'), {
      descricao: 'Outra descrição',
    })
    for (const part of ['/historico?visao=completa', '']) {
      const page = await ana.open(`/em/${at.asses}/processos/${digits}${part}`)
      expect(page.html).toContain(number)
      expect(page.html).not.toContain('Exoneração do diretor')
    }
    expect((await marina.open(`/em/${at.prot}/processos/${digits}`)).html).toContain('Exoneração do diretor')
    await signDocument(house, number).catch(() => undefined)
    await marina.send(await marina.open(ofDocument(number, '/exclusao')), formOf('exclusao'))
    expect((await ana.open(`/em/${at.asses}/processos/${digits}/historico?visao=completa`)).html).toContain('excluído')
  })
})
