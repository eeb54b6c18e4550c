import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askReview, writeThread } from '../../src/capabilities/reviewing/index.ts'
import { aGrant, aPerson, signInAs } from '../support/builders-admin.ts'
import { aListing, anArchivedCase, anArchiveHouse, passYears } from '../support/builders-archive.ts'
import { actorOf, done, legalBasisOf } from '../support/builders-cases.ts'
import { textOf } from '../support/builders-documents.ts'
import { aDraftToReview, aReview, threadsOf } from '../support/builders-reviewing.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { at, type Login } from '../support/world.ts'
import { type Caller, callerOf, type Told } from './caller.ts'
import { addressOf, type RouteKey } from './routes.ts'
import { surfaces } from './surfaces.ts'
import { absentLike, compareTwins, countingIn } from './twins.ts'

/**
 * Requests for a review with what was said in them, and listings of eliminations: asked for by their own ids. Every
 * address of theirs is tried with everybody who has no part in them, and tells what it tells of nothing.
 */
interface Outsider {
  readonly who: string
  readonly unit: string
  readonly caller: Caller
}

let house: TestHouse
const sessions = new Map<string, Caller>()
let visitor: Outsider
beforeAll(async () => {
  house = await openTestHouse()
  await anArchiveHouse(house)
  // All that can be done to listings, in another agency.
  for (const profile of ['Avaliação de documentos', 'Presidência da CPAD', 'Autoridade do órgão']) {
    await aGrant(house, 'rita', { profile, unit: 'GABSEC' })
  }
  // In the unit of the drafts, without writing documents.
  await aPerson(house, { login: 'leitora', grants: [{ profile: 'Arquivamento', unit: 'PROT' }] })
  sessions.set('leitora', callerOf(house.app, await signInAs(house, 'leitora')))
  const everybody: Login[] = ['marina', 'paulo', 'ana', 'beto', 'carla', 'rita', 'secretaria', 'admin']
  for (const login of everybody) sessions.set(login, callerOf(house.app, await house.signIn(login)))
  const passerBy = house.visitor()
  await passerBy.open('/')
  visitor = { who: 'a visitor', unit: at.prot, caller: callerOf(house.app, passerBy) }
})
afterAll(() => house.close())

const as = (login: string, unit: string): Outsider => ({ who: `${login} at ${unit}`, unit, caller: callerFor(login) })

describe('a listing of eliminations', () => {
  const ofListings = routesBelow('/eliminacao/:id')
  let id: string
  let open: { number: string; digits: string }
  let restricted: { number: string; digits: string }
  beforeAll(async () => {
    passYears(house, -3)
    open = await anArchivedCase(house, { summary: 'Correspondência de rotina' })
    restricted = await anArchivedCase(house, { summary: 'Apuração reservada', level: 'restricted' })
    passYears(house, 3)
    id = await aListing(house, [open.digits, restricted.digits])
  })

  it('is for nobody but who works on listings, in its agency', async () => {
    expect(ofListings).toHaveLength(8)
    const outsiders = [as('paulo', at.prot), as('leitora', at.prot), as('ana', at.asses), as('ana', at.gs)]
    await expectNothing(ofListings, [...outsiders, as('admin', at.gs), as('rita', at.rj), visitor], [id])
  })

  it('is changed by nobody but whose act it is: to others of the commission too the act is not there', async () => {
    const acts = (...nouns: string[]) => ofListings.filter((route) => nouns.some((noun) => route.endsWith(`/${noun}`)))
    await expectNothing(acts('edital', 'confirmacao'), [as('marina', at.prot)], [id])
    await expectNothing(acts('retirada', 'ordem'), [as('secretaria', at.gs)], [id])
    const ofAuthority = acts('retirada', 'contestacao', 'edital', 'ordem', 'confirmacao', 'abandono')
    await expectNothing(ofAuthority, [as('carla', at.cofic)], [id])
  })

  it('names a restricted case file to nobody whom it never reached, also where an act is refused', async () => {
    const own = await callerFor('marina').get(`/em/${at.prot}/eliminacao/${id}`)
    for (const { number } of [open, restricted]) expect(own.text).toContain(number)
    const president = callerFor('secretaria')
    const address = `/em/${at.gs}/eliminacao/${id}`
    const answers = [
      await president.get(address),
      await callerFor('carla').get(`/em/${at.cofic}/eliminacao/${id}`),
      await president.post(`${address}/contestacao`, { item: '2', motivo_item: '' }),
      await president.post(`${address}/edital`, { referencia: '' }),
      await president.post(`${address}/assinatura`, { papel: 'president', cargo: 'Analista', senha: 'outra' }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 422, 422, 422])
    for (const { text } of answers) {
      expect(text).toContain(open.number)
      expect(text).toContain('rocesso de acesso restrito')
      for (const hidden of [restricted.number, restricted.digits, 'Apuração reservada'])
        expect(text).not.toContain(hidden)
    }
    // What is contested by its place is named by no answer either.
    const contested = await president.post(`${address}/contestacao`, { item: '2', motivo_item: 'Há ação em curso.' })
    expect(contested.status).toBe(303)
    expect((await president.get(address)).text).not.toContain(restricted.number)
  })
})

describe('what was asked and said in a review', () => {
  const ofRequests = routesBelow('/revisoes/:id')
  const ofThreads = routesBelow('/revisao/observacoes/:id')
  const secrets = ['Confira o prazo de quinze dias', 'Falta citar o parecer', 'deferimento', 'restituição']

  it('is for who writes the draft and who was asked, and for nobody else of their units', async () => {
    const { request, threads } = await aReviewOfAna()
    expect([ofRequests.length, ofThreads.length]).toEqual([5, 5])
    const outsiders = [
      ...[as('leitora', at.prot), as('beto', at.asses), as('ana', at.gs), as('carla', at.cofic)],
      ...[as('rita', at.rj), visitor],
    ]
    await expectNothing(ofRequests, outsiders, [request], secrets)
    await expectNothing(ofThreads, outsiders, threads, secrets)
    // Asked for by those who have part in it, the same addresses answer.
    const [ana, here] = [callerFor('ana'), `/em/${at.asses}`]
    expect((await ana.get(`${here}/revisoes/${request}`)).text).toContain(secrets[0])
    for (const thread of threads) {
      expect((await ana.post(`${here}/revisao/observacoes/${thread}/resposta`, { texto: 'Veja a lei.' })).status).toBe(
        303,
      )
    }
    expect((await callerFor('paulo').get(`/em/${at.prot}/revisoes/${request}/repasse`)).status).toBe(200)
  })

  it('is over for who was asked once the answer is given: the draft is closed, by its threads too', async () => {
    const { request, threads, number } = await aReviewOfAna()
    const [ana, here] = [callerFor('ana'), `/em/${at.asses}`]
    const answer = { resposta: 'devolvido', texto: 'Corrija.', versao: String((await textOf(house, number)).version) }
    expect((await ana.post(`${here}/revisoes/${request}/resposta`, answer)).status).toBe(303)
    await expectNothing(ofThreads, [as('ana', at.asses)], threads, secrets)
    // That it was asked of her she knows; to give it to somebody else was never hers.
    for (const route of ofRequests.filter((one) => one.endsWith('/repasse'))) {
      expect((await tried(ana, route, { id: request, unidade: at.asses })).status).toBe(404)
    }
    // Her own request stays hers, without what the draft says and what its unit calls it.
    const { text } = await ana.get(`${here}/revisoes/${request}`)
    for (const secret of secrets.slice(1)) expect(text).not.toContain(secret)
  })

  it('is for no one without the credential and the password once the case file is confidential', async () => {
    const { request, threads, digits, number } = await aReviewOfAna()
    const [paulo, marina] = [await actorOf(house, 'paulo', at.prot), await actorOf(house, 'marina', at.prot)]
    const reviewer = { accountId: marina.userId, unitId: marina.unitId }
    await done(askReview(house.db, paulo, { number, reviewer, message: secrets[0] ?? '', dueOn: undefined }, now()))
    const asked = await lastRequest()
    const fields = { nivel: 'confidential', hipotese: await legalBasisOf(house.db, 'confidential') }
    expect((await callerFor('marina').post(`/em/${at.prot}/processos/${digits}/nivel`, fields)).status).toBe(303)
    const hurried: Outsider = {
      ...{ who: 'the holder before the password', unit: at.prot },
      caller: callerOf(house.app, await house.signIn('marina')),
    }
    const outsiders = [as('paulo', at.prot), as('leitora', at.prot), as('ana', at.asses), as('rita', at.rj)]
    const everybody = [...outsiders, hurried, visitor]
    await expectNothing(ofRequests, everybody, [request, asked], [...secrets, digits])
    await expectNothing(ofThreads, everybody, threads, [...secrets, digits])
    for (const { caller, unit } of outsiders) {
      expect((await caller.get(`/em/${unit}/revisoes`)).text).not.toContain(secrets[0])
    }
  })

  /** Marina's draft, with a request to Ana of another unit, a comment of hers and words that she suggests. */
  async function aReviewOfAna() {
    const made = await aDraftToReview(house)
    const request = await aReview(house, made.number, { of: 'ana', at: at.asses, message: secrets[0] ?? '' })
    const ana = await actorOf(house, 'ana', at.asses)
    const say = (quote: string, text: string, suggestion: string | undefined) => {
      const meant = { passage: 0, quote, before: '', after: '' }
      return done(writeThread(house.db, ana, { number: made.number, meant, text, suggestion }, now()))
    }
    await say('Publique-se.', 'Falta citar o parecer.', undefined)
    await say('O prazo para recurso é de dez dias.', '', 'O prazo para recurso é de trinta dias.')
    return { ...made, request, threads: (await threadsOf(house, made.number)).map(({ id }) => id) }
  }
})

const now = () => house.platform.clock()

function callerFor(login: string): Caller {
  const caller = sessions.get(login)
  if (!caller) throw new Error(`${login} is not signed in`)
  return caller
}

/** The rows of the table that this file speaks for, below one address. */
function routesBelow(path: string): RouteKey[] {
  return (Object.keys(surfaces) as RouteKey[]).filter(
    (route) => isTriedHere(route) && new RegExp(` /em/:unidade${path}(/|$)`).test(route),
  )
}

function isTriedHere(route: RouteKey): boolean {
  const surface = surfaces[route]
  return surface !== undefined && 'triedBy' in surface && surface.triedBy === 'reviewed-and-listed'
}

/** Each of these is told of each of those what is told of nothing, to the statement, and nothing is done. */
async function expectNothing(
  routes: readonly RouteKey[],
  outsiders: readonly Outsider[],
  ids: readonly string[],
  secrets: readonly string[] = [],
): Promise<void> {
  expect(routes.length).toBeGreaterThan(0)
  const before = await everything()
  const wrong: string[] = []
  for (const route of routes) {
    for (const { who, unit, caller } of outsiders) {
      for (const id of ids) {
        const things = [[id, absentLike(id)]] as const
        const ask = async (asker: Caller, [thing = '']: readonly string[]): Promise<Told> => {
          const told = await tried(asker, route, { id: thing, unidade: unit })
          const said = secrets.filter((secret) => told.text.includes(secret))
          const isShut = told.status === 404 || (asker === visitor.caller && told.status !== 200)
          if (said.length > 0 || !isShut) wrong.push(`${who}: ${route}: ${told.status} ${told.location} ${said}`)
          return told
        }
        const { differences } = await compareTwins({ name: route, who, caller, things, ask }, countingIn(house))
        wrong.push(...differences)
      }
    }
  }
  expect(wrong).toEqual([])
  expect(await everything()).toEqual(before)
}

function tried(caller: Caller, route: RouteKey, things: Readonly<Record<string, string>>): Promise<Told> {
  const url = addressOf(route, things)
  const surface = surfaces[route]
  if (route.startsWith('GET ')) return caller.get(url)
  return caller.post(url, surface && 'fields' in surface ? surface.fields : {})
}

/** All that these addresses could change. */
async function everything() {
  const tables = [
    ...['reviewing.request', 'reviewing.thread', 'reviewing.reply', 'documents.version', 'documents.review_reader'],
    ...['archive.listing', 'archive.listing_item', 'archive.listing_signature', 'history.event'],
  ]
  return Promise.all(
    tables.map(async (table) => {
      const [row] = await house.db<{ rows: string }[]>`
        select count(*) || ' ' || coalesce(md5(string_agg(t::text, '' order by t::text)), '') as rows from ${house.db(table)} t`
      return `${table} ${row?.rows}`
    }),
  )
}

async function lastRequest(): Promise<string> {
  const [row] = await house.db<{ id: string }[]>`select max(id)::text as id from reviewing.request`
  return row?.id ?? ''
}
