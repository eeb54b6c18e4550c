import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCaseFile, actorOf, alsoOpenIn, done, eventsOf, formOf } from '../../../test/support/builders-cases.ts'
import { aDraft, anUpload, rowOf } from '../../../test/support/builders-documents.ts'
import { signDocument } from '../../../test/support/builders-signatures.ts'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import type { Person } from '../../../test/support/person.ts'
import { at } from '../../../test/support/world.ts'
import { relateCaseFiles, suspendCaseFile } from '../cases/index.ts'
import { sendCaseFile } from '../routing/index.ts'

let house: TestHouse
let marina: Person
beforeAll(async () => {
  house = await openTestHouse()
  marina = await house.signIn('marina')
})
afterAll(() => house.close())

const ofCase = (digits: string, part = '', unit: string = at.prot) => `/em/${unit}/processos/${digits}${part}`

describe('duplicating', () => {
  it('PRO-220, PRO-221 copies what was chosen: texts as drafts, files as they are; never signatures nor drafts', async () => {
    const { id, digits, number } = await aCaseFile(house, {
      summary: 'Isenção para taxistas',
      parties: [{ newName: 'Maria das Dores' }, { newName: 'João da Silva' }],
      priority: 'age-60',
    })
    const other = await aCaseFile(house)
    const actor = await actorOf(house, 'marina', at.prot)
    await done(relateCaseFiles(house.db, actor, digits, other.digits, new Date()))
    const signed = await aDraft(house, digits, { text: 'Defiro a isenção.' })
    await signDocument(house, signed)
    await aDraft(house, digits, { text: 'Ainda não se sabe.' })
    const file = await anUpload(house, digits, { content: 'Requer isenção.' })
    const page = await marina.open(ofCase(digits, '/duplicacao'))
    expect(page.text).toContain('1 documento fica de fora')
    const maria = page.document.querySelector('input[name=interessado]')?.getAttribute('value') ?? ''
    const after = await marina.send(page, '#duplicacao', { interessado: [maria], relacionamentos: 'sim' })
    const [, copyDigits = ''] = /processos\/(\d+)/.exec(after.url) ?? []
    expect(copyDigits).not.toBe(digits)
    expect(after.text).toContain('Isenção para taxistas')
    expect(after.text).toContain('Maria das Dores')
    expect(after.text).not.toContain('João da Silva')
    expect(after.text).toContain(other.number)
    expect(after.text).toContain('Pessoa idosa')
    const [copy] = await house.db`select id from cases.case_file where digits = ${copyDigits}`
    const documents = await house.db`select d.kind, d.signature_count, lpad(d.number::text, 7, '0') as number, f.sha256,
        v.plain_text from documents.document d left join documents.file f on f.document_id = d.id
        left join documents.version v on v.document_id = d.id and v.number = d.version
       where d.case_file_id = ${copy?.id} order by d.position`
    expect(documents).toMatchObject([
      { kind: 'authored', signature_count: 0 },
      { kind: 'uploaded', signature_count: 0 },
    ])
    expect(documents[0]?.plain_text).toContain('Defiro a isenção.')
    expect(documents.map((row) => row.number)).not.toContain(file)
    expect((await eventsOf(house, id)).at(-1)).toBe('case-duplicated')
    expect(await eventsOf(house, String(copy?.id))).toContain('duplicated-from')
    expect(after.text).toContain(number.slice(0, 5))
  })

  it('is not there for what is confidential, and refused in what is annexed or blocked', async () => {
    const made = await aCaseFile(house)
    await house.db`update cases.case_file set state = 'blocked' where id = ${made.id}`
    const page = await marina.open(ofCase(made.digits, '/duplicacao'))
    expect(page.text).toContain('O processo está bloqueado')
    expect(page.document.querySelector('#duplicacao')).toBeNull()
  })
})

describe('beginning a related case file', () => {
  it('PRO-180 opens and relates in one act, or does neither', async () => {
    const { digits, number } = await aCaseFile(house)
    const list = await marina.open(`/em/${at.prot}/processos/novo?relacionado=${digits}`)
    const link = [...list.document.querySelectorAll('main a')].find((one) => one.textContent?.includes('Arrecadação'))
    const form = await marina.open(link?.getAttribute('href') ?? '')
    const before = await house.db`select count(*)::int as n from cases.case_file`
    const wrong = await marina.send(form, formOf('novo'), { acao: 'abrir', relacionado: '99999999999999' })
    expect(wrong.status).toBe(422)
    expect(await house.db`select count(*)::int as n from cases.case_file`).toEqual(before)
    const opened = await marina.send(form, formOf('novo'), { acao: 'abrir' })
    expect(opened.errors).toEqual([])
    expect(opened.text).toContain(number)
    expect((await marina.open(ofCase(digits))).text).toContain('Processos relacionados')
  })
})

describe('ending what should not have been opened', () => {
  it('PRO-211 wants a reason and a signed term, concludes, tells it on the page, and reopening takes it back', async () => {
    const { id, digits } = await aCaseFile(house)
    const term = await aDraft(house, digits, { text: 'Declaro indevida a autuação.' })
    const end = async (fields: Record<string, string>) =>
      marina.send(await marina.open(ofCase(digits, '/autuacao-indevida')), formOf('autuacao-indevida'), fields)
    expect((await end({ motivo: 'x' })).errors.join()).toContain('Informe o motivo do encerramento')
    expect((await end({ motivo: 'Aberto em duplicidade' })).errors.join()).toContain('Informe o nº SEI do termo')
    expect((await end({ motivo: 'Aberto em duplicidade', termo: term })).errors.join()).toContain('assinado')
    await signDocument(house, term)
    const page = await end({ motivo: 'Aberto em duplicidade', termo: term })
    expect(page.text).toContain('Encerrado por autuação indevida')
    expect(page.text).toContain('Aberto em duplicidade')
    expect((await eventsOf(house, id)).filter((kind) => kind === 'case-wrongly-opened')).toHaveLength(1)
    const reopened = await marina.send(page, formOf('reabertura'))
    expect(reopened.text).not.toContain('Encerrado por autuação indevida')
  })

  it('PRO-211 is of the unit that opened it, while nobody else holds it', async () => {
    const { id, digits } = await aCaseFile(house)
    await alsoOpenIn(house, id, at.asses, 'ana')
    const ana = await house.signIn('ana')
    const page = await ana.open(ofCase(digits, '/autuacao-indevida', at.asses))
    expect(page.text).toContain('Só a unidade que autuou o processo')
    expect(page.text).toContain('também está aberto em outra unidade')
  })
})

describe('E2E-09 a suspension that waits for another case file', () => {
  it('leaves the desk; when the other is resumed the unit is told in three ways; resuming brings it back', async () => {
    const [one, other] = [await aCaseFile(house), await aCaseFile(house)]
    await aCaseFile(house, { summary: 'Fica na mesa' })
    const suspend = async (digits: string, fields: Record<string, string>) =>
      marina.send(await marina.open(ofCase(digits, '/sobrestamento')), formOf('sobrestamento'), fields)
    await suspend(other.digits, { motivo: 'À espera do Judiciário' })
    house.passTime(1000)
    await suspend(one.digits, { motivo: 'À espera do outro', vinculado: other.number })
    const desk = async () =>
      (await marina.open(`/em/${at.prot}/mesa`)).document.querySelector('#processos')?.textContent
    expect(await desk()).not.toContain(one.number)
    expect((await marina.open(`/em/${at.prot}/sobrestados`)).text).not.toContain('Deixou de estar sobrestado')
    const mails = async () => house.db`select subject from mail.message where reason = 'fim de sobrestamento'`
    expect(await mails()).toHaveLength(0)
    await house.db`insert into organization.unit_email (unit_id, address, description)
      select id, 'prot@exemplo.gov.br', 'Protocolo' from organization.unit where slug = ${at.prot}`.catch(
      () => undefined,
    )
    house.passTime(1000)
    await marina.send(await marina.open(ofCase(other.digits, '/sobrestamento')), formOf('remocao'))
    const list = await marina.open(`/em/${at.prot}/sobrestados`)
    expect(list.text).toContain(one.number)
    expect(list.text).toContain('Deixou de estar sobrestado')
    expect((await marina.open(ofCase(one.digits, '/historico'))).text).toContain(
      `O processo ${other.number}, pelo qual este espera, deixou de estar sobrestado.`,
    )
    expect((await mails()).length).toBeGreaterThan(0)
    await marina.send(await marina.open(ofCase(one.digits, '/sobrestamento')), formOf('remocao'))
    expect(await desk()).toContain(one.number)
    house.setClock(new Date())
  })

  it('refuses inclusion, signing and sending while it stands still, and lets it be read', async () => {
    const { digits } = await aCaseFile(house)
    const draft = await aDraft(house, digits, { text: 'Nada.' })
    const actor = await actorOf(house, 'marina', at.prot)
    await done(suspendCaseFile(house.db, actor, { digits, reason: 'Espera', linkedDigits: undefined }, new Date()))
    expect((await marina.open(ofCase(digits, '/documentos/novo'))).text).toContain('sobrestado')
    await expect(signDocument(house, draft)).rejects.toThrow('suspended')
    expect((await marina.open(ofCase(digits))).text).toContain('Processo sobrestado')
  })
})

describe('the tree', () => {
  it('PRO-131 shows the direct line of this unit, and everything again', async () => {
    const { digits } = await aCaseFile(house)
    const ours = await aDraft(house, digits, { text: 'Do protocolo.' })
    await signDocument(house, ours)
    const send = async (by: 'marina' | 'ana', from: typeof at.prot | typeof at.asses, to: string) => {
      const [unit] = await house.db<{ id: string }[]>`select id from organization.unit where slug = ${to}`
      const actor = await actorOf(house, by, from)
      const request = { caseNumber: digits, to: [unit?.id ?? ''], keepOpen: true }
      await done(sendCaseFile(house.db, actor, request, house.platform.clock()))
    }
    await send('marina', at.prot, at.asses)
    const theirs = await aDraft(house, digits, { by: 'ana', unit: at.asses, text: 'Da assessoria.' })
    await signDocument(house, theirs, { by: 'ana', unit: at.asses, capacity: 'Assessora' }).catch(() => undefined)
    await send('ana', at.asses, at.cofic)
    const third = await anUpload(house, digits, { by: 'carla', unit: at.cofic })
    const whole = await marina.open(ofCase(digits))
    const link = [...whole.document.querySelectorAll('a')].find((one) => one.textContent?.includes('Linha direta'))
    expect(whole.document.querySelector('#arvore')?.textContent).toContain(third)
    const narrow = await marina.open(link?.getAttribute('href') ?? '')
    const tree = narrow.document.querySelector('#arvore')?.textContent
    expect(tree).toContain(ours)
    expect(tree).toContain(theirs)
    expect(tree).not.toContain(third)
    expect(narrow.text).toContain('Mostrar todos os documentos')
    expect((await rowOf(house, third)).state).toBe('active')
  })
})

describe('concluding', () => {
  it('QUE-05 says what is unfinished, and is undone where it was done', async () => {
    const { digits, number } = await aCaseFile(house)
    const draft = await aDraft(house, digits, { text: 'Por assinar.' })
    const page = await marina.open(`/em/${at.prot}/conclusao?processo=${digits}`)
    expect(page.text).toContain('Documento sem assinatura')
    expect(page.text).toContain(draft)
    const after = await marina.send(page, formOf('conclusao'))
    expect(after.document.querySelector('#processos')?.textContent ?? '').not.toContain(number)
    const undone = await marina.send(after, formOf('reabertura'))
    expect(undone.text).toContain('reaberto nesta unidade')
    expect((await marina.open(`/em/${at.prot}/mesa`)).text).toContain(number)
  })

  it('PRO-031 puts those with priority first when asked to', async () => {
    const first = await aCaseFile(house, { priority: 'disability' })
    house.passTime(1000)
    const latest = await aCaseFile(house)
    const rows = async (query: string) =>
      (await marina.open(`/em/${at.prot}/mesa${query}`)).document.querySelector('#processos tbody tr')?.textContent
    expect(await rows('')).toContain(latest.number)
    expect(await rows('?ordem=prioridade&sentido=decrescente')).toContain(first.number)
    house.setClock(new Date())
  })
})
