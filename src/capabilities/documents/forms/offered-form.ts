import type { Database } from '../../../platform/db/index.ts'
import { type FormVersion, findFormInForce } from '../../classification/index.ts'
import { selectType, type TypeRow } from '../drafting/drafting.queries.ts'

export interface OfferedForm {
  readonly type: TypeRow
  readonly form: FormVersion
}

/** A form of a type in use; undefined where the type is none, or nothing was published. */
export async function offeredForm(db: Database, typeId: string): Promise<OfferedForm | undefined> {
  if (!/^\d{1,18}$/.test(typeId)) return undefined
  const type = await selectType(db, typeId)
  if (type?.appliesTo !== 'form') return undefined
  const form = await findFormInForce(db, typeId)
  return form && { type, form }
}
