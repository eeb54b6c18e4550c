import { afterAll, beforeAll, expect, it } from 'vitest'
import { aCaseFile, actorOf } from '../../../../test/support/builders-cases.ts'
import { aDraft, textOf, writeText } from '../../../../test/support/builders-documents.ts'
import { signDocument } from '../../../../test/support/builders-signatures.ts'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import { at } from '../../../../test/support/world.ts'
import { doc, p, section } from '../../../rich-text/index.ts'
import { receiveImage } from '../../documents/editing/receive-image.ts'
import { saveVersion } from '../../documents/index.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** A signed text with one image in it. */
async function aSignedPicture() {
  const caseFile = await aCaseFile(house)
  const number = await aDraft(house, caseFile.digits)
  const actor = await actorOf(house, 'marina', at.prot)
  const now = house.platform.clock()
  const pieces = async function* () {
    yield pixel
  }
  const stored = await house.platform.files.put(pieces(), { limitBytes: 10_000 })
  if (!stored.done) throw new Error('the image was not stored')
  const upload = {
    field: 'imagem',
    fileName: 'mapa.png',
    declaredType: 'image/png',
    firstBytes: pixel,
    stored: stored.value,
    problem: undefined,
  }
  const received = await receiveImage(house.db, house.platform.files, actor, { number, upload }, now)
  if (!received || !('src' in received)) throw new Error(`the image was not received: ${JSON.stringify(received)}`)
  const image = { type: 'image', attrs: { src: received.src, alt: 'Mapa', width: 50, align: 'center' } } as const
  const { content, version } = await textOf(house, number)
  const pictured = doc(
    ...content.content.map((one) =>
      one.attrs.locked ? one : section(one.attrs.key, one.attrs.kind, [image, p('Veja o mapa.')]),
    ),
  )
  const saved = await saveVersion(house.db, actor, { number, content: pictured, baseVersion: version }, now)
  if (!saved?.done) throw new Error(`not saved: ${JSON.stringify(saved)}`)
  return { number, crc: await signDocument(house, number), sha256: stored.value.sha256 }
}

it('R11 the images of a text are shown to whoever has both codes, and to nobody else', async () => {
  const { number, crc, sha256 } = await aSignedPicture()
  const citizen = house.visitor()
  const page = await citizen.open(`/autenticidade?codigo=${number}&crc=${crc}`)
  const address = page.document.querySelector('article img')?.getAttribute('src') ?? ''
  const image = await citizen.open(address)
  expect(image.status).toBe(200)
  expect(image.headers['content-type']).toBe('image/png')
  expect(image.bytes.equals(pixel)).toBe(true)
  const wrong = crc === '00000000' ? '11111111' : '00000000'
  expect((await citizen.open(address.replace(crc, wrong))).status).toBe(404)
  expect((await citizen.open(address.replace(sha256, 'ab'.repeat(32)))).status).toBe(404)
  expect((await citizen.open(`/documentos/${number}/imagens/${sha256}`)).status).toBe(404)
  await writeText(house, number, 'Sem mapa.')
  expect((await citizen.open(address)).status).toBe(404)
})
