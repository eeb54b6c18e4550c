import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { kindOfExtension } from '../file-kinds/index.ts'
import { openTextExtractor } from './index.ts'
import { after, layOut, type Matrix } from './page-raster.ts'
import { shadesOf } from './pdf-image.ts'
import {
  greyOfPicture,
  pictureHeight,
  pictureWidth,
  printedPicture,
  writtenWords,
} from './printed-picture.test-support.ts'
import { orientationOf } from './recognition-engine.ts'
import { pdfWith, pdfWithPicture } from './samples.test-support.ts'
import { openScanReader } from './scan-reader.ts'

const warnings: unknown[] = []
const kind = (extension: string) => kindOfExtension(extension) ?? expect.fail(extension)
const extractor = () => openTextExtractor({ log: { warn: (...entry: unknown[]) => void warnings.push(entry) } })
let folder: string
const put = async (name: string, content: Uint8Array | string) => {
  await writeFile(join(folder, name), content)
  return join(folder, name)
}
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'carimbo-scans-'))
})
afterEach(() => {
  vi.unstubAllEnvs()
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** A machine with these programs and no others; each is a few lines of shell that stand for the real one. */
async function machineWith(programs: Record<string, string>): Promise<void> {
  const place = await mkdtemp(join(folder, 'tools-'))
  for (const [name, lines] of Object.entries(programs)) {
    await writeFile(join(place, name), `#!/bin/sh\n[ "$1" = -v ] && exit 0\n${lines}\n`)
    await chmod(join(place, name), 0o755)
  }
  vi.stubEnv('PATH', place)
}

async function seen(path: string, extension: string, page = 1) {
  const scan = await extractor().openScan(path, kind(extension))
  try {
    return await scan.readPage(page)
  } finally {
    await scan.close()
  }
}

describe('on a machine without any program, words are recognized with what came with the packages', () => {
  test('in an image, with their accents', async () => {
    await machineWith({})
    expect(await seen(await put('a.png', printedPicture), 'png')).toEqual({ text: writtenWords.join('\n') })
  })

  test('on the page of a scanned PDF, which is known as a scan before', async () => {
    await machineWith({})
    const path = await put('a.pdf', pdfWithPicture(greyOfPicture(), pictureWidth, pictureHeight))
    expect(await extractor().extract(path, kind('pdf'), { limitChars: 1000, timeoutMs: 20_000 })).toEqual({
      ...{ text: '', method: 'none', pages: 1, truncated: false, isScan: true },
    })
    const { text } = (await seen(path, 'pdf')) as { text: string }
    for (const words of writtenWords) expect(text).toContain(words)
  })

  test.each([
    ['is cut short', printedPicture.subarray(0, 500), 'png'],
    ['is no image', Buffer.from('nada que se veja, e mais algumas letras'), 'png'],
    ['declares more points than anybody unpacks', huge(), 'png'],
    ['is a damaged PDF', Buffer.from('%PDF-1.4 nada'), 'pdf'],
  ])('a file that %s is told, and nothing falls', async (_, content, extension) => {
    await machineWith({})
    expect(await seen(await put(`mau.${extension}`, content), extension)).toEqual({ trouble: expect.any(String) })
  })

  test('a page without pictures and an image of a point have no words, and wake no engine', async () => {
    await machineWith({})
    expect(await seen(await put('vazio.pdf', pdfWith([''])), 'pdf')).toEqual({ text: '' })
    expect(await seen(await put('ponto.png', tiny()), 'png')).toEqual({ text: '' })
  })

  test('a page that takes too long is given up, and the next is read by another thread', async () => {
    const none = { pdftotext: false, pdftoppm: false, tesseract: false, ocrLanguage: undefined }
    const path = await put('b.png', printedPicture)
    const hasty = openScanReader(path, kind('png'), none, { patienceMs: 0 })
    expect(await hasty.readPage(1)).toEqual({ trouble: 'too long' })
    await hasty.close()
    const patient = openScanReader(path, kind('png'), none)
    expect([await patient.readPage(1), await patient.readPage(1)]).toEqual([
      { text: expect.stringContaining('habilitação') },
      { text: expect.stringContaining('habilitação') },
    ])
    await patient.close()
  })
})

describe('a program that ends', () => {
  test.each([
    ['by the thread', {}],
    ['by tesseract', { tesseract: 'case "$1" in --list-langs) echo "List:"; echo por;; *) exec /bin/sleep 50;; esac' }],
    ['by poppler', { pdftoppm: 'exec /bin/sleep 50' }],
  ])('does not wait for a page that is being read %s, and knows nothing of it', async (_how, programs) => {
    await machineWith(programs)
    const path = await put('longa.pdf', pdfWithPicture(greyOfPicture(), pictureWidth, pictureHeight))
    const image = await put('longa.png', printedPicture)
    const text = extractor()
    const ofPdf = 'pdftoppm' in programs
    const scan = await text.openScan(ofPdf ? path : image, kind(ofPdf ? 'pdf' : 'png'))
    const underWay = scan.readPage(1)
    await text.endScans()
    expect([await underWay, await scan.readPage(2)]).toEqual([{ isStopped: true }, { isStopped: true }])
    await scan.close()
  })
})

describe('on a machine with tesseract', () => {
  const tesseract =
    'case "$1" in --list-langs) echo "List:"; echo por;; *) echo "visto em $(/bin/cat "$1") por $4";; esac'
  const pdftoppm = 'for last; do :; done; echo "pagina $2" > "$last.pgm"'

  test('it is the one that reads, page by page as poppler draws them', async () => {
    await machineWith({ tesseract, pdftoppm })
    const path = await put('c.pdf', pdfWith(['', '']))
    expect(await seen(path, 'pdf', 2)).toEqual({ text: 'visto em pagina 2 por por' })
  })

  test('what only calls itself an image never reaches it: it would be taken for a list of files', async () => {
    await machineWith({ tesseract })
    const limits = { limitChars: 1000, timeoutMs: 20_000 }
    const isScan = async (content: string) =>
      (await extractor().extract(Buffer.from(content, 'latin1'), kind('gif'), limits)).isScan
    expect([await isScan('/etc/hostname\n'), await isScan('GIF89a\x00\x01\x00\x01\x00\x00\x00')]).toEqual([false, true])
  })
})

describe('a page is laid out of its pictures', () => {
  const shown = (points: Uint8Array, width: number) =>
    Array.from({ length: points.length / width }, (_, row) =>
      [...points.subarray(row * width, (row + 1) * width)].map((shade) => (shade < 128 ? '#' : '.')).join(''),
    )
  // An L: the left column and the lowest row are black.
  const greyAt = (column: number, row: number) => (column === 0 || row === 3 ? 0 : 255)
  const cases: [string, Matrix, string[]][] = [
    ['upright', [4, 0, 0, -4, 0, 4], ['#...', '#...', '#...', '####']],
    ['upside down', [-4, 0, 0, 4, 4, 0], ['####', '...#', '...#', '...#']],
    ['turned to the right', [0, 4, 4, 0, 0, 0], ['####', '#...', '#...', '#...']],
  ]
  test.each(cases)('%s', (_, place, rows) => {
    expect(shown(layOut(4, 4, [{ width: 4, height: 4, greyAt, place }]).points, 4)).toEqual(rows)
  })

  test('strips come together, and a matrix in another is one', () => {
    const black = { width: 1, height: 1, greyAt: () => 0 }
    const half = after([4, 0, 0, 4, 0, 0], [1, 0, 0, 0.5, 0, 0.5])
    expect(shown(layOut(4, 4, [{ ...black, place: half }]).points, 4)).toEqual(['....', '....', '####', '####'])
    expect(layOut(4, 4, [{ ...black, place: [0, 0, 0, 0, 0, 0] }]).points.every((shade) => shade === 255)).toBe(true)
  })

  test('of bits, of bytes and of colours, and of none that are not all there', () => {
    const of = (data: number[], change = {}, isMask = false) =>
      shadesOf({ width: 2, height: 1, data: Uint8Array.from(data), ...change }, isMask)
    const pair = (shades: ReturnType<typeof of>) => [shades?.(0, 0), shades?.(1, 0)]
    expect(pair(of([0b01000000], { kind: 1 }))).toEqual([0, 255])
    expect(pair(of([0b01000000], {}, true))).toEqual([0, 255])
    expect(pair(of([0b01000000], { inverseDecode: true }, true))).toEqual([255, 0])
    expect(pair(of([7, 9]))).toEqual([7, 9])
    expect(pair(of([255, 255, 255, 0, 0, 0]))).toEqual([255, 0])
    expect([of([1, 2, 3]), of([])]).toEqual([undefined, undefined])
  })
})

test('a photograph that was taken with the camera on its side is turned', () => {
  const exif = Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 34]),
    Buffer.from('Exif\0\0MM\0*\0\0\0\x08', 'latin1'),
    Buffer.from([0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0]),
  ])
  expect([orientationOf(exif), orientationOf(printedPicture), orientationOf(exif.subarray(0, 20))]).toEqual([6, 1, 1])
})

test('what was recognized never reaches the log', () => {
  expect(warnings.length).toBeGreaterThan(0)
  expect(JSON.stringify(warnings)).not.toMatch(/Certidão|Licitação/)
})

/** A head that says a million by a million. */
function huge(): Buffer {
  const file = Buffer.from(printedPicture)
  file.writeUInt32BE(1_000_000, 16)
  file.writeUInt32BE(1_000_000, 20)
  return file
}

function tiny(): Buffer {
  const file = Buffer.from(printedPicture)
  file.writeUInt32BE(1, 16)
  return file
}
