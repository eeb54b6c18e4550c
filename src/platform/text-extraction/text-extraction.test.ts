import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { fileKinds, kindOfExtension } from '../file-kinds/index.ts'
import { charsetOf, openTextExtractor } from './index.ts'
import { officeWith, pdfWith } from './samples.test-support.ts'
import { detectTools } from './tools.ts'

const warnings: unknown[] = []
const log = { warn: (...entry: unknown[]) => void warnings.push(entry) }
const kind = (extension: string) => kindOfExtension(extension) ?? expect.fail(extension)
const limits = { limitChars: 100_000, timeoutMs: 20_000 }
const read = (bytes: Uint8Array | string, extension: string, change = {}) =>
  openTextExtractor({ log }).extract(Buffer.from(bytes), kind(extension), { ...limits, ...change })

const folders: string[] = []
afterEach(async () => {
  vi.unstubAllEnvs()
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})

/** A machine with these programs and no others; each is a few lines of shell that stand for the real one. */
async function machineWith(programs: Record<string, string>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'carimbo-tools-'))
  folders.push(folder)
  for (const [name, lines] of Object.entries(programs)) {
    await writeFile(join(folder, name), `#!/bin/sh\n[ "$1" = -v ] && exit 0\n${lines}\n`)
    await chmod(join(folder, name), 0o755)
  }
  vi.stubEnv('PATH', folder)
}

const real = await detectTools()
const ways = [...(real.pdftotext ? ['pdftotext'] : []), 'unpdf'] as const

describe.each(ways)('a PDF, read by %s', (way) => {
  const onMachine = () => (way === 'unpdf' ? machineWith({}) : undefined)

  test('gives its words and the number of its pages', async () => {
    await onMachine()
    const { text, ...rest } = await read(pdfWith(['A\\347\\343o de todos', 'P\\341gina dois', 'fim']), 'pdf')
    expect(text.replace(/\s+/g, ' ')).toBe('Ação de todos Página dois fim')
    expect(rest).toEqual({ method: way, pages: 3, truncated: false, isScan: true })
  })

  test('is cut at the limit, and says so', async () => {
    await onMachine()
    const many = pdfWith(
      Array.from({ length: 60 }, (_, page) => `Esta e a pagina de numero ${page} do processo inteiro`),
    )
    const { text, truncated } = await read(many, 'pdf', { limitChars: 200 })
    expect({ length: text.length, truncated }).toEqual({ length: 200, truncated: true })
  })

  test.each([20, 100, 300, 400])('cut short after %i bytes does no harm', async (length) => {
    await onMachine()
    const { method, truncated } = await read(pdfWith(['texto']).subarray(0, length), 'pdf')
    expect(['none', way]).toContain(method)
    expect(truncated).toBe(false)
  })
})

describe('programs are kept in bounds', () => {
  test('one that never ends is ended in time, with those it started', async () => {
    await machineWith({ pdftotext: 'printf começo; /bin/sleep 30; printf fim' })
    const start = performance.now()
    expect(await read(pdfWith(['x']), 'pdf', { timeoutMs: 700 })).toMatchObject({ text: 'começo', truncated: true })
    expect(performance.now() - start).toBeLessThan(3000)
  })

  test('one that never stops writing is stopped', async () => {
    await machineWith({ pdftotext: 'while :; do echo palavra palavra palavra palavra; done' })
    const { text, truncated } = await read(pdfWith(['x']), 'pdf', { limitChars: 5000 })
    expect({ length: text.length, truncated }).toEqual({ length: 5000, truncated: true })
  })

  test('none learns the secrets of our environment', async () => {
    vi.stubEnv('DATABASE_URL', 'postgres://segredo')
    await machineWith({ pdftotext: '/usr/bin/env; echo palavras que bastam para não ser digitalização' })
    const { text } = await read(pdfWith(['x']), 'pdf')
    expect(text).toContain('OMP_THREAD_LIMIT=1')
    expect(text).not.toContain('segredo')
  })

  test('a name that looks like an option or a command is only a name', async () => {
    await machineWith({ pdftotext: 'for last; do :; done; echo "$# $3 $4"; echo palavras que bastam aqui' })
    const { text } = await openTextExtractor({ log }).extract('-q;$(reboot).pdf', kind('pdf'), limits)
    expect(text).toMatch(/^5 UTF-8 \/.*-q;\$\(reboot\)\.pdf\n/)
  })

  test('a thread that is too slow is ended in time', async () => {
    await machineWith({})
    let exitCode: number | undefined
    process.once('worker', (worker) => worker.once('exit', (code) => (exitCode = code)))
    const folder = await mkdtemp(join(tmpdir(), 'carimbo-long-'))
    folders.push(folder)
    const path = join(folder, 'long.pdf')
    await writeFile(
      path,
      pdfWith(Array.from({ length: 30_000 }, (_, page) => `pagina ${page} de um processo muito longo`)),
    )
    const start = performance.now()
    const reading = openTextExtractor({ log }).extract(path, kind('pdf'), { timeoutMs: 300, limitChars: 1e9 })
    expect(await reading).toMatchObject({ truncated: true })
    expect(performance.now() - start).toBeLessThan(3000)
    await vi.waitFor(() => expect(exitCode).toBeDefined(), 1000)
  })
})

describe('plain texts', () => {
  test.each([
    ['utf-8', Buffer.from('Ação nº 1')],
    ['utf-8', Buffer.from('\uFEFFAção nº 1')],
    ['windows-1252', Buffer.from('A\xe7\xe3o n\xba 1', 'latin1')],
    ['utf-16le', Buffer.from('\uFEFFAção nº 1', 'utf16le')],
    ['utf-16be', Buffer.from('\uFEFFAção nº 1', 'utf16le').swap16()],
  ])('in %s are read with their accents', async (charset, bytes) => {
    expect(charsetOf(bytes)).toBe(charset)
    expect(await read(bytes, 'txt')).toEqual({ text: 'Ação nº 1', method: 'plain', truncated: false, isScan: false })
  })

  test('UTF-8 is known even when its last letter was cut in two', () => {
    expect(charsetOf(Buffer.from('Ação').subarray(0, 4))).toBe('utf-8')
  })

  test('the euro sign and the long dash of Windows are read, too', async () => {
    expect((await read(Buffer.from([0x80, 0x20, 0x97, 0x20, 0xe7]), 'txt')).text).toBe('€ — ç')
  })

  test('of a page only what is read on it counts', async () => {
    const page =
      '<!DOCTYPE html><title>T&iacute;tulo</title><style>p{}</style><script>x("</p>")</script><!-- n --><p>A&ccedil;&atilde;o&nbsp;1&ordm; &lt;b&gt;</p><script>'
    expect((await read(page, 'html')).text.replace(/\s+/g, ' ')).toBe('Título Ação 1º <b>')
  })

  test('are cut at the limit, never in the middle of a letter', async () => {
    expect(await read('😀'.repeat(50), 'txt', { limitChars: 7 })).toEqual({
      text: '😀😀😀\uFFFD',
      method: 'plain',
      truncated: true,
      isScan: false,
    })
    expect(await read('a'.repeat(50), 'csv', { limitChars: 50 })).toMatchObject({ truncated: false })
  })

  test('come without what a database refuses or a reader does not see', async () => {
    expect((await read('a\u0000b\u0007 \u202Ec\u00ADd\r\n\r\n\r\n\r\n e\t\tf\f\ud800', 'txt')).text).toBe(
      'ab cd\n\ne f\n\uFFFD',
    )
  })
})

test('a file that is not there, and a kind without words, give no words and no failure', async () => {
  const extractor = openTextExtractor({ log })
  expect(await extractor.extract('/nowhere/at/all', kind('txt'), limits)).toEqual({
    text: '',
    method: 'none',
    truncated: false,
    isScan: false,
  })
  expect(await extractor.extract('/nowhere/at/all', kind('odt'), limits)).toMatchObject({ method: 'none' })
  expect(await extractor.extract('/nowhere/at/all', kind('mp4'), limits)).toMatchObject({ method: 'none' })
})

test('whatever the bytes and whatever they claim to be, an answer comes that a database accepts', async () => {
  const whole = [
    pdfWith(['palavra']),
    Buffer.from(officeWith({ 'word/document.xml': '<w:p><w:t>palavra</w:t></w:p>' })),
  ]
  const spoiled = fc
    .tuple(fc.constantFrom(...whole), fc.nat(700), fc.nat(255))
    .map(([bytes, at, value]) => Buffer.concat([bytes.subarray(0, at), Buffer.from([value]), bytes.subarray(at + 1)]))
  const claims = fc.constantFrom(...fileKinds.filter((one) => one.extension !== 'mov'))
  const extractor = openTextExtractor({ log })
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 300 }), spoiled), claims, async (bytes, claimed) => {
      const { text, method } = await extractor.extract(bytes, claimed, { limitChars: 50, timeoutMs: 20_000 })
      expect(text.length).toBeLessThanOrEqual(50)
      expect(text).not.toContain('\u0000')
      expect(text.isWellFormed()).toBe(true)
      expect(method === 'none').toBe(text === '')
    }),
    { numRuns: 40 },
  )
}, 60_000)

test('the text of a file never reaches the log', () => {
  expect(warnings.length).toBeGreaterThan(0)
  expect(JSON.stringify(warnings)).not.toMatch(/palavra|Despacho|começo/)
})
