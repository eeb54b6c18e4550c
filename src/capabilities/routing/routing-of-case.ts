import type { Actor } from '../../platform/actor.ts'
import type { Database } from '../../platform/db/index.ts'
import type { CaseFile } from '../cases/index.ts'
import type { ReopeningRow } from './reopening/reopening.queries.ts'
import type { ReturnSide } from './returns/return.text.ts'
import type { ReturnRow } from './returns/returns.queries.ts'
import { selectRoutingOfCase } from './routing-of-case.queries.ts'
import type { WronglyOpenedRow } from './wrongly-opened.queries.ts'

/** A desk on which the case file lies now. */
export interface DeskPlace {
  readonly unitAcronym: string
  readonly unitName: string
  readonly since: Date
  /** Undefined: sent there and not yet opened. */
  readonly receivedAt: Date | undefined
  /** Shown to its own unit alone (PRO-141). */
  readonly assignedToName: string | undefined
  readonly suspended: boolean
  readonly isOurs: boolean
  /** Day until which this unit should send it back. */
  readonly returnDue: string | undefined
}

/** Where a case file lies, which ways it went, and what is awaited of it. */
export interface RoutingOfCase {
  /** The actor's unit first. Empty: concluded everywhere. */
  readonly places: readonly DeskPlace[]
  /** Acronyms of the units from which a sending of this unit may still be taken back. */
  readonly recallable: readonly string[]
  /** The units on the direct line of the actor's unit, that unit itself among them (PRO-131). */
  readonly directLine: readonly string[]
  /** Of the actor's unit, both ways: the awaited first, then what was returned last. */
  readonly returns: readonly (ReturnRow & { readonly side: ReturnSide })[]
  /** What the actor's unit will have reopened. */
  readonly reopenings: readonly ReopeningRow[]
  /** Why it was ended as wrongly opened, as long as nobody has reopened it. */
  readonly wronglyOpened: WronglyOpenedRow | undefined
}

/**
 * What routing tells of a case file, read once for all who ask with the same case file as the gate gave it: the frame of
 * the page, its summary and its panels.
 */
export function routingOfCase(db: Database, actor: Actor, caseFile: CaseFile): Promise<RoutingOfCase> {
  const known = asked.get(caseFile)
  if (known) return known
  const asking = read(db, actor, caseFile.id)
  asked.set(caseFile, asking)
  return asking
}

/** As old as the gate's own answer, which is made anew for each visit and after each change. */
const asked = new WeakMap<CaseFile, Promise<RoutingOfCase>>()

async function read(db: Database, actor: Actor, caseFileId: string): Promise<RoutingOfCase> {
  const { places, returns, wronglyOpened, ...rest } = await selectRoutingOfCase(db, actor, caseFileId)
  return {
    ...rest,
    places: places.map((row) => ({
      ...row,
      since: new Date(row.since),
      receivedAt: row.receivedAt === null ? undefined : new Date(row.receivedAt),
      assignedToName: row.isOurs ? (row.assignedToName ?? undefined) : undefined,
      returnDue: row.returnDue ?? undefined,
    })),
    returns: returns.map((row) => ({ ...row, sentAt: new Date(row.sentAt) })),
    wronglyOpened: wronglyOpened ? { ...wronglyOpened, at: new Date(wronglyOpened.at) } : undefined,
  }
}
