import type { Database } from '../../../platform/db/index.ts'
import type { RichText } from '../../../rich-text/index.ts'
import { updateTemplate } from '../document-types/document-types.queries.ts'

/** Keeps the template of a type: documents that begin from now on begin with it. */
export async function saveTemplate(db: Database, typeId: string, template: RichText): Promise<void> {
  await updateTemplate(db, typeId, template)
}
