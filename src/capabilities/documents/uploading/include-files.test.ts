import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { aCaseFile, actorOf } from '../../../../test/support/builders-cases.ts'
import {
  anUpload,
  conferenceIdOf,
  eventsOfDocument,
  lockAsIfSent,
  rowOf,
  sendByScript,
  signAsDocumentsKnow,
  typeIdOf,
} from '../../../../test/support/builders-documents.ts'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Page, Person } from '../../../../test/support/person.ts'
import { at } from '../../../../test/support/world.ts'
import { sha256Hex } from '../../../platform/sha256.ts'
import { documentsRounds, documentsTasks } from '../index.ts'
import { includeFiles } from './include-files.ts'

let house: TestHouse
let marina: Person
beforeAll(async () => {
  house = await openTestHouse()
  marina = await house.signIn('marina')
})
afterAll(() => house.close())

const uploadForm = 'form#envio'
const pdf = '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'
const uploadPage = (digits: string) => `/em/${at.prot}/processos/${digits}/documentos/externo`
const file = (name: string, content: string, type = '') => ({ field: 'arquivos', name, type, content })

async function opened() {
  const caseFile = await aCaseFile(house)
  const page = await marina.open(uploadPage(caseFile.digits))
  const typeId = await typeIdOf(house, 'Requerimento')
  return { ...caseFile, page, fields: { tipo: typeId, formato: 'nato-digital' } }
}

async function documentsIn(caseFileId: string) {
  return house.db`
    select lpad(d.number::text, 7, '0') as number, d.tree_name, f.file_name, f.sha256, f.origin, f.size_bytes, f.media_type
      from documents.document d join documents.file f on f.document_id = d.id and f.replaced_at is null
     where d.case_file_id = ${caseFileId} order by d.position`
}

describe('files without script', () => {
  it('R15 go in one document each, in their order, with their SHA-256, event and job', async () => {
    const { id, page, fields } = await opened()
    const files = [file('Pedido.txt', 'um'), file('Planta baixa.pdf', pdf), file('dados.csv', 'a;b\n1;2')]
    const after = await marina.send(page, uploadForm, fields, files)
    expect(after.url).toMatch(/\/processos\/\d+$/)
    const made = await documentsIn(id)
    expect(made.map(({ file_name }) => file_name)).toEqual(['Pedido.txt', 'Planta baixa.pdf', 'dados.csv'])
    expect(made.map(({ tree_name }) => tree_name)).toEqual(['Pedido', 'Planta baixa', 'dados'])
    expect(made[1]).toMatchObject({ sha256: sha256Hex(pdf), media_type: 'application/pdf', origin: 'born-digital' })
    expect(await eventsOfDocument(house, made[0]?.number)).toEqual(['document-included'])
    const jobs =
      await house.db`select count(*)::int as count from graphile_worker.jobs where task_identifier = 'documents.extract-text'`
    expect(jobs[0]?.count).toBeGreaterThanOrEqual(3)
    const [event] =
      await house.db`select facts from history.event where case_file_id = ${id} and kind = 'document-included' limit 1`
    expect(event?.facts.file).toBe('Pedido.txt, nato-digital')
  })

  it('R16 what is right goes in, and what is wrong is told file by file', async () => {
    const { id, page, fields } = await opened()
    const files = [
      file('certo.txt', 'texto'),
      file('vazio.txt', ''),
      file('falso.pdf', 'isto é texto'),
      file('programa.exe', 'MZ\u0090'),
      file('desenho.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'),
    ]
    const after = await marina.send(page, uploadForm, fields, files)
    expect(after.status).toBe(200)
    expect(after.text).toContain('1 documento incluído.')
    expect(after.text).toContain('4 arquivos não entraram')
    expect(after.text).toContain('falso.pdf: O nome termina em .pdf, mas o conteúdo é outro')
    expect(after.text).toContain('programa.exe: Programas')
    expect((await documentsIn(id)).map(({ file_name }) => file_name)).toEqual(['certo.txt'])
  })

  it('R16 what was sent is kept when a field is wrong, and goes in once', async () => {
    const { id, page, fields } = await opened()
    const refused = await marina.send(page, uploadForm, { ...fields, tipo: '', formato: 'digitalizado' }, [
      file('guia.pdf', pdf),
    ])
    expect(refused.status).toBe(422)
    expect(refused.errors).toEqual(['Escolha o tipo do documento.'])
    const again = await marina.send(refused, uploadForm, { tipo: fields.tipo })
    expect(again.errors).toEqual(['Diga com o que a digitalização foi conferida.'])
    const conferencia = await conferenceIdOf(house, 'Cópia simples')
    const done = await marina.send(again, uploadForm, { conferencia })
    expect(done.status).not.toBe(422)
    expect(await documentsIn(id)).toMatchObject([{ file_name: 'guia.pdf', origin: 'digitized' }])
    const late = await marina.send(again, uploadForm, { conferencia, _chave: 'outra-chave-qualquer' })
    expect(late.errors).toEqual(['Escolha pelo menos um arquivo.'])
    expect(await documentsIn(id)).toHaveLength(1)
  })

  test.each([
    ['no file', {}, 'Escolha pelo menos um arquivo.'],
    ['a day to come', { data: '2999-12-31' }, 'A data do documento não pode ser depois de hoje.'],
    ['no day', { data: '31/02/2026' }, 'Informe a data do documento, como 31/01/2026.'],
    ['no origin', { formato: '' }, 'Diga se o documento nasceu digital ou foi digitalizado.'],
    ['restricted without basis', { nivel: 'restrito' }, 'Escolha a hipótese legal que justifica o nível de acesso.'],
    ['a tree name too long', { nome_na_arvore: 'x'.repeat(61) }, 'O nome na árvore passa de 60 caracteres.'],
  ])('%s: a sentence beside the field', async (name, changes, sentence) => {
    const { page, fields } = await opened()
    const files = name === 'no file' ? [] : [file('a.txt', 'a')]
    const after = await marina.send(page, uploadForm, { ...fields, ...changes }, files)
    expect(after.status).toBe(422)
    expect(after.errors).toEqual([sentence])
  })

  it('EST-044: the limit and the kinds that the administrator set hold', async () => {
    await house.db`insert into platform.setting (name, value) values ('documents.file-limits', '{"txt": 4, "csv": 0}')`
    const { page, fields } = await opened()
    const after = await marina.send(page, uploadForm, fields, [
      file('a.txt', '12345'),
      file('b.csv', 'a;b'),
      file('c.txt', '1234'),
    ])
    await house.db`delete from platform.setting where name = 'documents.file-limits'`
    expect(after.text).toContain('a.txt: Texto simples: o limite é de 4 bytes, e o arquivo tem 5 bytes.')
    expect(after.text).toContain('b.csv: Arquivos .csv não são aceitos')
    expect(after.text).toContain('1 documento incluído.')
  })

  it('are never in the name of somebody else: what another person sent is nobody’s to include', async () => {
    const { digits, page } = await opened()
    const paulo = await house.signIn('paulo')
    const theirs = await paulo.open(uploadPage(digits))
    const csrf = theirs.document.querySelector('input[name="_csrf"]')?.getAttribute('value') ?? ''
    const sent = await sendByScript(house, paulo, `${uploadPage(digits)}/arquivos`, csrf, file('do-paulo.txt', 'x'))
    expect(sent.status).toBe(200)
    const typeId = await typeIdOf(house, 'Requerimento')
    const stolen = await marina.send(page, uploadForm, {
      tipo: typeId,
      formato: 'nato-digital',
      recebido: sent.body.id ?? '',
    })
    expect(stolen.errors).toEqual(['Escolha pelo menos um arquivo.'])
  })
})

describe('files sent by the script of the page', () => {
  const csrfOf = (page: Page) => page.document.querySelector('input[name="_csrf"]')?.getAttribute('value') ?? ''

  it('R16 are checked as they come and go in with the form', async () => {
    const { id, digits, page, fields } = await opened()
    const url = `${uploadPage(digits)}/arquivos`
    const good = await sendByScript(house, marina, url, csrfOf(page), file('bom.pdf', pdf))
    expect(good).toMatchObject({ status: 200, body: { fileName: 'bom.pdf' } })
    const bad = await sendByScript(house, marina, url, csrfOf(page), file('ruim.pdf', 'texto'))
    expect(bad.status).toBe(422)
    expect(bad.body.message).toContain('o conteúdo é outro')
    const after = await marina.send(page, uploadForm, { ...fields, recebido: good.body.id ?? '' })
    expect(after.url).toMatch(/\/documentos\/\d+$/)
    expect(await documentsIn(id)).toMatchObject([{ file_name: 'bom.pdf', sha256: sha256Hex(pdf) }])
  })

  it('are not taken without the token, nor where the case file is not open', async () => {
    const { digits, page } = await opened()
    const url = `${uploadPage(digits)}/arquivos`
    expect((await sendByScript(house, marina, url, 'outro', file('a.txt', 'a'))).status).toBe(403)
    const ana = await house.signIn('ana')
    const theirs = await ana.open(`/em/${at.asses}/textos-padrao/novo`)
    const elsewhere = url.replace(at.prot, at.asses)
    expect((await sendByScript(house, ana, elsewhere, csrfOf(theirs), file('a.txt', 'a'))).status).toBe(422)
    expect(page.status).toBe(200)
  })

  it('are forgotten after a day when nobody included them', async () => {
    const { digits, page } = await opened()
    await sendByScript(house, marina, `${uploadPage(digits)}/arquivos`, csrfOf(page), file('a.txt', 'a'))
    const [round] = documentsRounds(house.platform)
    await round?.run()
    const count = async () =>
      (await house.db`select count(*)::int as count from documents.waiting_file where file_name = 'a.txt'`)[0]?.count
    expect(await count()).toBeGreaterThan(0)
    house.passTime(25 * 3_600_000)
    await round?.run()
    expect(await count()).toBe(0)
    house.passTime(-25 * 3_600_000)
  })
})

describe('the words of a file', () => {
  it('R17 are read by a job, for the file that is there now', async () => {
    const { digits } = await aCaseFile(house)
    const number = await anUpload(house, digits, { content: 'Palavras de achar: quermesse.' })
    const row = await rowOf(house, number)
    const extract = documentsTasks(house.platform)['documents.extract-text']
    const [stored] = await house.db`select sha256 from documents.file where document_id = ${row.id}`
    await extract?.({ documentId: row.id, sha256: 'f'.repeat(64) })
    expect(await house.db`select 1 from documents.extracted_text where document_id = ${row.id}`).toHaveLength(0)
    await extract?.({ documentId: row.id, sha256: stored?.sha256 })
    await extract?.({ documentId: row.id, sha256: stored?.sha256 })
    const words = await house.db`select text, method from documents.extracted_text where document_id = ${row.id}`
    expect(words).toMatchObject([{ text: expect.stringContaining('quermesse'), method: 'plain' }])
  })
})

describe('another file in the place of one', () => {
  const replace = async (number: string, content = 'novo conteúdo') => {
    const page = await marina.open(`/em/${at.prot}/documentos/${number}/substituicao`)
    if (page.status !== 200) return page
    return marina.send(page, 'form[action$="/substituicao"]', { formato: 'nato-digital' }, [file('novo.txt', content)])
  }

  it('R18 is allowed while nobody outside has seen it; the one before stays on record', async () => {
    const { digits } = await aCaseFile(house)
    const number = await anUpload(house, digits)
    await signAsDocumentsKnow(house, number)
    expect((await replace(number)).url).toMatch(new RegExp(`/documentos/${number}$`))
    const { id } = await rowOf(house, number)
    const files =
      await house.db`select file_name, replaced_at is null as current from documents.file where document_id = ${id} order by id`
    expect(files).toEqual([
      { file_name: 'pedido.txt', current: false },
      { file_name: 'novo.txt', current: true },
    ])
    expect(await rowOf(house, number)).toMatchObject({ signature_count: 0 })
    expect(await eventsOfDocument(house, number)).toEqual([
      'document-included',
      'file-replaced',
      'signatures-withdrawn',
    ])
    expect((await marina.open(`/em/${at.prot}/documentos/${number}/arquivo`)).html).toBe('novo conteúdo')
  })

  it('R18 is refused once it was sent', async () => {
    const { digits } = await aCaseFile(house)
    const number = await anUpload(house, digits)
    await lockAsIfSent(house, number)
    const page = await replace(number)
    expect(page.status).toBe(409)
    expect(page.text).toContain('O documento está travado')
  })
})

describe('including by command', () => {
  it('is told all that stands against it at once', async () => {
    const { digits } = await aCaseFile(house)
    const ana = await actorOf(house, 'ana', at.asses)
    const outcome = await includeFiles(
      house.db,
      ana,
      {
        caseDigits: digits,
        typeId: await typeIdOf(house, 'Portaria'),
        waitingIds: [],
        description: '',
        treeName: '',
        datedOn: '2999-01-01' as never,
        origin: 'digitized',
        conferenceKindId: undefined,
        level: 'confidential',
        legalBasisId: undefined,
      },
      new Date(),
    )
    expect(outcome?.done === false && outcome.refusals.map(({ kind }) => kind)).toEqual([
      'case',
      'case',
      'type-unavailable',
      'future-date',
      'conference-missing',
      'level',
      'no-files',
    ])
  })
})
