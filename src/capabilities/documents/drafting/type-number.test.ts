import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { aCaseFile, actorOf } from '../../../../test/support/builders-cases.ts'
import { aDraft, rowOf, typeIdOf } from '../../../../test/support/builders-documents.ts'
import { forManyAtOnce, openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import { at } from '../../../../test/support/world.ts'
import { type LocalDate, todayIn } from '../../../platform/calendar/index.ts'
import { inTransaction, openDatabase } from '../../../platform/db/index.ts'
import { registerDocumentType } from '../../classification/index.ts'
import { type DraftRequest, draftDocument } from './draft-document.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse({}, forManyAtOnce)
})
afterAll(() => house.close())

async function requestFor(
  caseDigits: string,
  type: string,
  changes: Partial<DraftRequest> = {},
): Promise<DraftRequest> {
  return {
    caseDigits,
    typeId: await typeIdOf(house, type),
    initialText: { kind: 'template' },
    description: '',
    treeName: '',
    datedOn: todayIn(house.platform.clock()),
    level: 'public',
    legalBasisId: undefined,
    ...changes,
  }
}

describe('numbers within a type', () => {
  it('R2 are given without gap and without twin to those who come at once', async () => {
    const type = 'Memorando'
    await registerDocumentType(house.db, { name: type, appliesTo: 'authored', numbering: 'unit-year' })
    const cases = await Promise.all(Array.from({ length: 6 }, () => aCaseFile(house)))
    const actor = await actorOf(house, 'marina', at.prot)
    const pool = await openDatabase({ url: house.databaseUrl, poolSize: 6, statementTimeoutMs: 15_000, prepare: true })
    await Promise.all(Array.from({ length: 6 }, () => pool`select pg_sleep(0.05)`))
    const request = await requestFor('', type)
    const now = new Date()
    const numbers = await Promise.all(
      cases.map(async ({ digits }) => {
        const outcome = await draftDocument(pool, actor, { ...request, caseDigits: digits }, now)
        return outcome?.done ? (await rowOf(house, outcome.value.number)).type_number : undefined
      }),
    )
    await pool.end()
    expect(numbers.map((text) => Number(String(text).split('/')[0])).sort()).toEqual([1, 2, 3, 4, 5, 6])
  })

  it('R2 are given back by what is undone', async () => {
    const type = 'Certidão'
    await registerDocumentType(house.db, { name: type, appliesTo: 'authored', numbering: 'unit' })
    const { digits } = await aCaseFile(house)
    const actor = await actorOf(house, 'marina', at.prot)
    const request = await requestFor(digits, type)
    await expect(
      inTransaction(house.db, async (trx) => {
        await draftDocument(trx, actor, request, new Date())
        throw new Error('undone')
      }),
    ).rejects.toThrow('undone')
    const number = await aDraft(house, digits, { type })
    expect((await rowOf(house, number)).type_number).toBe('1')
  })

  test.each([
    ['unit', ['1', '2', '3'], '1'],
    ['agency', ['1', '2', '3'], '4'],
    ['unit-year', ['1/2026', '2/2026', '1/2027'], '1/2027'],
    ['agency-year', ['1/2026', '2/2026', '1/2027'], '2/2027'],
    ['none', [null, null, null], null],
  ] as const)('R3 %s: on the 1st of January only annual ones start again', async (numbering, atProt, atAsses) => {
    const type = `Tipo ${numbering}`
    await registerDocumentType(house.db, { name: type, appliesTo: 'authored', numbering })
    const { digits } = await aCaseFile(house)
    const prot = await actorOf(house, 'marina', at.prot)
    const request = await requestFor(digits, type, { datedOn: '2020-01-01' as LocalDate })
    // At 02:30 UTC of the 1st it still is the 31st in Brasília.
    const moments = ['2026-06-01T12:00:00Z', '2027-01-01T02:30:00Z', '2027-01-01T03:30:00Z']
    const given: unknown[] = []
    for (const moment of moments) {
      const outcome = await draftDocument(house.db, prot, request, new Date(moment))
      if (outcome?.done) given.push((await rowOf(house, outcome.value.number)).type_number)
    }
    expect(given).toEqual(atProt)
    const other = await aCaseFile(house, { by: 'ana', unit: at.asses })
    const asses = await actorOf(house, 'ana', at.asses)
    const last = await draftDocument(
      house.db,
      asses,
      { ...request, caseDigits: other.digits },
      new Date('2027-01-01T04:00:00Z'),
    )
    expect(last?.done && (await rowOf(house, last.value.number)).type_number).toBe(atAsses)
  })
})
