import type { Actor } from '../../platform/actor.ts'
import type { Action } from '../../ui/index.ts'
import { type Document, possibleActs } from '../documents/index.ts'

interface Acts {
  readonly label: string
  readonly groups: readonly (readonly Action[])[]
  readonly more: readonly Action[]
}

/** The acts on a document that may be done now, as its action bar shows them. */
export function actsOnDocument(
  document: Document,
  actor: Actor,
  href: (path: string) => string,
  further: readonly Action[],
): Acts {
  const possible = possibleActs(document, actor)
  const at = (path: string) => href(`/documentos/${document.number}${path}`)
  const may = (act: Parameters<typeof possible.has>[0], action: Action): Action[] => (possible.has(act) ? [action] : [])
  const readable = document.readRefusals.length === 0
  const hidden = document.state === 'cancelled' || !readable
  return {
    label: 'Ações do documento',
    groups: [
      [
        ...may('edit', { label: 'Editar', icon: 'edit', kind: 'primary', href: at('/editor') }),
        ...may('sign', { label: 'Assinar', icon: 'sign', href: at('/assinatura') }),
        ...may('certify', { label: 'Autenticar cópia', icon: 'stamp', href: at('/autenticacao') }),
      ],
      hidden ? [] : [{ label: 'Baixar PDF', icon: 'pdf', href: at('/pdf?baixar=sim') }],
    ],
    more: [
      ...may('change-data', { label: 'Alterar dados do documento', icon: 'edit', href: at('/dados') }),
      ...may('read-versions', { label: 'Versões', icon: 'history', href: at('/versoes') }),
      ...may('replace-file', { label: 'Substituir arquivo', icon: 'upload', href: at('/substituicao') }),
      ...may('grant-signing', {
        label: 'Credenciais de assinatura',
        icon: 'key',
        href: at('/credenciais-de-assinatura'),
      }),
      ...may('move', { label: 'Mover para outro processo', icon: 'link', href: at('/mudanca-de-processo') }),
      ...further,
      ...may('delete', { label: 'Excluir documento', icon: 'remove', kind: 'danger', href: at('/exclusao') }),
      ...may('cancel', { label: 'Cancelar documento', icon: 'cancel', kind: 'danger', href: at('/cancelamento') }),
    ],
  }
}
