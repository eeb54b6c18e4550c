import type { Database } from '../../../platform/db/index.ts'
import { continueCounters, countTypesOf, countUnitCounters, openTypesTo } from './migration.queries.ts'

interface UnitStep {
  readonly from: string
  readonly to: string
  readonly continuesNumbering: boolean
}

/** What types know of a unit: how far its annual numbers came (EST-092), and which case types it may open (PRO-024). */
export const classificationMovers = [
  {
    kind: 'numbering',
    words: ['sequência de numeração de documentos', 'sequências de numeração de documentos'],
    count: (db: Database, from: string, { continuesNumbering }: { readonly continuesNumbering: boolean }) =>
      continuesNumbering ? countUnitCounters(db, from) : Promise.resolve(0),
    move: async (db: Database, { from, to, continuesNumbering }: UnitStep) => ({
      count: continuesNumbering ? await continueCounters(db, from, to) : 0,
      notes: [],
    }),
  },
  {
    kind: 'case-types',
    words: ['tipo de processo que só algumas unidades abrem', 'tipos de processo que só algumas unidades abrem'],
    count: (db: Database, from: string) => countTypesOf(db, from),
    move: async (db: Database, { from, to }: UnitStep) => ({ count: await openTypesTo(db, from, to), notes: [] }),
  },
] as const
