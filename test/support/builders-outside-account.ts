import { type IdProvider, openIdProvider } from '../../src/platform/id-provider/index.ts'
import { openLog } from '../../src/platform/log/index.ts'
import { openTestHouse, type TestHouse } from './house.ts'
import type { Page, Person } from './person.ts'
import { openToyIdProvider, type ToyIdProvider } from './toy-id-provider.ts'

/** What the administrator says of the provider; each test may say it anew. */
type Configured = { -readonly [Name in 'leastLevel' | 'levelWithoutCode' | 'matches']?: IdProvider[Name] }

/** A house whose people may also enter by a provider, and that provider. */
export interface HouseWithProvider {
  readonly house: TestHouse
  readonly toy: ToyIdProvider
  /** As if the house had been opened with other settings. */
  configure(configured: Configured): void
  /** The address to which the browser is sent. */
  setOut(person: Person, href?: string): Promise<string>
  comeBack(person: Person, address: string): Promise<Page>
  /** From the sign-in page to the provider and back. */
  enter(person: Person): Promise<Page>
  close(): Promise<void>
}

export async function openHouseWithProvider(): Promise<HouseWithProvider> {
  const toy = await openToyIdProvider()
  let configured: Configured = {}
  const { begin, finish, name } = providerOfToy(toy)
  const house = await openTestHouse({
    idProvider: {
      name,
      begin,
      finish,
      get matches() {
        return configured.matches ?? 'cpf'
      },
      get leastLevel() {
        return configured.leastLevel
      },
      get levelWithoutCode() {
        return configured.levelWithoutCode
      },
    },
  })
  const setOut = async (person: Person, href = '/entrar/conta') => {
    const cookies = person.cookies().map((one) => `${one.name}=${one.value}`)
    const answer = await house.app.inject({ url: href, headers: { cookie: cookies.join('; ') } })
    return String(answer.headers.location)
  }
  const comeBack = (person: Person, address: string) => {
    const { pathname, search } = new URL(address)
    return person.open(`${pathname}${search}`)
  }
  return {
    house,
    toy,
    configure: (next) => {
      configured = next
    },
    setOut,
    comeBack,
    enter: async (person) => {
      await person.open('/entrar')
      return comeBack(person, await toy.visit(await setOut(person)))
    },
    close: async () => {
      await house.close()
      await toy.close()
    },
  }
}

/** The client of the toy, with little patience. */
export function providerOfToy({ issuer, clientId, clientSecret }: ToyIdProvider): IdProvider {
  const known = { issuer, clientId, clientSecret, name: 'gov.br', claim: 'sub', scopes: 'openid', patienceMs: 400 }
  return openIdProvider(
    { ...known, matches: 'cpf', leastLevel: undefined, levelWithoutCode: undefined },
    openLog('silent'),
  )
}
