import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCaseFile } from '../support/builders-cases.ts'
import { aDraft, textOf } from '../support/builders-documents.ts'
import { forManyAtOnce, openTestHouse, type TestHouse } from '../support/house.ts'
import type { Page, Person } from '../support/person.ts'
import { at, password } from '../support/world.ts'

let house: TestHouse
let marina: Person
let paulo: Person
beforeAll(async () => {
  house = await openTestHouse({}, forManyAtOnce)
  ;[marina, paulo] = await Promise.all([house.signIn('marina'), house.signIn('paulo')])
})
afterAll(() => house.close())

const where = (number: string, part: string) => `/em/${at.prot}/documentos/${number}/${part}`

describe('the same form pressed five times at once', () => {
  it('opens one case file, and every answer leads to it', async () => {
    const types = await marina.open(`/em/${at.prot}/processos/novo`)
    const address = [...types.document.querySelectorAll('a')]
      .find((link) => link.textContent?.includes('Pedido de Contribuinte'))
      ?.getAttribute('href')
    const page = await marina.open(address ?? '')
    const send = () => marina.send(page, 'form[action$="/processos/novo"]', { especificacao: 'Cinco vezes' })
    const answers = await Promise.all([send(), send(), send(), send(), send()])
    const later = await send()
    expect(new Set([...answers, later].map(({ url }) => url)).size).toBe(1)
    expect(await house.db`select number from cases.case_file where summary = 'Cinco vezes'`).toHaveLength(1)
  })
})

describe('one document, edited and signed by many at once', () => {
  it('never carries a signature over words that its signer was not shown', async () => {
    const { digits } = await aCaseFile(house)
    let signed = 0
    const answers: Page[] = []
    for (let round = 0; round < 6; round++) {
      const shownText = `Texto mostrado ${round}.`
      const number = await aDraft(house, digits, { text: shownText })
      const [editor, first, second] = await Promise.all([
        marina.open(where(number, 'editor')),
        paulo.open(where(number, 'assinatura')),
        marina.open(where(number, 'assinatura')),
      ])
      expect(first.text).toContain(shownText)
      const sign = (person: Person, page: Page) => person.send(page, 'form[action$="/assinatura"]', { senha: password })
      const save = () => marina.send(editor, 'form[data-editor]', { secao_corpo: `Trocado ${round}.` })
      // The edit falls before the signatures, or after the first of them and beside the second.
      const signing = [sign(paulo, first), sign(marina, second)]
      if (round % 2 === 1) await Promise.race(signing)
      await Promise.all([save(), ...signing]).then((pages) => answers.push(...pages))
      const signatures = await house.db<{ bytes: string; version: number }[]>`
        select convert_from(c.bytes, 'UTF8') as bytes, s.version
          from signatures.signature s join signatures.signed_content c on c.sha256 = s.sha256
          join documents.document d on d.id = s.document_id where d.number = ${number}`
      for (const { bytes, version } of signatures) {
        expect(version).toBe(2)
        expect(bytes).toContain(shownText)
        expect(bytes).not.toContain('Trocado')
      }
      signed += signatures.length
    }
    const changed = answers.filter(({ errors }) =>
      errors.some((error) => error.includes('mudou depois que você abriu')),
    )
    expect(signed).toBeGreaterThan(0)
    expect(changed.length).toBeGreaterThan(0)
    expect(answers.every(({ status }) => status === 200 || status === 422)).toBe(true)
  })

  it('takes one of twenty texts that grew from the same version, and shows it to the nineteen others', async () => {
    const { digits } = await aCaseFile(house)
    const number = await aDraft(house, digits, { text: 'Texto de partida.' })
    const pages = await Promise.all(
      Array.from({ length: 20 }, (_, n) => (n % 2 === 0 ? marina : paulo).open(where(number, 'editor'))),
    )
    const answers = await Promise.all(
      pages.map((page, n) =>
        (n % 2 === 0 ? marina : paulo).send(page, 'form[data-editor]', { secao_corpo: `Versão de ${n}.` }),
      ),
    )
    const saved = answers.filter(({ text }) => text.includes('Versão 3 salva.'))
    expect(saved).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(19)
    const [row] = await house.db<{ versions: number }[]>`
      select count(*)::int as versions from documents.version v join documents.document d on d.id = v.document_id
       where d.number = ${number}`
    expect(row?.versions).toBe(3)
    expect((await textOf(house, number)).version).toBe(3)
  })
})
