import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCaseFile, actorOf, done, eventsOf } from '../../../test/support/builders-cases.ts'
import { aDraft, conferenceIdOf, typeIdOf } from '../../../test/support/builders-documents.ts'
import { aLetter, codeFor, deliveryRules, posted } from '../../../test/support/builders-letters.ts'
import { signDocument } from '../../../test/support/builders-signatures.ts'
import { rowOf } from '../../../test/support/builders-watchlists.ts'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import type { Person } from '../../../test/support/person.ts'
import { at } from '../../../test/support/world.ts'
import { todayIn } from '../../platform/calendar/index.ts'
import { takeReturn } from './index.ts'

let house: TestHouse
let marina: Person
let ana: Person
let admin: Person
beforeAll(async () => {
  house = await openTestHouse()
  ;[marina, ana, admin] = [await house.signIn('marina'), await house.signIn('ana'), await house.signIn('admin')]
})
afterAll(() => house.close())

const expedition = `/em/${at.prot}/expedicao`
const asked = `/em/${at.asses}/cartas`
const daysAgo = (days: number) => todayIn(new Date(house.platform.clock().getTime() - days * 86_400_000))
const signed = async (digits: string) => {
  const number = await aDraft(house, digits, { by: 'ana', unit: at.asses, text: 'Respondo.' })
  await signDocument(house, number, { by: 'ana', unit: at.asses })
  return number
}
const place = { destinatario: 'Promotoria', endereco: 'Rua A, 1', cep: '59600-000', uf: 'RN', cidade: 'Mossoró' }
const paper = async () => ({
  tipo: await typeIdOf(house, 'Requerimento'),
  conferencia: await conferenceIdOf(house, 'Cópia simples'),
})
const pdf = { field: 'arquivo', name: 'ar.pdf', type: 'application/pdf', content: '%PDF-1.4\n%%EOF\n' }

describe('a letter', () => {
  it('R10 goes by the table of deliveries: by hand in Natal, by post elsewhere, where somebody posts', async () => {
    const { digits } = await aCaseFile(house, { by: 'ana', unit: at.asses })
    const number = await signed(digits)
    const address = `/em/${at.asses}/documentos/${number}/postagem`
    const form = 'form.form'
    const nobody = await ana.send(await ana.open(address), form, place)
    expect(nobody.errors[0]).toContain('Ninguém disse ainda que unidade posta')
    const rules = async (fields: Record<string, string>) =>
      admin.send(await admin.open(`/em/${at.gs}/expedicao/regras`), '#nova-regra form', fields)
    expect((await rules({ como: 'post', cidade: 'Natal' })).errors).toContain('Escolha o estado do município.')
    expect(rowOf(await rules({ como: 'post', unidade: 'PROT', ar: 'sim' }), 'regras', 'Todos os outros')).toContain(
      'PROT',
    )
    await rules({ como: 'direct', uf: 'RN', cidade: 'Natal' })
    const byHand = await ana.send(await ana.open(address), form, { ...place, cidade: 'NATAL' })
    expect(byHand.errors[0]).toContain('a entrega é direta')
    expect(byHand.html).toContain('Promotoria')
    const letter = await ana.send(await ana.open(address), form, place)
    expect(letter.text).toMatch(/Carta 1\/\d{4} – ASSES/)
    expect(letter.text).toContain('Solicitada')
    expect(rowOf(await marina.open(expedition), 'fila', 'Promotoria')).toContain(number)
    expect((await ana.open(address)).document.querySelector('#postagem')?.textContent).toContain('Promotoria')
  })

  it('R11 is asked for of a signed document only, in no confidential case file, and withdrawn while nobody prepares it', async () => {
    await deliveryRules(house)
    const { digits, id: caseFileId } = await aCaseFile(house, { by: 'ana', unit: at.asses })
    const draft = await aDraft(house, digits, { by: 'ana', unit: at.asses })
    const page = await ana.open(`/em/${at.asses}/documentos/${draft}/postagem`)
    expect(page.status).toBe(409)
    expect(page.text).toContain('Só um documento elaborado aqui, assinado e em vigor é postado.')
    expect(page.document.querySelector('main form')).toBeNull()
    expect(page.document.querySelector(`main a[href$="/documentos/${draft}/assinatura"]`)).not.toBeNull()
    const form = await ana.open(`/em/${at.asses}/documentos/${await signed(digits)}/postagem`)
    form.document.querySelector('form.form')?.setAttribute('action', page.url)
    expect((await ana.send(form, 'form.form', place)).status).toBe(409)
    const { id } = await aLetter(house, digits, { addressee: 'Desistida' })
    await ana.send(await ana.open(`${asked}/${id}`), 'form[action$="/desistencia"]')
    expect(rowOf(await ana.open(asked), 'cartas', 'Desistida')).toContain('Pedido retirado')
    expect(rowOf(await marina.open(expedition), 'fila', 'Desistida')).toBe('')
    expect((await eventsOf(house, caseFileId)).filter((kind) => kind === 'letter-moved')).toHaveLength(2)
    await expect(house.db`update mailroom.letter set addressee = 'Outro' where id = ${id}`).rejects.toThrow(
      /as it was asked/,
    )
  })

  it('R12 is prepared on numbered lists, posted with a right code, delivered, and its AR comes home to the case file and its author', async () => {
    const { digits, id: caseFileId } = await aCaseFile(house, { by: 'ana', unit: at.asses })
    const [first, second] = [
      await aLetter(house, digits, { addressee: 'Primeira' }),
      await aLetter(house, digits, { addressee: 'Segunda' }),
    ]
    const queue = await marina.open(expedition)
    expect((await marina.send(queue, 'form[action$="/listas"]', {})).errors).toEqual([
      'Marque ao menos uma carta que ainda esteja à espera.',
    ])
    const list = await marina.send(queue, 'form[action$="/listas"]', { carta: [first.id, second.id] })
    expect(list.text).toMatch(/Lista de postagem 1\/\d{4} – PROT/)
    const labels = await marina.open(`${list.url}/etiquetas`)
    expect(labels.document.querySelectorAll('.envelope')).toHaveLength(2)
    expect(labels.text).toContain('59600-000 Mossoró/RN')
    const send = (code: string) =>
      marina.send(list, '#postagem form', { [`codigo_${first.id}`]: code, postada_em: daysAgo(3) })
    expect((await send('RR473124828BR')).errors[0]).toContain('dígito verificador')
    const after = await send('rr 473 124 829')
    expect(rowOf(after, 'cartas', 'Primeira')).toMatch(/RR473124829BR.*Postada/)
    expect(rowOf(after, 'cartas', 'Segunda')).toContain('Em preparo')
    const [locked] = await house.db`select lock_cause from documents.document where number = ${first.document}`
    expect(locked?.lock_cause).toContain('postagem pela unidade PROT')
    const letter = `/em/${at.prot}/cartas/${first.id}`
    const move = async (fields: Record<string, string>) =>
      marina.send(await marina.open(letter), '#correio form', fields)
    expect((await move({ situacao: 'delivered' })).errors).toEqual(['Informe o dia da entrega.'])
    expect((await move({ situacao: 'delivered', entregue_em: daysAgo(4) })).errors[0]).toContain(
      'entre o dia da postagem',
    )
    expect((await move({ situacao: 'delivered', entregue_em: daysAgo(1) })).text).toContain('Entregue')
    const returns = await marina.open(`${expedition}/retornos?codigo=RR473124829BR`)
    const untyped = await marina.send(returns, '#retorno form', {}, [pdf])
    expect(untyped.errors).toEqual(['Escolha o tipo do documento e a conferência da imagem.'])
    const back = await marina.send(returns, '#retorno form', { recebedor: 'Maria', ...(await paper()) }, [pdf])
    expect(back.text).toContain('retorno registrado')
    const page = await ana.open(`${asked}/${first.id}`)
    expect(page.text).toContain('AR retornado')
    const receipt = page.document.querySelector(`a[href*="/documentos/"]:not([href$="${first.document}"])`)
    const scan = await ana.open(receipt?.getAttribute('href') ?? '')
    expect(scan.text).toContain('AR RR473124829BR')
    expect(scan.text).toMatch(/Incluído por.*Marina.*Na unidade PROT – .*, para a unidade ASSES/)
    const told = (await ana.open(`/em/${at.asses}/processos/${digits}/historico`)).text
    expect(told).toMatch(/incluído \(ar\.pdf, digitalizado\) pela unidade PROT para a unidade ASSES/)
    const [included] = await house.db`
      select u.acronym from history.event e join organization.unit u on u.id = e.unit_id
       where e.case_file_id = ${caseFileId} and e.kind = 'document-included'`
    expect(included?.acronym).toBe('PROT')
    const deadline = page.document.querySelector('a[href*="/prazos/novo"]')?.getAttribute('href') ?? ''
    expect((await ana.open(deadline)).html).toContain(`value="${daysAgo(1)}"`)
    expect((await eventsOf(house, caseFileId)).slice(-2)).toEqual(['document-included', 'letter-moved'])
    await house.workOff()
    expect((await ana.open(`/em/${at.asses}/avisos`)).text).toMatch(
      /A carta \d+\/\d{4} – ASSES, do processo .* teve o AR devolvido/,
    )
    const again = await marina.send(
      await marina.open(`${expedition}/retornos?codigo=RR473124829BR`),
      '#retorno form',
      {},
    )
    expect(again.errors[0]).toContain('não espera este retorno')
  })

  it('R13 what comes back with a code of nobody goes to the unknown, until somebody says what became of it', async () => {
    const page = await marina.send(await marina.open(`${expedition}/retornos`), '#retorno form', {
      codigo: codeFor(777),
    })
    expect(page.text).toContain('foi para os não identificados')
    expect(rowOf(page, 'nao-identificados', codeFor(777))).toContain('AR')
    const form = page.document.querySelector('#nao-identificados form')
    const field = form?.querySelector('input[name^="providencia_"]')?.getAttribute('name') ?? ''
    const settled = await marina.send(page, '#nao-identificados form', { [field]: 'Era de outro órgão.' })
    expect(rowOf(settled, 'nao-identificados', codeFor(777))).toBe('')
  })

  it('R14 tells who posts nothing of a restricted case file but the envelope, counts it, and takes its AR all the same', async () => {
    const {
      digits,
      number,
      id: caseFileId,
    } = await aCaseFile(house, { by: 'ana', unit: at.asses, level: 'restricted', summary: 'Sindicância' })
    const { id, document } = await aLetter(house, digits, { addressee: 'Reservada' })
    const row = rowOf(await marina.open(expedition), 'fila', 'Reservada')
    expect(row).toContain('(reservado)')
    const listId = await posted(house, id, codeFor(31))
    for (const path of [
      expedition,
      `${expedition}/listas/${listId}`,
      `/em/${at.prot}/cartas/${id}`,
      `${expedition}/fora`,
    ]) {
      const { html } = await marina.open(path)
      for (const word of [number, digits, document, 'Sindicância']) expect(html, path).not.toContain(word)
    }
    const returns = await marina.open(`${expedition}/retornos?codigo=${codeFor(31)}`)
    const back = await marina.send(returns, '#retorno form', { entregue_em: daysAgo(0), ...(await paper()) }, [pdf])
    expect(back.text).toContain('retorno registrado')
    expect(back.html).not.toContain(number)
    const [made] = await house.db`
      select d.level, u.slug from documents.document d join organization.unit u on u.id = d.unit_id
       where d.case_file_id = ${caseFileId} and d.kind = 'uploaded'`
    expect(made).toMatchObject({ slug: at.asses })
    const carla = await house.signIn('carla')
    expect((await carla.open(`/em/${at.cofic}/cartas/${id}`)).status).toBe(404)
  })

  it('R14 is gone for who posts once its case file is confidential, its code like any unknown one', async () => {
    const { digits, id: caseFileId } = await aCaseFile(house, { by: 'ana', unit: at.asses })
    const { id } = await aLetter(house, digits, { addressee: 'Sumida' })
    const listId = await posted(house, id, codeFor(55))
    await house.db`update cases.case_file set level = 'confidential', effective_level = 'confidential',
      legal_basis_id = (select id from classification.legal_basis where level = 'confidential' limit 1) where id = ${caseFileId}`
    expect((await marina.open(`/em/${at.prot}/cartas/${id}`)).status).toBe(404)
    expect((await marina.open(`${expedition}/listas/${listId}`)).html).not.toContain('Sumida')
    const actor = await actorOf(house, 'marina', at.prot)
    const request = {
      trackingCode: codeFor(55),
      what: 'receipt',
      on: daysAgo(0),
      receiver: '',
      reason: '',
      scan: undefined,
    } as const
    expect(await done(takeReturn(house.db, actor, request, house.platform.clock()))).toEqual({ letter: undefined })
  })

  it('R15 lists what is out for more than seven days and AR that are overdue', async () => {
    const { digits } = await aCaseFile(house, { by: 'ana', unit: at.asses })
    const ages = { Oito: 8, Sete: 7, Dezesseis: 16 }
    for (const [addressee, days] of Object.entries(ages)) {
      const { id } = await aLetter(house, digits, { addressee })
      await posted(house, id, codeFor(900 + days), daysAgo(days))
    }
    const page = await marina.open(`${expedition}/fora`)
    expect(rowOf(page, 'postadas', 'Oito')).not.toBe('')
    expect(rowOf(page, 'postadas', 'Sete')).toBe('')
    expect(rowOf(page, 'ar-pendentes', 'Dezesseis')).toContain('AR pendente')
    expect(rowOf(page, 'ar-pendentes', 'Oito')).toBe('')
    expect(rowOf(await ana.open(`${asked}?situacao=ar-pendente`), 'cartas', 'Dezesseis')).not.toBe('')
    const lost = await ana.open(`${asked}?situacao=lost`)
    expect(lost.document.querySelector('#cartas')).toBeNull()
  })
})
