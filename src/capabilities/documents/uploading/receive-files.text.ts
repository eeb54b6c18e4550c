import { explainFileKind, type FileKind, type FileKindRefusal } from '../../../platform/file-kinds/index.ts'
import { formatBytes } from '../../../ui/index.ts'

/** Why a file that was sent is not taken. */
export type FileRefusal =
  | FileKindRefusal
  | { readonly reason: 'disk-full' }
  | { readonly reason: 'too-large'; readonly limitBytes: number }
  | { readonly reason: 'too-large-for-kind'; readonly kind: FileKind; readonly sizeBytes: number }

/** The sentence beside the file. */
export function explainFile(refusal: FileRefusal): string {
  switch (refusal.reason) {
    case 'disk-full':
      return 'Não há espaço no servidor para guardar o arquivo. Avise o suporte.'
    case 'too-large':
      return `O arquivo passa do limite de ${formatBytes(refusal.limitBytes)}. Divida-o ou diminua-o.`
    case 'too-large-for-kind':
      return `${refusal.kind.label}: o limite é de ${formatBytes(refusal.kind.maxBytes)}, e o arquivo tem ${formatBytes(refusal.sizeBytes)}.`
    default:
      return explainFileKind(refusal)
  }
}
