import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Compared, Cost } from './compare.ts'
import type { Figures } from './trials/trial.ts'
import type { World } from './world/open-world.ts'

/** What was measured of one act, without the act itself. */
export interface ActMeasured {
  readonly cost: Cost
  readonly compared: readonly Compared[]
}

/** Everything measured in one world at one state of the program. Runs of the same state add up. */
export interface Raw {
  readonly world: Pick<World, 'name' | 'thousands' | 'madeInSeconds' | 'bytes'>
  readonly commit: string
  readonly at: string
  readonly machine: string
  readonly load: readonly number[]
  readonly seconds: number
  readonly postgres: string
  readonly node: string
  readonly tookSeconds: number
  readonly acts: Readonly<Record<string, ActMeasured>>
  readonly figures: Figures
}

/** Puts what was measured beside the worlds, together with what earlier runs of the same state have measured in this one. */
export function keepRaw(dataFolder: string, raw: Raw): void {
  mkdirSync(folderOf(dataFolder), { recursive: true })
  const path = join(folderOf(dataFolder), `${raw.world.name}.json`)
  const before = existsSync(path) ? readRaw(path) : undefined
  const both =
    before?.commit === raw.commit
      ? {
          ...raw,
          tookSeconds: before.tookSeconds + raw.tookSeconds,
          acts: { ...before.acts, ...raw.acts },
          figures: { ...before.figures, ...raw.figures },
        }
      : raw
  writeFileSync(path, JSON.stringify(both, undefined, 1))
}

/** What was measured at this state, the smallest world first. */
export function readRaws(dataFolder: string, commit: string): Raw[] {
  if (!existsSync(folderOf(dataFolder))) return []
  return readdirSync(folderOf(dataFolder))
    .filter((name) => name.endsWith('.json'))
    .map((name) => readRaw(join(folderOf(dataFolder), name)))
    .filter((raw) => raw.commit === commit)
    .sort((one, other) => one.world.thousands - other.world.thousands)
}

const folderOf = (dataFolder: string) => join(dataFolder, 'medicao-resultados')
const readRaw = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Raw
