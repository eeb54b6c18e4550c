import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyDatabase } from '../../test/support/template.ts'
import { verifyHistory } from '../capabilities/history/index.ts'
import { readConfig } from '../platform/config/index.ts'
import { openDatabase, type Pool } from '../platform/db/index.ts'
import { openFolderFileStore } from '../platform/files/index.ts'
import { realRandomness } from '../platform/ids.ts'
import { openLog } from '../platform/log/index.ts'
import { openPdfEngine } from '../platform/pdf/index.ts'
import { openTextExtractor } from '../platform/text-extraction/index.ts'
import { demonstrationIsFurnished, furnishDemonstration } from './index.ts'

describe('the demonstration world', () => {
  let db: Pool
  const closing: (() => Promise<unknown>)[] = []

  beforeAll(async () => {
    const database = await emptyDatabase()
    const folder = await mkdtemp(join(tmpdir(), 'carimbo-demo-'))
    db = await openDatabase({ url: database.url, poolSize: 8, statementTimeoutMs: 15_000, prepare: true })
    const log = openLog('silent')
    const pdf = openPdfEngine({ workers: 1, log })
    closing.push(
      () => rm(folder, { recursive: true, force: true }),
      database.drop,
      () => db.end({ timeout: 5 }),
      async () => pdf.close(),
    )
    await furnishDemonstration(
      {
        config: readConfig({ CARIMBO_DADOS: folder }),
        demo: true,
        version: '0',
        publicUrl: 'http://localhost:3000',
        db,
        log,
        files: await openFolderFileStore({ folder }),
        pdf,
        text: openTextExtractor({ log }),
        mailer: undefined,
        clock: () => new Date(),
        randomness: realRandomness,
      },
      () => undefined,
    )
  }, 120_000)
  afterAll(async () => {
    for (const close of closing.reverse()) await close()
  })

  it('stands complete, with some two hundred case files in every state', async () => {
    expect(await demonstrationIsFurnished(db)).toBe(true)
    const [counts] = await db<Record<string, number>[]>`
      select count(*)::int as total, count(*) filter (where effective_level = 'restricted')::int as restricted,
             count(*) filter (where effective_level = 'confidential')::int as confidential,
             count(*) filter (where state = 'suspended')::int as suspended,
             count(*) filter (where not exists (select 1 from cases.holding h where h.case_file_id = c.id and h.closed_at is null))::int as concluded
        from cases.case_file c`
    expect(counts?.total).toBeGreaterThanOrEqual(190)
    for (const state of ['restricted', 'confidential', 'suspended', 'concluded'])
      expect(counts?.[state], state).toBeGreaterThan(0)
  })

  it('holds a sheet for each service of the founding documents', async () => {
    const [row] = await db<{ sheets: number }[]>`
      select count(*)::int as sheets from documents.document d join classification.document_type t on t.id = d.document_type_id
       where t.name = 'Ficha de Serviço'`
    expect(row?.sheets).toBe(14)
  })

  it('keeps an archive with a listing to be signed, and drafts under review', async () => {
    const [row] = await db<Record<string, number>[]>`
      select (select count(*)::int from archive.filing) as archived, (select count(*)::int from archive.hold) as held,
             (select count(*)::int from archive.listing where state = 'draft') as listings,
             (select count(*)::int from reviewing.request where state = 'open') as reviews,
             (select count(*)::int from reviewing.thread where suggestion is not null) as suggestions`
    expect(row).toEqual({ archived: 4, held: 1, listings: 1, reviews: 2, suggestions: 1 })
  })

  it('shows what has come since: letters charged, keepers of the agenda, a signed page, prints, a certificate', async () => {
    const [row] = await db<Record<string, number>[]>`
      select (select count(*)::int from mailroom.letter where step = 'receipt-returned') as receipts,
             (select count(*)::int from mailroom.charge) as charges,
             (select count(*)::int from mailroom.letter where step = 'requested') as waiting,
             (select count(*)::int from mailroom.closed_day_signature) as pages,
             (select count(*)::int from agenda.keeper where ended_at is null) as keepers,
             (select count(*)::int from agenda.commitment) as commitments,
             (select count(*)::int from printing.job where attribution = 'exact') as known,
             (select count(*)::int from printing.job) as prints,
             (select count(*)::int from documents.document d join classification.document_type t on t.id = d.document_type_id
               where t.name = 'Certidão de Sigilo' and d.signature_count = 1) as certificates`
    expect(row).toEqual({
      ...{ receipts: 1, charges: 1, waiting: 2, pages: 1, keepers: 2, commitments: 5 },
      ...{ known: 20, prints: 80, certificates: 1 },
    })
  })

  it('never tells of a deed in the future, and leaves the history whole', async () => {
    const [row] = await db<{ future: number }[]>`select count(*)::int as future from history.event where at > now()`
    expect(row?.future).toBe(0)
    expect((await verifyHistory(db)).tampering).toEqual([])
  })

  it('numbers the case files of Rio in the form of founding document 004', async () => {
    const [row] = await db<{ number: string }[]>`
      select c.number from cases.case_file c join organization.agency a on a.id = c.agency_id
       where a.acronym = 'SEPLAG/RJ' order by c.id limit 1`
    expect(row?.number).toMatch(/^SEI-12000\d\/\d{6}\/\d{4}$/)
  })
})
