import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aBundle } from '../../../test/support/builders-bundles.ts'
import {
  aCaseFile,
  actorOf,
  aDraft,
  alsoOpenIn,
  confirmPasswordFor,
  done,
  postAnyway,
} from '../../../test/support/builders-cases.ts'
import { aDeadline } from '../../../test/support/builders-deadlines.ts'
import {
  accountIdOf,
  aNoticeOfEachKind,
  bellOf,
  gatherAll,
  noticesOn,
  numbersShown,
  sentencesOf,
} from '../../../test/support/builders-notices.ts'
import { actOn } from '../../../test/support/builders-watchlists.ts'
import { forManyAtOnce, openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import type { Person } from '../../../test/support/person.ts'
import { at, type Login, password } from '../../../test/support/world.ts'
import { localDate } from '../../platform/calendar/index.ts'
import { writeComment } from '../remarks/index.ts'
import { assignCaseFile, concludeHolding } from '../routing/index.ts'
import { chooseNotices } from './index.ts'
import { sendDigest, sendDigests } from './mailing/send-notices.ts'
import { type Channel, type NoticeKind, noticeKinds } from './notice.ts'
import { forgetOldNotices } from './notices-work.ts'

describe('notices', () => {
  let house: TestHouse
  let marina: Person
  let paulo: Person

  beforeAll(async () => {
    house = await openTestHouse({}, forManyAtOnce)
    house.setClock(new Date('2026-11-16T10:00:00-03:00'))
    marina = await house.signIn('marina')
    paulo = await house.signIn('paulo')
  })
  afterAll(() => house.close())

  const now = () => house.platform.clock()
  const actor = (login: Login = 'marina', unit: (typeof at)[keyof typeof at] = at.prot) => actorOf(house, login, unit)
  const assign = async (digits: string, to: Login = 'paulo') =>
    done(
      assignCaseFile(house.db, await actor(), { caseNumber: digits, to: await accountIdOf(house, to, at.prot) }, now()),
    )
  const comment = async (digits: string, text: string, by: Login = 'marina') =>
    done(writeComment(house.db, await actor(by), { about: { digits }, text }, now()))

  it('tell of an assignment, once, and never of what one did oneself', async () => {
    const file = await aCaseFile(house)
    await assign(file.digits)
    await assign((await aCaseFile(house)).digits, 'marina')
    await Promise.all([gatherAll(house), gatherAll(house)])
    await gatherAll(house)
    expect(await noticesOn(paulo, at.prot)).toEqual([`Marina Protocolista atribuiu a você o processo ${file.number}.`])
    expect(await noticesOn(marina, at.prot)).toEqual([])
    const page = await paulo.open(`/em/${at.prot}/mesa`)
    expect(bellOf(page)).toBe(1)
    expect(page.html).toContain('1 não lido')
  })

  it('lead to what they are about and are read by it; they may be marked as unread, or all as read', async () => {
    const page = await paulo.open(`/em/${at.prot}/avisos`)
    const [link] = [...page.document.querySelectorAll('#avisos tbody th a')]
    const there = await paulo.open(link?.getAttribute('href') ?? '')
    expect(there.url).toContain('/processos/')
    expect(bellOf(there)).toBe(0)
    const id = link?.getAttribute('href')?.split('/').at(-1) ?? ''
    const form = 'form[action$="/avisos"]'
    expect(bellOf(await paulo.send(page, form, { aviso: id, acao: 'nao-lidos' }))).toBe(1)
    expect(sentencesOf(await paulo.open(`/em/${at.prot}/avisos?so=nao-lidos`))).toHaveLength(1)
    expect(bellOf(await paulo.send(await paulo.open(page.url), form, { acao: 'todos' }))).toBe(0)
    expect(sentencesOf(await paulo.open(`/em/${at.prot}/avisos?so=nao-lidos`))).toEqual([])
    expect((await marina.open(`/em/${at.prot}/avisos/${id}`)).status).toBe(404)
    await postAnyway(marina, `/em/${at.prot}/avisos`, { aviso: id, acao: 'nao-lidos' })
    expect(bellOf(await paulo.open(`/em/${at.prot}/mesa`))).toBe(0)
  })

  it('tell of comments on what is mine, of being named in one, and of neither twice', async () => {
    const file = await aCaseFile(house)
    await assign(file.digits)
    await comment(file.digits, 'Favor conferir, @paulo.')
    await comment(file.digits, 'Conferido?')
    const other = await aCaseFile(house)
    await comment(other.digits, 'Ver com @paulo e com @ninguem; @marina já viu.')
    await gatherAll(house)
    expect((await noticesOn(paulo, at.prot)).slice(0, 4).sort()).toEqual(
      [
        `Marina Protocolista atribuiu a você o processo ${file.number}.`,
        `Marina Protocolista citou você em um comentário no processo ${other.number}.`,
        `Marina Protocolista citou você em um comentário no processo ${file.number}.`,
        `Marina Protocolista comentou no processo ${file.number}.`,
      ].sort(),
    )
    expect(await noticesOn(marina, at.prot)).toEqual([])
  })

  it('tell of bundles to sign, of followed case files, of deadlines and of returns', async () => {
    const ana = await house.signIn('ana')
    const beto = await house.signIn('beto')
    const file = await aCaseFile(house)
    const bundle = await aBundle(house, {
      documents: [await aDraft(house, file.digits)],
      to: [at.asses],
      available: true,
    })
    await actOn(marina, at.prot, '/acompanhamento', [file.digits], { observacao: '' })
    await aDeadline(house, file.digits, { term: { due: localDate('2026-11-17') } })
    await done(concludeHolding(house.db, await actor('paulo'), (await aCaseFile(house)).digits, now()))
    await gatherAll(house)
    expect(await noticesOn(ana, at.asses)).toEqual([`O bloco de assinatura ${bundle}, de PROT, chegou para assinar.`])
    expect(await noticesOn(beto, at.asses)).toEqual([])
    const [first] = [...(await ana.open(`/em/${at.asses}/avisos`)).document.querySelectorAll('#avisos tbody th a')]
    expect((await ana.open(first?.getAttribute('href') ?? '')).url).toBe(`/em/${at.asses}/blocos/${bundle}`)
    expect(await noticesOn(marina, at.prot)).toEqual([`Um prazo no processo ${file.number} vence em 17/11/2026.`])
    await done(concludeHolding(house.db, await actor('paulo'), file.digits, now()))
    house.passTime(30 * 3_600_000)
    marina = await house.signIn('marina')
    paulo = await house.signIn('paulo')
    house.passTime(20 * 3_600_000)
    marina = await house.signIn('marina')
    paulo = await house.signIn('paulo')
    await gatherAll(house)
    expect((await noticesOn(marina, at.prot)).sort()).toEqual([
      `O processo ${file.number}, que você acompanha, foi concluído em PROT.`,
      `Um prazo no processo ${file.number} vence em 17/11/2026.`,
      `Venceu em 17/11/2026 um prazo no processo ${file.number}.`,
    ])
  })

  it('R1 a notice shows nothing that the gate hides: every level, to everybody, before and after the password', async () => {
    const [open, restricted, secret] = [
      await aCaseFile(house),
      await aCaseFile(house, { level: 'restricted' }),
      await aCaseFile(house, { level: 'confidential' }),
    ]
    const people = [
      ['marina', at.prot],
      ['paulo', at.prot],
      ['ana', at.asses],
      ['rita', at.rj],
    ] as const
    const shown: Record<string, string[]> = {}
    for (const [login, unit] of people) {
      await aNoticeOfEachKind(house, login, unit, [open.id, restricted.id, secret.id])
      const person = await house.signIn(login)
      shown[login] = await numbersShown(person, unit, [open, restricted, secret])
      if (login === 'marina') {
        expect(await noticesOn(person, unit)).toContain('Há um aviso sobre um processo sigiloso.')
        expect((await person.open(`/em/${unit}/avisos`)).html).not.toContain(secret.digits)
        await confirmPasswordFor(person, unit, secret.digits, password)
        shown.opened = await numbersShown(person, unit, [open, restricted, secret])
      } else {
        expect(await noticesOn(person, unit)).not.toContain('Há um aviso sobre um processo sigiloso.')
      }
    }
    expect(shown).toEqual({
      marina: [open.number, restricted.number],
      opened: [open.number, restricted.number, secret.number],
      paulo: [open.number, restricted.number],
      ana: [open.number],
      rita: [open.number],
    })
    for (const [login, unit] of people) {
      const [row] = await house.db<{ unread: number }[]>`
        select count(*)::int as unread from notices.notice n join identity.account a on a.id = n.account_id
         where a.login = ${login} and n.read_at is null and n.source like 'z%'`
      const bell = bellOf(await (await house.signIn(login)).open(`/em/${unit}/mesa`))
      if (login === 'rita') expect([bell, row?.unread]).toEqual([9, 27])
    }
  })

  it('R2 a unit that is no longer the person’s tells them nothing, not even that there is something', async () => {
    const file = await aCaseFile(house)
    await aNoticeOfEachKind(house, 'carla', at.prot, [file.id])
    const carla = await house.signIn('carla')
    expect(await noticesOn(carla, at.cofic)).toEqual([])
    expect(bellOf(await carla.open(`/em/${at.cofic}/mesa`))).toBe(0)
    const [row] = await house.db<{ id: string }[]>`
      select n.id from notices.notice n join identity.account a on a.id = n.account_id where a.login = 'carla' limit 1`
    expect((await carla.open(`/em/${at.cofic}/avisos/${row?.id}`)).status).toBe(404)
  })

  it('R3 each chooses per kind: nothing, the page, an e-mail at once; an error keeps what was chosen', async () => {
    const page = await paulo.open(`/em/${at.prot}/avisos/escolhas`)
    const form = 'form[action$="/avisos/escolhas"]'
    const refused = await paulo.send(page, form, { comentario: 'pombo', hora: '25' })
    expect([refused.status, refused.errors]).toEqual([
      422,
      ['Escolha como quer ser avisado.', 'Escolha uma hora, de 0 a 23.'],
    ])
    const again = await paulo.open(`/em/${at.prot}/avisos/escolhas`)
    const saved = await paulo.send(again, form, { comentario: 'nada', atribuicao: 'na-hora', hora: '7' })
    expect(saved.text).toContain('Escolhas salvas.')
    const file = await aCaseFile(house)
    const before = (await noticesOn(paulo, at.prot)).length
    await assign(file.digits)
    await comment(file.digits, 'Não me avise.')
    await house.db`update identity.account set email = login || '@exemplo.gov.br' where login in ('paulo', 'marina', 'ana')`
    await gatherAll(house)
    await house.workOff()
    expect((await noticesOn(paulo, at.prot)).slice(0, -before)).toEqual([
      `Marina Protocolista atribuiu a você o processo ${file.number}.`,
    ])
    const sent = await mail('aviso')
    expect(sent.map(({ recipient, subject }) => [recipient, subject])).toEqual([
      ['paulo@exemplo.gov.br', `Marina Protocolista atribuiu a você o processo ${file.number}`],
    ])
    expect(sent[0]?.body).toMatch(/http:\/\/localhost\/em\/set-rn-prot\/avisos\/\d+/)
  })

  it('R4 the e-mail of the day is one a person and day, however many workers make it and wherever one dies', async () => {
    await house.db`delete from notices.notice`
    for (const [login, unit] of [
      ['paulo', at.prot],
      ['marina', at.prot],
      ['ana', at.asses],
    ] as const) {
      await chooseNotices(house.db, await actor(login, unit), { channels: channelsOf('daily'), hour: 7 })
    }
    const [open, secret] = [await aCaseFile(house), await aCaseFile(house, { level: 'confidential' })]
    const gone = await aCaseFile(house)
    for (const login of ['paulo', 'marina'] as const) {
      await aNoticeOfEachKind(house, login, at.prot, [open.id, secret.id, gone.id], ['assigned'], 'daily')
    }
    await aNoticeOfEachKind(house, 'ana', at.asses, [secret.id], ['assigned'], 'daily')
    await house.db`update cases.case_file set state = 'deleted' where id = ${gone.id}`
    house.setClock(new Date('2026-11-20T06:30:00-03:00'))
    const send = () => sendDigests(house.db, 'https://processos.exemplo.gov.br', now())
    expect(await send()).toBe(0)
    house.setClock(new Date('2026-11-20T07:10:00-03:00'))
    const first = await accountIdOf(house, 'marina', at.prot)
    const to = { accountId: first, email: 'marina@exemplo.gov.br', name: 'Marina Protocolista' }
    const dying = house.db.begin(async (trx) => {
      expect(await sendDigest(trx, to, 'https://processos.exemplo.gov.br', now())).toBe(1)
      throw new Error('the worker dies')
    })
    await expect(dying).rejects.toThrow('dies')
    const counts = await Promise.all([send(), send(), send()])
    expect(counts.reduce((one, other) => one + other)).toBe(2)
    expect(await send()).toBe(0)
    const later = (await aCaseFile(house)).id
    await aNoticeOfEachKind(house, 'marina', at.prot, [later], ['assigned'], 'daily')
    expect(await sendDigest(house.db, to, 'https://processos.exemplo.gov.br', now())).toBe(0)
    const sent = await mail('resumo diário de avisos')
    expect(sent.map(({ recipient, subject }) => [recipient, subject]).sort()).toEqual([
      ['marina@exemplo.gov.br', 'Resumo do dia: 2 avisos'],
      ['paulo@exemplo.gov.br', 'Resumo do dia: 1 aviso'],
    ])
    for (const { body } of sent) {
      expect(body).toContain(open.number)
      for (const { number, digits } of [secret, gone])
        expect([body.includes(number), body.includes(digits)]).toEqual([false, false])
    }
    const marinas = sent.find(({ recipient }) => recipient.startsWith('marina'))
    expect(marinas?.body).toContain('Há um aviso sobre um processo sigiloso.')
    const [kept] = await house.db<{ withheld: number }[]>`
      select count(*)::int as withheld from notices.notice where mail = 'withheld'`
    expect(kept?.withheld).toBe(4)
  })

  it('R5 a notice is kept for ninety days', async () => {
    await house.db`update notices.notice set at = ${new Date('2026-08-21T12:00:00-03:00')} where mail = 'withheld'`
    expect(await forgetOldNotices(house.db, now())).toBe(4)
  })

  it('R6 the browser is told how many came, never which; asking keeps no session alive', async () => {
    const someone = await house.signIn('secretaria')
    const before = await someone.open(`/em/${at.gs}/avisos/chegadas`)
    expect(JSON.parse(before.bytes.toString())).toEqual({ arrived: 0, notices: 0 })
    const file = await aCaseFile(house)
    await alsoOpenIn(house, file.id, at.gs)
    await house.db`update cases.holding set received_at = null where case_file_id = ${file.id} and unit_id = ${(await actor('secretaria', at.gs)).unitId}`
    const after = await someone.open(`/em/${at.gs}/avisos/chegadas`)
    expect(JSON.parse(after.bytes.toString())).toEqual({ arrived: 1, notices: 0 })
    for (let hour = 0; hour < 4; hour += 1) {
      house.passTime(55 * 60_000)
      await someone.open(`/em/${at.gs}/avisos/chegadas`)
    }
    expect((await someone.open(`/em/${at.gs}/avisos/chegadas`)).url).toContain('/entrar')
  })

  async function mail(reason: string) {
    return house.db<{ recipient: string; subject: string; body: string }[]>`
      select recipient, subject, body from mail.message where reason = ${reason} order by id`
  }
})

const channelsOf = (channel: Channel) =>
  Object.fromEntries(noticeKinds.map((kind) => [kind, channel])) as Record<NoticeKind, Channel>
