import {
  type IncludeRequest,
  includeItems,
  type MoveRequest,
  makeBundle,
  moveBundle,
} from '../../src/capabilities/bundles/index.ts'
import { actorOf, done } from './builders-cases.ts'
import type { TestHouse } from './house.ts'
import { at, type Login } from './world.ts'

type Slug = (typeof at)[keyof typeof at]

export interface BundleToBuild {
  readonly kind?: 'signature' | 'meeting' | 'internal'
  /** Marina at PROT unless said otherwise. */
  readonly by?: Login
  readonly unit?: Slug
  readonly to?: readonly Slug[]
  readonly description?: string
  readonly inOrder?: boolean
  readonly documents?: readonly string[]
  readonly caseFiles?: readonly string[]
  readonly available?: boolean
}

/** A bundle made, filled and perhaps made available by the commands that everybody uses. Answers its number. */
export async function aBundle(house: TestHouse, toBuild: BundleToBuild = {}): Promise<string> {
  const { kind = 'signature', by = 'marina', unit = at.prot, to = [], description = 'Bloco de teste' } = toBuild
  const actor = await actorOf(house, by, unit)
  const destinations = await Promise.all(to.map((slug) => unitIdOf(house, slug)))
  const inOrder = toBuild.inOrder ?? false
  const request = { kind, description, destinations, inOrder, groupId: undefined, signBy: undefined }
  const { number } = await done(makeBundle(house.db, actor, request, house.platform.clock()))
  const { documents = [], caseFiles = [] } = toBuild
  if (documents.length + caseFiles.length > 0) {
    const wanted: IncludeRequest = { bundleNumber: number, documents, caseFiles }
    for (const { label, outcome } of await done(includeItems(house.db, actor, wanted, house.platform.clock()))) {
      if (!outcome.done) throw new Error(`${label} was not included: ${JSON.stringify(outcome)}`)
    }
  }
  if (toBuild.available) await done(tryMove(house, number, 'make-available', by, unit))
  return number
}

/** One move, tried by somebody at some unit. */
export async function tryMove(
  house: TestHouse,
  number: string,
  move: MoveRequest['move'],
  by: Login = 'marina',
  unit: Slug = at.prot,
) {
  const actor = await actorOf(house, by, unit)
  return moveBundle(house.db, actor, { number, move }, house.platform.clock())
}

export async function stateOf(house: TestHouse, number: string): Promise<string | undefined> {
  const [row] = await house.db<{ state: string }[]>`select state from bundles.bundle where number = ${number}`
  return row?.state
}

export async function unitIdOf(house: TestHouse, slug: Slug): Promise<string> {
  const [row] = await house.db<{ id: string }[]>`select id from organization.unit where slug = ${slug}`
  if (!row) throw new Error(`no unit ${slug}`)
  return row.id
}
