import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  aConfirmedListing,
  aListing,
  anArchivedCase,
  type ConcludedCase,
  onListing,
  passYears,
} from '../../../test/support/builders-archive.ts'
import { aCaseFile, actorOf, done, eventsOf } from '../../../test/support/builders-cases.ts'
import { anUpload } from '../../../test/support/builders-documents.ts'
import { sealAll } from '../../../test/support/builders-proofs.ts'
import { hold, openHouseThatEliminates } from '../../../test/support/elimination-eyes.ts'
import type { TestHouse } from '../../../test/support/house.ts'
import { at } from '../../../test/support/world.ts'
import { todayIn } from '../../platform/calendar/index.ts'
import { blockCaseFile } from '../cases/index.ts'
import { proveHouse, tellEliminated } from '../proofs/index.ts'
import { eraseFiles } from './eliminating/erase-files.ts'
import { executeElimination } from './eliminating/execute-elimination.ts'
import { makeListing, workOnListing } from './eliminating/work-on-listing.ts'
import { keepCaseFile } from './keeping/keep-case-file.ts'

let house: TestHouse
let as: Eyes['as']
let marina: Eyes['marina']
let contentOf: Eyes['contentOf']
let fileOf: Eyes['fileOf']
let isWhole: Eyes['isWhole']
const capacity = 'Analista'

type Eyes = Awaited<ReturnType<typeof openHouseThatEliminates>>
beforeAll(async () => {
  ;({ house, as, marina, contentOf, fileOf, isWhole } = await openHouseThatEliminates())
})
afterAll(() => house.close())

const now = () => house.platform.clock()

describe('an elimination', () => {
  it('R9 R12 erases contents and nothing else, by a term of two people; the proofs go on holding and say why', async () => {
    const one = await anArchivedCase(house)
    const shared = 'O mesmo anexo em dois processos.'
    const two = await anArchivedCase(house, { file: shared })
    const living = await aCaseFile(house)
    const kept = await anUpload(house, living.digits, { content: shared })
    await house.workOff()
    await sealAll(house)
    passYears(house, 3)
    const id = await aConfirmedListing(house, [one.digits, two.digits])
    await isWhole(one)
    await house.workOff()
    for (const gone of [one, two]) {
      expect(await contentOf(gone)).toMatchObject({ text: '', signed: 0, words: 0, extracted: 0 })
      expect((await eventsOf(house, gone.id)).at(-1)).toBe('case-eliminated')
    }
    const [listing] = await house.db`select state from archive.listing where id = ${id}`
    expect(listing?.state).toBe('executed')
    const [row] =
      await house.db`select signature_count as signatures, state from documents.document where number = ${one.text}`
    expect(row).toMatchObject({ signatures: 1, state: 'eliminated' })
    expect(await house.platform.files.stat(await fileOf(one))).toBeUndefined()
    expect(await house.platform.files.verify(await fileOf({ upload: kept }))).toBe('intact')
    // Everything that was sealed before is still under its seal.
    await sealAll(house)
    const proof = await proveHouse(house.db, house.platform.files, house.platform.config)
    expect(proof.broken).toEqual([])
    expect(proof.eliminated.map(tellEliminated)[0]).toMatch(/eliminado por termo nº \d{7}\./)
    house.passTime(2 * 86_400_000)
    await eraseFiles(house.platform)
    const person = await house.signIn('marina')
    const page = await person.open(`/em/${at.prot}/documentos/${one.text}`)
    expect(page.text).toContain('O conteúdo foi eliminado pelo termo nº')
    expect(page.text).not.toContain('Palavrassecretas')
    expect((await person.open(`/em/${at.prot}/processos/${one.digits}`)).text).toContain('Processo arquivado')
    expect((await person.open(`/em/${at.prot}/processos/${one.digits}/historico`)).text).toContain(
      '3 documentos eliminado pelo termo',
    )
    const [signature] =
      await house.db`select s.crc from signatures.signature s join documents.document d on d.id = s.document_id where d.number = ${one.text}`
    const found = await house.visitor().open(`/autenticidade?codigo=${one.text}&crc=${signature?.crc}`)
    expect(found.text).toContain('Conteúdo eliminado')
    expect(found.text).not.toContain('não confere')
  })

  it('R12 what somebody empties without a term, or with a forged one, is named as broken', async () => {
    const one = await anArchivedCase(house)
    await sealAll(house)
    const update = house.db`update documents.version set content = '{"type":"doc","content":[]}', plain_text = ''
      where document_id = (select id from documents.document where number = ${one.text})`
    await expect(update).rejects.toThrow('append-only')
    const forged = house.db`insert into documents.elimination (document_id, case_file_id, term, eliminated_at)
      select id, case_file_id, '0000001', now() from documents.document where number = ${one.text}`
    await expect(forged).rejects.toThrow('may not be eliminated')
    // With superuser rights, the triggers off and a residue made up: no sealed history tells of such a term.
    await house.db.begin(async (trx) => {
      await trx`set local session_replication_role = replica`
      await trx`insert into documents.elimination (document_id, case_file_id, term, eliminated_at)
        select id, case_file_id, '0000001', now() from documents.document where number = ${one.text}`
      await trx`insert into documents.version_residue (document_id, number, content_sha256, text_sha256)
        select document_id, number, encode(sha256(convert_to(content::text, 'UTF8')), 'hex'), encode(sha256(convert_to(plain_text, 'UTF8')), 'hex')
          from documents.version where document_id = (select id from documents.document where number = ${one.text})`
      await trx`update documents.version set content = '{"type":"doc","content":[]}', plain_text = ''
        where document_id = (select id from documents.document where number = ${one.text})`
    })
    const proof = await proveHouse(house.db, house.platform.files, house.platform.config)
    expect(proof.broken.map(({ kind }) => kind)).toContain('record-changed')
    await house.db.begin(async (trx) => {
      await trx`set local session_replication_role = replica`
      await trx`delete from documents.version_residue where document_id = (select id from documents.document where number = ${one.text})`
      await trx`delete from documents.elimination where document_id = (select id from documents.document where number = ${one.text})`
    })
  })

  it('R10 is signed by three people, ordered by one and confirmed by another, after the notice; SQL refuses too', async () => {
    const one = await anArchivedCase(house)
    passYears(house, 3)
    const id = await aListing(house, [one.digits])
    const attempt = async (login: Parameters<typeof as>[0], unit: string, deed: Parameters<typeof workOnListing>[3]) =>
      workOnListing(house.db, await as(login, unit), id, deed, now())
    expect(await attempt('secretaria', at.gs, { act: 'sign', role: 'president', capacity })).toMatchObject({
      refusals: [{ kind: 'responsible-first' }],
    })
    await onListing(house, id, { act: 'sign', role: 'responsible', capacity })
    expect(await attempt('marina', at.prot, { act: 'sign', role: 'president', capacity })).toMatchObject({
      refusals: [{ kind: 'signed-already' }],
    })
    await expect(
      house.db`insert into archive.listing_signature select listing_id, 'president', account_id, name, signed_at
        from archive.listing_signature where listing_id = ${id}`,
    ).rejects.toThrow('nobody_signs_twice')
    await onListing(house, id, { act: 'sign', role: 'president', capacity })
    await onListing(house, id, { act: 'sign', role: 'authority', capacity })
    const on = todayIn(now())
    await onListing(house, id, { act: 'announce', reference: 'Diário Oficial nº 7', on, days: 30 })
    expect(await attempt('marina', at.prot, { act: 'order', capacity })).toMatchObject({
      refusals: [{ kind: 'notice-running' }],
    })
    house.passTime(31 * 86_400_000)
    await onListing(house, id, { act: 'order', capacity })
    expect(await attempt('marina', at.prot, { act: 'confirm', capacity })).toMatchObject({
      refusals: [{ kind: 'two-people' }],
    })
    await expect(
      house.db`update archive.listing set state = 'confirmed', confirmed_by = ordered_by, confirmed_unit_id = unit_id, confirmed_at = now() where id = ${id}`,
    ).rejects.toThrow('two_people_eliminate')
    await isWhole(one)
    const [signatures] = await house.db`
      select count(*)::int as count from signatures.signature s join archive.listing l on l.listing_document_id = s.document_id where l.id = ${id}`
    expect(signatures?.count).toBe(3)
    await onListing(house, id, { act: 'abandon', reason: 'Revisão do plano.' })
  })

  it('R9 lists nothing whose term runs, that is permanent, held, or waits for its fact', async () => {
    const young = await anArchivedCase(house)
    const permanent = await anArchivedCase(house, { recordClass: '900.2' })
    const waits = await anArchivedCase(house, { recordClass: '900.3' })
    const own = await aCaseFile(house)
    const make = async (digits: string) =>
      makeListing(house.db, await marina(), { caseDigits: own.digits, digits: [digits] }, now())
    expect(await make(young.digits)).toMatchObject({ refusals: [{ why: { kind: 'term-running' } }] })
    passYears(house, 3)
    const held = young
    await keepCaseFile(house.db, await marina(), held.digits, hold, now())
    expect(await make(held.digits)).toMatchObject({ refusals: [{ why: { kind: 'held' } }] })
    expect(await make(permanent.digits)).toMatchObject({ refusals: [{ why: { kind: 'permanent' } }] })
    expect(await make(waits.digits)).toMatchObject({ refusals: [{ why: { kind: 'term-awaiting' } }] })
  })

  it('R11 a suspension, a contestation or a longer class after the confirmation comes before the elimination or not at all', async () => {
    const cases = [
      await anArchivedCase(house),
      await anArchivedCase(house),
      await anArchivedCase(house),
      await anArchivedCase(house),
    ]
    const [held, contested, reclassed, gone] = cases as [ConcludedCase, ConcludedCase, ConcludedCase, ConcludedCase]
    passYears(house, 3)
    const id = await aConfirmedListing(
      house,
      cases.map(({ digits }) => digits),
    )
    await keepCaseFile(house.db, await marina(), held.digits, hold, now())
    await onListing(house, id, { act: 'contest-item', position: 2, reason: 'O interessado pediu cópia.' })
    await house.db`insert into cases.case_class select ${reclassed.id}, id from classification.record_class where code = '900.2'`
    await house.workOff()
    for (const one of [held, contested, reclassed]) await isWhole(one)
    expect((await contentOf(gone)).text).toBe('')
    const items = await house.db<
      { state: string }[]
    >`select state from archive.listing_item where listing_id = ${id} order by position`
    expect(items.map(({ state }) => state)).toEqual(['withdrawn', 'contested', 'withdrawn', 'eliminated'])
    expect(await keepCaseFile(house.db, await marina(), gone.digits, hold, now())).toMatchObject({
      refusals: [{ kind: 'eliminated' }],
    })
  })

  it('R9 R11 what is blocked by an order after the confirmation stays whole, and the listing says why', async () => {
    const one = await anArchivedCase(house)
    passYears(house, 3)
    const id = await aConfirmedListing(house, [one.digits])
    const order = { digits: one.digits, reason: 'Por ordem judicial.' }
    await done(blockCaseFile(house.db, await actorOf(house, 'admin', at.gs), order, now()))
    await house.workOff()
    await isWhole(one)
    const [item] = await house.db`select state, reason from archive.listing_item where listing_id = ${id}`
    expect(item).toMatchObject({ state: 'withdrawn', reason: 'O processo está bloqueado, por ordem.' })
  })

  it('R11 meeting on one case file, a suspension and the elimination come one after the other', async () => {
    const one = await anArchivedCase(house)
    passYears(house, 3)
    const id = await aConfirmedListing(house, [one.digits])
    const actor = await marina()
    let running: Promise<void> | undefined
    // The suspension holds the case file; the elimination has begun and waits for it.
    await house.db.begin(async (trx) => {
      await keepCaseFile(trx as never, actor, one.digits, hold, now())
      running = executeElimination(house.db, id, now)
      await waitFor(house, one.id)
    })
    await running
    await isWhole(one)
  })

  it('R13 killed in the middle, it leaves each case file whole or eliminated, and goes on; run twice, it does nothing more', async () => {
    const [first, second] = [await anArchivedCase(house), await anArchivedCase(house)]
    passYears(house, 3)
    const id = await aConfirmedListing(house, [first.digits, second.digits])
    await house.db.unsafe(`create function archive.fail_on_purpose() returns trigger language plpgsql as $$
      begin raise exception 'killed on purpose'; end $$;
      create trigger fail_on_purpose before insert on history.event for each row
        when (new.kind = 'case-eliminated' and new.case_file_id = ${second.id}) execute function archive.fail_on_purpose()`)
    await expect(executeElimination(house.db, id, now)).rejects.toThrow('on purpose')
    expect((await contentOf(first)).text).toBe('')
    await isWhole(second)
    await house.db.unsafe('drop function archive.fail_on_purpose() cascade')
    await executeElimination(house.db, id, now)
    expect((await contentOf(second)).text).toBe('')
    const events = await eventsOf(house, first.id)
    await executeElimination(house.db, id, now)
    await house.workOff()
    expect(await eventsOf(house, first.id)).toEqual(events)
  })
})

/** Until somebody waits for the row of the case file. */
async function waitFor(house: TestHouse, _caseFileId: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const [row] =
      await house.db`select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
    if (row?.count > 0) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('nobody waited')
}
