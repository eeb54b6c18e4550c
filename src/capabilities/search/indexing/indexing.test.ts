import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest'
import { aCaseFile, actorOf } from '../../../../test/support/builders-cases.ts'
import { aDraft, writeText } from '../../../../test/support/builders-documents.ts'
import { aCaseToFind, indexAll } from '../../../../test/support/builders-search.ts'
import { signDocument } from '../../../../test/support/builders-signatures.ts'
import { forManyAtOnce, openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import { at } from '../../../../test/support/world.ts'
import { openDatabase, type Pool } from '../../../platform/db/index.ts'
import { find } from '../finding/find.ts'
import { indexedUpTo } from '../finding/indexed-up-to.ts'
import { emptyRequest } from '../finding/search-request.ts'
import { indexPending } from './index-pending.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse({}, forManyAtOnce)
})
afterAll(() => house.close())
beforeEach(() => indexAll(house))

async function found(text: string): Promise<string[]> {
  const actor = await actorOf(house, 'marina', at.prot)
  const stretch = { cap: 1000, limit: 1000, offset: 0, snippets: false }
  const result = await find(house.db, { kind: 'unit', actor }, { ...emptyRequest, text }, new Date(), stretch)
  return result.found.map((one) => one.number)
}
const waiting = async () => (await house.db`select 1 from search.pending`).length

describe('what happens is found', () => {
  it('R2 everything that changes what is found asks for its place in the queue, and nothing else does', async () => {
    const { digits, id } = await aCaseFile(house, { summary: 'Aquisição de rede' })
    const number = await aDraft(house, digits, { text: 'Texto da primeira versão.' })
    await indexAll(house)
    const asks = async (deed: () => Promise<unknown>) => {
      await deed()
      const count = await waiting()
      await indexAll(house)
      return count > 0
    }
    expect(await asks(() => writeText(house, number, 'Texto da segunda versão.'))).toBe(true)
    expect(await asks(() => signDocument(house, number))).toBe(true)
    expect(
      await asks(() => house.db`update documents.document set description = 'Nova' where number = ${number}`),
    ).toBe(true)
    expect(await asks(() => house.db`update cases.case_file set summary = 'Outra' where id = ${id}`)).toBe(true)
    expect(
      await asks(
        () =>
          house.db`insert into cases.observation select ${id}, unit_id, 'Veja', now(), opened_by from cases.case_file where id = ${id}`,
      ),
    ).toBe(true)
    expect(
      await asks(
        () =>
          house.db`update documents.document set position = 9, locked_at = now(), lock_cause = 'x' where number = ${number}`,
      ),
    ).toBe(false)
    expect(
      await asks(() => house.db`update cases.case_file set news_at = now(), state = 'suspended' where id = ${id}`),
    ).toBe(false)
  })

  it('R2 an act that is undone leaves nothing in the queue', async () => {
    const { digits, id } = await aCaseFile(house)
    await aDraft(house, digits)
    await indexAll(house)
    await house.db
      .begin(async (trx) => {
        await trx`update cases.case_file set summary = 'Nunca' where id = ${id}`
        throw new Error('undone on purpose')
      })
      .catch(() => undefined)
    expect(await waiting()).toBe(0)
  })

  it('a new version is found and the old one is not', async () => {
    const { digits } = await aCaseFile(house)
    const number = await aDraft(house, digits, { text: 'Fala de gabiroba.' })
    await indexAll(house)
    expect(await found('gabiroba')).toEqual([number])
    await writeText(house, number, 'Fala de bacupari.')
    await indexAll(house)
    expect([await found('gabiroba'), await found('bacupari')]).toEqual([[], [number]])
  })

  it('interested parties are found by name, and by their new name', async () => {
    const built = await aCaseToFind(house, {
      unit: at.prot,
      parties: ['Zuleica Tamarineira'],
      documents: [{ unit: at.prot, text: 'x' }],
    })
    await indexAll(house)
    expect(await found('tamarineira')).toEqual([built.number])
    await house.db`update people.contact set name = 'Zuleica Oiticica' where name = 'Zuleica Tamarineira'`
    await indexAll(house)
    expect([await found('tamarineira'), await found('oiticica')]).toEqual([[], [built.number]])
  })

  test.each(['deleted', 'cancelled'])('R9 what is %s leaves the index itself', async (state) => {
    const built = await aCaseToFind(house, { unit: at.prot, documents: [{ unit: at.prot, text: 'bromelia' }] })
    await indexAll(house)
    const [document] = built.documents
    await house.db`update documents.document set state = ${state} where id = ${document?.id ?? ''}`
    await indexAll(house)
    expect(await house.db`select 1 from search.document_text where document_id = ${document?.id ?? ''}`).toHaveLength(0)
  })

  it('R9 what is confidential is never in the index, and leaves it when it becomes so', async () => {
    const built = await aCaseToFind(house, {
      unit: at.prot,
      level: 'confidential',
      documents: [{ unit: at.prot, text: 'segredo', level: 'public' }],
    })
    const other = await aCaseToFind(house, { unit: at.prot, documents: [{ unit: at.prot, text: 'segredo' }] })
    await indexAll(house)
    const rows = () => house.db`select document_id as id from search.document_text where words @@ 'segred' union all
      select case_file_id from search.case_text where case_file_id in (${built.id}, ${other.id})`
    expect((await rows()).map(({ id }) => id).sort()).toEqual([other.documents[0]?.id, other.id].sort())
    await house.db`update cases.case_file set level = 'confidential', effective_level = 'confidential',
      legal_basis_id = (select min(id) from classification.legal_basis where level = 'confidential') where id = ${other.id}`
    await indexAll(house)
    expect(await rows()).toHaveLength(0)
  })

  it('numbers within texts are found by their digits, in any punctuation', async () => {
    const text = 'Apensado ao processo 00190.103008/2020-99, nota fiscal 1.234.567.'
    const built = await aCaseToFind(house, { unit: at.prot, documents: [{ unit: at.prot, text }] })
    await indexAll(house)
    for (const query of ['00190103008202099', '00190.103008/2020-99', '1234567', 'nota 1.234.567']) {
      expect([query, await found(query)]).toEqual([query, [built.documents[0]?.number]])
    }
  })
})

describe('the queue', () => {
  it('R10 several nodes at once do everything once, and the last change wins', async () => {
    const documents = Array.from({ length: 120 }, (_, index) => ({ unit: at.prot, text: `cupuacu ${index}` }))
    const built = await aCaseToFind(house, { unit: at.prot, documents })
    const nodes: Pool[] = []
    for (let n = 0; n < 4; n += 1) {
      nodes.push(await openDatabase({ url: house.databaseUrl, poolSize: 2, statementTimeoutMs: 15_000, prepare: true }))
    }
    const { log, clock } = house.platform
    let stopped = false
    const working = nodes.map(async (db) => {
      while (!stopped) await indexPending(db, log, clock)
    })
    for (let round = 1; round <= 15; round += 1) {
      await Promise.all(
        built.documents
          .slice(0, 8)
          .map(({ id }) => house.db`update documents.document set description = ${`giro${round}`} where id = ${id}`),
      )
    }
    stopped = true
    await Promise.all(working)
    for (const db of nodes) await db.end()
    await indexAll(house)
    const rows = await house.db<{ id: string }[]>`
      select document_id as id from search.document_text where words @@ 'giro15' order by document_id`
    expect(rows.map(({ id }) => id)).toEqual(built.documents.slice(0, 8).map(({ id }) => id))
    expect((await found('cupuacu')).length).toBe(120)
  })

  it('R10 whoever indexes waits for the other, so that nothing older is written over the newer', async () => {
    const built = await aCaseToFind(house, {
      unit: at.prot,
      documents: [{ unit: at.prot, text: 'x', description: 'antes' }],
    })
    const id = built.documents[0]?.id ?? ''
    await house.db.begin(async (trx) => {
      // Another node is in the middle of this very document.
      await trx`select pg_advisory_xact_lock(7101, ${Number(id)})`
      await indexPending(house.db, house.platform.log, house.platform.clock)
      expect(await waiting()).toBeGreaterThan(0)
    })
    await indexAll(house)
    expect(await found('antes')).toHaveLength(1)
  })

  it('R11 what cannot be indexed is put aside, and holds up nothing else', async () => {
    await house.db.unsafe(`
      create function search.fail_on_purpose() returns trigger language plpgsql as $$
      begin
        if new.words @@ 'explod' then raise exception 'broken on purpose'; end if;
        return new;
      end $$;
      create trigger fail_on_purpose before insert or update on search.document_text for each row execute function search.fail_on_purpose()`)
    const built = await aCaseToFind(house, {
      unit: at.prot,
      documents: [
        { unit: at.prot, text: 'explodir' },
        { unit: at.prot, text: 'sapucaia' },
      ],
    })
    await indexPending(house.db, house.platform.log, house.platform.clock)
    expect(await found('sapucaia')).toEqual([built.documents[1]?.number])
    const aside = await house.db<{ problem: string }[]>`select problem from search.pending`
    expect(aside.map(({ problem }) => problem)).toEqual(['broken on purpose'])
    await house.db.unsafe('drop function search.fail_on_purpose() cascade; delete from search.pending')
  })

  it('R11 a text richer than the index can hold is indexed by its beginning', async () => {
    const letter = (place: number) => String.fromCharCode(0x430 + (place % 30))
    const word = (n: number) => [n, n / 30, n / 900, n / 27_000].map((one) => letter(Math.floor(one))).join('')
    const text = `comecinho ${Array.from({ length: 110_000 }, (_, index) => word(index)).join(' ')}`
    const built = await aCaseToFind(house, { unit: at.prot, documents: [{ unit: at.prot, text }] })
    await indexAll(house)
    expect(await found('comecinho')).toEqual([built.documents[0]?.number])
  })

  it('tells up to when everything is found', async () => {
    const now = new Date()
    expect(await indexedUpTo(house.db, now)).toEqual(now)
    await aCaseToFind(house, { unit: at.prot, documents: [] })
    const upTo = await indexedUpTo(house.db, new Date())
    expect(Date.now() - upTo.getTime()).toBeLessThan(20_000)
    expect(upTo.getTime()).toBeLessThan(Date.now())
  })

  it('indexing holds no document: an act need not wait for it', async () => {
    const built = await aCaseToFind(house, { unit: at.prot, documents: [{ unit: at.prot, text: 'x' }] })
    await house.db.begin(async (trx) => {
      await trx`select 1 from documents.document where id = ${built.documents[0]?.id ?? ''} for update`
      await trx`select 1 from cases.case_file where id = ${built.id} for update`
      await indexAll(house)
    })
    expect(await waiting()).toBe(0)
  })
})
