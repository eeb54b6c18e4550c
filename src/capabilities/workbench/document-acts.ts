import type { Actor } from '../../platform/actor.ts'
import type { Action, ActionSection } from '../../ui/index.ts'
import { availableActions } from '../cases/index.ts'
import { type Document, possibleActs } from '../documents/index.ts'

interface Acts {
  readonly label: string
  readonly groups: readonly (readonly Action[])[]
  readonly more: readonly ActionSection[]
}

/**
 * The acts on a document that may be done now, as its action bar shows them. The first is what comes next: writing while
 * it is a draft, sending the case file once it is signed. Writing then would undo what was signed, and says so.
 */
export function actsOnDocument(
  document: Document,
  actor: Actor,
  href: (path: string) => string,
  further: readonly Action[],
  /** The person has signed the text as it stands: nobody signs it twice. */
  signedByActor: boolean,
): Acts {
  const possible = possibleActs(document, actor)
  const at = (path: string) => href(`/documentos/${document.number}${path}`)
  const place = document.formVersionId === null ? '/editor' : '/formulario'
  const may = (act: Parameters<typeof possible.has>[0], action: Action): Action[] => (possible.has(act) ? [action] : [])
  const readable = document.readRefusals.length === 0
  const hidden = document.state === 'cancelled' || !readable
  const signed = document.kind === 'authored' && document.signatureCount > 0
  return {
    label: 'Ações do documento',
    groups: [
      [
        ...(signed && document.isOurs && maySend(document, actor)
          ? [
              {
                label: 'Enviar processo',
                icon: 'send' as const,
                kind: 'primary' as const,
                href: href(`/envio?processo=${document.caseFile.digits}`),
              },
            ]
          : []),
        ...(signed ? [] : may('edit', { label: 'Editar', icon: 'edit', kind: 'primary', href: at(place) })),
        ...(signedByActor ? [] : may('sign', { label: 'Assinar', icon: 'sign', href: at('/assinatura') })),
        ...may('certify', { label: 'Autenticar cópia', icon: 'stamp', href: at('/autenticacao') }),
      ],
      hidden ? [] : [{ label: 'Baixar PDF', icon: 'pdf', href: at('/pdf?baixar=sim') }],
    ],
    more: [
      {
        heading: 'Este documento',
        actions: [
          ...may('change-data', { label: 'Alterar dados do documento', icon: 'edit', href: at('/dados') }),
          ...(signed ? may('edit', { label: dropsSignatures(document), icon: 'edit', href: at(place) }) : []),
          ...may('read-versions', { label: 'Versões', icon: 'history', href: at('/versoes') }),
          ...may('replace-file', { label: 'Substituir arquivo', icon: 'upload', href: at('/substituicao') }),
          ...may('grant-signing', {
            label: 'Credenciais de assinatura',
            icon: 'key',
            href: at('/credenciais-de-assinatura'),
          }),
          ...may('move', { label: 'Mover para outro processo', icon: 'link', href: at('/mudanca-de-processo') }),
        ],
      },
      { heading: 'Organizar', actions: further },
      {
        heading: 'Retirar',
        actions: [
          ...may('delete', { label: 'Excluir documento', icon: 'remove', kind: 'danger', href: at('/exclusao') }),
          ...may('cancel', { label: 'Cancelar documento', icon: 'cancel', kind: 'danger', href: at('/cancelamento') }),
        ],
      },
    ],
  }
}

function maySend({ caseFile }: Document, actor: Actor): boolean {
  return availableActions(caseFile, actor).some(({ action, refusals }) => action === 'send' && refusals.length === 0)
}

function dropsSignatures({ signatureCount }: Document): string {
  return signatureCount === 1 ? 'Editar (a assinatura perde o efeito)' : 'Editar (as assinaturas perdem o efeito)'
}
