import { mkdtemp, rm } from 'node:fs/promises'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { roundsOf, tasksOf } from '../../src/app.ts'
import { readConfig } from '../../src/platform/config/index.ts'
import { workOff } from '../../src/platform/jobs/index.ts'
import { openMailer } from '../../src/platform/mail/index.ts'
import { queueMail } from '../../src/platform/outbox/index.ts'
import { openFakeAuthority } from '../../src/platform/time-stamp/fake-authority.test-support.ts'
import { aCaseFile } from '../support/builders-cases.ts'
import { aDraft } from '../support/builders-documents.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { at, password } from '../support/world.ts'

/** A mail server on the loopback: there, away, or silent. */
interface ToyMailServer {
  readonly port: number
  readonly received: string[]
  readonly asked: () => number
  become(how: 'there' | 'away' | 'silent'): Promise<void>
}

let house: TestHouse
let mail: ToyMailServer
let authority: Awaited<ReturnType<typeof openFakeAuthority>>
let folder: string
beforeAll(async () => {
  ;[mail, authority] = await Promise.all([openToyMailServer(), openFakeAuthority()])
  folder = await mkdtemp(join(tmpdir(), 'carimbo-servicos-'))
  const mailer = openMailer({ smtpUrl: `smtp://127.0.0.1:${mail.port}`, timeoutMs: 300 })
  const config = readConfig({
    PG_CONEXOES: '10',
    CARIMBO_PEDIDOS: '1000',
    CARIMBO_DADOS: folder,
    DATABASE_URL: 'postgres://outro',
    CARIMBO_LOG: 'silent',
    CARIMBO_CARIMBO_DO_TEMPO: authority.url,
  })
  house = await openTestHouse({ config, mailer })
})
afterAll(async () => {
  await house.close()
  await mail.become('away')
  await authority.close()
  await rm(folder, { recursive: true, force: true })
})

/** The job that brings people through a day, whatever else is away. */
async function coreActs(): Promise<void> {
  const marina = await house.signIn('marina')
  const { digits } = await aCaseFile(house)
  const number = await aDraft(house, digits, { text: 'Feito enquanto um serviço faltava.' })
  const page = await marina.open(`/em/${at.prot}/documentos/${number}/assinatura`)
  await marina.send(page, 'form[action$="/assinatura"]', { senha: password })
  const signed = await house.db`
    select from signatures.signature s join documents.document d on d.id = s.document_id where d.number = ${number}`
  expect(signed).toHaveLength(1)
  expect((await marina.open(`/em/${at.prot}/processos/${digits}`)).status).toBe(200)
}

async function workAsIfDue(): Promise<void> {
  await house.db`update graphile_worker._private_jobs set run_at = now() where run_at > now()`
  await workJobs()
}

const workJobs = () => workOff(house.databaseUrl, tasksOf(house.platform), house.platform.log)

const names = (what: string) => Array.from({ length: 12 }, (_, n) => `${what}${n}@exemplo.gov.br`)
const write = (recipients: readonly string[]) =>
  queueMail(
    house.db,
    recipients.map((recipient) => ({ recipient, subject: 'Aviso', body: 'Texto', reason: 'teste' })),
  )
const states = async (recipients: readonly string[]) => {
  const rows = await house.db<{ state: string }[]>`
    select distinct state from mail.message where recipient in ${house.db(recipients)}`
  return rows.map(({ state }) => state)
}

describe('while a service is away', () => {
  for (const how of ['away', 'silent'] as const) {
    it(`a mail server that is ${how}: people work, one message at a time tries, and all go once when it is back`, async () => {
      await mail.become(how)
      const askedBefore = mail.asked()
      const recipients = names(how)
      await write(recipients)
      await coreActs()
      await workJobs()
      expect(await states(recipients)).toEqual(['queued'])
      // As many as work at once found out by themselves; nobody else waited for a server that says nothing.
      expect(mail.asked() - askedBefore).toBeLessThanOrEqual(how === 'silent' ? 4 : 0)
      for (let hours = 0; hours < 12; hours++) {
        house.passTime(3_600_000)
        await workAsIfDue()
      }
      const [tries] = await house.db<{ all: number }[]>`
        select sum(tries)::int as all from mail.message where recipient in ${house.db(recipients)}`
      expect(tries?.all).toBeLessThan(recipients.length * 3)
      expect(await house.db`select from graphile_worker.jobs where attempts >= max_attempts`).toHaveLength(0)
      await coreActs()

      await mail.become('there')
      // Within the five minutes after which everybody has tried again.
      house.passTime(300_000)
      for (let round = 0; round < 3; round++) await workAsIfDue()
      expect(await states(recipients)).toEqual(['sent'])
      expect(mail.received.filter((to) => to.startsWith(how)).sort()).toEqual([...recipients].sort())
    })
  }

  it('a time-stamping authority that fails: people work, seals are made, and the last head is stamped when it is back', async () => {
    const rounds = async () => {
      const failed: string[] = []
      for (const { name, run } of roundsOf(house.platform)) await run().catch(() => failed.push(name))
      return failed
    }
    const seals = async () => (await house.db`select from history.seal`).length
    authority.err('server-error')
    await coreActs()
    const before = await seals()
    expect(await rounds()).toEqual(['history.time-stamp'])
    await coreActs()
    expect(await rounds()).toEqual(['history.time-stamp'])
    expect(await seals()).toBeGreaterThan(before)
    expect(await house.db`select from history.time_stamp`).toHaveLength(0)
    authority.err('none')
    expect(await rounds()).toEqual([])
    expect(await house.db`select from history.time_stamp`).toHaveLength(1)
  })
})

async function openToyMailServer(): Promise<ToyMailServer> {
  const received: string[] = []
  let port = 0
  let asked = 0
  let close: () => Promise<unknown> = async () => undefined
  const listen = async (server: Server) => {
    await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready))
    port = (server.address() as AddressInfo).port
  }
  const become = async (how: 'there' | 'away' | 'silent') => {
    await close()
    close = async () => undefined
    if (how === 'away') return
    if (how === 'silent') {
      const sockets = new Set<Socket>()
      const server = createServer((socket) => {
        asked += 1
        sockets.add(socket.on('error', () => undefined))
      })
      await listen(server)
      close = async () => {
        for (const socket of sockets) socket.destroy()
        await new Promise((closed) => server.close(closed))
      }
      return
    }
    const smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, { envelope }, accept) => {
        stream.resume()
        stream.on('end', () => {
          received.push(...envelope.rcptTo.map(({ address }) => address))
          accept()
        })
      },
    })
    smtp.on('error', () => undefined)
    await listen(smtp.server)
    close = () => new Promise((closed) => smtp.close(() => closed(undefined)))
  }
  await become('there')
  return { port, received, asked: () => asked, become }
}
