import { takeByDefault } from '../../src/capabilities/work-plans/index.ts'
import { actorOf, done, types } from '../support/builders-cases.ts'
import { aWorkPlan } from '../support/builders-work-plans.ts'
import type { TestHouse } from '../support/house.ts'
import { at } from '../support/world.ts'
import { look, type ReaderHere, type Trial } from './trial.ts'

/** From now on every case file of the worlds is born with a plan. */
export async function giveEveryCaseFileAPlan(house: TestHouse): Promise<void> {
  const { plan } = await aWorkPlan(house, 'Restituição')
  const [type] = await house.db<{ id: string; name: string }[]>`
    select id, name from classification.case_type where name = ${types.request}`
  if (!type) throw new Error('the house is not furnished')
  const admin = await actorOf(house, 'admin', at.gs)
  await done(takeByDefault(house.db, admin, { plan: { id: plan }, type }, house.platform.clock()))
}

/** The list of plans: what lies on the desk and may be in lists, named and counted. */
export async function lookAtPlans(trial: Trial, reader: ReaderHere): Promise<void> {
  const { world, oracle, wrong } = trial
  const asking = { route: 'GET /em/:unidade/planos-de-trabalho', reader, face: 'list' } as const
  let text = ''
  for (let page = 1; page < 20; page += 1) {
    const url = `/em/${reader.unit}/planos-de-trabalho?pagina=${page}`
    const answer = await look(trial, { ...asking, url, expected: { words: [], status: 200 } })
    text += answer.text
    if (!answer.text.includes(`pagina=${page + 1}`)) break
  }
  for (const caseFile of world.caseFiles) {
    if (!caseFile.open.has(reader.unit) && text.includes(caseFile.number)) {
      wrong.push(`${reader.name}: the plans tell of ${caseFile.number}, which is not on the desk`)
    }
    const isThere = caseFile.open.has(reader.unit) && oracle.reach(reader, caseFile) === 'full'
    if (!isThere && caseFile.open.has(reader.unit) && oracle.knowsOf(reader, caseFile)) continue
    if (text.includes(caseFile.number) !== isThere) wrong.push(`${reader.name}: the plans and ${caseFile.number}`)
  }
}
