import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCaseFile, eventsOf } from '../../../../test/support/builders-cases.ts'
import { anUpload, documentAddress, rowOf } from '../../../../test/support/builders-documents.ts'
import { forManyAtOnce, openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Page, Person } from '../../../../test/support/person.ts'
import { at } from '../../../../test/support/world.ts'
import { kindOfExtension } from '../../../platform/file-kinds/index.ts'
import { openLog } from '../../../platform/log/index.ts'
import { countPages, drawPage } from '../../../platform/page-pictures/index.ts'
import { openTextExtractor } from '../../../platform/text-extraction/index.ts'
import { pdfWith } from '../../../platform/text-extraction/samples.test-support.ts'

const law = 'Lei nº 12.527/2011, art. 31'
const real = await openTextExtractor({ log: openLog('silent') }).tools()
const whole = { esquerda: '0', alto: '0', largura: '100', altura: '100', fundamento: law, ato: 'tarja' }

describe.skipIf(!real.pdftoppm)('a version with stripes of a PDF', () => {
  let house: TestHouse
  let marina: Person
  let digits: string
  let caseId: string
  let original: string
  let folder: string

  beforeAll(async () => {
    house = await openTestHouse({}, forManyAtOnce)
    marina = await house.signIn('marina')
    ;({ digits, id: caseId } = await aCaseFile(house))
    const content = pdfWith(['Fulano Quixotesco', 'Defiro o pedido']) as unknown as Uint8Array
    original = await anUpload(house, digits, { fileName: 'fulano-quixotesco.pdf', content, level: 'restricted' })
    folder = await mkdtemp(join(tmpdir(), 'carimbo-tarjas-'))
  })
  afterAll(async () => {
    await rm(folder, { recursive: true })
    await house.close()
  })

  const open = (query = '') => marina.open(documentAddress(original, `/tarjas${query}`))
  const lay = async (fields: Record<string, string>, from?: Page) =>
    marina.send(from ?? (await open()), 'form#tarja', { ...whole, ...fields })
  const make = async () => {
    const asked = await marina.send(await open(), 'form#fazer-versao', { resolucao: '100', ato: 'fazer' })
    expect(asked.text).toContain('A versão está sendo feita')
    await house.workOff()
    return open()
  }
  const atPath = async (name: string, bytes: Uint8Array) => {
    await writeFile(join(folder, name), bytes)
    return join(folder, name)
  }

  it('R36 is laid by numbers, without script, and what is wrong stands beside its field', async () => {
    const first = await open()
    expect(first.document.querySelector('img.stripes__page')?.getAttribute('src')).toContain('/tarjas/paginas/1')
    const wrong = await lay({ pagina: '9', largura: '120', altura: '0', fundamento: '' })
    expect(wrong.status).toBe(422)
    expect(wrong.errors).toEqual([
      'Informe uma página, de 1 a 2.',
      'Informe de 0,1 a 100, como 30.',
      'Informe de 0,1 a 100, como 2,5.',
      'Diga o fundamento legal, com 5 a 300 caracteres.',
    ])
    expect(wrong.document.querySelector('input[name="largura"]')?.getAttribute('value')).toBe('120')
    const beyond = await lay({ pagina: '1', esquerda: '80,5', largura: '30', alto: '50', altura: '60' })
    expect(beyond.errors).toEqual(['A tarja passa da borda direita da página.', 'A tarja passa do pé da página.'])
    const kept = await lay({ pagina: '2', esquerda: '1,5', alto: '2', largura: '3', altura: '4' })
    expect(kept.text).toContain('a 1,5% da esquerda e 2% do alto; 3% de largura, 4% de altura')
    const id = kept.document.querySelector('button[name="retirar"]')?.getAttribute('value') ?? ''
    const changing = await open(`?pagina=2&tarja=${id}`)
    expect(changing.document.querySelector('input[name="esquerda"]')?.getAttribute('value')).toBe('1,5')
    const changed = await lay({ ...whole, pagina: '1', tarja: id }, changing)
    expect(changed.text).toContain('a 0% da esquerda e 0% do alto; 100% de largura, 100% de altura')
    const second = await lay({ pagina: '2', esquerda: '1', alto: '2', largura: '3', altura: '4' })
    const gone = second.document.querySelectorAll('button[name="retirar"]')[1]?.getAttribute('value') ?? ''
    const left = await marina.send(second, 'form#lista-de-tarjas', { retirar: gone })
    expect(left.document.querySelectorAll('button[name="retirar"]')).toHaveLength(1)
  })

  it('R36 has nothing left of what is hidden: not as text, not in its bytes, not as points, not in any row', async () => {
    const ready = await make()
    expect(ready.text).toContain('A versão está pronta para conferir')
    const looked = await marina.open(documentAddress(original, '/tarjas/feita'))
    expect(Buffer.from(looked.bytes).toString('latin1')).not.toMatch(/Quixotesco|Font|Fulano/)
    const made = await marina.send(ready, 'form#incluir', { nivel: 'publico' })
    expect(made.errors).toEqual([])
    const number = made.url.split('/').at(-1)?.split('?')[0] ?? ''
    expect(made.text).toContain(`Trechos do documento ${original} foram ocultados neste. Fundamento: ${law}`)
    expect((await marina.open(documentAddress(original))).text).toContain(`tem a versão com tarjas ${number}`)
    await house.workOff()

    const served = await marina.open(documentAddress(number, '/arquivo'))
    expect(Buffer.compare(Buffer.from(served.bytes), Buffer.from(looked.bytes))).toBe(0)
    const path = await atPath('feito.pdf', served.bytes)
    expect(await countPages(path)).toEqual({ done: true, value: 3 })
    const [sheet, hidden, shown] = await Promise.all([1, 2, 3].map((page) => drawPage(path, page, 60)))
    const darkOf = (one: typeof sheet) => (one?.done ? one.value.points.filter((point) => point < 128).length : -1)
    const sizeOf = (one: typeof sheet) => (one?.done ? one.value.points.length : 0)
    expect(darkOf(sheet)).toBeGreaterThan(100)
    // All of it but the number of the stripe.
    expect(darkOf(hidden)).toBeGreaterThan(sizeOf(hidden) * 0.98)
    expect(darkOf(shown) > 100 && darkOf(shown) < sizeOf(shown) / 4).toBe(true)
    const text = openTextExtractor({ log: openLog('silent') })
    const pdf = kindOfExtension('pdf') ?? expect.fail('no PDF')
    const read = await text.extract(path, pdf, { limitChars: 10_000, timeoutMs: 60_000 })
    expect(read.text).not.toMatch(/Quixotesco|Fulano/)
    const rows = await house.db<{ all: string }[]>`
      select concat(to_jsonb(d)::text, (select json_agg(f) from documents.file f where f.document_id = d.id)::text,
                    (select json_agg(f) from documents.extracted_text f where f.document_id = d.id)::text,
                    (select jsonb_agg(e) from history.event e where e.document_id = d.id)::text) as all
        from documents.document d where d.number = ${number}`
    expect(rows[0]?.all).toContain('versao-com-tarjas')
    expect(rows[0]?.all).not.toMatch(/fulano|quixotesco/i)
    expect([(await rowOf(house, number)).level, (await rowOf(house, original)).level]).toEqual(['public', 'restricted'])
    expect(await eventsOf(house, caseId)).toContain('document-redacted')
  })

  it('R36 is included only as it was looked at: a stripe more, or another file, and it is made again', async () => {
    await lay({ pagina: '1' })
    const ready = await make()
    await lay({ pagina: '2' })
    const late = await marina.send(ready, 'form#incluir', { nivel: 'publico' })
    expect(late.status).toBe(422)
    expect(late.text).toContain('As tarjas mudaram depois que a versão foi feita')
    expect((await marina.open(documentAddress(original, '/tarjas/feita'))).status).toBe(404)
    const again = await make()
    await house.db`update documents.striping set sha256 = ${'0'.repeat(64)} where state = 'made'`
    const other = await marina.send(again, 'form#incluir', { nivel: 'publico' })
    expect(other.text).toContain('O arquivo do documento foi substituído')
    expect((await open()).text).toContain('eram de outro arquivo')
    expect((await lay({ pagina: '1' })).document.querySelectorAll('button[name="retirar"]')).toHaveLength(1)
  })

  it('R36 is for who reads the original, each their own stripes, and not where PDFs leave marked alone', async () => {
    const paulo = await house.signIn('paulo')
    expect((await paulo.open(documentAddress(original, '/tarjas'))).text).toContain('Nenhuma tarja ainda')
    expect((await paulo.open(documentAddress(original, '/tarjas/feita'))).status).toBe(404)
    const picture = await paulo.open(documentAddress(original, '/tarjas/paginas/2'))
    expect(Buffer.from(picture.bytes).subarray(1, 4).toString()).toBe('PNG')
    expect((await paulo.open(documentAddress(original, '/tarjas/paginas/3'))).status).toBe(404)
    const ana = await house.signIn('ana')
    for (const part of ['', '/paginas/1', '/feita']) {
      expect((await ana.open(documentAddress(original, `/tarjas${part}`, at.asses))).status).toBe(404)
    }
    const letter = await anUpload(house, digits)
    expect((await marina.open(documentAddress(letter, '/tarjas'))).text).toContain('Só de textos assinados')
  })

  it('R36 of a damaged file says so, and of one that breaks while it is made too', async () => {
    const broken = await anUpload(house, digits, { fileName: 'x.pdf', content: '%PDF-1.4 nada' })
    expect((await marina.open(documentAddress(broken, '/tarjas'))).text).toContain('danificado ou protegido por senha')
    await lay({ pagina: '1' })
    await house.db`update documents.striping s set state = 'waiting', revision = 9, sha256 = f.sha256
      from documents.file f join documents.document d on d.id = f.document_id where d.number = ${broken} and s.state = 'marking'`
    const [row] = await house.db<{ id: string }[]>`select id from documents.striping where revision = 9`
    await house.db`select graphile_worker.add_job('documents.stripes', json_build_object('id', ${row?.id ?? ''}::text, 'revision', 9))`
    await house.workOff()
    const [end] = await house.db`select state, problem, made_sha256 from documents.striping where id = ${row?.id ?? ''}`
    expect(end).toMatchObject({ state: 'failed', problem: 'unreadable', made_sha256: null })
  })
})

describe('without pdftoppm', () => {
  it('R36 the page says so plainly and offers nothing', async () => {
    const text = openTextExtractor({ log: openLog('silent') })
    const tools = { pdftotext: false, pdftoppm: false, tesseract: false, ocrLanguage: undefined }
    const house = await openTestHouse({ text: { ...text, tools: async () => tools } })
    try {
      const { digits } = await aCaseFile(house)
      const content = pdfWith(['Um']) as unknown as Uint8Array
      const number = await anUpload(house, digits, { fileName: 'um.pdf', content })
      const page = await (await house.signIn('marina')).open(documentAddress(number, '/tarjas'))
      expect(page.status).toBe(409)
      expect(page.text).toContain('Esta instalação não tem o programa pdftoppm')
      expect(page.document.querySelector('main form')).toBeNull()
    } finally {
      await house.close()
    }
  })
})
