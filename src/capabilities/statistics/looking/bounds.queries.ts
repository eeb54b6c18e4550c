import type { Database } from '../../../platform/db/index.ts'
import type { Period } from './period.form.ts'

/** The first moment of the period and the first one beyond it, in the time of Brasília, as a row `bounds`. */
export function boundsOf(db: Database, { from, until }: Period) {
  return db`bounds as (
    select ${from}::date::timestamp at time zone 'America/Sao_Paulo' as first,
           (${until}::date + 1)::timestamp at time zone 'America/Sao_Paulo' as beyond)`
}
