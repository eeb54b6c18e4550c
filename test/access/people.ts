import { confirmCaseAccess } from '../../src/capabilities/identity/index.ts'
import type { Actor } from '../../src/platform/actor.ts'
import { aCentralAdministrator, admin, aGrant, aPerson, signInAs } from '../support/builders-admin.ts'
import { actorOf } from '../support/builders-cases.ts'
import type { TestHouse } from '../support/house.ts'
import { at, type Login } from '../support/world.ts'
import { type Caller, callerOf } from './caller.ts'
import type { Reader } from './told.ts'

/** Somebody who acts in the world: as commands know them, and as a browser asks. */
export interface Maker extends Reader {
  readonly login: string
  readonly actor: Actor
  readonly caller: Caller
}

export interface People {
  /** Who makes the world, and reads it afterwards. */
  readonly makers: readonly Maker[]
  /** The same people in another session, in which no password was given. */
  readonly hurried: readonly (Reader & { readonly caller: Caller })[]
  readonly visitor: Reader & { readonly caller: Caller }
  readonly central: Caller
  /** Keeps the register of confidential case files of GS. */
  readonly keeper: Reader & { readonly caller: Caller }
  /** Somebody new of PROT, who will lose the permission. */
  newcomer(): Promise<{ maker: Maker; leaves: () => Promise<Reader & { readonly caller: Caller }> }>
}

const working = [
  ['marina', at.prot],
  ['paulo', at.prot],
  ['ana', at.asses],
  ['ana', at.gs],
  ['beto', at.asses],
  ['carla', at.cofic],
  ['rita', at.rj],
] as const

export async function openPeople(house: TestHouse): Promise<People> {
  await aGrant(house, 'marina', { profile: 'Publicador', unit: 'PROT' })
  await aGrant(house, 'ana', { profile: 'Publicador', unit: 'ASSES' })
  const callers = new Map<string, Caller>()
  const logins = [...new Set(working.map(([login]) => login))]
  await Promise.all(
    logins.map(async (login) => callers.set(login, callerOf(house.app, await house.signIn(login as Login)))),
  )
  const makers = await Promise.all(
    working.map(async ([login, unit]): Promise<Maker> => makerOf(house, login, unit, of(callers, login))),
  )
  const hurried = await Promise.all(
    (['marina', 'ana'] as const).map(async (login) => {
      const unit = login === 'marina' ? at.prot : at.asses
      const caller = callerOf(house.app, await house.signIn(login))
      return { name: `${login} in a new session`, login, unit, worksThere: true, confirms: false, caller }
    }),
  )
  const passerBy = house.visitor()
  await passerBy.open('/')
  const visitor = {
    name: 'a visitor',
    login: undefined,
    unit: at.prot,
    worksThere: false,
    confirms: false,
    caller: callerOf(house.app, passerBy),
  }
  const central = callerOf(house.app, await aCentralAdministrator(house))
  const keeper = {
    ...{ name: 'the keeper of the register', login: 'acervo', unit: at.gs, worksThere: true, confirms: false },
    caller: callerOf(house.app, await house.signIn('acervo')),
  }
  let newcomers = 0
  return {
    makers,
    hurried,
    visitor,
    keeper,
    central,
    newcomer: async () => {
      newcomers += 1
      const login = `egresso${newcomers}`
      const id = await aPerson(house, { login, grants: [{ profile: 'Básico', unit: 'PROT' }] })
      const maker = await makerOf(house, login, at.prot, callerOf(house.app, await signInAs(house, login)))
      return { maker, leaves: () => leave(house, central, id, maker) }
    },
  }
}

/** Gives the password of a case file in the session of somebody who holds a credential, as the page does. */
export async function confirm(house: TestHouse, maker: Maker, digits: string): Promise<void> {
  const [row] = await house.db<{ id: string }[]>`select id from cases.case_file where digits = ${digits}`
  if (row) await confirmCaseAccess(house.db, maker.actor, row.id, house.platform.clock())
}

async function makerOf(house: TestHouse, login: string, unit: string, caller: Caller): Promise<Maker> {
  const actor = { ...(await actorOf(house, login as Login, unit as never)), sessionHash: caller.sessionHash }
  return { name: `${login} at ${unit}`, login, unit, worksThere: true, confirms: true, actor, caller }
}

/** The administrator takes the permission away; the session goes on. */
async function leave(house: TestHouse, central: Caller, accountId: string, { login, unit, caller }: Maker) {
  const grants = await house.db<{ id: string }[]>`select id from identity.assignment where account_id = ${accountId}`
  for (const { id } of grants) {
    const answer = await central.post(admin(`/usuarios/${accountId}/permissoes/${id}/revogacao`))
    if (answer.status !== 303) throw new Error(`the permission of ${login} was not revoked: ${answer.text}`)
  }
  return { name: `${login}, who left`, login, unit, worksThere: false, confirms: true, caller }
}

function of<Value>(map: ReadonlyMap<string, Value>, key: string): Value {
  const value = map.get(key)
  if (value === undefined) throw new Error(`nothing called ${key}`)
  return value
}
