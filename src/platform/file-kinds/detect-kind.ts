import { done, type Outcome, refuse } from '../outcome.ts'
import { contentOf } from './content-of.ts'
import { type FileKind, fileKinds, kindOfExtension } from './file-kind.ts'

/** How many bytes from the beginning of a file `detectKind` needs to tell the kinds apart. */
export const sniffBytes = 64 * 1024

/** Why a file is not accepted; `explainFileKind` says it to people. */
export type FileKindRefusal =
  | { readonly reason: 'empty-file' | 'executable' | 'active-image' | 'macros' | 'mixed-content' }
  | { readonly reason: 'no-extension'; readonly permitted: readonly FileKind[] }
  | { readonly reason: 'extension-not-permitted'; readonly extension: string; readonly permitted: readonly FileKind[] }
  | { readonly reason: 'content-differs'; readonly extension: string; readonly found: FileKind | undefined }
  | { readonly reason: 'declared-otherwise'; readonly extension: string; readonly declared: FileKind }

/**
 * Tells the kind of a file from its first bytes (`sniffBytes` of them, or all of a smaller file), its name and the type
 * the browser declared (empty when it declared none). The extension must be permitted and agree with the content (DOC-044).
 * A declared type is only held against the file when it names another permitted kind: browsers often know no better.
 */
export async function detectKind(
  firstBytes: Uint8Array,
  fileName: string,
  declaredType: string,
  permitted: readonly FileKind[] = fileKinds,
): Promise<Outcome<FileKind, FileKindRefusal>> {
  if (firstBytes.byteLength === 0) return refuse({ reason: 'empty-file' })
  const extension = extensionOf(fileName)
  const content = await contentOf(firstBytes)
  if (extension === 'svg' || extension === 'svgz' || content === 'svg') return refuse({ reason: 'active-image' })
  if (executableExtensions.has(extension) || content === 'executable') return refuse({ reason: 'executable' })
  if (macroExtensions.has(extension) || content === 'macros') return refuse({ reason: 'macros' })
  if (content === 'mixed') return refuse({ reason: 'mixed-content' })

  if (extension === '') return refuse({ reason: 'no-extension', permitted })
  const kind = kindOfExtension(extension, permitted)
  if (!kind) return refuse({ reason: 'extension-not-permitted', extension, permitted })
  if (!kind.contents.includes(content)) {
    return refuse({ reason: 'content-differs', extension, found: kindWithContent(content) })
  }
  const declared = declaredOtherwise(declaredType, kind)
  return declared ? refuse({ reason: 'declared-otherwise', extension, declared }) : done(kind)
}

/** The kind that the content by itself would be: text is TXT first, and only then a CSV or a page. */
function kindWithContent(content: string): FileKind | undefined {
  return kindOfExtension(content) ?? fileKinds.find((one) => one.contents.includes(content))
}

function declaredOtherwise(declaredType: string, kind: FileKind): FileKind | undefined {
  const type = declaredType.replace(/;.*/s, '').trim().toLowerCase()
  if (vagueTypes.has(type) || kind.mediaTypes.includes(type)) return undefined
  return fileKinds.find((one) => one.mediaTypes.includes(type))
}

/** What programs declare when they do not know better: nothing is held against the file. */
const vagueTypes: ReadonlySet<string> = new Set([
  '',
  'application/octet-stream',
  'text/plain',
  'application/zip',
  'application/x-zip-compressed',
])

function extensionOf(fileName: string): string {
  return (/\.([^./\\\s]{1,16})\s*$/.exec(fileName)?.[1] ?? '').toLowerCase()
}

/** Said by name, so that the person reads why and not only that the extension is missing from a list. */
const executableExtensions: ReadonlySet<string> = new Set(
  'exe com bat cmd msi scr pif cpl dll ps1 vbs vbe js jse mjs wsf hta jar apk sh run app dmg deb rpm lnk reg'.split(
    ' ',
  ),
)

const macroExtensions: ReadonlySet<string> = new Set('docm dotm xlsm xltm xlam pptm potm ppsm'.split(' '))
