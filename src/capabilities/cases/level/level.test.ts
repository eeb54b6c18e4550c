import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import {
  aCaseFile,
  actorOf,
  aDraft,
  confirmPasswordFor,
  eventsOf,
  formOf,
  legalBasisOf,
  types,
} from '../../../../test/support/builders-cases.ts'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Person } from '../../../../test/support/person.ts'
import { at, password } from '../../../../test/support/world.ts'
import { findCaseFile } from '../find-case-file.ts'
import { refusalsOfLevel } from './level.rules.ts'
import { refreshEffectiveLevel } from './refresh-effective-level.ts'

let house: TestHouse
let marina: Person
beforeAll(async () => {
  house = await openTestHouse()
  marina = await house.signIn('marina')
})
afterAll(() => house.close())

const address = (digits: string) => `/em/${at.prot}/processos/${digits}/nivel`
async function change(digits: string, fields: Record<string, string>) {
  return marina.send(await marina.open(address(digits)), formOf('nivel'), fields)
}
const rowOf = async (id: string) => {
  const [row] = await house.db`select level, effective_level, legal_basis_id from cases.case_file where id = ${id}`
  return row
}

describe('changing the level', () => {
  it('is told with the old and the new one, and the effective level follows', async () => {
    const { id, digits } = await aCaseFile(house)
    const hipotese = await legalBasisOf(house.db, 'restricted')
    await change(digits, { nivel: 'restricted', hipotese })
    expect(await rowOf(id)).toEqual({ level: 'restricted', effective_level: 'restricted', legal_basis_id: hipotese })
    const [event] =
      await house.db`select facts from history.event where case_file_id = ${id} and kind = 'case-level-changed'`
    expect(event?.facts).toEqual({ from: 'public', to: 'restricted', basis: 'Informação pessoal' })
    await change(digits, { nivel: 'public', hipotese })
    expect(await rowOf(id)).toEqual({ level: 'public', effective_level: 'public', legal_basis_id: null })
  })

  it('of the legal basis alone is told too, and nothing is told where nothing changed', async () => {
    const { id, digits } = await aCaseFile(house, { level: 'restricted' })
    const hipotese = await legalBasisOf(house.db, 'restricted')
    await change(digits, { nivel: 'restricted', hipotese })
    expect(await eventsOf(house, id)).toEqual(['case-opened'])
    const [other] = await house.db`insert into classification.legal_basis (name, law, level)
      values ('Documento preparatório', 'Lei nº 12.527/2011, art. 7º', 'restricted') returning id`
    await change(digits, { nivel: 'restricted', hipotese: other?.id })
    const [event] = await house.db`select facts from history.event
      where case_file_id = ${id} and kind = 'case-legal-basis-changed'`
    expect(event?.facts).toEqual({ from: 'Informação pessoal', to: 'Documento preparatório' })
  })

  it('keeps a legal basis that was deactivated since, but takes no other such', async () => {
    const [old] = await house.db`insert into classification.legal_basis (name, law, level)
      values ('Norma que vai cair', 'Lei antiga', 'restricted') returning id`
    const { digits } = await aCaseFile(house)
    await change(digits, { nivel: 'restricted', hipotese: old?.id })
    await house.db`update classification.legal_basis set deactivated_at = now() where id = ${old?.id}`
    expect((await change(digits, { nivel: 'restricted', hipotese: old?.id })).errors).toEqual([])
    const { digits: another } = await aCaseFile(house)
    const page = await change(another, { nivel: 'restricted', hipotese: old?.id })
    expect(page.status).toBe(422)
  })

  it('to one that the type does not allow is refused, and the page keeps what was chosen', async () => {
    const { digits } = await aCaseFile(house, {
      type: types.vacation,
      level: 'restricted',
      parties: [{ newName: 'Servidor' }],
    })
    const form = await marina.open(address(digits))
    expect(form.document.querySelector('input[value=confidential]')).toBeNull()
    const hipotese = await legalBasisOf(house.db, 'confidential')
    const page = await marina.send(form, formOf('nivel'), { nivel: 'confidential', hipotese })
    expect(page.errors).toEqual(['Este tipo de processo não pode ser sigiloso. Níveis possíveis: restrito, público.'])
  })

  it('R5 to confidential gives the actor the credential, and nobody else opens it any more', async () => {
    const { id, digits } = await aCaseFile(house)
    await change(digits, { nivel: 'confidential', hipotese: await legalBasisOf(house.db, 'confidential') })
    expect((await marina.open(address(digits))).url).toContain('/senha')
    await confirmPasswordFor(marina, at.prot, digits, password)
    expect((await marina.open(address(digits))).status).toBe(200)
    const paulo = await house.signIn('paulo')
    expect((await paulo.open(address(digits))).status).toBe(404)
    expect((await eventsOf(house, id)).slice(1)).toEqual([
      'case-level-changed',
      'effective-level-changed',
      'credential-granted',
    ])
  })
})

describe('R8 the effective level', () => {
  it('rises with a document and falls when it goes, each told once', async () => {
    const { id, digits } = await aCaseFile(house)
    const number = await aDraft(house, digits, { level: 'restricted' })
    expect((await rowOf(id))?.effective_level).toBe('restricted')
    const page = await marina.open(address(digits))
    expect(page.text).toContain('um documento ou processo anexado o torna')
    await house.db`update documents.document set state = 'deleted' where number = ${number}`
    const actor = await actorOf(house, 'marina', at.prot)
    for (let again = 0; again < 2; again++) {
      await house.db.begin(async (trx) => {
        await findCaseFile(trx, actor, { id }, 'locked', new Date())
        await refreshEffectiveLevel(trx, actor, id, new Date())
      })
    }
    expect((await rowOf(id))?.effective_level).toBe('public')
    expect((await eventsOf(house, id)).filter((kind) => kind === 'effective-level-changed')).toHaveLength(2)
  })
})

describe('the rule of levels', () => {
  const every = ['public', 'restricted', 'confidential'] as const
  const basis = (level: 'restricted' | 'confidential', offered = true) => ({ level, offered })
  test.each([
    [{ level: 'public', allowedLevels: every, basis: undefined }, []],
    [{ level: 'public', allowedLevels: every, basis: basis('restricted') }, []],
    [{ level: 'restricted', allowedLevels: every, basis: basis('restricted') }, []],
    [{ level: 'restricted', allowedLevels: every, basis: undefined }, ['legal-basis-missing']],
    [{ level: 'restricted', allowedLevels: every, basis: basis('confidential') }, ['legal-basis-of-another-level']],
    [{ level: 'restricted', allowedLevels: every, basis: basis('restricted', false) }, ['legal-basis-not-offered']],
    [
      { level: 'confidential', allowedLevels: ['public'], basis: undefined },
      ['level-not-allowed', 'legal-basis-missing'],
    ],
    [{ level: 'confidential', allowedLevels: undefined, basis: basis('confidential') }, []],
  ] as const)('%j: %j', (facts, kinds) => {
    expect(refusalsOfLevel(facts).map(({ kind }) => kind)).toEqual(kinds)
  })
})
