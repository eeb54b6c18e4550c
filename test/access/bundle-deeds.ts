import { includeItems, makeBundle, moveBundle } from '../../src/capabilities/bundles/index.ts'
import type { Scene } from './deeds.ts'
import { isDone, keep } from './team-deeds.ts'
import type { BundleTold } from './told.ts'
import { newWord } from './words.ts'

/** Other units read the case file for a meeting. */
export function meet(scene: Scene, to: number): Promise<boolean> {
  return handRound(scene, 'meeting', to)
}

/** A bundle that the unit keeps for itself. */
export function collect(scene: Scene): Promise<boolean> {
  return handRound(scene, 'internal', 0)
}

/** A draft goes to other units to be signed. */
export function toSign(scene: Scene, to: number): Promise<boolean> {
  return handRound(scene, 'signature', to)
}

/** What a unit made available it takes back; what it was given it returns. */
export async function giveBack({ doer, maker }: Scene, to: number): Promise<boolean> {
  const { house, world } = doer
  const had = world.bundles.filter(({ unit, at }) => at.has(maker.unit) || (unit === maker.unit && at.size > 0))
  const bundle = had[to % Math.max(1, had.length)]
  if (!bundle) return false
  const move = bundle.at.has(maker.unit) ? 'return' : 'cancel'
  const request = { number: bundle.number, move, note: '' } as const
  const outcome = await moveBundle(house.db, maker.actor, request, house.platform.clock())
  if (!outcome?.done) return false
  if (move === 'cancel') bundle.at.clear()
  else bundle.at.delete(maker.unit)
  return true
}

async function handRound(scene: Scene, kind: BundleTold['kind'], to: number): Promise<boolean> {
  const { doer, maker, caseFile, document } = scene
  const { house, world, ids } = doer
  const now = () => house.platform.clock()
  const others = ids.slugs.filter((slug) => slug !== maker.unit)
  const chosen = kind === 'internal' ? [] : [others[to % others.length], others[(to + 1) % others.length]]
  const slugs = chosen.flatMap((slug) => slug ?? []).slice(0, 1 + (to % 2))
  const request = {
    ...{ kind, description: 'Bloco de teste', inOrder: false, groupId: undefined, signBy: undefined },
    destinations: slugs.map((slug) => ids.units.get(slug) ?? ''),
  }
  const made = await makeBundle(house.db, maker.actor, request, now())
  if (!made.done) return false
  const { number } = made.value
  const documents = kind === 'signature' && document ? [document.number] : []
  const caseFiles = kind === 'signature' ? [] : [caseFile.digits]
  const wanted = { bundleNumber: number, documents, caseFiles }
  const included = await includeItems(house.db, maker.actor, wanted, now())
  if (!included?.done || !included.value.every(({ outcome }) => outcome.done)) return false
  const rows = await house.db<{ id: string }[]>`
    select i.id from bundles.item i join bundles.bundle b on b.id = i.bundle_id where b.number = ${number}`
  const items = rows.map(({ id }) => ({ id, caseFile, ...(kind === 'signature' && document ? { document } : {}) }))
  const bundle: BundleTold = { number, kind, unit: maker.unit, items, at: new Set() }
  world.bundles.push(bundle)
  world.everyBundle.push(bundle)
  const word = newWord()
  const note = `/em/${maker.unit}/blocos/${number}/itens/${items[0]?.id}/anotacao`
  if (isDone(await maker.caller.post(note, { texto: `Ver ${word}.` })))
    keep(scene, { kind: 'annotation', word, bundle })
  if (kind === 'internal') return true
  const moved = await moveBundle(house.db, maker.actor, { number, move: 'make-available' }, now())
  if (moved?.done) for (const slug of slugs) bundle.at.add(slug)
  return true
}
