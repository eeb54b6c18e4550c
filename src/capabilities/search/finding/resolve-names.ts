import type { Database } from '../../../platform/db/index.ts'
import { withPredecessors } from '../../organization/index.ts'
import { selectAccounts, selectContacts, selectUnits } from './resolve.queries.ts'
import type { SearchRequest, UnknownName } from './search-request.ts'

/** What the names in a request stand for; undefined where none was given. */
export interface KnownNames {
  readonly unitIds: readonly string[] | undefined
  readonly partyIds: readonly string[] | undefined
  readonly signerIds: readonly string[] | undefined
  readonly authorIds: readonly string[] | undefined
  readonly unknown: readonly UnknownName[]
}

/** Finds the units, people and contacts that a request names, all in one round trip. */
export async function resolveNames(db: Database, request: SearchRequest): Promise<KnownNames> {
  const { units, party, signer, authors } = request
  const [knownUnits, contacts, signers, writers] = await Promise.all([
    units.length > 0 ? selectUnits(db, units) : [],
    party ? selectContacts(db, party) : [],
    signer ? selectAccounts(db, [signer]) : [],
    authors.length > 0 ? selectAccounts(db, authors) : [],
  ])
  const missing = (field: UnknownName['field'], names: readonly string[], found: readonly { name: string }[]) =>
    names.filter((name) => !found.some((one) => one.name === name)).map((name) => ({ field, name }))
  const ids = (asked: boolean, rows: readonly { id: string }[]) => (asked ? rows.map(({ id }) => id) : undefined)
  const unitIds = ids(units.length > 0, knownUnits)
  return {
    unitIds: unitIds && request.withPredecessors ? await withPredecessors(db, unitIds) : unitIds,
    partyIds: party ? contacts : undefined,
    signerIds: ids(signer !== '', signers),
    authorIds: ids(authors.length > 0, writers),
    unknown: [
      ...missing('units', units, knownUnits),
      ...(party && contacts.length === 0 ? [{ field: 'party' as const, name: party }] : []),
      ...missing('signer', signer ? [signer] : [], signers),
      ...missing('authors', authors, writers),
    ],
  }
}
