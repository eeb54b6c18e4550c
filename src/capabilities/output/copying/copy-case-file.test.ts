import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCaseFile, actorOf, eventsOf } from '../../../../test/support/builders-cases.ts'
import { aDraft, anUpload } from '../../../../test/support/builders-documents.ts'
import { aPdf, aSound, askForCopy, copyOf, openZip, wordsOf } from '../../../../test/support/builders-output.ts'
import { signDocument } from '../../../../test/support/builders-signatures.ts'
import { forManyAtOnce, openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Person } from '../../../../test/support/person.ts'
import { at } from '../../../../test/support/world.ts'
import { aPicture, bookmarksOf, pagesOf } from '../../../platform/pdf/pdf.fixture.ts'
import { sha256Hex } from '../../../platform/sha256.ts'
import { reorderDocuments } from '../../documents/keeping/reorder-documents.ts'
import { sendCaseFile } from '../../routing/index.ts'

let house: TestHouse
let marina: Person
let ana: Person

/** A case file that went from PROT to ASSES and was kept open: every kind of part in one tree. */
let told: { digits: string; number: string; id: string }
let parts: Record<'despacho' | 'nota' | 'foto' | 'fala' | 'planilha' | 'minuta', string>

beforeAll(async () => {
  house = await openTestHouse({}, forManyAtOnce)
  marina = await house.signIn('marina')
  ana = await house.signIn('ana')
  told = await aCaseFile(house, { summary: 'Restituição de tributo pago em dobro' })
  const despacho = await aDraft(house, told.digits, { text: 'Palavra-do-despacho.' })
  await signDocument(house, despacho)
  const nota = await anUpload(house, told.digits, {
    fileName: 'nota.pdf',
    content: await aPdf(house, 'Palavra-da-nota.'),
  })
  const foto = await anUpload(house, told.digits, { fileName: 'foto.png', content: aPicture.bytes })
  const fala = await anUpload(house, told.digits, { fileName: 'fala.mp3', content: aSound() })
  const planilha = await anUpload(house, told.digits, { fileName: 'valores.csv', content: 'mês;valor\njan;10\n' })
  const minuta = await aDraft(house, told.digits, { text: 'Palavra-da-minuta.', treeName: 'Nome-secreto' })
  parts = { despacho, nota, foto, fala, planilha, minuta }
  const actor = await actorOf(house, 'marina', at.prot)
  const asses = await actorOf(house, 'ana', at.asses)
  await sendCaseFile(
    house.db,
    actor,
    { caseNumber: told.digits, to: [asses.unitId], keepOpen: true },
    house.platform.clock(),
  )
}, 60_000)
afterAll(() => house.close())

describe('the page on which a copy is asked for', () => {
  test('offers everything that may be read, ticked, and says what cannot become pages', async () => {
    const page = await marina.open(`/em/${at.prot}/processos/${told.digits}/exportacao`)
    const boxes = [...page.document.querySelectorAll('input[name="documentos"]')]
    expect(boxes.map((box) => box.getAttribute('value'))).toEqual(Object.values(parts))
    expect(boxes.every((box) => box.hasAttribute('checked'))).toBe(true)
    expect(page.text).toContain('É um arquivo de áudio.')
    expect(page.text).toContain('Sim, como minuta')
    expect(page.text).toMatch(/Cerca de [\d,]+ KB/)
  })

  test('R2 names of a draft of another unit its type and number, and not a word more', async () => {
    const page = await ana.open(`/em/${at.asses}/processos/${told.digits}/exportacao`)
    expect(page.text).toContain(`Despacho (${parts.minuta}): É minuta de outra unidade.`)
    expect(page.html).not.toContain('Nome-secreto')
    expect(page.document.querySelector(`input[value="${parts.minuta}"]`)).toBeNull()
  })

  test('asks for at least one document, and keeps what was typed', async () => {
    const page = await marina.open(`/em/${at.prot}/processos/${told.digits}/exportacao`)
    const none = await marina.send(page, 'form[action$="/exportacao"]', { formato: 'zip', documentos: [] })
    expect(none.status).toBe(422)
    expect(none.errors).toEqual(['Escolha ao menos um documento.'])
    expect(none.document.querySelector('input[value="zip"]')?.hasAttribute('checked')).toBe(true)
    const sound = await marina.send(page, 'form[action$="/exportacao"]', { formato: 'pdf', documentos: parts.fala })
    expect(sound.errors).toEqual([
      'Nenhum dos documentos escolhidos pode virar PDF. Escolha ZIP para levar os arquivos originais.',
    ])
  })

  test('is not there without the permission, nor for a case file that is not', async () => {
    const acervo = await house.signIn('acervo')
    expect((await acervo.open(`/em/${at.gs}/processos/${told.digits}/exportacao`)).status).toBe(404)
    expect((await marina.open(`/em/${at.prot}/processos/99999999999999999/exportacao`)).status).toBe(404)
    expect((await marina.open(`/em/${at.prot}/processos/abc/exportacao`)).status).toBe(404)
  })
})

describe('the PDF of a case file', () => {
  test('R3 has a cover, an index, the parts in the order of the tree, and the sheet of what is not there', async () => {
    const { page, file } = await copyOf(house, marina, at.prot, told.digits)
    expect(page.text).toContain('A cópia está pronta')
    expect(page.text).toContain('4 documentos; 2 não puderam ser incluídos e estão listados na cópia')
    expect(file.headers['content-type']).toBe('application/pdf')
    expect(file.headers['content-disposition']).toContain('attachment; filename="Processo_')
    const pages = await pagesOf(new Uint8Array(file.bytes))
    const [cover = '', index = ''] = pages
    expect(cover).toContain(told.number)
    expect(cover).toContain('Arrecadação: Pedido de Contribuinte')
    expect(cover).toContain('Restituição de tributo pago em dobro')
    expect(cover).toContain('a pedido de Marina Protocolista (PROT).')
    expect(index).toMatch(
      new RegExp(`${parts.despacho}.*${parts.nota}.*${parts.foto}.*${parts.fala}.*${parts.planilha}.*${parts.minuta}`),
    )
    expect(pages.findIndex((text) => text.includes('Palavra-da-nota'))).toBeGreaterThan(
      pages.findIndex((text) => text.includes('Palavra-do-despacho')),
    )
    expect(pages.at(-1)).toMatch(
      new RegExp(`${parts.fala}.*É um arquivo de áudio.*${parts.planilha}.*formato do arquivo`),
    )
    expect(pages.at(-1)).not.toContain(parts.nota)
    expect(await bookmarksOf(new Uint8Array(file.bytes))).toContain(`Requerimento (${parts.nota})`)
  })

  test('R1 R2 for another unit it holds no word of the draft, and only its type and number', async () => {
    const { file } = await copyOf(house, ana, at.asses, told.digits)
    const words = await wordsOf(file.bytes)
    expect(words).toContain('Palavra-do-despacho')
    expect(words).not.toContain('Palavra-da-minuta')
    expect(words).not.toContain('Nome-secreto')
    expect(words).toMatch(new RegExp(`Despacho \\(${parts.minuta}\\) É minuta de outra unidade`))
  })

  test('who chose a few gets these, and the cover says so', async () => {
    const { file } = await copyOf(house, marina, at.prot, told.digits, { only: [parts.nota] })
    const words = await wordsOf(file.bytes)
    expect(words).toContain('com 1 documento escolhido entre os 6 do processo')
    expect(words).toContain('Palavra-da-nota')
    expect(words).not.toContain('Palavra-do-despacho')
  })
})

describe('the ZIP of a case file', () => {
  test('R3 holds the originals by their place in the tree, with history and manifest', async () => {
    const { file } = await copyOf(house, marina, at.prot, told.digits, { kind: 'zip' })
    const zip = openZip(file.bytes)
    expect(zip.names).toEqual([
      `001_Despacho_${parts.despacho}.pdf`,
      `002_Requerimento_${parts.nota}.pdf`,
      `003_Requerimento_${parts.foto}.png`,
      `004_Requerimento_${parts.fala}.mp3`,
      `005_Requerimento_${parts.planilha}.csv`,
      `006_Despacho_${parts.minuta}.pdf`,
      'historico.txt',
      'manifesto.json',
    ])
    expect(await wordsOf(zip.files[`001_Despacho_${parts.despacho}.pdf`] ?? new Uint8Array())).toContain(
      'Documento assinado eletronicamente por Marina',
    )
    expect(zip.files[`003_Requerimento_${parts.foto}.png`]).toEqual(new Uint8Array(aPicture.bytes))
    expect(new TextDecoder().decode(zip.files[`005_Requerimento_${parts.planilha}.csv`])).toBe('mês;valor\njan;10\n')
    for (const { nome, sha256 } of zip.manifest.arquivos) expect(sha256Hex(zip.files[nome] ?? ''), nome).toBe(sha256)
    expect(zip.manifest.arquivos.map(({ nome }) => nome)).toEqual(zip.names.slice(0, -1))
    const acts = [...zip.history.matchAll(/^\d{2}\/\d{2}\/\d{4} às \d{2}:\d{2} · PROT · Marina Protocolista$/gm)]
    expect(acts.length).toBeGreaterThanOrEqual(8)
    expect(zip.history.indexOf(parts.despacho)).toBeLessThan(zip.history.indexOf(parts.minuta))
  })

  test('R1 R2 leaves out the draft of another unit, and its place stays empty', async () => {
    const { file } = await copyOf(house, ana, at.asses, told.digits, { kind: 'zip' })
    const zip = openZip(file.bytes)
    expect(zip.names).not.toContain(`006_Despacho_${parts.minuta}.pdf`)
    expect(zip.manifest.naoIncluidos).toEqual([
      { ordem: 6, documento: parts.minuta, tipo: 'Despacho', motivo: 'É minuta de outra unidade.' },
    ])
    expect(JSON.stringify(zip.manifest)).not.toContain('Nome-secreto')
  })

  test('R3 follows the tree when the tree changes', async () => {
    const actor = await actorOf(house, 'marina', at.prot)
    const request = { caseDigits: told.digits, places: {}, move: { number: parts.nota, by: -1 as const } }
    await reorderDocuments(house.db, actor, request, house.platform.clock())
    const { file } = await copyOf(house, marina, at.prot, told.digits, {
      kind: 'zip',
      only: [parts.nota, parts.despacho, parts.fala],
    })
    expect(openZip(file.bytes).names.slice(0, 3)).toEqual([
      `001_Requerimento_${parts.nota}.pdf`,
      `002_Despacho_${parts.despacho}.pdf`,
      `004_Requerimento_${parts.fala}.mp3`,
    ])
  })
})

describe('what the history tells', () => {
  test('R7 a copy of what is restricted, and nothing of what is public', async () => {
    const restricted = await aCaseFile(house, { level: 'restricted' })
    await signDocument(house, await aDraft(house, restricted.digits, { text: 'Dados pessoais.' }))
    await copyOf(house, marina, at.prot, restricted.digits, { kind: 'zip' })
    expect((await eventsOf(house, restricted.id)).filter((kind) => kind === 'case-exported')).toHaveLength(1)
    expect(await eventsOf(house, told.id)).not.toContain('case-exported')
    const page = await marina.open(`/em/${at.prot}/processos/${restricted.digits}/historico`)
    expect(page.text).toContain('ZIP')
  })
})

describe('limits', () => {
  test('R8 one person has five copies in preparation at most', async () => {
    const open = await aCaseFile(house)
    await aDraft(house, open.digits, { text: 'Um texto.' })
    const paulo = await house.signIn('paulo')
    for (let count = 0; count < 5; count += 1) {
      expect((await askForCopy(paulo, at.prot, open.digits)).url).toContain('/exportacoes/')
    }
    const sixth = await askForCopy(paulo, at.prot, open.digits)
    expect(sixth.status).toBe(422)
    expect(sixth.text).toContain('Você já tem 5 cópias em preparo.')
    await house.workOff()
    expect((await askForCopy(paulo, at.prot, open.digits)).url).toContain('/exportacoes/')
    await house.workOff()
  })

  test('R8 asked for ten times at once, five are taken', async () => {
    const open = await aCaseFile(house)
    await aDraft(house, open.digits, { text: 'Um texto.' })
    const paulo = await house.signIn('paulo')
    const forms = await Promise.all(
      Array.from({ length: 10 }, () => paulo.open(`/em/${at.prot}/processos/${open.digits}/exportacao`)),
    )
    const answers = await Promise.all(forms.map((form) => paulo.send(form, 'form[action$="/exportacao"]')))
    expect(answers.filter(({ url }) => url.includes('/exportacoes/'))).toHaveLength(5)
    await house.workOff()
  })
})
