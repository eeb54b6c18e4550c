import type { Actor } from '../../platform/actor.ts'
import type { Action, ActionSection } from '../../ui/index.ts'
import { availableActions, type CaseFile } from '../cases/index.ts'

interface Acts {
  readonly label: string
  readonly groups: readonly (readonly Action[])[]
  readonly more: readonly ActionSection[]
}

interface Here {
  readonly href: (path: string) => string
  readonly formKeys: { readonly csrf: string; readonly idempotencyKey: string }
}

/**
 * The acts on a case file that may be done now, as its action bar shows them: those used most first. What cannot be done
 * in the present state is left out; the page says the state and why.
 */
export function actsOnCase(
  caseFile: CaseFile,
  actor: Actor,
  here: Here,
  recallable: readonly string[],
  further: readonly Action[],
): Acts {
  const possible = new Set(
    availableActions(caseFile, actor)
      .filter(({ refusals }) => refusals.length === 0)
      .map(({ action }) => action),
  )
  const at = (path: string) => here.href(`/processos/${caseFile.digits}${path}`)
  const batch = (path: string) => here.href(`${path}?processo=${caseFile.digits}`)
  const post = (path: string) => ({
    post: at(path),
    csrf: here.formKeys.csrf,
    fields: { _chave: `${here.formKeys.idempotencyKey}${path}` },
  })
  const may = (action: Parameters<typeof possible.has>[0], ...acts: Action[]): Action[] =>
    possible.has(action) ? acts : []
  return {
    label: 'Ações do processo',
    groups: [
      may(
        'include-document',
        { label: 'Novo documento', icon: 'plus', kind: 'primary', href: at('/documentos/novo') },
        { label: 'Incluir arquivos', icon: 'upload', href: at('/documentos/externo') },
      ),
      [
        ...may('send', { label: 'Enviar', icon: 'send', href: batch('/envio') }),
        ...may('assign', { label: 'Atribuir', icon: 'assign', href: batch('/atribuicao') }),
        ...may('conclude', { label: 'Concluir', icon: 'conclude', href: batch('/conclusao') }),
        ...(caseFile.holding ? [] : may('reopen', { label: 'Reabrir', icon: 'reopen', ...post('/reabertura') })),
        ...(recallable.length > 0 && actor.permissions.has('routing.send')
          ? [
              {
                label: `Desfazer envio para ${recallable.join(', ')}`,
                icon: 'undo' as const,
                ...post('/envio/desfazimento'),
              },
            ]
          : []),
      ],
      may('export', { label: 'Gerar PDF ou ZIP', icon: 'pdf', href: at('/exportacao') }),
    ],
    more: [
      { heading: 'Acompanhar e organizar', actions: further },
      {
        heading: 'Dados e acesso',
        actions: [
          ...may(
            'change',
            { label: 'Alterar dados', icon: 'edit', href: at('/dados') },
            { label: 'Nível de acesso', icon: 'lock', href: at('/nivel') },
          ),
          ...may('write-unit-remark', { label: 'Observações desta unidade', icon: 'note', href: at('/observacao') }),
          ...may('include-document', { label: 'Ordenar documentos', icon: 'list', href: at('/ordem') }),
          ...may('manage-credentials', { label: 'Credenciais', icon: 'key', href: at('/credenciais') }),
        ],
      },
      {
        heading: 'Com outros processos',
        actions: [
          ...may('relate', { label: 'Relacionar processos', icon: 'link', href: at('/relacionados') }),
          ...(possible.has('relate') && actor.permissions.has('cases.open')
            ? [
                {
                  label: 'Iniciar processo relacionado',
                  icon: 'caseNew' as const,
                  href: here.href(`/processos/novo?relacionado=${caseFile.digits}`),
                },
              ]
            : []),
          ...may('duplicate', { label: 'Duplicar processo', icon: 'copy', href: at('/duplicacao') }),
          ...may('annex', { label: 'Anexar a outro processo', icon: 'attach', href: at('/anexacao') }),
          ...may('undo-annexation', { label: 'Desanexar', icon: 'undo', href: at('/anexacao/desfazimento') }),
        ],
      },
      {
        heading: 'Parar ou encerrar',
        actions: [
          ...may('suspend', { label: 'Sobrestar', icon: 'pause', href: at('/sobrestamento') }),
          ...may('resume', { label: 'Remover sobrestamento', icon: 'play', href: at('/sobrestamento/remocao') }),
          ...may('block', { label: 'Bloquear', icon: 'lock', href: at('/bloqueio') }),
          ...may('unblock', { label: 'Desbloquear', icon: 'lockOpen', href: at('/bloqueio/remocao') }),
          ...(possible.has('conclude') && caseFile.unitId === actor.unitId && caseFile.openUnits === 1
            ? [
                {
                  label: 'Encerrar por autuação indevida',
                  icon: 'conclude' as const,
                  href: at('/autuacao-indevida'),
                },
              ]
            : []),
          ...may('delete', { label: 'Excluir processo', icon: 'remove', kind: 'danger', href: at('/exclusao') }),
        ],
      },
    ],
  }
}
