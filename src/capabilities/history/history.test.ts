import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import type { Actor } from '../../platform/actor.ts'
import { logKeyOf, readHistory, record, verifyHistory } from './index.ts'
import { type Sealing, sealEvents } from './seal-events.ts'

const now = new Date('2026-03-10T13:42:00Z')

describe('the history of case files', () => {
  let house: TestHouse
  let actor: Actor
  let caseFileId: string
  let sealing: Sealing

  beforeAll(async () => {
    house = await openTestHouse()
    sealing = { key: logKeyOf(house.platform.config), sources: [], witnessFiles: [] }
    const [row] = await house.db<{ account: string; unit: string; agency: string }[]>`
      select a.id as account, u.id as unit, u.agency_id as agency
        from identity.account a, organization.unit u where a.login = 'ana' and u.acronym = 'ASSES'`
    actor = {
      userId: row?.account ?? '',
      name: 'Ana Assessora',
      login: 'ana',
      unitId: row?.unit ?? '',
      unitSlug: 'set-rn-asses',
      unitAcronym: 'ASSES',
      unitName: 'Assessoria',
      agencyId: row?.agency ?? '',
      permissions: new Set(),
      sessionHash: '',
    }
  })
  afterAll(() => house.close())

  beforeEach(async () => {
    const [row] = await house.db<{ id: string }[]>`
      insert into cases.case_file (number, digits, agency_id, unit_id, case_type_id, filed_on, opened_at, opened_by, level, effective_level, news_at, news_unit_id)
      select n, regexp_replace(n, '\\D', '', 'g'), ${actor.agencyId}, ${actor.unitId}, t.id, ${now}, ${now}, ${actor.userId}, 'public', 'public', ${now}, ${actor.unitId}
        from (select 'T-' || (random() * 1e15)::bigint as n) x, classification.case_type t order by t.id limit 1 returning id`
    caseFileId = row?.id ?? ''
  })

  const enter = (text: string, scope: 'case' | 'unit' = 'case') =>
    record(house.db, actor, now, [{ caseFileId, scope, event: { kind: 'manual-entry', text } }])

  /** The oldest running transaction of the whole server bounds what may be sealed; other tests run some: wait for them. */
  const sealAll = async (least: number): Promise<number> => {
    let sealed = 0
    await expect
      .poll(
        async () => {
          sealed += await sealEvents(house.db, now, sealing)
          return sealed
        },
        { timeout: 30_000, interval: 50 },
      )
      .toBeGreaterThanOrEqual(least)
    return sealed
  }

  const read = (view: 'summary' | 'complete', unitId = actor.unitId, secret: readonly string[] = []) =>
    readHistory(house.db, { caseFileId, unitId, view, page: 1 }, async () => new Set(secret))
  const asSuperuser = (statement: string) =>
    house.db.begin(async (trx) => {
      await trx`set local session_replication_role = replica`
      await trx.unsafe(statement)
    })

  it('R1 tells every event as a sentence, newest first, with person and unit', async () => {
    await enter('Primeiro.')
    await record(house.db, actor, now, [
      { caseFileId, event: { kind: 'case-sent', to: 'GS', keptOpen: true, returnDue: '2026-03-20' } },
    ])
    const { lines, total } = await read('complete')
    expect(total).toBe(2)
    expect(lines.map(({ text }) => text)).toEqual([
      'Processo enviado para GS, mantido aberto na unidade, com retorno até 20/03/2026.',
      'Primeiro.',
    ])
    expect(lines[0]).toMatchObject({ person: 'Ana Assessora', unit: 'ASSES', at: now })
  })

  it('R2 refuses to change, delete or empty what was written', async () => {
    await enter('Fica.')
    await expect(house.db`update history.event set kind = 'outro-tipo'`).rejects.toThrow('append-only')
    await expect(house.db`delete from history.event`).rejects.toThrow('append-only')
    await expect(house.db`truncate history.event cascade`).rejects.toThrow('append-only')
    await expect(house.db`delete from history.seal`).resolves.toHaveLength(0)
  })

  it('R3 shows what concerns one unit alone to that unit alone', async () => {
    await enter('Só nosso.', 'unit')
    const ours = await read('complete')
    const theirs = await read('complete', '1')
    expect([ours.total, theirs.total]).toEqual([1, 0])
  })

  it('leaves the small work out of the summary and shows it in the complete view', async () => {
    await record(house.db, actor, now, [{ caseFileId, event: { kind: 'tree-reordered' } }])
    const summary = await read('summary')
    const complete = await read('complete')
    expect([summary.total, complete.total]).toEqual([0, 1])
  })

  it('R6 does not tell the numbers that its reader may not know, and leaves the sealed row as it was', async () => {
    await record(house.db, actor, now, [
      { caseFileId, event: { kind: 'case-related', other: '1/2026' } },
      { caseFileId, event: { kind: 'annexed-to', principal: '2/2026' } },
      { caseFileId, event: { kind: 'case-suspended', reason: 'Espera.', linkedTo: '1/2026' } },
    ])
    const { lines } = await read('complete', actor.unitId, ['1/2026'])
    expect(lines.map(({ text }) => text)).toEqual([
      'Processo sobrestado, vinculado ao processo (sigiloso). Motivo: Espera.',
      'Processo anexado ao processo 2/2026.',
      'Processo relacionado ao processo (sigiloso).',
    ])
    expect((await read('complete')).lines.map(({ text }) => text).join()).not.toContain('sigiloso')
  })

  it('R4 seals what happened and finds it whole', async () => {
    for (let n = 0; n < 5; n++) await enter(`Andamento ${n}.`)
    await sealAll(5)
    const { tampering, events } = await verifyHistory(house.db)
    expect(tampering).toEqual([])
    expect(events).toBeGreaterThanOrEqual(5)
  })

  it('R4 seals nothing that a running transaction could still precede, and seals it later', async () => {
    await enter('Antes de tudo.')
    await sealAll(1)
    let finish = () => {}
    let begun = () => {}
    const started = new Promise<void>((resolve) => {
      begun = resolve
    })
    const slow = house.db.begin(async (trx) => {
      await record(trx, actor, now, [{ caseFileId, event: { kind: 'manual-entry', text: 'Lento.' } }])
      begun()
      await new Promise<void>((resolve) => {
        finish = resolve
      })
    })
    await started
    await enter('Rápido, depois do lento começar.')
    expect(await sealEvents(house.db, now, sealing)).toBe(0)
    finish()
    await slow
    expect(await sealAll(2)).toBe(2)
    expect((await verifyHistory(house.db)).tampering).toEqual([])
  })

  describe('R5 names the row that somebody with all rights', () => {
    const tamperings: [string, string, string][] = [
      ['changed', `update history.event set facts = '{"text": "Outro."}' where id = $id`, 'event-changed'],
      [
        'moved to another time',
        `update history.event set at = at + interval '1 microsecond' where id = $id`,
        'event-changed',
      ],
      [
        'gave to another person',
        `update history.event set account_id = account_id + 1 where id = $id`,
        'event-changed',
      ],
      ['deleted', `delete from history.event where id = $id`, 'event-missing'],
      [
        'slipped in',
        `insert into history.event (case_file_id, kind, facts, at, tx) select case_file_id, kind, facts, at, tx from history.event where id = $id`,
        'event-slipped-in',
      ],
    ]
    for (const [deed, statement, kind] of tamperings) {
      it(deed, async () => {
        const before = (await verifyHistory(house.db)).tampering.length
        await enter('Será adulterado.')
        await sealAll(1)
        const [row] = await house.db<{ id: string }[]>`select max(id) as id from history.event`
        await asSuperuser(statement.replaceAll('$id', row?.id ?? ''))
        const { tampering } = await verifyHistory(house.db)
        expect(tampering).toHaveLength(before + 1)
        expect(tampering.map((one) => one.kind)).toContain(kind)
      })
    }

    it('took a seal away, or rewrote one', async () => {
      await enter('Um.')
      await sealAll(1)
      await enter('Dois.')
      await sealAll(1)
      const [last] = await house.db<{ id: number }[]>`select max(id)::int as id from history.seal`
      const id = last?.id ?? 0
      await asSuperuser(`update history.seal set sealed_at = sealed_at, root = sha256('x') where id = ${id}`)
      expect((await verifyHistory(house.db)).tampering).toContainEqual({ kind: 'seal-changed', sealId: id })
      await asSuperuser(`delete from history.seal where id = ${id - 1}`)
      expect((await verifyHistory(house.db)).tampering).toContainEqual({ kind: 'seal-missing', sealId: id - 1 })
    })
  })
})
