import type { Database } from '../../../platform/db/index.ts'
import { type RichText, toText } from '../../../rich-text/index.ts'
import { type Editor, noteFields } from '../../organization/index.ts'
import { updateTemplate } from '../document-types/document-types.queries.ts'

/** Keeps the template of a type: documents that begin from now on begin with it. */
export async function saveTemplate(
  db: Database,
  by: Editor,
  type: { readonly id: string; readonly template: unknown },
  template: RichText,
  now: Date,
): Promise<void> {
  const text = (content: RichText) => toText(content).slice(0, 20_000)
  const before = type.template ? text(type.template as RichText) : undefined
  const change = { field: 'modelo', before, after: text(template) }
  await updateTemplate(db, type.id, template)
  if (before === change.after) return
  await noteFields(db, by, { register: 'document-type', id: type.id }, [change], now)
}
