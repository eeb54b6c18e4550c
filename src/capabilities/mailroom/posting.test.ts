import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCaseFile } from '../../../test/support/builders-cases.ts'
import { typeIdOf } from '../../../test/support/builders-documents.ts'
import { aLetter, codeFor, deliveryRules, posted } from '../../../test/support/builders-letters.ts'
import { rowOf } from '../../../test/support/builders-watchlists.ts'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import type { Person } from '../../../test/support/person.ts'
import { at } from '../../../test/support/world.ts'
import { barCodeSvg } from '../../platform/bar-code/index.ts'
import { todayIn } from '../../platform/calendar/index.ts'

let house: TestHouse
let marina: Person
let ana: Person
beforeAll(async () => {
  house = await openTestHouse()
  ;[marina, ana] = [await house.signIn('marina'), await house.signIn('ana')]
  await deliveryRules(house)
})
afterAll(() => house.close())

const expedition = `/em/${at.prot}/expedicao`
const daysAgo = (days: number) => todayIn(new Date(house.platform.clock().getTime() - days * 86_400_000))

describe('a letter on its way', () => {
  it('R20 carries its code in bars on envelope and AR, once it is kept, and goes to the post as a file', async () => {
    const { digits, number } = await aCaseFile(house, { by: 'ana', unit: at.asses, level: 'restricted' })
    const [one, two] = [
      await aLetter(house, digits, { addressee: '=Barras' }),
      await aLetter(house, digits, { addressee: 'Dois' }),
    ]
    const list = await marina.send(await marina.open(expedition), 'form[action$="/listas"]', {
      carta: [one.id, two.id],
    })
    const keep = async (codes: Record<string, string>) => {
      const page = await marina.open(list.url)
      const button = page.document.querySelector('button[formaction]')?.getAttribute('formaction') ?? ''
      page.document.querySelector('#postagem form')?.setAttribute('action', button)
      return marina.send(page, '#postagem form', codes)
    }
    const [code, other] = [codeFor(4001), codeFor(4002)]
    const [first, second] = [`codigo_${one.id}`, `codigo_${two.id}`]
    expect((await keep({ [first]: 'RR473124828BR' })).errors[0]).toContain('dígito verificador')
    expect((await keep({ [first]: code, [second]: code })).errors[0]).toContain('já está em outra carta')
    const labels = await keep({ [first]: code })
    const [drawn] = [...labels.document.querySelectorAll('.envelope img')].map((img) => img.getAttribute('src') ?? '')
    expect(decodeURIComponent(drawn ?? '')).toBe(`data:image/svg+xml,${barCodeSvg(code, `Código de barras ${code}`)}`)
    expect(labels.document.querySelectorAll('.envelope img')).toHaveLength(2)
    expect((await marina.open(list.url)).html).toContain(`value="${code}"`)
    expect((await keep({ [second]: code })).errors[0]).toContain('já está em outra carta')
    const posted = await marina.send(await marina.open(list.url), '#postagem form', {
      [second]: other,
      postada_em: daysAgo(0),
    })
    expect(rowOf(posted, 'cartas', '=Barras')).toMatch(/Postada/)
    const file = await marina.open(`${list.url}/arquivo`)
    const [header, row] = file.text.replace('\uFEFF', '').split('\r\n')
    expect(header).toBe(
      'Lista;Carta;Código de rastreamento;Serviço;Com AR;Formato;Destinatário;Endereço 1;Endereço 2;Endereço 3;Endereço 4;CEP;Município;UF;Situação',
    )
    expect(row).toContain(
      `${code};Carta registrada;Sim;Envelope ofício;"'=Barras";Rua das Flores, 10;Centro;;;59600-000;Mossoró;RN;Postada`,
    )
    for (const word of [number, digits, one.document]) expect(file.text).not.toContain(word)
  })

  it('R21 whose AR does not come back is charged to the post by a document that tells nothing of what is not public', async () => {
    const open = await aCaseFile(house, { by: 'ana', unit: at.asses })
    const closed = await aCaseFile(house, { by: 'ana', unit: at.asses, level: 'restricted' })
    const [late, hidden, early] = [
      await aLetter(house, open.digits, { addressee: 'Cobrada | *Pública*' }),
      await aLetter(house, closed.digits, { addressee: 'Cobrada Restrita' }),
      await aLetter(house, open.digits, { addressee: 'No prazo' }),
    ]
    await posted(house, late.id, codeFor(5001), daysAgo(18))
    await posted(house, hidden.id, codeFor(5002), daysAgo(30))
    await posted(house, early.id, codeFor(5003), daysAgo(15))
    const page = await marina.open(`${expedition}/cobranca`)
    expect(rowOf(page, 'em-atraso', 'Cobrada | ')).toMatch(/3 dias de atraso.*Nunca/)
    expect(rowOf(page, 'em-atraso', 'No prazo')).toBe('')
    const own = await aCaseFile(house)
    const tipo = await typeIdOf(house, 'Ofício')
    const send = (fields: Record<string, string | string[]>) => marina.send(page, 'main form.form', { tipo, ...fields })
    expect((await send({ carta: [late.id], processo: '12' })).errors).toEqual([
      'Informe o número do processo por inteiro.',
    ])
    expect((await send({ carta: [early.id], processo: own.digits })).errors[0]).toContain('Marque ao menos uma carta')
    const secret = await aCaseFile(house, { by: 'rita', unit: at.rj, level: 'confidential' })
    expect((await send({ carta: [late.id], processo: secret.digits })).errors[0]).toContain('Não há processo')
    const made = await send({ carta: [late.id, hidden.id, early.id], processo: own.digits })
    const number = made.url.split('/').at(-1)?.split('?')[0] ?? ''
    const [text] = await house.db`
      select v.plain_text as text from documents.version v join documents.document d on d.id = v.document_id where d.number = ${number}`
    expect(text?.text).toContain('Cobrada | *Pública*')
    expect(text?.text).toContain(codeFor(5001))
    expect(text?.text).toContain(codeFor(5002))
    expect(text?.text).not.toContain(codeFor(5003))
    for (const word of ['Restrita', closed.number, hidden.document]) expect(text?.text).not.toContain(word)
    expect(rowOf(await marina.open(`${expedition}/cobranca`), 'em-atraso', 'Cobrada Restrita')).not.toContain('Nunca')
    expect((await ana.open(`/em/${at.asses}/processos/${closed.digits}/historico`)).text).toContain(
      'o AR, que não voltou, foi cobrado dos Correios',
    )
    await expect(house.db`delete from mailroom.charge`).rejects.toThrow()
  })
})
