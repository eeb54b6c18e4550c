import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { todayIn } from '../../src/platform/calendar/index.ts'
import { aBundle } from '../support/builders-bundles.ts'
import { aCaseFile, actorOf, done } from '../support/builders-cases.ts'
import { aDraft, lockAsIfSent, openElsewhere, rowOf } from '../support/builders-documents.ts'
import { aVehicle, letPublish, publish } from '../support/builders-publishing.ts'
import { aScan, shownOf, signDocument } from '../support/builders-signatures.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { cellsOf, documentActs } from '../support/matrix-tables.ts'
import { at, password } from '../support/world.ts'
import { type Caller, callerOf, type Told } from './caller.ts'

/**
 * §10.2, the rows that other capabilities carry out, through HTTP; src/capabilities/documents/document-matrix.test.ts has
 * those of documents themselves, and matrices.test.ts says that none is left out.
 */
const cells = cellsOf(documentActs)
type State = (typeof cells)[number]['state']
type Act = (typeof cells)[number]['act']

let house: TestHouse
let marina: Caller
let paulo: Caller
let ana: Caller
let carla: Caller
let bulletin: string
beforeAll(async () => {
  house = await openTestHouse()
  await letPublish(house)
  bulletin = await aVehicle(house, { everyDay: true })
  ;[marina, paulo, ana, carla] = (await Promise.all(
    (['marina', 'paulo', 'ana', 'carla'] as const).map(async (login) => callerOf(house.app, await house.signIn(login))),
  )) as [Caller, Caller, Caller, Caller]
})
afterAll(() => house.close())

const words = 'Conteudo que so alguns leem.'

interface Built {
  readonly number: string
  readonly crc: string
}

const build: Record<State, () => Promise<Built>> = {
  draft: async () => {
    const { digits } = await aCaseFile(house)
    return { number: await aDraft(house, digits, { text: words }), crc: 'AAAAAAAA' }
  },
  'signed, yellow': async () => {
    const { number } = await build.draft()
    return { number, crc: await signDocument(house, number) }
  },
  'signed, black': async () => {
    const built = await build['signed, yellow']()
    await lockAsIfSent(house, built.number)
    return built
  },
  'in a bundle': async () => {
    const built = await build.draft()
    await aBundle(house, { to: [at.cofic], documents: [built.number], available: true })
    return built
  },
  cancelled: async () => {
    const built = await build['signed, black']()
    const answer = await marina.post(`/em/${at.prot}/documentos/${built.number}/cancelamento`, {
      motivo: 'Por engano.',
    })
    expect(answer.status).toBe(303)
    return built
  },
  published: async () => {
    const built = await build['signed, yellow']()
    await done(publish(house, built.number, bulletin, todayIn(house.platform.clock())))
    return built
  },
  'external, untouched': async () => {
    const { digits } = await aCaseFile(house)
    return { number: await aScan(house, digits, { content: `${words} ${digits}` }), crc: 'AAAAAAAA' }
  },
  'external, seen': async () => {
    const built = await build['external, untouched']()
    await openElsewhere(house, built.number, await actorOf(house, 'ana', at.asses))
    return built
  },
}

describe('§10.2 each act, in each state, through HTTP', () => {
  test.each(cells)('$act, $state: $sign', async ({ act, state, sign }) => {
    const built = await build[state]()
    const before = await rowOf(house, built.number)
    const answer = await acts[act](built, state)
    const after = await rowOf(house, built.number)
    switch (sign) {
      case '✓':
        await expectDone(act, answer, { before, after })
        // What is out says so to whoever asks whether it is true.
        if (act === 'verify') expect(answer.text.includes('Boletim de Serviço')).toBe(state === 'published')
        return
      case 'by type':
        // A text file has no pages of its own: it says so, to who may read it.
        expect(answer.status).toBe(409)
        expect(answer.text).not.toContain(words)
        return
      case 'cancelled':
        expect(answer.text).toContain('foi cancelado')
        expect(answer.text).not.toContain(words)
        return
      default:
        // Its own unit is shown the text that it may not sign now, with the reason.
        if (!(act === 'sign' && ['in a bundle', 'published'].includes(state))) expect(answer.text).not.toContain(words)
        expect(after).toEqual(before)
        if (!act.startsWith('read')) expect([404, 409, 422]).toContain(answer.status)
    }
  })

  it('shows a certified copy to who has its codes, and only then', async () => {
    const { number } = await build['external, untouched']()
    const certified = await acts.certify({ number, crc: '' }, 'external, untouched')
    expect(certified.status).toBe(303)
    const [row] = await house.db<{ crc: string }[]>`select s.crc from signatures.signature s
      join documents.document d on d.id = s.document_id where d.number = ${number}`
    const visitor = callerOf(house.app, house.visitor())
    expect((await visitor.get(`/autenticidade?codigo=${number}&crc=${row?.crc}`)).text).toContain(number)
  })
})

const addressOf = (number: string, part = '', unit: string = at.prot) => `/em/${unit}/documentos/${number}${part}`

const acts: Record<Act, (built: Built, state: State) => Promise<Told>> = {
  sign: async ({ number }, state) => {
    const isText = !state.startsWith('external')
    const { version, sha256 } = isText ? await shownOf(house, number) : { version: 1, sha256: 'a'.repeat(64) }
    const fields = { documento: `${number}.${version}.${sha256}`, cargo: 'Analista', senha: password }
    // Nobody signs twice: where somebody did, a colleague adds a signature.
    return (state === 'draft' ? marina : paulo).post(addressOf(number, '/assinatura'), fields)
  },
  certify: async ({ number }) => {
    const [file] = await house.db<{ sha256: string }[]>`select f.sha256 from documents.file f
      join documents.document d on d.id = f.document_id where d.number = ${number}`
    const page = await marina.get(addressOf(number, '/autenticacao'))
    const name = /name="(\w+)" value="[0-9a-f]{64}"/.exec(page.text)?.[1] ?? 'sha256'
    const fields = { [name]: file?.sha256 ?? 'a'.repeat(64), cargo: 'Analista', senha: password, conferi: 'sim' }
    return marina.post(addressOf(number, '/autenticacao'), fields)
  },
  'read elsewhere': async ({ number }, state) =>
    ana.get(addressOf(number, state.startsWith('external') ? '/arquivo' : '', at.asses)),
  print: ({ number }) => marina.get(addressOf(number, '/pdf')),
  'print elsewhere': ({ number }) => ana.get(addressOf(number, '/pdf', at.asses)),
  'sign as receiver': async ({ number }, state) => {
    const isText = !state.startsWith('external')
    const { version, sha256 } = isText ? await shownOf(house, number) : { version: 1, sha256: 'a'.repeat(64) }
    const fields = { documento: `${number}.${version}.${sha256}`, cargo: 'Analista', senha: password }
    return carla.post(addressOf(number, '/assinatura', at.cofic), fields)
  },
  'read as receiver': ({ number }, state) =>
    carla.get(addressOf(number, state.startsWith('external') ? '/arquivo' : '', at.cofic)),
  move: async ({ number }) => {
    const { digits } = await aCaseFile(house)
    const fields = { destino: digits, motivo: 'Juntado ao processo errado.' }
    return marina.post(addressOf(number, '/mudanca-de-processo'), fields)
  },
  verify: ({ number, crc }) => marina.get(`/autenticidade?codigo=${number}&crc=${crc}`),
}

async function expectDone(
  act: Act,
  answer: Told,
  { before, after }: { before: Record<string, unknown>; after: Record<string, unknown> },
): Promise<void> {
  switch (act) {
    case 'sign':
    case 'sign as receiver':
    case 'certify':
      expect(answer.status, answer.text.slice(0, 300)).toBe(303)
      expect(after.signature_count).toBe(Number(before.signature_count) + 1)
      return
    case 'read elsewhere':
      expect(answer.text).toContain(words)
      // Read by another unit, what was yellow is black (DOC-071).
      expect(after.locked_at).not.toBeNull()
      return
    case 'read as receiver':
      expect(answer.text).toContain(words)
      return
    case 'move':
      expect(answer.status, answer.text.slice(0, 300)).toBe(303)
      expect(after.case_file_id).not.toBe(before.case_file_id)
      return
    case 'print':
    case 'print elsewhere':
      expect(answer.headers['content-type']).toContain('application/pdf')
      return
    case 'verify':
      expect(answer.text).toContain(words)
  }
}
