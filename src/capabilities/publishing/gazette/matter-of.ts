import type { Database } from '../../../platform/db/index.ts'
import { contentToRead, type Document } from '../../documents/index.ts'
import { signaturesOf } from '../../signatures/index.ts'
import { linesOf, type Matter } from '../matter/matter.ts'
import type { Publication } from '../publishing/publication.ts'

/** A document of the house as a gazette gets it; undefined where its text may not be read. */
export async function matterOf(
  db: Database,
  document: Document,
  { summary, on, vehicle }: Pick<Publication, 'summary' | 'on' | 'vehicle'>,
): Promise<Matter | undefined> {
  const [read, signatures] = await Promise.all([contentToRead(db, document), signaturesOf(db, [document.id])])
  if (!read) return undefined
  const current = (signatures.get(document.id) ?? []).filter((one) => one.current)
  return {
    number: document.number,
    name: [document.typeName, document.typeNumber].filter(Boolean).join(' '),
    typeName: document.typeName,
    acronym: document.unitAcronym,
    unit: document.unitName,
    gazette: vehicle.acronym,
    summary,
    on,
    lines: linesOf(read.content),
    signers: current.map(({ signerName, capacity }) => [signerName, capacity].filter(Boolean).join(', ')),
  }
}
