import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCaseFile, alsoOpenIn, eventsOf, formOf } from '../../../../test/support/builders-cases.ts'
import { aDraft, documentAddress } from '../../../../test/support/builders-documents.ts'
import { signDocument } from '../../../../test/support/builders-signatures.ts'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Person } from '../../../../test/support/person.ts'
import { at } from '../../../../test/support/world.ts'
import { kindOfExtension } from '../../../platform/file-kinds/index.ts'

const law = 'Lei nº 12.527/2011, art. 31'

describe('a version with stripes', () => {
  let house: TestHouse
  let marina: Person
  let digits: string
  let caseId: string
  let original: string

  beforeAll(async () => {
    house = await openTestHouse()
    marina = await house.signIn('marina')
    const made = await aCaseFile(house)
    digits = made.digits
    caseId = made.id
    original = await aDraft(house, digits, {
      text: 'O contribuinte Fulano Xavier pediu prazo.\n\nReside na rua Quixotesca, 10.\n\nDefiro o pedido.',
      treeName: 'de Fulano Xavier',
      description: 'Pedido de Fulano Xavier',
    })
    await signDocument(house, original)
  })
  afterAll(() => house.close())

  const page = () => marina.open(documentAddress(original, '/tarjas'))
  const placeOf = (html: Awaited<ReturnType<typeof page>>, words: string) =>
    [...html.document.querySelectorAll('input[name="trecho"]')]
      .find((box) => box.closest('.choice')?.textContent?.includes(words))
      ?.getAttribute('value') ?? ''

  it('R32 holds nothing of what was hidden: not on pages, in rows, in the search or in the PDF; both are linked', async () => {
    const form = await page()
    const choice = { palavras: 'fulano xavier', trecho: placeOf(form, 'Quixotesca'), fundamento: law }
    const preview = await marina.send(form, formOf('tarjas'), { ...choice, ato: 'ver' })
    expect(preview.document.querySelector('.document-sheet')?.textContent).toMatch(/O contribuinte █{12} pediu prazo/)
    const made = await marina.send(preview, formOf('tarjas'), { ...choice, ato: 'criar' })
    expect(made.errors).toEqual([])
    const sheet = made.document.querySelector('.document-sheet')?.textContent
    expect(sheet).toContain('Defiro o pedido.')
    expect(sheet).toContain(`Versão com trechos ocultados do documento Despacho (${original}). Fundamento: ${law}`)
    const number = made.url.split('/').at(-1)?.split('?')[0] ?? ''
    expect(made.text).toContain(`Trechos do documento ${original} foram ocultados neste`)
    expect((await marina.open(documentAddress(original))).text).toContain(`tem a versão com tarjas ${number}`)
    await signDocument(house, number)
    await house.workOff()
    const rows = await house.db<{ all: string }[]>`
      select concat(to_jsonb(d)::text, (select json_agg(v) from documents.version v where v.document_id = d.id)::text,
                    (select jsonb_agg(r) from documents.redaction r where r.document_id = d.id)::text,
                    (select jsonb_agg(e) from history.event e where e.document_id = d.id)::text) as all
        from documents.document d where d.number = ${number}`
    expect(rows[0]?.all).toContain('Defiro')
    expect(rows[0]?.all).not.toMatch(/fulano|xavier|quixotesca/i)
    const found = await marina.open(`/em/${at.prot}/pesquisa?q=Quixotesca`)
    // The one hit is opened at once: it is the original.
    expect(found.url).toContain(`/documentos/${original}`)
    const pdf = await marina.open(documentAddress(number, '/pdf'))
    expect(pdf.status).toBe(200)
    const path = join(await mkdtemp(join(tmpdir(), 'carimbo-tarjas-')), 'tarjas.pdf')
    await writeFile(path, pdf.bytes)
    const kind = kindOfExtension('pdf') ?? expect.fail('no PDF')
    const read = await house.platform.text.extract(path, kind, { limitChars: 100_000, timeoutMs: 20_000 })
    await rm(dirname(path), { recursive: true })
    expect(read.text).toContain('Defiro')
    expect(read.text).not.toMatch(/fulano|xavier|quixotesca/i)
    expect(await eventsOf(house, caseId)).toContain('document-redacted')
  })

  it('R32 is not made of what is unsigned, nor without law, nor where a word is not in the text', async () => {
    const draft = await aDraft(house, digits, { text: 'Rascunho.' })
    expect((await marina.open(documentAddress(draft, '/tarjas'))).text).toContain('ainda não foi assinado')
    const wrong = await marina.send(await page(), formOf('tarjas'), {
      palavras: 'Beltrano',
      fundamento: '',
      ato: 'criar',
    })
    expect(wrong.errors).toEqual([
      'Não está no texto, como palavra inteira: Beltrano. Confira como está escrito.',
      'Diga o fundamento legal, com 5 a 300 caracteres.',
    ])
    expect(wrong.document.querySelector('textarea[name="palavras"]')?.textContent).toContain('Beltrano')
    const nothing = await marina.send(await page(), formOf('tarjas'), { fundamento: law, ato: 'criar' })
    expect(nothing.errors[0]).toContain('Marque ao menos um trecho')
    const stale = await marina.send(await page(), formOf('tarjas'), {
      palavras: 'pedido',
      fundamento: law,
      versao: '1',
      ato: 'criar',
    })
    expect(stale.errors[0]).toContain('O texto do documento mudou')
  })

  it('R32 is made by another unit that reads the original, and by nobody else', async () => {
    await alsoOpenIn(house, caseId, at.asses)
    const ana = await house.signIn('ana')
    const form = await ana.open(documentAddress(original, '/tarjas', at.asses))
    const made = await ana.send(form, formOf('tarjas'), { palavras: 'prazo', fundamento: law, ato: 'criar' })
    expect(made.errors).toEqual([])
    const secret = await aCaseFile(house, { level: 'restricted' })
    const hidden = await aDraft(house, secret.digits, { text: 'Sigilo.', level: 'restricted' })
    await signDocument(house, hidden)
    expect((await ana.open(documentAddress(hidden, '/tarjas', at.asses))).status).toBe(404)
  })
})
