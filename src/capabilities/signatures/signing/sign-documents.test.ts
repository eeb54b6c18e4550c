import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCaseFile, actorOf, eventsOf } from '../../../../test/support/builders-cases.ts'
import { aDraft, anUpload, lockAsIfSent, textOf, writeText } from '../../../../test/support/builders-documents.ts'
import { shownOf, signDocument, signOnPage } from '../../../../test/support/builders-signatures.ts'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import { at, password } from '../../../../test/support/world.ts'
import { signaturesOf, signDocuments } from '../index.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

async function idOf(number: string): Promise<string> {
  const [row] = await house.db<{ id: string }[]>`select id from documents.document where number = ${number}`
  return row?.id ?? ''
}

const signatures = async (number: string) => {
  const id = await idOf(number)
  return (await signaturesOf(house.db, [id])).get(id) ?? []
}

async function aWrittenDraft(text = 'Defiro o pedido.') {
  const caseFile = await aCaseFile(house)
  const number = await aDraft(house, caseFile.digits, { text })
  return { caseFile, number }
}

describe('one document', () => {
  it('R1 is signed on the page that shows its text, with name, capacity and moment, and the history tells it', async () => {
    const { caseFile, number } = await aWrittenDraft()
    const marina = await house.signIn('marina')
    const page = await marina.open(`/em/${at.prot}/documentos/${number}/assinatura`)
    expect(page.text).toContain('Defiro o pedido.')
    const after = await marina.send(page, 'form[action$="/assinatura"]', { cargo: 'Analista', senha: password })
    expect(after.url).toContain(`/em/${at.prot}/documentos/${number}?resultado=`)
    expect(await signatures(number)).toMatchObject([
      {
        signerName: 'Marina Protocolista',
        capacity: 'Analista',
        unitAcronym: 'PROT',
        agencyAcronym: 'SET/RN',
        kind: 'signature',
        state: 'valid',
        current: true,
      },
    ])
    expect(await eventsOf(house, caseFile.id)).toContain('document-signed')
    const [document] = await house.db`select signature_count from documents.document where number = ${number}`
    expect(document?.signature_count).toBe(1)
  })

  it('R2 what is signed is kept byte for byte: canonical JSON of text and envelope, under its SHA-256', async () => {
    const { caseFile, number } = await aWrittenDraft('Arquive-se.')
    await signDocument(house, number)
    const [signature] = await signatures(number)
    const [kept] = await house.db<{ text: string; same: boolean }[]>`
      select convert_from(bytes, 'UTF8') as text, sha256(bytes) = sha256 as same from signatures.signed_content
       where sha256 = decode(${signature?.sha256 ?? ''}, 'hex')`
    expect(kept?.same).toBe(true)
    const { conteudo, ...envelope } = JSON.parse(kept?.text ?? '{}')
    expect(envelope).toEqual({
      data: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      formato: 'carimbo-documento-1',
      numero: number,
      orgao: 'SET/RN',
      processo: caseFile.number,
      tipo: 'Despacho',
      unidade: 'PROT',
    })
    expect(conteudo).toEqual((await textOf(house, number)).content)
  })

  it('R3 a wrong password signs nothing and says so, and what was typed is kept', async () => {
    const { number } = await aWrittenDraft()
    const marina = await house.signIn('marina')
    const page = await signOnPage(marina, at.prot, number, { senha: 'errada', cargo: 'Assessor' })
    expect(page.status).toBe(422)
    expect(page.errors.join()).toContain('Nada foi assinado')
    expect(page.document.querySelector('option[selected]')?.getAttribute('value')).toBe('Assessor')
    expect(page.html).not.toContain('errada')
    expect(await signatures(number)).toEqual([])
  })

  it('R3 after five wrong passwords even the right one has to wait', async () => {
    const { number } = await aWrittenDraft()
    const paulo = await house.signIn('paulo')
    for (let tries = 0; tries < 5; tries++) await signOnPage(paulo, at.prot, number, { senha: `errada ${tries}` })
    const page = await signOnPage(paulo, at.prot, number)
    expect(page.status).toBe(422)
    expect(page.errors.join()).toMatch(/muitas senhas erradas/)
    expect(await signatures(number)).toEqual([])
    house.passTime(2 * 60_000)
    await signOnPage(paulo, at.prot, number)
    expect(await signatures(number)).toHaveLength(1)
  })

  it('the capacity used last stands first, and one that is not of the unit is refused', async () => {
    const first = await aWrittenDraft()
    const marina = await house.signIn('marina')
    await signOnPage(marina, at.prot, first.number, { cargo: 'Secretário de Estado' })
    const { number } = await aWrittenDraft()
    const page = await marina.open(`/em/${at.prot}/documentos/${number}/assinatura`)
    expect(page.document.querySelector('select[name="cargo"] option')?.textContent).toBe('Secretário de Estado')
    const refused = await signOnPage(marina, at.prot, number, { cargo: 'Presidente da República' })
    expect(refused.status).toBe(422)
    expect(refused.errors.join()).toContain('cargo')
    expect(await signatures(number)).toEqual([])
  })

  it('a document in which nobody wrote is not signed, and one that is still the model is warned of', async () => {
    const caseFile = await aCaseFile(house)
    const blank = await aDraft(house, caseFile.digits)
    const marina = await house.signIn('marina')
    const page = await marina.open(`/em/${at.prot}/documentos/${blank}/assinatura`)
    expect(page.text).toContain('em branco')
    expect(page.document.querySelector('input[name="senha"]')).toBeNull()
    const copied = await aDraft(house, caseFile.digits, {
      initialText: { kind: 'document', number: (await aWrittenDraft('Texto de antes.')).number },
    })
    const warned = await marina.open(`/em/${at.prot}/documentos/${copied}/assinatura`)
    expect(warned.text).toContain('ainda é o do modelo')
    expect(warned.document.querySelector('input[name="senha"]')).not.toBeNull()
  })

  it('the number that a type gives at the first signature is part of what is signed', async () => {
    const caseFile = await aCaseFile(house)
    const number = await aDraft(house, caseFile.digits, { type: 'Portaria', text: 'Nomeia.' })
    const marina = await house.signIn('marina')
    await signOnPage(marina, at.prot, number)
    const [signature] = await signatures(number)
    expect(signature).toMatchObject({ state: 'valid', current: true })
    const [kept] = await house.db<{ text: string }[]>`
      select convert_from(bytes, 'UTF8') as text from signatures.signed_content
       where sha256 = decode(${signature?.sha256 ?? ''}, 'hex')`
    expect(JSON.parse(kept?.text ?? '{}').tipo).toMatch(/^Portaria \d+\/\d{4}$/)
    expect(kept?.text).not.toContain('"variable"')
  })
})

describe('who may sign', () => {
  it('without the permission the page does not exist', async () => {
    const caseFile = await aCaseFile(house, { by: 'ana', unit: at.asses })
    const number = await aDraft(house, caseFile.digits, { by: 'ana', unit: at.asses, text: 'Sim.' })
    const beto = await house.signIn('beto')
    expect((await beto.open(`/em/${at.asses}/documentos/${number}/assinatura`)).status).toBe(404)
    expect((await beto.open(`/em/${at.asses}/assinatura?documento=${number}`)).status).toBe(404)
    const ana = await house.signIn('ana')
    const page = await ana.open(`/em/${at.asses}/documentos/${number}/assinatura`)
    const fields = { documento: value(await shownOf(house, number)), cargo: 'Analista', senha: password }
    const csrf = page.document.querySelector('input[name="_csrf"]')?.getAttribute('value') ?? ''
    expect(
      (await beto.post(`/em/${at.asses}/documentos/${number}/assinatura`, { ...fields, _csrf: csrf })).status,
    ).toBe(404)
    expect(await signatures(number)).toEqual([])
  })

  it('R4 another unit does not sign, neither a draft nor what is signed', async () => {
    const { caseFile, number } = await aWrittenDraft()
    const carla = await house.signIn('carla')
    const page = await carla.open(`/em/${at.cofic}/documentos/${number}/assinatura`)
    expect(page.text).toContain('Só a unidade que fez o documento')
    expect(page.text).not.toContain('Defiro o pedido.')
    expect(page.document.querySelector('input[name="senha"]')).toBeNull()
    const actor = await actorOf(house, 'carla', at.cofic)
    const request = { documents: [await shownOf(house, number)], capacity: 'Analista' }
    const outcome = await signDocuments(house.db, actor, request, house.platform.clock())
    expect(outcome.done && outcome.value[0]?.outcome.done).toBe(false)
    expect(await signatures(number)).toEqual([])
    expect(await eventsOf(house, caseFile.id)).not.toContain('document-signed')
  })

  it('a document of a unit that is not there for the actor is not found', async () => {
    const marina = await house.signIn('marina')
    expect((await marina.open(`/em/${at.prot}/documentos/9999999/assinatura`)).status).toBe(404)
    expect((await marina.open(`/em/${at.prot}/assinatura?documento=9999999`)).status).toBe(404)
  })

  it('a file is certified and not signed', async () => {
    const caseFile = await aCaseFile(house)
    const number = await anUpload(house, caseFile.digits)
    const marina = await house.signIn('marina')
    const page = await marina.open(`/em/${at.prot}/documentos/${number}/assinatura`)
    expect(page.text).toContain('autentique')
  })
})

describe('several signatures', () => {
  it('R5 each changes the CRC, all cover the same bytes, and their order is that of time', async () => {
    const { number } = await aWrittenDraft()
    const first = await signDocument(house, number)
    const second = await signDocument(house, number, { by: 'paulo', capacity: 'Assessor' })
    const [one, other] = await signatures(number)
    expect([one?.signerName, other?.signerName]).toEqual(['Marina Protocolista', 'Paulo Protocolista'])
    expect(one?.sha256).toBe(other?.sha256)
    expect(new Set([first, second]).size).toBe(2)
    expect([one?.state, other?.state]).toEqual(['valid', 'valid'])
  })

  it('nobody signs the same text twice', async () => {
    const { number } = await aWrittenDraft()
    await signDocument(house, number)
    const marina = await house.signIn('marina')
    const page = await marina.open(`/em/${at.prot}/documentos/${number}/assinatura`)
    expect(page.text).toContain('Você já assinou')
    await expect(signDocument(house, number)).rejects.toThrow('signed-by-you')
  })

  it('one more is added to a document with a black pen, of the very same text', async () => {
    const { number } = await aWrittenDraft()
    await signDocument(house, number)
    await lockAsIfSent(house, number)
    await signDocument(house, number, { by: 'paulo' })
    const all = await signatures(number)
    expect(all.map(({ state }) => state)).toEqual(['valid', 'valid'])
    expect(new Set(all.map(({ version }) => version)).size).toBe(1)
  })

  it('R6 a later version has none: those of the text before lose their effect and stay on record', async () => {
    const { number } = await aWrittenDraft()
    await signDocument(house, number)
    await writeText(house, number, 'Indefiro o pedido.')
    expect(await signatures(number)).toMatchObject([{ state: 'superseded', current: false }])
    await signDocument(house, number)
    expect(await signatures(number)).toMatchObject([{ state: 'superseded' }, { state: 'valid' }])
  })

  it('what was renamed since breaks no signature: names are those of the day', async () => {
    const { number } = await aWrittenDraft()
    await signDocument(house, number)
    await house.db`update classification.document_type set name = 'Despacho novo' where name = 'Despacho'`
    await house.db`update identity.account set social_name = 'Marina Nova' where login = 'marina'`
    expect(await signatures(number)).toMatchObject([{ signerName: 'Marina Protocolista', state: 'valid' }])
    await signDocument(house, number, { by: 'paulo' })
    expect((await signatures(number)).map(({ state }) => state)).toEqual(['valid', 'valid'])
    await house.db`update classification.document_type set name = 'Despacho' where name = 'Despacho novo'`
    await house.db`update identity.account set social_name = null where login = 'marina'`
  })
})

function value({ number, version, sha256 }: { number: string; version: number; sha256: string }): string {
  return `${number}.${version}.${sha256}`
}
