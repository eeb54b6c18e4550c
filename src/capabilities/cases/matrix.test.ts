import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aGrant } from '../../../test/support/builders-admin.ts'
import { archivedIn } from '../../../test/support/builders-archive.ts'
import {
  aCaseFile,
  actorOf,
  aDraft,
  concludedIn,
  confirmPasswordFor,
  done,
  eventsOf,
  legalBasisOf,
  postAnyway,
} from '../../../test/support/builders-cases.ts'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import { cellsOf, ownCaseActs } from '../../../test/support/matrix-tables.ts'
import type { Page, Person } from '../../../test/support/person.ts'
import { at, password } from '../../../test/support/world.ts'
import { annexCaseFile } from './annexation/annex-case-file.ts'
import { blockCaseFile } from './blocking/block-case-file.ts'
import { relateCaseFiles } from './relations/relate-case-files.ts'
import { suspendCaseFile } from './suspension/suspend-case-file.ts'

/** §10.1, the acts of this capability. */
const cells = cellsOf(ownCaseActs)
type State = (typeof cells)[number]['state']
type Act = (typeof cells)[number]['act']

let house: TestHouse
let admin: Person
beforeAll(async () => {
  house = await openTestHouse()
  await aGrant(house, 'admin', { profile: 'Arquivamento', unit: 'GS' })
  admin = await house.signIn('admin')
})
afterAll(() => house.close())

interface World {
  readonly id: string
  readonly digits: string
  readonly other: { readonly id: string; readonly digits: string }
}

describe('R3 each act, in each state of the matrix, through the pages', () => {
  test.each(cells)('$act, $state: $sign', async ({ act, state, sign }) => {
    const world = await caseFileIn(state, act)
    const before = await eventsOf(house, world.id)
    const page = await carryOut(act, world)
    const after = await eventsOf(house, world.id)
    if (sign === '✓' || sign === 'c') {
      expect(after.length, page.text).toBeGreaterThan(before.length)
      expect(page.status).toBeLessThan(400)
      return
    }
    expect(after).toEqual(before)
    expect(page.status).toBe(422)
    expect(page.errors.length).toBeGreaterThan(0)
    for (const sentence of page.errors) expect(sentence).toMatch(/^[A-ZÁÉÍÓÚ].+\.$/)
  })
})

async function caseFileIn(state: State, act: Act): Promise<World> {
  const by = { by: 'admin', unit: at.gs } as const
  const made = await aCaseFile(house, { ...by, level: state === 'confidential' ? 'confidential' : 'public' })
  const { id, digits } = made
  const other = await aCaseFile(house, by)
  const now = house.platform.clock()
  const actor = await actorOf(house, 'admin', at.gs)
  if (state === 'confidential') await confirmPasswordFor(admin, at.gs, digits, password)
  if (state === 'annexed' || act === 'annex') {
    if (state !== 'confidential') await aDraft(house, digits, by)
  }
  if (act === 'receive-annex') await aDraft(house, other.digits, by)
  if (act === 'unrelate') {
    if (state === 'confidential') await send('relacionados', { outro: other.digits }, digits)
    else await done(relateCaseFiles(house.db, actor, digits, other.digits, now))
  }
  const request = { digits, reason: 'À espera de parecer' }
  if (state === 'concluded') await concludedIn(house, id, at.gs)
  if (state === 'archived') {
    await concludedIn(house, id, at.gs)
    await archivedIn(house, digits, by.by, by.unit)
  }
  if (state === 'suspended') await done(suspendCaseFile(house.db, actor, { ...request, linkedDigits: undefined }, now))
  if (state === 'blocked') await done(blockCaseFile(house.db, actor, request, now))
  if (state === 'annexed') {
    const principal = await aCaseFile(house, by)
    await done(annexCaseFile(house.db, actor, digits, principal.digits, now))
  }
  return { id, digits, other }
}

async function carryOut(act: Act, { digits, other, id }: World): Promise<Page> {
  switch (act) {
    case 'suspend':
      return send('sobrestamento', { motivo: 'À espera de laudo' }, digits)
    case 'resume':
      return send('sobrestamento/remocao', {}, digits)
    case 'relate':
      return send('relacionados', { outro: other.digits }, digits)
    case 'unrelate':
      return send('relacionados/remocao', { outro: other.digits }, digits)
    case 'receive-annex':
      return send('anexacao', { principal: digits }, other.digits)
    case 'annex':
      return send('anexacao', { principal: other.digits }, digits)
    case 'delete':
      return send('exclusao', {}, digits)
    case 'change data': {
      const [row] =
        await house.db`select case_type_id, array(select record_class_id::text from cases.case_class where case_file_id = c.id) as classes
        from cases.case_file c where id = ${id}`
      return send('dados', { tipo: row?.case_type_id, classe: row?.classes, especificacao: 'Outra' }, digits)
    }
    case 'change level':
      return send('nivel', { nivel: 'restricted', hipotese: await legalBasisOf(house.db, 'restricted') }, digits)
    case 'write-unit-remark':
      return send('observacao', { observacao: 'Conferido.' }, digits)
    case 'block':
      return send('bloqueio', { motivo: 'Por ordem judicial' }, digits)
    case 'unblock':
      return send('bloqueio/remocao', {}, digits)
  }
}

function send(noun: string, fields: Record<string, string | readonly string[]>, digits: string): Promise<Page> {
  return postAnyway(admin, `/em/${at.gs}/processos/${digits}/${noun}`, fields)
}
