import { describe, expect, it, test } from 'vitest'
import { localDate } from '../../platform/calendar/index.ts'
import { readTerm } from './counting/term.form.ts'
import { stateOf } from './deadline-state.rules.ts'
import { tellState, toneOfState } from './deadline-state.text.ts'
import { readDeadline } from './keeping/deadline.form.ts'
import { refusalsToActOn, refusalsToSet } from './keeping/deadline.rules.ts'

const at = (text: string) => new Date(`${text}-03:00`)

describe('how a deadline stands on Friday 20 November 2026 at 14:00', () => {
  const now = at('2026-11-20T14:00')
  test.each<[string, string | undefined, string | undefined, string, string]>([
    ['2026-12-20', undefined, undefined, 'neutral', 'faltam 30 dias'],
    ['2026-11-24', undefined, undefined, 'neutral', 'faltam 4 dias'],
    ['2026-11-23', undefined, undefined, 'warning', 'faltam 3 dias'],
    ['2026-11-21', '09:00', undefined, 'warning', 'vence amanhã às 09:00'],
    ['2026-11-20', undefined, undefined, 'warning', 'vence hoje'],
    ['2026-11-20', '14:00', undefined, 'warning', 'vence hoje às 14:00'],
    ['2026-11-20', '13:59', undefined, 'danger', 'venceu hoje às 13:59'],
    ['2026-11-19', undefined, undefined, 'danger', 'venceu ontem'],
    ['2026-11-10', '18:00', undefined, 'danger', 'venceu há 10 dias'],
    ['2026-11-10', undefined, '2026-11-10T23:59', 'info', 'cumprido em 10/11/2026'],
    ['2026-11-10', undefined, '2026-11-11T00:00', 'info', 'cumprido em 11/11/2026, com 1 dia de atraso'],
    ['2026-11-10', '12:00', '2026-11-10T12:01', 'info', 'cumprido em 10/11/2026, depois da hora'],
    ['2026-11-10', undefined, '2026-11-14T08:00', 'info', 'cumprido em 14/11/2026, com 4 dias de atraso'],
  ])('due %s %s, concluded %s: %s, “%s”', (dueOn, dueTime, concluded, tone, text) => {
    const state = stateOf({ dueOn: localDate(dueOn), dueTime, concludedAt: concluded ? at(concluded) : undefined }, now)
    expect([toneOfState[state.kind], tellState(state, dueTime)]).toEqual([tone, text])
  })

  it('the day is that of Brasília, not of the server', () => {
    const state = stateOf(
      { dueOn: localDate('2026-11-20'), dueTime: undefined, concludedAt: undefined },
      new Date('2026-11-21T02:59:00Z'),
    )
    expect(state.kind).toBe('today')
  })
})

describe('what stands against an act on a deadline', () => {
  const today = localDate('2026-11-20')
  const facts = { concluded: false, due: localDate('2026-11-10'), today }
  test.each([
    ['conclude', facts, []],
    ['conclude', { ...facts, concluded: true }, ['concluded']],
    ['reopen', facts, ['not-concluded']],
    ['reopen', { ...facts, concluded: true }, []],
    ['delete', { ...facts, concluded: true }, []],
    ['change', { ...facts, concluded: true }, ['concluded']],
    ['change', { ...facts, newDue: localDate('2026-11-10') }, []],
    ['change', { ...facts, newDue: localDate('2026-11-09') }, ['already-past']],
    ['change', { ...facts, newDue: today }, []],
  ] as const)('%s %j: %j', (act, given, kinds) => {
    expect(refusalsToActOn(act, given).map(({ kind }) => kind)).toEqual(kinds)
  })

  test.each([
    [{ due: today, alreadyOpen: 49 }, []],
    [{ due: localDate('2026-11-19'), alreadyOpen: 0 }, ['already-past']],
    [{ due: today, alreadyOpen: 50 }, ['too-many']],
  ])('setting one with %j: %j', (given, kinds) => {
    expect(refusalsToSet({ ...given, today }).map(({ kind }) => kind)).toEqual(kinds)
  })
})

describe('a deadline as typed', () => {
  const today = localDate('2026-11-20')
  const read = (fields: Record<string, string>) =>
    readDeadline({ texto: 'Responder', dia: '2026-12-01', ...fields }, today)

  test.each([
    ['14', '14:00'],
    ['9h', '09:00'],
    ['9h05', '09:05'],
    ['23:59', '23:59'],
    ['', undefined],
  ])('“%s” is the hour %s', (hora, time) => {
    expect(read({ hora }).asked?.time).toBe(time)
  })

  test.each([
    [{ hora: '25:00' }, 'hora'],
    [{ hora: '12:60' }, 'hora'],
    [{ hora: 'meio-dia' }, 'hora'],
    [{ texto: '  ' }, 'texto'],
    [{ texto: 'x'.repeat(301) }, 'texto'],
    [{ dia: '' }, 'dia'],
    [{ dia: '2026-02-30' }, 'dia'],
    [{ dia: '', dias: '0' }, 'dias'],
    [{ dia: '', dias: '1001' }, 'dias'],
    [{ dia: '', dias: 'dez' }, 'dias'],
    [{ dias: '3' }, 'dias'],
    [{ dia: '', dias: '3', contagem: 'lunar' }, 'contagem'],
    [{ dia: '', dias: '3', desde: 'ontem' }, 'desde'],
  ])('%j is refused beside %s', (fields, field) => {
    const { asked, problems } = read(fields)
    expect(asked).toBeUndefined()
    expect(problems.map((one) => one.field)).toEqual([field])
  })

  it('counts from today unless another day is given', () => {
    const term = (fields: Partial<Record<'day' | 'days' | 'counting' | 'from', string>>) =>
      readTerm({ day: '', days: '', counting: 'uteis', from: '', ...fields }, today).term
    expect(term({ days: '15' })).toEqual({ from: today, days: 15, counting: 'working' })
    expect(term({ days: '30', counting: 'corridos', from: '01/11/2026' })).toEqual({
      from: '2026-11-01',
      days: 30,
      counting: 'calendar-rolled',
    })
  })
})
