import { existsSync, readFileSync, statfsSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { migrate } from '../../src/platform/db/index.ts'
import { type Database, openDatabaseToMeasure } from '../house/open-house.ts'
import { makeWorld } from './make-world.ts'
import { mostWithTexts } from './size.ts'

/** What is known of a world that is whole. */
export interface World {
  readonly name: string
  readonly thousands: number
  readonly folder: string
  /** How long it took to make, and how much of the disk its database takes. */
  readonly madeInSeconds: number
  readonly bytes: number
}

/** Worlds of another make are made anew. */
const make = 2
/** On the disk, for a thousand case files: with text, and without. */
const bytesAThousand = { withTexts: 16_000_000, without: 4_000_000 }

/** Opens the world of this name, making it first where it is not there, or not whole, or of an older make. */
export async function openWorld(
  dataFolder: string,
  name: string,
  thousands: number,
  say: (words: string) => void,
): Promise<{ world: World; database: Database }> {
  const folder = join(dataFolder, `medicao-${name}`)
  const known = readMarker(folder)
  if (known) {
    const database = await openDatabaseToMeasure(folder)
    await migrate(database.db)
    return { world: { name, thousands, folder, ...known }, database }
  }
  await rm(folder, { recursive: true, force: true })
  refuseWithoutRoom(dataFolder, thousands)
  const begun = performance.now()
  const database = await openDatabaseToMeasure(folder)
  try {
    await makeWorld(database, thousands, say)
    const [size] = await database.db<{ bytes: string }[]>`select pg_database_size(current_database())::text as bytes`
    const made = {
      make,
      madeInSeconds: Math.round((performance.now() - begun) / 1000),
      bytes: Number(size?.bytes ?? 0),
    }
    writeFileSync(join(folder, markerName), JSON.stringify(made))
    say(`mundo ${name} feito em ${made.madeInSeconds} s, ${Math.round(made.bytes / 2 ** 20)} MiB\n`)
    return { world: { name, thousands, folder, ...made }, database }
  } catch (error) {
    await database.stop()
    throw error
  }
}

const markerName = 'mundo.json'

function readMarker(folder: string): Pick<World, 'madeInSeconds' | 'bytes'> | undefined {
  const path = join(folder, markerName)
  if (!existsSync(path)) return undefined
  const { make: which, ...known } = JSON.parse(readFileSync(path, 'utf8')) as Pick<World, 'madeInSeconds' | 'bytes'> & {
    make: number
  }
  return which === make ? known : undefined
}

function refuseWithoutRoom(dataFolder: string, thousands: number): void {
  const withTexts = Math.min(thousands, mostWithTexts)
  // What is written ahead takes its part while the world is made.
  const needed = withTexts * bytesAThousand.withTexts + (thousands - withTexts) * bytesAThousand.without + 8e9
  const { bavail, bsize } = statfsSync(existsSync(dataFolder) ? dataFolder : '.')
  if (bavail * bsize < needed)
    throw new Error(
      `Este mundo pede ${Math.ceil(needed / 1e9)} GB livres no disco; há ${Math.floor((bavail * bsize) / 1e9)}.`,
    )
}
