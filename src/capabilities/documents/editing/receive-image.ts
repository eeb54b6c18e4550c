import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import { detectKind, explainFileKind, fileKinds, sniffBytes } from '../../../platform/file-kinds/index.ts'
import type { FileStore } from '../../../platform/files/index.ts'
import type { UploadedFile } from '../../../platform/http/index.ts'
import { explainActRefusal } from '../act-refusal.text.ts'
import { refusalsOfAct } from '../document-facts.ts'
import { findDocument } from '../find-document.ts'
import { firstBytesOf } from '../uploading/first-bytes.ts'
import { insertImage } from './images.queries.ts'
import { isOpenForWriting } from './save-version.ts'

/** The largest image inside a text; scans belong among the documents. */
export const imageLimitBytes = 10 * 1024 * 1024

const imageKinds = fileKinds.filter(({ extension }) => ['png', 'jpg', 'gif', 'webp'].includes(extension))

export type ReceivedImage = { readonly src: string } | { readonly message: string }

/**
 * Takes an image into a document's text. The file is in the store already; without its row here no page shows it.
 * Undefined when there is no such document for this actor.
 */
export async function receiveImage(
  db: Database,
  files: FileStore,
  actor: Actor,
  request: { readonly number: string; readonly upload: UploadedFile | undefined },
  now: Date,
): Promise<ReceivedImage | undefined> {
  const document = await findDocument(db, actor, request.number, 'reading', now)
  if (!document || !isOpenForWriting(document)) return undefined
  const [refusal] = refusalsOfAct('edit-content', 'include-document', document, actor.unitId)
  if (refusal) return { message: explainActRefusal(refusal) }
  const { upload } = request
  if (!upload) return { message: 'Escolha o arquivo da imagem.' }
  if (!upload.stored) {
    return {
      message:
        upload.problem === 'disk-full'
          ? 'Não há espaço no servidor para guardar a imagem. Avise o suporte.'
          : 'A imagem passa de 10 MB. Diminua-a e tente outra vez.',
    }
  }
  const bytes = await firstBytesOf(files, upload.stored.sha256, sniffBytes)
  const kind = await detectKind(bytes, upload.fileName, upload.declaredType, imageKinds)
  if (!kind.done) return { message: explainFileKind(kind.refusals[0]) }
  const { sha256, sizeBytes } = upload.stored
  await insertImage(db, document.id, { sha256, sizeBytes, mediaType: kind.value.mediaTypes[0] }, now)
  return { src: `/arquivos/${sha256}` }
}
