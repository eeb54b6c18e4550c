import type { Actor } from '../../platform/actor.ts'
import type { Database } from '../../platform/db/index.ts'
import { type CaseFile, findCaseFile, findCaseFiles, refusalsToRead } from '../cases/index.ts'
import type { Document, DocumentPublication } from './document.ts'
import {
  type DocumentRow,
  selectCasesOfDocuments,
  selectDocument,
  selectDocuments,
  selectTree,
  selectTreePart,
  type TreeWish,
} from './gate.queries.ts'

/**
 * The one gate to documents, behind the gate of their case files. Undefined for "is not there" and "not for you" alike.
 * A document that stands in a tree the actor may see, but whose content is closed, is found with its `readRefusals`:
 * whoever shows content asks for them first.
 *
 * A number that is nobody's and one that is not for this actor cost the same: nobody learns by the clock either.
 *
 * `number`: the nº SEI in any writing that is digits. `locked` holds case file and document, in this order.
 */
export async function findDocument(
  db: Database,
  actor: Actor,
  number: string,
  mode: 'reading' | 'locked',
  now: Date,
): Promise<Document | undefined> {
  if (!/^\d{1,15}$/.test(number)) return undefined
  const caseFile = await findCaseFile(db, actor, { documentNumber: number }, mode, now)
  if (!caseFile) return undefined
  const row = await selectDocument(db, actor, number, mode === 'locked')
  return row && documentOf(row, caseFile)
}

/**
 * The same gate for many documents of any case files, by their ids, in three statements: those that are not for this
 * actor are simply not there. In the order asked for.
 */
export async function findDocuments(
  db: Database,
  actor: Actor,
  ids: readonly string[],
  mode: 'reading' | 'locked',
  now: Date,
): Promise<Document[]> {
  if (ids.length === 0) return []
  const caseFileIds = await selectCasesOfDocuments(db, ids)
  const keys = caseFileIds.map((id) => ({ id }))
  const caseFiles = new Map((await findCaseFiles(db, actor, keys, mode, now)).map((one) => [one.id, one]))
  const rows = new Map((await selectDocuments(db, actor, ids, mode === 'locked')).map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = rows.get(id)
    const caseFile = row && caseFiles.get(row.caseFileId)
    return row && caseFile ? [documentOf(row, caseFile)] : []
  })
}

/** The tree of a case file that has passed the gate, in its order; each document says whether its content may be read. */
export async function documentsOf(db: Database, actor: Actor, caseFile: CaseFile): Promise<Document[]> {
  const rows = await selectTree(db, actor, caseFile.id)
  return rows.map((row) => documentOf(row, caseFile))
}

/** What is shown of a tree: all of a short one, one folder of a long one. */
export interface TreePart {
  readonly documents: readonly Document[]
  /** Place of the first of them in the whole tree, from 0. */
  readonly firstPlace: number
  /** Documents in the whole tree. */
  readonly total: number
  /** Documents in each folder of a long one. */
  readonly folderSize: number
  /** Drafts of the actor's unit, wherever they stand in the tree. */
  readonly drafts: readonly Document[]
  /** A signature bundle has brought documents of it to the actor's unit. */
  readonly readsByBundle: boolean
}

/** The part of the tree that a page shows. A case file of thousands of documents costs hardly more than one of fifty. */
export async function treePartOf(db: Database, actor: Actor, caseFile: CaseFile, wish: TreeWish): Promise<TreePart> {
  const rows = await selectTreePart(db, actor, caseFile.id, wish)
  const all = rows.map(({ place, total, shown, folderSize: _size, ...row }) => ({
    place,
    total,
    shown,
    document: documentOf(row, caseFile),
  }))
  const shown = all.filter((one) => one.shown)
  return {
    documents: shown.map(({ document }) => document),
    firstPlace: shown[0]?.place ?? 0,
    total: rows[0]?.total ?? 0,
    folderSize: rows[0]?.folderSize ?? wish.usualFolderSize,
    readsByBundle: rows[0]?.signsInCase ?? false,
    drafts: all.flatMap(({ document }) =>
      document.isDraft && document.isOurs && document.state === 'active' ? [document] : [],
    ),
  }
}

/** What the gate makes of a row, behind the gate of its case file. */
export function documentOf(row: DocumentRow, caseFile: CaseFile): Document {
  const {
    sha256,
    sizeBytes,
    extension,
    mediaType,
    fileName,
    origin,
    conferenceKindName,
    certifiable,
    includedIn,
    caseFileId: _id,
    signsInCase,
    inPublication,
    publishedFrom,
    publicationStamp,
    ...rest
  } = row
  const isDraft = row.kind === 'authored' && row.signatureCount === 0
  const readRefusals = refusalsToRead({
    ...caseFile.access,
    documentLevel: row.level,
    isDraft,
    actorUnitIsProducing: row.isOurs,
    signatureBundle: row.signsHere,
    signatureBundleOfCase: signsInCase,
    signatureCredential: row.signsByCredential,
    reviewRequest: row.reviewsHere,
    cancelled: row.state === 'cancelled',
    eliminated: row.eliminatedBy !== null,
  })
  const isOfOthers = readRefusals.some(({ kind }) => kind === 'draft-of-another-unit')
  return {
    ...rest,
    // What another unit calls its draft is its own matter until it is signed (PRO-067).
    ...(isOfOthers ? { treeName: '', description: '' } : {}),
    ...(inPublication ? { publication: publicationOf({ publishedFrom, publicationStamp }, caseFile.asOf) } : {}),
    caseFile,
    typeNumber: row.typeNumber ?? undefined,
    lockedAt: row.lockedAt ?? undefined,
    lockCause: row.lockCause ?? undefined,
    removalReason: row.removalReason ?? undefined,
    eliminatedBy: row.eliminatedBy ?? undefined,
    isDraft,
    readRefusals,
    file:
      sha256 && sizeBytes && extension && mediaType && fileName && origin
        ? {
            sha256,
            sizeBytes: Number(sizeBytes),
            extension,
            mediaType,
            fileName,
            origin,
            conferenceKindName: conferenceKindName ?? undefined,
            certifiable: certifiable ?? false,
            ...(includedIn && { includedIn }),
          }
        : undefined,
  }
}

/** Whether its day has come is derived from the day itself: no job stands between a date and what is seen of it. */
function publicationOf(
  { publishedFrom, publicationStamp }: Pick<DocumentRow, 'publishedFrom' | 'publicationStamp'>,
  asOf: Date,
): DocumentPublication {
  const isPublished = publishedFrom !== null && publishedFrom <= asOf
  return {
    from: publishedFrom ?? undefined,
    isPublished,
    stamp: isPublished ? (publicationStamp ?? undefined) : undefined,
  }
}
