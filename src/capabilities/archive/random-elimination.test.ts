import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  aConfirmedListing,
  anAnnouncedListing,
  anArchivedCase,
  type ConcludedCase,
  onListing,
  passYears,
} from '../../../test/support/builders-archive.ts'
import { aCaseFile } from '../../../test/support/builders-cases.ts'
import { anUpload } from '../../../test/support/builders-documents.ts'
import { signDocument } from '../../../test/support/builders-signatures.ts'
import { hold, openHouseThatEliminates } from '../../../test/support/elimination-eyes.ts'
import type { TestHouse } from '../../../test/support/house.ts'
import { at, password } from '../../../test/support/world.ts'
import { eraseFiles } from './eliminating/erase-files.ts'
import { keepCaseFile } from './keeping/keep-case-file.ts'

let house: TestHouse
let marina: Eyes['marina']
let contentOf: Eyes['contentOf']
let fileOf: Eyes['fileOf']
let isWhole: Eyes['isWhole']
const capacity = 'Analista'

type Eyes = Awaited<ReturnType<typeof openHouseThatEliminates>>
beforeAll(async () => {
  ;({ house, marina, contentOf, fileOf, isWhole } = await openHouseThatEliminates())
})
afterAll(() => house.close())

const now = () => house.platform.clock()

describe('what is eliminated, and what is not', () => {
  it('R14 a file comes back whose content somebody was filing while it lay aside', async () => {
    const one = await anArchivedCase(house, { file: 'Conteúdo que volta.' })
    passYears(house, 3)
    await aConfirmedListing(house, [one.digits])
    await house.workOff()
    const sha256 = await fileOf(one)
    expect(await house.platform.files.stat(sha256)).toBeUndefined()
    const living = await aCaseFile(house)
    const again = await anUpload(house, living.digits, { content: 'Outro, por enquanto.' })
    // Who found it in its place a moment before, and names it a moment after.
    await house.db`update documents.file set sha256 = ${sha256} where document_id = (select id from documents.document where number = ${again})`
    house.passTime(2 * 86_400_000)
    await eraseFiles(house.platform)
    expect(await house.platform.files.verify(sha256)).toBe('intact')
  })

  it('R14 every column of the database that names a stored file is asked before one is taken away', async () => {
    const rows = await house.db<{ column: string }[]>`
      select table_schema || '.' || table_name as column from information_schema.columns
       where column_name = 'sha256' and data_type = 'text' and table_schema not in ('output', 'platform') order by 1`
    expect(rows.map(({ column }) => column)).toEqual(
      [
        'documents.extracted_text',
        'documents.file',
        'documents.image',
        'documents.waiting_file',
        'guides.attachment',
        'issuing.email_attachment',
        'mail.attachment',
        'printing.import',
        'register_import.import',
      ]
        // What was taken aside; pages that were looked at of a file of a document; digests of words.
        .concat(['archive.file_removal', 'documents.striping', 'mailroom.closed_day_signature'])
        .concat(['publishing.comparison'])
        .sort(),
    )
  })

  it('R9 in a random world nothing is eliminated that is held, contested, permanent or within its term', async () => {
    const cases: { made: ConcludedCase; recordClass: string; held: boolean; contested: boolean; young: boolean }[] = []
    const worlds = fc.sample(
      fc.record({
        recordClass: fc.constantFrom('900.1', '900.1', '900.2', '900.3'),
        held: fc.integer({ min: 0, max: 3 }).map((one) => one === 3),
        contested: fc.integer({ min: 0, max: 3 }).map((one) => one === 3),
        young: fc.integer({ min: 0, max: 2 }).map((one) => one === 2),
      }),
      { numRuns: 10, seed: 7 },
    )
    for (const world of worlds.filter(({ young }) => !young))
      cases.push({ ...world, made: await anArchivedCase(house, world) })
    passYears(house, 3)
    for (const world of worlds.filter(({ young }) => young))
      cases.push({ ...world, made: await anArchivedCase(house, world) })
    const listable = cases.filter(({ recordClass, young }) => recordClass === '900.1' && !young)
    const id = await anAnnouncedListing(
      house,
      listable.map(({ made }) => made.digits),
    )
    await onListing(house, id, { act: 'order', capacity })
    await onListing(house, id, { act: 'confirm', capacity })
    // Whoever lists what may not be listed, past all rules.
    await house.db`insert into archive.listing_item (listing_id, case_file_id, position, class_code, final_on)
      select ${id}, i::bigint, 100 + n, 'x', '2020-01-01'
        from unnest(${cases.filter((one) => !listable.includes(one)).map(({ made }) => made.id)}::text[]) with ordinality t(i, n)`
    for (const { made, held } of cases) if (held) await keepCaseFile(house.db, await marina(), made.digits, hold, now())
    for (const [index, { contested }] of listable.entries()) {
      if (contested) await onListing(house, id, { act: 'contest-item', position: index + 1, reason: 'Contestado.' })
    }
    await house.workOff()
    for (const one of cases) {
      const lawful = listable.includes(one) && !one.held && !one.contested
      if (lawful) expect((await contentOf(one.made)).text).toBe('')
      else await isWhole(one.made)
    }
    expect(cases.some((one) => listable.includes(one) && !one.held && !one.contested)).toBe(true)
  })

  it('R10 the whole way goes through the pages', async () => {
    const one = await anArchivedCase(house)
    const own = await aCaseFile(house)
    passYears(house, 3)
    const marinaOnPages = await house.signIn('marina')
    const base = `/em/${at.prot}/eliminacao`
    const made = await marinaOnPages.send(await marinaOnPages.open(`${base}/nova`), 'form[action$="/eliminacao"]', {
      processo_da_listagem: own.number,
      processo: one.digits,
    })
    expect(made.text).toContain('feita')
    const [row] = await house.db`select id from archive.listing order by id desc limit 1`
    const sign = async (login: 'marina' | 'secretaria' | 'carla', unit: string) => {
      const person = await house.signIn(login)
      const page = await person.open(`/em/${unit}/eliminacao/${row?.id}`)
      return person.send(page, 'form[action$="/assinatura"]', { cargo: capacity, senha: password })
    }
    expect((await sign('marina', at.prot)).text).toContain('Marina')
    expect((await sign('secretaria', at.gs)).text).toContain('Sônia')
    expect((await sign('carla', at.cofic)).text).toContain('Assinada')
    const president = await house.signIn('secretaria')
    const at1 = `/em/${at.gs}/eliminacao/${row?.id}`
    const form = await president.open(at1)
    const short = await president.send(form, 'form[action$="/edital"]', {
      referencia: 'DOE nº 1',
      dia: '2026-01-01',
      prazo: '10',
    })
    expect(short.errors.join()).toContain('de 30 a 45')
    const told = await president.send(await president.open(at1), 'form[action$="/edital"]', {
      referencia: 'DOE nº 1',
      dia: '2026-01-01',
      prazo: '45',
    })
    expect(told.text).toContain('Edital publicado')
    const ordered = await house.signIn('marina')
    const page = await ordered.send(await ordered.open(`${base}/${row?.id}`), 'form[action$="/ordem"]', {
      cargo: capacity,
      senha: password,
    })
    expect(page.text).toContain('Aguarda confirmação')
    expect(page.document.querySelector('form[action$="/confirmacao"]')).toBeNull()
    const confirmed = await president.send(await president.open(at1), 'form[action$="/confirmacao"]', {
      cargo: capacity,
      senha: password,
    })
    expect(confirmed.text).toContain('Em execução')
    await signDocument(house, one.text).catch(() => undefined)
    await house.workOff()
    expect((await president.open(at1)).text).toContain('Executada')
    const rita = await house.signIn('rita')
    expect((await rita.open(`/em/${at.rj}/eliminacao/${row?.id}`)).status).toBe(404)
  })
})
