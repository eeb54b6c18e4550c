import type { Actor } from '../platform/actor.ts'
import { todayIn } from '../platform/calendar/index.ts'
import type { Database } from '../platform/db/index.ts'
import { selectActors, selectTypes } from './demonstration.queries.ts'

/** The registers by the names that the stories use. */
export interface Ids {
  caseType(name: string): { readonly id: string; readonly classIds: readonly string[] }
  documentType(name: string): string
  legalBasis(level: 'restricted' | 'confidential'): string
  readonly certifiableConference: string
  /** Somebody at work in a unit: `as('ana.assessora', 'ASSEG')`. */
  as(login: string, unitAcronym: string): Actor
}

export async function readIds(db: Database, now: Date): Promise<Ids> {
  const [types, actors] = await Promise.all([selectTypes(db), selectActors(db, todayIn(now))])
  return {
    caseType: (name) =>
      found(
        types.caseTypes.find((one) => one.name === name),
        name,
      ),
    documentType: (name) =>
      found(
        types.documentTypes.find((one) => one.name === name),
        name,
      ).id,
    legalBasis: (level) =>
      found(
        types.legalBases.find((one) => one.level === level),
        level,
      ).id,
    certifiableConference: found(
      types.conferences.find((one) => one.certifiable),
      'conference',
    ).id,
    as: (login, unit) =>
      found(
        actors.find((actor) => actor.login === login && actor.unitAcronym === unit),
        `${login} in ${unit}`,
      ),
  }
}

function found<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Error(`the demonstration has no ${what}`)
  return value
}
