import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { countingQueries } from '../../../test/support/builders-admin.ts'
import { aCaseFile } from '../../../test/support/builders-cases.ts'
import { aDraft } from '../../../test/support/builders-documents.ts'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import type { Person } from '../../../test/support/person.ts'
import { at } from '../../../test/support/world.ts'

const address = `/em/${at.gs}/impressao`
const title = 'Demissão do servidor Fulano'

let house: TestHouse
let admin: Person
let number: string
beforeAll(async () => {
  house = await openTestHouse()
  house.setClock(new Date('2026-11-20T13:00:00Z'))
  const { digits } = await aCaseFile(house)
  number = await aDraft(house, digits, { text: 'Defiro.' })
  const marina = await house.signIn('marina')
  expect((await marina.open(`/em/${at.prot}/documentos/${number}/pdf`)).status).toBe(200)
  admin = await house.signIn('admin')
}, 120_000)
afterAll(() => house.close())

const send = async (content: string | Uint8Array, name = 'page_log') => {
  const page = await admin.open(address)
  const file = { field: 'registro', name, type: 'text/plain', content }
  return admin.send(page, 'form[action$="/impressao/registros"]', {}, [file])
}
const head = 'data;usuario;impressora;paginas;documento;frente_verso\n'
const rows = async () =>
  house.db<
    { login: string; attribution: string; sheets: number }[]
  >`select login, attribution, sheets from printing.job order by id`

describe('the printing report', () => {
  it('R4 joins prints with documents: by number, by a PDF made just before, or not at all', async () => {
    const page = await send(
      [
        `${head}2026-11-20 10:00;carla;HP01;4;Despacho_${number}.pdf;sim`,
        `2026-11-20 10:03;MARINA;HP01;2;${title};`,
        `2026-11-20 10:30;marina;HP02;10;${title};`,
        '2026-11-20 10:30;carla;HP02;3;Despacho_9999999.pdf;',
        '2026-11-20 10:30;carla;HP02;zero;;',
      ].join('\n'),
    )
    expect(await rows()).toMatchObject([
      { login: 'carla', attribution: 'exact', sheets: 2 },
      { login: 'marina', attribution: 'probable', sheets: 2 },
      { login: 'marina', attribution: 'none', sheets: 10 },
      { login: 'carla', attribution: 'none', sheets: 3 },
    ])
    expect(page.text).toContain('Registro lido: 4 impressões novas, 1 linha recusada.')
    expect(page.text).toContain('Linha 6: o número de páginas não foi entendido.')
    expect(page.text).toContain('19 páginas em 17 folhas, de 2 pessoas: 10 por pessoa.')
    expect(page.text).toContain('21% com certeza, 11% provavelmente; sem documento conhecido, 68%.')
  })

  it('R1 counts the same file once, and the same job in another file once', async () => {
    const again = await send(`${head}2026-11-20 10:30;marina;HP02;10;${title};\n2026-11-21 10:30;marina;HP02;1;x;`)
    expect(again.text).toContain('Registro lido: 1 impressão nova, 1 já conhecida.')
    const before = (await rows()).length
    const twice = await send(`${head}2026-11-20 10:30;marina;HP02;10;${title};\n2026-11-21 10:30;marina;HP02;1;x;`)
    expect([twice.status, twice.errors]).toEqual([422, ['Este registro já foi lido. Nada foi somado de novo.']])
    expect(await rows()).toHaveLength(before)
  })

  it('R5 keeps no title and names no document', async () => {
    const stored = await house.db`select to_jsonb(j) as row from printing.job j`
    expect(JSON.stringify(stored)).not.toContain('Fulano')
    const [page, csv] = [await admin.open(address), await admin.open(`${address}?tabela=impressoras&formato=csv`)]
    for (const text of [page.html, csv.bytes.toString()]) {
      expect(text).not.toContain(number)
      expect(text).not.toContain('Fulano')
    }
    expect(csv.bytes.toString()).toContain('\r\nHP02;3;14;14;0;0;14\r\n')
  })

  it('R6 is for administrators of the agency alone', async () => {
    for (const login of ['ana', 'ivo'] as const) {
      expect((await (await house.signIn(login)).open(address)).status).toBe(404)
    }
  })

  test.each([
    [
      'qualquer coisa',
      'O arquivo não é um registro de impressão conhecido, ou tem mais de 200 mil linhas. Veja os formatos aceitos.',
    ],
    ['', 'Escolha o arquivo do registro.'],
  ])('refuses %j beside the field', async (content, message) => {
    const page = await send(content)
    expect([page.status, page.errors]).toEqual([422, [message]])
  })

  it('reads the code page of Windows', async () => {
    await send(Buffer.from(`${head}2026-11-22 10:00;ana;Saguão;1;Ofício;\n`, 'latin1'), 'log.csv')
    expect((await admin.open(address)).text).toContain('Saguão')
  })

  it('opens with few statements', async () => {
    const count = await countingQueries(house, async () => {
      expect((await admin.open(address)).status).toBe(200)
    })
    expect(count).toBeLessThanOrEqual(11)
  })
})
