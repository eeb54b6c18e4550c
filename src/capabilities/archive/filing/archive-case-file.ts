import type { Actor } from '../../../platform/actor.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse, refused } from '../../../platform/outcome.ts'
import { type CaseFile, changeHoldings, classesOf, findCaseFile, reclassify, setArchived } from '../../cases/index.ts'
import { lockDocuments } from '../../documents/index.ts'
import { record } from '../../history/index.ts'
import { selectKept } from '../kept.queries.ts'
import { termTypes, writeTerm } from '../write-term.ts'
import { endFiling, insertFiling, selectConclusion } from './filing.queries.ts'
import { type FilingRefusal, type KeptRefusal, refusalsOfKept, refusalsToArchive } from './filing.rules.ts'

export interface FilingRequest {
  readonly digits: string
  /** 5 to 500 characters. */
  readonly justification: string
  /** A class besides those it has; undefined: they are enough. */
  readonly classId: string | undefined
  readonly capacity: string
}

/** Thrown to undo a transaction whose term could not be written; never leaves this file. */
class TermProblem extends Error {}

/**
 * Archives a case file that is concluded everywhere, where it was concluded last, with its term, signed (PRO-044). The
 * password was confirmed before. All of it or nothing. Undefined when there is no such case file for this actor. @term arquivamento
 */
export async function archiveCaseFile(
  db: Database,
  actor: Actor,
  request: FilingRequest,
  now: Date,
): Promise<Outcome<{ number: string; term: string }, FilingRefusal> | undefined> {
  return undoing(db, async (trx) => {
    const caseFile = await findCaseFile(trx, actor, { digits: request.digits }, 'locked', now)
    if (!caseFile) return undefined
    const [conclusion, classes] = await Promise.all([
      selectConclusion(trx, actor, caseFile.id),
      classesOf(trx, caseFile),
    ])
    const refusal = refused(
      refusalsToArchive({
        state: caseFile.state,
        openUnits: caseFile.openUnits,
        confidential: [caseFile.level, caseFile.effectiveLevel].includes('confidential'),
        concludedHere: conclusion?.here ?? false,
        hasClass: classes.length > 0 || request.classId !== undefined,
      }),
    )
    if (refusal || !conclusion) return refusal ?? refuse({ kind: 'concluded-elsewhere' })
    const classIds = [...new Set([...classes.map(({ id }) => id), ...(request.classId ? [request.classId] : [])])]
    if (!(await reclassify(trx, actor, { caseFileId: caseFile.id, classIds }, now)))
      return refuse({ kind: 'class-unfit' })
    const codes = (await classesOf(trx, caseFile)).map(({ code }) => code).join(', ')
    await open(trx, actor, caseFile, now)
    const term = await writeOrUndo(trx, actor, caseFile, request, now, [
      `Fica arquivado o processo nº ${caseFile.number}, de tipo “${caseFile.typeName}”, na unidade ${actor.unitAcronym}.`,
      `Classificação: ${codes}.`,
      `Justificativa: ${request.justification}`,
    ])
    await close(trx, actor, caseFile, now)
    const { justification } = request
    await setArchived(trx, actor, { caseFileId: caseFile.id, archived: true }, now)
    await insertFiling(
      trx,
      actor,
      { caseFileId: caseFile.id, justification, concludedOn: conclusion.on, termId: term.id },
      now,
    )
    const event = { kind: 'case-archived', reason: justification, term: term.number, classes: codes } as const
    await record(trx, actor, now, [{ caseFileId: caseFile.id, event }])
    return done({ number: caseFile.number, term: term.number })
  })
}

export interface UnfilingRequest {
  readonly digits: string
  /** 5 to 500 characters. */
  readonly reason: string
  readonly capacity: string
}

/**
 * Brings a case file back from the archive onto the desk of the unit that keeps it, with its term, signed (PRO-045). Its
 * years are counted anew from its next conclusion. Undefined when there is no such case file for this actor, or it is not
 * archived. @term desarquivamento
 */
export async function unarchiveCaseFile(
  db: Database,
  actor: Actor,
  request: UnfilingRequest,
  now: Date,
): Promise<Outcome<{ number: string; term: string }, KeptRefusal | FilingRefusal> | undefined> {
  return undoing(db, async (trx) => {
    const caseFile = await findCaseFile(trx, actor, { digits: request.digits }, 'locked', now)
    const kept = caseFile && (await selectKept(trx, actor, caseFile.id))
    if (!caseFile || !kept) return undefined
    const refusal = refused<KeptRefusal | FilingRefusal>(
      refusalsOfKept({
        keptHere: kept.keptHere,
        listed: kept.itemState !== null,
        eliminated: kept.eliminatedBy !== null,
      }),
    )
    if (refusal) return refusal
    await setArchived(trx, actor, { caseFileId: caseFile.id, archived: false }, now)
    await open(trx, actor, caseFile, now)
    const term = await writeOrUndo(trx, actor, caseFile, request, now, [
      `Fica desarquivado o processo nº ${caseFile.number}, que volta a tramitar na unidade ${actor.unitAcronym}.`,
      `Motivo: ${request.reason}`,
    ])
    await endFiling(trx, actor, { filingId: kept.filingId, reason: request.reason, termId: term.id }, now)
    const event = { kind: 'case-unarchived', reason: request.reason, term: term.number } as const
    await record(trx, actor, now, [{ caseFileId: caseFile.id, event }])
    return done({ number: caseFile.number, term: term.number })
  })
}

async function undoing<Value>(
  db: Database,
  work: (trx: Database) => Promise<Outcome<Value, FilingRefusal | KeptRefusal> | undefined>,
) {
  try {
    return (await inTransaction(db, work)) as Outcome<Value, FilingRefusal> | undefined
  } catch (error) {
    if (error instanceof TermProblem) return refuse<FilingRefusal>({ kind: 'in-the-way', message: error.message })
    throw error
  }
}

async function writeOrUndo(
  trx: Database,
  actor: Actor,
  caseFile: CaseFile,
  request: FilingRequest | UnfilingRequest,
  now: Date,
  lines: readonly string[],
): Promise<{ id: string; number: string }> {
  const type = 'justification' in request ? termTypes.archived : termTypes.unarchived
  const { capacity } = request
  const written = await writeTerm(trx, actor, { caseDigits: caseFile.digits, type, lines, capacity }, now)
  if ('problem' in written) throw new TermProblem(written.problem)
  return written
}

/** A document is only made where the case file is open: for the moment of its term it is, and nobody else sees it so. */
async function open(trx: Database, actor: Actor, { id, unitId }: CaseFile, now: Date): Promise<void> {
  const origin = unitId === actor.unitId ? 'generated' : 'received'
  const by = { receivedBy: actor.userId, assignedTo: actor.userId, seen: true }
  await changeHoldings(trx, {
    caseFileId: id,
    open: [{ unitId: actor.unitId, origin, ...by }],
    by: actor.userId,
    now,
  })
}

async function close(trx: Database, actor: Actor, { id }: CaseFile, now: Date): Promise<void> {
  await changeHoldings(trx, {
    caseFileId: id,
    close: [{ unitId: actor.unitId, closing: 'concluded' }],
    by: actor.userId,
    now,
    mayLeaveNoDesk: true,
  })
  await lockDocuments(trx, actor, id, { kind: 'concluded', unit: actor.unitAcronym }, now)
}
