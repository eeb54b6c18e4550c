import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import esbuild from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aConfirmedListing, anArchivedCase, anArchiveHouse, passYears } from '../../../test/support/builders-archive.ts'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import type { Failpoint } from '../../platform/failpoints/index.ts'
import { projectRoot } from '../../platform/project-root.ts'

const folder = join(projectRoot, 'node_modules', `.carimbo-probe-elimination-${process.pid}`)
const probe = join(folder, 'execute-elimination.mjs')
let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
  await anArchiveHouse(house)
  await mkdir(folder, { recursive: true })
  await esbuild.build({
    entryPoints: [join(import.meta.dirname, 'eliminating/execute-elimination.probe.ts')],
    ...{ outfile: probe, bundle: true, platform: 'node', format: 'esm', packages: 'external', logLevel: 'silent' },
    ...{ jsx: 'automatic', jsxImportSource: 'preact' },
  })
})
afterAll(async () => {
  await house.close()
  await rm(folder, { recursive: true, force: true })
})

/** A worker of its own, which ends without a word at that step. */
async function killedAt(step: Failpoint, listingId: string): Promise<unknown> {
  const worker = spawn(
    process.execPath,
    [probe, house.databaseUrl, listingId, String(house.platform.clock().getTime())],
    {
      env: { ...process.env, NODE_ENV: 'test', CARIMBO_FALHA: step },
      stdio: 'inherit',
    },
  )
  const [, signal] = await once(worker, 'exit')
  return signal
}

const itemsOf = async (listingId: string) =>
  (
    await house.db<
      { state: string }[]
    >`select state from archive.listing_item where listing_id = ${listingId} order by case_file_id`
  ).map(({ state }) => state)
/** Of each case file: whether its text is there, and whether the history tells that it is gone. */
const stateOf = async (digits: readonly string[]) =>
  house.db<{ texts: number; residues: number; told: number }[]>`
    select (select count(*)::int from documents.version v join documents.document d on d.id = v.document_id
             where d.case_file_id = c.id and v.plain_text like '%Palavrassecretas%') as texts,
           (select count(*)::int from documents.elimination e where e.case_file_id = c.id) as residues,
           (select count(*)::int from history.event e where e.case_file_id = c.id and e.kind = 'case-eliminated') as told
      from cases.case_file c where c.digits = any (${[...digits]}) order by c.id`

describe('the machine that eliminates is killed', () => {
  it('R13 while contents are being erased: nothing happened; and after each case file: that one is gone, the next is whole', async () => {
    const cases = [await anArchivedCase(house), await anArchivedCase(house)]
    const digits = cases.map((one) => one.digits)
    await house.workOff()
    passYears(house, 3)
    const id = await aConfirmedListing(house, digits)
    await house.db`delete from graphile_worker._private_jobs`
    const whole = await stateOf(digits)
    expect(whole.every(({ texts, residues, told }) => texts > 0 && residues === 0 && told === 0)).toBe(true)

    expect(await killedAt('eliminating.erased', id)).toBe('SIGKILL')
    expect(await stateOf(digits)).toEqual(whole)
    expect(await itemsOf(id)).toEqual(['listed', 'listed'])

    expect(await killedAt('eliminating.committed', id)).toBe('SIGKILL')
    const [first, second] = await stateOf(digits)
    expect(first).toMatchObject({ texts: 0, told: 1 })
    expect(second).toEqual(whole[1])
    expect(await itemsOf(id)).toEqual(['eliminated', 'listed'])

    expect(await killedAt('act.claimed', id)).toBeNull()
    expect((await stateOf(digits)).map(({ texts, told }) => ({ texts, told }))).toEqual([
      { texts: 0, told: 1 },
      { texts: 0, told: 1 },
    ])
    expect(await itemsOf(id)).toEqual(['eliminated', 'eliminated'])
  })
})
