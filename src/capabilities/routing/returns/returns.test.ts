import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { aCaseFile, actorOf, eventsOf, postAnyway } from '../../../../test/support/builders-cases.ts'
import { forManyAtOnce, openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Page, Person } from '../../../../test/support/person.ts'
import { at, type Login } from '../../../../test/support/world.ts'
import { localDate } from '../../../platform/calendar/index.ts'
import { recallCaseFile } from '../index.ts'
import { reopenOnSchedule } from '../reopening/reopen-on-schedule.ts'
import { refusalsToExtend, returnState } from './return.rules.ts'
import { tellReturn, toneOfReturn } from './return.text.ts'

describe('how a return stands', () => {
  test.each([
    ['2026-11-20', undefined, '2026-11-18', 'warning', 'A devolver: faltam 2 dias', 'Aguardando: faltam 2 dias'],
    ['2026-11-20', undefined, '2026-11-20', 'warning', 'A devolver: vence hoje', 'Aguardando: vence hoje'],
    ['2026-11-20', undefined, '2026-11-21', 'danger', 'Atrasado há 1 dia', 'Atrasado há 1 dia'],
    ['2026-11-20', '2026-11-20', '2026-12-25', 'info', 'Devolvido', 'Cumprido'],
    [
      '2026-11-20',
      '2026-11-23',
      '2026-12-25',
      'info',
      'Devolvido com 3 dias de atraso',
      'Cumprido com 3 dias de atraso',
    ],
  ])('due %s, returned %s, on %s: %s', (due, returned, today, tone, mine, theirs) => {
    const facts = { due: localDate(due), returnedOn: returned ? localDate(returned) : undefined }
    const state = returnState(facts, localDate(today))
    const days = Math.round((Date.parse(due) - Date.parse(returned ?? today)) / 86_400_000)
    expect([toneOfReturn[state], tellReturn('to-return', state, days), tellReturn('awaited', state, days)]).toEqual([
      tone,
      mine,
      theirs,
    ])
  })

  test.each([
    ['2026-11-21', undefined, []],
    ['2026-11-20', undefined, ['not-later']],
    ['2026-11-19', undefined, ['not-later']],
    [undefined, undefined, ['no-day']],
    ['2026-11-25', '2026-11-20', ['already-returned']],
  ])('put off from 20/11 to %s, returned %s: %j', (newDue, returned, kinds) => {
    const facts = { due: localDate('2026-11-20'), returnedOn: returned ? localDate(returned) : undefined }
    const refusals = refusalsToExtend(facts, newDue ? localDate(newDue) : undefined, localDate('2026-11-10'))
    expect(refusals.map(({ kind }) => kind)).toEqual(kinds)
  })
})

describe('scheduled returns and reopenings', () => {
  let house: TestHouse
  const people: Partial<Record<Login, Person>> = {}
  const unitIds: Record<string, string> = {}
  /** A is the mailroom, B the advisers, C the coordination. */
  const [a, b, c] = [
    { login: 'marina', unit: at.prot },
    { login: 'ana', unit: at.asses },
    { login: 'carla', unit: at.cofic },
  ] as const
  type Who = typeof a | typeof b | typeof c

  beforeAll(async () => {
    house = await openTestHouse({}, forManyAtOnce)
    await day('2026-11-16')
    for (const row of await house.db<{ slug: string; id: string }[]>`select slug, id from organization.unit`) {
      unitIds[row.slug] = row.id
    }
  })
  afterAll(() => house.close())

  /** Ten o'clock of another day: everybody signs in anew. */
  const day = async (date: string) => {
    house.setClock(new Date(`${date}T10:00:00-03:00`))
    await Promise.all([a, b, c].map(async ({ login }) => Object.assign(people, { [login]: await house.signIn(login) })))
  }
  const person = (who: Who) => people[who.login] as Person
  const open = (who: Who, path: string) => person(who).open(`/em/${who.unit}${path}`)
  const formTo = (path: string) => `form[action$="${path}"]`
  const send = async (
    from: Who,
    to: readonly string[],
    digits: string,
    fields: Record<string, string> = {},
  ): Promise<Page> => {
    const page = await open(from, `/envio?processo=${digits}`)
    return person(from).send(page, formTo('/envio'), { destinos: to.map((slug) => unitIds[slug] ?? ''), ...fields })
  }
  const tableOf = (page: Page, id: string) => page.document.querySelector(`#${id}`)?.textContent ?? ''
  const returns = async (who: Who, query = '') => {
    const page = await open(who, `/retornos${query}`)
    return { toReturn: tableOf(page, 'a-devolver'), awaited: tableOf(page, 'aguardando'), page }
  }
  const deskOf = async (who: Who, digits: string) => tableOf(await open(who, `/mesa?filtro=${digits}`), 'processos')
  const movementTo = async (digits: string, slug: string) => {
    const [row] = await house.db<{ id: string; due: string; returned: boolean }[]>`
      select m.id, m.return_due::text as due, m.returned_at is not null as returned from routing.movement m
        join cases.case_file f on f.id = m.case_file_id join organization.unit u on u.id = m.to_unit_id
       where f.digits = ${digits} and u.slug = ${slug} and m.return_due is not null order by m.id desc limit 1`
    return row ?? { id: '', due: '', returned: false }
  }

  it('E2E-08, R9: a cascade A to B to C; C is late, B puts it off, never brings it forward; A reads blue after B returned', async () => {
    await day('2026-11-16')
    const file = await aCaseFile(house)
    await send(a, [b.unit], file.digits, { retorno: '2026-11-30' })
    expect((await returns(b)).toReturn).toContain('A devolver: faltam 14 dias')
    expect((await returns(a)).awaited).toContain('Aguardando: faltam 14 dias')

    const refused = await send(b, [c.unit], file.digits, { retorno: '2026-11-18' })
    expect(refused.status).toBe(422)
    expect(refused.errors.join()).toContain('ainda deve devolver o processo a PROT')
    const forwarded = await send(b, [c.unit], file.digits, { retorno: '2026-11-18', manter: 'sim' })
    expect(forwarded.text).toContain('enviado para COFIC')
    const desk = await deskOf(b, file.digits)
    expect(desk).toContain('a PROT até 30/11/2026')
    expect(desk).toContain('de COFIC até 18/11/2026')
    await open(c, `/processos/${file.digits}`)

    await day('2026-11-19')
    expect((await returns(c)).toReturn).toContain('Atrasado há 1 dia')
    expect((await returns(b)).awaited).toContain('Atrasado há 1 dia')
    const { id } = await movementTo(file.digits, c.unit)
    const extension = await open(b, `/retornos/${id}/prorrogacao`)
    for (const dia of ['2026-11-17', '2026-11-18', '']) {
      const page = await person(b).send(extension, formTo('/prorrogacao'), { dia })
      expect([page.status, page.errors.length]).toEqual([422, 1])
    }
    const extended = await person(b).send(extension, formTo('/prorrogacao'), { dia: '2026-11-20' })
    expect(extended.text).toContain('retorno prorrogado para 20/11/2026.')
    expect((await returns(c)).toReturn).toContain('A devolver: vence amanhã')

    await day('2026-11-23')
    await send(c, [b.unit], file.digits)
    expect((await returns(b, '?situacao=todos')).awaited).toContain('Cumprido com 3 dias de atraso')
    expect((await returns(c, '?situacao=todos')).toReturn).toContain('Devolvido com 3 dias de atraso')
    expect((await returns(b)).toReturn).toContain('A devolver: faltam 7 dias')
    const tooLate = await open(b, `/retornos/${id}/prorrogacao`)
    const shut = await person(b).send(tooLate, formTo('/prorrogacao'), { dia: '2026-12-20' })
    expect(shut.errors.join()).toContain('já foi devolvido')

    await send(b, [a.unit], file.digits)
    const blue = (await open(a, `/mesa?filtro=${file.digits}`)).document.querySelector('#processos .tag--info')
    expect(blue?.textContent).toContain('Cumprido')
    expect((await returns(a)).awaited).not.toContain(file.number)
    expect((await returns(a, '?situacao=todos&ano=2026')).awaited).toContain('Cumprido')
    expect((await eventsOf(house, file.id)).filter((kind) => kind === 'return-extended')).toHaveLength(1)
  })

  it('R9 only sending back to the unit that asked stops the clock: concluding, or sending elsewhere, does not', async () => {
    await day('2026-11-16')
    const file = await aCaseFile(house)
    await send(a, [b.unit], file.digits, { retorno: '2026-11-30', manter: 'sim' })
    await send(b, [c.unit], file.digits, { manter: 'sim' })
    await person(b).send(await open(b, `/conclusao?processo=${file.digits}`), formTo('/conclusao'))
    expect((await movementTo(file.digits, b.unit)).returned).toBe(false)
    await postAnyway(person(b), `/em/${b.unit}/processos/${file.digits}/reabertura`)
    await send(b, [a.unit], file.digits)
    expect((await movementTo(file.digits, b.unit)).returned).toBe(true)
  })

  it('in so many working days, each unit has until the day that the calendar of its own agency says', async () => {
    await day('2026-11-16')
    await house.db`insert into organization.holiday (agency_id, on_date, name)
      select id, '2026-11-18', 'Dia do Rio' from organization.agency where acronym = 'SEPLAG/RJ'`
    const file = await aCaseFile(house)
    const wrong = await send(a, [b.unit], file.digits, { 'retorno-dias': 'dez' })
    expect([wrong.status, wrong.errors]).toEqual([422, ['Informe de 1 a 1000 dias.']])
    await send(a, [b.unit, at.rj], file.digits, { 'retorno-dias': '3', 'retorno-contagem': 'uteis' })
    expect((await movementTo(file.digits, b.unit)).due).toBe('2026-11-19')
    expect((await movementTo(file.digits, at.rj)).due).toBe('2026-11-20')
    const history = await open(a, `/processos/${file.digits}/historico`)
    expect(history.text).toContain('Processo enviado para ASSES, com retorno até 19/11/2026.')
    expect(history.text).toContain('com retorno até 20/11/2026.')
  })

  it('R10 only the unit that asked may put it off or exclude it, and SQL refuses an earlier day', async () => {
    await day('2026-11-16')
    const file = await aCaseFile(house)
    await send(a, [b.unit], file.digits, { retorno: '2026-11-30' })
    const { id } = await movementTo(file.digits, b.unit)
    for (const act of ['prorrogacao', 'exclusao']) {
      expect((await open(b, `/retornos/${id}/${act}`)).status).toBe(404)
      const forged = await postAnyway(person(b), `/em/${b.unit}/retornos/${id}/${act}`, { dia: '2026-12-30' })
      expect(forged.status).toBe(404)
    }
    const { db } = house
    await expect(db`update routing.movement set return_due = '2026-11-29' where id = ${id}`).rejects.toThrow('put off')
    const gone = await person(a).send(await open(a, `/retornos/${id}/exclusao`), formTo('/exclusao'))
    expect(gone.text).toContain('não precisa mais devolver')
    expect((await returns(b)).toReturn).not.toContain(file.number)
    await expect(db`update routing.movement set return_due = '2026-12-30' where id = ${id}`).rejects.toThrow(
      'no return',
    )
    expect(await eventsOf(house, file.id)).toContain('return-excluded')
  })

  it('R11 reopens on its day in the unit that sent it, unread, with an event, once for all nodes', async () => {
    await day('2026-11-16')
    const file = await aCaseFile(house)
    const kept = await send(a, [b.unit], file.digits, { reabertura: '2026-11-25', manter: 'sim' })
    expect(kept.errors.join()).toContain('não fica aberto nesta unidade')
    expect((await send(a, [b.unit], file.digits, { reabertura: '2026-11-16' })).errors.join()).toContain(
      'depois de hoje',
    )
    await send(a, [b.unit], file.digits, { reabertura: '2026-11-25' })
    expect(tableOf((await returns(a)).page, 'reaberturas')).toContain('25/11/2026')
    expect((await open(b, `/processos/${file.digits}/historico?visao=completa`)).text).not.toContain('programada')

    await day('2026-11-24')
    expect(await reopenOnSchedule(house.db, house.platform.clock())).toBe(0)
    await day('2026-11-25')
    const now = house.platform.clock()
    const counts = await Promise.all([1, 2, 3].map(() => reopenOnSchedule(house.db, now)))
    expect(counts.reduce((one, other) => one + other)).toBe(1)
    const rows = await house.db`select ending from routing.scheduled_reopening where case_file_id = ${file.id}`
    expect(rows.map(({ ending }) => ending)).toEqual(['reopened'])
    const desk = await deskOf(a, file.digits)
    expect(desk).toContain(file.number)
    expect(desk).toContain('ainda não aberto na unidade')
    const history = await open(b, `/processos/${file.digits}/historico`)
    expect(history.text).toContain('reaberto na unidade, como Marina Protocolista programou para 25/11/2026')
    await house.workOff()
    expect((await eventsOf(house, file.id)).filter((kind) => kind === 'case-reopened-on-schedule')).toHaveLength(1)
  })

  it('R11 waits while it is suspended, and needs nothing where it lies on the desk already', async () => {
    await day('2026-11-16')
    const [waiting, back] = [await aCaseFile(house), await aCaseFile(house)]
    for (const { digits } of [waiting, back]) await send(a, [b.unit], digits, { reabertura: '2026-11-17' })
    await send(b, [a.unit], back.digits)
    await house.db`update cases.case_file set state = 'suspended' where id = ${waiting.id}`
    await day('2026-11-18')
    expect(await reopenOnSchedule(house.db, house.platform.clock())).toBe(0)
    await house.db`update cases.case_file set state = 'normal' where id = ${waiting.id}`
    expect(await reopenOnSchedule(house.db, house.platform.clock())).toBe(1)
    expect(await eventsOf(house, waiting.id)).toContain('case-reopened-on-schedule')
    expect(await eventsOf(house, back.id)).not.toContain('case-reopened-on-schedule')
  })

  it('R11 is cancelled before its day, and by sending again or concluding', async () => {
    await day('2026-11-16')
    const [one, other, third] = [await aCaseFile(house), await aCaseFile(house), await aCaseFile(house)]
    for (const { digits } of [one, other, third]) await send(a, [b.unit], digits, { reabertura: '2026-11-20' })
    expect((await postAnyway(person(b), `/em/${b.unit}/processos/${one.digits}/reabertura/cancelamento`)).status).toBe(
      404,
    )
    const page = await open(a, `/processos/${one.digits}`)
    const cancelled = await person(a).send(page, formTo('/reabertura/cancelamento'))
    expect(cancelled.text).toContain('a de 20/11/2026 foi cancelada.')
    for (const { digits } of [other, third]) await send(b, [a.unit], digits)
    await send(a, [b.unit], other.digits)
    await person(a).send(await open(a, `/conclusao?processo=${third.digits}`), formTo('/conclusao'))
    await day('2026-11-20')
    expect(await reopenOnSchedule(house.db, house.platform.clock())).toBe(0)
    expect(await eventsOf(house, third.id)).toContain('reopening-cancelled')
  })

  it('a recalled sending asks for no return any more', async () => {
    await day('2026-11-16')
    const file = await aCaseFile(house)
    await send(a, [b.unit], file.digits, { retorno: '2026-11-30', reabertura: '2026-11-29' })
    await recallCaseFile(house.db, await actorOf(house, 'marina', a.unit), file.digits, house.platform.clock())
    expect((await returns(a)).awaited).not.toContain(file.number)
    expect((await returns(b)).toReturn).not.toContain(file.number)
  })
})
