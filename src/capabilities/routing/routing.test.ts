import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCaseFile, actorOf, eventsOf, formOf } from '../../../test/support/builders-cases.ts'
import { forManyAtOnce, openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import type { Person } from '../../../test/support/person.ts'
import { at, type Login } from '../../../test/support/world.ts'
import { concludeHolding, recallCaseFile, reopenHolding, sendCaseFile } from './index.ts'

describe('routing of case files', () => {
  let house: TestHouse
  let marina: Person
  let ana: Person
  const unitIds: Record<string, string> = {}

  beforeAll(async () => {
    house = await openTestHouse({}, forManyAtOnce)
    marina = await house.signIn('marina')
    ana = await house.signIn('ana')
    for (const row of await house.db<{ slug: string; id: string }[]>`select slug, id from organization.unit`) {
      unitIds[row.slug] = row.id
    }
  })
  afterAll(() => house.close())

  const unit = (slug: string) => unitIds[slug] ?? ''
  const send = async (
    by: Login,
    from: (typeof at)[keyof typeof at],
    digits: string,
    to: readonly string[],
    keepOpen = false,
  ) =>
    sendCaseFile(
      house.db,
      await actorOf(house, by, from),
      { caseNumber: digits, to: to.map(unit), keepOpen },
      house.platform.clock(),
    )
  const desks = async (caseFileId: string) => {
    const rows = await house.db<{ slug: string }[]>`
      select u.slug from cases.holding h join organization.unit u on u.id = h.unit_id
       where h.case_file_id = ${caseFileId} and h.closed_at is null order by u.slug`
    return rows.map(({ slug }) => slug)
  }
  const sendOnPages = async (person: Person, from: string, digits: string, to: readonly string[], more = {}) => {
    const page = await person.open(`/em/${from}/envio?processo=${digits}`)
    return person.send(page, formOf('envio'), { destinos: to.map(unit), ...more })
  }

  it('R1 the case file leaves this desk, reaches the other, and the history tells it', async () => {
    const made = await aCaseFile(house)
    const after = await sendOnPages(marina, at.prot, made.digits, [at.asses])
    expect(after.url).toContain(`/em/${at.prot}/mesa`)
    expect(after.text).toContain('enviado para ASSES')
    expect(after.document.querySelector('#processos')?.textContent ?? '').not.toContain(made.number)
    const arrived = await ana.open(`/em/${at.asses}/mesa`)
    expect(arrived.document.querySelector('#processos')?.textContent).toContain(made.number)
    expect(arrived.document.querySelector('#processos')?.textContent).toContain('ainda não aberto na unidade')
    const history = await ana.open(`/em/${at.asses}/processos/${made.digits}/historico`)
    expect(history.text).toContain('Processo enviado para ASSES.')
    expect(history.text).toContain('Processo recebido na unidade.')
    expect(await desks(made.id)).toEqual([at.asses])
  })

  it('a search for a unit that there is none of says so once', async () => {
    const { digits } = await aCaseFile(house)
    const page = await marina.open(`/em/${at.prot}/envio?processo=${digits}`)
    const found = await marina.send(page, formOf('envio'), { unidade: 'ninguém se chama assim', procurar: 'sim' })
    expect(found.text.split('tem esta sigla ou este nome')).toHaveLength(2)
  })

  it('is received by the first opening and only once', async () => {
    const made = await aCaseFile(house)
    await send('marina', at.prot, made.digits, [at.asses])
    await Promise.all([1, 2, 3, 4].map(() => ana.open(`/em/${at.asses}/processos/${made.digits}`)))
    const events = await eventsOf(house, made.id)
    expect(events.filter((kind) => kind === 'case-received')).toHaveLength(1)
    const desk = await ana.open(`/em/${at.asses}/mesa?filtro=${made.digits}`)
    expect(desk.document.querySelector('#processos')?.textContent).not.toContain('ainda não aberto')
  })

  it('kept open, it is on both desks', async () => {
    const made = await aCaseFile(house)
    await sendOnPages(marina, at.prot, made.digits, [at.asses, at.cofic], { manter: 'sim' })
    expect(await desks(made.id)).toEqual([at.asses, at.cofic, at.prot])
  })

  it('R2 leaves out and names a destination that already holds it, and goes to the others', async () => {
    const made = await aCaseFile(house)
    await send('marina', at.prot, made.digits, [at.asses], true)
    const after = await sendOnPages(marina, at.prot, made.digits, [at.asses, at.cofic])
    expect(after.text).toContain('enviado para COFIC')
    expect(after.text).toContain('Já estava aberto em ASSES')
    expect(await desks(made.id)).toEqual([at.asses, at.cofic])
  })

  const refusals: [string, (digits: string) => Promise<Record<string, string | readonly string[]>>, string][] = [
    ['no destination', async () => ({ destinos: [] }), 'Escolha pelo menos uma unidade de destino.'],
    ['a destination that is not there', async () => ({ destinos: ['999999'] }), 'não foi encontrada'],
    ['its own unit', async () => ({ destinos: [unit(at.prot)] }), 'O processo já está nesta unidade'],
    ['a return in the past', async () => ({ destinos: [unit(at.asses)], retorno: '2020-01-01' }), 'depois de hoje'],
    [
      'only units that hold it',
      async (digits) => {
        await send('marina', at.prot, digits, [at.asses], true)
        return { destinos: [unit(at.asses)] }
      },
      'já está aberto em ASSES',
    ],
  ]
  for (const [why, fieldsFor, sentence] of refusals) {
    it(`refused for ${why}, nothing changes, and the page says why and keeps what was typed`, async () => {
      const made = await aCaseFile(house)
      const fields = await fieldsFor(made.digits)
      const before = await desks(made.id)
      const page = await marina.open(`/em/${at.prot}/envio?processo=${made.digits}`)
      const after = await marina.send(page, formOf('envio'), { ...fields, avisar: 'sim', manter: 'sim' })
      expect(after.status).toBe(422)
      expect(after.errors.join(' ')).toContain(sentence)
      expect(after.document.querySelector('[name=avisar]')?.hasAttribute('checked')).toBe(true)
      expect(await desks(made.id)).toEqual(before)
    })
  }

  it('R2 sent twice at once by several people, it goes once', async () => {
    const made = await aCaseFile(house)
    const actor = await actorOf(house, 'marina', at.prot)
    await Promise.all(Array.from({ length: 10 }, () => house.db`select 1`))
    const outcomes = await Promise.all(
      Array.from({ length: 5 }, () =>
        sendCaseFile(house.db, actor, { caseNumber: made.digits, to: [unit(at.asses)], keepOpen: false }, new Date()),
      ),
    )
    expect(outcomes.filter((outcome) => outcome?.done)).toHaveLength(1)
    expect(await desks(made.id)).toEqual([at.asses])
    expect((await eventsOf(house, made.id)).filter((kind) => kind === 'case-sent')).toHaveLength(1)
  })

  it('R6 the same form sent five times at once is one act, and each answer is the first one', async () => {
    const made = await aCaseFile(house)
    const page = await marina.open(`/em/${at.prot}/envio?processo=${made.digits}`)
    const form = page.document.querySelector(formOf('envio'))
    const hidden = Object.fromEntries(
      [...(form?.querySelectorAll('input[type=hidden]') ?? [])].map((input) => [
        input.getAttribute('name') ?? '',
        input.getAttribute('value') ?? '',
      ]),
    )
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => marina.post(`/em/${at.prot}/envio`, { ...hidden, destinos: [unit(at.asses)] })),
    )
    expect(new Set(answers.map(({ url }) => url)).size).toBe(1)
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    expect((await eventsOf(house, made.id)).filter((kind) => kind === 'case-sent')).toHaveLength(1)
  })

  it('R4 does not move while suspended', async () => {
    const made = await aCaseFile(house)
    const actor = await actorOf(house, 'marina', at.prot)
    await house.db`insert into cases.suspension (case_file_id, unit_id, reason, started_at, started_by)
      values (${made.id}, ${actor.unitId}, 'Aguarda decisão', now(), ${actor.userId})`
    await house.db`update cases.case_file set state = 'suspended' where id = ${made.id}`
    const outcome = await send('marina', at.prot, made.digits, [at.asses])
    expect(outcome?.done === false && outcome.refusals.map(({ kind }) => kind)).toContain('suspended')
    expect(await desks(made.id)).toEqual([at.prot])
  })

  it('R5 a confidential case file moves by credential only', async () => {
    const made = await aCaseFile(house, { level: 'confidential' })
    expect(await send('marina', at.prot, made.digits, [at.asses])).toBeUndefined()
    expect(await desks(made.id)).toEqual([at.prot])
  })

  it('R7 who may not see it, or may not send, cannot learn that it exists', async () => {
    const hidden = await aCaseFile(house, { level: 'confidential' })
    const seen = await ana.open(`/em/${at.asses}/envio?processo=${hidden.digits}`)
    const absent = await ana.open(`/em/${at.asses}/envio?processo=00000000000000000`)
    expect([seen.status, absent.status]).toEqual([404, 404])
    expect(seen.text).toBe(absent.text)
    const ivo = await house.signIn('ivo')
    expect((await ivo.open(`/em/${at.gs}/envio?processo=${hidden.digits}`)).status).toBe(404)
  })

  it('is recalled while nobody at the destination has opened it, and not afterwards', async () => {
    const made = await aCaseFile(house)
    await send('marina', at.prot, made.digits, [at.asses])
    const page = await marina.open(`/em/${at.prot}/processos/${made.digits}`)
    const back = await marina.send(page, formOf('desfazimento'))
    expect(back.text).toContain('foi desfeito')
    expect(await desks(made.id)).toEqual([at.prot])
    await send('marina', at.prot, made.digits, [at.asses])
    await ana.open(`/em/${at.asses}/processos/${made.digits}`)
    const outcome = await recallCaseFile(house.db, await actorOf(house, 'marina', at.prot), made.digits, new Date())
    expect(outcome).toMatchObject({ done: false, refusals: [{ kind: 'already-opened' }] })
    expect(await desks(made.id)).toEqual([at.asses])
  })

  it('is concluded here alone, and reopened by any unit where it passed, given to who reopens', async () => {
    const made = await aCaseFile(house)
    await send('marina', at.prot, made.digits, [at.asses], true)
    const page = await marina.open(`/em/${at.prot}/conclusao?processo=${made.digits}`)
    const after = await marina.send(page, formOf('conclusao'))
    expect(after.text).toContain('concluído nesta unidade')
    expect(await desks(made.id)).toEqual([at.asses])
    const again = await marina.send(await marina.open(`/em/${at.prot}/processos/${made.digits}`), formOf('reabertura'))
    expect(again.text).toContain('reaberto nesta unidade')
    const [holding] = await house.db<{ login: string }[]>`
      select a.login from cases.holding h join identity.account a on a.id = h.assigned_to
       where h.case_file_id = ${made.id} and h.unit_id = ${unit(at.prot)} and h.closed_at is null`
    expect(holding?.login).toBe('marina')
  })

  it('a return asked for stands on both desks until it is sent back', async () => {
    const made = await aCaseFile(house)
    await sendOnPages(marina, at.prot, made.digits, [at.asses], { manter: 'sim', retorno: '2099-05-20' })
    const mine = await marina.open(`/em/${at.prot}/mesa?so=aguardando-retorno&filtro=${made.digits}`)
    expect(mine.text).toContain('de ASSES até 20/05/2099')
    const theirs = await ana.open(`/em/${at.asses}/mesa?so=a-devolver&filtro=${made.digits}`)
    expect(theirs.text).toContain('a PROT até 20/05/2099')
    await concludeHolding(house.db, await actorOf(house, 'marina', at.prot), made.digits, new Date())
    await ana.open(`/em/${at.asses}/processos/${made.digits}`)
    await send('ana', at.asses, made.digits, [at.prot])
    const [row] = await house.db<{ returned: boolean }[]>`
      select returned_at is not null as returned from routing.movement where case_file_id = ${made.id} and return_due is not null`
    expect(row?.returned).toBe(true)
  })

  it('is returned to a unit that kept it open and asked for it by a day', async () => {
    const made = await aCaseFile(house)
    await sendOnPages(marina, at.prot, made.digits, [at.asses], { manter: 'sim', retorno: '2099-05-20' })
    await ana.open(`/em/${at.asses}/processos/${made.digits}`)
    const back = await sendOnPages(ana, at.asses, made.digits, [at.prot])
    expect(back.text).toContain('enviado para PROT')
    expect(await desks(made.id)).toEqual([at.prot])
    const [row] = await house.db<{ pending: number }[]>`
      select count(*)::int as pending from routing.movement
       where case_file_id = ${made.id} and return_due is not null and returned_at is null`
    expect(row?.pending).toBe(0)
  })

  it('R1 R3 whatever is sent, recalled, concluded and reopened, by whom and in whatever order, it is on some desk unless concluded', async () => {
    const places = [
      ['marina', at.prot],
      ['ana', at.asses],
      ['carla', at.cofic],
    ] as const
    const step = fc.record({
      who: fc.integer({ min: 0, max: 2 }),
      act: fc.constantFrom('send' as const, 'recall' as const, 'conclude' as const, 'reopen' as const),
      to: fc.uniqueArray(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 2 }),
      keepOpen: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const made = await aCaseFile(house)
        let concluded = 0
        for (const { who, act, to, keepOpen } of steps) {
          const [login, slug] = places[who] ?? places[0]
          const actor = await actorOf(house, login, slug)
          const now = house.platform.clock()
          const units = to.map((n) => unit(places[n]?.[1] ?? ''))
          if (act === 'send') await sendCaseFile(house.db, actor, { caseNumber: made.digits, to: units, keepOpen }, now)
          if (act === 'recall') await recallCaseFile(house.db, actor, made.digits, now)
          if (act === 'reopen') await reopenHolding(house.db, actor, made.digits, now)
          if (act === 'conclude' && (await concludeHolding(house.db, actor, made.digits, now))?.done) concluded++
        }
        if (concluded === 0) expect((await desks(made.id)).length).toBeGreaterThan(0)
        const [twice] = await house.db`
          select 1 from cases.holding where case_file_id = ${made.id} and closed_at is null group by unit_id having count(*) > 1`
        expect(twice).toBeUndefined()
        const [counts] = await house.db<{ movements: number; told: number }[]>`
          select (select count(distinct sent_at)::int from routing.movement where case_file_id = ${made.id}) as movements,
                 (select count(*)::int from history.event where case_file_id = ${made.id} and kind = 'case-sent') as told`
        expect(counts?.movements).toBe(counts?.told)
      }),
      { numRuns: 15 },
    )
  })

  it('R8 the history of it cannot be rewritten', async () => {
    await expect(house.db`delete from history.event`).rejects.toThrow('append-only')
  })
})
