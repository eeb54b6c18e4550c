import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCaseFile, actorOf } from '../../../../test/support/builders-cases.ts'
import { aDraft, anUpload } from '../../../../test/support/builders-documents.ts'
import { aPdf, aSound, askForCopy, wordsOf } from '../../../../test/support/builders-output.ts'
import { shownOf } from '../../../../test/support/builders-signatures.ts'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Person } from '../../../../test/support/person.ts'
import { at } from '../../../../test/support/world.ts'
import { bookmarksOf } from '../../../platform/pdf/pdf.fixture.ts'
import { reorderDocuments } from '../../documents/keeping/reorder-documents.ts'
import { signDocuments } from '../../signatures/index.ts'

/** The size of E2E-14: 300 in the measurements, 60 here. */
const count = Number(process.env.CARIMBO_DOCUMENTOS ?? 60)

let house: TestHouse
let marina: Person
beforeAll(async () => {
  house = await openTestHouse()
  marina = await house.signIn('marina')
})
afterAll(() => house.close())

test(`R3 E2E-14: a case file of ${count} documents is copied as a job, with progress, in the order of the tree, and says what it left out`, {
  timeout: 240_000,
}, async () => {
  const { digits } = await aCaseFile(house)
  const numbers: string[] = []
  const drawn: string[] = []
  const pdf = await aPdf(house, 'Anexo.')
  for (let n = 0; n < count; n += 1) {
    if (n % 10 === 9) numbers.push(await anUpload(house, digits, { fileName: 'fala.mp3', content: aSound() }))
    else if (n % 10 === 4) numbers.push(await anUpload(house, digits, { fileName: 'anexo.pdf', content: pdf }))
    else {
      const number = await aDraft(house, digits, { text: `Despacho de ordem ${n}.` })
      numbers.push(number)
      drawn.push(number)
    }
  }
  const actor = await actorOf(house, 'marina', at.prot)
  for (let start = 0; start < drawn.length; start += 50) {
    const documents = await Promise.all(drawn.slice(start, start + 50).map((number) => shownOf(house, number)))
    const signed = await signDocuments(house.db, actor, { documents, capacity: 'Analista' }, house.platform.clock())
    expect(signed.done).toBe(true)
  }
  const last = numbers.at(-2) ?? ''
  await reorderDocuments(house.db, actor, { caseDigits: digits, places: { [last]: 1 } }, house.platform.clock())
  const tree = [last, ...numbers.filter((number) => number !== last)]

  const asked = await askForCopy(marina, at.prot, digits)
  expect(asked.text).toContain('Esperando a vez')
  const seen = new Set<string>()
  const looking = { on: true }
  const look = (async () => {
    while (looking.on) {
      const answer = await marina.open(`${asked.url}/andamento`)
      seen.add(answer.html)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  })()
  const started = performance.now()
  await house.workOff()
  const elapsed = performance.now() - started
  looking.on = false
  await look

  const steps = [...seen].map((text) => JSON.parse(text) as { situacao: string; feitos: number })
  expect(
    steps.filter(({ situacao, feitos }) => situacao === 'working' && feitos > 0 && feitos < count).length,
  ).toBeGreaterThan(1)
  const page = await marina.open(asked.url)
  const sounds = Math.floor(count / 10)
  expect(page.text).toContain(`${count - sounds} documentos; ${sounds} não puderam ser incluídos`)
  const file = await marina.open(`${asked.url}/arquivo`)
  const bookmarks = await bookmarksOf(new Uint8Array(file.bytes))
  const order = bookmarks.flatMap((title) => /\((\d{7,})\)$/.exec(title)?.[1] ?? [])
  const isSound = new Set(numbers.filter((_, n) => n % 10 === 9))
  expect(order).toEqual(tree.filter((number) => !isSound.has(number)))
  expect(await wordsOf(file.bytes)).toContain(`Despacho de ordem ${count - 3}.`)
  if (process.env.CARIMBO_DOCUMENTOS) process.stdout.write(`${Math.round(elapsed)} ms, ${file.bytes.length} bytes\n`)
})
