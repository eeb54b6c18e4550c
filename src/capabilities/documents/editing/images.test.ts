import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCaseFile, actorOf } from '../../../../test/support/builders-cases.ts'
import {
  aDraft,
  anOpenedEditor,
  documentAddress,
  sendByScript,
  signAsDocumentsKnow,
  textOf,
} from '../../../../test/support/builders-documents.ts'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Person } from '../../../../test/support/person.ts'
import { at } from '../../../../test/support/world.ts'
import { doc, p, section } from '../../../rich-text/index.ts'
import { saveVersion } from './save-version.ts'

let house: TestHouse
let marina: Person
beforeAll(async () => {
  house = await openTestHouse()
  marina = await house.signIn('marina')
})
afterAll(() => house.close())

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** An image that no other test has sent: what is equal is one file. */
let images = 0
const anImage = () => Buffer.concat([pixel, Buffer.from(`${++images}`)])

describe('images in a text', () => {
  async function withImage() {
    const made = await anOpenedEditor(house, marina)
    const png = anImage()
    const file = { field: 'arquivo', name: 'mapa.png', type: 'image/png', content: png }
    const { body } = await sendByScript(house, marina, documentAddress(made.number, '/imagem'), made.csrf, file)
    const src = body.src ?? ''
    const image = { type: 'image', attrs: { src, alt: 'Mapa', width: 50, align: 'center' } } as const
    const content = doc(
      ...made.content.content.map((one) =>
        one.attrs.kind === 'body' ? section('corpo', 'body', [p('Veja:'), image]) : one,
      ),
    )
    return { ...made, content, png, sha256: src.split('/').at(-1) ?? '' }
  }

  it('R13 are shown only with the document, to who may read it', async () => {
    const { number, csrf, content, png, sha256 } = await withImage()
    expect(
      (await marina.exchange('POST', documentAddress(number, '/versao'), { content, baseVersion: 1 }, csrf)).status,
    ).toBe(200)
    const shown = await marina.open(documentAddress(number, `/imagens/${sha256}`))
    expect(shown.bytes.equals(png)).toBe(true)
    expect(shown.headers['content-security-policy']).toContain('sandbox')
    expect((await marina.open(`/arquivos/${sha256}`)).status).toBe(200)
    const ana = await house.signIn('ana')
    expect((await ana.open(documentAddress(number, `/imagens/${sha256}`, at.asses))).status).toBe(404)
    expect((await ana.open(`/arquivos/${sha256}`)).status).toBe(404)
    expect((await house.visitor().open(`/arquivos/${sha256}`)).status).toBe(404)
    await signAsDocumentsKnow(house, number)
    expect((await ana.open(documentAddress(number, `/imagens/${sha256}`, at.asses))).status).toBe(200)
    expect((await ana.open(`/arquivos/${sha256}`)).status).toBe(200)
  })

  it('R13 of another document come along when it may be read, and are refused when it may not', async () => {
    const { content } = await withImage()
    const mine = await anOpenedEditor(house, marina)
    const body = content.content.find(({ attrs }) => attrs.kind === 'body')
    const next = doc(...mine.content.content.map((one) => (one.attrs.kind === 'body' && body ? body : one)))
    const copied = await marina.exchange(
      'POST',
      documentAddress(mine.number, '/versao'),
      { content: next, baseVersion: 1 },
      mine.csrf,
    )
    expect(copied.status).toBe(200)
    const { digits } = await aCaseFile(house, { by: 'carla', unit: at.cofic })
    const number = await aDraft(house, digits, { by: 'carla', unit: at.cofic })
    const carla = await actorOf(house, 'carla', at.cofic)
    const theirs = (await textOf(house, number)).content
    const stolen = doc(...theirs.content.map((one) => (one.attrs.kind === 'body' && body ? body : one)))
    const outcome = await saveVersion(house.db, carla, { number, content: stolen, baseVersion: 1 }, new Date())
    expect(outcome).toMatchObject({ done: false, refusals: [{ kind: 'unknown-image' }] })
  })

  it.each([
    ['a text that says it is an image', 'foto.png', 'isto não é imagem'],
    ['a kind that is no image', 'foto.pdf', '%PDF-1.4\n%%EOF'],
    ['an image that can act', 'foto.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'],
  ])('are not %s', async (_name, name, content) => {
    const { number, csrf } = await anOpenedEditor(house, marina)
    const file = { field: 'arquivo', name, content }
    const reply = await sendByScript(house, marina, documentAddress(number, '/imagem'), csrf, file)
    expect(reply.status).toBe(422)
    expect(reply.body.message).toMatch(/\.$/)
  })
})
