import type { Actor } from '../../../platform/actor.ts'
import { type LocalDate, todayIn } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { failpoint } from '../../../platform/failpoints/index.ts'
import { done, type Outcome, refused } from '../../../platform/outcome.ts'
import { fillFields, fillVariables } from '../../../rich-text/index.ts'
import {
  type CaseFile,
  factsToAct,
  findCaseFile,
  noteNews,
  refreshEffectiveLevel,
  refusalsToAct,
} from '../../cases/index.ts'
import { record } from '../../history/index.ts'
import { labelForHistory } from '../document.ts'
import { copyImages } from '../editing/images.queries.ts'
import { imagesOf } from '../editing/images.rules.ts'
import { insertAnswers } from '../forms/forms.queries.ts'
import { checkLevel } from '../level/check-level.ts'
import type { LevelRequest } from '../level/level.form.ts'
import { noteOpened } from '../pen/note-opened.ts'
import { addVersion } from '../versions/add-version.ts'
import { type DraftRefusal, refusalsToDraft } from './draft-document.rules.ts'
import { insertDocuments, selectType, type TypeRow } from './drafting.queries.ts'
import { findInitialText } from './find-initial-text.ts'
import { firstText, type InitialText, templateOf } from './initial-text.ts'
import { takeNumber } from './take-number.ts'
import { gatherVariableSources, variableValues } from './variable-facts.ts'

export interface DraftRequest extends LevelRequest {
  /** Digits of the case file's number. */
  readonly caseDigits: string
  readonly typeId: string
  readonly initialText: InitialText
  readonly description: string
  readonly treeName: string
  readonly datedOn: LocalDate
  /** The program makes it, of a type that nobody chooses. */
  readonly bySystem?: boolean
  /** More to be filled in where the text says `@name@`: an addressee, the columns of a list. Nothing of the house's own. */
  readonly fields?: Readonly<Record<string, string>>
}

/**
 * Begins a document in the editor: its nº SEI, its number where the type gives one at creation, and its first version
 * with the variables filled in. Undefined when there is no such case file for this actor.
 */
export async function draftDocument(
  db: Database,
  actor: Actor,
  request: DraftRequest,
  now: Date,
): Promise<Outcome<{ id: string; number: string }, DraftRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const caseFile = await findCaseFile(trx, actor, { digits: request.caseDigits }, 'locked', now)
    if (!caseFile) return undefined
    const facts = await gatherFacts(trx, actor, request, caseFile, now)
    const refusal = refused(
      refusalsToDraft({
        ...facts,
        caseRefusals: refusalsToAct('include-document', factsToAct(caseFile, actor.unitId)),
        typeIsForWriting: isForWriting(facts),
        unitHasAddress: facts.sources.address.trim() !== '',
        unitAcronym: actor.unitAcronym,
        isFuture: request.datedOn > todayIn(now),
        initialText: facts.initial.refusals,
      }),
    )
    if (refusal || !facts.type) return refusal
    return done(await carryOut(trx, actor, request, caseFile, { ...facts, type: facts.type }, now))
  })
}

async function gatherFacts(db: Database, actor: Actor, request: DraftRequest, caseFile: CaseFile, now: Date) {
  const [type, sources, levelRefusals, initial] = await Promise.all([
    selectType(db, request.typeId, request.bySystem),
    gatherVariableSources(db, actor.unitId, caseFile.id),
    checkLevel(db, caseFile, request),
    findInitialText(db, actor, request.initialText, now),
  ])
  return { type, sources, levelRefusals, initial }
}

/** A form is begun by filling it in, or as a copy of one of its type; everything else in the editor. */
function isForWriting({ type, initial }: Awaited<ReturnType<typeof gatherFacts>>): boolean {
  if (!type || type.appliesTo === 'uploaded') return false
  if (type.appliesTo === 'form') return initial.form !== undefined && (initial.form.typeId ?? type.id) === type.id
  return initial.form === undefined || initial.model !== undefined
}

type Facts = Awaited<ReturnType<typeof gatherFacts>> & { readonly type: TypeRow & { template: unknown } }

async function carryOut(
  db: Database,
  actor: Actor,
  request: DraftRequest,
  caseFile: CaseFile,
  { type, sources, initial }: Facts,
  now: Date,
): Promise<{ id: string; number: string }> {
  const typeNumber = type.numberTakenAt === 'creation' ? await takeNumber(db, type, actor, now) : undefined
  const { level, legalBasisId, datedOn, description, treeName } = request
  const form = type.appliesTo === 'form' ? initial.form : undefined
  const [made] = await insertDocuments(
    db,
    [
      {
        caseFileId: caseFile.id,
        kind: 'authored',
        typeId: type.id,
        unitId: actor.unitId,
        createdBy: actor.userId,
        datedOn,
        typeNumber: typeNumber ?? null,
        description,
        treeName,
        level,
        legalBasisId: legalBasisId ?? null,
        version: 1,
        formVersionId: form?.versionId ?? null,
      },
    ],
    now,
  )
  if (!made) throw new Error('a document was not inserted')
  failpoint('drafting.inserted')
  const label = labelForHistory({ typeName: type.name, typeNumber, treeName, number: made.number, isDraft: true })
  const values = variableValues(sources, caseFile, {
    ...type,
    typeName: type.name,
    datedOn,
    typeNumber,
    number: made.number,
  })
  const first = firstText(templateOf(type.template), initial.text)
  const { content } = fillVariables(fillFields(first, request.fields ?? {}), { ...request.fields, ...values })
  await Promise.all([
    addVersion(db, actor, { documentId: made.id, number: 1, kind: 'created', content }, now),
    form && insertAnswers(db, made.id, 1, form.answers),
    initial.imagesFrom && copyImages(db, initial.imagesFrom, made.id, imagesOf(content)),
    record(db, actor, now, [
      { caseFileId: caseFile.id, documentId: made.id, event: { kind: 'document-created', document: label } },
    ]),
    noteNews(db, actor, caseFile.id, now),
    initial.model && noteOpened(db, actor, initial.model, now),
  ])
  await refreshEffectiveLevel(db, actor, caseFile.id, now)
  failpoint('drafting.filled')
  return made
}
