import type { Actor } from '../../platform/actor.ts'
import type { Database } from '../../platform/db/index.ts'
import { noteShown } from '../../platform/shown.ts'
import { type CaseAccessFacts, mayConfirmPassword, mayListCase, mustConfirmPassword } from './access.rules.ts'
import type { CaseFile } from './case-file.ts'
import { type CaseKey, type GateRow, lockCaseFiles, selectForGate } from './gate.queries.ts'

/**
 * The one gate to case files: page, search, PDF, job and interface all pass it. Undefined both for "is not there" and
 * "not for you", so that nobody learns of what they may not see.
 *
 * `by`: the digits of the number as in addresses, the internal id, or the nº SEI of a document in it. `locked`: the row is held until the transaction
 * ends, so that what the caller decides stays true until it is carried out.
 *
 * A restricted case file is found by whoever knows its number, with `reach: 'number-only'`: then its documents stay
 * closed (PRO-062). A confidential one is found only with an active credential and the password confirmed in this
 * session (PRO-063).
 */
export async function findCaseFile(
  db: Database,
  actor: Actor,
  by: CaseKey,
  mode: 'reading' | 'locked',
  now: Date,
): Promise<CaseFile | undefined> {
  const [caseFile] = await findCaseFiles(db, actor, [by], mode, now)
  return caseFile
}

/** The same gate for many at once, in one statement: those that are not for this actor are simply not there. */
export async function findCaseFiles(
  db: Database,
  actor: Actor,
  keys: readonly CaseKey[],
  mode: 'reading' | 'locked',
  now: Date,
): Promise<CaseFile[]> {
  const locking = mode === 'locked' ? lockCaseFiles(db, keys) : undefined
  const [rows] = await Promise.all([selectForGate(db, actor, keys, now), locking])
  const found = rows.flatMap((row) => {
    const caseFile = passing(row, now)
    return caseFile ? [{ asked: row.asked, caseFile }] : []
  })
  noteShown(
    actor,
    found.flatMap(({ asked, caseFile: { id, digits, effectiveLevel, access } }) =>
      asked
        ? [{ id, digits, level: effectiveLevel, byPassword: access.passwordConfirmed && access.hasCredential }]
        : [],
    ),
  )
  // A principal comes along with what is annexed to it, and is not there for anybody who did not ask for it.
  return found.flatMap(({ asked, caseFile }) => {
    if (!asked) return []
    const principal = found.find((other) => other.caseFile.digits === caseFile.annexedToDigits)?.caseFile
    return [principal ? { ...caseFile, principal } : caseFile]
  })
}

/**
 * The two case files of an act between them, both held until the transaction ends. Undefined for each that is not there
 * or not for this actor.
 */
export async function findTwoCaseFiles(
  db: Database,
  actor: Actor,
  digits: string,
  otherDigits: string,
  now: Date,
): Promise<[CaseFile | undefined, CaseFile | undefined]> {
  const found = await findCaseFiles(db, actor, [{ digits }, { digits: otherDigits }], 'locked', now)
  return [found.find((one) => one.digits === digits), found.find((one) => one.digits === otherDigits)]
}

/**
 * The case file to which this person holds a credential and only lacks the password (PRO-063); undefined for every
 * other number. One statement, whether or not there is such a case file.
 */
export async function whichAwaitsPassword(
  db: Database,
  actor: Actor,
  by: CaseKey,
  now: Date,
): Promise<{ readonly id: string; readonly digits: string } | undefined> {
  const row = (await selectForGate(db, actor, [by], now)).find(({ asked }) => asked)
  return row && mustConfirmPassword(factsOf(row)) ? { id: row.id, digits: row.digits } : undefined
}

/** The same, and also where the case file is open and only something confidential in it waits for the password (PRO-065). */
export async function whichPasswordOpens(
  db: Database,
  actor: Actor,
  digits: string,
  now: Date,
): Promise<{ readonly id: string; readonly digits: string } | undefined> {
  const row = (await selectForGate(db, actor, [{ digits }], now)).find(({ asked }) => asked)
  return row && mayConfirmPassword(factsOf(row)) ? { id: row.id, digits: row.digits } : undefined
}

/** Whether only the password stands between this person and the case file. */
export async function awaitsPassword(db: Database, actor: Actor, digits: string, now: Date): Promise<boolean> {
  return (await whichAwaitsPassword(db, actor, { digits }, now)) !== undefined
}

function passing(row: GateRow, now: Date): CaseFile | undefined {
  const reach = mayListCase(factsOf(row))
  return reach === 'no' ? undefined : caseFileOf(row, reach, now)
}

function factsOf(row: GateRow): CaseAccessFacts {
  return {
    baseLevel: row.level,
    effectiveLevel: row.effectiveLevel,
    perDocumentInternal: row.perDocumentInternal,
    unitTramited: row.passedHere,
    meetingBundle: row.readsForNow,
    hasCredential: row.hasCredential,
    passwordConfirmed: row.passwordConfirmed,
  }
}

function caseFileOf(row: GateRow, reach: 'full' | 'number-only', asOf: Date): CaseFile {
  const { holdingId, origin, heldSince, receivedAt, assignedTo, assignedToName, readsForNow: _now, ...rest } = row
  return {
    ...rest,
    access: factsOf(row),
    reach,
    asOf,
    holding: holdingId
      ? {
          id: holdingId,
          origin,
          openedAt: heldSince,
          receivedAt: receivedAt ?? undefined,
          assignedTo: assignedTo ?? undefined,
          assignedToName: assignedToName ?? undefined,
        }
      : undefined,
  }
}
