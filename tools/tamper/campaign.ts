import { type Broken, proveHouse } from '../../src/capabilities/proofs/index.ts'
import { randomOf } from '../faults/random.ts'
import { columnsOf, type HouseToSpoil, namesOf, spoilableTables, takeGuardsAway } from './house.ts'
import { changeOf, mutations, type Spoilt, type World } from './mutations.ts'

export interface CampaignReport {
  /** Each deed, how often it was done, and how often everything that it touched was named. */
  readonly rows: readonly { readonly deed: string; readonly done: number; readonly named: number }[]
  /** What was done and not named, each in a sentence. */
  readonly missed: readonly string[]
  readonly done: number
}

/** Spoils a sealed house so many times, each time as a superuser who has taken all guards away, and asks the audit. */
export async function spoilHouse(house: HouseToSpoil, count: number, seed: string): Promise<CampaignReport> {
  const random = randomOf(seed)
  const world = await worldOf(house)
  const before = await proveHouse(house.db, house.files, house.config)
  if (before.broken.length > 0 || !before.witnessed) throw new Error('the house is not whole to begin with')
  await takeGuardsAway(house.db)
  const drawn = mutations.flatMap(([weight, mutation]) => Array.from({ length: weight }, () => mutation))
  const rows = new Map<string, { done: number; named: number }>()
  const missed: string[] = []
  for (let done = 0; done < count; ) {
    const mutation = random.pick(drawn)
    const outcome = await trySpoiling(house, world, (db) => mutation(db, house, world, random))
    if (!outcome) continue
    done++
    const { spoilt, broken } = outcome
    const unnamed = spoilt.names.filter((name) => !broken.some((one) => isNamed(one, name)))
    const row = rows.get(spoilt.deed) ?? { done: 0, named: 0 }
    row.done++
    if (unnamed.length === 0 && spoilt.names.length > 0) row.named++
    else missed.push(`${spoilt.deed}: ${unnamed.join(', ')}; achou ${JSON.stringify(broken.slice(0, 3))}`)
    rows.set(spoilt.deed, row)
  }
  const told = [...rows]
    .map(([deed, row]) => ({ deed, ...row }))
    .sort((one, other) => one.deed.localeCompare(other.deed))
  return { rows: told, missed, done: count }
}

/** Changes each sealed column once, whatever a draw would have passed over. Answers the deeds, and those not named. */
export async function spoilEachColumn(house: HouseToSpoil): Promise<{ deeds: string[]; missed: string[] }> {
  const columns = await columnsOf(house.db)
  const world = await worldOf(house)
  const random = randomOf('each column')
  await takeGuardsAway(house.db)
  const deeds: string[] = []
  const missed: string[] = []
  for (const one of spoilableTables) {
    for (const column of columns.get(one.table) ?? []) {
      const outcome = await trySpoiling(house, world, (db) => changeOf(one, column)(db, house, world, random))
      if (!outcome) continue
      const { spoilt, broken } = outcome
      deeds.push(spoilt.deed)
      if (spoilt.names.some((name) => !broken.some((found) => isNamed(found, name)))) missed.push(spoilt.deed)
    }
  }
  return { deeds, missed }
}

class Undone extends Error {}

/** In a transaction that is always undone. Undefined where the draw came to nothing (two rows that were the same). */
async function trySpoiling(
  house: HouseToSpoil,
  _world: World,
  spoil: (db: Parameters<typeof proveHouse>[0]) => Promise<Spoilt | undefined>,
): Promise<{ spoilt: Spoilt; broken: readonly Broken[] } | undefined> {
  let outcome: { spoilt: Spoilt; broken: readonly Broken[] } | undefined
  let spoilt: Spoilt | undefined
  try {
    await house.db.begin(async (trx) => {
      await trx`set local session_replication_role = replica`
      spoilt = await spoil(trx)
      if (spoilt) outcome = { spoilt, broken: (await proveHouse(trx, house.files, house.config)).broken }
      throw new Undone()
    })
  } catch (error) {
    if (!(error instanceof Undone)) throw error
  } finally {
    await spoilt?.mend?.()
  }
  return outcome
}

async function worldOf({ db }: HouseToSpoil): Promise<World> {
  const names = await Promise.all(spoilableTables.map(async (one) => [one.table, await namesOf(db, one)] as const))
  const stored = await db<{ sha256: string }[]>`
    select sha256 from documents.file union select sha256 from documents.image order by sha256`
  return { columns: await columnsOf(db), names: new Map(names), stored: stored.map(({ sha256 }) => sha256) }
}

/** Whether a finding names this very thing. */
function isNamed(broken: Broken, name: string): boolean {
  const colon = name.indexOf(':')
  const [kind, key] = [name.slice(0, colon), name.slice(colon + 1)]
  switch (kind) {
    case 'andamento':
      return 'eventId' in broken && broken.eventId === key
    case 'acesso':
      return 'entry' in broken && broken.entry === key
    case 'selo':
      return (
        ('sealId' in broken && broken.kind.startsWith('seal-') && broken.sealId === Number(key)) || isLog(broken, key)
      )
    case 'ramo':
      return 'node' in broken && broken.node === key
    case 'cabeça':
      return 'size' in broken && broken.kind.startsWith('head-') && broken.size === Number(key)
    case 'registro':
      return isLog(broken, key)
    case 'conteúdo guardado':
      return 'sha256' in broken && broken.sha256 === key
    default:
      return 'record' in broken && broken.record === name
  }
}

function isLog(broken: Broken, size: string): boolean {
  return 'size' in broken && broken.kind.startsWith('log-') && broken.size === Number(size)
}
