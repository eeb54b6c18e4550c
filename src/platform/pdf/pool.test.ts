import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { openPdfEngine, type PdfEngine, type PdfEngineOptions } from './index.ts'
import { aCaseFile, aDocument, deadlyPdf, doc, log, paragraph, textOf } from './pdf.fixture.ts'

// A temporary folder of its own: other tests make and remove theirs at the same time.
const folder = mkdtempSync(join(tmpdir(), 'carimbo-pool-test-'))
vi.stubEnv('TMPDIR', folder)
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

let engine: PdfEngine | undefined
afterEach(() => engine?.close())
const open = (options: Partial<PdfEngineOptions> = {}): PdfEngine => {
  engine = openPdfEngine({ log, workers: 1, ...options })
  return engine
}
const huge = aDocument({
  content: doc(...Array.from({ length: 20_000 }, (_, at) => paragraph(`Parágrafo ${at} ${'palavra '.repeat(60)}`))),
})

test('a document that takes too long is refused, and the next one is made by a new process', async () => {
  const engine = open({ documentTimeoutMs: 1500 })
  await engine.renderDocument(aDocument())
  const began = performance.now()
  await expect(engine.renderDocument(huge)).rejects.toMatchObject({ name: 'PdfError', kind: 'timeout' })
  expect(performance.now() - began).toBeLessThan(10_000)
  expect(await textOf(await engine.renderDocument(aDocument()))).toContain('Encaminhem-se')
}, 20_000)

test('a process that falls takes only its own job with it', async () => {
  const engine = open()
  const bad = { title: 'X', source: { kind: 'pdf' as const, file: deadlyPdf() } }
  const [whole, ...documents] = await Promise.all([
    engine.renderCase(aCaseFile({ parts: [bad] })),
    ...Array.from({ length: 5 }, () => engine.renderDocument(aDocument())),
  ])
  expect(await textOf(whole)).toContain('está danificado')
  expect(documents).toHaveLength(5)
})

test('beyond the queue it is busy, and says so at once', async () => {
  const engine = open({ mostWaiting: 2 })
  const asked = Array.from({ length: 5 }, () => engine.renderDocument(aDocument()))
  const settled = await Promise.allSettled(asked)
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected', 'rejected'])
  expect(settled[4]).toMatchObject({ reason: { kind: 'busy' } })
})

test('a document does not wait for the case files that are being joined', async () => {
  const engine = open({ workers: 2 })
  const parts = Array.from({ length: 2000 }, (_, at) => ({
    title: `Gravação ${at}`,
    source: { kind: 'omitted' as const, reason: 'audio' as const },
  }))
  const order: string[] = []
  const cases = [1, 2].map(() => engine.renderCase(aCaseFile({ parts })).then(() => order.push('case file')))
  await new Promise((resolve) => setTimeout(resolve, 100))
  await engine.renderDocument(aDocument()).then(() => order.push('document'))
  await Promise.all(cases)
  expect(order).toEqual(['document', 'case file', 'case file'])
})

test('closed, it refuses what waits and what comes, and leaves no file behind', async () => {
  const engine = open()
  const asked = [engine.renderDocument(huge), engine.renderDocument(aDocument())]
  const settled = Promise.allSettled(asked)
  await engine.close()
  for (const outcome of await settled) expect(outcome).toMatchObject({ reason: { kind: 'closed' } })
  await expect(engine.renderDocument(aDocument())).rejects.toMatchObject({ kind: 'closed' })
  await expect(engine.renderCase(aCaseFile())).rejects.toMatchObject({ kind: 'closed' })
  expect(readdirSync(folder)).toEqual([])
})

test('nothing is started before the first job', () => {
  open()
  expect(readdirSync(folder)).toEqual([])
})
