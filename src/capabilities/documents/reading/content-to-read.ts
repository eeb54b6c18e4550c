import type { Database } from '../../../platform/db/index.ts'
import { type RichText, toText } from '../../../rich-text/index.ts'
import type { Document } from '../document.ts'
import { keptText } from '../versions/add-version.ts'
import { selectVersion } from '../versions/versions.queries.ts'
import { showNumber } from './show-number.ts'
import { type Linker, textHtml } from './text-html.ts'

/** The text of an authored document, in the ways in which it is shown. */
export interface ContentToRead {
  readonly content: RichText
  /** Safe to stand in a page: every word is escaped. */
  readonly html: string
  readonly plainText: string
  readonly version: number
  /** SHA-256, in hexadecimal, of the canonical JSON of the version. */
  readonly sha256: string
}

/**
 * The text of a document that may be read: undefined where it may not, and for files. Whoever shows it tells
 * `noteOpened`. `link` makes addresses of links and images; without it they are those of the public face.
 */
export async function contentToRead(
  db: Database,
  document: Pick<Document, 'id' | 'number' | 'kind' | 'version' | 'typeNumber' | 'readRefusals'>,
  { link = (path) => path }: { readonly link?: Linker } = {},
): Promise<ContentToRead | undefined> {
  if (document.kind !== 'authored' || document.readRefusals.length > 0) return undefined
  const version = await selectVersion(db, document.id, document.version)
  if (!version) return undefined
  const kept = keptText(version.content)
  const content = showNumber(kept, document.typeNumber)
  return {
    content,
    html: textHtml(document, kept, { link }),
    plainText: toText(content),
    version: version.number,
    sha256: version.sha256,
  }
}
