import type { Actor } from '../../../platform/actor.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refused } from '../../../platform/outcome.ts'
import { parseContent, type RichText, section } from '../../../rich-text/index.ts'
import { type CaseRefusal, factsToAct, noteNews, refreshEffectiveLevel, refusalsToAct } from '../../cases/index.ts'
import { record } from '../../history/index.ts'
import { type Document, documentLabel } from '../document.ts'
import { insertDocuments } from '../drafting/drafting.queries.ts'
import { copyImages } from '../editing/images.queries.ts'
import { imagesOf } from '../editing/images.rules.ts'
import { findDocument } from '../find-document.ts'
import { checkLevel } from '../level/check-level.ts'
import type { LevelRequest } from '../level/level.form.ts'
import type { LevelRefusal } from '../level/level.rules.ts'
import { noteOpened } from '../pen/note-opened.ts'
import { addVersion, keptText } from '../versions/add-version.ts'
import { selectVersion } from '../versions/versions.queries.ts'
import { redact } from './redact.rules.ts'
import { insertRedaction } from './redacting.queries.ts'

export interface RedactRequest extends LevelRequest {
  /** Number of the original. */
  readonly number: string
  /** The version whose passages were counted. */
  readonly version: number
  readonly passages: readonly number[]
  readonly words: readonly string[]
  /** Why passages may be hidden: law and article. */
  readonly legalBasis: string
}

export type RedactRefusal =
  | { readonly kind: 'case'; readonly why: CaseRefusal }
  | { readonly kind: 'level'; readonly why: LevelRefusal }
  | { readonly kind: 'not-authored' | 'unsigned' | 'cancelled' | 'changed' | 'nothing' | 'legal-basis' }
  | { readonly kind: 'words-not-found'; readonly words: readonly string[] }

/**
 * Makes a new document of a signed one, with passages taken out and the reason written on it (AUD-024). The original stays
 * as it is, and both are linked. Nothing of what was hidden is kept with the new one: not in its text, its first version,
 * its description or its pictures. Undefined when there is no such document for this actor to read.
 */
export async function redactDocument(
  db: Database,
  actor: Actor,
  request: RedactRequest,
  now: Date,
): Promise<Outcome<{ number: string }, RedactRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const original = await findDocument(trx, actor, request.number, 'locked', now)
    if (!original || original.readRefusals.some(({ kind }) => kind !== 'cancelled')) return undefined
    const [version, levelRefusals] = await Promise.all([
      selectVersion(trx, original.id, original.version),
      checkLevel(trx, original.caseFile, request),
    ])
    const seen = version && redact(keptText(version.content), toHide(request))
    const caseRefusals = refusalsToAct('include-document', factsToAct(original.caseFile, actor.unitId))
    const refusal = refused<RedactRefusal>([
      ...caseRefusals.map((why) => ({ kind: 'case', why }) as const),
      ...refusalsOfOriginal(original, request.version),
      ...refusalsOfChoice(request, seen),
      ...levelRefusals.map((why) => ({ kind: 'level', why }) as const),
    ])
    if (refusal || !seen) return refusal
    const content = redactedText(original, request.legalBasis, seen.sections)
    return done({ number: await carryOut(trx, actor, request, original, { content, stripes: seen.stripes }, now) })
  })
}

/** What passages and words are to go. */
export function toHide({ passages, words }: Pick<RedactRequest, 'passages' | 'words'>) {
  return { passages: new Set(passages), words }
}

/** Why nothing can be made of this original, whatever is chosen. */
export function refusalsOfOriginal(original: Document, version: number): RedactRefusal[] {
  if (original.state === 'cancelled') return [{ kind: 'cancelled' }]
  if (original.kind !== 'authored') return [{ kind: 'not-authored' }]
  if (original.signatureCount === 0) return [{ kind: 'unsigned' }]
  return original.version === version ? [] : [{ kind: 'changed' }]
}

function refusalsOfChoice(
  { words, legalBasis }: RedactRequest,
  seen: ReturnType<typeof redact> | undefined,
): RedactRefusal[] {
  if (!seen) return []
  return [
    ...(words.length > 0 && seen.notFound.length > 0
      ? [{ kind: 'words-not-found', words: seen.notFound } as const]
      : []),
    ...(seen.stripes === 0 && seen.notFound.length === 0 ? [{ kind: 'nothing' } as const] : []),
    ...(legalBasis.length < 5 || legalBasis.length > 300 ? [{ kind: 'legal-basis' } as const] : []),
  ]
}

/** The text of the new document: first what it is and why, then what remains of the original. All of it locked. */
export function redactedText(
  original: Pick<Document, 'typeName' | 'typeNumber' | 'number'>,
  legalBasis: string,
  sections: ReturnType<typeof redact>['sections'],
): RichText {
  const words = `Versão com trechos ocultados do documento ${nameOf(original)}. Fundamento: ${legalBasis}`
  const notice = section(
    'tarjas',
    'header',
    [{ type: 'paragraph', attrs: { style: 'smallPrint' }, content: [{ type: 'text', text: words }] }],
    { locked: true },
  )
  const parsed = parseContent({
    type: 'doc',
    content: [notice, ...sections.filter(({ attrs }) => attrs.key !== 'tarjas')],
  })
  if (!parsed.ok) throw new Error(`Hiding broke the text: ${JSON.stringify(parsed.problem)}`)
  return parsed.content
}

/** Without its name in the tree, which may say what is hidden. */
function nameOf({ typeName, typeNumber, number }: Pick<Document, 'typeName' | 'typeNumber' | 'number'>): string {
  return documentLabel({ typeName, typeNumber, number, treeName: '' })
}

async function carryOut(
  db: Database,
  actor: Actor,
  request: RedactRequest,
  original: Document,
  { content, stripes }: { readonly content: RichText; readonly stripes: number },
  now: Date,
): Promise<string> {
  const { level, legalBasisId, legalBasis } = request
  const treeName = 'Versão com tarjas'
  const [made] = await insertDocuments(
    db,
    [
      {
        caseFileId: original.caseFile.id,
        kind: 'authored',
        typeId: original.typeId,
        unitId: actor.unitId,
        createdBy: actor.userId,
        datedOn: todayIn(now),
        // The number that its text says: it takes none of its own.
        typeNumber: original.typeNumber ?? null,
        description: '',
        treeName,
        level,
        legalBasisId: legalBasisId ?? null,
        version: 1,
      },
    ],
    now,
  )
  if (!made) throw new Error('a document was not inserted')
  const { typeName, typeNumber } = original
  const event = {
    kind: 'document-redacted',
    document: documentLabel({ typeName, typeNumber, treeName: '', number: made.number }),
    original: nameOf(original),
    basis: legalBasis,
  } as const
  await Promise.all([
    addVersion(db, actor, { documentId: made.id, number: 1, kind: 'created', content }, now),
    copyImages(db, original.id, made.id, imagesOf(content)),
    insertRedaction(db, actor, { documentId: made.id, original, legalBasis, stripes }, now),
    record(db, actor, now, [{ caseFileId: original.caseFile.id, documentId: made.id, event }]),
    noteNews(db, actor, original.caseFile.id, now),
    noteOpened(db, actor, original, now),
  ])
  await refreshEffectiveLevel(db, actor, original.caseFile.id, now)
  return made.number
}
