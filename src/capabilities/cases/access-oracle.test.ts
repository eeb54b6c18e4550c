import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import type { Transaction } from '../../platform/db/index.ts'
import { type AccessLevel, effectiveLevel, mayListCase, mayReadDocument } from './access.rules.ts'

/**
 * The rule in SQL (lists, search, tree) and the rule in TypeScript (one object) say the same. Rows are put directly, for
 * once, because what is under test is how rows are read, not how they come to be.
 */
let house: TestHouse
let ground: {
  units: string[]
  accounts: string[]
  caseType: string
  documentType: string
  basis: string
  agency: string
}
beforeAll(async () => {
  house = await openTestHouse()
  const [row] = await house.db`select
    array(select id::text from organization.unit order by id limit 4) as units,
    array(select id::text from identity.account order by id limit 2) as accounts,
    (select min(id)::text from classification.case_type) as "caseType",
    (select min(id)::text from classification.document_type) as "documentType",
    (select min(id)::text from classification.legal_basis) as basis, (select min(id)::text from organization.agency) as agency`
  ground = row as typeof ground
})
afterAll(() => house.close())

// What is confidential is closed by that alone: most worlds are not, so that all the rest is told apart in them.
const level = fc.constantFrom<AccessLevel>('public', 'public', 'restricted', 'restricted', 'confidential')
const unit = fc.nat({ max: 3 })
const account = fc.nat({ max: 1 })
const document = fc.record({
  kind: fc.constantFrom('authored', 'uploaded'),
  level,
  unit,
  signatureCount: fc.constantFrom(0, 0, 1, 2),
  state: fc.constantFrom('active', 'active', 'cancelled', 'deleted'),
})
const world = fc.record({
  perDocument: fc.boolean(),
  level,
  state: fc.constantFrom('normal', 'normal', 'suspended', 'blocked', 'deleted'),
  documents: fc.array(document, { maxLength: 4, size: 'max' }),
  passages: fc.uniqueArray(unit, { maxLength: 3 }),
  credentials: fc.uniqueArray(fc.record({ account, unit, ended: fc.boolean() }), {
    maxLength: 4,
    selector: ({ account: who, unit: where }) => `${who} ${where}`,
  }),
  /** Units to which a meeting bundle brings the case file; some gave it back. */
  meetings: fc.uniqueArray(fc.record({ unit, ended: fc.boolean() }), {
    maxLength: 3,
    selector: ({ unit: where, ended }) => `${where} ${ended}`,
  }),
  /** Documents, by their place, that a signature bundle brings to units; some gave them back. */
  signings: fc.uniqueArray(fc.record({ document: fc.nat({ max: 3 }), unit, ended: fc.boolean() }), {
    maxLength: 6,
    size: 'max',
    selector: ({ document: which, unit: where, ended }) => `${which} ${where} ${ended}`,
  }),
  /** [predecessor, successor]; circles too, which must not hang anything. */
  successions: fc.uniqueArray(
    fc.tuple(unit, unit).filter(([one, other]) => one !== other),
    { maxLength: 3, selector: String },
  ),
})
type World = typeof world extends fc.Arbitrary<infer Value> ? Value : never

describe('R9 whoever reads', () => {
  it('is told the same by the rule in SQL and by the rule for one object, in any world', async () => {
    let compared = 0
    await fc.assert(
      fc.asyncProperty(world, async (one) => {
        await inWorld(one, async (trx, caseFileId) => {
          for (const row of await askSql(trx, caseFileId, one.perDocument)) {
            const where = ground.units.indexOf(row.unitId)
            const who = ground.accounts.indexOf(row.accountId)
            const facts = factsFor(one, who, where)
            const alive = one.state !== 'deleted'
            expect(row.listed).toBe(alive && caseLevelOf(one) !== 'confidential' && mayListCase(facts) === 'full')
            const doc = row.place === null ? undefined : one.documents[row.place]
            if (!doc) continue
            const mayRead = mayReadDocument({
              ...facts,
              documentLevel: doc.level,
              isDraft: doc.kind === 'authored' && doc.signatureCount === 0,
              actorUnitIsProducing: lineageOf(one, where).has(doc.unit),
              signatureBundle: signingsAt(one, where).includes(row.place ?? -1),
              signatureBundleOfCase: signingsAt(one, where).length > 0,
              signatureCredential: false,
              reviewRequest: false,
              cancelled: doc.state === 'cancelled',
            })
            expect(row.readable).toBe(alive && doc.state !== 'deleted' && mayRead)
            compared += 1
          }
        })
      }),
      { numRuns: 250 },
    )
    expect(compared).toBeGreaterThan(1000)
  }, 120_000)
})

function factsFor(one: World, who: number, where: number) {
  const lineage = lineageOf(one, where)
  return {
    baseLevel: one.level,
    effectiveLevel: effectiveOf(one),
    perDocumentInternal: one.perDocument,
    unitTramited: one.passages.some((passed) => lineage.has(passed)),
    meetingBundle: one.meetings.some((meeting) => meeting.unit === where && !meeting.ended),
    hasCredential: one.credentials.some((held) => held.account === who && held.unit === where && !held.ended),
    passwordConfirmed: true,
  }
}

/** Places of the documents that lie at the unit to be signed: no unit inherits what was lent to another. */
function signingsAt({ signings, documents }: World, where: number): number[] {
  return signings.flatMap(({ document: place, unit: there, ended }) =>
    there === where && !ended && place < documents.length ? [place] : [],
  )
}

function effectiveOf({ level: own, documents }: World): AccessLevel {
  return effectiveLevel(
    own,
    documents.filter(({ state }) => state !== 'deleted').map((doc) => doc.level),
  )
}

function caseLevelOf(one: World): AccessLevel {
  return one.perDocument ? one.level : effectiveOf(one)
}

/** The unit and all that it succeeds, however far back. */
function lineageOf({ successions }: World, where: number): Set<number> {
  const known = new Set([where])
  for (let grown = true; grown; ) {
    grown = false
    for (const [predecessor, successor] of successions) {
      if (known.has(successor) && !known.has(predecessor)) {
        known.add(predecessor)
        grown = true
      }
    }
  }
  return known
}

interface Verdict {
  accountId: string
  unitId: string
  place: number | null
  listed: boolean
  readable: boolean | null
}

async function askSql(trx: Transaction, caseFileId: string, perDocument: boolean): Promise<Verdict[]> {
  return trx<Verdict[]>`
    select a::text as "accountId", u::text as "unitId", d.position as place, cases.may_list(c, u, ${perDocument}) as listed,
           documents.may_read(d, c, a, u, ${perDocument}) as readable
      from cases.case_file c
     cross join unnest(${ground.accounts}::bigint[]) a cross join unnest(${ground.units}::bigint[]) u
      left join documents.document d on d.case_file_id = c.id where c.id = ${caseFileId}`
}

const undo = Symbol('undo')

async function inWorld(one: World, look: (trx: Transaction, caseFileId: string) => Promise<void>): Promise<void> {
  const { units, accounts, basis } = ground
  try {
    await house.db.begin(async (trx) => {
      const [made] = await trx<{ id: string }[]>`
        insert into cases.case_file (number, digits, agency_id, unit_id, case_type_id, filed_on, opened_at, opened_by, level,
          effective_level, legal_basis_id, state, news_at, news_unit_id)
        values ('1', '123456', ${ground.agency}, ${units[0] ?? ''}, ${ground.caseType}, '2026-01-01', now(), ${accounts[0] ?? ''},
          ${one.level}, ${effectiveOf(one)}, ${basis}, ${one.state}, now(), ${units[0] ?? ''}) returning id`
      const id = made?.id ?? ''
      for (const [place, doc] of one.documents.entries()) {
        await trx`insert into documents.document (case_file_id, kind, document_type_id, unit_id, created_at, created_by,
            dated_on, level, legal_basis_id, position, signature_count, state)
          values (${id}, ${doc.kind}, ${ground.documentType}, ${units[doc.unit] ?? ''}, now(), ${accounts[0] ?? ''},
            '2026-01-01', ${doc.level}, ${basis}, ${place}, ${doc.signatureCount}, ${doc.state})`
      }
      await trx`insert into cases.passage (case_file_id, unit_id, first_at)
        select ${id}, u, now() from unnest(${one.passages.map((where) => units[where] ?? '')}::bigint[]) u`
      for (const held of one.credentials) {
        const [who, where] = [accounts[held.account] ?? '', units[held.unit] ?? '']
        await trx`insert into cases.credential (case_file_id, account_id, unit_id, granted_by, granted_unit_id, granted_at,
            ended_at, ended_by, ending)
          values (${id}, ${who}, ${where}, ${who}, ${where}, now(), ${held.ended ? new Date() : null},
            ${held.ended ? who : null}, ${held.ended ? 'revoked' : null})`
      }
      for (const { unit: where, ended } of one.meetings) {
        await trx`insert into cases.temporary_reading (case_file_id, unit_id, reason, source, since, until)
          values (${id}, ${units[where] ?? ''}, 'meeting-bundle', 1, now(), ${ended ? trx`now()` : null})`
      }
      for (const { document: place, unit: where, ended } of one.signings) {
        await trx`insert into documents.co_signing (document_id, case_file_id, unit_id, source, since, until)
          select d.id, d.case_file_id, ${units[where] ?? ''}, 1, now(), ${ended ? trx`now()` : null}
            from documents.document d where d.case_file_id = ${id} and d.position = ${place}`
      }
      for (const [predecessor, successor] of one.successions) {
        await trx`insert into organization.succession (predecessor_id, successor_id)
          values (${units[predecessor] ?? ''}, ${units[successor] ?? ''})`
      }
      await look(trx, id)
      throw undo
    })
  } catch (error) {
    if (error !== undo) throw error
  }
}
