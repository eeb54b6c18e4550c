import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCaseFile, formOf } from '../../../test/support/builders-cases.ts'
import { aDraft, anUpload, rowOf, writeText } from '../../../test/support/builders-documents.ts'
import { aScan, certifyOnPage, signDocument, signOnPage } from '../../../test/support/builders-signatures.ts'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import type { Person } from '../../../test/support/person.ts'
import { at } from '../../../test/support/world.ts'

let house: TestHouse
let marina: Person
let ana: Person
beforeAll(async () => {
  house = await openTestHouse()
  marina = await house.signIn('marina')
  ana = await house.signIn('ana')
})
afterAll(() => house.close())

const ofDocument = (number: string, part = '', unit: string = at.prot) => `/em/${unit}/documentos/${number}${part}`
const unitId = async (slug: string) => {
  const [row] = await house.db<{ id: string }[]>`select id from organization.unit where slug = ${slug}`
  return row?.id ?? ''
}
const sendTo = async (digits: string, slug: string) =>
  marina.send(await marina.open(`/em/${at.prot}/envio?processo=${digits}`), formOf('envio'), {
    destinos: [await unitId(slug)],
    manter: 'sim',
  })

describe('scenarios of the core', () => {
  it('E2E-05 signed, changed, signed again, sent: then no more change, but a cancellation that everybody sees', async () => {
    const { digits } = await aCaseFile(house)
    const number = await aDraft(house, digits, { text: 'Defiro.' })
    expect((await signOnPage(marina, at.prot, number)).errors).toEqual([])
    expect(await rowOf(house, number)).toMatchObject({ signature_count: 1, locked_at: null })
    await writeText(house, number, 'Defiro em parte.')
    expect((await rowOf(house, number)).signature_count).toBe(0)
    const signed = await signOnPage(marina, at.prot, number)
    expect(signed.text).toContain('sem efeito')
    const crc = (
      await house.db`select s.crc from signatures.signature s join documents.document d on d.id = s.document_id
      where d.number = ${number} order by s.id desc limit 1`
    )[0]?.crc
    await sendTo(digits, at.asses)
    expect((await rowOf(house, number)).lock_cause).toContain('ASSES')
    const editor = await marina.open(ofDocument(number, '/editor'))
    expect(editor.status).toBe(409)
    const cancel = await marina.open(ofDocument(number, '/cancelamento'))
    await marina.send(cancel, formOf('cancelamento'), { motivo: 'Valor errado' })
    const elsewhere = await ana.open(ofDocument(number, '', at.asses))
    expect(elsewhere.text).toContain('Documento cancelado')
    expect(elsewhere.text).toContain('Valor errado')
    expect(elsewhere.html).not.toContain('Defiro em parte')
    const verified = await house.visitor().open(`/autenticidade?codigo=${number}&crc=${crc}`)
    expect(verified.text).toContain('Documento cancelado')
  })

  it('E2E-06 a restricted case file is found by its exact number: tree and history, and no content by any path', async () => {
    const { digits, number } = await aCaseFile(house, { level: 'restricted', summary: 'Sindicância reservada' })
    const text = await aDraft(house, digits, { text: 'Palavrareservada do relatório.' })
    await signDocument(house, text)
    const file = await anUpload(house, digits, { content: 'Palavrareservada do anexo.' })
    await house.workOff()
    const found = await ana.open(`/em/${at.asses}/pesquisa?q=${encodeURIComponent(number)}`)
    expect(found.url).toContain(`/processos/${digits}`)
    expect(found.text).toContain('Processo restrito')
    expect(found.document.querySelector('#arvore')?.textContent).toContain(text)
    expect((await ana.open(`/em/${at.asses}/processos/${digits}/historico`)).text).toContain('Assinatura de')
    const paths = ['', '/pdf', '/arquivo', '/conteudo'].flatMap((part) =>
      [text, file].map((one) => ofDocument(one, part, at.asses)),
    )
    const words = [
      `/em/${at.asses}/pesquisa?q=palavrareservada`,
      `/em/${at.asses}/processos/${digits}/pesquisa?q=palavrareservada`,
    ]
    for (const path of [...paths, ...words]) {
      const page = await ana.open(path)
      expect(
        page.html
          .toLowerCase()
          .replaceAll('q=palavrareservada', '')
          .replace(/value="palavrareservada"/g, ''),
        path,
      ).not.toContain('palavrareservada')
    }
    expect((await ana.open(ofDocument(text, '', at.asses))).text).toContain('Conteúdo não disponível nesta unidade')
  })

  it('E2E-11 a scan is certified in the mailroom, yellow, and black once another unit opens it; elsewhere it is refused', async () => {
    const { digits } = await aCaseFile(house)
    const scan = await aScan(house, digits)
    expect((await certifyOnPage(marina, at.prot, scan)).errors).toEqual([])
    expect(await rowOf(house, scan)).toMatchObject({ signature_count: 1, locked_at: null })
    await ana.open(ofDocument(scan, '', at.asses))
    expect((await rowOf(house, scan)).lock_cause).toContain('ASSES')
    const theirs = await aCaseFile(house, { by: 'ana', unit: at.asses })
    const other = await aScan(house, theirs.digits, { by: 'ana', unit: at.asses })
    const refused = await ana.open(ofDocument(other, '/autenticacao', at.asses))
    expect(refused.text).toContain('protocolo')
    expect(refused.document.querySelector(formOf('autenticacao'))).toBeNull()
  })
})
