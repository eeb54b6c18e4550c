import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import { fillVariables, type RichText } from '../../../rich-text/index.ts'
import { standardTextsWithContent } from '../../knowledge/index.ts'
import { isAtHand } from '../document.ts'
import { selectNumbering } from '../drafting/numbering.queries.ts'
import { gatherVariableSources, variableValues } from '../drafting/variable-facts.ts'
import { findDocument } from '../find-document.ts'

/** The standard texts of the unit, filled in for one document: what the editor offers to insert. */
export async function standardTextsFor(
  db: Database,
  actor: Actor,
  number: string,
  now: Date,
): Promise<{ id: string; name: string; content: RichText }[] | undefined> {
  const document = await findDocument(db, actor, number, 'reading', now)
  if (!document || !isAtHand(document) || document.readRefusals.length > 0) return undefined
  const [texts, sources, numbering] = await Promise.all([
    standardTextsWithContent(db, actor.unitId),
    gatherVariableSources(db, document.unitId, document.caseFile.id),
    selectNumbering(db, document.typeId),
  ])
  const values = variableValues(sources, document.caseFile, { ...document, numbering: numbering.numbering })
  return texts.map(({ id, name, content }) => ({ id, name, content: fillVariables(content, values).content }))
}
