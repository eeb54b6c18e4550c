import { afterAll, beforeAll, expect, it } from 'vitest'
import { aCaseFile, confirmPasswordFor, openForCommands } from '../../../../test/support/builders-cases.ts'
import { anUpload, rowOf } from '../../../../test/support/builders-documents.ts'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Person } from '../../../../test/support/person.ts'
import { at, password } from '../../../../test/support/world.ts'
import { openTextExtractor } from '../../../platform/text-extraction/index.ts'
import {
  greyOfPicture,
  pictureHeight,
  pictureWidth,
  printedPicture,
} from '../../../platform/text-extraction/printed-picture.test-support.ts'
import { pdfWithPicture } from '../../../platform/text-extraction/samples.test-support.ts'
import { explainWords } from '../reading/words-of-scan.text.ts'
import { recognizeScans } from './recognize-scans.ts'
import { claimScan, saveTurn } from './scans.queries.ts'

let house: TestHouse
let marina: Person
beforeAll(async () => {
  house = await openTestHouse()
  marina = await house.signIn('marina')
})
afterAll(() => house.close())

const scan = (digits: string, content: Buffer, fileName: string) =>
  anUpload(house, digits, { content: content as never, fileName, level: 'restricted' })
const pageOf = (number: string) => marina.open(`/em/${at.prot}/documentos/${number}`)
const stateOf = async (id: string) => {
  const [row] = await house.db`select text, method, next_page, unread_pages from documents.extracted_text
    where document_id = ${id}`
  return row
}

it('R37 the words of a scan are found by the search, marked as recognized, by who may read it and by nobody else', async () => {
  const { digits } = await aCaseFile(house)
  const pdf = pdfWithPicture(greyOfPicture(), pictureWidth, pictureHeight)
  const number = await scan(digits, pdf, 'digitalizado.pdf')
  const image = await scan(digits, printedPicture, 'certidao.png')
  await house.workOff()
  await house.workOff()
  const found = await marina.open(`/em/${at.prot}/pesquisa?q=${encodeURIComponent('habilitação pavimentação')}`)
  const [result] = [...found.document.querySelectorAll('.result')].filter(({ textContent }) =>
    textContent?.includes(number),
  )
  expect(result?.textContent).toMatch(/Certidão de habilitação.*Texto reconhecido/s)
  expect(found.text).toContain(image)
  const within = await marina.open(`/em/${at.prot}/processos/${digits}/pesquisa?q=pavimentacao`)
  expect(within.text).toMatch(/Licitação: pavimentação.*Texto reconhecido/s)
  expect((await pageOf(number)).text).toContain('Texto reconhecido na imagem, que pode ter erros.')
  const rita = await house.signIn('rita')
  expect((await rita.open(`/em/${at.rj}/pesquisa?q=pavimentacao`)).text).not.toContain(number)
})

it('R37 a damaged image is told on its page, and is not tried for ever', async () => {
  const { digits } = await aCaseFile(house)
  const number = await scan(digits, printedPicture.subarray(0, 500), 'cortada.png')
  await house.workOff()
  expect((await pageOf(number)).text).toContain('Não foi possível reconhecer texto na imagem.')
  expect(await stateOf((await rowOf(house, number)).id)).toMatchObject({ next_page: null, unread_pages: 1, text: '' })
})

it('R37 a scan is read on where its reader died, by one at a time, and words of a turn that was overtaken are dropped', async () => {
  const { digits } = await aCaseFile(house)
  const number = await scan(digits, printedPicture, 'certidao.png')
  const { id } = await rowOf(house, number)
  await house.workOff()
  await house.db`update documents.extracted_text set text = 'primeira', pages = 3, next_page = 2 where document_id = ${id}`
  const [now, later] = [new Date('2026-05-04T12:00:00Z'), new Date('2026-05-04T12:05:00Z')]
  const first = await claimScan(house.db, now, later)
  expect(first).toMatchObject({ documentId: id, nextPage: 2, pages: 3, attempts: 1 })
  expect((await pageOf(number)).text).toContain('Reconhecimento do texto em andamento: 1 de 3 páginas lidas.')
  expect(await claimScan(house.db, now, later)).toBeUndefined()
  const second = (await claimScan(house.db, new Date(later.getTime() + 1), later)) ?? expect.fail('not given back')
  expect(second.attempts).toBe(2)
  await saveTurn(house.db, second, { text: 'segunda', unread: 0, nextPage: 3 }, later)
  await saveTurn(house.db, first ?? expect.fail(), { text: 'segunda', unread: 0, nextPage: 3 }, later)
  expect(await stateOf(id)).toMatchObject({ text: 'primeira\nsegunda', next_page: 3, unread_pages: 0 })
  await house.db`update documents.extracted_text set attempts = 3 where document_id = ${id}`
  await house.workOff()
  expect(await stateOf(id)).toMatchObject({ text: 'primeira\nsegunda', next_page: null, unread_pages: 1 })
})

it('R37 what was included before anything could recognize words is asked again', async () => {
  const { digits } = await aCaseFile(house)
  const { id } = await rowOf(house, await scan(digits, printedPicture, 'antiga.png'))
  await house.workOff()
  await house.db`update documents.extracted_text set next_page = 0, text = '', method = 'none' where document_id = ${id}`
  await house.workOff()
  expect(await stateOf(id)).toMatchObject({ method: 'ocr', next_page: null, text: expect.stringContaining('Certidão') })
})

it('R37 a program that ends leaves the page that it was at, and the next start reads it', async () => {
  const { digits } = await aCaseFile(house)
  const { id } = await rowOf(house, await scan(digits, printedPicture, 'parada.png'))
  await house.workOff()
  await house.db`update documents.extracted_text set next_page = 1, text = '', method = 'none' where document_id = ${id}`
  const text = openTextExtractor({ log: house.platform.log })
  await text.endScans()
  await recognizeScans({ ...house.platform, text })
  expect(await stateOf(id)).toMatchObject({ next_page: 1, unread_pages: 0, text: '' })
  await house.workOff()
  expect(await stateOf(id)).toMatchObject({ next_page: null, unread_pages: 0, method: 'ocr' })
})

it('R37 the words of a restricted scan are told to no other unit: not in results, not in counts, not on its page', async () => {
  const { digits } = await aCaseFile(house, { level: 'restricted' })
  const number = await scan(digits, printedPicture, 'restrita.png')
  await house.workOff()
  expect(await stateOf((await rowOf(house, number)).id)).toMatchObject({ method: 'ocr' })
  expect(await toldTo(marina, at.prot, number)).toEqual({ isFound: true, isOnPage: true })
  for (const [login, unit] of [['carla', at.cofic] as const, ['ana', at.asses] as const, ['rita', at.rj] as const])
    expect(await toldTo(await house.signIn(login), unit, number), login).toEqual({ isFound: false, isOnPage: false })
})

it('R37 the words of a confidential scan are told after the password of its credential, and to nobody else', async () => {
  const { digits, id } = await aCaseFile(house, { level: 'confidential' })
  await openForCommands(house, 'marina', at.prot, id)
  const content = printedPicture as never
  const number = await anUpload(house, digits, { content, fileName: 'sigilosa.png', level: 'confidential' })
  await house.workOff()
  expect(await stateOf((await rowOf(house, number)).id)).toMatchObject({ method: 'ocr' })
  for (const [login, unit] of [['paulo', at.prot] as const, ['carla', at.cofic] as const, ['marina', at.prot] as const])
    expect(await toldTo(await house.signIn(login), unit, number), login).toEqual({ isFound: false, isOnPage: false })
  const holder = await house.signIn('marina')
  await confirmPasswordFor(holder, at.prot, digits, password)
  expect((await toldTo(holder, at.prot, number)).isOnPage).toBe(true)
})

it.each([
  [{ isUnderWay: true, readSoFar: 0 }, 'O arquivo é uma imagem: o reconhecimento do texto aguarda a vez.'],
  [{ pages: 9, unread: 1, isRecognized: false }, 'Não foi possível reconhecer o texto de uma página.'],
  [{ pages: 9, unread: 2 }, /pode ter erros.*Não foi possível reconhecer o texto de 2 páginas\./],
])('the page of a document says how its words are known: %j', (change, told) => {
  const words = { isRecognized: true, isUnderWay: false, pages: 1, readSoFar: 1, unread: 0, ...change }
  expect(explainWords(words)).toMatch(told)
})

async function toldTo(person: Person, unit: string, number: string) {
  const found = await person.open(`/em/${unit}/pesquisa?q=${encodeURIComponent('habilitação pavimentação')}`)
  const page = await person.open(`/em/${unit}/documentos/${number}`)
  return { isFound: found.text.includes(number), isOnPage: page.text.includes('Texto reconhecido') }
}
