import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCaseFile } from '../../../test/support/builders-cases.ts'
import { anUpload } from '../../../test/support/builders-documents.ts'
import { forManyAtOnce, openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import type { FileStore } from '../../platform/files/index.ts'
import { archiveTasks } from './archive-jobs.ts'
import { eraseFiles } from './eliminating/erase-files.ts'
import { sweepUnnamed } from './eliminating/sweep-unnamed.ts'

const dayMs = 86_400_000
let house: TestHouse
let upload: string
let named: string
beforeAll(async () => {
  house = await openTestHouse({}, forManyAtOnce)
  const { digits } = await aCaseFile(house)
  upload = await anUpload(house, digits, { content: 'Conteúdo de um documento.' })
  const [row] = await house.db<{ sha256: string }[]>`
    select f.sha256 from documents.file f join documents.document d on d.id = f.document_id where d.number = ${upload}`
  named = row?.sha256 ?? ''
})
afterAll(() => house.close())

const nameOf = (words: string) => createHash('sha256').update(words).digest('hex')
const put = (words: string) =>
  house.platform.files.put(
    (async function* () {
      yield Buffer.from(words)
    })(),
    { limitBytes: 1_000 },
  )
const sweep = (words: string, files: FileStore = house.platform.files) =>
  sweepUnnamed({ ...house.platform, files }, [nameOf(words).slice(0, 2)])
const condition = (words: string) => house.platform.files.verify(nameOf(words))

describe('contents that no row names', () => {
  it('R17 stay for a day, go out of sight then, and are removed for good after another; what a row names stays', async () => {
    await put('Sem linha.')
    expect(await sweep('Sem linha.')).toBe(0)
    house.passTime(dayMs + 60_000)
    expect(await sweep('Sem linha.')).toBe(1)
    expect(await condition('Sem linha.')).toBe('missing')
    expect(await sweepUnnamed(house.platform, [named.slice(0, 2)])).toBe(0)
    expect(await house.platform.files.verify(named)).toBe('intact')
    house.passTime(dayMs + 60_000)
    await eraseFiles(house.platform)
    await house.platform.files.bringBack(nameOf('Sem linha.'))
    expect(await condition('Sem linha.')).toBe('missing')
    expect(await house.db`select 1 from archive.file_removal where sha256 = ${nameOf('Sem linha.')}`).toEqual([])
  })

  it('R17 come back at once where somebody stores the same content while they are taken away', async () => {
    await put('Enviado de novo.')
    // The clock of the house is ahead of that of the disk: what is stored now is old by it, and new by this moment.
    const between: FileStore = {
      ...house.platform.files,
      setAsideIfStoredBefore: async (sha256) => {
        const seen = new Date()
        await put('Enviado de novo.')
        return house.platform.files.setAsideIfStoredBefore(sha256, seen)
      },
    }
    expect(await sweep('Enviado de novo.', between)).toBe(0)
    expect(await condition('Enviado de novo.')).toBe('intact')
    expect(await house.db`select 1 from archive.file_removal where sha256 = ${nameOf('Enviado de novo.')}`).toEqual([])
  })

  it('R17 come back at once where a row names them while they are taken away', async () => {
    await put('Nomeado entretanto.')
    const between: FileStore = {
      ...house.platform.files,
      setAsideIfStoredBefore: async (sha256, moment) => {
        const isAside = await house.platform.files.setAsideIfStoredBefore(sha256, moment)
        await house.db`
          update documents.file set sha256 = ${sha256}
           where document_id = (select id from documents.document where number = ${upload})`
        return isAside
      },
    }
    expect(await sweep('Nomeado entretanto.', between)).toBe(0)
    expect(await condition('Nomeado entretanto.')).toBe('intact')
  })

  it('R17 are not those that hold entries of the trail past their term, of which nothing else is left', async () => {
    await put('Registros da auditoria.')
    await house.db.begin(async (trx) => {
      // No entry is past its term in this house: the row comes without them.
      await trx`set local session_replication_role = replica`
      await trx`
        insert into auditing.removal (term_id, bundle_ids, entries, file_sha256, file_bytes, first_at, last_at, removed_at)
        values (1, '{1}', 1, ${nameOf('Registros da auditoria.')}, 23, now(), now(), now())`
    })
    house.passTime(dayMs + 60_000)
    expect(await sweep('Registros da auditoria.')).toBe(0)
    // Also where an older sweep, which did not know of them, has taken it out of sight already.
    await house.platform.files.setAside(nameOf('Registros da auditoria.'))
    await house.db`
      insert into archive.file_removal (sha256, state, since) values (${nameOf('Registros da auditoria.')}, 'aside', now())`
    house.passTime(dayMs + 60_000)
    await eraseFiles(house.platform)
    expect(await condition('Registros da auditoria.')).toBe('intact')
  })

  it('R17 are all looked at within any seven nights', async () => {
    const words = ['Um', 'Dois', 'Três'].map((word) => `${word} conteúdo sem linha.`)
    for (const one of words) await put(one)
    const sweepNightly = archiveTasks(house.platform)['archive:sweep-unnamed']
    for (let night = 0; night < 8; night++) {
      house.passTime(dayMs)
      await sweepNightly?.({})
    }
    expect(await Promise.all(words.map(condition))).toEqual(['missing', 'missing', 'missing'])
  })

  it('R17 every column of the database that holds a hash is known: as one that names a stored file, or as none', async () => {
    const rows = await house.db<{ column: string }[]>`
      select table_schema || '.' || table_name || '.' || column_name as column from information_schema.columns
       where table_schema not in ('pg_catalog', 'information_schema', 'graphile_worker') and column_name ~ '(sha|hash|digest)'
         and table_name not in (select viewname from pg_views where schemaname = table_schema)`
    const [asked] = await house.db<{ text: string }[]>`
      select pg_get_functiondef('archive.is_named(text)'::regprocedure) as text`
    const unknown = rows
      .map(({ column }) => column)
      .filter(
        (column) => !noNames.has(column) && !asked?.text.includes(`from ${column.replace(/\.(made_)?sha256$/, '')} `),
      )
    expect(unknown).toEqual([])
  })
})

/** Hashes of texts, of keys and of files that lie elsewhere (`gerados`): none of them keeps a stored file. */
const noNames = new Set([
  'platform.migration.sha256',
  'platform.answered_request.session_hash',
  'platform.act_result.session_hash',
  'identity.account.password_hash',
  'identity.session.token_hash',
  'publishing.publication.sent_sha256',
  'publishing.comparison.sha256',
  'identity.outside_visit.state_hash',
  'identity.outside_visit.browser_hash',
  'identity.outside_arrival.browser_hash',
  'identity.confirmation.session_hash',
  'identity.one_time_link.token_hash',
  'identity.recovery_code.code_hash',
  'history.seal.hash',
  'documents.version.sha256',
  'documents.extracted_text.sha256',
  'signatures.signed_content.sha256',
  'signatures.signature.sha256',
  'signatures.signature.statement_sha256',
  'output.export.session_hash',
  'output.export.sha256',
  'output.document_pdf.sha256',
  'cases.register_confirmation.session_hash',
  'history.node.hash',
  'platform.answered_request.content_hash',
  'documents.version_residue.content_sha256',
  'documents.version_residue.text_sha256',
  'signatures.content_residue.sha256',
  'signatures.content_residue.bytes_sha256',
  'archive.file_removal.sha256',
  'reviewing.request.answered_sha256',
  'mailroom.closed_day.sha256',
  'mailroom.closed_day_signature.sha256',
  'mailroom.closed_day_signature.statement_sha256',
  'signatures.attempt.text_sha256',
  'signatures.gov_br_visit.session_hash',
  'signatures.gov_br_visit.state_hash',
  // Asked beside the function; the test above is of it.
  'auditing.removal.file_sha256',
])
