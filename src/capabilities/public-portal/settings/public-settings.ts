import type { Database } from '../../../platform/db/index.ts'
import { selectPublicSettings } from './settings.queries.ts'

/** What the installation lets the public see (AUD-021). */
export interface PublicSettings {
  /** Off: the public search is suspended, and no case file or document is shown. On unless said otherwise. */
  readonly open: boolean
  /** Content older than this day is listed and not shown. */
  readonly contentFrom: string | undefined
  /** Case types kept off the public face. */
  readonly hiddenTypes: readonly string[]
  /** Whether search engines may keep the pages of case files; never those of documents. Off unless said otherwise. */
  readonly robots: boolean
}

/**
 * The switches as they stand now, in `platform.setting`: `public-search` (true or false), `public-content-from`
 * ("YYYY-MM-DD"), `public-hidden-case-types` (list of ids), `public-robots` (true or false). What is not understood
 * closes: a mistyped switch must not publish anything.
 */
export async function publicSettings(db: Database): Promise<PublicSettings> {
  const values = await selectPublicSettings(db)
  const from = values.get('public-content-from')
  const hidden = values.get('public-hidden-case-types') ?? []
  const contentFrom = typeof from === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(from) ? from : undefined
  const understood = (from === undefined || from === null || contentFrom !== undefined) && Array.isArray(hidden)
  return {
    open: understood && (values.get('public-search') ?? true) === true,
    contentFrom,
    hiddenTypes: Array.isArray(hidden) ? hidden.map(String).filter((id) => /^\d{1,18}$/.test(id)) : [],
    robots: values.get('public-robots') === true,
  }
}
