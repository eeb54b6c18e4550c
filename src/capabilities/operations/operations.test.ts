import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import { at } from '../../../test/support/world.ts'
import { queueMail } from '../../platform/outbox/index.ts'
import { operationsTasks } from './index.ts'

describe('keeping the system running', () => {
  let house: TestHouse
  const letters: string[] = []
  let answer: 'sent' | 'unreachable' | 'rejected' = 'sent'

  beforeAll(async () => {
    house = await openTestHouse({
      mailer: {
        deliver: async (letter) => {
          letters.push(String(letter.to))
          if (answer === 'sent') return { done: true, value: { messageId: '<1@x>', refusedAddresses: [] } }
          return { done: false, refusals: [{ reason: answer, answer: 'o servidor não quis' }] }
        },
      },
    })
  })
  afterAll(() => house.close())

  const queue = (recipient: string) =>
    queueMail(house.db, [{ recipient, subject: 'Assunto', body: 'Texto da mensagem', reason: 'teste' }])
  const stateOf = async (recipient: string) => {
    const [row] = await house.db<{ state: string; tries: number }[]>`
      select state, tries from mail.message where recipient = ${recipient}`
    return row
  }

  it('R1 a message is delivered once, and the outbox page tells it', async () => {
    answer = 'sent'
    await queue('a@exemplo.gov.br')
    await house.workOff()
    await house.workOff()
    expect(letters.filter((to) => to === 'a@exemplo.gov.br')).toHaveLength(1)
    const admin = await house.signIn('admin')
    const page = await admin.open(`/em/${at.gs}/sistema/correio`)
    expect(page.text).toContain('a@exemplo.gov.br')
    expect(page.text).toContain('Enviada')
  })

  it('R1 a server that is not reached keeps it in the queue; one that refuses ends it, with its reason', async () => {
    answer = 'unreachable'
    await queue('b@exemplo.gov.br')
    await house.workOff()
    expect(await stateOf('b@exemplo.gov.br')).toMatchObject({ state: 'queued', tries: 1 })
    answer = 'rejected'
    await queue('c@exemplo.gov.br')
    await house.workOff()
    expect(await stateOf('c@exemplo.gov.br')).toMatchObject({ state: 'rejected', tries: 1 })
    const page = await (await house.signIn('admin')).open(`/em/${at.gs}/sistema/correio`)
    expect(page.text).toContain('o servidor não quis')
  })

  it('R2 a message of an act that was undone does not exist', async () => {
    await house.db
      .begin(async (trx) => {
        await queueMail(trx, [{ recipient: 'd@exemplo.gov.br', subject: 'x', body: 'y', reason: 'teste' }])
        throw new Error('undone')
      })
      .catch(() => undefined)
    await house.workOff()
    expect(await stateOf('d@exemplo.gov.br')).toBeUndefined()
    expect(letters).not.toContain('d@exemplo.gov.br')
  })

  it('R5 the key of a form holds for two days, whoever sends it again meanwhile, and is forgotten afterwards', async () => {
    const sweep = operationsTasks(house.platform)['operations:sweep']
    await house.db`
      insert into platform.answered_request (session_hash, key, path, asked_at)
      select decode(repeat('ab', 32), 'hex'), name, '/teste', ${house.platform.clock()}::timestamptz - age::interval
        from (values ('de ontem', '47 hours'), ('de antes', '49 hours')) as form (name, age)`
    await sweep?.({})
    const kept = await house.db<{ key: string }[]>`select key from platform.answered_request where path = '/teste'`
    expect(kept.map(({ key }) => key)).toEqual(['de ontem'])
  })

  it('R3 only who operates the system sees how it is doing', async () => {
    const ivo = await house.signIn('ivo')
    const page = await ivo.open(`/em/${at.gs}/sistema`)
    expect(page.text).toContain('Situação do sistema')
    expect(page.text).toContain('PostgreSQL')
    const ana = await house.signIn('ana')
    expect((await ana.open(`/em/${at.asses}/sistema`)).status).toBe(404)
  })
})
