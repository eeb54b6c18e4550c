import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCaseFile } from '../../../test/support/builders-cases.ts'
import { aScan } from '../../../test/support/builders-signatures.ts'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import type { Person } from '../../../test/support/person.ts'
import { at, password } from '../../../test/support/world.ts'
import { wallClockOf } from './day-book/entry.form.ts'

let house: TestHouse
let marina: Person
beforeAll(async () => {
  house = await openTestHouse()
  marina = await house.signIn('marina')
})
afterAll(() => house.close())

describe('the mailroom', () => {
  it('E2E-18 R18 from the daily board to the receipt, the scan, who answers, the slip and its return: the mean days are told', async () => {
    const board = `/em/${at.prot}/quadro-do-dia`
    const threeDaysAgo = new Date(house.platform.clock().getTime() - 3 * 86_400_000)
    const receipt = await marina.send(await marina.open(`${board}/novo`), 'form.form', {
      ...{ remetente: 'José da Silva', categoria: 'taxpayer', especie: 'petition', assunto: 'Pede certidão' },
      recebido_em: wallClockOf(threeDaysAgo),
    })
    expect(receipt.text).toMatch(/Recibo de entrega 1\/\d{4} – PROT/)
    const entry = receipt.url.replace(/\/recibo$/, '')
    const { digits, number } = await aCaseFile(house)
    await aScan(house, digits)
    const move = async (fields: Record<string, string>) =>
      marina.send(await marina.open(entry), '#como-esta form', fields)
    expect((await move({ situacao: 'formalised', processo: number })).text).toContain('Formalizado')
    const form = await marina.open(entry)
    const person = [...form.document.querySelectorAll('select[name="responsavel"] option')].find((one) =>
      one.textContent?.includes('Paulo'),
    )
    await move({ situacao: 'distributed', responsavel: person?.getAttribute('value') ?? '' })
    await move({ situacao: 'answered', nota: 'Certidão emitida.' })
    const slip = await marina.send(await marina.open(`/em/${at.prot}/guias-de-tramitacao/nova`), 'form.form', {
      ...{ destino: 'José da Silva', itens: `${number}; Certidão` },
    })
    await marina.send(slip, '#assinatura form', { recebedor: 'José da Silva' })
    const averages = await marina.open(`/em/${at.prot}/expedicao/medias`)
    expect(averages.document.querySelectorAll('#medias tbody tr')).toHaveLength(1)
    expect(averages.document.querySelector('#medias tbody tr')?.textContent).toMatch(/3,0 de 1.*0,0 de 1/)
    const closed = await marina.send(await marina.open(board), '#fechamento form', { senha: password })
    expect(closed.document.querySelector('#conferencia')?.textContent).toContain('Confere')
    expect(closed.text).toContain('Fechado')
  })
})
