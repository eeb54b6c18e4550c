import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import { type CaseFile, type CaseRefusal, factsToAct, findCaseFile, refusalsToAct } from '../../cases/index.ts'
import { beginningsFor } from '../../knowledge/index.ts'
import { type LevelOffer, offerLevels } from '../level/check-level.ts'
import { selectType, selectTypes, type TypeRow } from './drafting.queries.ts'

/** A case file into which documents would go, with what stands against it now. */
export interface CaseToWriteIn {
  readonly caseFile: CaseFile
  readonly refusals: readonly CaseRefusal[]
}

export async function findCaseToWriteIn(
  db: Database,
  actor: Actor,
  digits: string,
  now: Date,
): Promise<CaseToWriteIn | undefined> {
  const caseFile = await findCaseFile(db, actor, { digits }, 'reading', now)
  return caseFile && { caseFile, refusals: refusalsToAct('include-document', factsToAct(caseFile, actor.unitId)) }
}

/** What the page that chooses a type shows. */
export type TypeToChoose = Pick<TypeRow, 'id' | 'name' | 'description' | 'category'> & { readonly uses: number }

export async function typesToWrite(db: Database, actor: Actor): Promise<readonly TypeToChoose[]> {
  return selectTypes(db, 'authored', actor.unitId)
}

export async function typesToUpload(db: Database, actor: Actor): Promise<readonly TypeToChoose[]> {
  return selectTypes(db, 'uploaded', actor.unitId)
}

/** What the form of a new document offers; undefined when the type is not for writing. */
export interface DraftOffer {
  readonly type: { readonly id: string; readonly name: string; readonly description: string }
  readonly levels: LevelOffer
  /** Texts and models to begin with, in their order, each under the name of its group or of where it comes from. */
  readonly beginnings: readonly { readonly value: string; readonly label: string; readonly group: string }[]
}

export async function offerDraft(
  db: Database,
  actor: Actor,
  caseFile: CaseFile,
  typeId: string,
): Promise<DraftOffer | undefined> {
  if (!/^\d{1,18}$/.test(typeId)) return undefined
  const [type, levels, beginnings] = await Promise.all([
    selectType(db, typeId),
    offerLevels(db, caseFile),
    offerBeginnings(db, actor.unitId, typeId),
  ])
  if (!type || type.appliesTo === 'uploaded' || type.appliesTo === 'form') return undefined
  return { type, levels, beginnings }
}

/** What a first text may come from in a unit; without a type, only what serves every type. */
export async function offerBeginnings(
  db: Database,
  unitId: string,
  typeId: string | undefined,
): Promise<DraftOffer['beginnings']> {
  return (await beginningsFor(db, unitId, typeId ?? '0')).map(asOption)
}

const sources = {
  unit: 'Textos da unidade',
  institution: 'Textos institucionais',
  model: 'Modelos institucionais',
  document: 'Documentos modelo da unidade',
} as const

function asOption({ value, name, source, groupName }: Awaited<ReturnType<typeof beginningsFor>>[number]) {
  const isInstitutional = source === 'institution' || source === 'model'
  const label = groupName !== null && isInstitutional ? `${name} (institucional)` : name
  return { value, label, group: groupName ?? sources[source] }
}
