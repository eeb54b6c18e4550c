import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { kindOfExtension } from '../file-kinds/index.ts'
import { openLog } from '../log/index.ts'
import { openTextExtractor } from '../text-extraction/index.ts'
import { pdfWith } from '../text-extraction/samples.test-support.ts'
import { countPages, drawPage, pagePng, paint, pdfOfPictures } from './index.ts'
import { oneOfFew } from './one-of-few.ts'
import { type Picture, readPortablePixmap } from './picture.ts'

const real = await openTextExtractor({ log: openLog('silent') }).tools()
const white = (width: number, height: number, colours: 1 | 3 = 1): Picture => ({
  ...{ width, height, colours, dpi: 50 },
  points: Buffer.alloc(width * height * colours, 255),
})
async function* inTurn(pictures: readonly Picture[]) {
  yield* pictures
}
const bytesOf = async (pictures: readonly Picture[]) => {
  const pieces: Uint8Array[] = []
  for await (const piece of pdfOfPictures(inTurn(pictures))) pieces.push(piece)
  return Buffer.concat(pieces)
}

describe('stripes on a picture', () => {
  it.each([
    ['a part', { left: 20, top: 0, width: 20, height: 50 }, ['..##......', '..##......', '..........', '..........']],
    ['every point it touches', { left: 25, top: 30, width: 1, height: 1 }, ['', '..#.......', '', '']],
    ['not beyond the edge', { left: 90, top: 75, width: 50, height: 50 }, ['', '', '', '.........#']],
  ])('blacken %s', (_, box, rows) => {
    const { points } = paint(white(10, 4), [box])
    const seen = [0, 1, 2, 3].map((row) =>
      [...points.subarray(row * 10, row * 10 + 10)].map((point) => (point === 0 ? '#' : '.')).join(''),
    )
    expect(seen).toEqual(rows.map((row) => row || '..........'))
  })

  it('have their number in white where there is room, and all three colours of a point are black', () => {
    const { points } = paint(white(60, 40, 3), [{ left: 0, top: 0, width: 100, height: 100, label: 12 }])
    const whites = points.filter((point) => point === 255).length
    expect(whites > 0 && whites < points.length / 4).toBe(true)
    const small = paint(white(60, 40, 3), [{ left: 0, top: 0, width: 5, height: 5, label: 12 }])
    expect(small.points.subarray(0, 9).every((point) => point === 0)).toBe(true)
  })

  it('leave the picture that was given as it is', () => {
    const picture = white(4, 4)
    paint(picture, [{ left: 0, top: 0, width: 100, height: 100 }])
    expect(picture.points.every((point) => point === 255)).toBe(true)
  })
})

it('a picture without colour is kept in grey, and one that is cut off is none', () => {
  const file = (points: number[]) => Buffer.concat([Buffer.from('P6\n2 1\n255\n'), Buffer.from(points)])
  expect(readPortablePixmap(file([7, 7, 7, 9, 9, 9]), 72)).toMatchObject({ colours: 1, points: Buffer.from([7, 9]) })
  expect(readPortablePixmap(file([7, 7, 7, 9, 9, 8]), 72)).toMatchObject({ colours: 3, width: 2 })
  expect(readPortablePixmap(file([7, 7, 7, 9, 9]), 72)).toBeUndefined()
})

it('two pages are drawn at once, others wait their turn, and too many are asked to come again', async () => {
  let most = 0
  let now = 0
  const work = async () => {
    now += 1
    most = Math.max(most, now)
    await new Promise((resolve) => setImmediate(resolve))
    now -= 1
    return { done: true as const, value: 1 }
  }
  const ends = await Promise.all(Array.from({ length: 24 }, () => oneOfFew(work)))
  expect([most, ends.filter((end) => end.done).length]).toEqual([2, 22])
  expect((await oneOfFew(work)).done).toBe(true)
})

describe.skipIf(!real.pdftoppm)('a PDF of pictures', () => {
  let folder: string
  const at = (name: string) => join(folder, name)
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'carimbo-figuras-'))
    await writeFile(at('original.pdf'), pdfWith(['Segredo um', 'Aberto dois']))
    await writeFile(at('longo.pdf'), pdfWith(Array.from({ length: 201 }, () => 'x')))
    await writeFile(at('estragado.pdf'), '%PDF-1.4 nada')
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('has the pages of the original in their size, the hidden part black, and not a letter to take out', async () => {
    const drawn = await Promise.all([1, 2].map((page) => drawPage(at('original.pdf'), page, 100)))
    const pictures = drawn.flatMap((one) => (one.done ? [one.value] : []))
    expect(pictures.map(({ width, height, colours }) => [width, height, colours])).toEqual([
      [1250, 278, 1],
      [1250, 278, 1],
    ])
    const [first, second] = pictures as [Picture, Picture]
    const pdf = await bytesOf([paint(first, [{ left: 0, top: 0, width: 100, height: 100 }]), second])
    await writeFile(at('feito.pdf'), pdf)
    expect(pdf.toString('latin1')).not.toMatch(/Segredo|Font|Helvetica|\/Info|\/Metadata/)
    const text = openTextExtractor({ log: openLog('silent') })
    const pdfKind = kindOfExtension('pdf') ?? expect.fail('no PDF')
    expect(await countPages(at('feito.pdf'))).toEqual({ done: true, value: 2 })
    const again = await drawPage(at('feito.pdf'), 1, 100)
    expect(again.done && again.value.points.every((point) => point === 0)).toBe(true)
    const open = await drawPage(at('feito.pdf'), 2, 100)
    const dark = ({ points }: Picture) => points.filter((point) => point < 128).length
    expect(open.done && Math.abs(dark(open.value) - dark(second)) < dark(second) / 10).toBe(true)
    expect(dark(second)).toBeGreaterThan(1000)
    expect((await text.extract(at('feito.pdf'), pdfKind, { limitChars: 1000, timeoutMs: 30_000 })).text).not.toMatch(
      /Segredo/,
    )
  })

  it('draws no file that is too long, damaged or not there, nor a page that is not', async () => {
    expect(await countPages(at('longo.pdf'))).toMatchObject({ refusals: ['too-many-pages'] })
    expect(await countPages(at('estragado.pdf'))).toMatchObject({ refusals: ['unreadable'] })
    expect((await drawPage(at('original.pdf'), 3, 100)).done).toBe(false)
    expect((await pagePng(at('falta.pdf'), 1, 100)).done).toBe(false)
  })
})
