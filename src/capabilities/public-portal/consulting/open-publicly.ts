import type { Database } from '../../../platform/db/index.ts'
import { looksLikeNumber } from '../../search/index.ts'
import { publicAddresses } from '../addresses.ts'
import type { PublicSettings } from '../settings/public-settings.ts'
import { selectPublicNumbers } from './consult.queries.ts'

/** The address of the one public thing that has this number, in whatever punctuation. */
export async function openPublicly(db: Database, settings: PublicSettings, text: string): Promise<string | undefined> {
  const digits = looksLikeNumber(text)
  if (digits === undefined || !settings.open) return undefined
  const found = await selectPublicNumbers(db, digits, settings)
  const [only] = found.length === 1 ? found : []
  return only && (only.kind === 'case' ? publicAddresses.caseFile(only.number) : publicAddresses.document(only.number))
}
