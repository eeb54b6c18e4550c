import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCaseFile, confirmPasswordFor, postAnyway } from '../../../../test/support/builders-cases.ts'
import { aDeadline } from '../../../../test/support/builders-deadlines.ts'
import { forManyAtOnce, openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Person } from '../../../../test/support/person.ts'
import { at, password } from '../../../../test/support/world.ts'
import { tasksOf } from '../../../app.ts'
import { localDate, todayIn } from '../../../platform/calendar/index.ts'
import { claimReminders } from './reminders.queries.ts'
import { sendReminders } from './send-reminders.ts'

describe('reminders of deadlines', () => {
  let house: TestHouse
  let marina: Person
  const settings = `/em/${at.prot}/prazos/lembretes`

  beforeAll(async () => {
    house = await openTestHouse({}, forManyAtOnce)
    house.setClock(new Date('2026-11-16T10:00:00-03:00'))
    marina = await house.signIn('marina')
    await house.db`insert into organization.unit_email (unit_id, address)
      select id, slug || '@exemplo.gov.br' from organization.unit where slug in (${at.prot}, ${at.asses})`
  })
  afterAll(() => house.close())

  const now = () => house.platform.clock()
  const remind = () => sendReminders(house.db, 'https://processos.exemplo.gov.br', now())
  const mail = async () =>
    house.db<{ recipient: string; subject: string; body: string }[]>`
      select recipient, subject, body from mail.message where reason = 'lembrete de prazo' order by id`
  const choose = async (fields: Record<string, string>, form = '/lembretes') =>
    marina.send(await marina.open(settings), `form[action$="${form}"]`, fields)
  const due = (date: string) => ({ term: { due: localDate(date) } })

  it('none is sent where nobody asked for them', async () => {
    const file = await aCaseFile(house)
    await aDeadline(house, file.digits, due('2026-11-17'))
    expect(await remind()).toBe(0)
    expect((await marina.open(settings)).text).toContain('Hoje, nenhum lembrete é enviado.')
  })

  it('the unit says how many days before; otherwise its agency does', async () => {
    for (const [fields, message] of [
      [{ lembrar: 'dias', dias: '' }, 'Informe de 0 a 60 dias.'],
      [{ lembrar: 'dias', dias: '61' }, 'Informe de 0 a 60 dias.'],
      [{ lembrar: 'sempre' }, 'Escolha uma opção.'],
    ] as const) {
      const page = await choose(fields)
      expect([page.status, page.errors]).toEqual([422, [message]])
    }
    expect((await choose({ lembrar: 'dias', dias: '2' })).text).toContain('os lembretes vão 2 dias antes')
    expect((await postAnyway(marina, `${settings}/orgao`, { lembrar: 'dias', dias: '5' })).status).toBe(404)
    const admin = await house.signIn('admin')
    const page = await admin.open(`/em/${at.gs}/prazos/lembretes`)
    await admin.send(page, 'form[action$="/orgao"]', { lembrar: 'dias', dias: '5' })
    expect((await choose({ lembrar: 'orgao' })).text).toContain('os lembretes vão 5 dias antes')
    await choose({ lembrar: 'dias', dias: '2' })
    const [days] = await house.db<{ prot: number; asses: number }[]>`
      select deadlines.days_before((select id from organization.unit where slug = ${at.prot})) as prot,
             deadlines.days_before((select id from organization.unit where slug = ${at.asses})) as asses`
    expect(days).toEqual({ prot: 2, asses: 5 })
  })

  it('R8 one goes for each deadline, on its day, to the e-mail of the unit, however many nodes send it', async () => {
    const file = await aCaseFile(house)
    const concluded = await aDeadline(house, file.digits, { text: 'Cumprido', ...due('2026-11-18') })
    await postAnyway(marina, `/em/${at.prot}/prazos/${concluded}/conclusao`)
    await aDeadline(house, file.digits, { text: 'Responder ao ofício', ...due('2026-11-18'), dueTime: '14:00' })
    await aDeadline(house, file.digits, { text: 'Longe ainda', ...due('2026-11-19') })
    await Promise.all(Array.from({ length: 6 }, () => house.db`select 1`))
    const counts = await Promise.all([remind(), remind(), remind(), remind()])
    expect(counts.reduce((one, other) => one + other)).toBe(2)
    const sent = (await mail()).filter(({ body }) => body.includes(file.number))
    expect(sent.map(({ recipient, subject }) => [recipient, subject])).toEqual([
      [`${at.prot}@exemplo.gov.br`, `Prazo para 18/11/2026 às 14:00 no processo ${file.number}`],
    ])
    expect(sent[0]?.body).toContain('Responder ao ofício')
    expect(sent[0]?.body).toContain(`https://processos.exemplo.gov.br/em/${at.prot}/processos/${file.digits}`)
    expect(await remind()).toBe(0)
  })

  it('R8 whoever dies between claiming and queueing has claimed nothing', async () => {
    const file = await aCaseFile(house)
    await aDeadline(house, file.digits, { text: 'Sobrevive à queda', ...due('2026-11-18') })
    const dying = house.db.begin(async (trx) => {
      expect(await claimReminders(trx, todayIn(now()), now(), 100)).toHaveLength(1)
      throw new Error('the node dies')
    })
    await expect(dying).rejects.toThrow('dies')
    await tasksOf(house.platform)['deadlines:remind']?.(undefined)
    await tasksOf(house.platform)['deadlines:remind']?.(undefined)
    expect((await mail()).filter(({ body }) => body.includes('Sobrevive à queda'))).toHaveLength(1)
  })

  it('one put off is reminded of again for its new day', async () => {
    const file = await aCaseFile(house)
    const id = await aDeadline(house, file.digits, { text: 'Prorrogado', ...due('2026-11-17') })
    await remind()
    const form = await marina.open(`/em/${at.prot}/prazos/${id}/alteracao`)
    await marina.send(form, 'form[action$="/alteracao"]', { dia: '2026-11-18' })
    await remind()
    const subjects = (await mail())
      .filter(({ body }) => body.includes('Prorrogado'))
      .map(({ subject }) => subject.slice(0, 21))
    expect(subjects).toEqual(['Prazo para 17/11/2026', 'Prazo para 18/11/2026'])
  })

  it('a unit that must send back is reminded too', async () => {
    const file = await aCaseFile(house)
    const [asses] = await house.db<{ id: string }[]>`select id from organization.unit where slug = ${at.asses}`
    const page = await marina.open(`/em/${at.prot}/envio?processo=${file.digits}`)
    await marina.send(page, 'form[action$="/envio"]', { destinos: asses?.id ?? '', retorno: '2026-11-21' })
    expect(await remind()).toBe(1)
    const sent = (await mail()).at(-1)
    expect([sent?.recipient, sent?.subject]).toEqual([
      `${at.asses}@exemplo.gov.br`,
      `Devolver o processo ${file.number} até 21/11/2026`,
    ])
  })

  it('R5 of a confidential case file, its holders alone are told, without its number', async () => {
    const file = await aCaseFile(house, { level: 'confidential' })
    await confirmPasswordFor(marina, at.prot, file.digits, password)
    const form = await marina.open(`/em/${at.prot}/prazos/novo?processo=${file.digits}`)
    await marina.send(form, 'form[action$="/prazos"]', { texto: 'Texto sigiloso', dia: '2026-11-18' })
    expect(await remind()).toBe(1)
    const sent = (await mail()).at(-1)
    expect(sent?.recipient).toBe('marina@exemplo.gov.br')
    expect(`${sent?.subject} ${sent?.body}`).not.toMatch(new RegExp(`${file.digits}|${file.number}|Texto sigiloso`))
  })
})
